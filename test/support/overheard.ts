import type { MemoryStore } from '#infra/memory/store.ts'

/** What was written while something was made, and what came of the making. */
export type Heard<Made> = {
  /** Writes the same into another store, and answers what came of it the first time. */
  readonly writtenInto: (store: MemoryStore) => Promise<Made>
}

type Write = (store: MemoryStore) => unknown

/** Fixed for ever, with all that is in it: whoever would change what others have too is stopped. */
const fixed = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  if (Object.isFrozen(value)) return value
  Object.values(Object.freeze(value)).forEach(fixed)
  return value
}

/** Names of what writes; whatever else a store does is to read. */
const isWrite = (name: string): boolean =>
  /^(append|keep|change|forget|replace)/.test(name) || name === 'noteActivity'

const hearing = <Part extends object>(
  part: Part,
  hear: (name: string, args: readonly unknown[]) => void,
): Part =>
  Object.fromEntries(
    Object.entries(part).map(([name, method]) => [
      name,
      typeof method !== 'function' || !isWrite(name)
        ? method
        : (...args: readonly unknown[]) => {
            hear(name, fixed(args))
            return (method as (...all: readonly unknown[]) => unknown)(...args)
          },
    ]),
  ) as Part

const called = (part: object, name: string, args: readonly unknown[]): unknown =>
  (part as Record<string, (...all: readonly unknown[]) => unknown>)[name]!(...args)

/** A store whose writes are heard, so that what is dear to make is made once and written again. */
export const overheard = (store: MemoryStore) => {
  const writes: Write[] = []
  const networks = hearing(store.networks, (name, args) => {
    writes.push((other) => called(other.networks, name, args))
  })
  const books = hearing(store, (name, args) => {
    writes.push((other) => called(other, name, args))
  })
  const heard = <Made>(made: Made): Heard<Made> => {
    const all = [...writes]
    return {
      writtenInto: async (other) => {
        for (const write of all) await write(other)
        return made
      },
    }
  }
  return { store: { ...books, networks }, heard }
}
