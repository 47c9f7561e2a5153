import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, dayBefore, isLocalDate } from '#domain/kernel/dates.ts'
import { balanceOf, post, savedBy, waitingFor } from '#domain/ledger/balances.ts'
import { type Posting, difference } from '#domain/ledger/posting.ts'
import { burdenWordOf, hardRefusalOf } from '#domain/fairness/fair-lending.ts'
import * as auditors from '#domain/fund/auditors.ts'
import * as charters from '#domain/fund/charter.ts'
import type { Fund } from '#domain/fund/fund.ts'
import * as cash from '#domain/fund/cash.ts'
import * as meetings from '#domain/fund/meetings.ts'
import * as members from '#domain/fund/members.ts'
import * as periods from '#domain/fund/periods.ts'
import * as grants from '#domain/grants/grants.ts'
import * as corrections from '#domain/corrections/reversal.ts'
import { takeBack } from '#domain/corrections/taking-back.ts'
import { books } from '#domain/loans/books.ts'
import * as loans from '#domain/loans/facts.ts'
import { takeInLoan } from '#domain/loans/fold.ts'
import type { LoanAsked } from '#domain/loans/request-state.ts'
import { isLent, withDeferrals } from '#domain/loans/loan.ts'
import { provisionOn } from '#domain/loans/provision.ts'
import * as relief from '#domain/relief/relief.ts'
import * as savings from '#domain/savings/savings.ts'
import type { Body, Command, Entry, Village } from '#domain/vocabulary.ts'

export { copyOf, emptyVillage } from '#domain/vocabulary.ts'
export type { Body, Command, Entry, Village } from '#domain/vocabulary.ts'

/** Reads the village, never changes it. A command of an unknown type is invalid, not a fault. */
export const decide = (village: Village, command: Command): Decision<Body, string> => {
  if (!isLocalDate(command.effectiveOn)) return invalid('date-impossible', '/effectiveOn')
  if (command.type === 'FoundFund')
    return village.fund ? refused('fund-already-founded') : charters.foundFund(command)
  const { fund } = village
  if (!fund) return refused('fund-not-founded')
  if (command.effectiveOn < fund.openedOn) return invalid('before-the-fund-began', '/effectiveOn')
  if (
    'memberId' in command &&
    command.type !== 'AdmitMember' &&
    !village.members.has(command.memberId)
  ) {
    return invalid('member-unknown', '/memberId')
  }
  if ('paidBy' in command && command.paidBy !== undefined && !village.members.has(command.paidBy)) {
    return invalid('member-unknown', '/paidBy')
  }
  const decision = decideInRoom(village, fund, command)
  if (!decision) return invalid('type-unknown', '/type')
  return decision.outcome === 'recorded' ? recorded(posted(village, fund, decision.body)) : decision
}

type Known = Exclude<Command, charters.FoundFund>

const decideInRoom = (
  village: Village,
  fund: Fund,
  command: Known,
): Decision<Body, string> | undefined => {
  const charter = charters.charterOn(fund.charters, command.effectiveOn)
  const { currency } = charter.charter
  switch (command.type) {
    case 'AmendCharter':
    case 'AdmitAuditors':
    case 'DismissAuditors':
      return decideByVote(village, fund, command)
    case 'AdmitMember':
      return members.admitMember(village.members, command)
    case 'AppointOfficer':
      return members.appointOfficer(command)
    case 'OpenMeeting':
      return meetings.openMeeting(command, counted(village, command, { at: 'opening', currency }))
    case 'RecordAttendance':
      return meetings.recordAttendance((memberId) => village.members.has(memberId), command)
    case 'CloseMeeting':
      return meetings.closeMeeting(command, counted(village, command, { at: 'closing', currency }))
    case 'RecordExpense':
      return cash.recordExpense(currency, command)
    case 'ClosePeriod':
      return closePeriod(village, fund, command)
    case 'TakeOverSavings':
    case 'BuyShares':
    case 'RecordWithdrawal':
    case 'RecordSocialContribution':
    case 'RecordFine':
    case 'RecordSocialSupport':
    case 'ReleaseSuspense':
      return savings.decideSavings(
        {
          charter: charter.charter,
          saved: (memberId) => savedBy(village.posted, memberId),
          socialFund: () => -balanceOf(village.posted, 'liability:social-fund'),
          waiting: (memberId) => waitingFor(village.posted, memberId, command.effectiveOn),
        },
        command,
      )
    case 'RecordRelief':
      return decideRelief(village, command)
    case 'RecordDonation':
      return grants.recordDonation(currency, command)
    case 'RecordGrantPayout': {
      const held = -balanceOf(village.posted, `liability:grant-window:${command.windowId}`)
      return grants.recordGrantPayout({ held, currency }, command)
    }
    case 'ReverseEntry':
      return corrections.reverseEntry(village, command)
    default:
      return loans.isLoanCommand(command)
        ? loans.decideLoan(lendingIn(village, fund, charter, command), command)
        : undefined
  }
}

/** What decisions about loans look at; the hard rules of fair lending by the charter and law of the day. */
const lendingIn = (
  village: Village,
  fund: Fund,
  charter: charters.CharterVersion,
  { effectiveOn: on }: Known,
): loans.Lending => ({
  ...village,
  ...fund,
  charter,
  burdenWord: burdenWordOf,
  hardRefusal: (asked: LoanAsked) => hardRefusalOf(asked, { charter: charter.charter, on }),
})

