import { createHash, randomBytes, randomInt, randomUUIDv7 } from 'node:crypto'
import type { Clock, Hasher, Ids, Random } from '#domain/ports.ts'

export const systemClock: Clock = () => new Date().toISOString()

export const sha256: Hasher = (text) => createHash('sha256').update(text, 'utf8').digest('hex')

export const randomIds: Ids = () => randomUUIDv7()

const tokenBytes = 32

export const randomOnNode: Random = {
  token: () => randomBytes(tokenBytes).toString('base64url'),
  // Node draws again where a remainder would make some numbers likelier than others.
  below: (bound) => randomInt(bound),
}
