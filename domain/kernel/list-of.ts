const asked = [
  'at',
  'every',
  'filter',
  'find',
  'flatMap',
  'map',
  'reduce',
  'some',
  'toSorted',
] as const

/** What is read as a list. A plain one is that; a long one that grows is put together when somebody reads all of it. */
export type ListOf<T> = Pick<readonly T[], 'length' | (typeof asked)[number]> & Iterable<T>

class PutTogether {
  readonly length: number
  readonly #whole: () => readonly unknown[]

  constructor(length: number, whole: () => readonly unknown[]) {
    this.length = length
    this.#whole = whole
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.#whole()[Symbol.iterator]()
  }

  toJSON(): readonly unknown[] {
    return this.#whole()
  }

  static {
    for (const name of asked)
      Object.defineProperty(PutTogether.prototype, name, {
        value(this: PutTogether, ...how: unknown[]): unknown {
          const whole = this.#whole()
          return Reflect.apply(whole[name] as (...of: unknown[]) => unknown, whole, how)
        },
      })
  }
}

/** A list of a known length that is put together once, when it is read. */
export const putTogether = <T>(length: number, make: () => readonly T[]): ListOf<T> => {
  let all: readonly T[] | undefined
  return new PutTogether(length, () => (all ??= make())) as unknown as ListOf<T>
}

/** What lies there for all lists that follow on one another; each of them reads as far as it goes. */
const lying = new WeakMap<ListOf<unknown>, unknown[]>()

/** What a list has more than another that it follows on; undefined where it does not. */
export const newsIn = <T>(before: ListOf<T>, after: ListOf<T>): readonly T[] | undefined => {
  if (before === after) return []
  const known = lying.get(after) as T[] | undefined
  const isFollowed =
    known !== undefined && known === lying.get(before) && before.length <= after.length
  return isFollowed ? known.slice(before.length, after.length) : undefined
}

/** The list with more at its end. What lies there is not copied while each list is followed by one. */
export const listWith = <T>(before: ListOf<T>, more: readonly T[]): ListOf<T> => {
  const known = lying.get(before) as T[] | undefined
  const lies = known?.length === before.length ? known : [...before]
  for (const one of more) lies.push(one)
  const length = lies.length
  const whole = () => (lies.length === length ? lies : lies.slice(0, length))
  const list = new PutTogether(length, whole) as unknown as ListOf<T>
  lying.set(list, lies)
  return list
}
