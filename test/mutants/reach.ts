import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { importsOf } from '#test/support/imports-of.ts'

/** What is loaded by a program or a Worker that a file starts. */
const started: Readonly<Record<string, readonly string[]>> = {
  'test/support/command-line.ts': ['src/cli/program.ts'],
  'test/edge/worker.ts': ['src/worker.ts', ...globSync('test/edge/*-worker.ts')],
}
const loadedBy = new Map<string, readonly string[]>()
const loads = (path: string): readonly string[] => {
  const known = loadedBy.get(path)
  if (known) return known
  const found = importsOf(readFileSync(path, 'utf8'))
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .flatMap(({ what }) => {
      if (what.startsWith('#')) return [what.slice(1)]
      return what.startsWith('.') ? [join(dirname(path), what)] : []
    })
    .filter((one) => /\.tsx?$/.test(one) && existsSync(one))
  const all = [...found, ...(started[path] ?? [])]
  loadedBy.set(path, all)
  return all
}

/** Every file of this house that is loaded with a file, however far, and the file itself. */
export const reachOf = (path: string): ReadonlySet<string> => {
  const reached = new Set([path])
  for (const one of reached) for (const next of loads(one)) reached.add(next)
  return reached
}

const layers = new Set(['src', 'domain', 'infra', 'test', 'http', 'pages', 'desk', 'app', 'ts'])
const wordsIn = (path: string): ReadonlySet<string> =>
  new Set(path.split(/[^a-z]+/).map((word) => (layers.has(word) ? word : word.replace(/s$/, ''))))

/** How much the name of a test has of the name of a file: a subject tells more than a layer. */
export const nearnessOf = (path: string, test: string): number => {
  const own = wordsIn(test)
  return [...wordsIn(path)]
    .filter((word) => own.has(word))
    .reduce((sum, word) => sum + (layers.has(word) ? 1 : 4), 0)
}
