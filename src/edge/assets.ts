import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { practiceFolder } from '#src/edge/practice-folder.ts'
import { phoneFiles } from '#src/packing/phone-files.ts'
import { packageFiles } from '#src/http/package-files.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const folderOf = (name: string | undefined): string =>
  name === undefined
    ? here('../..')
    : dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))

/** Puts a file in its place whole, where it is not there already: another build may read it now. */
const putBytes = (bytes: Uint8Array, to: string): void => {
  if (existsSync(to) && readFileSync(to).equals(bytes)) return
  mkdirSync(dirname(to), { recursive: true })
  const beside = `${to}.${process.pid}`
  writeFileSync(beside, bytes)
  renameSync(beside, to)
}

const put = (from: string, to: string): void => putBytes(readFileSync(from), to)

/** Fills the folder that a Worker brings along: files of packages, and the practice book. */
const fill = (folder: string): void => {
  for (const { served, of, stored } of packageFiles)
    put(join(folderOf(of), stored), join(folder, served))
  const book = here('../exchange/practice-book')
  for (const file of globSync('*', { cwd: book }))
    put(join(book, file), join(folder, practiceFolder, file))
}

const folder = here('../../.cache/edge-assets')
fill(folder)
for (const { path, text } of await phoneFiles())
  putBytes(Buffer.from(text), join(folder, path.endsWith('/') ? `${path}index.html` : path))
