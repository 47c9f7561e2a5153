import type { FileHandle } from 'node:fs/promises'

const lineBytesMax = 64 * 1024 * 1024

/** The first line of a file with its line feed; undefined where none ends within bounds. */
export const firstLine = async (file: FileHandle): Promise<Buffer | undefined> => {
  const pieces: Buffer[] = []
  let at = 0
  while (at < lineBytesMax) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, at)
    if (bytesRead === 0) return undefined
    const end = buffer.subarray(0, bytesRead).indexOf(0x0a)
    pieces.push(buffer.subarray(0, end < 0 ? bytesRead : end + 1))
    if (end >= 0) return Buffer.concat(pieces)
    at += bytesRead
  }
  return undefined
}
