import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, dayBefore, isLocalDate } from '#domain/kernel/dates.ts'
import { isAmount, isAmountOrNought } from '#domain/kernel/money.ts'
import { type CharterVersion, type Product, products } from '#domain/fund/charter.ts'
import { isCode } from '#domain/fund/members.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { bookDifference } from '#domain/loans/books.ts'
import { type CeilingFlag, type CeilingInputs, ceilingFlags } from '#domain/loans/ceiling.ts'
import type { Loan, LoanOrigin, LoanTerms, WrittenSplit } from '#domain/loans/loan.ts'
import { firstDueAfter } from '#domain/loans/schedule.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { walk } from '#domain/loans/village-convention.ts'

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

export type RepaymentFlag = 'overpaid' | 'split-differs' | 'paid-by-another' | 'before-payout'
export type RepaymentRecorded = {
  readonly type: 'RepaymentRecorded'
  readonly v: 1
  readonly loanId: string
  readonly amount: number
  readonly written?: WrittenSplit
  readonly flags: readonly RepaymentFlag[]
  readonly postings: readonly Posting[]
}

export type LoanWrittenOff = {
  readonly type: 'LoanWrittenOff'
  readonly v: 1
  readonly loanId: string
  readonly amount: number
  readonly minute?: string
  readonly flags: readonly ('without-minute' | 'differs-from-owed')[]
  readonly postings: readonly Posting[]
}

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
export type TakeOverLoan = BeginLoan<'TakeOverLoan'> & { readonly owed: number; readonly paidOutOn: LocalDate }
export type RecordPayout = BeginLoan<'RecordPayout'>
export type RecordRepayment = Envelope & {
  readonly type: 'RecordRepayment'
  readonly loanId: string
  readonly amount: number
  readonly written?: WrittenSplit
  /** Whose hand the money came from, where the book says so. */
  readonly paidBy?: string
}
export type RecordWriteOff = Envelope & {
  readonly type: 'RecordWriteOff'
  readonly loanId: string
  readonly amount: number
  readonly minute?: string
}

export type BeginLoanRefusal = 'loan-already-there' | 'loan-number-taken'

const monthsMax = 120

const termsOf = (command: BeginLoan<string>, charter: CharterVersion, firstDueOn: LocalDate): LoanTerms => ({
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
  dueDay: charter.charter.meetingDay,
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

const takenRefusal = (loans: ReadonlyMap<string, Loan>, command: BeginLoan<string>): BeginLoanRefusal | undefined => {
  if (loans.has(command.loanId)) return 'loan-already-there'
  return [...loans.values()].some(({ number }) => number === command.number) ? 'loan-number-taken' : undefined
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
): Decision<LoanTakenOver, BeginLoanRefusal> => {
  const { loanId, number, memberId, owed, paidOutOn, effectiveOn: on } = command
  const fault = faultOf(command) ?? (isAmountOrNought(owed) ? undefined : '/owed')
  if (fault !== undefined) return invalid('loan-cannot-hold', fault)
  if (!isLocalDate(paidOutOn) || paidOutOn > on) return invalid('payout-after-takeover', '/paidOutOn')
  const refusal = takenRefusal(loans, command)
  if (refusal) return refused(refusal)
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
): Decision<LoanPaidOut, BeginLoanRefusal> => {
  const { loanId, number, memberId, effectiveOn: on } = command
  const fault = faultOf(command)
  if (fault !== undefined) return invalid('loan-cannot-hold', fault)
  const refusal = takenRefusal(loans, command)
  if (refusal) return refused(refusal)
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
const hasOtherLoan = (loans: ReadonlyMap<string, Loan>, { memberId, product, effectiveOn }: RecordPayout): boolean =>
  [...loans.values()].some((loan) => {
    const isSameSort = (loan.terms.product === 'emergency') === (product === 'emergency')
    return loan.memberId === memberId && isSameSort && (standingOf(loan, effectiveOn)?.owed ?? 0) > 0
  })

const withRepayment = (loan: Loan, command: RecordRepayment): Loan => {
  const { id, amount, written, effectiveOn: on } = command
  return { ...loan, repayments: [...loan.repayments, { id, on, amount, ...(written ? { written } : {}) }] }
}

/**
 * Posts the difference between the books with this repayment and those without it. When it arrives
 * late, the splits of later repayments change, and their corrections carry those repayments' days.
 */
export const recordRepayment = (loan: Loan | undefined, command: RecordRepayment): Decision<RepaymentRecorded, never> => {
  if (!loan) return invalid('loan-unknown', '/loanId')
  const { loanId, amount, written, paidBy, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (written && !(isAmountOrNought(written.interest) && isAmountOrNought(written.principal))) {
    return invalid('amount-not-whole', '/written')
  }
  if (written && written.interest + written.principal !== amount) return invalid('split-does-not-add-up', '/written')
  const after = withRepayment(loan, command)
  const split = walk(after, on).splits.find(({ id }) => id === command.id)!
  const differs = written && (split.ruled.interest !== written.interest || split.ruled.principal !== written.principal)
  const flags: RepaymentFlag[] = [
    ...(split.excess > 0 ? (['overpaid'] as const) : []),
    ...(differs ? (['split-differs'] as const) : []),
    ...(paidBy !== undefined && paidBy !== loan.memberId ? (['paid-by-another'] as const) : []),
    ...(on < loan.origin.on ? (['before-payout'] as const) : []),
  ]
  const postings = bookDifference(loan, after)
  return recorded({ type: 'RepaymentRecorded', v: 1, loanId, amount, ...(written ? { written } : {}), flags, postings })
}

/** The fund stops expecting the money; the claim may remain. Without a minute it is flagged. */
export const recordWriteOff = (loan: Loan | undefined, command: RecordWriteOff): Decision<LoanWrittenOff, never> => {
  if (!loan) return invalid('loan-unknown', '/loanId')
  const { id, loanId, amount, minute, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (minute !== undefined && !isCode(minute)) return invalid('minute-not-a-code', '/minute')
  const after = { ...loan, writeOffs: [...loan.writeOffs, { id, on, amount }] }
  return recorded({
    type: 'LoanWrittenOff',
    v: 1,
    loanId,
    amount,
    ...(minute === undefined ? {} : { minute }),
    flags: [
      ...(minute === undefined ? (['without-minute'] as const) : []),
      ...(walk(loan, on).owed === amount ? [] : (['differs-from-owed'] as const)),
    ],
    postings: bookDifference(loan, after),
  })
}

type LoanBody = LoanTakenOver | LoanPaidOut | RepaymentRecorded | LoanWrittenOff

/** The loan after an entry about it. */
export const loanAfter = (before: Loan | undefined, body: LoanBody, entry: { readonly id: string; readonly on: LocalDate }): Loan => {
  const { id, on } = entry
  switch (body.type) {
    case 'LoanTakenOver':
    case 'LoanPaidOut': {
      const { loanId, number, memberId, terms, origin } = body
      return { loanId, number, memberId, terms, origin, repayments: [], deferrals: [], writeOffs: [] }
    }
    case 'RepaymentRecorded': {
      const repayment = { id, on, amount: body.amount, ...(body.written ? { written: body.written } : {}) }
      return { ...before!, repayments: inOrder([...before!.repayments, repayment]) }
    }
    case 'LoanWrittenOff':
      return { ...before!, writeOffs: inOrder([...before!.writeOffs, { id, on, amount: body.amount }]) }
  }
}

const inOrder = <F extends { readonly id: string; readonly on: LocalDate }>(facts: readonly F[]): F[] =>
  facts.toSorted((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1))
