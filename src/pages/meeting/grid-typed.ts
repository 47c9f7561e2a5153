import { type CostTold, costTold } from '#domain/fund/costs.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { isCode } from '#domain/fund/people/members.ts'
import { type Product, products } from '#domain/fund/charter/charter.ts'
import type { FundBook } from '#domain/health/book.ts'
import { cardMatches } from '#src/app/desk-day.ts'
import type {
  Sheet,
  SheetColumn,
  SheetGrant,
  SheetLine,
  SheetPayout,
  SheetRow,
  SheetTotals,
} from '#src/app/meeting/sheet.ts'
import { amountIn, sharesIn } from '#src/desk/entered.ts'

/** What is wrong with a cell, as a key of the sheet's words. */
type CellFault =
  | 'digits'
  | 'large'
  | 'below'
  | 'loan'
  | 'without'
  | 'card'
  | 'number'
  | 'months'
  | 'missing'

export type Faults = ReadonlyMap<string, CellFault>

/** Cells of a line and the letter of each, which names its fields and its head: there are five hundred of them. */
export const letterOf = {
  present: 'p',
  shares: 'h',
  savings: 's',
  social: 'c',
  fine: 'f',
  loan: 'n',
  principal: 'a',
  interest: 'i',
  out: 'o',
} as const
export type LineCell = keyof typeof letterOf
export const lineCells = Object.keys(letterOf) as readonly LineCell[]

export const gridCellName = (row: number, cell: LineCell): string => `${letterOf[cell]}${row}`
export const payoutPlaces = 12
export const grantPlaces = 6
export type PayoutCell = 'number' | 'card' | 'product' | 'sum' | 'months' | 'yes' | 'no'
export const payoutField = (place: number, cell: PayoutCell): string => `l${place}-${cell}`
export type GrantCell = 'number' | 'window' | 'sum'
export const grantField = (place: number, cell: GrantCell): string => `g${place}-${cell}`

/** Totals that the lines are added up to; the others are written once, as totals. */
const comparedColumns = [
  'membersPresent',
  'savingsIn',
  'socialIn',
  'finesIn',
  'loanPrincipalIn',
  'interestIn',
  'savingsOut',
  'loansOut',
  'migrationGrantsOut',
] as const satisfies readonly SheetColumn[]
export const totalField = (column: SheetColumn | 'openingCash' | 'closingCash'): string =>
  `t-${column}`

export const costField = (name: keyof CostTold): string => `t-cost-${name}`

type Of = (name: string) => string

export const rowsField = 'rows'

/**
 * Whose lines a form has, in one hidden field: card by card, with the number of the loan that a line offers. A card is
 * one person's for ever, and no code has a semicolon or a comma in it.
 */
export const rowsSaid = (rows: readonly SheetRow[]): string =>
  rows
    .map(({ card, loan, isFirst }) => `${isFirst ? '' : ','}${card},${loan?.number ?? ''}`)
    .join(';')

const rowSaid = ({ members, loans }: FundBook, line: string): SheetRow | undefined => {
  const isFirst = !line.startsWith(',')
  const [card, number] = line.slice(isFirst ? 0 : 1).split(',')
  const member = members.find((one) => one.card === card)
  const loan = loans.find((one) => one.number === number)
  if (!member || (number !== '' && !loan)) return undefined
  const { memberId, card: own } = member
  return {
    memberId,
    card: own,
    isFirst,
    loan: loan && { loanId: loan.loanId, number: loan.number },
  }
}

/** The lines that a form was made with; undefined for one that no page of ours sends. */
export const rowsSent = (book: FundBook, of: Of): readonly SheetRow[] | undefined => {
  const rows = of(rowsField)
    .split(';')
    .map((line) => rowSaid(book, line))
  return rows.every((row) => row !== undefined) ? rows : undefined
}

type Reading = {
  readonly book: FundBook
  readonly currency: Currency
  readonly shareValue: number
  readonly of: Of
  readonly faults: Map<string, CellFault>
}

/** A sum in a cell; an empty one and a written zero are nothing. */
const sumIn = ({ of, currency, faults }: Reading, name: string): number => {
  const read = amountIn(of(name), currency)
  if (typeof read === 'number') return read
  if (read === 'not-digits') faults.set(name, 'digits')
  if (read === 'too-large') faults.set(name, 'large')
  return 0
}

const countIn = ({ of, faults }: Reading, name: string): number => {
  const read = sharesIn(of(name))
  if (typeof read === 'number') return read
  if (read === 'not-digits') faults.set(name, 'digits')
  if (read === 'too-large') faults.set(name, 'large')
  return 0
}

/** The loan of a number that stands in a cell. */
const loanIn = (reading: Reading, name: string): string | undefined => {
  const number = reading.of(name).trim()
  if (number === '') return undefined
  const loan = reading.book.loans.find((one) => one.number.toUpperCase() === number.toUpperCase())
  if (!loan) reading.faults.set(name, 'loan')
  return loan?.loanId
}

