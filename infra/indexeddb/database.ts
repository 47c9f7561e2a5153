import { NoRoom } from '#domain/phone/outbox.ts'

/** The lists of a phone's database. Each is keyed by the fund first, so that one phone may keep several. */
export const lists = ['blocks', 'ids', 'outbox', 'kept'] as const
type ListName = (typeof lists)[number]

/** A new list is one more version; what is there stays as it is. */
const version = 1

/** A request of IndexedDB as a promise. */
export const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error ?? new Error('the phone’s store failed'))
  })

/** Opens the database, and makes what is not there. */
export const openDatabase = async (name: string): Promise<IDBDatabase> => {
  const opening = indexedDB.open(name, version)
  opening.onupgradeneeded = () => {
    for (const list of lists)
      if (!opening.result.objectStoreNames.contains(list)) opening.result.createObjectStore(list)
  }
  const database = await asked(opening)
  // A newer app in another window makes it over: this one must not stand in its way.
  database.onversionchange = () => database.close()
  return database
}

const isFull = (error: DOMException | null): boolean => error?.name === 'QuotaExceededError'

/** Work in one transaction, done when it stands on the phone; throws `NoRoom` where it is full. What it asks must not wait for anything else. */
export const inOne = <T>(
  database: IDBDatabase,
  mode: 'readonly' | 'readwrite',
  work: (list: (name: ListName) => IDBObjectStore) => Promise<T>,
): Promise<T> =>
  new Promise((done, fail) => {
    const transaction = database.transaction(lists, mode, { durability: 'strict' })
    const failed = (error: DOMException | null): void =>
      fail(isFull(error) ? new NoRoom() : (error ?? new Error('the phone’s store failed')))
    let result: { readonly of: T } | undefined
    transaction.oncomplete = () => done(result!.of)
    transaction.onabort = () => failed(transaction.error)
    // What throws at once is told like what fails later.
    const working = async (): Promise<T> => work((name) => transaction.objectStore(name))
    working().then(
      (of) => {
        result = { of }
      },
      (error: unknown) => {
        const isOver = transaction.error !== null
        if (!isOver) transaction.abort()
        fail(isFull(error as DOMException) ? new NoRoom() : error)
      },
    )
  })

/** All keys that begin with a fund. */
export const ofFund = (fundId: string): IDBKeyRange => IDBKeyRange.bound([fundId], [fundId, []])
