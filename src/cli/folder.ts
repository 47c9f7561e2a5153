import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type BookSource, fileBytesMax } from '#src/exchange/paper-book/files.ts'

/** The files of a folder, none larger than a village's book can be. */
export const folderSource =
  (folder: string): BookSource =>
  (file) =>
    fileBytes(join(folder, file))

export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false

/** The bytes of one file, or that it is none or too large to be read. */
export const fileBytes = async (path: string): Promise<Uint8Array | 'missing' | 'too-large'> => {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return 'missing'
  return found.size > fileBytesMax ? 'too-large' : readFile(path)
}