const decideByVote = (
  village: Village,
  fund: Fund,
  command: charters.AmendCharter | auditors.AuditorCommand,
): Decision<Body, string> => {
  const membersActive = members.countActive(village.members)
  if (command.type === 'AmendCharter')
    return charters.amendCharter({ versions: fund.charters, membersActive }, command)
  const { charter } = charters.charterOn(fund.charters, command.effectiveOn)
  return auditors.decideAuditors(fund.auditors ?? [], { membersActive, charter }, command)
}

const counted = (
  village: Village,
  { id, effectiveOn, count }: meetings.OpenMeeting | meetings.CloseMeeting,
  { at, currency }: { readonly at: meetings.CountPoint; readonly currency: Posting['currency'] },
): Posting[] =>
  cash.countDifference(
    { moved: village.cashMoved, meetings: village.meetings },
    { on: effectiveOn, at, entryId: id, count, currency },
  )

const closePeriod = (village: Village, fund: Fund, command: periods.ClosePeriod) => {
  const { charter } = charters.charterOn(fund.charters, command.effectiveOn)
  const provisionNeeded = provisionOn(charter, village.loans.values(), command.effectiveOn)
  const { posted: balances } = village
  const { closedThrough } = fund
  const { currency } = charter
  return periods.closePeriod(
    { posted: balances, provisionNeeded, closedThrough, currency },
    command,
  )
}

const decideRelief = (village: Village, command: relief.RecordRelief) => {
  const { eventId, kind, touched, effectiveOn: declaredOn } = command
  const event = { eventId, kind, touched, declaredOn }
  const moved = (loanId: string): Posting[] => {
    const loan = village.loans.get(loanId)!
    return difference(books(loan), books(withDeferrals(loan, relief.windowsOf(event, loanId))))
  }
  const loanIds = [...new Set(touched.map(({ loanId }) => loanId))]
  const hasLoan = (loanId: string): boolean => isLent(village.loans, loanId)
  const now = { events: village.events, hasLoan, postings: () => loanIds.flatMap(moved) }
  return relief.recordRelief(now, command)
}

/** Postings as the books take them: counts already made are explained, none goes into a closed period. */
const posted = (village: Village, fund: Fund, body: Body): Body => {
  if (body.postings.length === 0 || body.type === 'PeriodClosed') return body
  const isCount = body.type === 'MeetingOpened' || body.type === 'MeetingClosed'
  const book = { moved: village.cashMoved, meetings: village.meetings }
  const explained = isCount ? body.postings : cash.explainedByCounts(book, body.postings)
  return { ...body, postings: periods.inOpenPeriod(explained, fund.closedThrough) } as Body
}

/** The day on which an entry moved money: what is taken back moves on the day of what it takes back. */
const movedOn = (body: Body, on: LocalDate): LocalDate =>
  body.type === 'EntryReversed' ? body.originalOn : on

/** Balances of all accounts, and what moved in the box by itself. */
const takePostings = (village: Village, body: Body, on: LocalDate): void => {
  for (const posting of body.postings) post(village.posted, posting)
  if (body.type === 'PeriodClosed') return
  // Money moves on the day it happened, wherever the books take it; what was founded with was there before.
  const day = body.type === 'FundFounded' ? dayBefore(on) : movedOn(body, on)
  update(village.cashMoved, day, (moved = 0) => moved + cash.cashMoved(body.postings))
}

const update = <K, V>(map: Map<K, V>, key: K, after: (before: V | undefined) => V): void => {
  map.set(key, after(map.get(key)))
}

const takeRelief = (village: Village, event: relief.ReliefEvent): void => {
  village.events.set(event.eventId, event)
  for (const loanId of new Set(event.touched.map((touch) => touch.loanId)))
    update(village.loans, loanId, (loan) => withDeferrals(loan!, relief.windowsOf(event, loanId)))
}

/** Takes in what an entry says. Works in place on the village it owns, and decides nothing. */
export const evolve = (village: Village, entry: Entry): void => {
  const { body, id, seq, effectiveOn: on } = entry
  takePostings(village, body, on)
  if (corrections.isReversible(body)) village.kept.set(id, { seq, on, body })
  switch (body.type) {
    case 'FundFounded':
      village.fund = charters.fundAfterFounding(body, on)
      for (const { windowId } of body.opening.windows)
        village.windows.set(windowId, { windowId, grants: [] })
      return
    case 'CharterAmended':
      village.fund = charters.fundAfterAmending(village.fund!, body, on)
      return
    case 'AuditorsAdmitted':
    case 'AuditorsDismissed':
      village.fund = auditors.fundAfterAuditors(village.fund!, body, on)
      return
    case 'PeriodClosed':
      village.fund = { ...village.fund!, closedThrough: on }
      return
    case 'MemberAdmitted':
    case 'OfficerAppointed':
      return update(village.members, body.memberId, (m) => members.memberAfter(m, body, on))
    case 'MeetingOpened':
    case 'AttendanceRecorded':
    case 'MeetingClosed':
      return update(village.meetings, on, (m) =>
        meetings.meetingAfter(m, body, { entryId: id, on }),
      )
    case 'ReliefRecorded':
      return takeRelief(village, relief.eventOf(body, on))
    case 'DonationReceived':
    case 'GrantPaid':
      if (body.windowId === undefined) return
      return update(village.windows, body.windowId, (w) => grants.windowAfter(w, body, on))
    // What these did stands in the balances, taken in above.
    case 'ExpensePaid':
    case 'SavingsTakenOver':
    case 'SharesBought':
    case 'SavingsWithdrawn':
    case 'SocialContributionPaid':
    case 'FinePaid':
    case 'SocialSupportPaid':
    case 'SuspenseReleased':
      return
    case 'EntryReversed':
      return takeBack(village, body, id)
    default:
      return takeInLoan(village, body, { id, on })
  }
}
