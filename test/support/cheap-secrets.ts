import { createHmac, randomBytes } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { Secrets } from '#domain/access/secrets.ts'

/**
 * Secrets that are honest but not stretched, for tests that guess thousands of times. They count how
 * often a secret was looked at, and take a turn of the loop, as stretching does.
 */
export type CheapSecrets = Secrets & {
  readonly looks: () => number
  readonly seals: () => number
  /** Runs once, while the next secret is being looked at or sealed. */
  readonly meanwhile: (act: () => Promise<unknown>) => void
}

export const cheapSecrets = (pepper: Uint8Array = randomBytes(32)): CheapSecrets => {
  let looks = 0
  let seals = 0
  let act: (() => Promise<unknown>) | undefined
  const hash = (secret: string, bind: string, salt: string): string =>
    createHmac('sha256', pepper)
      .update(JSON.stringify([bind, secret, salt]))
      .digest('hex')
  const stretch = async (): Promise<void> => {
    const now = act
    act = undefined
    await now?.()
    await turn()
  }
  return {
    looks: () => looks,
    seals: () => seals,
    meanwhile: (next) => {
      act = next
    },
    seal: async (secret, bind) => {
      seals += 1
      await stretch()
      const salt = randomBytes(8).toString('hex')
      return `cheap$${salt}$${hash(secret, bind, salt)}`
    },
    fits: async (sealed, secret, bind) => {
      looks += 1
      await stretch()
      const [, salt = '', kept] = sealed.split('$')
      return kept === hash(secret, bind, salt)
    },
  }
}
