import type { EvidenceKind } from '#src/app/watch/sealed-report.ts'

/** The most that one thing may hold: a photo of a paper, a few minutes of a voice. */
export const evidenceBytesMax = 300_000
export const evidenceFilesMax = 3

const beginnings: readonly (readonly [EvidenceKind, readonly number[], number])[] = [
  ['jpeg', [0xff, 0xd8, 0xff], 0],
  ['png', [0x89, 0x50, 0x4e, 0x47], 0],
  ['pdf', [0x25, 0x50, 0x44, 0x46], 0],
  // Ogg, MP3 with its tag, AMR, and the container of phones (after its length).
  ['audio', [0x4f, 0x67, 0x67, 0x53], 0],
  ['audio', [0x49, 0x44, 0x33], 0],
  ['audio', [0x23, 0x21, 0x41, 0x4d, 0x52], 0],
  ['audio', [0x66, 0x74, 0x79, 0x70], 4],
]

/** What a file is by how it begins; undefined for what is none of these. */
export const evidenceKindOf = (bytes: Uint8Array): EvidenceKind | undefined =>
  beginnings.find(([, signs, from]) => signs.every((sign, i) => bytes[from + i] === sign))?.[0]
