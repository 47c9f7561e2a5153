import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A small file beside the cases, or in another folder: written whole or not at all, and for its owner alone. */
export const keptFile = (path: string) => ({
  read: async (): Promise<Uint8Array | undefined> => {
    try {
      return new Uint8Array(await readFile(path))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  },
  write: async (sealed: Uint8Array): Promise<void> => {
    await mkdir(dirname(path), { recursive: true })
    const file = await open(`${path}.new`, 'w', 0o600)
    try {
      await file.writeFile(sealed)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(`${path}.new`, path)
  },
})
