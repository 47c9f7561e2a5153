import { type Journal, StorageUnavailable } from '#domain/ports.ts'
import type { FaultKind } from '#test/sim/plan.ts'
import type { Chance } from '#test/support/oracle/chance.ts'

/** Lets works go on one at a time, in an order that a seed draws, while there is a race. */
type Interleaving = {
  /** Waits for its turn; does not wait where nobody races. */
  readonly turn: () => Promise<void> | undefined
  readonly race: <T>(works: readonly (() => Promise<T>)[]) => Promise<readonly T[]>
}

const allSettled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const interleaving = (chance: Chance): Interleaving => {
  let waiting: (() => void)[] | undefined
  return {
    turn: () => waiting && new Promise((resolve) => waiting!.push(resolve)),
    race: async (works) => {
      const queue: (() => void)[] = []
      waiting = queue
      let left = works.length
      const all = works.map((work) => work().finally(() => (left -= 1)))
      while (left > 0) {
        await allSettled()
        if (queue.length > 0) queue.splice(chance.whole(0, queue.length - 1), 1)[0]!()
      }
      waiting = undefined
      return Promise.all(all)
    },
  }
}

/** A journal that fails when it is told to, once each time. */
export const faultJournal = (inner: Journal, { turn }: Interleaving, onStale: () => void) => {
  let armed: FaultKind | undefined
  const strikes = (kind: FaultKind): boolean => {
    if (armed !== kind) return false
    armed = undefined
    return true
  }
  const journal: Journal = {
    fundIds: () => inner.fundIds(),
    read: async (...asked) => {
      await turn()
      if (strikes('read-fails')) throw new StorageUnavailable('the disk does not answer')
      return inner.read(...asked)
    },
    find: async (...asked) => {
      await turn()
      return inner.find(...asked)
    },
    append: async (...asked) => {
      await turn()
      if (strikes('append-fails')) throw new StorageUnavailable('the disk is full')
      const outcome = await inner.append(...asked)
      if (outcome === 'stale') onStale()
      await turn()
      if (strikes('answer-lost')) throw new StorageUnavailable('nobody knows')
      return outcome
    },
  }
  return {
    journal,
    arm: (kind: FaultKind | undefined): void => {
      armed = kind
    },
    /** True where the fault has struck. */
    hasStruck: (): boolean => armed === undefined,
  }
}
