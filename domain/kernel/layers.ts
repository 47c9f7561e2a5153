/** So much may always lie above what is not copied: with each change a copy costs no more than so many. */
export const fewest = 32

/** Whether more lies above than about the root of what lies below it, so that it is time to put it there. */
export const isMuch = (above: number, below: number): boolean =>
  above > fewest + 2 * Math.sqrt(below)

class Layers<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly size: number
  readonly below: ReadonlyMap<Key, Value>
  readonly above: ReadonlyMap<Key, Value>
  #all: ReadonlyMap<Key, Value> | undefined

  constructor(below: ReadonlyMap<Key, Value>, above: ReadonlyMap<Key, Value>) {
    this.below = below
    this.above = above
    let size = below.size
    for (const key of above.keys()) if (!below.has(key)) size += 1
    this.size = size
  }

  get(key: Key): Value | undefined {
    return this.above.has(key) ? this.above.get(key) : this.below.get(key)
  }

  has(key: Key): boolean {
    return this.above.has(key) || this.below.has(key)
  }

  all(): ReadonlyMap<Key, Value> {
    this.#all ??= new Map([...this.below, ...this.above])
    return this.#all
  }

  forEach(each: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.all()) each(value, key, this)
  }

  entries(): MapIterator<[Key, Value]> {
    return this.all().entries()
  }

  keys(): MapIterator<Key> {
    return this.all().keys()
  }

  values(): MapIterator<Value> {
    return this.all().values()
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.all()[Symbol.iterator]()
  }
}

/**
 * The map with values of some keys in place of what they were, in the order in which keys came. A large one is not copied: what
 * changed lies above it until that is more than about the root of its size. Nobody may change either of them.
 */
export const mapWith = <Key, Value>(
  before: ReadonlyMap<Key, Value>,
  news: Iterable<readonly [Key, Value]>,
): ReadonlyMap<Key, Value> => {
  const [below, known] = before instanceof Layers ? [before.below, before.above] : [before, []]
  const above = new Map<Key, Value>([...known, ...news])
  return isMuch(above.size, below.size) ? new Map([...below, ...above]) : new Layers(below, above)
}
