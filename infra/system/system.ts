import { createHash, hash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Clock, Digester, Hasher, Ids, Random } from '#domain/ports.ts'

export const systemClock: Clock = () => new Date().toISOString()

export const sha256: Hasher = (text) => hash('sha256', text, 'hex')

export const sha256Digest: Digester = () => {
  const digest = createHash('sha256')
  return { take: (bytes) => void digest.update(bytes), hex: () => digest.digest('hex') }
}

const countMax = 0xfff

/**
 * UUIDv7 in the order in which they are made, also within one millisecond: the twelve bits after the
 * version count on (RFC 9562, 6.2, method 1), and the rest is chance. Lists run by these ids.
 */
const orderedIds = (): Ids => {
  let last = 0
  let count = 0
  return () => {
    const now = Date.now()
    count = now > last ? randomInt(countMax >> 2) : count + 1
    last = Math.max(now, last)
    if (count > countMax) {
      last += 1
      count = 0
    }
    const time = last.toString(16).padStart(12, '0')
    const counted = `7${count.toString(16).padStart(3, '0')}`
    return `${time.slice(0, 8)}-${time.slice(8)}-${counted}-${randomUUID().slice(19)}`
  }
}

export const randomIds: Ids = orderedIds()

const tokenBytes = 32

export const randomOnNode: Random = {
  token: () => randomBytes(tokenBytes).toString('base64url'),
  // Node draws again where a remainder would make some numbers likelier than others.
  below: (bound) => randomInt(bound),
}
