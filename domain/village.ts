import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import type { Sealed } from '#domain/ledger/entry.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { type Posting, difference } from '#domain/ledger/posting.ts'
import * as charters from '#domain/fund/charter.ts'
import type { Fund } from '#domain/fund/fund.ts'
import * as cash from '#domain/fund/cash.ts'
import * as meetings from '#domain/fund/meetings.ts'
import * as members from '#domain/fund/members.ts'
import * as periods from '#domain/fund/periods.ts'
import * as grants from '#domain/grants/grants.ts'
import { books } from '#domain/loans/books.ts'
import * as loans from '#domain/loans/facts.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { provisionOfAll } from '#domain/loans/provision.ts'
import { standingOf } from '#domain/loans/standing.ts'
import * as relief from '#domain/relief/relief.ts'
import * as savings from '#domain/savings/savings.ts'

export type Command =
  | charters.FoundFund
  | charters.AmendCharter
  | members.AdmitMember
  | members.AppointOfficer
  | meetings.OpenMeeting
  | meetings.RecordAttendance
  | meetings.CloseMeeting
  | cash.RecordExpense
  | periods.ClosePeriod
  | savings.TakeOverSavings
  | savings.BuyShares
  | savings.RecordWithdrawal
  | savings.RecordSocialContribution
  | savings.RecordFine
  | savings.RecordSocialSupport
  | loans.TakeOverLoan
  | loans.RecordPayout
  | loans.RecordRepayment
  | loans.RecordWriteOff
  | relief.RecordRelief
  | grants.RecordDonation
  | grants.RecordGrantPayout

export type Body =
  | charters.FundFounded
  | charters.CharterAmended
  | members.MemberAdmitted
  | members.OfficerAppointed
  | meetings.MeetingOpened
  | meetings.AttendanceRecorded
  | meetings.MeetingClosed
  | cash.ExpensePaid
  | periods.PeriodClosed
  | savings.SavingsTakenOver
  | savings.SharesBought
  | savings.SavingsWithdrawn
  | savings.SocialContributionPaid
  | savings.FinePaid
  | savings.SocialSupportPaid
  | loans.LoanTakenOver
  | loans.LoanPaidOut
  | loans.RepaymentRecorded
  | loans.LoanWrittenOff
  | relief.ReliefRecorded
  | grants.DonationReceived
  | grants.GrantPaid

export type Entry = Sealed<Body>

/** A village fund as its journal tells it: the fold of all entries, a cache and never a truth. */
export type Village = {
  fund: Fund | undefined
  readonly members: Map<string, members.Member>
  readonly loans: Map<string, Loan>
  readonly meetings: Map<LocalDate, meetings.Meeting>
  readonly events: Map<string, relief.ReliefEvent>
  readonly windows: Map<string, grants.GrantWindow>
  /** Account -> day -> what was posted on it; smallest units, debit positive. */
  readonly posted: Map<AccountId, Map<LocalDate, number>>
  /** What moved in the box each day, booked differences of counts left out. */
  readonly cashMoved: Map<LocalDate, number>
}

export const emptyVillage = (): Village => ({
  fund: undefined,
  members: new Map(),
  loans: new Map(),
  meetings: new Map(),
  events: new Map(),
  windows: new Map(),
  posted: new Map(),
  cashMoved: new Map(),
})

const balanceOf = (village: Village, account: AccountId, through?: LocalDate): number => {
  let sum = 0
  for (const [on, amount] of village.posted.get(account) ?? []) if (!through || on <= through) sum += amount
  return sum
}

/** Reads the village, never changes it. A command of an unknown type is invalid, not a fault. */
export const decide = (village: Village, command: Command): Decision<Body, string> => {
  if (!isLocalDate(command.effectiveOn)) return invalid('date-impossible', '/effectiveOn')
  if (command.type === 'FoundFund') return village.fund ? refused('fund-already-founded') : charters.foundFund(command)
  const { fund } = village
  if (!fund) return refused('fund-not-founded')
  if (command.effectiveOn < fund.openedOn) return invalid('before-the-fund-began', '/effectiveOn')
  if ('memberId' in command && command.type !== 'AdmitMember' && !village.members.has(command.memberId)) {
    return invalid('member-unknown', '/memberId')
  }
  const decision = decideInRoom(village, fund, command)
  if (!decision) return invalid('type-unknown', '/type')
  return decision.outcome === 'recorded' ? recorded(posted(village, fund, decision.body)) : decision
}

