import fc from 'fast-check'
import { expect, test } from 'vitest'
import { photoBytesMax, photoFrom, photoTypeOf } from '#domain/fund/people/photos.ts'
import {
  hiddenWords,
  jpegDot,
  jpegWithWords,
  pngDot,
  pngOfLength,
  pngWithWords,
  webpDot,
  webpWithWords,
} from '#test/support/photos.ts'

const jpeg = new Uint8Array([...jpegDot, 0xff, 0xd9])

const kinds = [
  ['image/jpeg', jpeg, jpegWithWords],
  ['image/png', pngDot, pngWithWords],
  ['image/webp', webpDot, webpWithWords],
] as const

const textIn = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

test.each(kinds)('%s is known by its own bytes and kept as it is', (mediaType, plain) => {
  expect(photoTypeOf(plain)).toBe(mediaType)
  const kept = photoFrom(plain)
  expect(kept).toMatchObject({ mediaType })
  if (typeof kept === 'string') return
  expect(Buffer.from(kept.bytes).equals(Buffer.from(plain))).toBe(true)
})

test.each(kinds)(
  'what a phone wrote into a %s, and what hangs on its end, is not kept',
  (_, plain, more) => {
    expect(textIn(more)).toContain(hiddenWords)
    const kept = photoFrom(more)
    if (typeof kept === 'string') throw new Error(kept)
    expect(textIn(kept.bytes)).not.toContain(hiddenWords)
    expect(Buffer.from(kept.bytes).equals(Buffer.from(plain))).toBe(true)
  },
)

test.each(kinds)('a %s that was cut off is no photo', (_, plain) => {
  for (let length = 0; length < plain.length - 1; length += 1)
    expect([length, photoFrom(plain.subarray(0, length))]).toEqual([length, 'no-photo'])
})

test('a photo may be as large as the limit and no larger', () => {
  expect(photoFrom(pngOfLength(photoBytesMax))).toMatchObject({ mediaType: 'image/png' })
  expect(photoFrom(pngOfLength(photoBytesMax + 1))).toBe('photo-too-large')
})

test.each([
  ['a page', '<!doctype html><script>1</script>'],
  ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="1"/>'],
  ['a moving picture', 'GIF89a'],
  ['a paper', '%PDF-1.7'],
  ['nothing', ''],
  ['a sound in the wrapping of a picture', 'RIFF\u0004\0\0\0WAVE'],
])('%s is no photo, whatever it is called', (_, words) => {
  expect(photoFrom(new TextEncoder().encode(words))).toBe('no-photo')
})

test('no bytes make the reading of a photo fail or keep more than came', () => {
  const starts = fc.constantFrom(jpeg, pngDot, webpDot, new Uint8Array())
  fc.assert(
    fc.property(
      starts,
      fc.nat({ max: 60 }),
      fc.uint8Array({ maxLength: 80 }),
      (start, at, noise) => {
        const bytes = new Uint8Array([...start.subarray(0, at), ...noise, ...start.subarray(at)])
        const kept = photoFrom(bytes)
        if (typeof kept !== 'string') expect(kept.bytes.length).toBeLessThanOrEqual(bytes.length)
      },
    ),
  )
})
