import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FeeDraft } from '#domain/cases/operations/fee-drafts.ts'
import type { ReportKind, reportBases } from '#domain/network/watch/report.ts'
import type { Province } from '#domain/network/places.ts'

/*
 * A report as somebody made it. It lies sealed under the roof of the cases, in leaves of one length under ids of chance, with
 * every day inside; whoever made it lies sealed apart, and no entry of a journal names either.
 */

/** How a report came; what a cost diary offered was typed in by nobody. */
export const channels = ['page', 'paper', 'voice', 'text', 'in-person', 'cost-diary'] as const
export type Channel = (typeof channels)[number]

/** A thing that was sent along: what it was when it came is told by its digest for ever. */
export type Evidence = {
  readonly digest: string
  readonly bytes: number
  readonly kind: EvidenceKind
  /** Under which name it is kept. */
  readonly kept: string
}

/** Kinds of files, told by how they begin and never by what they are called. */
export const evidenceKinds = ['jpeg', 'png', 'pdf', 'audio'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** What was done with a report, by whom of the staff; nobody where it was its maker. */
export const custodyActs = [
  'came',
  'read',
  'evidence-opened',
  'evidence-added',
  'reporter-opened',
  'grounds-opened',
  'answered',
  'asked-aside',
  'put-aside',
  'aside-refused',
  'checked',
  'erasure-asked',
  'asked-erasure',
] as const
type CustodyLine = {
  readonly on: LocalDate
  readonly by?: string
  readonly did: (typeof custodyActs)[number]
  /** Which thing it was, by its digest. */
  readonly digest?: string
}

/** Why a report is put aside: two say so. */
export const asideReasons = ['twice', 'not-about-work', 'empty', 'flood'] as const

/** Who or what a source is that a check rests on. */
export const sourceKinds = [
  'whoever-spoke',
  'family',
  'neighbour',
  'colleague',
  'organisation',
  'authority',
  'paper',
  'seen-by-us',
] as const

/** One of the two sources that a check rests on: whose word it is, and of which day. */
export type SourceSaid = {
  readonly kind: (typeof sourceKinds)[number]
  readonly whose: string
  readonly on: LocalDate
}

/** What stands behind a check: by what the household is known again, and which the two sources are. It may name whoever spoke. */
export type Grounds = { readonly household: string; readonly sources: readonly SourceSaid[] }

export type SealedReport = {
  readonly is: 'report'
  readonly on: LocalDate
  readonly channel: Channel
  /** Who of the staff typed it in, for somebody who does not write. */
  readonly typedBy?: string
  readonly kind: ReportKind
  /** What the agency, person or place is called, as whoever spoke calls it. */
  readonly about: string
  readonly text: string
  readonly month?: string
  /** Of a cost diary: a fee above what may be asked, and nothing else. */
  readonly fee?: Omit<FeeDraft, 'month'>
  readonly province?: Province
  readonly mayBeCounted: boolean
  readonly mayBeAsked: boolean
  /** Nothing else came from its sender within that hour: those are read first. */
  readonly isFirst: boolean
  /** Something by which whoever spoke is reached is kept apart. */
  readonly hasReporter: boolean
  readonly evidence: readonly Evidence[]
  readonly custody: readonly CustodyLine[]
  readonly answers: readonly { readonly on: LocalDate; readonly text: string }[]
  readonly aside?: {
    readonly why: (typeof asideReasons)[number]
    readonly by: string
    readonly on: LocalDate
    readonly confirmedBy?: string
  }
  /** By its receipt it was asked to be erased; `by` whom of the team it was asked of another one. */
  readonly erasure?: { readonly on: LocalDate; readonly by?: string }
  /** Who has written down what stands behind its check; the words lie sealed to the team apart. */
  readonly grounds?: {
    readonly by: string
    readonly on: LocalDate
    readonly basis: (typeof reportBases)[number]
    readonly household?: string
  }
  /** Under which id the network's journal knows what was found out about it. */
  readonly checked?: { readonly reportId: string; readonly on: LocalDate; readonly by: string }
}

/** Where a report stands, as whoever made it is told. */
export const stateOf = ({
  aside,
  checked,
  custody,
}: SealedReport): 'waits' | 'read' | 'checked' | 'aside' => {
  if (checked) return 'checked'
  if (aside?.confirmedBy !== undefined) return 'aside'
  return custody.some(({ did }) => did === 'read') ? 'read' : 'waits'
}

/** Whether the receipt alone does not erase it: somebody else has seen the receipt, or relies on what was told. */
export const takesTwo = ({
  typedBy,
  checked,
}: Pick<SealedReport, 'typedBy' | 'checked'>): boolean =>
  typedBy !== undefined || checked !== undefined

/** Written down in a report: each reader once a day. */
export const withCustody = (
  report: SealedReport,
  line: SealedReport['custody'][number],
): SealedReport => {
  const isThere = report.custody.some(
    (one) =>
      one.on === line.on &&
      one.by === line.by &&
      one.did === line.did &&
      one.digest === line.digest,
  )
  return isThere ? report : { ...report, custody: [...report.custody, line] }
}
