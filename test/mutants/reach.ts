import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { importsOf } from '#test/support/imports-of.ts'

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
  loadedBy.set(path, found)
  return found
}

/** Every file of this house that is loaded with a file, however far, and the file itself. */
export const reachOf = (path: string): ReadonlySet<string> => {
  const reached = new Set([path])
  for (const one of reached) for (const next of loads(one)) reached.add(next)
  return reached
}
