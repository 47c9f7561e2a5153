import type { Column } from '#src/exchange/paper-book/columns.ts'
import { type BookFault, fault } from '#src/exchange/paper-book/faults.ts'
import { headingOf, isCalled } from '#src/exchange/paper-book/files.ts'
import { columnLetters } from '#src/exchange/workbook/sheets.ts'

/** Headings of a sheet that takes no other: the columns that are read, and what is left unread. */
type KnownHeadings = {
  readonly columns: readonly Column[]
  /** What other systems call what is not read here, names of people among it; in small letters. */
  readonly unread: readonly string[]
}

/** A slip of the pen is no longer than a heading; what is longer is compared by its beginning. */
const lettersMax = 40

const plain = (text: string): string =>
  text
    .slice(0, lettersMax)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')

/** How many letters must be put in, left out or changed to make one text of the other. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (let j = 0; j < other.length; j += 1) {
      const changed = row[j]! + (letter === other[j] ? 0 : 1)
      next.push(Math.min(changed, row[j + 1]! + 1, next[j]! + 1))
    }
    row = next
  }
  return row.at(-1)!
}

const namesOf = ({ name, khmer, alsoCalled = [] }: Column): readonly string[] => [
  name,
  khmer,
  ...alsoCalled,
]

/** The column whose name is nearest, and whether it is so near that it is meant. */
const nearestOf = (
  heading: string,
  columns: readonly Column[],
): { readonly name: string; readonly isMeant: boolean } => {
  const written = plain(heading)
  const [first] = columns
    .flatMap((column) =>
      namesOf(column).map((name) => ({ column, far: distance(written, plain(name)) })),
    )
    .toSorted((a, b) => a.far - b.far)
  return { name: first!.column.name, isMeant: first!.far <= Math.max(1, written.length / 3) }
}

/** A heading as it is told again: without what a heading does not need. */
const headingText = (heading: string): string =>
  heading.replaceAll(/[^\p{L}\p{M}\p{N} _.()%#/-]/gu, '').slice(0, lettersMax)

const unknownMax = 20

/**
 * Headings that nobody knows, each with its place and the known one that is nearest. One that is a slip of
 * the pen is named; another is told by its place alone, because a name may stand there.
 */
export const unknownHeadings = (
  file: string,
  headings: readonly string[],
  { columns, unread, row = 1 }: KnownHeadings & { readonly row?: number },
): BookFault[] =>
  headings
    .map((heading, at) => ({ heading: headingOf(heading), at }))
    .filter(({ heading }) => heading !== '' && !unread.includes(heading))
    .filter(({ heading }) => !columns.some((column) => isCalled(column, heading)))
    .slice(0, unknownMax)
    .map(({ heading, at }) => {
      const nearest = nearestOf(heading, columns)
      const field = nearest.isMeant ? { field: headingText(heading) } : {}
      return {
        ...fault(file, { row: 1, ...field }, 'column-unknown'),
        cell: `${file}!${columnLetters(at)}${row}`,
        nearest: nearest.name,
      }
    })
