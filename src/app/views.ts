import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { type FlagRow, type PostingRow, takesBack } from '#domain/ledger/rows.ts'
import { correctionOperations } from '#domain/corrections/operations.ts'
import { fundOperations } from '#domain/fund/operations.ts'
import { grantOperations } from '#domain/grants/operations.ts'
import { membersTouched } from '#domain/fund/people/elections.ts'
import { raisedIn } from '#domain/fund/meeting/raised.ts'
import { type PeopleBody, peopleOperations } from '#domain/fund/people-operations.ts'
import { loanOperations } from '#domain/loans/operations.ts'
import type { SubjectKind, SubjectRow, ViewChanges } from '#domain/ports.ts'
import { type ReliefBody, reliefOperations } from '#domain/relief/operations.ts'
import { savingsOperations } from '#domain/savings/operations.ts'
import { ventureOperations } from '#domain/ventures/operations.ts'
import { countTouched } from '#domain/hands/counted.ts'
import { handTouched } from '#domain/hands/taking-in.ts'
import { summarySubject } from '#domain/operations/subject.ts'
import type { Body, Entry, Village } from '#domain/village.ts'
import { followLoans, summaryOf } from '#src/app/summary.ts'

export type Touched = { readonly kind: SubjectKind; readonly key: string }

/** A pay-out ends the request, and its reversal opens it again. */
const requestOf = ({ requests }: Village, loanId: string): readonly Touched[] =>
  requests.has(loanId) ? [{ kind: 'request', key: loanId }] : []

const loansOfMember = ({ loans }: Village, memberId: string): readonly Touched[] =>
  [...loans.values()]
    .filter((loan) => loan.memberId === memberId)
    .map(({ loanId }) => ({ kind: 'loan', key: loanId }))

const peopleTouched = (village: Village, body: PeopleBody, id: EntryId): readonly Touched[] => [
  ...peopleOperations.about(body, id),
  ...(body.type === 'OfficersElected'
    ? membersTouched(village.members.values(), body).map(({ memberId }) => ({
        kind: 'member' as const,
        key: memberId,
      }))
    : []),
  // Nothing falls due on the loans of the dead, nor bears interest.
  ...(body.type === 'DeathRecorded' ? loansOfMember(village, body.memberId) : []),
]

/** What an entry tells, and of an event every loan that it puts off still: an entry names no more than it changed. */
const reliefTouched = ({ events }: Village, body: ReliefBody, id: string): readonly Touched[] => {
  const told = reliefOperations.about(body, id)
  const putOff = told
    .filter(({ kind }) => kind === 'event')
    .flatMap(({ key }) => events.get(key)!.touched)
  return [...told, ...putOff.map(({ loanId: key }) => ({ kind: 'loan' as const, key }))]
}

/** What an entry is about; the first one is where its flags belong. */
const touchedBy = (
  village: Village,
  { id, effectiveOn, body }: Pick<Entry, 'id' | 'effectiveOn' | 'body'>,
): readonly Touched[] => {
  switch (body.type) {
    // Meetings are known by their day, which stands beside what an entry says.
    case 'MeetingOpened':
    case 'AttendanceRecorded':
    case 'MeetingClosed':
      return [{ kind: 'meeting', key: effectiveOn }]
    case 'EntryReversed': {
      const { on, body: original } = village.kept.get(body.reverses)!
      return touchedBy(village, { id: body.reverses, effectiveOn: on, body: original })
    }
    default:
      if (fundOperations.isBody(body)) return fundOperations.about(body, id)
      if (correctionOperations.isBody(body)) return correctionOperations.about(body, id)
      if (reliefOperations.isBody(body)) return reliefTouched(village, body, id)
      if (savingsOperations.isBody(body)) return savingsOperations.about(body, id)
      if (grantOperations.isBody(body)) return grantOperations.about(body, id)
      if (ventureOperations.isBody(body)) return ventureOperations.about(body, id)
      if (peopleOperations.isBody(body)) return peopleTouched(village, body, id)
      return [
        ...loanOperations.about(body, id),
        ...(body.type === 'LoanPaidOut' ? requestOf(village, body.loanId) : []),
      ]
  }
}

