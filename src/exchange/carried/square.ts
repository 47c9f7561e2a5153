import { signs } from '#src/exchange/carried/signs.ts'

/*
 * Square codes (ISO/IEC 18004) of what a phone carries and of nothing else: signs of base 45, level M, versions 1 to 20. Pages of
 * the service draw theirs with a package that knows all of it; a phone keeps this in a quarter of its weight.
 */

/** By version: bytes of correction in a block, and blocks. */
const correction = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26]
const blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]

/** The quiet edge that cameras need, in modules. */
const border = 4

const bitsOf = (value: number, length: number): readonly number[] =>
  Array.from({ length }, (_, i) => (value >> (length - 1 - i)) & 1)

const sizeOf = (version: number): number => version * 4 + 17

/** Where small marks lie, in both directions. */
const marksOf = (version: number): readonly number[] => {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
  const last = sizeOf(version) - 7
  return [6, ...Array.from({ length: count - 1 }, (_, i) => last - (count - 2 - i) * step)]
}

/** How many bytes a version has room for, with those of correction. */
const roomOf = (version: number): number => {
  const marks = marksOf(version).length
  const ofMarks = marks === 0 ? 0 : (25 * marks - 10) * marks - 55
  const bits = (16 * version + 128) * version + 64 - ofMarks - (version < 7 ? 0 : 36)
  return Math.floor(bits / 8)
}

/** Products in the field of 256 that corrections are counted in. */
const times = (a: number, b: number): number => {
  let product = 0
  for (let i = 7; i >= 0; i -= 1)
    product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> i) & 1) * a)
  return product
}

/** The remainder of bytes by the polynomial whose roots are the first powers of two. */
const correctionOf = (bytes: readonly number[], length: number): readonly number[] => {
  let divisor = [...Array.from({ length: length - 1 }, () => 0), 1]
  for (let i = 0, root = 1; i < length; i += 1, root = times(root, 2))
    divisor = divisor.map((one, j) => times(one, root) ^ (divisor[j + 1] ?? 0))
  return bytes.reduce(
    (rest, byte) => {
      const factor = byte ^ rest[0]!
      return divisor.map((one, i) => (rest[i + 1] ?? 0) ^ times(one, factor))
    },
    divisor.map(() => 0),
  )
}

/** The signs of a text as bits: two in eleven, a last one in six. */
const signBits = (text: string): readonly number[] =>
  (text.match(/..?/g) ?? []).flatMap((two) => {
    const [first, second] = Array.from(two, (sign) => signs.indexOf(sign))
    if (first! < 0 || second! < 0) throw new RangeError('Not in base 45.')
    return second === undefined ? bitsOf(first!, 6) : bitsOf(first! * 45 + second, 11)
  })

/** The bytes of a text with their corrections, block by block in turns; the smallest version that holds them. */
const bytesOf = (text: string): { readonly version: number; readonly bytes: readonly number[] } => {
  const own = signBits(text)
  const holding = (version: number): number =>
    (roomOf(version) - correction[version - 1]! * blocks[version - 1]!) * 8
  const lengthBits = (version: number): number => (version < 10 ? 9 : 11)
  const version =
    blocks.findIndex((_, i) => 4 + lengthBits(i + 1) + own.length <= holding(i + 1)) + 1
  if (version === 0) throw new RangeError('Too much for one square code.')
  const bits = [...bitsOf(2, 4), ...bitsOf(text.length, lengthBits(version)), ...own]
  const room = holding(version)
  bits.push(...bitsOf(0, Math.min(4, room - bits.length)))
  bits.push(...bitsOf(0, (8 - (bits.length % 8)) % 8))
  for (let filler = 0xec; bits.length < room; filler ^= 0xfd) bits.push(...bitsOf(filler, 8))
  const data = Array.from({ length: room / 8 }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
  )
  const count = blocks[version - 1]!
  const short = Math.floor(data.length / count)
  const shortOnes = count - (data.length % count)
  const parts = Array.from({ length: count }, (_, i) => {
    const from = i * short + Math.max(0, i - shortOnes)
    return data.slice(from, from + short + (i < shortOnes ? 0 : 1))
  })
  const sums = parts.map((part) => correctionOf(part, correction[version - 1]!))
  const inTurns = (lists: readonly (readonly number[])[]): readonly number[] =>
    Array.from({ length: lists.at(-1)!.length }, (_, i) =>
      lists.flatMap((one) => one[i] ?? []),
    ).flat()
  return { version, bytes: [...inTurns(parts), ...inTurns(sums)] }
}

