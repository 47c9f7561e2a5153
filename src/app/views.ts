import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import type { FlagRow, PostingRow } from '#domain/ledger/rows.ts'
import type { SubjectKind, SubjectRow, ViewChanges } from '#domain/ports.ts'
import type { Body, Entry, Village } from '#domain/village.ts'

type Touched = { readonly kind: SubjectKind; readonly key: string }

const fundKey = 'fund'

/** What an entry is about; the first one is where its flags belong. */
const touchedBy = ({ effectiveOn, body }: Entry): Touched[] => {
  switch (body.type) {
    case 'FundFounded':
      return [
        { kind: 'fund', key: fundKey },
        ...body.opening.windows.map(({ windowId }) => ({ kind: 'window' as const, key: windowId })),
      ]
    case 'CharterAmended':
    case 'AuditorsAdmitted':
    case 'AuditorsDismissed':
    case 'PeriodClosed':
      return [{ kind: 'fund', key: fundKey }]
    case 'MemberAdmitted':
    case 'OfficerAppointed':
    case 'SavingsTakenOver':
    case 'SharesBought':
    case 'SavingsWithdrawn':
    case 'SocialContributionPaid':
    case 'FinePaid':
      return [{ kind: 'member', key: body.memberId }]
    case 'MeetingOpened':
    case 'AttendanceRecorded':
    case 'MeetingClosed':
      return [{ kind: 'meeting', key: effectiveOn }]
    case 'LoanTakenOver':
    case 'LoanPaidOut':
    case 'RepaymentRecorded':
    case 'LoanWrittenOff':
      return [{ kind: 'loan', key: body.loanId }]
    case 'ReliefRecorded': {
      const loanIds = new Set(body.touched.map(({ loanId }) => loanId))
      return [
        { kind: 'event', key: body.eventId },
        ...[...loanIds].map((key) => ({ kind: 'loan' as const, key })),
      ]
    }
    case 'DonationReceived':
    case 'GrantPaid':
      return body.windowId === undefined ? [] : [{ kind: 'window', key: body.windowId }]
    case 'ExpensePaid':
    case 'SocialSupportPaid':
      return []
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
    case 'meeting':
      return village.meetings.get(key)
    case 'event':
      return village.events.get(key)
    case 'window':
      return village.windows.get(key)
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

const flagRows = (entry: Entry): FlagRow[] => {
  const { seq, effectiveOn, body } = entry
  const about = touchedBy(entry)[0]
  const subject = about ? `${about.kind}:${about.key}` : ''
  return (body as Body).flags.map((flag) => ({
    seq,
    flag,
    entryType: body.type,
    effectiveOn,
    subject,
  }))
}

/** What entries change in the views; `village` has taken them in already. */
export const viewChanges = (village: Village, entries: readonly Entry[]): ViewChanges => {
  const touched = new Map(
    entries.flatMap(touchedBy).map((subject) => [`${subject.kind} ${subject.key}`, subject]),
  )
  const subjects = [...touched.values()].map(({ kind, key }): SubjectRow => ({
    kind,
    key,
    data: canonicalJson(subjectOf(village, { kind, key }) as Json),
  }))
  return { postings: entries.flatMap(postingRows), flags: entries.flatMap(flagRows), subjects }
}
