import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type LoanLine, loanBook } from '#src/exchange/loan-book/sheet.ts'
import { monthlyPercent, termMonths, statedLoanOf } from '#src/exchange/loan-book/terms.ts'
import { type BookFault, type FaultCode, fault } from '#src/exchange/paper-book/faults.ts'

type Check = readonly [isWrong: boolean, field: string, code: FaultCode]

type LoanGround = {
  /** The fund's first day: what is told is told of its eve. */
  readonly openedOn: LocalDate
  readonly currency: Currency
  readonly cards: ReadonlySet<string>
}

const instalmentsMax = 600
const everyMax = 120

/** Instalments of all loans together that are computed at once, in some seconds: a hundred loans by the week for a year. */
const instalmentsInAllMax = 6_000

const dayFaults = (line: LoanLine, openedOn: LocalDate): Check[] => {
  const { disbursed, first_due: firstDue } = line
  if (disbursed === undefined) return []
  return [
    [disbursed >= openedOn, 'disbursed', 'paid-out-on-first-day'],
    [firstDue !== undefined && firstDue <= disbursed, 'first_due', 'first-due-before-payout'],
  ]
}

const countFaults = ({ instalments, grace = 0, every = 1, method }: LoanLine): Check[] => {
  if (instalments === undefined) return []
  const isCounted = instalments >= 1 && instalments <= instalmentsMax
  return [
    [!isCounted, 'instalments', 'instalments-out-of-range'],
    [every < 1 || every > everyMax, 'every', 'number-not-whole'],
    [
      isCounted && method !== 'interest-only' && grace >= instalments,
      'grace',
      'grace-out-of-range',
    ],
  ]
}

const sumFaults = (line: LoanLine, { currency, cards }: LoanGround): Check[] => {
  const { card, principal, principal_owed: owed, principal_paid: paid } = line
  const isOther = line.currency !== undefined && line.currency !== currency.toLowerCase()
  return [
    [card !== undefined && !cards.has(card), 'card', 'card-not-here'],
    [isOther, 'currency', 'currency-differs'],
    [principal === 0, 'principal', 'principal-is-nought'],
    [owed === undefined && paid === undefined, 'principal_owed', 'value-missing'],
    // Of a system that is not known nobody knows what its rate is of.
    [line.system === 'other' && line.rate_period === undefined, 'rate_period', 'value-missing'],
  ]
}

const isRead = (line: LoanLine): boolean =>
  line.disbursed !== undefined && line.rate_percent !== undefined && line.system !== undefined

/** What only a line without another fault can be asked: how long it runs, and what a month costs. */
const termFaults = (line: LoanLine, { currency }: LoanGround): Check[] => [
  [termMonths(line) === undefined, 'instalments', 'term-out-of-range'],
  [
    monthlyPercent(statedLoanOf(line, currency)) === undefined,
    'rate_percent',
    'monthly-rate-too-high',
  ],
]

/** Terms are counted instalment by instalment: where there are too many of them, none are. */
const lineFaults = (line: LoanLine, ground: LoanGround, withTerms: boolean): readonly Check[] => {
  const told = [
    ...sumFaults(line, ground),
    ...dayFaults(line, ground.openedOn),
    ...countFaults(line),
  ]
  const isSound = isRead(line) && line.instalments !== undefined && !told.some(([wrong]) => wrong)
  return isSound && withTerms ? [...told, ...termFaults(line, ground)] : told
}

/** What lines say that cannot hold, each alone and all together. */
export const loanBookFaults = (lines: readonly LoanLine[], ground: LoanGround): BookFault[] => {
  const loans = new Set<string>()
  const inAll = lines.reduce((sum, { instalments = 0 }) => sum + instalments, 0)
  const isTooMany = inAll > instalmentsInAllMax
  const found = lines.flatMap((line) => {
    const { loan } = line
    const isTwice = loan !== undefined && loans.has(loan)
    if (loan !== undefined) loans.add(loan)
    const told: readonly Check[] = [
      [isTwice, 'loan', 'loan-twice-in-sheet'],
      ...lineFaults(line, ground, !isTooMany),
    ]
    return told.flatMap(([isWrong, field, code]) =>
      isWrong ? [fault(loanBook.name, { row: line.row, field }, code)] : [],
    )
  })
  return isTooMany ? [fault(loanBook.name, {}, 'too-many-instalments'), ...found] : found
}
