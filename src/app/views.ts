import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { type FlagRow, type PostingRow, takesBack } from '#domain/ledger/rows.ts'
import type { LoanBody } from '#domain/loans/facts.ts'
import type { SubjectKind, SubjectRow, ViewChanges } from '#domain/ports.ts'
import type { Body, Entry, Village } from '#domain/village.ts'

type Touched = { readonly kind: SubjectKind; readonly key: string }

const fundKey = 'fund'

/** Loans with what was asked for: a pay-out ends the request, and its reversal opens it again. */
const loansTouched = (village: Village, body: LoanBody): Touched[] => {
  switch (body.type) {
    case 'LoanPaidOut':
      return [{ kind: 'loan', key: body.loanId }, ...requestOf(village, body.loanId)]
    case 'PaymentSpread':
      return body.parts.map(({ loanId }) => ({ kind: 'loan', key: loanId }))
    case 'LoanRequested':
    case 'RequestWithdrawn':
    case 'LoanAppraised':
    case 'LoanDecided':
    case 'DecisionAppealed':
    case 'GuaranteeGiven':
      return [{ kind: 'request', key: body.loanId }]
    default:
      return [{ kind: 'loan', key: body.loanId }]
  }
}

const requestOf = ({ requests }: Village, loanId: string): Touched[] =>
  requests.has(loanId) ? [{ kind: 'request', key: loanId }] : []

/** What an entry is about; the first one is where its flags belong. */
const touchedBy = (
  village: Village,
  { effectiveOn, body }: Pick<Entry, 'effectiveOn' | 'body'>,
): Touched[] => {
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
    case 'SuspenseReleased':
      return [{ kind: 'member', key: body.memberId }]
    case 'MeetingOpened':
    case 'AttendanceRecorded':
    case 'MeetingClosed':
      return [{ kind: 'meeting', key: effectiveOn }]
    case 'EntryReversed': {
      const { on, body: original } = village.kept.get(body.reverses)!
      return touchedBy(village, { effectiveOn: on, body: original })
    }
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
    default:
      return loansTouched(village, body)
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
  return [...(body as Body).flags.map((flag) => ({ ...own, flag, subject })), ...back]
}

/** What entries change in the views; `village` has taken them in already. */
export const viewChanges = (village: Village, entries: readonly Entry[]): ViewChanges => {
  const touched = new Map(
    entries
      .flatMap((entry) => touchedBy(village, entry))
      .map((subject) => [`${subject.kind} ${subject.key}`, subject]),
  )
  const subjects = [...touched.values()].map(({ kind, key }): SubjectRow => ({
    kind,
    key,
    data: canonicalJson(subjectOf(village, { kind, key }) as Json),
  }))
  return {
    postings: entries.flatMap(postingRows),
    flags: entries.flatMap((entry) => flagRows(village, entry)),
    subjects,
  }
}
