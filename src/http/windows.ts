import type { MiddlewareHandler } from 'hono'
import { type Store, rateLimiter } from 'hono-rate-limiter'
import type { HttpContext, HttpEnv } from '#src/http/env.ts'

/*
 * The one door to the limiter of requests, which has no 1.0 yet (docs/dependencies.md).
 */

/** What the limiter asks of where it counts. */
type Counts = Pick<Store, 'decrement' | 'resetKey'> & {
  readonly increment: (key: string) => Window
}

type Window = { totalHits: number; readonly resetTime: Date }

/**
 * Requests counted by sender in windows of time, in memory. It keeps no timer: hosts that let nothing
 * run between requests would stop it, and then nobody would ever be forgotten.
 */
export const windows = (windowMs: number, clock: () => number = Date.now): Counts => {
  let newer = new Map<string, Window>()
  let older = new Map<string, Window>()
  let turnsAt = 0

  const forget = (now: number): void => {
    if (now < turnsAt) return
    older = now < turnsAt + windowMs ? newer : new Map()
    newer = new Map()
    turnsAt = now + windowMs
  }

  const open = (key: string, now: number): Window => {
    const held = newer.get(key) ?? older.get(key)
    const isOpen = held !== undefined && now < held.resetTime.getTime()
    const window = isOpen ? held : { totalHits: 0, resetTime: new Date(now + windowMs) }
    newer.set(key, window)
    return window
  }

  return {
    increment: (key) => {
      const now = clock()
      forget(now)
      const window = open(key, now)
      window.totalHits += 1
      return window
    },
    decrement: (key) => {
      const window = newer.get(key) ?? older.get(key)
      if (window && window.totalHits > 0) window.totalHits -= 1
    },
    resetKey: (key) => {
      newer.delete(key)
      older.delete(key)
    },
  }
}

/** Lets each sender through as often as `limit` in a window; whoever comes more often is refused. */
export const limited = ({
  windowMs,
  limit,
  senderOf,
  refused,
}: {
  readonly windowMs: number
  readonly limit: number
  readonly senderOf: (context: HttpContext) => string | Promise<string>
  readonly refused: () => Response
}): MiddlewareHandler<HttpEnv> =>
  rateLimiter<HttpEnv>({
    windowMs,
    limit,
    store: windows(windowMs),
    keyGenerator: (context) => senderOf(context as HttpContext),
    handler: refused,
  })
