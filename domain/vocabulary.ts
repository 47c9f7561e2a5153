import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Sealed } from '#domain/ledger/entry.ts'
import type { Posted } from '#domain/ledger/balances.ts'
import type * as corrections from '#domain/corrections/reversal.ts'
import type * as auditors from '#domain/fund/auditors.ts'
import type * as cash from '#domain/fund/cash.ts'
import type * as charters from '#domain/fund/charter.ts'
import type { Fund } from '#domain/fund/fund.ts'
import type * as meetings from '#domain/fund/meetings.ts'
import type * as members from '#domain/fund/members.ts'
import type * as periods from '#domain/fund/periods.ts'
import type * as grants from '#domain/grants/grants.ts'
import type * as loans from '#domain/loans/facts.ts'
import type { LoanShelf } from '#domain/loans/fold.ts'
import type * as relief from '#domain/relief/relief.ts'
import type * as savings from '#domain/savings/savings.ts'

export type Command =
  | charters.FoundFund
  | charters.AmendCharter
  | auditors.AuditorCommand
  | members.AdmitMember
  | members.AppointOfficer
  | meetings.MeetingCommand
  | cash.RecordExpense
  | periods.ClosePeriod
  | savings.SavingsCommand
  | loans.LoanCommand
  | relief.RecordRelief
  | grants.GrantCommand
  | corrections.ReverseEntry

export type Body =
  | charters.FundFounded
  | charters.CharterAmended
  | auditors.AuditorBody
  | members.MemberAdmitted
  | members.OfficerAppointed
  | meetings.MeetingBody
  | cash.ExpensePaid
  | periods.PeriodClosed
  | savings.SavingsBody
  | loans.LoanBody
  | relief.ReliefRecorded
  | grants.GrantBody
  | corrections.EntryReversed

export type Entry = Sealed<Body>

/** A village fund as its journal tells it: the fold of all entries, a cache and never a truth. */
export type Village = {
  fund: Fund | undefined
  readonly members: Map<string, members.Member>
  readonly loans: LoanShelf['loans']
  readonly requests: LoanShelf['requests']
  readonly meetings: Map<LocalDate, meetings.Meeting>
  readonly events: Map<string, relief.ReliefEvent>
  readonly windows: Map<string, grants.GrantWindow>
  readonly posted: Posted
  /** What can still be taken back, by the entry's id. */
  readonly kept: Map<string, corrections.Kept>
  /** What moved in the box each day, booked differences of counts left out. */
  readonly cashMoved: Map<LocalDate, number>
}

export const emptyVillage = (): Village => ({
  fund: undefined,
  members: new Map(),
  loans: new Map(),
  requests: new Map(),
  meetings: new Map(),
  events: new Map(),
  windows: new Map(),
  posted: new Map(),
  kept: new Map(),
  cashMoved: new Map(),
})

/**
 * A village that can go on by itself: what `evolve` changes in place is copied, and what it only ever
 * replaces is shared. A dry run decides on such a copy.
 */
export const copyOf = (village: Village): Village => ({
  fund: village.fund,
  members: new Map(village.members),
  loans: new Map(village.loans),
  requests: new Map(village.requests),
  meetings: new Map(village.meetings),
  events: new Map(village.events),
  windows: new Map(village.windows),
  posted: new Map([...village.posted].map(([account, days]) => [account, new Map(days)])),
  kept: new Map(village.kept),
  cashMoved: new Map(village.cashMoved),
})
