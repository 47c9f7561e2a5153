import { hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Marks } from '#domain/access/marks.ts'
import { hmacBy, rowSealBy } from '#infra/system/row-seal.ts'

const salt = 'village-fund/row-mark/1'

const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, 'rows and heads', 32))

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/**
 * Marks by a key made of a secret outside of the database; `older` are the secrets before it, the latest first. It is
 * the pepper's: whoever may not forge what people sign in with may not write who they are either, and the older ones go.
 */
export const marksBy = ({
  secret,
  older = [],
}: {
  readonly secret: string
  readonly older?: readonly string[]
}): Marks => {
  if ([secret, ...older].includes('')) throw new Error('the secret of the marks is empty')
  const [now, ...before] = [secret, ...older].map((one) => hmacBy(keyOf(one)))
  return {
    mark: (text) => now!(text),
    ageOf: (text, mark) => {
      if (isSame(now!(text), mark)) return 'now'
      return before.some((markBy) => isSame(markBy(text), mark)) ? 'before' : undefined
    },
    seal: rowSealBy(secret, older),
  }
}

type MarkSettings = {
  readonly MODE: string
  readonly PEPPER?: string | undefined
  readonly PEPPER_OLD: readonly string[]
}

/** The marks of a service for real. In practice the pepper stands in the open, and its marks would prove nothing. */
export const marksIn = ({ MODE, PEPPER, PEPPER_OLD: older }: MarkSettings): Marks | undefined =>
  MODE === 'live' && PEPPER ? marksBy({ secret: PEPPER, older }) : undefined
