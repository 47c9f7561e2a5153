import { globSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export type SourceFile = { readonly path: string; readonly text: string }

/** One sentence about one fault: which file, and what about it. */
export type Complaint = string

const notOurs = ['node_modules', '.git', '.cache', '.wrangler', 'data', 'artefacts']

/** The paths of all files of the house below `folder`, without what git does not keep. */
const pathsUnder = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (notOurs.includes(entry.name) || entry.name.endsWith('.tsbuildinfo')) return []
    return entry.isDirectory() ? pathsUnder(root, path) : [path]
  })

/**
 * Every text file of the house that stands in `root` (a file with a zero byte is none), and the
 * `binding.gyp` of each installed package that has one, because npm would build it.
 */
export const readHouse = (root: string): SourceFile[] => [
  ...pathsUnder(root, '.')
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0')),
  ...globSync('node_modules/{*,@*/*}/binding.gyp', { cwd: root }).map((path) => ({
    path,
    text: '',
  })),
]

export const isCode = ({ path }: SourceFile): boolean => path.endsWith('.ts')

export const isUnder = ({ path }: SourceFile, folders: readonly string[]): boolean =>
  folders.some((folder) => path.startsWith(folder))

/** The text of the file at `path`; a house without it is a fault of the caller. */
export const textAt = (files: readonly SourceFile[], path: string): string => {
  const found = files.find((file) => file.path === path)
  if (found === undefined) throw new Error(`the house has no ${path}`)
  return found.text
}