type Known = Exclude<Command, charters.FoundFund>

const decideInRoom = (village: Village, fund: Fund, command: Known): Decision<Body, string> | undefined => {
  const charter = charters.charterOn(fund.charters, command.effectiveOn)
  const { currency } = charter.charter
  switch (command.type) {
    case 'AmendCharter':
      return charters.amendCharter({ versions: fund.charters, membersActive: activeMembers(village) }, command)
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
      return savings.takeOverSavings(currency, command)
    case 'BuyShares':
      return savings.buyShares(charter.charter, command)
    case 'RecordWithdrawal':
      return savings.recordWithdrawal({ saved: savedBy(village, command.memberId), currency }, command)
    case 'RecordSocialContribution':
      return savings.recordSocialContribution(currency, command)
    case 'RecordFine':
      return savings.recordFine(currency, command)
    case 'RecordSocialSupport':
      return savings.recordSocialSupport({ held: -balanceOf(village, 'liability:social-fund'), currency }, command)
    case 'TakeOverLoan':
      return loans.takeOverLoan({ loans: village.loans, charter }, command)
    case 'RecordPayout': {
      const ceiling = ceilingInputs(village, fund, { memberId: command.memberId, on: command.effectiveOn })
      return loans.recordPayout({ loans: village.loans, charter, ceiling }, command)
    }
    case 'RecordRepayment':
      return loans.recordRepayment(village.loans.get(command.loanId), command)
    case 'RecordWriteOff':
      return loans.recordWriteOff(village.loans.get(command.loanId), command)
    case 'RecordRelief':
      return decideRelief(village, command)
    case 'RecordDonation':
      return grants.recordDonation(currency, command)
    case 'RecordGrantPayout': {
      const held = -balanceOf(village, `liability:grant-window:${command.windowId}`)
      return grants.recordGrantPayout({ held, window: village.windows.get(command.windowId), currency }, command)
    }
  }
}

const activeMembers = (village: Village): number =>
  [...village.members.values()].filter(({ isFormer }) => !isFormer).length

const savedBy = (village: Village, memberId: string, through?: LocalDate): number =>
  -balanceOf(village, `liability:savings:${memberId}`, through)

const counted = (
  village: Village,
  { id, effectiveOn, count }: meetings.OpenMeeting | meetings.CloseMeeting,
  { at, currency }: { readonly at: meetings.CountPoint; readonly currency: Posting['currency'] },
): Posting[] =>
  cash.countDifference({ moved: village.cashMoved, meetings: village.meetings }, { on: effectiveOn, at, entryId: id, count, currency })

/** A member's savings before the day, and the fund's own size on it. */
export const ceilingInputs = (
  village: Village,
  fund: Fund,
  { memberId, on }: { readonly memberId: string; readonly on: LocalDate },
) => {
  const own = [...village.posted.keys()].filter((account) => /^(equity|income|expense|liability:savings)/.test(account))
  const equityAndSavings = own.reduce((sum, account) => sum - balanceOf(village, account, on), 0)
  return { savings: savedBy(village, memberId, on), equityAndSavings, isFirstCycle: fund.charters.length === 1 }
}

const closePeriod = (village: Village, fund: Fund, command: periods.ClosePeriod) => {
  const { effectiveOn: on } = command
  const { charter } = charters.charterOn(fund.charters, on)
  const standings = [...village.loans.values()].flatMap((loan) => standingOf(loan, on) ?? [])
  const balances = new Map([...village.posted.keys()].map((account) => [account, balanceOf(village, account, on)]))
  const provisionNeeded = provisionOfAll(charter, standings)
  return periods.closePeriod({ balances, provisionNeeded, closedThrough: fund.closedThrough, currency: charter.currency }, command)
}

const deferred = (loan: Loan, event: relief.ReliefEvent): Loan => {
  const windows = event.touched.filter(({ loanId }) => loanId === loan.loanId)
  const { eventId, declaredOn } = event
  const added = windows.map(({ from, to }) => ({ from, to, eventId, declaredOn }))
  return { ...loan, deferrals: [...loan.deferrals, ...added].toSorted((a, b) => (a.eventId + a.from < b.eventId + b.from ? -1 : 1)) }
}

