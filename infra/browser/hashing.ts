import type { Hasher, Ids } from '#domain/ports.ts'

/** Whether a number has no divisor but itself: the constants of SHA-256 are made of the first ones. */
const isPrime = (n: number): boolean => {
  for (let by = 2; by * by <= n; by += 1) if (n % by === 0) return false
  return true
}
const primes = Array.from({ length: 310 }, (_, i) => i + 2).filter(isPrime)
/** The first 32 bits of what a root has behind its point. */
const bitsOf = (root: number): number => ((root % 1) * 2 ** 32) | 0
const rounds = Int32Array.from(primes, (n) => bitsOf(Math.cbrt(n)))
const start = primes.slice(0, 8).map((n) => bitsOf(Math.sqrt(n)))

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The words that are mixed in of the 64 bytes from one place on. */
const wordsAt = (padded: DataView, at: number, words: Int32Array): void => {
  for (let i = 0; i < 64; i += 1) {
    if (i < 16) words[i] = padded.getInt32(at + i * 4)
    else {
      const early = words[i - 15]!
      const late = words[i - 2]!
      const low = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
      const high = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
      words[i] = (((words[i - 16]! + low) | 0) + ((words[i - 7]! + high) | 0)) | 0
    }
  }
}

/** Takes a block into what was hashed before it. */
const mixed = (state: Int32Array, words: Int32Array): void => {
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let i = 0; i < 64; i += 1) {
    const chosen = (e & f) ^ (~e & g)
    const most = (a & b) ^ (a & c) ^ (b & c)
    const added = (chosen + ((rounds[i]! + words[i]!) | 0)) | 0
    const one = (h + (((turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + added) | 0)) | 0
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  state[0]! += a
  state[1]! += b
  state[2]! += c
  state[3]! += d
  state[4]! += e
  state[5]! += f
  state[6]! += g
  state[7]! += h
}

/**
 * SHA-256 (FIPS 180-4) at once: what browsers bring along can only be waited for, and a package is four times as heavy on the way to
 * the phone.
 */
export const sha256: Hasher = (text) => {
  const bytes = new TextEncoder().encode(text)
  const padded = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6))
  new Uint8Array(padded.buffer).set(bytes)
  padded.setUint8(bytes.length, 0x80)
  padded.setBigUint64(padded.byteLength - 8, BigInt(bytes.length) * 8n)
  const state = new Int32Array(start)
  const words = new Int32Array(64)
  for (let at = 0; at < padded.byteLength; at += 64) {
    wordsAt(padded, at, words)
    mixed(state, words)
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** UUIDv7 (RFC 9562): the time, and chance. */
export const phoneIds: Ids = () => {
  const time = Date.now().toString(16).padStart(12, '0')
  const chance = hex(crypto.getRandomValues(new Uint8Array(10)))
  const variant = '89ab'[Number.parseInt(chance[4]!, 16) & 3]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-${variant}${chance.slice(5, 8)}-${chance.slice(8)}`
}
