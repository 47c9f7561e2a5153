import type { PhotoType } from '#domain/fund/people/particulars.ts'

/*
 * A photo is known by its own bytes, and only what is drawn of it is kept. Phones write into a photo where
 * and when it was taken, and anything can be hung on its end: all of that is left out.
 */

/** A face on a small screen; and a fund with a hundred members stays small enough to carry. */
export const photoBytesMax = 30 * 1024

type Span = readonly [from: number, to: number]

const startsWith = (bytes: Uint8Array, signs: readonly number[], from = 0): boolean =>
  signs.every((sign, i) => bytes[from + i] === sign)

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const jpeg = [0xff, 0xd8, 0xff]
const riff = [0x52, 0x49, 0x46, 0x46]
const webp = [0x57, 0x45, 0x42, 0x50]

/** What a file is by its own first bytes, whatever it is called; undefined for all that is no photo. */
export const photoTypeOf = (bytes: Uint8Array): PhotoType | undefined => {
  if (startsWith(bytes, jpeg)) return 'image/jpeg'
  if (startsWith(bytes, png)) return 'image/png'
  return startsWith(bytes, riff) && startsWith(bytes, webp, 8) ? 'image/webp' : undefined
}

const joined = (bytes: Uint8Array, spans: readonly Span[]): Uint8Array => {
  const whole = new Uint8Array(spans.reduce((sum, [from, to]) => sum + to - from, 0))
  let at = 0
  for (const [from, to] of spans) {
    whole.set(bytes.subarray(from, to), at)
    at += to - from
  }
  return whole
}

const nameAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4))

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Colours, and how they were mixed: the only segments of applications that a picture is drawn by. */
const jpegKept = (marker: number): boolean =>
  (marker < 0xe0 || marker > 0xef || marker === 0xe0 || marker === 0xee) && marker !== 0xfe

/** Where the drawn part of a JPEG ends, from its first scan on; -1 where it never does. */
const endOfScans = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at += 1)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2
  return -1
}

const jpegSpans = (bytes: Uint8Array): readonly Span[] | undefined => {
  const view = viewOf(bytes)
  const spans: Span[] = [[0, 2]]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    if (marker === 0xda) {
      const end = endOfScans(bytes, at)
      return end < 0 ? undefined : [...spans, [at, end]]
    }
    const next = at + 2 + view.getUint16(at + 2)
    if (jpegKept(marker)) spans.push([at, next])
    at = next
  }
  return undefined
}

/** Parts of a PNG that are drawn or say how. */
const pngKept: readonly string[] = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND']

const pngSpans = (bytes: Uint8Array): readonly Span[] | undefined => {
  const view = viewOf(bytes)
  const spans: Span[] = [[0, png.length]]
  let at = png.length
  while (at + 12 <= bytes.length) {
    const name = nameAt(bytes, at + 4)
    const next = at + 12 + view.getUint32(at)
    if (next > bytes.length) return undefined
    if (pngKept.includes(name)) spans.push([at, next])
    if (name === 'IEND') return spans
    at = next
  }
  return undefined
}

/** Parts of a WebP that are drawn or say how. */
const webpKept: readonly string[] = ['VP8 ', 'VP8L', 'VP8X', 'ALPH']
/** In VP8X: that hidden words, a colour profile or more pictures follow. None of them is kept. */
const webpPromises = 0x2c | 0x02

const cleanWebp = (bytes: Uint8Array): Uint8Array | undefined => {
  const view = viewOf(bytes)
  const end = 8 + view.getUint32(4, true)
  if (end > bytes.length) return undefined
  const spans: Span[] = [[0, 12]]
  let at = 12
  while (at + 8 <= end) {
    const next = at + 8 + view.getUint32(at + 4, true)
    const padded = next + (next % 2)
    if (next > end) return undefined
    if (webpKept.includes(nameAt(bytes, at))) spans.push([at, Math.min(padded, end)])
    at = padded
  }
  if (spans.length < 2) return undefined
  const clean = joined(bytes, spans)
  viewOf(clean).setUint32(4, clean.length - 8, true)
  if (nameAt(clean, 12) === 'VP8X') clean[20] = clean[20]! & ~webpPromises
  return clean
}

const cleaned = (bytes: Uint8Array, type: PhotoType): Uint8Array | undefined => {
  if (type === 'image/webp') return cleanWebp(bytes)
  const spans = type === 'image/png' ? pngSpans(bytes) : jpegSpans(bytes)
  return spans && joined(bytes, spans)
}

type PhotoRefusal = 'no-photo' | 'photo-too-large'

/**
 * A photo as it may be kept: what it is, and its bytes without all that is not drawn. A file that is not
 * whole is no photo. It is as large as it is once the rest was left out.
 */
export const photoFrom = (
  bytes: Uint8Array,
): { readonly mediaType: PhotoType; readonly bytes: Uint8Array } | PhotoRefusal => {
  const mediaType = photoTypeOf(bytes)
  const clean = mediaType && cleaned(bytes, mediaType)
  if (!mediaType || !clean) return 'no-photo'
  return clean.length > photoBytesMax ? 'photo-too-large' : { mediaType, bytes: clean }
}
