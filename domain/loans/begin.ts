import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import { type LocalDate, dayBefore, daysAfter, isLocalDate, later } from '#domain/kernel/dates.ts'
import { isAmount, isAmountOrNought } from '#domain/kernel/money.ts'
import { type CharterVersion, type Product, products, rateOfProduct } from '#domain/fund/charter.ts'
import { isCode } from '#domain/fund/members.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { hasOtherLoan } from '#domain/loans/concurrent.ts'
import { bookDifference } from '#domain/loans/books.ts'
import { type CeilingFlag, type CeilingInputs, ceilingFlags } from '#domain/loans/ceiling.ts'
import { type Loan, type LoanOrigin, type LoanTerms, isLent } from '#domain/loans/loan.ts'
import { type PlanAsked, planRefusal, termsOf } from '#domain/loans/agreed.ts'
import {
  type OlderFlag,
  type OlderTerms,
  heldOf,
  olderFault,
  olderFlags,
} from '#domain/loans/as-written.ts'
import { type Proof, proofFault } from '#domain/loans/proof.ts'
import {
  type LenderKind,
  type LoanAsked,
  type LoanRequest,
  type Security,
  areLenderKinds,
} from '#domain/loans/request-state.ts'
import { firstDueAfter } from '#domain/loans/schedule.ts'

type LoanBegun<Type extends string, Flag extends string> = {
  readonly type: Type
  readonly v: 1
  readonly loanId: string
  readonly number: string
  readonly memberId: string
  readonly terms: LoanTerms
  readonly origin: LoanOrigin
  readonly securities?: readonly Security[]
  readonly flags: readonly Flag[]
  readonly postings: readonly Posting[]
}

export type LoanTakenOver = LoanBegun<
  'LoanTakenOver',
  'owed-above-principal' | 'above-ceiling' | OlderFlag
>
type PayoutFlag =
  | CeilingFlag
  | OlderFlag
  | 'paid-without-decision'
  | 'differs-from-decision'
  | 'second-loan'
  | 'borrower-not-here'
export type LoanPaidOut = LoanBegun<'LoanPaidOut', PayoutFlag> & {
  readonly proof?: Proof
  /** Paid straight to lenders of these kinds, whose debts it ends; their names stand on paper alone. */
  readonly lenderKinds?: readonly LenderKind[]
  /** Through this day all of it may be handed back without interest. */
  readonly moneyBackUntil?: LocalDate
}

type BeginLoan<Type extends string> = Envelope &
  OlderTerms & {
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
    readonly lenderKinds?: readonly LenderKind[]
  }
const monthsMax = 120

