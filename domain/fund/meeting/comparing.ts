import type { LocalDate } from '#domain/kernel/dates.ts'
import { inOrder, isMemberOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

/** What is compared of a member: savings that everybody may see, and principal left on all loans together. */
export const figureNames = ['savings', 'loan'] as const
export type FigureName = (typeof figureNames)[number]

/** What the paper book says of one member, smallest units; a figure that it does not say is left out. */
export type PaperFigures = {
  readonly memberId: string
  readonly savings?: number
  readonly loan?: number
}

type Compared = { readonly paper: number; readonly system: number }

export type ComparedRow = {
  readonly memberId: string
  readonly savings?: Compared
  readonly loan?: Compared
}

/** Figures of a member that the paper does not say. They were not compared, and are nowhere counted as zero. */
export type NotCompared = { readonly memberId: string; readonly figures: readonly FigureName[] }

/** Both sides of what a paper book says, and what it does not say. */
type ComparedSides = {
  readonly rows: readonly ComparedRow[]
  readonly notCompared: readonly NotCompared[]
}

/** What the village's own books say on a day: nothing of it is made from private savings. */
export type ComparisonState = {
  readonly members: ReadonlyMap<string, Member>
  readonly savedOn: (on: LocalDate) => ReadonlyMap<string, number>
  readonly owedOn: (on: LocalDate) => ReadonlyMap<string, number>
}

type OnPaper = {
  readonly on: LocalDate
  readonly systemOf: (memberId: string, figure: FigureName) => number
}

const rowOf = ({ systemOf }: OnPaper, row: PaperFigures): ComparedRow => {
  const compared = figureNames.flatMap((name) => {
    const paper = row[name]
    return paper === undefined ? [] : [[name, { paper, system: systemOf(row.memberId, name) }]]
  })
  return { memberId: row.memberId, ...Object.fromEntries(compared) }
}

/** Whoever is of the fund on the day, and whoever has left and still has something with it. */
const isExpected = ({ on, systemOf }: OnPaper, member: Member): boolean =>
  member.admittedOn <= on &&
  (isMemberOn(member, on) || figureNames.some((name) => systemOf(member.memberId, name) !== 0))

const systemFiguresOn = (state: ComparisonState, on: LocalDate): OnPaper => {
  const says = { savings: state.savedOn(on), loan: state.owedOn(on) }
  return { on, systemOf: (memberId, figure) => says[figure].get(memberId) ?? 0 }
}

/** Everybody who has figures in the book on a day, or could have. */
export const expectedOn = (state: ComparisonState, on: LocalDate): readonly Member[] => {
  const told = systemFiguresOn(state, on)
  return [...state.members.values()].filter((member) => isExpected(told, member))
}

const notComparedOf = (
  { members }: ComparisonState,
  told: OnPaper,
  figures: readonly PaperFigures[],
): NotCompared[] => {
  const said = new Map(figures.map((row) => [row.memberId, row]))
  return [...members.values()]
    .filter((member) => isExpected(told, member))
    .map(({ memberId }) => ({
      memberId,
      figures: figureNames.filter((name) => said.get(memberId)?.[name] === undefined),
    }))
    .filter((one) => one.figures.length > 0)
}

/** One figure of one member on which paper and system do not agree. `difference` is paper less system. */
export type Difference = Compared & {
  readonly memberId: string
  readonly figure: FigureName
  readonly difference: number
}

/** What does not agree, in the order of the rows. */
export const differencesIn = (rows: readonly ComparedRow[]): readonly Difference[] =>
  rows.flatMap((row) =>
    figureNames.flatMap((figure) => {
      const one = row[figure]
      return one === undefined || one.paper === one.system
        ? []
        : [{ memberId: row.memberId, figure, ...one, difference: one.paper - one.system }]
    }),
  )

/** What is told of a day's paper. The figures are of members, each once. */
export const comparedOn = (
  state: ComparisonState,
  { figures, on }: { readonly figures: readonly PaperFigures[]; readonly on: LocalDate },
): ComparedSides => {
  const told = systemFiguresOn(state, on)
  return {
    rows: figures.map((row) => rowOf(told, row)),
    notCompared: notComparedOf(state, told, figures),
  }
}

/** What a comparison came to: its differences, not the figures that agree. */
export type Counted = {
  readonly on: LocalDate
  /** Members of whom the paper said something, and figures that it said. */
  readonly members: number
  readonly figures: number
  readonly differences: readonly Difference[]
  readonly notCompared: readonly NotCompared[]
}

/** What the fund keeps of a comparison. */
export type Comparison = Counted & { readonly id: EntryId; readonly confirmedBy: string }

type Signed = ComparedSides & Pick<Comparison, 'confirmedBy'>

/** What both sides come to, signed or not. */
export const countedOf = ({ rows, notCompared }: ComparedSides, on: LocalDate): Counted => {
  const said = rows.flatMap((row) => figureNames.filter((name) => row[name] !== undefined))
  const [members, figures] = [rows.length, said.length]
  return { on, members, figures, differences: differencesIn(rows), notCompared }
}

/** What the fund keeps of a comparison that was signed, or would be. */
export const comparisonOf = (
  body: Signed,
  { entryId: id, on }: { readonly entryId: EntryId; readonly on: LocalDate },
): Comparison => ({ ...countedOf(body, on), id, confirmedBy: body.confirmedBy })

/** The fund after a comparison; of two of one day the one that was written down last comes last. */
export const fundAfterComparison = <Of extends { readonly comparisons?: readonly Comparison[] }>(
  fund: Of,
  body: Signed,
  told: { readonly entryId: EntryId; readonly on: LocalDate },
): Of => ({
  ...fund,
  comparisons: inOrder([...(fund.comparisons ?? []), comparisonOf(body, told)]),
})

/** What the differences of one figure come to, each counted as more than zero. */
export const sumOfDifferences = (differences: readonly Difference[], figure?: FigureName): number =>
  differences.reduce(
    (sum, one) =>
      figure === undefined || one.figure === figure ? sum + Math.abs(one.difference) : sum,
    0,
  )

/** True where everybody was compared and nothing differed. */
export const isClean = ({ differences, notCompared }: Comparison): boolean =>
  differences.length === 0 && notCompared.length === 0

/** So many days of comparing in a row have to be clean before the paper may be laid down. */
export const cleanDaysNeeded = 3

/** How many of the last days of comparing in a row were clean; a day counts by its last comparison. */
export const cleanDaysOf = (comparisons: readonly Comparison[], through: LocalDate): number => {
  const lastOfDay = new Map(
    comparisons.filter(({ on }) => on <= through).map((one) => [one.on, one]),
  )
  const days = [...lastOfDay.values()]
  return days.length - 1 - days.findLastIndex((one) => !isClean(one))
}
