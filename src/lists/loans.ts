import type { LocalDate } from '#domain/kernel/dates.ts'
import { products } from '#domain/fund/charter/charter.ts'
import { lasting, whileSame } from '#domain/kernel/kept.ts'
import { type FundBook, membersById, standingsOn } from '#domain/health/book.ts'
import type { HealthFigures } from '#domain/health/health.ts'
import { beyondOf } from '#domain/loans/beyond.ts'
import { stillHeld } from '#domain/loans/held.ts'
import { paidOutOn } from '#domain/loans/loan.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import { chosen, columnsOf, inFiles, listOf } from '#src/lists/column.ts'
import { memberColumns } from '#src/lists/members.ts'

/** A loan where it stands on a day, with the card of whose it is. */
export type LoanRow = LoanStanding & { readonly card: string; readonly asOf: LocalDate }

/** Every loan of a day by its number. */
export const loanRowsOf = ({ loans, members }: FundBook, asOf: LocalDate): readonly LoanRow[] =>
  rowsOf(loans, members, asOf)

const rowsOf = whileSame(
  (loans: FundBook['loans'], members: FundBook['members'], asOf: LocalDate) =>
    lasting(
      standingsOn({ loans }, asOf).map((one) => ({
        ...one,
        asOf,
        card: membersById(members).get(one.loan.memberId)?.card ?? '',
      })),
    ),
)

const { id, text, code, day, sum, number, percent, yesOrNo, group } = columnsOf<LoanRow>()

/** Whatever is said of a loan, wherever loans are listed: to programs, in files, on pages and in statements. */
export const loanColumns = {
  loanId: id(({ loan }) => loan.loanId, ['Id in accounts and facts', 'l-2']),
  number: text(({ loan }) => loan.number, ['Number of the loan', 'L25-02'], { file: 'loan' }),
  memberId: id(({ loan }) => loan.memberId),
  card: text('card', memberColumns.card.said),
  product: code(({ loan }) => loan.terms.product, ['What kind of loan', 'normal'], {
    file: 'type',
    choices: products,
  }),
  currency: text(({ loan }) => loan.terms.currency, ['ISO 4217', 'KHR']),
  principal: sum(({ loan }) => loan.terms.principal, ['What was agreed', '500000']),
  months: number(({ loan }) => loan.terms.months, ['For how many months', '10']),
  rateMonthly: percent(
    ({ loan }) => Number(loan.terms.rateMonthlyPercent),
    ['Interest a month', '1.5'],
  ),
  paidOutOn: day(({ loan }) => paidOutOn(loan), ['When it was paid out', '2025-02-27']),
  status: code('status', ['open, closed or written-off', 'open'], {
    choices: ['open', 'closed', 'written-off'],
  }),
  owed: sum('owed', ['Principal that is still owed', '450000']),
  interestDue: sum(({ owed, interestDue }) => (owed > 0 ? Math.max(interestDue, 0) : 0)),
  overdue: sum('overdue', ['Principal of instalments that fell due and are not paid', '0']),
  daysPastDue: number('daysPastDue', [
    'Days since the oldest of them, less days under relief',
    '0',
  ]),
  nextDue: group(({ nextDue }) => nextDue ?? null),
  nextDueOn: day(({ nextDue }) => nextDue?.on ?? null, undefined, { file: 'next_due' }),
  isUnderRelief: yesOrNo('isUnderRelief'),
  principalPaid: sum('principalPaid', ['Principal paid through the day', '50000']),
  interestPaid: sum('interestPaid', ['Interest paid through the day', '7500']),
  writtenOff: sum('writtenOff', ['Principal given up', '0']),
  // Of an older book: what its terms would ask beyond the fund's, and the papers that are held.
  notDemanded: sum(({ whole, asOf }) => beyondOf(whole, asOf)?.open ?? null),
  held: text(({ loan, asOf }) => stillHeld(loan, asOf).join(' ')),
}

export const loansList = listOf({
  about: 'a loan and where it stands on the day',
  items: ({ book, asOf }) => loanRowsOf(book, asOf),
  columns: chosen(
    loanColumns,
    'number loanId card product currency principal months rateMonthly paidOutOn status owed overdue daysPastDue principalPaid interestPaid writtenOff',
  ),
})

/** A loan with its class, and with what it is for, which stands beside the journal. */
type RegisteredLoan = LoanRow & {
  readonly purpose: string
  readonly health: HealthFigures['loans'][string]
}

const registered = columnsOf<RegisteredLoan>()

/** The loan register as a statement has it. */
export const registerInFiles = inFiles(
  chosen(
    {
      ...loanColumns,
      paidOut: loanColumns.paidOutOn,
      purpose: registered.text('purpose'),
      class: registered.code(({ health }) => health.class),
      relief: registered.text(({ health }) => health.relief),
    },
    'number card product purpose paidOut principal months principalPaid interestPaid owed interestDue overdue daysPastDue nextDueOn class relief notDemanded held',
  ),
)
