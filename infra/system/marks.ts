import { createHash, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Marks } from '#domain/access/marks.ts'

const salt = 'village-fund/row-mark/1'

const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, 'rows and heads', 32))

const blockBytes = 64

const padded = (key: Buffer, by: number): Buffer =>
  Buffer.alloc(blockBytes, by).map((byte, i) => byte ^ (key[i] ?? 0)) as Buffer

/**
 * HMAC-SHA-256 (RFC 2104) of a key that is no longer than a block. Node's own asks its library for the kind of HMAC anew
 * each time, which took thirty times as long: every name and note of a page is held against its mark.
 */
const hmacBy = (key: Buffer): ((text: string) => string) => {
  const [inner, outer] = [padded(key, 0x36), padded(key, 0x5c)]
  return (text) => {
    const within = createHash('sha256').update(inner).update(text, 'utf8').digest()
    return createHash('sha256').update(outer).update(within).digest('hex')
  }
}

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
