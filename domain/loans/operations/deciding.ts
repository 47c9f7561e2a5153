import type { LocalDate } from '#domain/kernel/dates.ts'
import { invalid, recorded, refused, refusedAbove } from '#domain/kernel/decision.ts'
import { type Said, described, id, list, optional, word, yesOrNo } from '#domain/kernel/shape.ts'
import { ballot } from '#domain/fund/meeting/ballot.ts'
import { ownWordFault } from '#domain/fund/second.ts'
import { savedBy } from '#domain/ledger/balances.ts'
import { notHere } from '#domain/fund/people/life.ts'
import { isActingOn } from '#domain/fund/people/members.ts'
import { judged } from '#domain/fund/meeting/voting.ts'
import { type Lending, loanOf } from '#domain/loans/lending.ts'
import { lentSoFar } from '#domain/loans/loan.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import {
  type Decided,
  type LoanRequest,
  appraisal,
  disclosure,
  guarantee,
  ownGuarantor,
  refusalReasons,
} from '#domain/loans/request/request-state.ts'
import { isOpen, lastStepOn, requestUnknown, undecided } from '#domain/loans/request/steps.ts'
import { another } from '#domain/operations/another.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

const bare = { flags: [], postings: [] } as const
const ofRequest = { loanId: id('loan') }

/** Whether a second officer can have seen an agency's licence: one who neither borrows nor looked into it alone. */
const witnessFault = (
  { requests, members }: Pick<Lending, 'requests' | 'members'>,
  command: Envelope & Said<typeof ofRequest & typeof appraisal>,
) => {
  const { loanId, agencySeenBy, effectiveOn: on } = command
  if (agencySeenBy === undefined) return undefined
  const { asked } = requests.get(loanId)!
  const witness = members.get(agencySeenBy)
  if (!witness) return invalid('member-unknown', '/agencySeenBy')
  if (asked.migration?.channel !== 'agency') return invalid('finding-unknown', '/agencySeenBy')
  // Two have seen it: whoever looked into it is the one, and the witness the other.
  if (agencySeenBy === asked.memberId || agencySeenBy === command.appraisedBy)
    return refused('approver-is-concerned')
  return isActingOn(witness, on) ? undefined : refused('approver-not-an-officer')
}

/** An officer has looked into what a household can carry. */
export const appraiseLoan = operation({
  command: 'AppraiseLoan',
  entry: 'LoanAppraised',
  oneHand: 'sight',
  asks: { ...ofRequest, ...appraisal },
  keeps: ['loanId', 'appraisedBy', 'finding', 'burden', 'lightens', 'agencySeenBy', 'signedBy'],
  may: recordKeeper,
  second: ({ agencySeenBy, signedBy }) => agencySeenBy ?? signedBy,
  concerns: ({ loanId: requestId }) => ({ requestId }),
  isTakenAlone: true,
  minutes: 'before-the-vote',
  isReversible: false,
  decide: ({ requests, members }: Lending, command) => {
    const { loanId, appraisedBy, lightens, signedBy, effectiveOn: on } = command
    const request = requests.get(loanId)
    if (!request) return requestUnknown
    const { asked, state } = request
    if (lightens && asked.purpose !== 'buy-out') return invalid('finding-unknown', '/lightens')
    const appraiser = members.get(appraisedBy)
    if (!appraiser) return invalid('member-unknown', '/appraisedBy')
    if (signedBy !== undefined && signedBy !== appraisedBy)
      return invalid('member-unknown', '/signedBy')
    if (state !== 'requested')
      return isOpen(request) ? refused('already-appraised') : refused('request-closed')
    if (appraisedBy === asked.memberId) return refused('appraised-by-borrower')
    if (!isActingOn(appraiser, on)) return refused('appraiser-not-an-officer')
    const unseen = witnessFault({ requests, members }, command)
    if (unseen) return unseen
    return on < lastStepOn(request) ? refused('before-the-last-step') : recorded(bare)
  },
  about: ({ loanId }) => [{ kind: 'request', key: loanId }],
})

