import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Curve, pictureOf } from '#test/bench/picture.ts'

/** What a part of the bench tells: a table, what has to be said beside it, and curves as a picture. */
export type Section = {
  readonly name: string
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly notes?: readonly string[]
  readonly curves?: { readonly title: string; readonly of: readonly Curve[] }
}

const docs = new URL('../../docs/', import.meta.url)
export const page = fileURLToPath(new URL('benchmarks.md', docs))

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const told = ({ name, title, heads, rows, notes = [], curves }: Section): string =>
  [
    `## ${title}`,
    [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n'),
    ...(curves ? [`![${curves.title}](pictures/bench-${name}.svg)`] : []),
    ...notes,
  ].join('\n\n')

const marks = (name: string): readonly [string, string] => [
  `<!-- bench ${name} -->`,
  `<!-- end of ${name} -->`,
]

/** The page with one part of it told anew; a part that has no place yet comes last. */
export const renewed = (text: string, name: string, inside: string): string => {
  const [begin, end] = marks(name)
  const from = text.indexOf(begin)
  const whole = `${begin}\n\n${inside}\n\n${end}`
  if (from < 0) return `${text.trimEnd()}\n\n${whole}\n`
  const until = text.indexOf(end, from)
  if (until < 0) throw new Error(`docs/benchmarks.md has no "${end}"`)
  return `${text.slice(0, from)}${whole}${text.slice(until + end.length)}`
}

/** Writes a part into docs/benchmarks.md between its marks, with its picture, and shows it. */
export const keep = (section: Section, machine: string): void => {
  const { name, curves } = section
  const inside = `${told(section)}\n\n_${machine}_`
  console.log(`\n${inside}`)
  writeFileSync(page, renewed(readFileSync(page, 'utf8'), name, inside))
  if (curves)
    writeFileSync(new URL(`pictures/bench-${name}.svg`, docs), pictureOf(curves.title, curves.of))
}
