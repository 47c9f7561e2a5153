import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Mismatch, SheetColumn, SheetRow } from '#src/app/meeting/sheet.ts'
import type { Faults, GrantCell, LineCell, PayoutCell } from '#src/pages/meeting/grid-typed.ts'
import type { sheetWords } from '#src/words/words.ts'

export type Grid = {
  readonly formId: string
  readonly on: LocalDate
  readonly currency: Currency
  readonly shareValue: number
  readonly rows: readonly SheetRow[]
  readonly windows: readonly string[]
  /** Who has a loan in the book, paid off or not. */
  readonly borrowers: ReadonlySet<string>
  /** Whether all places for loans paid out and for support are shown. */
  readonly hasMorePlaces: boolean
  readonly lastClosing: number | undefined
  /** Whether anything of this meeting is in the book. */
  readonly isAlreadyIn: boolean
  /** What stands in each field, as it was typed. */
  readonly of: (name: string) => string
  readonly faults: Faults
  readonly mismatches: readonly Mismatch[]
  /** What the rules did not take, each with its place. */
  readonly refused: readonly string[]
}

export type Words = ReturnType<typeof sheetWords.in>

/** The cells of a line in the order of the paper, with what each column is called. */
export const headings = (words: Words): readonly (readonly [LineCell, string])[] => [
  ['present', words.present],
  ['shares', words.shares],
  ['savings', words.savingsIn],
  ['social', words.socialIn],
  ['fine', words.finesIn],
  ['loan', words.loan],
  ['principal', words.loanPrincipalIn],
  ['interest', words.interestIn],
  ['out', words.savingsOut],
]

/** The columns of loans paid out and of support. */
export const payoutHeadings = (words: Words): readonly (readonly [PayoutCell, string])[] => [
  ['number', words.payoutNumber],
  ['card', words.card],
  ['sum', words.sum],
  ['months', words.months],
  ['yes', words.handsFor],
  ['no', words.handsAgainst],
  ['product', words.product],
]

export const grantHeadings = (words: Words): readonly (readonly [GrantCell, string])[] => [
  ['number', words.grantNumber],
  ['window', words.window],
  ['sum', words.sum],
]

/** The totals in the order of the paper's cash book. */
export const bookColumns = [
  'membersPresent',
  'openingCash',
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
  'closingCash',
] as const satisfies readonly (SheetColumn | 'openingCash' | 'closingCash')[]
