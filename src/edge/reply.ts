import { StorageUnavailable } from '#domain/ports.ts'

/** An answer on its way between two objects: errors lose their kind there, and this one must not. */
export type Reply = { readonly value: unknown } | { readonly unavailable: string }

/** Runs work and packs what came of it; a fault of the program stays a fault. */
export const packed = async (work: () => Promise<unknown>): Promise<Reply> => {
  try {
    return { value: await work() }
  } catch (error) {
    if (error instanceof StorageUnavailable) return { unavailable: error.message }
    throw error
  }
}

/** What the runtime says when an object cannot be had now: it is overloaded, moved or restarted. */
const isPassing = (error: unknown): boolean =>
  error instanceof Error &&
  (('retryable' in error && error.retryable === true) ||
    ('overloaded' in error && error.overloaded === true) ||
    ('durableObjectReset' in error && error.durableObjectReset === true))

/** Asks another object and unpacks its answer; throws `StorageUnavailable` where it cannot be had now. */
export const unpacked = async (asking: () => Promise<Reply>): Promise<unknown> => {
  let told: Reply
  try {
    told = await asking()
  } catch (error) {
    if (isPassing(error))
      throw new StorageUnavailable('the object cannot be had now', { cause: error })
    throw error
  }
  if ('unavailable' in told) throw new StorageUnavailable(told.unavailable)
  return told.value
}
