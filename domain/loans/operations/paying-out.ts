import { futureOn } from '#domain/fund/future.ts'
import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { type LocalDate, daysAfter, later } from '#domain/kernel/dates.ts'
import { invalid, recorded } from '#domain/kernel/decision.ts'
import { type Said, described, id, optional, sum } from '#domain/kernel/shape.ts'
import type { CharterVersion } from '#domain/fund/charter/charter.ts'
import { handsFault, isQuorum, votes } from '#domain/fund/hands.ts'
import { notHere } from '#domain/fund/people/life.ts'
import { isSameHousehold } from '#domain/fund/people/households.ts'
import { countActive } from '#domain/fund/people/members.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { planRefusal, termsOf } from '#domain/loans/request/agreed.ts'
import { heldOf, olderFault, olderFlags, pricedAsWritten } from '#domain/loans/as-written.ts'
import {
  beginning,
  begun,
  ceilingOf,
  moneyBackDays,
  rateGround,
  takenAlready,
} from '#domain/loans/begin.ts'
import { bookDifference } from '#domain/loans/books.ts'
import { ceilingFlags } from '#domain/loans/request/ceiling.ts'
import { hasOtherLoan } from '#domain/loans/plan/concurrent.ts'
import { type Lending, loanOf, loanUnknown } from '#domain/loans/lending.ts'
import { type LoanOrigin, lentSoFar } from '#domain/loans/loan.ts'
import { planChoices } from '#domain/loans/plan/plan-shapes.ts'
import { proof, proofFault } from '#domain/loans/request/proof.ts'
import {
  type RequestedLoan,
  type LoanRequest,
  areEachOnce,
  lenderKindsPaid,
} from '#domain/loans/request/request-state.ts'
import { firstDueAfter } from '#domain/loans/plan/schedule.ts'
import { another, byAnother } from '#domain/operations/another.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

const paid = {
  /** The first part of it, where not all was paid out at once. */
  amount: optional(sum),
  proof: optional(proof),
  /** Paid straight to lenders of these kinds, whose debts it ends; their names stand on paper alone. */
  lenderKinds: optional(lenderKindsPaid),
}
const asks = {
  ...beginning,
  plan: optional(planChoices),
  asWritten: optional(pricedAsWritten),
  ...paid,
  vote: described(
    optional(votes),
    'Hands of the meeting that stand on paper alone; they hold with a second officer’s word (`approvedBy`), and as far as so many were present',
  ),
  ...byAnother,
}
type Payout = Envelope & Said<typeof asks>

/** A loan that was decided keeps the charter that its decision was judged by. */
const charterFor = ({ charters, charter, requests }: Lending, loanId: string): CharterVersion => {
  const version = requests.get(loanId)?.decision?.charterVersion
  return charters.find((one) => one.version === version) ?? charter
}

/** What was agreed to be paid to lenders is paid to one of them, or to all. */
const isPaidToLenders = ({ asked }: LoanRequest, { lenderKinds = [] }: Payout): boolean => {
  const agreed = asked.buyOut?.lenderKinds
  return (
    agreed === undefined ||
    (lenderKinds.length > 0 && lenderKinds.every((kind) => agreed.includes(kind)))
  )
}

