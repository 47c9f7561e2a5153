import type { LocalDate } from '#domain/kernel/dates.ts'
import type { CostTold } from '#domain/fund/costs.ts'
import type { Product } from '#domain/fund/charter/charter.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import type { WrittenTotals } from '#domain/fund/meeting/meetings.ts'
import { type FundBook, total } from '#domain/health/book.ts'
import { livelyStandingsOn } from '#domain/health/lively.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import { inCardOrder } from '#src/app/meeting/card-order.ts'

/** A line of the meeting sheet before anything is written on it: a member, and a loan to pay where there is one. */
export type SheetRow = {
  readonly memberId: string
  readonly card: string
  /** False for the lines of a second and third loan, which have no savings of their own. */
  readonly isFirst: boolean
  readonly loan: { readonly loanId: string; readonly number: string } | undefined
}

/** What the paper sheet says on one line. Sums in smallest units; shares are counted. */
export type SheetLine = {
  readonly row: number
  readonly memberId: string
  readonly isFirst: boolean
  readonly isPresent: boolean
  readonly shares: number
  /** All that was saved, shares included. */
  readonly savingsIn: number
  readonly socialIn: number
  readonly fineIn: number
  readonly loanId: string | undefined
  readonly principal: number
  readonly interest: number
  readonly savingsOut: number
}

/** A loan that was paid out at the meeting, as the loan book has it. */
export type SheetPayout = {
  readonly place: number
  readonly number: string
  readonly memberId: string
  readonly product: Product
  readonly principal: number
  readonly months: number
  /** Hands for and against, as the minutes on paper have them. */
  readonly hands?: { readonly yes: number; readonly no: number }
}

export type SheetGrant = {
  readonly place: number
  readonly windowId: string
  readonly grantNumber: string
  readonly amount: number
}

/** A whole meeting as it stands on paper. */
export type Sheet = {
  readonly on: LocalDate
  readonly openingCash: number
  readonly closingCash: number
  readonly lines: readonly SheetLine[]
  readonly payouts: readonly SheetPayout[]
  readonly grants: readonly SheetGrant[]
  readonly donation: { readonly amount: number; readonly windowId: string | undefined }
  readonly socialOut: number
  readonly expenses: number
  readonly cost?: CostTold
}

const openBefore = (book: FundBook, day: LocalDate): readonly LoanStanding[] =>
  livelyStandingsOn(book.loans, day).filter(
    ({ owed, loan, splits }) =>
      loan.origin.on < day && (owed > 0 || splits.some((split) => split.on === day)),
  )

/** The lines of a meeting's sheet, one a member in card order and one more for each further loan. */
export const sheetRowsOf = (book: FundBook, day: LocalDate): SheetRow[] => {
  const loans = Map.groupBy(openBefore(book, day), ({ loan }) => loan.memberId)
  return book.members
    .filter((member) => isMemberOn(member, day) || loans.has(member.memberId))
    .toSorted((a, b) =>
      isMemberOn(a, day) === isMemberOn(b, day) ? inCardOrder(a, b) : isMemberOn(a, day) ? -1 : 1,
    )
    .flatMap(({ memberId, card }): SheetRow[] => {
      const own = (loans.get(memberId) ?? []).map(({ loan: { loanId, number } }) => ({
        loanId,
        number,
      }))
      const [first, ...more] = own
      return [
        { memberId, card, isFirst: true, loan: first },
        ...more.map((loan) => ({ memberId, card, isFirst: false, loan })),
      ]
    })
}

/** The columns that a sheet adds up, as the paper names them. */
const sheetColumns = [
  'membersPresent',
  'savingsIn',
  'socialIn',
  'finesIn',
  'loanPrincipalIn',
  'interestIn',
  'donorGrantIn',
  'loansOut',
  'savingsOut',
  'socialOut',
  'migrationGrantsOut',
  'expensesOut',
] as const satisfies readonly (keyof WrittenTotals)[]
export type SheetColumn = (typeof sheetColumns)[number]
export type SheetTotals = Readonly<Record<SheetColumn, number>>

/** What a sheet comes to, column by column. */
export const totalsOf = ({ lines, payouts, grants, ...sheet }: Sheet): SheetTotals => {
  const column = (of: (line: SheetLine) => number): number => total(lines.map(of))
  return {
    membersPresent: lines.filter(({ isFirst, isPresent }) => isFirst && isPresent).length,
    savingsIn: column(({ savingsIn }) => savingsIn),
    socialIn: column(({ socialIn }) => socialIn),
    finesIn: column(({ fineIn }) => fineIn),
    loanPrincipalIn: column(({ principal }) => principal),
    interestIn: column(({ interest }) => interest),
    donorGrantIn: sheet.donation.amount,
    loansOut: total(payouts.map(({ principal }) => principal)),
    savingsOut: column(({ savingsOut }) => savingsOut),
    socialOut: sheet.socialOut,
    migrationGrantsOut: total(grants.map(({ amount }) => amount)),
    expensesOut: sheet.expenses,
  }
}

/** What a line brings into the box; taken out is negative. */
export const cashOfLine = (line: SheetLine): number =>
  line.savingsIn + line.socialIn + line.fineIn + line.principal + line.interest - line.savingsOut

/** What lies in the box after each line, in their order: what a counter can check while they go on. */
export const runningCash = ({ openingCash, lines }: Sheet): readonly number[] => {
  let cash = openingCash
  return lines.map((line) => (cash += cashOfLine(line)))
}

/** What must lie in the box at the end, by the opening count and what was written. */
export const cashAtEnd = (sheet: Sheet): number => {
  const { loansOut, migrationGrantsOut, donorGrantIn, socialOut, expensesOut } = totalsOf(sheet)
  const afterLines = runningCash(sheet).at(-1) ?? sheet.openingCash
  return afterLines + donorGrantIn - loansOut - migrationGrantsOut - socialOut - expensesOut
}

export type Mismatch = {
  readonly column: SheetColumn
  readonly computed: number
  readonly written: number
}

/** Columns whose total on paper is not what their lines come to. */
export const mismatchesIn = (sheet: Sheet, written: SheetTotals): readonly Mismatch[] => {
  const computed = totalsOf(sheet)
  return sheetColumns
    .filter((column) => computed[column] !== written[column])
    .map((column) => ({ column, computed: computed[column], written: written[column] }))
}
