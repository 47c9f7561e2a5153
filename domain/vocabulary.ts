import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Sealed } from '#domain/ledger/entry.ts'
import { type PostedOn, copyOfPosted, nothingPosted } from '#domain/ledger/balances.ts'
import { type Running, copyOfRunning, nothingRunning } from '#domain/ledger/running.ts'
import type { KeptEntry } from '#domain/corrections/kept.ts'
import type { CorrectionBody, CorrectionCommand } from '#domain/corrections/operations.ts'
import type * as disputes from '#domain/corrections/disputes.ts'
import type * as bankLines from '#domain/fund/bank-lines.ts'
import type { Fund } from '#domain/fund/fund.ts'
import type * as meetings from '#domain/fund/meeting/meetings.ts'
import type * as members from '#domain/fund/people/members.ts'
import type { FundBody, FundCommand } from '#domain/fund/operations.ts'
import type * as people from '#domain/fund/people-operations.ts'
import type { Borrowings } from '#domain/fund/borrowing.ts'
import {
  type CountChanges,
  type Hands,
  copyOfCountChanges,
  copyOfHands,
  noCountChanges,
  noHands,
} from '#domain/hands/hands.ts'
import type { GrantWindow } from '#domain/grants/grants.ts'
import type { GrantBody, GrantCommand } from '#domain/grants/operations.ts'
import type { Support } from '#domain/grants/support.ts'
import type { LoanState } from '#domain/loans/fold.ts'
import type * as loans from '#domain/loans/operations.ts'
import type { Seasons } from '#domain/relief/emergency-line.ts'
import type { ReliefBody, ReliefCommand } from '#domain/relief/operations.ts'
import type { ReliefEvent } from '#domain/relief/relief.ts'
import { type SavingsLines, copyOfLines } from '#domain/savings/account.ts'
import type { ShareOuts } from '#domain/savings/share-outs.ts'
import type { InterestState } from '#domain/savings/interest.ts'
import type { PrivateState } from '#domain/savings/private.ts'
import type { Queue } from '#domain/savings/queue.ts'
import type * as savings from '#domain/savings/operations.ts'
import type { VentureBody, VentureCommand } from '#domain/ventures/operations.ts'
import type { Ventures } from '#domain/ventures/venture.ts'

export type Command =
  | FundCommand
  | people.PeopleCommand
  | savings.SavingsCommand
  | loans.LoanCommand
  | ReliefCommand
  | GrantCommand
  | VentureCommand
  | CorrectionCommand

export type Body =
  | FundBody
  | people.PeopleBody
  | savings.SavingsBody
  | loans.LoanBody
  | ReliefBody
  | GrantBody
  | VentureBody
  | CorrectionBody

export type Entry = Sealed<Body>

/** How far a journal has come: its last entry, when that was written down, and the last day that anything in it is about. */
type LastTaken = { readonly seq: number; readonly writtenOn: LocalDate; readonly on: LocalDate }

/** A village fund as its journal tells it: the fold of all entries, a cache and never a truth. */
export type Village = {
  fund: Fund | undefined
  /** Undefined before the first entry. */
  last: LastTaken | undefined
  readonly members: Map<string, members.Member>
  readonly loans: LoanState['loans']
  readonly requests: LoanState['requests']
  readonly payoutWords: LoanState['payoutWords']
  /** Where in the journal each loan was asked for: what was written before it and after. */
  readonly askedAt: Map<string, number>
  readonly meetings: Map<LocalDate, meetings.Meeting>
  readonly events: Map<string, ReliefEvent>
  /** Emergency loans that were promised, by season. */
  readonly seasons: Seasons
  readonly windows: Map<string, GrantWindow>
  /** Grants by their code. */
  readonly supports: Map<string, Support>
  readonly posted: PostedOn
  /** Movements of members' savings on the days they happened. */
  readonly savings: SavingsLines
  /** Savings that were asked for, handed out or waited for. */
  readonly withdrawals: Queue
  readonly privates: PrivateState
  /** What the fund owes outside. */
  readonly borrowings: Borrowings
  /** Pots of members for one purpose each. */
  readonly ventures: Ventures
  readonly shareOuts: ShareOuts
  readonly interests: InterestState
  /** What can still be taken back, by the entry's id. */
  readonly kept: Map<string, KeptEntry>
  /** What somebody said is not right, by the id of the entry that says so. */
  readonly disputes: Map<string, disputes.Dispute>
  /** Lines of the bank's or wallet's own list that were confirmed, by the entry that says so. */
  readonly bankLines: Map<string, bankLines.BankLine>
  /** What was written by whom, as far as no entry says it alone. */
  readonly hands: Hands
  readonly counted: CountChanges
  /** What moved in the box each day, booked differences of counts left out. */
  readonly cashMoved: Running
}

export const emptyVillage = (): Village => ({
  fund: undefined,
  last: undefined,
  members: new Map(),
  loans: new Map(),
  requests: new Map(),
  payoutWords: new Set(),
  askedAt: new Map(),
  meetings: new Map(),
  events: new Map(),
  seasons: new Map(),
  windows: new Map(),
  supports: new Map(),
  posted: nothingPosted(),
  savings: new Map(),
  withdrawals: new Map(),
  privates: new Map(),
  borrowings: new Map(),
  ventures: new Map(),
  shareOuts: new Map(),
  interests: new Map(),
  kept: new Map(),
  disputes: new Map(),
  bankLines: new Map(),
  hands: noHands(),
  counted: noCountChanges(),
  cashMoved: nothingRunning(),
})

/**
 * A village that can go on by itself: what `evolve` changes in place is copied, and what it only ever
 * replaces is shared. A dry run decides on such a copy.
 */
export const copyOf = (village: Village): Village => ({
  fund: village.fund,
  last: village.last,
  members: new Map(village.members),
  loans: new Map(village.loans),
  requests: new Map(village.requests),
  payoutWords: new Set(village.payoutWords),
  askedAt: new Map(village.askedAt),
  meetings: new Map(village.meetings),
  events: new Map(village.events),
  seasons: new Map(village.seasons),
  windows: new Map(village.windows),
  supports: new Map(village.supports),
  posted: copyOfPosted(village.posted),
  savings: copyOfLines(village.savings),
  withdrawals: new Map(village.withdrawals),
  privates: new Map(village.privates),
  borrowings: new Map(village.borrowings),
  ventures: new Map(village.ventures),
  shareOuts: new Map(village.shareOuts),
  interests: new Map(village.interests),
  kept: new Map(village.kept),
  disputes: new Map(village.disputes),
  bankLines: new Map(village.bankLines),
  hands: copyOfHands(village.hands),
  counted: copyOfCountChanges(village.counted),
  cashMoved: copyOfRunning(village.cashMoved),
})
