import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Meeting, meetingAfter } from '#domain/fund/meeting/meetings.ts'
import type { KeptEntry } from '#domain/corrections/kept.ts'
import { isBeginning, loansOf } from '#domain/corrections/reversal.ts'
import type { BankLine } from '#domain/fund/bank-lines.ts'
import type { Borrowings } from '#domain/fund/borrowing.ts'
import { takeOutOutside } from '#domain/fund/outside.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { grantOperations } from '#domain/grants/operations.ts'
import { type GrantState, takeOutGrants } from '#domain/grants/taking-in.ts'
import { peopleOperations } from '#domain/fund/people-operations.ts'
import { membersOf, takeBackPeople } from '#domain/fund/people/taking-in-people.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { type SavingsBooks, takeOutSavings } from '#domain/savings/books.ts'
import { ventureOperations } from '#domain/ventures/operations.ts'
import { takeOutVentures } from '#domain/ventures/taking-in.ts'
import type { Ventures } from '#domain/ventures/venture.ts'
import { type LoanState, loanWithout, requestOpenedAgain } from '#domain/loans/fold.ts'

/** What a village keeps, as far as an entry can be taken back out of it. */
type State = Omit<SavingsBooks, 'posted' | 'savings'> &
  LoanState &
  GrantState & {
    readonly kept: Map<EntryId, KeptEntry>
    readonly meetings: Map<LocalDate, Meeting>
    readonly members: Map<string, Member>
    readonly borrowings: Borrowings
    readonly ventures: Ventures
    readonly bankLines: Map<EntryId, BankLine>
  }

/** Who was there, from all lists of the day but the one that is taken back. */
const attendanceAnew = (
  meetings: State['meetings'],
  { on, reverses }: { readonly on: LocalDate; readonly reverses: EntryId },
): void => {
  const held = meetings.get(on)!
  const lists = (held.lists ?? []).map((one) =>
    one.entryId === reverses ? { ...one, isTakenBack: true as const } : one,
  )
  const after = lists
    .filter(({ isTakenBack }) => !isTakenBack)
    .reduce<Meeting>(
      (before, { entryId, present, absent }) =>
        meetingAfter(before, { type: 'AttendanceRecorded', present, absent }, { entryId, on }),
      { ...held, present: [], absent: [] },
    )
  meetings.set(on, { ...after, lists })
}

/** Takes an entry back out of the village, in place; its postings are taken in like any others. */
export const takeBack = (
  state: State,
  { reverses }: { readonly reverses: EntryId },
  id: EntryId,
): void => {
  const kept = state.kept.get(reverses)!
  state.kept.set(reverses, kept.takenBackBy(id))
  const { body, on } = kept
  for (const loanId of loansOf(body)) {
    const loan = state.loans.get(loanId)!
    state.payoutWords.delete(reverses)
    state.loans.set(loanId, loanWithout(loan, reverses, isBeginning(body)))
    if (body.type === 'LoanPaidOut') requestOpenedAgain(state, loanId)
  }
  takeOutSavings(state, body.type, reverses)
  if (body.type === 'MoneyBorrowed' || body.type === 'BorrowingRepaid')
    takeOutOutside(state.borrowings, body, reverses)
  if (body.type === 'AttendanceRecorded') attendanceAnew(state.meetings, { on, reverses })
  if (peopleOperations.isBody(body)) takeBackPeople(state.members, membersOf(body), reverses)
  if (body.type === 'BankLineMatched')
    state.bankLines.set(reverses, { ...state.bankLines.get(reverses)!, isTakenBack: true })
  if (grantOperations.isBody(body)) takeOutGrants(state, body, { id: reverses, on })
  if (ventureOperations.isBody(body)) takeOutVentures(state.ventures, body, reverses)
}
