import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import type { Village } from '#domain/village.ts'
import {
  appraised,
  beginningsOf,
  byMeeting,
  byOfficers,
  decided,
  disclosed,
  officers,
  requested,
  saved,
} from '#test/support/committee.ts'
import { activated, declared, renewed } from '#test/support/flood.ts'
import { type StoryCommand, paid, paidOut } from '#test/support/village.ts'
import { venture } from '#test/support/ventures.ts'

/*
 * What random villages hardly come to: plans with grace, a balloon and relief by days; a loan that a group stands for; a second
 * vote; an officer who was dismissed; other rules than the loan was made by; a death; a fund that ends. Between them stands
 * what a phone does not take in.
 */

export type Part = StoryCommand | ((village: Village) => StoryCommand)

const as = (one: object): StoryCommand => one as StoryCommand
const hands = byMeeting({ present: 9, yes: 8, no: 0 })
const votes = { present: 9, yes: 9, no: 0 }

const asking = (
  loanId: string,
  memberId: string,
  { on, ...more }: { readonly on?: string; readonly [what: string]: unknown },
): readonly Part[] => [
  requested({ loanId, memberId, ...(on && { on }), ...more }),
  appraised({ loanId, ...(on && { on }) }),
  disclosed({ loanId, ...(on && { on }) }),
]

const loans = [
  { loanId: 'grace', memberId: 'm1', months: 10, principal: 500_000 },
  { loanId: 'balloon', memberId: 'm2', months: 10, principal: 500_000 },
  { loanId: 'weekly', memberId: 'm3', months: 8, principal: 500_000 },
  { loanId: 'bullet', memberId: 'o3', months: 10, principal: 100_000 },
] as const

const chosen: Readonly<Record<string, object>> = {
  grace: { plan: { graceOnPrincipal: 3, graceOnInterest: { instalments: 2, is: 'deferred' } } },
  balloon: { plan: { balloon: 200_000, repayment: 'equal-instalment' } },
  weekly: { plan: { every: { n: 1, unit: 'weeks' }, days: 'actual/365' } },
  bullet: { plan: { repayment: 'bullet' } },
}

const plans: readonly Part[] = loans.flatMap(({ loanId, memberId, ...loan }) =>
  asking(loanId, memberId, { ...loan, ...chosen[loanId] }),
)

const aroundVotes: readonly Part[] = [
  as({
    type: 'GiveGuarantee',
    effectiveOn: '2025-01-12',
    loanId: 'grace',
    isGroup: true,
    guarantees: ['m3', 'm4', 'm5'].map((memberId) => ({ memberId, upTo: 200_000 })),
    approvedBy: 'o4',
  }),
  as({
    type: 'RecordAttendance',
    effectiveOn: '2025-01-20',
    present: ['o1', 'o2', 'o3', 'o4', 'm1', 'm2', 'm3', 'm4'],
    absent: ['m5'],
  }),
  decided({ loanId: 'grace', ballot: hands }),
  decided({ loanId: 'balloon', ballot: byOfficers([], officers), reason: 'no-cash' }),
  as({ type: 'AppealDecision', effectiveOn: '2025-01-22', loanId: 'balloon' }),
  decided({ loanId: 'balloon', ballot: byOfficers(officers), on: '2025-01-23' }),
  decided({ loanId: 'balloon', ballot: hands, on: '2025-01-23' }),
  as({
    type: 'EndOffice',
    effectiveOn: '2025-01-24',
    memberId: 'o5',
    office: 'counter',
    why: 'removed',
    votes,
    approvedBy: 'o1',
    confirmedBy: 'o1',
  }),
  as({
    type: 'EndOffice',
    effectiveOn: '2025-01-24',
    memberId: 'o5',
    office: 'counter',
    why: 'resigned',
    approvedBy: 'o1',
  }),
  decided({ loanId: 'weekly', ballot: byOfficers(officers), on: '2025-01-25' }),
  decided({ loanId: 'weekly', ballot: byOfficers(['o1', 'o2', 'o3', 'o4']), on: '2025-01-25' }),
  decided({ loanId: 'bullet', ballot: byOfficers(['o1', 'o2', 'o4']), on: '2025-01-25' }),
  decided({ loanId: 'bullet', ballot: hands, on: '2025-01-25' }),
]

/** Of no screen of a meeting: whose hand, ventures, what is owed outside, talks. */
const aside: readonly Part[] = [
  as({
    type: 'RecordBorrowing',
    effectiveOn: '2025-02-01',
    borrowingId: 'ngo-1',
    lender: 'ngo',
    amount: 2_000_000,
    ratePercent: '6',
    schedule: [{ on: '2025-08-01', principal: 2_000_000, interest: 60_000 }],
    place: 'box',
  }),
  venture({ confirmedBy: 'o1' }),
  as({
    type: 'RecordDonation',
    effectiveOn: '2025-02-01',
    windowId: 'flood',
    amount: 500_000,
    place: 'box',
  }),
]