const isAsDecided = ({ asked }: LoanRequest, command: Payout): boolean => {
  const told = ({
    memberId,
    product,
    principal,
    months,
    firstDueOn,
    plan,
  }: Payout | RequestedLoan) =>
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

/** No vote can decide a written rate or a paper; a fee it can, within the cap. */
const isPricedAsDecided = ({ asked }: LoanRequest, { asWritten, securities }: Payout): boolean =>
  asWritten?.method === undefined &&
  (asWritten?.fee ?? asked.fee) === asked.fee &&
  heldOf(securities).length === 0

/**
 * Whether a vote that stands on paper alone is told of a loan: hands of a meeting that was large enough, more for it than
 * against it, and the own word that it was so of a second officer who lives not with the borrower.
 */
const isVotedOnPaper = ({ members, charter }: Lending, command: Payout): boolean => {
  const { vote, approvedBy, memberId, effectiveOn: on } = command
  if (vote === undefined || approvedBy === undefined || approvedBy === memberId) return false
  const active = countActive(members, on)
  const [borrower, second] = [members.get(memberId), members.get(approvedBy)]
  return (
    !(borrower && second && isSameHousehold(second, borrower, on)) &&
    handsFault(vote, active) === undefined &&
    isQuorum(vote.present, { active, charter: charter.charter }) &&
    vote.yes > vote.no
  )
}

/** What a vote could not have promised, of one that stands on paper alone: the money has gone out, and it is told. */
const roomFlags = ({ requests, roomFor }: Lending, command: Payout) => {
  const { loanId, principal, vote, effectiveOn: on } = command
  if (vote === undefined) return []
  const asked = requests.get(loanId) ?? { loanId, asked: command, requestedOn: on }
  const { lendable, committee } = roomFor(asked, on)
  return flagsOf({
    'more-than-can-be-lent': principal > lendable,
    'above-committee-share': committee !== undefined && principal > committee,
  })
}

const decisionFlags = (now: Lending, command: Payout) => {
  const { requests, lineLeft } = now
  const { loanId, memberId, product, principal, effectiveOn: on } = command
  const request = requests.get(loanId)
  // A sum that was promised before the season and opened by two keys was voted on then.
  const isOfLine = product === 'emergency' && principal <= lineLeft(memberId, on)
  const isDecided = request?.state === 'approved' && request.decision!.on <= on
  const broken = flagsOf({
    'paid-without-decision': !isDecided && !isOfLine && !isVotedOnPaper(now, command),
    'differs-from-decision':
      isDecided &&
      !(
        isAsDecided(request, command) &&
        isPaidToLenders(request, command) &&
        isPricedAsDecided(request, command)
      ),
  })
  // What the household was read is the price of that day alone.
  const told = isDecided ? request.disclosure?.paidOutOn : undefined
  const ofDay = flagsOf({
    'price-of-another-day': told !== undefined && told !== on,
    'fund-does-not-go-on': futureOn(now.futures, on) !== 'go-on',
  })
  return [...broken, ...ofDay, ...(isDecided || isOfLine ? [] : roomFlags(now, command))]
}

/** Three days, or through the next meeting where that is later. */
const moneyBackUntil = (on: LocalDate, meetingDay: number): LocalDate =>
  later(daysAfter(on, moneyBackDays), firstDueAfter(on, meetingDay))

const payoutFault = (
  { charter, members }: Lending,
  command: Payout,
): { readonly code: string; readonly at: string } | undefined => {
  const older = olderFault(command, false)
  if (older !== undefined) return { code: 'loan-cannot-hold', at: older }
  const { amount, principal, plan, asWritten, firstDueOn, memberId, effectiveOn: on } = command
  if (amount !== undefined && amount > principal) return { code: 'amount-not-whole', at: '/amount' }
  const isMember = (one: string): boolean => members.has(one)
  const badProof = proofFault(command.proof, { isMember, borrower: memberId })
  if (badProof !== undefined) return { code: 'proof-cannot-hold', at: badProof }
  if (firstDueOn !== undefined && firstDueOn <= on)
    return { code: 'first-due-before-payout', at: '/firstDueOn' }
  if (!areEachOnce(command.lenderKinds ?? []))
    return { code: 'loan-cannot-hold', at: '/lenderKinds' }
  // A plan has a price of its own; an older book's stands beside months alone.
  if (plan && asWritten) return { code: 'loan-cannot-hold', at: '/asWritten' }
  const cannot = plan && planRefusal(charter.charter, command, on)
  return cannot && 'at' in cannot ? { code: 'loan-cannot-hold', at: cannot.at } : undefined
}

const payoutFlags = (
  now: Lending,
  command: Payout,
  { terms }: Pick<ReturnType<typeof begun>, 'terms'>,
) => {
  const { charter, loans, members, requests } = now
  const { loanId, memberId, plan, effectiveOn: on } = command
  const { charter: rules } = charter
  const purpose = requests.get(loanId)?.asked.purpose
  const isAboveCap = plan !== undefined && planRefusal(rules, command, on) !== undefined
  return [
    ...decisionFlags(now, command),
    ...ceilingFlags(rules, { terms, purpose }, { inputs: ceilingOf(now, command), on }),
    ...flagsOf({ 'above-cap': isAboveCap }),
    ...olderFlags(command, rateGround(now, command)),
    ...flagsOf({
      'second-loan': hasOtherLoan(loans, { ...command, on }),
      'borrower-not-here': notHere(members.get(memberId)!, on) !== undefined,
    }),
  ]
}

/** Money that left the box as a loan: a fact, flagged where a rule said no or nobody was asked. */
export const recordPayout = operation({
  command: 'RecordPayout',
  entry: 'LoanPaidOut',
  oneHand: 'carries-out',
  asks,
  keeps: [
    'loanId',
    'number',
    'memberId',
    'securities',
    'proof',
    'lenderKinds',
    'vote',
    'approvedBy',
  ],
  may: recordKeeper,
  second: another,
  isTakenAlone: true,
  minutes: 'told',
  isReversible: true,
  decide: (today: Lending, command) => {
    const { loanId, amount, effectiveOn: on } = command
    const now = { ...today, charter: charterFor(today, loanId) }
    const { charter, loans, fairCap, requests } = now
    const { meetingDay } = charter.charter
    const fault = payoutFault(now, command) ?? takenAlready(loans, command)
    if (fault) return invalid(fault.code, fault.at)
    const firstDueOn = command.firstDueOn ?? firstDueAfter(on, meetingDay)
    const terms = termsOf(command, charter, { on, firstDueOn, fairCap })
    const isWhole = amount === undefined || amount === terms.principal
    const origin: LoanOrigin = { kind: 'paid-out', on, ...(isWhole ? {} : { amount }) }
    const isDecided = requests.get(loanId)?.state === 'approved'
    /** Through this day all of it may be handed back without interest. */
    const back: { readonly moneyBackUntil?: LocalDate } = isDecided
      ? { moneyBackUntil: moneyBackUntil(on, meetingDay) }
      : {}
    return recorded({
      terms,
      origin,
      ...back,
      flags: payoutFlags(now, command, { terms }),
      postings: bookDifference(undefined, begun(command, terms, origin)),
    })
  },
  about: ({ loanId }) => [{ kind: 'loan', key: loanId }],
})

/** A later part of a loan that was paid out in parts; what is ahead falls due with it. */
export const recordPayoutPart = operation({
  command: 'RecordPayoutPart',
  entry: 'LoanPartPaidOut',
  oneHand: 'carries-out',
  asks: { loanId: id('loan'), ...paid, amount: sum },
  keeps: ['loanId', 'amount', 'proof', 'lenderKinds'],
  may: recordKeeper,
  second: 'none',
  minutes: 'told',
  isReversible: true,
  decide: (now: Lending, command) => {
    const { id: entryId, loanId, amount, lenderKinds = [], effectiveOn: on } = command
    const loan = loanOf(now, loanId)
    if (!loan) return loanUnknown
    if (!areEachOnce(lenderKinds)) return invalid('loan-cannot-hold', '/lenderKinds')
    if (on < loan.origin.on) return invalid('part-before-payout', '/effectiveOn')
    const isMember = (one: string): boolean => now.members.has(one)
    const badProof = proofFault(command.proof, { isMember, borrower: loan.memberId })
    if (badProof !== undefined) return invalid('proof-cannot-hold', badProof)
    const after = { ...loan, draws: [...(loan.draws ?? []), { id: entryId, on, amount }] }
    return recorded({
      flags: flagsOf({
        'above-agreed': lentSoFar(after) > loan.terms.principal,
        'paid-without-decision': now.requests.get(loanId)?.decision?.outcome !== 'approved',
      }),
      postings: bookDifference(loan, after),
    })
  },
  about: ({ loanId }) => [{ kind: 'loan', key: loanId }],
})
