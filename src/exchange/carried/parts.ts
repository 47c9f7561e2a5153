import { crc32 } from '#domain/kernel/crc32.ts'
import { base45, unbase45 } from '#src/exchange/carried/signs.ts'

/*
 * Bytes that go from one device to another with no line between them: as square codes that one shows and the other reads, or
 * as the lines of a file. What they mean, and whether they are sealed or signed, is the caller's.
 *
 * A part is `VP1:` and, each with a colon behind it, which bytes it is of (their length and CRC-32 in hexadecimal), its number
 * and how many there are, then its own bytes with their CRC-32, in base 45: the signs that a square code holds closest.
 */

const mark = 'VP1'
/** What fits a square code of version 20 at level M with room, which cameras of cheap phones read from a screen. */
const bytesInPart = 380
const partsMax = 999
const pattern = /^VP1:([\dA-F]{1,8}-[\dA-F]{8}):(\d{1,3})\/(\d{1,3}):([\dA-Z $%*+\-./:]*)$/

/** More than a year of meetings; whoever sends more sends something else. */
export const carriedMax = bytesInPart * partsMax

const hex = (value: number, length: number): string =>
  value.toString(16).toUpperCase().padStart(length, '0')

const nameOf = (bytes: Uint8Array): string => `${hex(bytes.length, 1)}-${hex(crc32(bytes), 8)}`

const withSum = (bytes: Uint8Array): Uint8Array => {
  const sum = crc32(bytes)
  return Uint8Array.from([...bytes, sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255])
}

/** The parts of some bytes, each one line; a RangeError for nothing and for more than `carriedMax`. */
export const partsOf = (bytes: Uint8Array): readonly string[] => {
  if (bytes.length === 0 || bytes.length > carriedMax)
    throw new RangeError(`${bytes.length} bytes cannot be carried.`)
  const count = Math.ceil(bytes.length / bytesInPart)
  const name = nameOf(bytes)
  return Array.from({ length: count }, (_, i) => {
    const own = bytes.subarray(i * bytesInPart, (i + 1) * bytesInPart)
    return `${mark}:${name}:${i + 1}/${count}:${base45(withSum(own))}`
  })
}

type Part = {
  readonly name: string
  readonly number: number
  readonly count: number
  readonly bytes: Uint8Array
}

const partIn = (line: string): Part | undefined => {
  const [, name, number, count, body] = pattern.exec(line.trim()) ?? []
  if (name === undefined) return undefined
  const all = unbase45(body!)
  if (!all || all.length < 5) return undefined
  const bytes = all.subarray(0, -4)
  const isWhole = withSum(bytes).every((byte, i) => byte === all[i])
  const [one, of] = [Number(number), Number(count)]
  return isWhole && one >= 1 && one <= of ? { name, number: one, count: of, bytes } : undefined
}

/** What came of some lines: the bytes, or what is missing for them. */
export type Joined =
  | { readonly bytes: Uint8Array }
  /** No line is a part. */
  | { readonly why: 'none' }
  /** Parts of more than one whole: which one is meant is for whoever sends them to say. */
  | { readonly why: 'several' }
  /** These are not there yet, or could not be read. */
  | { readonly why: 'missing'; readonly numbers: readonly number[]; readonly count: number }
  /** All are there, and together they are not what was sent. */
  | { readonly why: 'spoilt' }

/** Puts parts together, in whatever order and however often they were read; lines that are no part are passed over. */
export const joined = (lines: readonly string[]): Joined => {
  const parts = lines.flatMap((line) => partIn(line) ?? [])
  const [first] = parts
  if (!first) return { why: 'none' }
  const { name, count } = first
  if (parts.some((part) => part.name !== name || part.count !== count)) return { why: 'several' }
  const byNumber = new Map(parts.map((part) => [part.number, part.bytes]))
  const numbers = Array.from({ length: count }, (_, i) => i + 1)
  const missing = numbers.filter((number) => !byNumber.has(number))
  if (missing.length > 0) return { why: 'missing', numbers: missing, count }
  const bytes = Uint8Array.from(numbers.flatMap((number) => [...byNumber.get(number)!]))
  return nameOf(bytes) === name ? { bytes } : { why: 'spoilt' }
}
