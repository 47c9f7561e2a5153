import type { WorkbookFault } from '#src/exchange/workbook/sheets.ts'

/*
 * The door of a workbook, which is a zip of XML texts. Nothing of it is opened before it is known how large
 * it says it is, and nothing may turn out larger than it said (ADR 82).
 */

/** The largest file that is read: a village's year is under 100 kB. */
const workbookBytesMax = 10 * 1024 * 1024

/** All parts of a workbook together when they are unpacked. */
const unpackedBytesMax = 48 * 1024 * 1024

const partsMax = 500

/** A part that lies in the file; `unpacked` is how large it says it is. */
type Part = {
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly at: number
}

export type Parts = {
  readonly has: (name: string) => boolean
  /** The text of a part; undefined where there is none, or it is not what it says it is. */
  readonly text: (name: string) => Promise<string | undefined>
}

const endSign = 0x0605_4b50
const directorySign = 0x0201_4b50
const localSign = 0x0403_4b50
const endBytes = 22
const commentMax = 65_535
const unset32 = 0xffff_ffff
const unset16 = 0xffff

class Refused extends Error {
  readonly code: WorkbookFault
  constructor(code: WorkbookFault) {
    super(code)
    this.code = code
  }
}

const stop = (code: WorkbookFault): never => {
  throw new Refused(code)
}

const endOf = (view: DataView): number => {
  const first = Math.max(0, view.byteLength - endBytes - commentMax)
  for (let at = view.byteLength - endBytes; at >= first; at -= 1)
    if (view.getUint32(at, true) === endSign) return at
  return stop('workbook-broken')
}

const entryAt = (view: DataView, at: number): Part => {
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const packed = view.getUint32(at + 20, true)
  const unpacked = view.getUint32(at + 24, true)
  if ((flags & 1) !== 0) stop('workbook-encrypted')
  const place = view.getUint32(at + 42, true)
  if ([packed, unpacked, place].includes(unset32)) stop('workbook-too-large')
  // A reader may look elsewhere for a size that is said to come after the part, where nothing bounds it.
  if (packed === 0 && (method === 8 || (flags & 8) !== 0)) stop('workbook-broken')
  const isKnown = method === 0 ? packed === unpacked : method === 8
  // Where nothing is said of a size, nothing would bound it.
  if (!isKnown || (unpacked === 0 && packed > 2)) stop('workbook-broken')
  return { method, packed, unpacked, at: place }
}

const directoryOf = (bytes: Uint8Array): Map<string, Part> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  let at = view.getUint32(end + 16, true)
  // Any of them unset sends a reader to the longer record of large zips, which says something else.
  if (count > partsMax || count === unset16 || [size, at].includes(unset32))
    stop('workbook-too-large')
  const parts = new Map<string, Part>()
  let unpacked = 0
  for (let i = 0; i < count; i += 1) {
    if (view.getUint32(at, true) !== directorySign) stop('workbook-broken')
    const part = entryAt(view, at)
    const nameBytes = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes))
    if (parts.has(name)) stop('workbook-broken')
    parts.set(name, part)
    unpacked += part.unpacked
    if (unpacked > unpackedBytesMax) stop('workbook-too-large')
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

/** Unpacks at most `most` bytes; more than that is not what the part says it is. */
const inflated = async (packed: Uint8Array, most: number): Promise<Uint8Array> => {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
  const whole = new Uint8Array(most)
  let length = 0
  for await (const piece of stream as unknown as AsyncIterable<Uint8Array>) {
    if (length + piece.length > most) return stop('workbook-broken')
    whole.set(piece, length)
    length += piece.length
  }
  return length === most ? whole : stop('workbook-broken')
}

const bytesOf = async (file: Uint8Array, part: Part): Promise<Uint8Array> => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (view.getUint32(part.at, true) !== localSign) stop('workbook-broken')
  const head = 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true)
  const packed = file.subarray(part.at + head, part.at + head + part.packed)
  if (packed.length !== part.packed) stop('workbook-broken')
  return part.method === 0 ? packed : inflated(packed, part.unpacked)
}

const oldSign = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const begins = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, i) => bytes[i] === sign)

/** Two bytes a letter, as the old container writes the names of what is in it. */
const encryptedName = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])

const holds = (bytes: Uint8Array, signs: readonly number[]): boolean => {
  for (let at = bytes.indexOf(signs[0]!); at >= 0; at = bytes.indexOf(signs[0]!, at + 1))
    if (signs.every((sign, i) => bytes[at + i] === sign)) return true
  return false
}

const looksLike = (bytes: Uint8Array): WorkbookFault | undefined => {
  if (bytes.length > workbookBytesMax) return 'workbook-too-large'
  if (begins(bytes, oldSign))
    return holds(bytes, encryptedName) ? 'workbook-encrypted' : 'workbook-old-format'
  if (!begins(bytes, [0x50, 0x4b])) return 'workbook-not-one'
  return bytes.length < endBytes ? 'workbook-broken' : undefined
}

/** Whether a file begins as a workbook or its older kin does, whatever it is called. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  begins(bytes, [0x50, 0x4b, 0x03, 0x04]) || begins(bytes, oldSign)

const letters = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0))

/** What workbooks, and books of other programs, have among their parts; names are never packed. */
const officeSigns = [letters('[Content_Types].xml'), letters('mimetypeapplication/')]

/** A file's own name, out of the folders of a zip; none for what a system adds of its own. A folder's is empty. */
const nameOf = (path: string): string | undefined =>
  path.startsWith('__MACOSX/') ? undefined : path.split('/').at(-1)

/**
 * The files of a zip that are wanted, by their names without folders; undefined where the file is no zip of
 * plain files, such as a workbook. Nothing is opened before it is known how large it says it is.
 */
export const filesOfZip = async (
  bytes: Uint8Array,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array> | WorkbookFault | 'name-twice' | undefined> => {
  const isZip = begins(bytes, [0x50, 0x4b])
  if (!isZip || officeSigns.some((signs) => holds(bytes, signs))) return undefined
  const found = looksLike(bytes)
  if (found !== undefined) return found
  try {
    const parts = directoryOf(bytes)
    const files = new Map<string, Uint8Array>()
    for (const [path, part] of parts) {
      const name = nameOf(path)
      if (name === undefined || !wanted.includes(name)) continue
      if (files.has(name)) return 'name-twice'
      files.set(name, await bytesOf(bytes, part))
    }
    return files
  } catch (error) {
    if (error instanceof Refused) return error.code
    // A place outside of the file, or bytes that do not unpack.
    if (error instanceof RangeError || error instanceof TypeError) return 'workbook-broken'
    throw error
  }
}

/** The parts of a workbook by name, or why it is none. */
export const partsOf = (bytes: Uint8Array): Parts | WorkbookFault => {
  const found = looksLike(bytes)
  if (found !== undefined) return found
  try {
    const parts = directoryOf(bytes)
    if (!parts.has('[Content_Types].xml')) return 'workbook-other-format'
    return {
      has: (name) => parts.has(name),
      text: async (name) => {
        const part = parts.get(name)
        const unpacked = part && (await bytesOf(bytes, part).catch(() => undefined))
        return unpacked && new TextDecoder().decode(unpacked)
      },
    }
  } catch (error) {
    if (error instanceof Refused) return error.code
    // A place outside of the file.
    if (error instanceof RangeError) return 'workbook-broken'
    throw error
  }
}
