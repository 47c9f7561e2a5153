import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { id } from '#domain/kernel/shape.ts'
import { isActingOn } from '#domain/fund/people/members.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { movedOn } from '#domain/loans/fold.ts'
import { chairOrRecordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'
import { eventFor } from '#domain/relief/after.ts'
import type { DeclaredEvent } from '#domain/relief/event.ts'
import { loansOf, postingsOfChange } from '#domain/relief/moving.ts'
import type { Relieving } from '#domain/relief/relieving.ts'
import { eventId } from '#domain/relief/shapes.ts'
import { eventAndLoans } from '#domain/relief/subjects.ts'

/** What was written about the event's loans after relief was first given on it, the last one first. */
const writtenSince = (
  { loans, kept }: Pick<Relieving, 'loans' | 'kept'>,
  event: DeclaredEvent,
): EntryId[] => {
  const since = event.told.given[0]?.seq ?? 0
  const ids = loansOf(event).flatMap((loanId) => movedOn(loans.get(loanId)!))
  const after = [...new Set(ids)].filter((entryId) => (kept.get(entryId)?.seq ?? 0) > since)
  return after.toSorted((a, b) => kept.get(b)!.seq - kept.get(a)!.seq)
}

/** It was given by mistake, and nothing has been paid on it: every loan is as it was before. */
export const undoRelief = operation({
  command: 'UndoRelief',
  entry: 'ReliefUndone',
  oneHand: 'decision',
  description: 'While nothing has been written on its loans since: every schedule is as it was.',
  asks: { eventId, approvedBy: id('member') },
  keeps: ['eventId', 'approvedBy'],
  may: chairOrRecordKeeper,
  second: ({ approvedBy }) => approvedBy,
  minutes: 'told',
  isReversible: false,
  decide: (now: Relieving, command) => {
    const event = eventFor(now, command)
    if (typeof event === 'string') return refused(event)
    const approver = now.members.get(command.approvedBy)
    if (!approver) return invalid('member-unknown', '/approvedBy')
    if (event.told.given.length === 0) return refused('nothing-to-undo')
    // A term that has run out stops nobody here.
    if (!isActingOn(approver, command.effectiveOn)) return refused('approver-not-an-officer')
    const since = writtenSince(now, event)
    if (since.length > 0) return refused('paid-since', since)
    const postings = postingsOfChange(now.loans, event, { ...event, touched: [] })
    return recorded({ loanIds: loansOf(event), flags: [], postings })
  },
  about: (entry) => eventAndLoans(entry.eventId, entry.loanIds),
})
