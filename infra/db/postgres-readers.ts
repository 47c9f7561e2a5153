import { ConnectionLost, type Lease, type Leases } from '#infra/db/postgres-lease.ts'
import { readingSql, scopeSql } from '#infra/db/postgres-begin.ts'
import type { Scope } from '#infra/db/tables.ts'
import type { Work } from '#infra/db/together.ts'

/*
 * Whoever reads leaves its transaction open for a moment, and whoever asks next goes on in it: a request that asks five things
 * one after another has one transaction, and its write the same one. Those who ask about the same rows at the same time go on in
 * it together, and their questions are sent before the last is answered. Each statement sees what stands when it is asked (READ
 * COMMITTED), and no rows but those of the scope that was set last: it is set anew when nobody asks any more about the last ones.
 */

/** How long a transaction in which nobody asks anything more stays open; whoever wants to write takes it over. */
const lingerMs = 10
/** How long one may be had by reader after reader. */
const ageMsMax = 500
/** More readers than that for each transaction that is open, or one that waits so long, open another one. */
const readersMax = 8
const patienceMs = 30

export type Asked<T> = { readonly scope: Scope; readonly until: number; readonly work: Work<T> }

/** A transaction that is open for whoever reads. */
type Open = {
  readonly lease: Lease
  readonly since: number
  scope: Scope
  /** How many ask in it now. */
  users: number
  /** What one of them met with; the transaction is over then for all of them. */
  failed?: unknown
  /** How often nobody asked anything in it. */
  turn: number
  timer?: NodeJS.Timeout
}
type Reader = Asked<unknown> & {
  readonly since: number
  readonly done: (value: unknown) => void
  readonly fail: (error: unknown) => void
}

export const takenBack = async (lease: Lease): Promise<void> => {
  await lease.say('rollback').catch(() => undefined)
  lease.release()
}

/** Begins and ends transactions of readers. */
const opening = ({ lease }: Leases, deadlineMs: number) => {
  const ending = new Set<Promise<void>>()
  let begun = 0
  return {
    ending,
    /** How many are being begun. */
    begun: (): number => begun,
    /** What it begins with goes to the server together with the first question; a reader is told where nothing can be begun. */
    begin: async ({ scope, until, fail }: Reader): Promise<Open | undefined> => {
      const call = { isRead: true, until }
      begun += 1
      try {
        const own = await lease(call)
        own.sayFirst(readingSql(scope, call, deadlineMs))
        return { lease: own, scope, since: Date.now(), turn: 0, users: 0 }
      } catch (error) {
        fail(error)
        return undefined
      } finally {
        begun -= 1
      }
    },
    /** What was only read has been answered, whatever becomes of the line. */
    end: (open: Open): void => {
      open.lease.within({ isRead: true, until: Date.now() + deadlineMs })
      const over = open.lease
        .say('commit')
        .catch(() => undefined)
        .then(() => open.lease.release())
        .finally(() => ending.delete(over))
      ending.add(over)
    },
  }
}

/** Transactions that nobody asks just now. */
const resting = (end: (open: Open) => void) => {
  const idle: Open[] = []
  const leave = (open: Open, turn: number): void => {
    const at = idle.indexOf(open)
    if (at < 0 || open.turn !== turn) return
    idle.splice(at, 1)
    end(open)
  }
  return {
    has: (): boolean => idle.length > 0,
    rest: (open: Open): void => {
      idle.push(open)
      const turn = (open.turn += 1)
      // Where the process was busy meanwhile, whoever has an answer by now goes on first.
      open.timer = setTimeout(() => setImmediate(() => leave(open, turn)), lingerMs)
    },
    /** One of them; rather one that is about these rows already. */
    free: (scope: Scope): Open | undefined => {
      const [open] = idle.splice(
        idle.findLastIndex((one) => one.scope === scope),
        1,
      )
      clearTimeout(open?.timer)
      return open
    },
    endAll: (): void => {
      for (const open of idle.splice(0)) {
        clearTimeout(open.timer)
        end(open)
      }
    },
  }
}

