import type { LocalDate } from '#domain/kernel/dates.ts'
import { dutyCodes } from '#domain/network/register/duties.ts'
import { list, optional, type Said, text, uuid, word, yesOrNo } from '#domain/kernel/shape.ts'

/** What a report is about. */
export const reportKinds = [
  'duty',
  'workplace-abuse',
  'venue',
  'money-lost',
  'false-investment',
] as const
export type ReportKind = (typeof reportKinds)[number]

/** What it was checked by: one person's word alone is not enough. */
export const reportBases = ['two-sources', 'document'] as const

const digest = text(/^[0-9a-f]{64}$/, { code: 'digest-unreadable', example: 'a'.repeat(64) })
const householdMark = text(/^[0-9a-f]{32}$/, {
  code: 'household-mark-unreadable',
  example: '9f'.repeat(16),
})

/** In which month it happened: a day would point at somebody. */
export const reportMonth = text(/^20\d\d-(0[1-9]|1[0-2])$/, {
  code: 'month-unreadable',
  example: '2026-04',
})

export const evidenceMax = 12

/** What stands in the journal of a report that was checked: codes alone, and nothing of who spoke. */
export const checkSays = {
  partyId: uuid('party'),
  kind: word(reportKinds, 'kind-unknown'),
  month: reportMonth,
  basis: word(reportBases, 'basis-unknown'),
  /** Which duties of an agency were broken, by its report; of a duty at least one. */
  duties: list(word(dutyCodes, 'duty-unknown'), { max: dutyCodes.length, code: 'duties-missing' }),
  /** SHA-256 of each thing that was kept, as it was when it came. */
  evidence: list(digest, { max: evidenceMax, code: 'evidence-missing' }),
  /** Which household it is of, as a mark that says nothing else; of those that nobody knows all count as one. */
  household: optional(householdMark),
  /** Whoever spoke lets it be counted where anybody can read it. */
  mayBeCounted: yesOrNo('not-true-or-false'),
  /** Whoever spoke lets the agency be asked, although it may guess who that was. */
  mayBeAsked: yesOrNo('not-true-or-false'),
} as const

export const reportId = uuid('report')

/** A report that was checked. */
export type CheckedReport = Said<typeof checkSays> & {
  readonly reportId: string
  readonly by: string
  readonly on: LocalDate
}

const unknownHousehold = 'unknown'

/** How many households some reports are of: one counts once, and all that are not known count as one. */
export const householdsOf = (reports: readonly Pick<CheckedReport, 'household'>[]): number =>
  new Set(reports.map(({ household = unknownHousehold }) => household)).size
