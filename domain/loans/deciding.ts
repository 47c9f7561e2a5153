import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import type { CharterVersion } from '#domain/fund/charter.ts'
import type { Member } from '#domain/fund/members.ts'
import { type Ballot, type BallotRefusal, judged } from '#domain/fund/voting.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { isTextHash } from '#domain/loans/proof.ts'
import {
  type CostDisclosed,
  type Disclosure,
  type HardRefusal,
  type LoanDecided,
  type LoanRequest,
  type RefusalReason,
  type RequestState,
  disclosureLanguages,
  refusalReasons,
} from '#domain/loans/request-state.ts'

export type DiscloseCost = Envelope &
  Disclosure & { readonly type: 'DiscloseCost'; readonly loanId: string }
export type DecideLoan = Envelope & {
  readonly type: 'DecideLoan'
  readonly loanId: string
  readonly ballot: Ballot
  readonly reason?: RefusalReason
}

/** Why no vote makes a loan fair: a hard rule, or a rule of the charter that looks at who asks. */
type UnfairRefusal =
  | HardRefusal
  | 'burden-above-half'
  | 'above-ceiling'
  | 'too-long-for-an-emergency'
  | 'second-loan'
  | 'restart-first'

/** What fairness says of a request on the day of its vote. */
export type FairVerdict = {
  readonly refusal: UnfairRefusal | undefined
  readonly isForTheMeeting: boolean
}

export type DecideRefusal =
  | BallotRefusal
  | UnfairRefusal
  | 'not-appraised'
  | 'not-disclosed'
  | 'already-decided'
  | 'request-closed'

const bare = { v: 1, flags: [], postings: [] } as const

const undecided = (state: RequestState): DecideRefusal | undefined => {
  if (state === 'appraised' || state === 'appealed') return undefined
  if (state === 'requested') return 'not-appraised'
  return state === 'approved' || state === 'refused' ? 'already-decided' : 'request-closed'
}

/**
 * The whole price was put before the household, by the text whose hash this is: which day of pay-out and
 * which language it was written for is kept, so that the same text can be written again and held against it.
 */
export const discloseCost = (
  request: LoanRequest,
  { loanId, textHash, language, paidOutOn }: DiscloseCost,
): Decision<CostDisclosed, DecideRefusal> => {
  if (!isTextHash(textHash)) return invalid('hash-not-sha-256', '/textHash')
  if (!disclosureLanguages.includes(language)) return invalid('language-unknown', '/language')
  if (!isLocalDate(paidOutOn)) return invalid('date-impossible', '/paidOutOn')
  const closed = undecided(request.state)
  if (closed !== undefined && closed !== 'not-appraised') return refused(closed)
  return recorded({ ...bare, type: 'CostDisclosed', loanId, textHash, language, paidOutOn })
}

/** The vote on a loan. That it was lost is a decision too: recorded, with its reason, open to appeal. */
export const decideLoan = (
  request: LoanRequest,
  {
    members,
    charter,
    verdict,
  }: {
    readonly members: ReadonlyMap<string, Member>
    readonly charter: CharterVersion
    readonly verdict: (on: LocalDate) => FairVerdict
  },
  command: DecideLoan,
): Decision<LoanDecided, DecideRefusal> => {
  const { loanId, ballot, reason, effectiveOn: day } = command
  if (reason !== undefined && !refusalReasons.includes(reason))
    return invalid('reason-unknown', '/reason')
  const closed = undecided(request.state)
  if (closed !== undefined) return refused(closed)
  if (!request.disclosure || request.disclosure.firstOn > day) return refused('not-disclosed')
  const { memberId, principal: amount } = request.asked
  const isAppeal = request.state === 'appealed'
  const matter = { members, day, charter: charter.charter, memberId, amount }
  // Help in need waits for no election.
  const isUrgent = request.asked.product === 'emergency'
  const vote = judged(ballot, { ...matter, isForTheMeeting: isAppeal, isUrgent })
  if (vote.is === 'invalid') return invalid(vote.code, vote.at)
  if (vote.is === 'refused') return refused(vote.code)
  const { refusal, isForTheMeeting } = verdict(day)
  if (isForTheMeeting && ballot.by === 'officers') return refused('the-meeting-must-vote')
  // What was voted down needs no rule to say no, and may be appealed.
  if (vote.isCarried && refusal !== undefined) return refused(refusal)
  const why = vote.isCarried ? {} : { reason: reason ?? ('no-majority' as const) }
  const outcome = vote.isCarried ? 'approved' : 'refused'
  const charterVersion = charter.version
  return recorded({ ...bare, type: 'LoanDecided', loanId, outcome, ballot, ...why, charterVersion })
}