/**
 * The whole price was put before the household, by the text whose hash this is: which day of pay-out and
 * which language it was written for is kept, so that the same text can be written again and held against it.
 * A price stands from the day on which it was asked, and is read anew for another day of pay-out until the money is out.
 */
export const discloseCost = operation({
  command: 'DiscloseCost',
  entry: 'CostDisclosed',
  oneHand: 'sight',
  asks: { ...ofRequest, ...disclosure },
  keeps: ['loanId', 'textHash', 'language', 'paidOutOn'],
  may: recordKeeper,
  second: 'none',
  minutes: 'before-the-vote',
  isReversible: false,
  decide: ({ requests }: Lending, { loanId, effectiveOn: on }) => {
    const request = requests.get(loanId)
    if (!request) return requestUnknown
    const closed = undecided(request)
    if (closed !== undefined && closed !== 'not-appraised' && request.state !== 'approved')
      return refused(closed)
    return on < request.requestedOn ? refused('before-the-last-step') : recorded(bare)
  },
  about: ({ loanId }) => [{ kind: 'request', key: loanId }],
})

const guarantorsMax = 40

const guaranteeAsked = {
  ...ofRequest,
  guarantees: list(guarantee, { min: 1, max: guarantorsMax, code: 'guarantee-cannot-hold' }),
}

/** Whether somebody stands for more, with what is stood for already, than there are savings to be held. */
const isBeyondSavings = (
  now: Lending,
  { loanId, guarantees, effectiveOn: on }: Envelope & Said<typeof guaranteeAsked>,
): boolean => {
  const ahead = [...now.requests.values()].filter(
    (one) => one.loanId !== loanId && isOpen(one) && !loanOf(now, one.loanId),
  )
  return guarantees.some(({ memberId, upTo }) => {
    const promised = ahead
      .flatMap((one) => one.guarantees)
      .reduce((sum, one) => (one.memberId === memberId ? sum + one.upTo : sum), 0)
    return upTo + promised + now.pledgedBy(memberId, on) > savedBy(now.posted, memberId, on)
  })
}

/**
 * Guarantors by their own consent, each up to a cap; of a group all bear the same part. A consent stands from the day
 * on which the loan was asked for. One officer's word alone holds nobody's savings: it is hers, or two officers have heard it.
 */
export const giveGuarantee = operation({
  command: 'GiveGuarantee',
  entry: 'GuaranteeGiven',
  oneHand: 'sight',
  ownWord: true,
  asks: {
    ...guaranteeAsked,
    isGroup: yesOrNo(),
    approvedBy: described(
      optional(id('member')),
      'Who stands behind it: the guarantor, where there is one, or a second officer who neither borrows nor is kin, whose secret goes with it under `approvals`. Without either nobody’s savings are held, and it stays as a finding',
    ),
  },
  keeps: ['loanId', 'guarantees', 'isGroup', 'approvedBy'],
  may: recordKeeper,
  second: another,
  isTakenAlone: true,
  minutes: 'tells-of-somebody',
  isReversible: false,
  decide: (now: Lending, command) => {
    const { requests, members } = now
    const { loanId, guarantees, isGroup, approvedBy, effectiveOn: on } = command
    const request = requests.get(loanId)
    if (!request) return requestUnknown
    const stranger = guarantees.findIndex(({ memberId }) => !members.has(memberId))
    if (stranger >= 0) return invalid('member-unknown', `/guarantees/${stranger}/memberId`)
    const isUnlike = isGroup && new Set(guarantees.map(({ upTo }) => upTo)).size > 1
    const isTwice = new Set(guarantees.map(({ memberId }) => memberId)).size < guarantees.length
    if (isUnlike || isTwice) return invalid('guarantee-cannot-hold', '/guarantees')
    if (!isOpen(request)) return refused('request-closed')
    if (guarantees.some(({ memberId }) => memberId === request.asked.memberId))
      return refused('guarantor-is-borrower')
    if (approvedBy === request.asked.memberId) return refused('approver-is-concerned')
    const unseconded = ownWordFault(members, command, ownGuarantor(guarantees) ?? '')
    if (unseconded) return unseconded
    return on < request.requestedOn
      ? refused('before-the-last-step')
      : recorded({
          flags: flagsOf({
            'stood-for-by-one-word': !approvedBy,
            'stands-for-more-than-saved': isBeyondSavings(now, command),
          }),
          postings: [],
        })
  },
  about: ({ loanId }) => [{ kind: 'request', key: loanId }],
})