const subjectOf = (village: Village, { kind, key }: Touched): unknown => {
  switch (kind) {
    case 'fund':
      return village.fund
    case 'member':
      return village.members.get(key)
    case 'loan':
      return village.loans.get(key)
    case 'request':
      return village.requests.get(key)
    case 'meeting':
      return village.meetings.get(key)
    case 'event':
      return village.events.get(key)
    case 'window':
      return village.windows.get(key)
    case 'support':
      return village.supports.get(key)
    case 'dispute':
      return village.disputes.get(key)
    case 'bank-line':
      return village.bankLines.get(key)
    case 'withdrawal':
      return village.withdrawals.get(key)
    case 'private-savings':
      return village.privates.get(key)
    case 'borrowing':
      return village.borrowings.get(key)
    case 'venture':
      return village.ventures.get(key)
    case 'share-out':
      return village.shareOuts.get(key)
    case 'savings-interest':
      return village.interests.get(key)
    case 'hand':
      return village.hands.sums.get(key)
    case 'count-change':
      return village.counted.byCount.get(key)
    case 'season':
      return village.seasons.get(key)
    case 'summary':
      return summaryOf(village)
  }
}

const postingRows = ({ seq, effectiveOn, body }: Entry): PostingRow[] =>
  body.postings.map((posting, line) => ({
    ...posting,
    seq,
    line,
    entryType: body.type,
    effectiveOn,
  }))

const flagRows = (village: Village, entry: Entry): FlagRow[] => {
  const { seq, effectiveOn, body } = entry
  const about = touchedBy(village, entry)[0]
  const own = { seq, entryType: body.type, effectiveOn }
  const subject = about ? `${about.kind}:${about.key}` : ''
  const back =
    body.type === 'EntryReversed'
      ? [{ ...own, flag: takesBack, subject: `entry:${village.kept.get(body.reverses)!.seq}` }]
      : []
  const flags = [...(body as Body).flags, ...(village.hands.signs.get(entry.id) ?? [])]
  return [...flags.map((flag) => ({ ...own, flag, subject })), ...back]
}

/** What entries are about, by what it is, the fund's summary always; `village` has taken them in already. */
export const touchedIn = (
  village: Village,
  entries: readonly Entry[],
): ReadonlyMap<string, Touched> => {
  const touched = entries.flatMap((entry) => [
    ...touchedBy(village, entry),
    ...(raisedIn(village, entry.body).length > 0
      ? [{ kind: 'meeting' as const, key: entry.effectiveOn }]
      : []),
    ...handTouched(village.hands, entry).map((key) => ({ kind: 'hand' as const, key })),
    ...countTouched(village.counted, entry).map((key) => ({ kind: 'count-change' as const, key })),
  ])
  const loanIds = touched.flatMap(({ kind, key }) => (kind === 'loan' ? [key] : []))
  followLoans(village, entries, new Set(loanIds))
  const all = village.fund && entries.length > 0 ? [...touched, summarySubject] : touched
  return new Map(all.map((subject) => [`${subject.kind} ${subject.key}`, subject]))
}

/** One of them as it stands. */
export const subjectRow = (village: Village, { kind, key }: Touched): SubjectRow => ({
  kind,
  key,
  data: canonicalJson(subjectOf(village, { kind, key }) as Json),
})

/** What entries move and what they flag; `village` has taken them in already. */
export const rowsOfEntries = (
  village: Village,
  entries: readonly Entry[],
): Pick<ViewChanges, 'postings' | 'flags'> => ({
  postings: entries.flatMap(postingRows),
  flags: entries.flatMap((entry) => flagRows(village, entry)),
})

/** What entries change in the views; `village` has taken them in already. */
export const viewChanges = (village: Village, entries: readonly Entry[]): ViewChanges => ({
  ...rowsOfEntries(village, entries),
  subjects: [...touchedIn(village, entries).values()].map((one) => subjectRow(village, one)),
})
