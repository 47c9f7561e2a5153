import { StorageUnavailable } from '#domain/ports.ts'
import { codeOf, isRule } from '#infra/db/codes.ts'

type Closable = { readonly close: () => void }

export type GuardOptions<Open extends Closable> = {
  readonly open: () => Promise<Open>
  /** Throws when what is there does not hold together. */
  readonly verify: (database: Open) => Promise<void>
  /** How long a call may take in all: its turn, the opening where one is needed, and the work. */
  readonly deadlineMs: number
  readonly restMs: number
}

/** A rule of the schema that said no, or a fault that never came from the store. */
export const leavesConnectionSound = (error: unknown): boolean =>
  codeOf(error) === undefined ? !isHang(error) : isRule(error)

const hang = Symbol('hang')
const isHang = (error: unknown): boolean => error === hang

/** What is still under way when this turn of the loop is over. */
const begun = new Set<() => void>()
let isLookedAt = false
const setClocks = (): void => {
  isLookedAt = false
  for (const setClock of begun) setClock()
  begun.clear()
}

/** Most of what is asked of a file is over in the turn of the loop in which it was begun: a clock is set for the rest alone. */
const within = <T>(work: Promise<T>, deadlineMs: number): Promise<T> =>
  new Promise((resolve, reject) => {
    const until = performance.now() + deadlineMs
    let timer: NodeJS.Timeout | undefined
    const setClock = (): void => {
      timer = setTimeout(() => reject(hang), until - performance.now())
    }
    if (!isLookedAt) setImmediate(setClocks)
    isLookedAt = true
    begun.add(setClock)
    const isOver = (): void => {
      begun.delete(setClock)
      clearTimeout(timer)
    }
    work.then(resolve, reject)
    work.then(isOver, isOver)
  })

type Connection<Open> = {
  /** The open database, opened and verified first where there is none. */
  readonly ready: (until: number) => Promise<Open>
  readonly isCurrent: (database: Open) => boolean
  /** Throws a database away that has failed; nobody opens another one before a rest. */
  readonly fail: (database: Open) => void
  readonly close: () => void
}

const closeAnyhow = (database: Closable | undefined): void => {
  try {
    database?.close()
  } catch {
    // A disk that is full cannot take the checkpoint of a closing connection either; the next one will.
  }
}

/** The one connection and its successors. */
const connection = <Open extends Closable>({
  open,
  verify,
  deadlineMs,
  restMs,
}: GuardOptions<Open>): Connection<Open> => {
  let current: Open | undefined
  let opening: Promise<Open> | undefined
  let failedAt = 0
  let isClosed = false

  const openSound = async (): Promise<Open> => {
    const database = await open()
    try {
      // An opening may outlast the call that began it, but one that sticks must make room for the next.
      await within(verify(database), 2 * deadlineMs)
      if (isClosed) throw new StorageUnavailable()
    } catch (error) {
      closeAnyhow(database)
      throw error
    }
    // Set here and not by who waits: nobody may be left waiting when an opening comes late.
    current = database
    return database
  }

  const ready = async (until: number): Promise<Open> => {
    if (current) return current
    if (isClosed || Date.now() - failedAt < restMs) throw new StorageUnavailable()
    opening ??= openSound().finally(() => {
      opening = undefined
    })
    try {
      return await within(opening, until - Date.now())
    } catch (error) {
      failedAt = Date.now()
      throw new StorageUnavailable('the store cannot be opened', { cause: error })
    }
  }

  const isCurrent = (database: Open): boolean => current === database
  const fail = (database: Open): void => {
    failedAt = Date.now()
    if (isCurrent(database)) current = undefined
    closeAnyhow(database)
  }
  const close = (): void => {
    isClosed = true
    closeAnyhow(current)
    current = undefined
  }
  return { ready, isCurrent, fail, close }
}

/**
 * Keeps the service answering when the disk does not. After a full disk the ORM's only connection stays
 * locked for ever, so on any error but a constraint's the connection is thrown away, a new one is opened
 * and the tail of the journal verified before anybody is served again; meanwhile callers are told.
 */
export const guardedRuns = <Open extends Closable>(options: GuardOptions<Open>) => {
  const { ready, isCurrent, fail, close } = connection(options)
  const runUntil = async <T>(until: number, work: (database: Open) => Promise<T>): Promise<T> => {
    const database = await ready(until)
    if (Date.now() >= until) throw new StorageUnavailable('the store is too busy')
    try {
      return await within(work(database), until - Date.now())
    } catch (error) {
      // Work on a connection that somebody else's failure has closed meanwhile failed with the store.
      if (isCurrent(database) && leavesConnectionSound(error)) throw error
      fail(database)
      throw new StorageUnavailable('the store failed', { cause: error })
    }
  }

  const run = <T>(work: (database: Open) => Promise<T>): Promise<T> =>
    runUntil(Date.now() + options.deadlineMs, work)
  return { run, runUntil, close }
}
