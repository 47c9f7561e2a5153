import { StorageUnavailable } from '#domain/ports.ts'

/** Runs works one at a time a name, first come, first served; whoever comes when too many wait is told so at once. */
export const turnsByName = (waitingMax: number) => {
  const queues = new Map<string, Promise<unknown>>()
  let waiting = 0
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    if (waiting >= waitingMax) throw new StorageUnavailable('too many wait for their turn')
    waiting += 1
    const turn = (queues.get(name) ?? Promise.resolve()).then(work)
    const over = turn.catch(() => undefined)
    queues.set(name, over)
    try {
      return await turn
    } finally {
      waiting -= 1
      // Nobody waits behind this one: a queue that is empty is forgotten.
      if (queues.get(name) === over) queues.delete(name)
    }
  }
}

/**
 * Keeps the values that were used last, up to so much in all, and forgets the one that was used longest ago beyond it. Each
 * counts as one, or as it weighs; the last one stays whatever it weighs.
 */
export const lastKept = <T>(most: number, weightOf: (value: T) => number = () => 1) => {
  const values = new Map<string, { readonly value: T; readonly weight: number }>()
  let weight = 0
  const take = (name: string): T | undefined => {
    const found = values.get(name)
    weight -= found?.weight ?? 0
    values.delete(name)
    return found?.value
  }
  const put = (name: string, found: { readonly value: T; readonly weight: number }): void => {
    weight += found.weight
    values.set(name, found)
  }
  return {
    take,
    get: (name: string): T | undefined => {
      const found = values.get(name)
      if (found) {
        take(name)
        put(name, found)
      }
      return found?.value
    },
    keep: (name: string, value: T): void => {
      if (values.get(name)?.value === value) return
      take(name)
      put(name, { value, weight: weightOf(value) })
      // A map keeps the order in which its names were set.
      for (const oldest of values.keys()) {
        if (weight <= most || values.size === 1) break
        take(oldest)
      }
    },
  }
}

/** So few that, at the dearest, the service answers everybody else within a tenth of a second. */
const portion = 4

/** After each few of many things that are done in turn: lets whatever else waits go first. A timer would sleep a millisecond. */
export const letOthersIn = async (done: number): Promise<void> => {
  if (done > 0 && done % portion === 0) await new Promise((go) => setImmediate(go))
}
