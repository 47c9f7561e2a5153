/** Small invented pictures: one grey dot each, and what can be hidden in a file of their kind. */

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))

export const pngDot = bytesOf(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
)
export const webpDot = bytesOf('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA')
export const jpegDot = bytesOf(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
)

const join = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => [...part]))

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

/** Where it was taken, as a phone would write it. */
export const hiddenWords = 'GPS 13.0957 N 103.2022 E'

const words = text(hiddenWords)

/** With a segment of an application and a remark before the picture, and words behind its end. */
export const jpegWithWords = join(
  jpegDot.subarray(0, 2),
  [0xff, 0xe1, 0, words.length + 2],
  words,
  [0xff, 0xfe, 0, words.length + 2],
  words,
  jpegDot.subarray(2),
  [0xff, 0xd9],
  words,
)

export const pngWithWords = join(
  pngDot.subarray(0, 33),
  [0, 0, 0, words.length],
  text('tEXt'),
  words,
  [0, 0, 0, 0],
  pngDot.subarray(33),
  words,
)

export const webpWithWords = join(
  webpDot.subarray(0, 4),
  [webpDot.length - 8 + 8 + words.length, 0, 0, 0],
  webpDot.subarray(8),
  text('EXIF'),
  [words.length, 0, 0, 0],
  words,
)

/** A picture of this many bytes that is whole. */
export const pngOfLength = (length: number): Uint8Array => {
  const more = length - pngDot.length - 12
  const size = [more >> 24, (more >> 16) & 255, (more >> 8) & 255, more & 255]
  const filler = join(size, text('IDAT'), new Uint8Array(more), [0, 0, 0, 0])
  return join(pngDot.subarray(0, 33), filler, pngDot.subarray(33))
}