const lent: readonly Part[] = [
  ...loans.flatMap(({ loanId, memberId, ...loan }) => [
    disclosed({ loanId, on: '2025-01-26' }),
    {
      ...paidOut({ on: '2025-01-27', loanId, memberId, ...loan }),
      ...chosen[loanId],
      proof: { witnesses: ['m4', 'm5'] },
    } as StoryCommand,
    as({
      type: 'ConfirmPayout',
      effectiveOn: '2025-01-27',
      loanId,
      memberId,
      approvedBy: memberId,
    }),
    as({
      type: 'ConfirmPayout',
      effectiveOn: '2025-01-27',
      loanId,
      memberId,
      approvedBy: 'o4',
      proof: { witnesses: ['m4', 'm5'] },
    }),
  ]),
  as({
    type: 'OpenMeeting',
    effectiveOn: '2025-02-20',
    count: { amount: 1_000_000, isByNote: true },
  }),
  paid('2025-02-20', 30_000, 'grace'),
  paid('2025-02-20', [7_500, 50_000], 'balloon'),
  paid('2025-02-27', 400_000, 'weekly'),
  as({
    type: 'CloseMeeting',
    effectiveOn: '2025-02-20',
    count: { amount: 1_100_000, isByNote: true },
  }),
]

const charter = {
  ...defaultCharter,
  socialPerMeeting: 3_000,
  meetingDay: 10,
}

const later: readonly Part[] = [
  as({ type: 'AmendCharter', effectiveOn: '2025-02-21', charter, votes, confirmedBy: 'o1' }),
  declared({ places: ['999999'], on: '2025-03-05' }),
  declared({ eventId: 'E2', kind: 'personal', memberIds: ['m2'], on: '2025-03-05' }),
  (village) => activated(village, { ballot: byOfficers(['o1', 'o2', 'o4']) }),
  (village) => activated(village, { eventId: 'E2', ballot: byOfficers(['o1', 'o2', 'o4']) }),
  as({ type: 'RatifyRelief', effectiveOn: '2025-03-10', eventId: 'E2', ballot: hands }),
  as({
    type: 'RatifyRelief',
    effectiveOn: '2025-03-10',
    eventId: 'E1',
    ballot: byMeeting({ present: 9, yes: 1, no: 8 }),
  }),
  (village) =>
    renewed(village, { eventId: 'E2', on: '2025-05-20', ballot: byOfficers(['o1', 'o2', 'o4']) }),
  as({
    type: 'RescheduleLoan',
    effectiveOn: '2025-04-10',
    loanId: 'balloon',
    months: 14,
    ballot: hands,
  }),
  as({
    type: 'RescheduleLoan',
    effectiveOn: '2025-04-10',
    loanId: 'grace',
    months: 2,
    ballot: hands,
  }),
  as({ type: 'BuyShares', effectiveOn: '2025-04-10', memberId: 'm4', shares: 2 }),
  as({ type: 'RecordDeposit', effectiveOn: '2025-04-10', memberId: 'm4', amount: 30_000 }),
  as({
    type: 'RecordSocialContribution',
    effectiveOn: '2025-04-10',
    memberId: 'm4',
    amount: 2_000,
  }),
  as({ type: 'RecordFine', effectiveOn: '2025-04-10', memberId: 'm4', amount: 50_000 }),
  as({ type: 'RecordWithdrawal', effectiveOn: '2025-04-10', memberId: 'm4', amount: 900_000 }),
  ...asking('after', 'm5', { on: '2025-04-11', principal: 100_000 }),
  as({ type: 'RecordDeath', effectiveOn: '2025-05-01', memberId: 'm3', confirmedBy: 'o2' }),
  as({ type: 'ClosePeriod', effectiveOn: '2025-06-30', confirmedBy: 'o1' }),
  paid('2025-06-20', 60_000, 'bullet'),
]

const ended: readonly Part[] = [
  ...asking('of-the-dead', 'm3', { on: '2025-07-01', principal: 100_000 }),
  as({
    type: 'RescheduleLoan',
    effectiveOn: '2025-07-10',
    loanId: 'weekly',
    months: 14,
    ballot: hands,
  }),
  as({ type: 'DecideFuture', effectiveOn: '2025-08-01', future: 'rest', votes, confirmedBy: 'o1' }),
  ...asking('too-late', 'm4', { on: '2025-08-02', principal: 100_000 }),
  as({ type: 'RecordDeposit', effectiveOn: '2025-08-02', memberId: 'm4', amount: 10_000 }),
  paid('2025-08-02', 60_000, 'bullet'),
]

/** One village from its founding to its end; what is refused on the way is only tried. */
export const hardCases: readonly Part[] = [
  ...beginningsOf({}, 100_000_000 - 5_000_000),
  ...saved,
  ...plans,
  ...aroundVotes,
  ...aside,
  ...lent,
  ...later,
  ...ended,
]

/** What must be recorded on the way, and what must be flagged or refused, so that it is these cases. */
export const reachedByHardCases: readonly string[] = [
  'GiveGuarantee',
  'AppealDecision',
  'EndOffice',
  'AmendCharter',
  'RescheduleLoan',
  'DecideFuture',
  'ConfirmPayout',
  'RatifyRelief',
  'RecordDeath',
  'ClosePeriod',
  'RecordBorrowing',
  'FoundVenture',
  'DecideLoan voter-not-an-officer',
  'DecideLoan already-decided',
  'DecideLoan fund-does-not-go-on',
  'RequestLoan fund-does-not-go-on',
  'RequestLoan borrower-died',
  'RescheduleLoan instalment-would-grow',
  'ActivateRelief relief-has-ended',
  'RatifyRelief nothing-to-ratify',
  'RecordPayout price-of-another-day',
  'RecordWithdrawal more-than-saved',
]
