import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Audit, AuditFinding } from '#domain/network/audits/audit.ts'

/** So many findings wait, the first of them until or on a day; in which audit, where all of them are of one. */
export type FindingsWaiting = {
  readonly count: number
  readonly on: LocalDate
  readonly auditId: string | undefined
}

/** What officers of a fund have to do with what its audits found. */
export type AuditsWaiting = {
  /** Findings to which the fund has not replied. */
  readonly replies: FindingsWaiting | undefined
  /** Findings that were not mended, at which somebody looks again. */
  readonly looks: FindingsWaiting | undefined
}

/** What is drawn and when somebody comes is the auditor's own, until something was seen: whoever keeps the book could get ready. */
export const isToldToFund = ({ tests, findings, opinion }: Audit): boolean =>
  tests.length > 0 || findings.length > 0 || opinion !== undefined

/** A finding of an audit that nobody is done with: what it waits for, and until or on which day. */
export type OpenFinding = {
  readonly audit: Audit
  readonly finding: AuditFinding
  readonly waits: 'reply' | 'closing' | 'look'
  readonly on: LocalDate | undefined
}

const openFinding = (audit: Audit, finding: AuditFinding): OpenFinding[] => {
  const { reply, closed, replyBy, followUpOn } = finding
  if (closed)
    return followUpOn === undefined ? [] : [{ audit, finding, waits: 'look', on: followUpOn }]
  return reply
    ? [{ audit, finding, waits: 'closing', on: undefined }]
    : [{ audit, finding, waits: 'reply', on: replyBy }]
}

/**
 * What is open of many audits: what can be closed first, then by the days on which something is due. Nobody waits for anything about
 * a plan that was given up.
 */
export const openFindingsIn = (audits: readonly Audit[]): readonly OpenFinding[] =>
  audits
    .filter(({ cancelled }) => cancelled === undefined)
    .flatMap((audit) => audit.findings.flatMap((finding) => openFinding(audit, finding)))
    .toSorted(({ on: one = '' }, { on: other = '' }) => (one < other ? -1 : one > other ? 1 : 0))

const waitingAs = (
  open: readonly OpenFinding[],
  as: OpenFinding['waits'],
): FindingsWaiting | undefined => {
  const found = open.filter(({ waits }) => waits === as)
  const [first] = found
  if (first?.on === undefined) return undefined
  const { auditId } = first.audit
  const isOfOne = found.every(({ audit }) => audit.auditId === auditId)
  return { count: found.length, on: first.on, auditId: isOfOne ? auditId : undefined }
}

/** What officers of a fund have to do with what its audits found. */
export const waitsForFund = (audits: readonly Audit[]): AuditsWaiting => {
  const open = openFindingsIn(audits)
  return { replies: waitingAs(open, 'reply'), looks: waitingAs(open, 'look') }
}
