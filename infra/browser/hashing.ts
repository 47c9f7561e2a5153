import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Hasher, Ids } from '#domain/ports.ts'

/** SHA-256 at once: what browsers bring along can only be waited for. */
export const sha256: Hasher = (text) => bytesToHex(digest(utf8ToBytes(text)))

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** UUIDv7 (RFC 9562): the time, and chance. */
export const phoneIds: Ids = () => {
  const time = Date.now().toString(16).padStart(12, '0')
  const chance = hex(crypto.getRandomValues(new Uint8Array(10)))
  const variant = '89ab'[Number.parseInt(chance[4]!, 16) & 3]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-${variant}${chance.slice(5, 8)}-${chance.slice(8)}`
}
