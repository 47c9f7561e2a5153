import { expect, test } from 'vitest'
import { photoFrom, photoTypeOf } from '#domain/fund/people/photos.ts'
import { pngDot, webpDot } from '#test/support/photos.ts'

const segment = (marker: number, ...payload: readonly number[]): number[] => [
  0xff,
  marker,
  0,
  payload.length + 2,
  ...payload,
]
const begins = [0xff, 0xd8]
const scan = [...segment(0xda, 1, 2), 7, 8, 0xff, 0xd9]
const keptOf = (bytes: readonly number[]): readonly number[] | string => {
  const kept = photoFrom(new Uint8Array(bytes))
  return typeof kept === 'string' ? kept : [...kept.bytes]
}

test.each([
  [0xdb, true],
  [0xdf, true],
  [0xe0, true],
  [0xe1, false],
  [0xed, false],
  [0xee, true],
  [0xef, false],
  [0xf0, true],
  [0xfe, false],
])('of a JPEG a segment %i is kept: %s', (marker, isKept) => {
  const one = segment(marker, 5, 6)
  const whole = [...begins, ...segment(0xdb, 1), ...one, ...scan]
  const without = [...begins, ...segment(0xdb, 1), ...scan]
  expect(keptOf(whole)).toEqual(isKept ? whole : without)
})

test.each<readonly [string, readonly number[]]>([
  ['a segment that is shorter than its own length', [0xff, 0xdb, 0, 1]],
  ['a segment of no length', [0xff, 0xdb, 0, 0]],
  ['a segment that goes beyond the file', [0xff, 0xdb, 0xff, 0xff]],
  ['bytes where a segment should begin', [0x00, 0xdb, 0, 2]],
])('a JPEG with %s is no photo', (_, wrong) => {
  expect(keptOf([...begins, ...segment(0xdb, 1), ...wrong, ...scan])).toBe('no-photo')
})

test('an empty segment is a segment, and a picture goes on past what only looks like its end', () => {
  const empty = [...begins, ...segment(0xdb), ...scan]
  expect(keptOf(empty)).toEqual(empty)
  const long = [...begins, ...segment(0xdb, 1), ...segment(0xda), 1, 0xd9, 2, 0xff, 0xd9]
  expect(keptOf([...long, 1, 2, 3])).toEqual(long)
  expect(keptOf([...begins, ...segment(0xdb, 1), ...segment(0xda), 1, 0xd9, 2, 0xff])).toBe(
    'no-photo',
  )
})

test('the end of a PNG that says that more follows is no end', () => {
  const bytes = [...pngDot]
  const last = bytes.length - 12
  expect(keptOf(bytes)).toEqual(bytes)
  expect(keptOf(bytes.with(last + 3, 1))).toBe('no-photo')
})

const text = (words: string): number[] => [...new TextEncoder().encode(words)]
const chunk = (name: string, ...payload: readonly number[]): number[] => [
  ...text(name),
  payload.length,
  0,
  0,
  0,
  ...payload,
  ...(payload.length % 2 === 1 ? [0] : []),
]
const webp = (...chunks: readonly (readonly number[])[]): number[] => {
  const all = chunks.flat()
  return [...text('RIFF'), all.length + 4, 0, 0, 0, ...text('WEBP'), ...all]
}
const drawn = [...webpDot.subarray(12)]

test('what hides between the parts of a WebP is left out, whatever its length', () => {
  for (const payload of [[1, 2], [1, 2, 3], []])
    expect(keptOf(webp(chunk('EXIF', ...payload), drawn))).toEqual(webp(drawn))
  const alpha = chunk('ALPH', 1, 2, 3)
  expect(keptOf(webp(alpha, drawn))).toEqual(webp(alpha, drawn))
  expect(keptOf(webp(drawn, chunk('ALPH')))).toEqual(webp(drawn, chunk('ALPH')))
})

test('a WebP says no more that hidden words, colours or more pictures follow', () => {
  const extended = (flags: number) => chunk('VP8X', flags, 0, 0, 0, 0, 0, 0, 0, 0, 0)
  expect(keptOf(webp(extended(0x3e), drawn))).toEqual(webp(extended(0x10), drawn))
})

test('a WebP of which nothing is drawn, or a part goes beyond its end, is no photo', () => {
  expect(keptOf(webp(chunk('EXIF', 1, 2)))).toBe('no-photo')
  expect(keptOf(webp(drawn, [...text('ALPH'), 4, 0, 0, 0, 1, 2]))).toBe('no-photo')
})

test.each([
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0xff, 0xd8, 0x00], undefined],
  [[0x00, 0xd8, 0xff], undefined],
  [[...pngDot.subarray(0, 8)], 'image/png'],
  [[...pngDot.subarray(0, 7), 0], undefined],
  [[...webpDot.subarray(0, 12)], 'image/webp'],
  [[...webpDot.subarray(0, 8), ...text('WEBQ')], undefined],
  [[...text('RIFX'), ...webpDot.subarray(4, 12)], undefined],
])('a file that begins with %o is %s', (bytes, type) => {
  expect(photoTypeOf(new Uint8Array(bytes))).toBe(type)
})
