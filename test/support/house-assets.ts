import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Asset } from '#src/http/needs.ts'
import { packageFiles } from '#src/http/package-files.ts'

const require = createRequire(import.meta.url)

/** The fonts as a real service gives them out. */
export const assetsOfHouse = async (): Promise<ReadonlyMap<string, Asset>> => {
  const fonts = packageFiles.filter(({ type }) => type.startsWith('font/'))
  const read = fonts.map(async ({ served, of, stored, type }) => {
    const folder = dirname(require.resolve(`${of}/package.json`))
    const bytes = new Uint8Array(await readFile(join(folder, stored)))
    return [served, { bytes, type }] as const
  })
  return new Map(await Promise.all(read))
}
