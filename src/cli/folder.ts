import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type BookSource, fileBytesMax } from '#src/exchange/paper-book/files.ts'

/** The files of a folder, none larger than a village's book can be. */
export const folderSource =
  (folder: string): BookSource =>
  async (file) => {
    const path = join(folder, file)
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) return 'missing'
    return found.size > fileBytesMax ? 'too-large' : readFile(path)
  }

export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false
