import { setTimeout } from 'node:timers/promises'
import { StorageUnavailable } from '#domain/ports.ts'
import { codeOf } from '#infra/db/codes.ts'

/** Nobody answers yet, or a server that begins or ends. Whoever is turned away by name is turned away again. */
const away =
  /^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOENT|08\w{3}|57P\w{2}|53300)$/

/** What the driver says of a line that was cut, which has no code. */
const cut = /Connection terminated|timeout e/

const isAway = (error: unknown): boolean => {
  if (!(error instanceof StorageUnavailable)) return false
  if (away.test(codeOf(error) ?? '')) return true
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if (cut.test(at.message)) return true
  return false
}

/** Whatever a store could not do now: it may have had no time for it. */
export const isOfStore = (error: unknown): boolean => error instanceof StorageUnavailable

type Patience = {
  /** Of what is asked again; whatever else is wrong is told at once. */
  readonly again?: (error: unknown) => boolean
  readonly say: (seconds: number) => void
  readonly now?: () => number
  readonly pause?: (ms: number) => Promise<unknown>
}

const firstMs = 1000
const longestMs = 30_000
/** Then whoever has started the program is told, and may start it again. */
const patienceMs = 300_000

/**
 * Asks a database again that is not there yet, after one second, two, four and so on: after a power cut the server may come up
 * later than the service. What is wrong in another way is told at once.
 */
export const untilThere = async <T>(
  ask: () => Promise<T>,
  { again = isAway, say, now = Date.now, pause = setTimeout }: Patience,
): Promise<T> => {
  const until = now() + patienceMs
  for (let waitMs = firstMs; ; waitMs = Math.min(2 * waitMs, longestMs)) {
    try {
      return await ask()
    } catch (error) {
      if (!again(error) || now() + waitMs > until) throw error
    }
    say(waitMs / 1000)
    await pause(waitMs)
  }
}