/**
 * Money that is not there is not promised: donors' money, the social fund, what must stay for savers and what was promised
 * before are none of it. Nor are officers and whoever lives with them voted more than their part of all that is lent.
 */
const roomFault = (now: Lending, request: LoanRequest, on: LocalDate) => {
  const { loanId, asked } = request
  const { lendable, committee } = now.roomFor(request, on)
  const loan = loanOf(now, loanId)
  // A vote that is written down late finds the money gone out, and promises the rest alone.
  if (asked.principal - (loan ? lentSoFar(loan) : 0) > lendable)
    return refusedAbove('more-than-can-be-lent', lendable)
  return committee !== undefined && asked.principal > committee
    ? refusedAbove('above-committee-share', committee)
    : undefined
}

/** Each step comes after the one before; and what is voted for must be there to be lent. */
const timeOrRoomFault = (
  now: Lending,
  { request, isCarried }: { readonly request: LoanRequest; readonly isCarried: boolean },
  on: LocalDate,
) => {
  if (on < lastStepOn(request)) return refused('before-the-last-step')
  return isCarried ? roomFault(now, request, on) : undefined
}

/** The vote on a loan. That it was lost is a decision too: recorded, with its reason, open to appeal. */
export const decideLoan = operation({
  command: 'DecideLoan',
  entry: 'LoanDecided',
  oneHand: 'decision',
  beginsAnew: true,
  asks: { ...ofRequest, ballot, reason: optional(word(refusalReasons, 'reason-unknown')) },
  keeps: ['loanId', 'ballot'],
  may: recordKeeper,
  second: (command) => command.ballot.confirmedBy,
  concerns: ({ loanId: requestId }) => ({ requestId }),
  minutes: 'told',
  isReversible: false,
  decide: (now: Lending, { loanId, ballot: held, reason, effectiveOn: on }) => {
    const request = now.requests.get(loanId)
    if (!request) return requestUnknown
    const closed = undecided(request)
    if (closed !== undefined) return refused(closed)
    const { asked, disclosure: told, state } = request
    if (!told || told.firstOn > on) return refused('not-disclosed')
    const { members, charter, verdictOn } = now
    const { memberId, principal: amount } = asked
    const matter = { members, day: on, charter: charter.charter, memberId, amount }
    // Help in need waits for no election; on an appeal officers have spoken already.
    const isUrgent = asked.product === 'emergency'
    const vote = judged(held, { ...matter, isForTheMeeting: state === 'appealed', isUrgent })
    if (vote.is === 'invalid') return invalid(vote.code, vote.at)
    if (vote.is === 'refused') return refused(vote.code)
    const { refusal, isForTheMeeting } = verdictOn(request, on)
    if (isForTheMeeting && held.by === 'officers') return refused('the-meeting-must-vote')
    // What was voted down needs no rule to say no, and may be appealed; that it was may be written of anybody.
    const not = vote.isCarried ? (refusal ?? notHere(members.get(memberId)!, on)) : undefined
    if (not !== undefined) return refused(not)
    const untimely = timeOrRoomFault(now, { request, isCarried: vote.isCarried }, on)
    if (untimely) return untimely
    const decided: Decided = vote.isCarried
      ? { outcome: 'approved', charterVersion: charter.version }
      : { outcome: 'refused', reason: reason ?? 'no-majority', charterVersion: charter.version }
    return recorded({ ...decided, flags: [], postings: [] })
  },
  about: ({ loanId }) => [{ kind: 'request', key: loanId }],
})
