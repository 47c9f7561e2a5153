import { setImmediate } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import { StorageUnavailable } from '#domain/ports.ts'
import { type Statements, tables } from '#infra/db/tables.ts'

export type Work<T> = (em: Statements) => Promise<T>

type Waiting = {
  readonly work: Work<unknown>
  readonly until: number
  readonly done: (value: unknown) => void
  readonly fail: (error: unknown) => void
}

type TogetherOptions = {
  /** Runs one transaction, which must be over by an instant; throws when nothing of it was kept. */
  readonly transaction: <T>(until: number, work: Work<T>) => Promise<T>
  /** Whether others may go on after an error, because it left the connection sound. */
  readonly isSound: (error: unknown) => boolean
  readonly deadlineMs: number
  readonly togetherMax?: number
  readonly waitingMax?: number
}

const marking = CompiledQuery.raw('savepoint one')
const keeping = CompiledQuery.raw('release savepoint one')
const takingBack = CompiledQuery.raw('rollback to savepoint one')

/** Runs a work so that its failure takes back what it wrote, and nothing of the others'. */
const apart = async (
  em: Statements,
  { work, done, fail }: Waiting,
  isSound: (error: unknown) => boolean,
): Promise<() => void> => {
  const db = tables(em)
  await db.executeQuery(marking)
  try {
    const value = await work(em)
    await db.executeQuery(keeping)
    return () => done(value)
  } catch (error) {
    if (!isSound(error)) throw error
    await db.executeQuery(takingBack)
    await db.executeQuery(keeping)
    return () => fail(error)
  }
}

/** The next ones in line; those for whom there is too little time left are told, and are not begun. */
const taken = (waiting: Waiting[], atMost: number, leastMs: number): readonly Waiting[] => {
  const now = Date.now()
  const group: Waiting[] = []
  while (group.length < atMost && waiting.length > 0) {
    const next = waiting.shift()!
    if (next.until - now < leastMs) next.fail(new StorageUnavailable('the store is too busy'))
    else group.push(next)
  }
  return group
}

/**
 * Group commit: what waits for its turn to write is written in one transaction, each with a savepoint of
 * its own, and answered after the commit. The disk is asked to keep something once for all of them, and
 * that is what writing costs. Whoever comes when too many wait already is told so at once.
 */
export const together = ({
  transaction,
  isSound,
  deadlineMs,
  togetherMax = 100,
  waitingMax = 1000,
}: TogetherOptions) => {
  const waiting: Waiting[] = []
  let running: Promise<void> | undefined

  /** Whoever writes alone needs no savepoint: what fails is the whole. */
  const part = async (em: Statements, one: Waiting, isAlone: boolean): Promise<() => void> => {
    if (!isAlone) return apart(em, one, isSound)
    const value = await one.work(em)
    return () => one.done(value)
  }

  const runGroup = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const tell = await transaction(Math.min(...group.map(({ until }) => until)), async (em) => {
        const told: (() => void)[] = []
        for (const one of group) told.push(await part(em, one, group.length === 1))
        return told
      })
      for (const each of tell) each()
    } catch (error) {
      for (const { fail } of group) fail(error)
    }
  }

  const runAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      // A moment later: what came over other connections in the same turn of the loop is heard first, and goes along.
      await setImmediate()
      const group = taken(waiting, togetherMax, deadlineMs / 10)
      if (group.length > 0) await runGroup(group)
    }
    running = undefined
  }

  const write = <T>(work: Work<T>): Promise<T> => {
    if (waiting.length >= waitingMax)
      return Promise.reject(new StorageUnavailable('the store is too busy'))
    return new Promise<T>((resolve, reject) => {
      waiting.push({
        work,
        until: Date.now() + deadlineMs,
        done: resolve as (value: unknown) => void,
        fail: reject,
      })
      running ??= runAll()
    })
  }

  return { write, rest: async (): Promise<void> => running }
}
