import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Meeting, meetingAfter } from '#domain/fund/meetings.ts'
import {
  type EntryReversed,
  type Kept,
  isBeginning,
  loansOf,
} from '#domain/corrections/reversal.ts'
import { type GrantWindow, windowWithout } from '#domain/grants/grants.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { type LoanShelf, loanWithout, requestOpenedAgain } from '#domain/loans/fold.ts'

/** What a village keeps, as far as an entry can be taken back out of it. */
export type Shelf = LoanShelf & {
  readonly kept: Map<EntryId, Kept>
  readonly meetings: Map<LocalDate, Meeting>
  readonly windows: Map<string, GrantWindow>
}

/** Who was there, from all lists of the day that still stand. */
const attendanceAnew = ({ kept, meetings }: Shelf, on: LocalDate): void => {
  const empty: Meeting = { ...meetings.get(on)!, present: [], absent: [] }
  const lists = [...kept].filter(([, one]) => one.on === on && one.reversedBy === undefined)
  const meeting = lists.reduce(
    (before, [entryId, { body }]) =>
      body.type === 'AttendanceRecorded' ? meetingAfter(before, body, { entryId, on }) : before,
    empty,
  )
  meetings.set(on, meeting)
}

/** Takes an entry back out of the village, in place; its postings are taken in like any others. */
export const takeBack = (shelf: Shelf, { reverses }: EntryReversed, id: EntryId): void => {
  const kept = shelf.kept.get(reverses)!
  shelf.kept.set(reverses, { ...kept, reversedBy: id })
  const { body, on } = kept
  for (const loanId of loansOf(body)) {
    const loan = shelf.loans.get(loanId)!
    shelf.loans.set(loanId, loanWithout(loan, reverses, isBeginning(body)))
    if (body.type === 'LoanPaidOut') requestOpenedAgain(shelf, loanId)
  }
  if (body.type === 'AttendanceRecorded') attendanceAnew(shelf, on)
  if (body.type === 'GrantPaid' && body.windowId !== undefined)
    shelf.windows.set(body.windowId, windowWithout(shelf.windows.get(body.windowId)!, body, on))
}
