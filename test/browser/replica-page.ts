import type { Kept, Told } from '#domain/phone/outbox.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Journal } from '#domain/ports.ts'
import type { Outbox } from '#domain/phone/outbox.ts'
import { closingBy } from '#infra/indexeddb/closing.ts'
import { openDatabase } from '#infra/indexeddb/database.ts'
import { indexedJournal } from '#infra/indexeddb/journal.ts'
import { indexedOutbox } from '#infra/indexeddb/outbox.ts'
import { leftBehind } from '#infra/indexeddb/left.ts'
import { vaultIn } from '#infra/indexeddb/vault.ts'

/*
 * What of a phone's store the tests ask for, in the page where IndexedDB is. Each database has a key of its own, that ends with
 * the page.
 */

type Open = { readonly journal: Journal; readonly outbox: Outbox; readonly database: IDBDatabase }

/** A row as it was before it went as JSON, in which nothing is undefined. */
const asRow = (row: JournalRow): JournalRow => ({ ...row, reverses: row.reverses ?? undefined })

const databases = new Map<string, Open>()
const of = (name: string): Open => databases.get(name)!

/** As if it were closed to the service: what it is closed by is tried elsewhere. */
const sealed = async (_: string, { command }: Omit<Kept, 'place'>): Promise<string> =>
  `sealed ${command.id.length}`

const replica = {
  open: async (name: string): Promise<void> => {
    const use = { name: 'AES-GCM', length: 256 }
    const key = await crypto.subtle.generateKey(use, false, ['encrypt', 'decrypt'])
    const database = await openDatabase(name)
    const closing = closingBy(key)
    const journal = indexedJournal(database, closing, async (_, __, { flags }) => {
      if (flags.some(({ flag }) => flag === 'odd beside')) throw new Error('odd beside')
    })
    databases.set(name, { journal, outbox: indexedOutbox(database, closing, sealed), database })
  },
  close: (name: string): void => of(name).database.close(),
  fundIds: (name: string, atMost?: number) => of(name).journal.fundIds(atMost),
  read: (name: string, fundId: string, after: number, limit: number) =>
    of(name).journal.read(fundId, after, limit),
  find: (name: string, fundId: string, ids: readonly string[]) =>
    of(name).journal.find(fundId, ids),
  append: (name: string, fundId: string, rows: readonly JournalRow[], isOddBeside: boolean) => {
    const row = { seq: 1, flag: 'odd beside', entryType: '', effectiveOn: '', subject: '' }
    const changes = { postings: [], subjects: [], flags: isOddBeside ? [row] : [] }
    return of(name).journal.append(fundId, rows.map(asRow), changes)
  },
  all: (name: string, fundId: string) => of(name).outbox.all(fundId),
  add: (name: string, fundId: string, some: readonly Omit<Kept, 'place'>[]) =>
    of(name).outbox.add(fundId, some),
  tell: (name: string, fundId: string, told: readonly Told[]) => of(name).outbox.tell(fundId, told),
  see: (name: string, fundId: string, id: string) => of(name).outbox.see(fundId, id),
  wipe: (name: string) => leftBehind(of(name).database).wipe(),
  left: (name: string) => leftBehind(of(name).database).all(),
  vault: async (name: string, act: 'make' | 'open' | 'renew', pin: string, now: number) => {
    const vault = vaultIn(of(name).database)
    const given = { share: 'ab'.repeat(32), days: 45, now }
    if (act === 'make') await vault.make({ ...given, fundId: 'fund-a', pin })
    if (act === 'renew') await vault.renew(given)
    const found = await vault.open(pin, now)
    return typeof found === 'string' ? found : 'open'
  },
  /** Whether the service's share lies here, which nothing opens without. */
  hasShare: async (name: string): Promise<boolean> => {
    const kept = of(name).database.transaction('kept').objectStore('kept').get('vault')
    await new Promise((done) => (kept.onsuccess = done))
    return (kept.result as { readonly share: unknown }).share !== undefined
  },
  /** Everything that lies in the database, as whoever copies the phone's disk reads it. */
  disk: async (name: string): Promise<string> => {
    const { database } = of(name)
    const texts: string[] = []
    for (const list of database.objectStoreNames) {
      const all = database.transaction(list).objectStore(list)
      const [keys, values] = await Promise.all(
        [all.getAllKeys(), all.getAll()].map(
          (asked) =>
            new Promise<readonly unknown[]>((done) => {
              asked.onsuccess = () => done(asked.result as readonly unknown[])
            }),
        ),
      )
      texts.push(JSON.stringify(keys))
      for (const value of values ?? [])
        for (const part of [value, ...Object.values(value as object)])
          texts.push(
            part instanceof Uint8Array ? new TextDecoder('latin1').decode(part) : String(part),
          )
    }
    return texts.join('\n')
  },
}

export type Replica = typeof replica

/** A whole book goes as one text: to hand it over value by value takes a browser half a minute. */
const ask = async (text: string): Promise<string> => {
  const { name, given } = JSON.parse(text) as {
    readonly name: keyof Replica
    readonly given: readonly never[]
  }
  const act = replica[name] as (...all: readonly never[]) => unknown
  return JSON.stringify(await act(...given)) ?? 'null'
}

Object.assign(globalThis, { ask })
