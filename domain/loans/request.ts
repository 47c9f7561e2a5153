import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, daysBetween, isLocalDate } from '#domain/kernel/dates.ts'
import { isAmount, isAmountOrNought } from '#domain/kernel/money.ts'
import { type CharterVersion, products } from '#domain/fund/charter.ts'
import { type Member, isActingOn } from '#domain/fund/members.ts'
import { type Ballot, type BallotRefusal, judged } from '#domain/fund/voting.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { type PlanRefusal, planRefusal } from '#domain/loans/agreed.ts'
import { type Loan, isLent } from '#domain/loans/loan.ts'
import {
  type Appraisal,
  type DecisionAppealed,
  type Guarantee,
  type GuaranteeGiven,
  type HardRefusal,
  type LoanAppraised,
  type LoanAsked,
  type LoanDecided,
  type LoanRequest,
  type LoanRequested,
  type Migration,
  type RefusalReason,
  type RequestBody,
  type RequestState,
  type RequestWithdrawn,
  burdenBands,
  channels,
  purposes,
  refusalReasons,
  securities,
} from '#domain/loans/request-state.ts'

type About<Type extends string, Facts> = Envelope &
  Facts & { readonly type: Type; readonly loanId: string }
export type RequestLoan = About<'RequestLoan', LoanAsked>
export type WithdrawRequest = About<'WithdrawRequest', object>
export type AppraiseLoan = About<'AppraiseLoan', Appraisal>
export type DecideLoan = About<
  'DecideLoan',
  { readonly ballot: Ballot; readonly reason?: RefusalReason }
>
export type AppealDecision = About<'AppealDecision', object>
export type GiveGuarantee = About<
  'GiveGuarantee',
  { readonly guarantees: readonly Guarantee[]; readonly isGroup: boolean }
>
export type RequestCommand =
  | RequestLoan
  | WithdrawRequest
  | AppraiseLoan
  | DecideLoan
  | AppealDecision
  | GiveGuarantee

export type RequestRefusal =
  | BallotRefusal
  | PlanRefusal
  | HardRefusal
  | 'already-asking'
  | 'already-appraised'
  | 'appraised-by-borrower'
  | 'appraiser-not-an-officer'
  | 'not-appraised'
  | 'already-decided'
  | 'nothing-to-appeal'
  | 'appealed-before'
  | 'appeal-too-late'
  | 'burden-above-half'
  | 'before-the-last-step'
  | 'request-closed'
  | 'guarantor-is-borrower'

/** What fairness says of a loan that is asked for: the first hard rule that it breaks, if any. */
export type FairWord = (asked: LoanAsked) => HardRefusal | undefined

/** What fairness says of a household's burden: nothing, that the meeting decides, or that it is too much. */
export type BurdenWord = (request: LoanRequest) => 'for-the-meeting' | 'too-much' | undefined

export type Asking = {
  readonly hardRefusal: FairWord
  readonly burdenWord: BurdenWord
  readonly requests: ReadonlyMap<string, LoanRequest>
  readonly loans: ReadonlyMap<string, Loan>
  readonly members: ReadonlyMap<string, Member>
  readonly charter: CharterVersion
}

type Answer<Body> = Decision<Body, RequestRefusal>

/** A month and a meeting: whoever was away hears of it and can still speak. */
export const appealDaysMax = 31

const bare = { v: 1, flags: [], postings: [] } as const
const monthsMax = 120

const isOpen = ({ state }: LoanRequest): boolean =>
  state === 'requested' || state === 'appraised' || state === 'appealed' || state === 'approved'

const askedFault = (command: RequestLoan): string | undefined => {
  if (!products.includes(command.product)) return '/product'
  if (!isAmount(command.principal)) return '/principal'
  if (!isAmount(command.months) || command.months > monthsMax) return '/months'
  if (!purposes.includes(command.purpose)) return '/purpose'
  const { firstDueOn, effectiveOn } = command
  if (firstDueOn !== undefined && (!isLocalDate(firstDueOn) || firstDueOn <= effectiveOn))
    return '/firstDueOn'
  return comesWithFault(command)
}

