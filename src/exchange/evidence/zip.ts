/** A file of an archive, as it will lie in the folder that is unpacked. */
export type ZipFile = { readonly name: string; readonly bytes: Uint8Array }

const polynomial = 0xed_b8_83_20
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1
  return crc >>> 0
})

const crcOf = (bytes: Uint8Array): number => {
  let crc = 0xff_ff_ff_ff
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
  return (crc ^ 0xff_ff_ff_ff) >>> 0
}

type Field = readonly [value: number, length: 2 | 4]

/** Numbers as the format writes them: the smallest byte first. */
const record = (...fields: readonly Field[]): Uint8Array => {
  const bytes: number[] = []
  for (const [value, length] of fields)
    for (let at = 0; at < length; at += 1) bytes.push(Math.floor(value / 256 ** at) % 256)
  return Uint8Array.from(bytes)
}

const version = 20
/** 1 January 1980, from which the format counts: the same pack is the same bytes on every day. */
const day = 0x00_21

/** What the entry of a file and its line of the list at the end have in common. */
const describing = ({ name, bytes }: ZipFile): readonly Field[] => [
  [version, 2],
  [0, 2],
  // As it is: what is large in a pack is packed already.
  [0, 2],
  [0, 2],
  [day, 2],
  [crcOf(bytes), 4],
  [bytes.length, 4],
  [bytes.length, 4],
  [name.length, 2],
  [0, 2],
]

const joined = (pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/**
 * Files in one zip file that every computer opens, none of them packed (APPNOTE.TXT 4.3). Names are of letters,
 * digits, points and hyphens; all of it is less than 4 GiB.
 */
export const zipped = (files: readonly ZipFile[]): Uint8Array<ArrayBuffer> => {
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  const list: Uint8Array[] = []
  let at = 0
  for (const file of files) {
    const [name, fields] = [encoder.encode(file.name), describing(file)]
    list.push(
      record([0x02_01_4b_50, 4], [version, 2], ...fields, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
      name,
    )
    const entry = [record([0x04_03_4b_50, 4], ...fields), name, file.bytes]
    pieces.push(...entry)
    at += entry.reduce((sum, { length }) => sum + length, 0)
  }
  const listed = joined(list)
  const [count, length] = [files.length, listed.length]
  const end = record(
    [0x06_05_4b_50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [length, 4],
    [at, 4],
    [0, 2],
  )
  return joined([...pieces, listed, end])
}
