import { latinDigits, type Currency } from '#domain/kernel/money.ts'
import { type FigureName, type PaperFigures, figureNames } from '#domain/fund/meeting/comparing.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { cardMatches } from '#src/app/desk-day.ts'
import { amountIn } from '#src/desk/entered.ts'

/** What is wrong with a field. */
export type ComparingFault = 'digits' | 'large' | 'second'

type Of = (name: string) => string
type Known = Pick<Member, 'memberId' | 'card'>

export const rowField = (row: number, part: 'who' | FigureName): string => `r${row}-${part}`
export const secondField = 'confirmedBy'
export const pasteField = 'lines'
export const seenField = 'seen'

/** The members that a form was made with, in its order; undefined where it is none of ours. */
export const comparedRows = (members: readonly Known[], of: Of): readonly Known[] | undefined => {
  const rows: Known[] = []
  for (let row = 0; of(rowField(row, 'who')) !== ''; row += 1) {
    const one = members.find(({ memberId }) => memberId === of(rowField(row, 'who')))
    if (!one) return undefined
    rows.push(one)
  }
  return rows.length === 0 ? undefined : rows
}

type ComparingRead = {
  readonly figures: readonly PaperFigures[]
  readonly faults: ReadonlyMap<string, ComparingFault>
}

/** Reads the figures of a form, in digits of either script; an empty field is no figure, and a zero is one. */
export const figuresIn = (rows: readonly Known[], of: Of, currency: Currency): ComparingRead => {
  const faults = new Map<string, ComparingFault>()
  const read = (name: string): number | undefined => {
    const is = amountIn(of(name), currency)
    if (is === 'zero') return 0
    if (is === 'not-digits') faults.set(name, 'digits')
    if (is === 'too-large') faults.set(name, 'large')
    return typeof is === 'number' ? is : undefined
  }
  const figures = rows.flatMap(({ memberId }, row): PaperFigures[] => {
    const said = figureNames.flatMap((name) => {
      const amount = read(rowField(row, name))
      return amount === undefined ? [] : [[name, amount] as const]
    })
    return said.length === 0 ? [] : [{ memberId, ...Object.fromEntries(said) }]
  })
  if (of(secondField) === '') faults.set(secondField, 'second')
  return { figures, faults }
}

export type Pasted = {
  /** What stands in the fields after it, by their names. */
  readonly filled: ReadonlyMap<string, string>
  /** The lines that were not taken: they name no card of the form, or one that came before. */
  readonly left: readonly string[]
}

/** Lines that are looked up; a longer sheet is no village's, and what stands further on is left like a wrong line. */
const linesMax = 2000

/** The sign between columns: a sheet copies tabs, a file has semicolons or commas. */
const separatorOf = (line: string): string => ['\t', ';'].find((sign) => line.includes(sign)) ?? ','

/** A first line that names columns is no member's: it has no digit at all. */
const isHeading = (line: string, place: number): boolean =>
  place === 0 && !/[0-9]/.test(latinDigits(line))

type Cells = { readonly card: string; readonly figures: readonly (readonly [FigureName, string])[] }

/** The three cells of a line; undefined where there are more, as in `M02,1,200,0`, so that no sum is cut apart. */
const cellsOf = (line: string): Cells | undefined => {
  const [card = '', savings = '', loan = '', ...more] = line
    .split(separatorOf(line))
    .map((cell) => cell.trim())
  if (more.some((cell) => cell !== '')) return undefined
  const figures = [['savings', savings] as const, ['loan', loan] as const]
  return { card, figures: figures.filter(([, text]) => text !== '') }
}

/**
 * Takes lines of `card, saved, loan left` into the fields of a form. Figures are read there, not here; an empty cell
 * leaves what was typed.
 */
export const pastedIn = (rows: readonly Known[], text: string): Pasted => {
  const filled = new Map<string, string>()
  const left: string[] = []
  const seen = new Set<number>()
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || isHeading(line, place)) continue
    const { card = '', figures = [] } = (place < linesMax ? cellsOf(line) : undefined) ?? {}
    const row = card === '' ? -1 : rows.findIndex((one) => cardMatches(one.card, card))
    if (row < 0 || seen.has(row)) {
      left.push(line)
      continue
    }
    seen.add(row)
    for (const [name, figure] of figures) filled.set(rowField(row, name), figure)
  }
  return { filled, left }
}