const faultOf = (command: BeginLoan<string>): string | undefined => {
  if (!isCode(command.number)) return '/number'
  if (!products.includes(command.product)) return '/product'
  if (!isAmount(command.principal)) return '/principal'
  if (!isAmount(command.months) || command.months > monthsMax) return '/months'
  if (command.firstDueOn !== undefined && !isLocalDate(command.firstDueOn)) return '/firstDueOn'
  return olderFault(command, command.type === 'TakeOverLoan')
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

type Lending = {
  readonly loans: ReadonlyMap<string, Loan>
  readonly charter: CharterVersion
  readonly ceiling: CeilingInputs
  /** The most that a loan may cost a year on the day, in per cent. */
  readonly fairCap: number
}

/** What was taken for it, where anything is told. */
const takenFor = ({ securities }: OlderTerms) => (securities === undefined ? {} : { securities })

const rateGround = ({ charter, fairCap }: Lending, { product }: BeginLoan<string>) => ({
  capYearlyPercent: fairCap,
  charterPercent: rateOfProduct(charter.charter, product),
})

const begun = (command: BeginLoan<string>, terms: LoanTerms, origin: LoanOrigin): Loan => {
  const { loanId, number, memberId } = command
  return { loanId, number, memberId, terms, origin, repayments: [], deferrals: [], writeOffs: [] }
}

/** A loan of an older book, with the principal still owed; its instalments go on at the next meeting. */
export const takeOverLoan = (
  lending: Lending,
  command: TakeOverLoan,
): Decision<LoanTakenOver, never> => {
  const { loans, charter, ceiling, fairCap } = lending
  const { loanId, number, memberId, owed, paidOutOn, effectiveOn: on } = command
  const fault = faultOf(command) ?? (isAmountOrNought(owed) ? undefined : '/owed')
  if (fault !== undefined) return invalid('loan-cannot-hold', fault)
  if (!isLocalDate(paidOutOn) || paidOutOn > on)
    return invalid('payout-after-takeover', '/paidOutOn')
  const taken = takenAlready(loans, command)
  if (taken) return invalid(taken.code, taken.at)
  const firstDueOn = command.firstDueOn ?? firstDueAfter(dayBefore(on), charter.charter.meetingDay)
  const terms = termsOf(command, charter, { on: paidOutOn, firstDueOn, fairCap })
  // Of a book that says nothing of its price and its papers, nothing more is asked.
  const isTold = command.asWritten !== undefined || command.securities !== undefined
  const isAboveCeiling =
    isTold &&
    ceilingFlags(charter.charter, { terms, purpose: undefined }, { inputs: ceiling, on }).includes(
      'above-ceiling',
    )
  const origin: LoanOrigin = { kind: 'taken-over', on, owed, paidOutOn }
  return recorded({
    type: 'LoanTakenOver',
    v: 1,
    loanId,
    number,
    memberId,
    terms,
    origin,
    ...takenFor(command),
    flags: [
      ...(owed > command.principal ? (['owed-above-principal'] as const) : []),
      ...(isAboveCeiling ? (['above-ceiling'] as const) : []),
      ...olderFlags(command, rateGround(lending, command)),
    ],
    postings: bookDifference(undefined, begun(command, terms, origin)),
  })
}

type Paying = Lending & {
  /** What was decided about this loan, where anything was. */
  readonly request: LoanRequest | undefined
  readonly isMember: (memberId: string) => boolean
  /** Whether the borrower is at home, a member and alive on the day. */
  readonly isHere: boolean
  /** What of an emergency line that was opened is left to the borrower on the day. */
  readonly lineLeft: number
}

/** What was agreed to be paid to lenders is paid to one of them, or to all. */
const isPaidToLenders = ({ asked }: LoanRequest, { lenderKinds = [] }: RecordPayout): boolean => {
  const agreed = asked.buyOut?.lenderKinds
  return (
    agreed === undefined ||
    (lenderKinds.length > 0 && lenderKinds.every((kind) => agreed.includes(kind)))
  )
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

const decisionFlags = ({ request, lineLeft }: Paying, command: RecordPayout): PayoutFlag[] => {
  // A sum that was promised before the season and opened by two keys was voted on then.
  const isOfLine = command.product === 'emergency' && command.principal <= lineLeft
  const isDecided = request?.state === 'approved' && request.decision!.on <= command.effectiveOn
  if (!isDecided) return isOfLine ? [] : ['paid-without-decision']
  const isSame =
    isAsDecided(request, command) &&
    isPaidToLenders(request, command) &&
    isPricedAsDecided(request, command)
  return isSame ? [] : ['differs-from-decision']
}

/** No vote can decide a written rate or a paper; a fee it can, within the cap. */
const isPricedAsDecided = ({ asked }: LoanRequest, { asWritten, securities }: OlderTerms) =>
  asWritten?.method === undefined &&
  (asWritten?.fee ?? asked.fee) === asked.fee &&
  heldOf(securities).length === 0

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
  const { amount, principal, proof, plan, asWritten, firstDueOn, effectiveOn: on } = command
  if (amount !== undefined && !(isAmount(amount) && amount <= principal))
    return { code: 'amount-not-whole', at: '/amount' }
  const badProof = proofFault(proof, { isMember, borrower: command.memberId })
  if (badProof !== undefined) return { code: 'proof-cannot-hold', at: badProof }
  if (firstDueOn !== undefined && firstDueOn <= on)
    return { code: 'first-due-before-payout', at: '/firstDueOn' }
  if (command.lenderKinds && !areLenderKinds(command.lenderKinds))
    return { code: 'loan-cannot-hold', at: '/lenderKinds' }
  // A plan has a price of its own; an older book's stands beside months alone.
  if (plan && asWritten) return { code: 'loan-cannot-hold', at: '/asWritten' }
  const cannot = plan && planRefusal(charter.charter, command, on)
  return cannot && 'at' in cannot ? { code: 'loan-cannot-hold', at: cannot.at } : undefined
}

/** Money that left the box as a loan: a fact, flagged where a rule said no or nobody was asked. */
export const recordPayout = (
  paying: Paying,
  command: RecordPayout,
): Decision<LoanPaidOut, never> => {
  const { loans, charter, ceiling, request, fairCap, isHere } = paying
  const { meetingDay } = charter.charter
  const { loanId, number, memberId, amount, proof, lenderKinds, plan, effectiveOn: on } = command
  const fault = payoutFault(paying, command) ?? takenAlready(loans, command)
  if (fault) return invalid(fault.code, fault.at)
  const firstDueOn = command.firstDueOn ?? firstDueAfter(on, meetingDay)
  const terms = termsOf(command, charter, { on, firstDueOn, fairCap })
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
    ...takenFor(command),
    ...(proof === undefined ? {} : { proof }),
    ...(lenderKinds === undefined ? {} : { lenderKinds }),
    ...(isDecided ? { moneyBackUntil: moneyBackUntil(on, meetingDay) } : {}),
    flags: [
      ...decisionFlags(paying, command),
      ...ceilingFlags(
        charter.charter,
        { terms, purpose: request?.asked.purpose },
        { inputs: ceiling, on },
      ),
      ...(isAboveCap ? (['above-cap'] as const) : []),
      ...olderFlags(command, rateGround(paying, command)),
      ...(hasOtherLoan(loans, { ...command, on }) ? (['second-loan'] as const) : []),
      ...(isHere ? [] : (['borrower-not-here'] as const)),
    ],
    postings: bookDifference(undefined, begun(command, terms, origin)),
  })
}
