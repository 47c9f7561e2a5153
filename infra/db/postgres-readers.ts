import { ConnectionLost, type Lease, type Leases } from '#infra/db/postgres-lease.ts'
import { readingSql, scopeSql } from '#infra/db/postgres-begin.ts'
import type { Scope } from '#infra/db/tables.ts'
import type { Work } from '#infra/db/together.ts'

/*
 * Whoever reads leaves its transaction open for a moment, and whoever asks next goes on in it: a request that asks five things
 * one after another has one transaction, and its write the same one. Each statement sees what stands when it is asked (READ
 * COMMITTED), and no rows but those of the scope that was set last.
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
  return {
    ending,
    begin: async ({ scope, until }: Reader): Promise<Open> => {
      const call = { isRead: true, until }
      const own = await lease(call)
      try {
        await own.say(readingSql(scope, call, deadlineMs))
      } catch (error) {
        await takenBack(own)
        throw error
      }
      return { lease: own, scope, since: Date.now(), turn: 0 }
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
    await open.lease.say(scopeSql(scope, call))
    open.scope = scope
  }
  done(await work(open.lease.em))
}

/** Whether those who wait need one transaction more than there are. */
const isCrowded = (waiting: readonly Reader[], busy: number, mayOpen: boolean): boolean =>
  busy === 0 ||
  (mayOpen && (waiting.length > readersMax * busy || Date.now() - waiting[0]!.since >= patienceMs))

/** Who reads, each in a transaction that is open or in one of its own; `isWanted` while a writer waits for a connection. */
export const readersOn = (
  leases: Leases,
  { deadlineMs, isWanted }: { readonly deadlineMs: number; readonly isWanted: () => boolean },
) => {
  // Two connections are left to those who write.
  const openMax = Math.max(1, leases.most - 2)
  const { begin, end, ending } = opening(leases, deadlineMs)
  const { has, rest, free, endAll } = resting(end)
  const waiting: Reader[] = []
  let busy = 0
  let patience: NodeJS.Timeout | undefined
  let isClosed = false

  const serve = async (reader: Reader, kept: Open | undefined): Promise<void> => {
    busy += 1
    let open = kept
    try {
      open ??= await begin(reader)
      await answer(open, reader)
      if (isClosed || isWanted() || Date.now() - open.since > ageMsMax) end(open)
      else rest(open)
    } catch (error) {
      if (open) await takenBack(open.lease)
      // What died while nobody used it is no answer to whoever came next.
      if (kept && error instanceof ConnectionLost && Date.now() < reader.until)
        waiting.unshift({ ...reader, since: 0 })
      else reader.fail(error)
    } finally {
      busy -= 1
      go()
    }
  }

  const go = (): void => {
    clearTimeout(patience)
    while (
      waiting.length > 0 &&
      (has() || isCrowded(waiting, busy, busy + ending.size < openMax))
    ) {
      const reader = waiting.shift()!
      void serve(reader, free(reader.scope))
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
