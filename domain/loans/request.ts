import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import { isAmount } from '#domain/kernel/money.ts'
import type { CharterVersion } from '#domain/fund/charter.ts'
import type { NotHereRefusal } from '#domain/fund/life.ts'
import { type Member, isActingOn } from '#domain/fund/members.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { type PlanRefusal, planRefusal } from '#domain/loans/agreed.ts'
import { askedFault } from '#domain/loans/asked-faults.ts'
import { toSomebodyHere } from '#domain/loans/borrower.ts'
import {
  type DecideLoan,
  type DecideRefusal,
  type DiscloseCost,
  type FairVerdict,
  decideLoan,
  discloseCost,
} from '#domain/loans/deciding.ts'
import { type Loan, isLent } from '#domain/loans/loan.ts'
import {
  type Appraisal,
  type DecisionAppealed,
  type Guarantee,
  type GuaranteeGiven,
  type HardRefusal,
  type LoanAppraised,
  type LoanAsked,
  type LoanRequest,
  type LoanRequested,
  type RequestBody,
  type RequestWithdrawn,
  burdenBands,
} from '#domain/loans/request-state.ts'

type About<Type extends string, Facts> = Envelope &
  Facts & { readonly type: Type; readonly loanId: string }
export type RequestLoan = About<'RequestLoan', LoanAsked>
type WithdrawRequest = About<'WithdrawRequest', object>
type AppraiseLoan = About<'AppraiseLoan', Appraisal>
type AppealDecision = About<'AppealDecision', object>
type GiveGuarantee = About<
  'GiveGuarantee',
  { readonly guarantees: readonly Guarantee[]; readonly isGroup: boolean }
>
export type RequestCommand =
  | RequestLoan
  | WithdrawRequest
  | AppraiseLoan
  | DiscloseCost
  | DecideLoan
  | AppealDecision
  | GiveGuarantee

type RequestRefusal =
  | DecideRefusal
  | PlanRefusal
  | HardRefusal
  | NotHereRefusal
  | 'already-asking'
  | 'already-appraised'
  | 'appraised-by-borrower'
  | 'appraiser-not-an-officer'
  | 'nothing-to-appeal'
  | 'appealed-before'
  | 'appeal-too-late'
  | 'before-the-last-step'
  | 'guarantor-is-borrower'

/** What fairness says of a loan that is asked for: the first hard rule that it breaks, if any. */
export type FairWord = (asked: LoanAsked) => HardRefusal | undefined

/** What fairness says of a request on a day, by everything that a vote looks at. */
export type FairVerdictOf = (request: LoanRequest, on: LocalDate) => FairVerdict

type Asking = {
  readonly hardRefusal: FairWord
  readonly verdictOn: FairVerdictOf
  readonly requests: ReadonlyMap<string, LoanRequest>
  readonly loans: ReadonlyMap<string, Loan>
  readonly members: ReadonlyMap<string, Member>
  readonly charter: CharterVersion
}

type Answer<Body> = Decision<Body, RequestRefusal>

/** A month and a meeting: whoever was away hears of it and can still speak. */
export const appealDaysMax = 31

const bare = { v: 1, flags: [], postings: [] } as const

const isOpen = ({ state }: LoanRequest): boolean =>
  state === 'requested' || state === 'appraised' || state === 'appealed' || state === 'approved'

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
  const { loanId, appraisedBy, finding, burden, lightens, effectiveOn: on } = command
  if (burden !== undefined && !burdenBands.includes(burden))
    return invalid('finding-unknown', '/burden')
  const isBuyOut = request.asked.purpose === 'buy-out'
  if (lightens !== undefined && !(lightens && isBuyOut))
    return invalid('finding-unknown', '/lightens')
  if (finding !== 'sound' && finding !== 'doubtful') return invalid('finding-unknown', '/finding')
  const appraiser = members.get(appraisedBy)
  if (!appraiser) return invalid('member-unknown', '/appraisedBy')
  if (request.state !== 'requested')
    return refused(isOpen(request) ? 'already-appraised' : 'request-closed')
  if (appraisedBy === request.asked.memberId) return refused('appraised-by-borrower')
  if (!isActingOn(appraiser, on)) return refused('appraiser-not-an-officer')
  const known = { ...(burden && { burden }), ...(lightens && { lightens }) }
  return recorded({ ...bare, type: 'LoanAppraised', loanId, appraisedBy, finding, ...known })
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

/** The day of the last step of a request; a consent and a price stand from the day on which it was asked. */
const lastStepOn = (
  { requestedOn, appraisal, decision, appealedOn }: LoanRequest,
  type: RequestCommand['type'],
): LocalDate =>
  type === 'GiveGuarantee' || type === 'DiscloseCost'
    ? requestedOn
    : [requestedOn, appraisal?.on, decision?.on, appealedOn].reduce<LocalDate>(
        (last, on) => (on !== undefined && on > last ? on : last),
        requestedOn,
      )

/** One decision a command about a request: what is asked for comes first, each step after the one before. */
export const decideRequest = (now: Asking, command: RequestCommand): Answer<RequestBody> => {
  const { effectiveOn: on } = command
  if (command.type === 'RequestLoan')
    return toSomebodyHere(now.members.get(command.memberId)!, on, requestLoan(now, command))
  const request = now.requests.get(command.loanId)
  if (!request) return invalid('request-unknown', '/loanId')
  const borrower = now.members.get(request.asked.memberId)!
  const answer = toSomebodyHere(borrower, on, nextStep(request, now, command))
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
    case 'DiscloseCost':
      return discloseCost(request, command)
    case 'DecideLoan': {
      const verdict = (on: LocalDate): FairVerdict => now.verdictOn(request, on)
      return decideLoan(request, { ...now, verdict }, command)
    }
    case 'AppealDecision':
      return appealDecision(request, command)
    case 'GiveGuarantee':
      return giveGuarantee(request, now.members, command)
  }
}
