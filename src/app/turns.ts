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

/** Keeps the values that were kept last, and forgets the one that was kept longest ago beyond so many. */
export const lastKept = <T>(most: number) => {
  const values = new Map<string, T>()
  return {
    take: (name: string): T | undefined => {
      const value = values.get(name)
      values.delete(name)
      return value
    },
    keep: (name: string, value: T): void => {
      values.delete(name)
      values.set(name, value)
      // A map keeps the order in which its names were set.
      const [oldest] = values.keys()
      if (values.size > most) values.delete(oldest!)
    },
  }
}

/** So few that, at the dearest, the service answers everybody else within a tenth of a second. */
const portion = 4

/** After each few of many things that are done in turn: lets whatever else waits go first. */
export const letOthersIn = async (done: number): Promise<void> => {
  if (done > 0 && done % portion === 0) await new Promise((go) => setTimeout(go, 0))
}
