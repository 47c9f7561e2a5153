import { type Complaint, type SourceFile, isCode, isUnder } from '#test/support/house.ts'
import { importsOf } from '#test/support/imports-of.ts'

/** Files that import each other, in however many steps, also where they take types alone. */
export const circles = (files: readonly SourceFile[]): Complaint[] => {
  const code = files.filter((file) => isCode(file) && isUnder(file, ['domain/', 'src/', 'infra/']))
  const paths = new Set(code.map(({ path }) => path))
  const next = new Map(
    code.map(({ path, text }) => [
      path,
      importsOf(text).flatMap(({ what }) => (paths.has(what.slice(1)) ? [what.slice(1)] : [])),
    ]),
  )
  const done = new Set<string>()
  const complaints: Complaint[] = []
  const walk = (path: string, way: readonly string[]): void => {
    if (way.includes(path))
      complaints.push(`${[...way.slice(way.indexOf(path)), path].join(' -> ')} is a circle`)
    if (done.has(path) || way.includes(path)) return
    for (const one of next.get(path) ?? []) walk(one, [...way, path])
    done.add(path)
  }
  for (const path of paths) walk(path, [])
  return complaints
}
