import { DurableObject, type ObjectState } from 'cloudflare:workers'
import { type Budget, StorageUnavailable } from '#domain/ports.ts'
import { type DurableStore, durableStore } from '#infra/db/durable-store.ts'
import type { News } from '#infra/db/overview.ts'
import { sha256, systemClock } from '#infra/system/system.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { recorder } from '#src/app/record.ts'
import { faultsOfObject } from '#src/edge/kept-heads.ts'
import { say } from '#src/edge/log.ts'
import { marksOfBindings } from '#src/edge/marks.ts'
import { type Methods, methodsOf } from '#src/edge/methods.ts'
import { type OverviewBound, overviewIn } from '#src/edge/overview-bound.ts'
import { type Reply, packed } from '#src/edge/reply.ts'

type Decide = (before: Budget | undefined) => Promise<{ budget: Budget; answer: unknown }>

const world = { clock: systemClock, hash: sha256 }

/** How long somebody who decides about a budget may take before the next one is let in. */
const decidingMs = 2000

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StorageUnavailable('a guess was not decided in time')),
      decidingMs,
    )
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Reads a budget, lets the caller decide and writes it, one at a time a door. The decision is the
 * caller's own function, called from here: no transaction is held open while it travels.
 */
const budgetsOf = (store: DurableStore) => {
  const doors = new Map<string, Promise<unknown>>()
  return (scope: string, subject: string, decide: Decide): Promise<unknown> => {
    const key = JSON.stringify([scope, subject])
    const change = async () => {
      const { budget, answer } = await inTime(decide(await store.budget(scope, subject)))
      await store.keepBudget(scope, subject, budget)
      return answer
    }
    const turn = (doors.get(key) ?? Promise.resolve()).then(change, change)
    doors.set(key, turn)
    const leave = (): void => {
      if (doors.get(key) === turn) doors.delete(key)
    }
    turn.then(leave, leave)
    return turn
  }
}

const methodsOn = (store: DurableStore): Methods =>
  methodsOf(store, {
    record: recorder({ ...world, journal: store }),
    recordNetwork: networkRecorder({ ...world, networks: store.networks }),
    changeBudget: budgetsOf(store),
  })

/** How long an overview that could not be told is left alone. */
const tellAgainMs = 5000

/** A fund or a network: its journal, its fold in memory, its views, its people. */
export class LedgerObject extends DurableObject<OverviewBound> {
  readonly #store: DurableStore
  readonly #methods: Methods
  #isCompared = false

  constructor(ctx: ObjectState, env: OverviewBound) {
    super(ctx, env)
    this.#store = durableStore({
      storage: ctx.storage,
      hash: sha256,
      marks: marksOfBindings(env),
    })
    this.#methods = methodsOn(this.#store)
  }

  /** Answers a method of the store by name. */
  async ask(name: string, args: readonly unknown[]): Promise<Reply> {
    const method = this.#methods.get(name)
    if (!method) throw new Error(`an object is not asked for ${name}`)
    if (!this.#isCompared) {
      this.#isCompared = true
      void this.#compare()
    }
    return packed(async () => {
      const answer = await method(...(args as never[]))
      if (/append$|^record/.test(name)) await this.#introduce()
      return answer
    })
  }

  /** Tells the overview what waits. What cannot be told now is told later. */
  async alarm(): Promise<void> {
    try {
      await this.#tell()
    } catch (error) {
      await this.ctx.storage.setAlarm(Date.now() + tellAgainMs)
      throw error
    }
  }

  /** Once after each opening, beside what was asked: an object that was put back is told to whoever reads the log. */
  async #compare(): Promise<void> {
    try {
      for (const { kind, problem } of await faultsOfObject(this.env, this.#store))
        say('error', { notAsItWasKept: problem, journal: kind, ask: 'GET /operator/heads' })
    } catch {
      // An overview that cannot be asked now is asked by the operator.
    }
  }

  #tell(): Promise<void> {
    const overview = overviewIn(this.env)
    return this.#store.tell((news: News) => overview.hear(news))
  }

  /** Whoever has just founded a fund must find it in the list; later news can wait for the alarm. */
  async #introduce(): Promise<void> {
    if (!(await this.#store.isUnheardOf())) return
    try {
      await this.#tell()
    } catch (error) {
      // The entry is kept; the alarm that was set with it tells the overview.
      say('warn', { overview: error instanceof Error ? error.message : 'unknown' })
    }
  }
}
