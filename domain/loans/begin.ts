import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import { type LocalDate, dayBefore, isLocalDate } from '#domain/kernel/dates.ts'
import { isAmount, isAmountOrNought } from '#domain/kernel/money.ts'
import { type CharterVersion, type Product, products } from '#domain/fund/charter.ts'
import { isCode } from '#domain/fund/members.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { bookDifference } from '#domain/loans/books.ts'
import { type CeilingFlag, type CeilingInputs, ceilingFlags } from '#domain/loans/ceiling.ts'
import type { Loan, LoanOrigin, LoanTerms } from '#domain/loans/loan.ts'
import { dueDayOf, firstDueAfter } from '#domain/loans/schedule.ts'
import { standingOf } from '#domain/loans/standing.ts'

type LoanBegun<Type extends string, Flag extends string> = {
  readonly type: Type
  readonly v: 1
  readonly loanId: string
  readonly number: string
  readonly memberId: string
  readonly terms: LoanTerms
  readonly origin: LoanOrigin
  readonly flags: readonly Flag[]
  readonly postings: readonly Posting[]
}

export type LoanTakenOver = LoanBegun<'LoanTakenOver', 'owed-above-principal'>
export type PayoutFlag = CeilingFlag | 'paid-without-decision' | 'second-loan'
export type LoanPaidOut = LoanBegun<'LoanPaidOut', PayoutFlag>

type BeginLoan<Type extends string> = Envelope & {
  readonly type: Type
  readonly loanId: string
  readonly number: string
  readonly memberId: string
  readonly product: Product
  readonly principal: number
  readonly months: number
  readonly firstDueOn?: LocalDate
}
export type TakeOverLoan = BeginLoan<'TakeOverLoan'> & {
  readonly owed: number
  readonly paidOutOn: LocalDate
}
export type RecordPayout = BeginLoan<'RecordPayout'>
const monthsMax = 120

const termsOf = (
  command: BeginLoan<string>,
  charter: CharterVersion,
  firstDueOn: LocalDate,
): LoanTerms => ({
  convention: 'village',
  conventionVersion: 1,
  product: command.product,
  currency: charter.charter.currency,
  principal: command.principal,
  months: command.months,
  rateMonthlyPercent: charter.charter.rateMonthlyPercent[command.product],
  interestStep: charter.charter.interestStep,
  instalmentStep: charter.charter.instalmentStep,
  firstDueOn,
  dueDay: dueDayOf(firstDueOn, charter.charter.meetingDay),
  charterVersion: charter.version,
})

const faultOf = (command: BeginLoan<string>): string | undefined => {
  if (!isCode(command.number)) return '/number'
  if (!products.includes(command.product)) return '/product'
  if (!isAmount(command.principal)) return '/principal'
  if (!isAmount(command.months) || command.months > monthsMax) return '/months'
  if (command.firstDueOn !== undefined && !isLocalDate(command.firstDueOn)) return '/firstDueOn'
  return undefined
}

/** A loan has one id and one number: a second beginning under either is a slip of the pen. */
const takenAlready = (
  loans: ReadonlyMap<string, Loan>,
  { loanId, number }: BeginLoan<string>,
): { readonly code: string; readonly at: string } | undefined => {
  if (loans.has(loanId)) return { code: 'loan-already-there', at: '/loanId' }
  const isTaken = [...loans.values()].some((loan) => loan.number === number)
  return isTaken ? { code: 'loan-number-taken', at: '/number' } : undefined
}

type Lending = { readonly loans: ReadonlyMap<string, Loan>; readonly charter: CharterVersion }

const begun = (command: BeginLoan<string>, terms: LoanTerms, origin: LoanOrigin): Loan => {
  const { loanId, number, memberId } = command
  return { loanId, number, memberId, terms, origin, repayments: [], deferrals: [], writeOffs: [] }
}

/** A loan of an older book, with the principal still owed; its instalments go on at the next meeting. */
export const takeOverLoan = (
  { loans, charter }: Lending,
  command: TakeOverLoan,
): Decision<LoanTakenOver, never> => {
  const { loanId, number, memberId, owed, paidOutOn, effectiveOn: on } = command
  const fault = faultOf(command) ?? (isAmountOrNought(owed) ? undefined : '/owed')
  if (fault !== undefined) return invalid('loan-cannot-hold', fault)
  if (!isLocalDate(paidOutOn) || paidOutOn > on)
    return invalid('payout-after-takeover', '/paidOutOn')
  const taken = takenAlready(loans, command)
  if (taken) return invalid(taken.code, taken.at)
  const firstDueOn = command.firstDueOn ?? firstDueAfter(dayBefore(on), charter.charter.meetingDay)
  const terms = termsOf(command, charter, firstDueOn)
  const origin: LoanOrigin = { kind: 'taken-over', on, owed, paidOutOn }
  return recorded({
    type: 'LoanTakenOver',
    v: 1,
    loanId,
    number,
    memberId,
    terms,
    origin,
    flags: owed > command.principal ? (['owed-above-principal'] as const) : [],
    postings: bookDifference(undefined, begun(command, terms, origin)),
  })
}

/** Money that left the box as a loan: a fact, flagged where a rule said no or nobody was asked. */
export const recordPayout = (
  { loans, charter, ceiling }: Lending & { readonly ceiling: CeilingInputs },
  command: RecordPayout,
): Decision<LoanPaidOut, never> => {
  const { loanId, number, memberId, effectiveOn: on } = command
  const fault = faultOf(command)
  if (fault !== undefined) return invalid('loan-cannot-hold', fault)
  const taken = takenAlready(loans, command)
  if (taken) return invalid(taken.code, taken.at)
  const firstDueOn = command.firstDueOn ?? firstDueAfter(on, charter.charter.meetingDay)
  if (firstDueOn <= on) return invalid('first-due-before-payout', '/firstDueOn')
  const terms = termsOf(command, charter, firstDueOn)
  const origin: LoanOrigin = { kind: 'paid-out', on }
  const isSecond = hasOtherLoan(loans, command)
  return recorded({
    type: 'LoanPaidOut',
    v: 1,
    loanId,
    number,
    memberId,
    terms,
    origin,
    flags: [
      'paid-without-decision' as const,
      ...ceilingFlags(charter.charter, terms, ceiling),
      ...(isSecond ? (['second-loan'] as const) : []),
    ],
    postings: bookDifference(undefined, begun(command, terms, origin)),
  })
}

/** One general and one emergency loan at a time: a second of the same sort is worth a look. */
const hasOtherLoan = (
  loans: ReadonlyMap<string, Loan>,
  { memberId, product, effectiveOn }: RecordPayout,
): boolean =>
  [...loans.values()].some((loan) => {
    const isSameSort = (loan.terms.product === 'emergency') === (product === 'emergency')
    return (
      loan.memberId === memberId && isSameSort && (standingOf(loan, effectiveOn)?.owed ?? 0) > 0
    )
  })
