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

const waitingBy = (
  audits: readonly Audit[],
  dayOf: (finding: AuditFinding) => LocalDate | undefined,
): FindingsWaiting | undefined => {
  const found = audits.flatMap(({ auditId, findings }) =>
    findings.flatMap((finding) => {
      const on = dayOf(finding)
      return on === undefined ? [] : [{ on, auditId }]
    }),
  )
  const [first] = found.toSorted((a, b) => (a.on < b.on ? -1 : 1))
  if (!first) return undefined
  const isOfOne = found.every(({ auditId }) => auditId === first.auditId)
  return { count: found.length, on: first.on, auditId: isOfOne ? first.auditId : undefined }
}

/** What waits for the fund in its audits; nobody waits for anything about a plan that was given up. */
export const waitsForFund = (audits: readonly Audit[]): AuditsWaiting => {
  const open = audits.filter(({ cancelled }) => cancelled === undefined)
  return {
    replies: waitingBy(open, ({ reply, closed, replyBy }) =>
      reply || closed ? undefined : replyBy,
    ),
    looks: waitingBy(open, ({ followUpOn }) => followUpOn),
  }
}