type Square = { readonly size: number; readonly rows: (boolean | undefined)[][] }

/** Rings around a place: dark ones and light ones by their distance from it. */
const drawRings = (
  { rows, size }: Square,
  [x, y]: readonly [number, number],
  dark: string,
): void => {
  const wide = dark.length - 1
  for (let dy = -wide; dy <= wide; dy += 1)
    for (let dx = -wide; dx <= wide; dx += 1) {
      const [at, down] = [x + dx, y + dy]
      if (at >= 0 && at < size && down >= 0 && down < size)
        rows[down]![at] = dark[Math.max(Math.abs(dx), Math.abs(dy))] === '1'
    }
}

/** Level M with the first mask. */
const levelM = 0x5412

/** A version with the remainder by which a camera knows that it read it right. */
const versionBits = (version: number): number => {
  let rest = version
  for (let i = 0; i < 12; i += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25)
  return (version << 12) | rest
}

/** What tells a camera how to read it, twice: level M with the first mask, and the version of larger ones. */
const drawFormat = ({ rows, size }: Square, version: number): void => {
  const isDark = (bits: number, i: number): boolean => ((bits >> i) & 1) === 1
  for (let i = 0; i < 15; i += 1) {
    const own = isDark(levelM, i)
    const [x, y] = i < 8 ? [8, i + Number(i > 5)] : [i === 8 ? 7 : 14 - i, 8]
    rows[y]![x] = own
    if (i < 8) rows[8]![size - 1 - i] = own
    else rows[size - 15 + i]![8] = own
  }
  rows[size - 8]![8] = true
  if (version < 7) return
  const told = versionBits(version)
  for (let i = 0; i < 18; i += 1) {
    const [far, near] = [size - 11 + (i % 3), Math.floor(i / 3)]
    rows[near]![far] = isDark(told, i)
    rows[far]![near] = isDark(told, i)
  }
}

/** All of a code but what it says. */
const frameOf = (version: number): Square => {
  const size = sizeOf(version)
  const rows = Array.from({ length: size }, () => Array.from<boolean | undefined>({ length: size }))
  const square = { size, rows }
  for (let i = 0; i < size; i += 1) rows[6]![i] = rows[i]![6] = i % 2 === 0
  for (const corner of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    drawRings(square, corner, '11010')
  const marks = marksOf(version)
  const last = marks.length - 1
  for (const [i, x] of marks.entries())
    for (const [j, y] of marks.entries()) {
      const isCorner = (i === 0 && (j === 0 || j === last)) || (i === last && j === 0)
      if (!isCorner) drawRings(square, [x, y], '101')
    }
  drawFormat(square, version)
  return square
}

/**
 * The modules of a square code, row by row, with its quiet edge; a dark one is true. The mask is always the first one: masks are
 * chosen to break up patterns, and what is carried is packed and has none. Throws RangeError for more than version 20 holds and
 * for other signs.
 */
export const squareOf = (
  text: string,
): { readonly rows: readonly (readonly boolean[])[]; readonly size: number } => {
  const { version, bytes } = bytesOf(text)
  const { size, rows } = frameOf(version)
  const bits = bytes.flatMap((byte) => bitsOf(byte, 8))
  let next = 0
  for (let right = size - 1; right >= 1; right -= right === 8 ? 3 : 2)
    for (let i = 0; i < size; i += 1) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - i : i
      for (const x of [right, right - 1]) {
        if (rows[y]![x] !== undefined) continue
        rows[y]![x] = (bits[next] === 1) !== ((x + y) % 2 === 0)
        next += 1
      }
    }
  const edge = Array.from({ length: border }, () => false)
  const line = Array.from({ length: size + 2 * border }, () => false)
  const around = edge.map(() => line)
  const inside = rows.map((row) => [...edge, ...row.map((isDark) => isDark === true), ...edge])
  return { rows: [...around, ...inside, ...around], size: line.length }
}
