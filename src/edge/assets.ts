import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { practiceFolder } from '#src/edge/practice-folder.ts'
import { packageFiles } from '#src/http/package-files.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const folderOf = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))

/** Fills the folder that a Worker brings along: files of packages, and the practice book. */
const fill = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true })
  for (const { served, of, stored } of packageFiles) {
    const to = join(folder, served)
    mkdirSync(dirname(to), { recursive: true })
    cpSync(join(folderOf(of), stored), to)
  }
  cpSync(here('../exchange/practice-book'), join(folder, practiceFolder), { recursive: true })
}

fill(here('../../.cache/edge-assets'))
