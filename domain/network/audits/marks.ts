import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import { type Audit, auditTests, lastTests } from '#domain/network/audits/audit.ts'

/**
 * What whoever reads an audit must know of how it was made: above all what one person did in it alone. Nobody can take one
 * away; each is counted from the journal.
 */
export const auditMarkCodes = [
  /** All that was seen, and the opinion, are of one hand. */
  'one-auditor',
  'tests-left-out',
  'rows-not-seen',
  'test-written-again',
  'closed-without-reply',
  'withdrawn',
  'visit-moved',
  /** An earlier plan of the fund was given up: its sample was seen and not used. */
  'planned-before',
] as const
export type AuditMark = { readonly code: (typeof auditMarkCodes)[number]; readonly count: number }

const yearDays = 366

/** The marks of an audit, with all audits of its fund. */
export const auditMarks = (audit: Audit, ofFund: readonly Audit[]): readonly AuditMark[] => {
  const { tests, findings, opinion, moved } = audit
  const last = lastTests(audit)
  const hands = new Set([...tests, ...(opinion ? [opinion] : [])].map(({ by }) => by))
  const closed = findings.filter((one) => one.closed)
  const wasGivenUp = (one: Audit): boolean =>
    one.cancelled !== undefined && isBefore(one.writtenOn, audit.writtenOn)
  const counts: Readonly<Record<AuditMark['code'], number>> = {
    'one-auditor': opinion && hands.size === 1 ? 1 : 0,
    'tests-left-out': opinion ? auditTests.length - last.length : 0,
    'rows-not-seen': last.flatMap(({ rows }) => rows.filter(({ seen }) => seen === undefined))
      .length,
    'test-written-again': tests.length - last.length,
    'closed-without-reply': closed.filter(({ reply }) => reply === undefined).length,
    withdrawn: closed.filter((one) => one.closed?.how === 'withdrawn').length,
    'visit-moved': moved,
    'planned-before': ofFund.filter((one) => one !== audit && wasGivenUp(one)).length,
  }
  return auditMarkCodes.flatMap((code) =>
    counts[code] === 0 ? [] : [{ code, count: counts[code] }],
  )
}

const isBefore = (day: LocalDate, of: LocalDate): boolean =>
  day <= of && daysBetween(day, of) <= yearDays