const answer = async (open: Open, { scope, until, work, done }: Reader): Promise<void> => {
  const call = { isRead: true, until }
  open.lease.within(call)
  if (open.scope !== scope) {
    open.lease.sayFirst(scopeSql(scope, call))
    open.scope = scope
  }
  done(await work(open.lease.em))
}

/** Whether those who wait need one transaction more than there are. */
const isCrowded = (waiting: readonly Reader[], busy: number, mayOpen: boolean): boolean =>
  busy === 0 ||
  (mayOpen && (waiting.length > readersMax * busy || Date.now() - waiting[0]!.since >= patienceMs))

/** Whether somebody else's fault ended the transaction, or it died while nobody used it: no answer to whoever came next. */
const isOfOthers = (error: unknown, { failed }: Open, wasKept: boolean): boolean =>
  failed === error ? wasKept && error instanceof ConnectionLost : failed !== undefined

type Ends = {
  /** Whether nobody more is to ask in a transaction. */
  readonly isOver: (open: Open) => boolean
  readonly end: (open: Open) => void
  readonly rest: (open: Open) => void
}

/** Transactions in which somebody asks just now. */
const inUse = ({ isOver, end, rest }: Ends) => {
  const busy = new Set<Open>()
  const leave = async (open: Open): Promise<void> => {
    open.users -= 1
    if (open.users > 0) return
    busy.delete(open)
    if (open.failed !== undefined) await takenBack(open.lease)
    else if (isOver(open)) end(open)
    else rest(open)
  }
  return {
    count: (): number => busy.size,
    shared: (scope: Scope): Open | undefined =>
      [...busy].find((one) => one.scope === scope && !isOver(one)),
    /** Answers a reader; `again` where it is to ask in another transaction. */
    use: async (open: Open, reader: Reader, wasKept: boolean): Promise<'answered' | 'again'> => {
      open.users += 1
      busy.add(open)
      try {
        await answer(open, reader)
        await leave(open)
      } catch (error) {
        open.failed ??= error
        await leave(open)
        if (isOfOthers(error, open, wasKept) && Date.now() < reader.until) return 'again'
        reader.fail(error)
      }
      return 'answered'
    },
  }
}

/** Who reads, each in a transaction that is open or in one of its own; `isWanted` while a writer waits for a connection. */
export const readersOn = (
  leases: Leases,
  { deadlineMs, isWanted }: { readonly deadlineMs: number; readonly isWanted: () => boolean },
) => {
  // Two connections are left to those who write.
  const openMax = Math.max(1, leases.most - 2)
  const { begin, begun, end, ending } = opening(leases, deadlineMs)
  const { has, rest, free, endAll } = resting(end)
  const isOver = ({ since, failed }: Open): boolean =>
    failed !== undefined || isClosed || isWanted() || Date.now() - since > ageMsMax
  const { count, shared, use } = inUse({ isOver, end, rest })
  const waiting: Reader[] = []
  let patience: NodeJS.Timeout | undefined
  let isClosed = false

  const serve = async (reader: Reader, kept: Open | undefined): Promise<void> => {
    const open = kept ?? (await begin(reader))
    const done = open && use(open, reader, kept !== undefined)
    // Whoever asks about the same rows may go on in what was begun.
    if (!kept) go()
    if ((await done) === 'again') waiting.unshift({ ...reader, since: 0 })
    go()
  }

  const go = (): void => {
    clearTimeout(patience)
    for (let next = waiting[0]; next; next = waiting[0]) {
      const open = shared(next.scope)
      const busy = count() + begun()
      if (!open && !has() && !isCrowded(waiting, busy, busy + ending.size < openMax)) break
      waiting.shift()
      void serve(next, open ?? free(next.scope))
    }
    if (waiting.length > 0) patience = setTimeout(go, patienceMs)
  }

  return {
    read: <T>(asked: Asked<T>): Promise<T> =>
      new Promise<T>((done, fail) => {
        waiting.push({ ...asked, since: Date.now(), done: done as Reader['done'], fail })
        go()
      }),
    free,
    close: async (): Promise<void> => {
      isClosed = true
      endAll()
      await Promise.all(ending)
    },
  }
}