const lineIn = (reading: Reading, { memberId, isFirst }: SheetRow, row: number): SheetLine => {
  const { of, shareValue, faults } = reading
  const at = (cell: LineCell): string => gridCellName(row, cell)
  const shares = isFirst ? countIn(reading, at('shares')) : 0
  const typed = isFirst ? sumIn(reading, at('savings')) : 0
  const isUnsaid = isFirst && of(at('savings')).trim() === ''
  const savingsIn = isUnsaid ? shares * shareValue : typed
  if (!faults.has(at('savings')) && savingsIn < shares * shareValue)
    faults.set(at('savings'), 'below')
  const principal = sumIn(reading, at('principal'))
  const interest = sumIn(reading, at('interest'))
  const loanId = loanIn(reading, at('loan'))
  if (principal + interest > 0 && of(at('loan')).trim() === '') faults.set(at('loan'), 'without')
  const own = (cell: LineCell): number => (isFirst ? sumIn(reading, at(cell)) : 0)
  return {
    row,
    memberId,
    isFirst,
    isPresent: of(at('present')) === 'yes',
    shares,
    savingsIn,
    socialIn: own('social'),
    fineIn: own('fine'),
    loanId,
    principal,
    interest,
    savingsOut: own('out'),
  }
}

const monthsMax = 120

const payoutIn = (reading: Reading, place: number): SheetPayout[] => {
  const { of, book, faults } = reading
  const at = (cell: PayoutCell): string => payoutField(place, cell)
  const cells = [at('number'), at('card'), at('sum'), at('months')]
  if (cells.every((name) => of(name).trim() === '')) return []
  const number = of(at('number')).trim()
  if (!isCode(number)) faults.set(at('number'), 'number')
  const asked = of(at('card')).trim()
  const member = book.members.find(({ card }) => cardMatches(card, asked))
  if (!member) faults.set(at('card'), 'card')
  const principal = sumIn(reading, at('sum'))
  if (principal === 0 && !faults.has(at('sum'))) faults.set(at('sum'), 'missing')
  const months = countIn(reading, at('months'))
  if (months < 1 || months > monthsMax) faults.set(at('months'), 'months')
  const product = products.find((one) => one === of(at('product'))) ?? ('normal' as Product)
  const isVoted = [at('yes'), at('no')].some((name) => of(name).trim() !== '')
  const hands = isVoted
    ? { hands: { yes: countIn(reading, at('yes')), no: countIn(reading, at('no')) } }
    : {}
  const terms = { product, principal, months, ...hands }
  return member ? [{ place, number, memberId: member.memberId, ...terms }] : []
}

const grantIn = (reading: Reading, place: number): SheetGrant[] => {
  const { of, book, faults } = reading
  const at = (cell: GrantCell): string => grantField(place, cell)
  if ([at('number'), at('sum')].every((name) => of(name).trim() === '')) return []
  const grantNumber = of(at('number')).trim()
  if (!isCode(grantNumber)) faults.set(at('number'), 'number')
  const amount = sumIn(reading, at('sum'))
  if (amount === 0 && !faults.has(at('sum'))) faults.set(at('sum'), 'missing')
  const windowId = book.windows.find((one) => one.windowId === of(at('window')))?.windowId
  if (windowId === undefined) faults.set(at('window'), 'missing')
  return windowId === undefined ? [] : [{ place, windowId, grantNumber, amount }]
}

const places = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1)

type GridRead = {
  readonly sheet: Sheet
  readonly written: SheetTotals
  readonly faults: Faults
}

/** Reads a whole grid, in digits of either script; what cannot be read is told by its cell. */
export const gridIn = (
  book: FundBook,
  rows: readonly SheetRow[],
  asked: { readonly on: LocalDate; readonly of: Of } & Pick<Reading, 'currency' | 'shareValue'>,
): GridRead => {
  const { on, of } = asked
  const faults = new Map<string, CellFault>()
  const reading: Reading = { ...asked, book, faults }
  const single = (column: SheetColumn): number => sumIn(reading, totalField(column))
  const closing = totalField('closingCash')
  const sheet: Sheet = {
    on,
    openingCash: sumIn(reading, totalField('openingCash')),
    closingCash: sumIn(reading, closing),
    lines: rows.map((row, i) => lineIn(reading, row, i)),
    payouts: places(payoutPlaces).flatMap((place) => payoutIn(reading, place)),
    grants: places(grantPlaces).flatMap((place) => grantIn(reading, place)),
    donation: {
      amount: single('donorGrantIn'),
      windowId: book.windows.find(({ windowId }) => windowId === of('t-window'))?.windowId,
    },
    socialOut: single('socialOut'),
    expenses: single('expensesOut'),
    cost: costTold((name) => of(costField(name))),
  }
  if (of(closing).trim() === '') faults.set(closing, 'missing')
  const compared = Object.fromEntries(
    comparedColumns.map((column) => [
      column,
      column === 'membersPresent'
        ? countIn(reading, totalField(column))
        : sumIn(reading, totalField(column)),
    ]),
  ) as Record<(typeof comparedColumns)[number], number>
  const { donation, socialOut, expenses: expensesOut } = sheet
  const written = { ...compared, donorGrantIn: donation.amount, socialOut, expensesOut }
  return { sheet, written, faults }
}