const decideRelief = (village: Village, command: relief.RecordRelief) => {
  const { eventId, kind, touched, effectiveOn: declaredOn } = command
  const touchedLoans = () => [...new Set(touched.map(({ loanId }) => loanId))].map((loanId) => village.loans.get(loanId)!)
  const event = { eventId, kind, touched, declaredOn }
  return relief.recordRelief(
    {
      events: village.events,
      hasLoan: (loanId) => village.loans.has(loanId),
      postings: () => touchedLoans().flatMap((loan) => difference(books(loan), books(deferred(loan, event)))),
    },
    command,
  )
}

/** Postings as the books take them: none into a closed period, and counts already made are explained. */
const posted = (village: Village, fund: Fund, body: Body): Body => {
  if (body.postings.length === 0 || body.type === 'PeriodClosed') return body
  const open = periods.inOpenPeriod(body.postings, fund.closedThrough)
  const isCount = body.type === 'MeetingOpened' || body.type === 'MeetingClosed'
  const book = { moved: village.cashMoved, meetings: village.meetings }
  return { ...body, postings: isCount ? open : cash.explainedByCounts(book, open) } as Body
}

/** Takes in what an entry says. Works in place on the village it owns, and decides nothing. */
export const evolve = (village: Village, entry: Entry): void => {
  const { body, id, effectiveOn: on } = entry
  for (const posting of body.postings) post(village, posting)
  if (body.type !== 'PeriodClosed') {
    for (const [day, amount] of cash.cashMoved(body.postings)) {
      village.cashMoved.set(day, (village.cashMoved.get(day) ?? 0) + amount)
    }
  }
  switch (body.type) {
    case 'FundFounded':
      return found(village, body, on)
    case 'CharterAmended': {
      const { version, charter } = body
      village.fund = { ...village.fund!, charters: [...village.fund!.charters, { version, charter, from: on }] }
      return
    }
    case 'PeriodClosed':
      village.fund = { ...village.fund!, closedThrough: on }
      return
    case 'MemberAdmitted':
    case 'OfficerAppointed':
      village.members.set(body.memberId, members.memberAfter(village.members.get(body.memberId), body, on))
      return
    case 'MeetingOpened':
    case 'AttendanceRecorded':
    case 'MeetingClosed':
      village.meetings.set(on, meetings.meetingAfter(village.meetings.get(on), body, { entryId: id, on }))
      return
    case 'LoanTakenOver':
    case 'LoanPaidOut':
    case 'RepaymentRecorded':
    case 'LoanWrittenOff':
      village.loans.set(body.loanId, loans.loanAfter(village.loans.get(body.loanId), body, { id, on }))
      return
    case 'ReliefRecorded': {
      const event = relief.eventOf(body, on)
      village.events.set(body.eventId, event)
      for (const loanId of new Set(body.touched.map((touch) => touch.loanId))) {
        village.loans.set(loanId, deferred(village.loans.get(loanId)!, event))
      }
      return
    }
    case 'DonationReceived':
    case 'GrantPaid':
      if (body.windowId !== undefined) {
        village.windows.set(body.windowId, grants.windowAfter(village.windows.get(body.windowId), body, on))
      }
      return
    case 'ExpensePaid':
    case 'SavingsTakenOver':
    case 'SharesBought':
    case 'SavingsWithdrawn':
    case 'SocialContributionPaid':
    case 'FinePaid':
    case 'SocialSupportPaid':
      return
  }
}

const post = (village: Village, { account, on, amount }: Posting): void => {
  const days = village.posted.get(account) ?? new Map<LocalDate, number>()
  days.set(on, (days.get(on) ?? 0) + amount)
  village.posted.set(account, days)
}

const found = (village: Village, body: charters.FundFounded, on: LocalDate): void => {
  const { villageCode, charter, opening } = body
  const first = { version: 1, from: on, charter }
  village.fund = { villageCode, openedOn: on, charters: [first], openingProvision: opening.provision }
  for (const { windowId } of opening.windows) village.windows.set(windowId, { windowId, grants: [] })
}