const isMigration = ({
  channel,
  isAdult,
  recruitmentFee = 0,
  agencyCheckedOn,
}: Migration): boolean =>
  channels.includes(channel) &&
  typeof isAdult === 'boolean' &&
  isAmountOrNought(recruitmentFee) &&
  (agencyCheckedOn === undefined || isLocalDate(agencyCheckedOn))

/** What comes with a loan and cannot hold, beside what was asked. */
const comesWithFault = ({ fee = 0, deposit = 0, principal, ...more }: LoanAsked) => {
  const { security, migration } = more
  if (!isAmountOrNought(fee) || fee >= principal) return '/fee'
  if (!isAmountOrNought(deposit) || fee + deposit >= principal) return '/deposit'
  if (security !== undefined && !securities.includes(security)) return '/security'
  return migration === undefined || isMigration(migration) ? undefined : '/migration'
}

const requestLoan = (
  { requests, loans, charter, hardRefusal }: Asking,
  command: RequestLoan,
): Answer<LoanRequested> => {
  const { id: _, v: __, type: ___, effectiveOn: on, ...asked } = command
  const fault = askedFault(command)
  if (fault !== undefined) return invalid('loan-cannot-hold', fault)
  if (loans.has(command.loanId) || requests.has(command.loanId))
    return invalid('loan-already-there', '/loanId')
  const isSameSort = (one: LoanRequest): boolean =>
    one.asked.memberId === command.memberId &&
    (one.asked.product === 'emergency') === (command.product === 'emergency')
  // Who was paid without a decision has been answered, too.
  if (
    [...requests.values()].some(
      (one) => isOpen(one) && isSameSort(one) && !isLent(loans, one.loanId),
    )
  )
    return refused('already-asking')
  const plan = planRefusal(charter.charter, command, on)
  if (plan && 'at' in plan) return invalid('loan-cannot-hold', plan.at)
  const unfair = plan?.code ?? hardRefusal(asked)
  if (unfair !== undefined) return refused(unfair)
  return recorded({ ...bare, type: 'LoanRequested', loanId: command.loanId, asked })
}

const appraiseLoan = (
  request: LoanRequest,
  members: ReadonlyMap<string, Member>,
  command: AppraiseLoan,
): Answer<LoanAppraised> => {
  const { loanId, appraisedBy, finding, burden, effectiveOn: on } = command
  if (burden !== undefined && !burdenBands.includes(burden))
    return invalid('finding-unknown', '/burden')
  if (finding !== 'sound' && finding !== 'doubtful') return invalid('finding-unknown', '/finding')
  const appraiser = members.get(appraisedBy)
  if (!appraiser) return invalid('member-unknown', '/appraisedBy')
  if (request.state !== 'requested')
    return refused(isOpen(request) ? 'already-appraised' : 'request-closed')
  if (appraisedBy === request.asked.memberId) return refused('appraised-by-borrower')
  if (!isActingOn(appraiser, on)) return refused('appraiser-not-an-officer')
  const known = burden === undefined ? {} : { burden }
  return recorded({ ...bare, type: 'LoanAppraised', loanId, appraisedBy, finding, ...known })
}

const undecided = (state: RequestState): RequestRefusal | undefined => {
  if (state === 'appraised' || state === 'appealed') return undefined
  if (state === 'requested') return 'not-appraised'
  return state === 'approved' || state === 'refused' ? 'already-decided' : 'request-closed'
}

/** The vote on a loan. That it was lost is a decision too: recorded, with its reason, open to appeal. */
const decideLoan = (
  request: LoanRequest,
  { members, charter, burdenWord }: Asking,
  command: DecideLoan,
): Answer<LoanDecided> => {
  const { loanId, ballot, reason, effectiveOn: day } = command
  if (reason !== undefined && !refusalReasons.includes(reason))
    return invalid('reason-unknown', '/reason')
  const closed = undecided(request.state)
  if (closed !== undefined) return refused(closed)
  const { memberId, principal: amount } = request.asked
  const isForTheMeeting = request.state === 'appealed'
  const matter = { members, day, charter: charter.charter, memberId, amount, isForTheMeeting }
  const vote = judged(ballot, matter)
  if (vote.is === 'invalid') return invalid(vote.code, vote.at)
  if (vote.is === 'refused') return refused(vote.code)
  const burden = burdenWord(request)
  if (burden === 'too-much') return refused('burden-above-half')
  if (burden === 'for-the-meeting' && ballot.by === 'officers')
    return refused('the-meeting-must-vote')
  const why = vote.isCarried ? {} : { reason: reason ?? ('no-majority' as const) }
  const outcome = vote.isCarried ? 'approved' : 'refused'
  const charterVersion = charter.version
  return recorded({ ...bare, type: 'LoanDecided', loanId, outcome, ballot, ...why, charterVersion })
}

