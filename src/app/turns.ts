import { StorageUnavailable } from '#domain/ports.ts'

/** Somebody who waits for an answer. */
export type Waiting<Ask, Told> = {
  readonly ask: Ask
  readonly done: (told: Told) => void
  readonly fail: (error: unknown) => void
}

/** How those are answered who wait for the same name at the same time. */
type Groups<Ask, Told> = {
  /** Answers each of some, in their order. Where the group stays open, whoever comes before it is closed joins it still. */
  readonly work: (
    name: string,
    group: readonly Waiting<Ask, Told>[],
    close: () => void,
  ) => Promise<void>
  readonly staysOpen?: boolean
  readonly weightOf: (ask: Ask) => number
  /** What those of one group weigh at most. */
  readonly most: number
}

/**
 * Until what other connections have sent by now has been heard. Without it whoever comes first would be done with before the
 * next one was read at all, and nobody would ever go together with somebody else.
 */
const nextTurn = (): Promise<void> =>
  new Promise((go) => (globalThis.setImmediate ?? setTimeout)(go))

/** Runs works one at a time a name, first come, first served; whoever comes when too many wait is told so at once. */
export const turnsByName = (waitingMax: number) => {
  const queues = new Map<string, Promise<unknown>>()
  let waiting = 0

  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting >= waitingMax) throw new StorageUnavailable('too many wait for their turn')
    waiting += 1
    try {
      return await work()
    } finally {
      waiting -= 1
    }
  }

  const queued = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const turn = (queues.get(name) ?? Promise.resolve()).then(work)
    const over = turn.catch(() => undefined)
    queues.set(name, over)
    try {
      return await turn
    } finally {
      // Nobody waits behind this one: a queue that is empty is forgotten.
      if (queues.get(name) === over) queues.delete(name)
    }
  }

  /** Has those go together who wait for a turn of the same name: whoever comes before it begins, or is closed, has a part in it. */
  const togetherBy = <Ask, Told>({ work, weightOf, most, staysOpen }: Groups<Ask, Told>) => {
    const groups = new Map<string, { readonly all: Waiting<Ask, Told>[]; weight: number }>()
    const join = (name: string, one: Waiting<Ask, Told>): void => {
      const weight = weightOf(one.ask)
      const open = groups.get(name)
      if (open && open.weight + weight <= most) {
        open.all.push(one)
        open.weight += weight
        return
      }
      const group = { all: [one], weight }
      groups.set(name, group)
      const close = (): void => {
        if (groups.get(name) === group) groups.delete(name)
      }
      void queued(name, async () => {
        await nextTurn()
        if (!staysOpen) close()
        return work(name, group.all, close).finally(close)
      })
    }
    return (name: string, ask: Ask): Promise<Told> =>
      counted(() => new Promise((done, fail) => join(name, { ask, done, fail })))
  }

  const inTurn = <T>(name: string, work: () => Promise<T>): Promise<T> =>
    counted(() => queued(name, work))
  return { inTurn, togetherBy }
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
const restAfterMs = 10

/**
 * For many things that are done in turn: asked before each, lets whatever else waits go first once they have taken a while,
 * and after each few where the clock stands still meanwhile, as it does in a Worker.
 */
export const pauses = (now = (): number => performance.now()): (() => Promise<void>) => {
  let [done, since] = [0, now()]
  return async () => {
    done += 1
    const took = now() - since
    if (took < restAfterMs && !(took === 0 && done > portion)) return
    await new Promise((go) => setTimeout(go, 0))
    done = 1
    since = now()
  }
}
