import { type PeopleBody, peopleOperations } from '#domain/fund/people-operations.ts'
import { membersOf } from '#domain/fund/people/taking-in-people.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { unsound } from '#domain/ledger/posting.ts'
import type { ViewChanges } from '#domain/ports.ts'
import { type Entry, type Village, emptyVillage, evolve } from '#domain/village.ts'
import type { AuditCheck } from '#src/app/proof/audit-chain.ts'
import { opened } from '#src/app/rows.ts'
import { viewChanges } from '#src/app/views.ts'

const aboutLoans: readonly string[] = [
  'LoanPartPaidOut',
  'RepaymentRecorded',
  'LateFinePaid',
  'LoanRescheduled',
  'LoanWrittenOff',
  'RecoveryRecorded',
  'PayoutConfirmed',
]
const aboutRequests: readonly string[] = [
  'RequestWithdrawn',
  'LoanAppraised',
  'CostDisclosed',
  'LoanDecided',
  'DecisionAppealed',
  'GuaranteeGiven',
]

/** What is taken back must be there, and not have been taken back before. */
const isOpen = ({ kept }: Village, entryId: string): boolean => {
  const entry = kept.get(entryId)
  return entry !== undefined && entry.reversedBy === undefined
}

/** Whom an entry about people names, who must be there; somebody who is admitted must not be. */
const arePeopleKnown = ({ members }: Village, body: PeopleBody): boolean =>
  body.type === 'MemberAdmitted'
    ? !members.has(body.memberId)
    : membersOf(body).every((memberId) => members.has(memberId))

/** What an entry names must have come before it. */
const isKnown = (village: Village, { body }: Entry): boolean => {
  if (body.type === 'FundFounded') return village.fund === undefined
  if (!village.fund) return false
  if (body.type === 'ReliefRecorded')
    return body.touched.every(({ loanId }) => village.loans.has(loanId))
  if (body.type === 'EntryReversed') return isOpen(village, body.reverses)
  if (body.type === 'BankLineMatched')
    return body.entryIds.every((entryId) => isOpen(village, entryId))
  if (body.type === 'DisputeAnswered') return village.disputes.has(body.disputeId)
  if (peopleOperations.isBody(body)) return arePeopleKnown(village, body)
  if (body.type === 'PaymentSpread')
    return body.parts.every(({ loanId }) => village.loans.has(loanId))
  if (aboutLoans.includes(body.type) && 'loanId' in body) return village.loans.has(body.loanId)
  if (aboutRequests.includes(body.type) && 'loanId' in body)
    return village.requests.has(body.loanId)
  return !('memberId' in body) || village.members.has(body.memberId)
}

/** The checks that an entry does not pass, in a village that has taken in those before it. */
export const brokenBy = (village: Village, entry: Entry): AuditCheck[] => {
  const { postings } = entry.body
  const closed = village.fund?.closedThrough
  const isLate = closed !== undefined && postings.some(({ on }) => on <= closed)
  return [
    ...(unsound(postings) === undefined ? [] : (['sum-to-zero'] as const)),
    ...(isKnown(village, entry) ? [] : (['reference'] as const)),
    ...(isLate ? (['period'] as const) : []),
  ]
}

/** Folds a journal row by row, and tells what its rows change in the views. */
export type Refold = {
  /** Takes a row in; the check that it does not pass, if there is one. */
  readonly take: (row: JournalRow) => AuditCheck | undefined
  /** What rows change in the views, of which the last was the last to be taken in. */
  readonly changes: (rows: readonly JournalRow[]) => ViewChanges
}

export const refolding = (): Refold => {
  const village = emptyVillage()
  return {
    take: (row) => {
      try {
        const entry = opened(row)
        const broken = brokenBy(village, entry)[0]
        if (broken === undefined) evolve(village, entry)
        return broken
      } catch {
        // An entry of a shape that no version has had cannot be told from one that was altered.
        return 'readable'
      }
    },
    changes: (rows) =>
      viewChanges(
        village,
        rows.map((row) => opened(row)),
      ),
  }
}