const appealDecision = (
  { state, decision, appealedOn }: LoanRequest,
  { loanId, effectiveOn: on }: AppealDecision,
): Answer<DecisionAppealed> => {
  if (state !== 'refused' || !decision) return refused('nothing-to-appeal')
  if (appealedOn !== undefined) return refused('appealed-before')
  if (daysBetween(decision.on, on) > appealDaysMax) return refused('appeal-too-late')
  return recorded({ ...bare, type: 'DecisionAppealed', loanId })
}

const withdrawRequest = (
  request: LoanRequest,
  { loanId }: WithdrawRequest,
): Answer<RequestWithdrawn> =>
  isOpen(request)
    ? recorded({ ...bare, type: 'RequestWithdrawn', loanId })
    : refused('request-closed')

/** Guarantors by their own consent, each up to a cap; of a group all bear the same part. */
const giveGuarantee = (
  request: LoanRequest,
  members: ReadonlyMap<string, Member>,
  { loanId, guarantees, isGroup }: GiveGuarantee,
): Answer<GuaranteeGiven> => {
  const stranger = guarantees.findIndex(({ memberId }) => !members.has(memberId))
  if (stranger >= 0) return invalid('member-unknown', `/guarantees/${stranger}/memberId`)
  const uncapped = guarantees.findIndex(({ upTo }) => !isAmount(upTo))
  if (uncapped >= 0) return invalid('amount-not-whole', `/guarantees/${uncapped}/upTo`)
  const isUnlike = isGroup && new Set(guarantees.map(({ upTo }) => upTo)).size > 1
  const isTwice = new Set(guarantees.map(({ memberId }) => memberId)).size < guarantees.length
  if (guarantees.length === 0 || isUnlike || isTwice)
    return invalid('guarantee-cannot-hold', '/guarantees')
  if (!isOpen(request)) return refused('request-closed')
  if (guarantees.some(({ memberId }) => memberId === request.asked.memberId))
    return refused('guarantor-is-borrower')
  return recorded({ ...bare, type: 'GuaranteeGiven', loanId, guarantees, isGroup })
}

/** The day of the last step of a request; a consent is given from the day on which it was asked. */
const lastStepOn = (
  { requestedOn, appraisal, decision, appealedOn }: LoanRequest,
  type: RequestCommand['type'],
): LocalDate =>
  type === 'GiveGuarantee'
    ? requestedOn
    : [requestedOn, appraisal?.on, decision?.on, appealedOn].reduce<LocalDate>(
        (last, on) => (on !== undefined && on > last ? on : last),
        requestedOn,
      )

/** One decision a command about a request: what is asked for comes first, each step after the one before. */
export const decideRequest = (now: Asking, command: RequestCommand): Answer<RequestBody> => {
  if (command.type === 'RequestLoan') return requestLoan(now, command)
  const request = now.requests.get(command.loanId)
  if (!request) return invalid('request-unknown', '/loanId')
  const answer = nextStep(request, now, command)
  const isTooEarly = command.effectiveOn < lastStepOn(request, command.type)
  return answer.outcome === 'recorded' && isTooEarly ? refused('before-the-last-step') : answer
}

const nextStep = (
  request: LoanRequest,
  now: Asking,
  command: Exclude<RequestCommand, RequestLoan>,
): Answer<RequestBody> => {
  switch (command.type) {
    case 'WithdrawRequest':
      return withdrawRequest(request, command)
    case 'AppraiseLoan':
      return appraiseLoan(request, now.members, command)
    case 'DecideLoan':
      return decideLoan(request, now, command)
    case 'AppealDecision':
      return appealDecision(request, command)
    case 'GiveGuarantee':
      return giveGuarantee(request, now.members, command)
  }
}
