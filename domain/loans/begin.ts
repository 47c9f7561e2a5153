import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import { type LocalDate, dayBefore, daysAfter, isLocalDate, later } from '#domain/kernel/dates.ts'
import { isAmount, isAmountOrNought } from '#domain/kernel/money.ts'
import { type CharterVersion, type Product, products } from '#domain/fund/charter.ts'
import { isCode } from '#domain/fund/members.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { bookDifference } from '#domain/loans/books.ts'
import { type CeilingFlag, type CeilingInputs, ceilingFlags } from '#domain/loans/ceiling.ts'
import {
  type Loan,
  type LoanOrigin,
  type LoanTerms,
  isLent,
  lentSoFar,
} from '#domain/loans/loan.ts'
import { type PlanAsked, planRefusal, termsOf } from '#domain/loans/agreed.ts'
import { type Proof, proofFault } from '#domain/loans/proof.ts'
import type { LoanAsked, LoanRequest } from '#domain/loans/request-state.ts'
import { firstDueAfter } from '#domain/loans/schedule.ts'
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
export type PayoutFlag =
  | CeilingFlag
  | 'paid-without-decision'
  | 'differs-from-decision'
  | 'above-cap'
  | 'second-loan'
export type LoanPaidOut = LoanBegun<'LoanPaidOut', PayoutFlag> & {
  readonly proof?: Proof
  /** Through this day all of it may be handed back without interest. */
  readonly moneyBackUntil?: LocalDate
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
export type TakeOverLoan = BeginLoan<'TakeOverLoan'> & {
  readonly owed: number
  readonly paidOutOn: LocalDate
}
export type RecordPayout = BeginLoan<'RecordPayout'> &
  PlanAsked & {
    /** The first part of it, where not all was paid out at once. */
    readonly amount?: number
    readonly proof?: Proof
  }
const monthsMax = 120

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
  if (isLent(loans, loanId)) return { code: 'loan-already-there', at: '/loanId' }
  const isTaken = [...loans.values()].some((loan) => loan.number === number && !loan.isVoid)
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
  const terms = termsOf(command, charter, { on: paidOutOn, firstDueOn })
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

type Paying = Lending & {
  readonly ceiling: CeilingInputs
  /** What was decided about this loan, where anything was. */
  readonly request: LoanRequest | undefined
  readonly isMember: (memberId: string) => boolean
}

const isAsDecided = ({ asked }: LoanRequest, command: RecordPayout): boolean => {
  const told = ({
    memberId,
    product,
    principal,
    months,
    firstDueOn,
    plan,
  }: RecordPayout | LoanAsked) =>
    canonicalJson([
      memberId,
      product,
      principal,
      months,
      firstDueOn ?? null,
      (plan ?? null) as Json,
    ])
  return told(asked) === told(command)
}

const decisionFlags = (request: LoanRequest | undefined, command: RecordPayout): PayoutFlag[] => {
  const isDecided = request?.state === 'approved' && request.decision!.on <= command.effectiveOn
  if (!isDecided) return ['paid-without-decision']
  return isAsDecided(request, command) ? [] : ['differs-from-decision']
}

export type PartFlag = 'above-agreed' | 'paid-without-decision'
export type LoanPartPaidOut = {
  readonly type: 'LoanPartPaidOut'
  readonly v: 1
  readonly loanId: string
  readonly amount: number
  readonly proof?: Proof
  readonly flags: readonly PartFlag[]
  readonly postings: readonly Posting[]
}
export type RecordPayoutPart = Envelope & {
  readonly type: 'RecordPayoutPart'
  readonly loanId: string
  readonly amount: number
  readonly proof?: Proof
}

/** A later part of a loan that was paid out in parts; what is ahead falls due with it. */
export const recordPayoutPart = (
  loan: Loan | undefined,
  { isMember, request }: Pick<Paying, 'isMember' | 'request'>,
  command: RecordPayoutPart,
): Decision<LoanPartPaidOut, never> => {
  if (!loan || loan.isVoid) return invalid('loan-unknown', '/loanId')
  const { id, loanId, amount, proof, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (on < loan.origin.on) return invalid('part-before-payout', '/effectiveOn')
  const badProof = proofFault(proof, { isMember, borrower: loan.memberId })
  if (badProof !== undefined) return invalid('proof-cannot-hold', badProof)
  const draws = [...(loan.draws ?? []), { id, on, amount }]
  const lent = lentSoFar({ ...loan, draws })
  return recorded({
    type: 'LoanPartPaidOut',
    v: 1,
    loanId,
    amount,
    ...(proof === undefined ? {} : { proof }),
    flags: [
      ...(lent > loan.terms.principal ? (['above-agreed'] as const) : []),
      ...(request?.decision?.outcome === 'approved' ? [] : (['paid-without-decision'] as const)),
    ],
    postings: bookDifference(loan, { ...loan, draws }),
  })
}

/** So long, or through the next meeting, money may be brought back without interest. */
export const moneyBackDays = 3

/** Three days, or through the next meeting where that is later. */
const moneyBackUntil = (on: LocalDate, meetingDay: number): LocalDate =>
  later(daysAfter(on, moneyBackDays), firstDueAfter(on, meetingDay))

const payoutFault = (
  { charter, isMember }: Paying,
  command: RecordPayout,
): { readonly code: string; readonly at: string } | undefined => {
  const fault = faultOf(command)
  if (fault !== undefined) return { code: 'loan-cannot-hold', at: fault }
  const { amount, principal, proof, plan, firstDueOn, effectiveOn: on } = command
  if (amount !== undefined && !(isAmount(amount) && amount <= principal))
    return { code: 'amount-not-whole', at: '/amount' }
  const badProof = proofFault(proof, { isMember, borrower: command.memberId })
  if (badProof !== undefined) return { code: 'proof-cannot-hold', at: badProof }
  if (firstDueOn !== undefined && firstDueOn <= on)
    return { code: 'first-due-before-payout', at: '/firstDueOn' }
  const cannot = plan && planRefusal(charter.charter, command, on)
  return cannot && 'at' in cannot ? { code: 'loan-cannot-hold', at: cannot.at } : undefined
}

/** Money that left the box as a loan: a fact, flagged where a rule said no or nobody was asked. */
export const recordPayout = (
  paying: Paying,
  command: RecordPayout,
): Decision<LoanPaidOut, never> => {
  const { loans, charter, ceiling, request } = paying
  const { meetingDay } = charter.charter
  const { loanId, number, memberId, amount, proof, plan, effectiveOn: on } = command
  const fault = payoutFault(paying, command) ?? takenAlready(loans, command)
  if (fault) return invalid(fault.code, fault.at)
  const firstDueOn = command.firstDueOn ?? firstDueAfter(on, meetingDay)
  const terms = termsOf(command, charter, { on, firstDueOn })
  const isWhole = amount === undefined || amount === terms.principal
  const origin: LoanOrigin = { kind: 'paid-out', on, ...(isWhole ? {} : { amount }) }
  const isAboveCap = plan !== undefined && planRefusal(charter.charter, command, on) !== undefined
  const isDecided = request?.state === 'approved'
  return recorded({
    type: 'LoanPaidOut',
    v: 1,
    loanId,
    number,
    memberId,
    terms,
    origin,
    ...(proof === undefined ? {} : { proof }),
    ...(isDecided ? { moneyBackUntil: moneyBackUntil(on, meetingDay) } : {}),
    flags: [
      ...decisionFlags(request, command),
      ...ceilingFlags(charter.charter, terms, ceiling),
      ...(isAboveCap ? (['above-cap'] as const) : []),
      ...(hasOtherLoan(loans, command) ? (['second-loan'] as const) : []),
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
