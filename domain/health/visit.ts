import {
  type LocalDate,
  daysAfter,
  daysBetween,
  earlier,
  monthlyDay,
  monthsBetween,
} from '#domain/kernel/dates.ts'
import { percentOf } from '#domain/kernel/money.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { FindingCode } from '#domain/health/finding.ts'
import { findingsOf } from '#domain/health/findings.ts'
import {
  type Grade,
  type GradeRule,
  type Letter,
  gradeOf,
  gradeRuleNames,
  gradeRules,
} from '#domain/health/grade.ts'
import { healthSumsOf } from '#domain/health/health.ts'
import { type MoreHealth, moreHealthOf } from '#domain/health/more-health.ts'
import { portfolioOn } from '#domain/health/portfolio.ts'
import { type FundSummary, lateIn } from '#domain/health/summary.ts'

type SignRule = { readonly from: number; readonly points: number }

const gone: SignRule = { from: 1, points: 5 }
const often = (from: number): SignRule => ({ from, points: 4 })

/**
 * Signs for which somebody should go there: how many within a year, and what that adds to the need of a visit beside the points of
 * the grade. What an honest fund shows now and then counts only where it shows it often.
 */
export const visitSigns = {
  'member-nobody-has-seen': gone,
  'out-by-one-hand': gone,
  'back-and-forth-by-one-hand': gone,
  'taken-over-by-one-hand': gone,
  'sent-away-by-one-hand': gone,
  'answered-for-somebody': gone,
  'bank-statement-differs': gone,
  'box-differs-from-books': gone,
  'opening-not-last-closing': gone,
  'restricted-money-lent': gone,
  'heirs-paid-elsewhere': gone,
  'dispute-handed-to-the-ngo': gone,
  'granted-without-decision': gone,
  'given-up-without-vote': gone,
  // A round asks few: one of them who was not at home is a fifth.
  'asked-and-often-not-right': { from: 1, points: 3 },
  'counted-again': often(2),
  'dispute-unanswered': often(1),
  'difference-changed-later': often(2),
  'absent-but-paid-in': often(3),
  'loan-to-absent-member': often(3),
  'lent-without-decision': often(3),
  'more-hands-than-people': often(3),
  'meeting-missing-in-cash-book': often(3),
  // Loans that are kept alive on paper: an honest fund has a few of them.
  'repaid-and-lent-again': { from: 10, points: 6 },
  'reversed-same-day': often(10),
} as const satisfies Partial<Record<FindingCode, SignRule>>

export type VisitSign = keyof typeof visitSigns

/** Why somebody should go there, and how much it weighs. */
export type VisitReason =
  | { readonly kind: 'rule'; readonly rule: GradeRule; readonly points: number }
  | {
      readonly kind: 'sign'
      readonly sign: VisitSign
      readonly count: number
      readonly points: number
    }
  | { readonly kind: 'late'; readonly days: number; readonly points: number }

/** A reason by its code: the rule, the sign, or that its lines were written down late. */
export const codeOfReason = (reason: VisitReason): string => {
  switch (reason.kind) {
    case 'rule':
      return reason.rule
    case 'sign':
      return reason.sign
    case 'late':
      return 'written-late'
  }
}

/** All of them. */
export const reasonCodes: readonly string[] = [
  ...gradeRuleNames,
  ...Object.keys(visitSigns),
  codeOfReason({ kind: 'late', days: 0, points: 0 }),
]

/** What was found when a whole book was read. Figures alone: no member, no card and no loan. */
export type Judged = {
  /** The last entry that it was read with, and the day that it is as of. */
  readonly seq: number
  readonly on: LocalDate
  readonly grade: Pick<Grade, 'letter' | 'pointsLost'>
  readonly reasons: readonly VisitReason[]
  readonly underRelief: number
  /** Which part of the loans was more than 30 days late at the ends of the last twelve months, the oldest first; null where nothing was lent. */
  readonly trend: readonly (number | null)[]
  readonly figures: Pick<
    MoreHealth,
    | 'average_loan'
    | 'savings_per_member'
    | 'dropped_out_percent'
    | 'on_time_percent'
    | 'women_members_percent'
    | 'members_with_loan_percent'
  > & { readonly attendance_percent: number | null }
}

const ofRules = ({ lost }: Grade): VisitReason[] =>
  lost.map(({ rule, points }) => ({ kind: 'rule', rule, points }))

const yearDays = 365

const signsIn = (book: FundBook, asOf: LocalDate): VisitReason[] => {
  const after = daysAfter(asOf, -yearDays)
  const counts = new Map<FindingCode, number>()
  for (const { code, on } of findingsOf(book, asOf))
    if (on > after) counts.set(code, (counts.get(code) ?? 0) + 1)
  return (Object.entries(visitSigns) as [VisitSign, SignRule][]).flatMap(
    ([sign, { from, points }]): VisitReason[] => {
      const count = counts.get(sign) ?? 0
      return count >= from ? [{ kind: 'sign', sign, count, points }] : []
    },
  )
}

const monthsShown = 12

const trendIn = ({ fund, loans }: FundBook, asOf: LocalDate): readonly (number | null)[] =>
  Array.from({ length: monthsShown }, (_, i) => monthlyDay(asOf, i - monthsShown + 1, 31))
    .filter((end) => end > fund.openedOn)
    .map((end) => {
      const { late, owed } = portfolioOn(loans, earlier(end, asOf))
      return percentOf(late, owed)
    })

/** Reads a whole book for whether somebody should go there. */
export const judge = (book: FundBook, asOf: LocalDate, seq: number): Judged => {
  const health = healthSumsOf(book, asOf)
  const more = moreHealthOf(book, health)
  const { letter, pointsLost } = more.grade
  return {
    seq,
    on: asOf,
    grade: { letter, pointsLost },
    reasons: [...ofRules(more.grade), ...signsIn(book, asOf)],
    underRelief: health.principal_under_relief,
    trend: trendIn(book, asOf),
    figures: {
      average_loan: more.average_loan,
      savings_per_member: more.savings_per_member,
      dropped_out_percent: more.dropped_out_percent,
      on_time_percent: more.on_time_percent,
      women_members_percent: more.women_members_percent,
      members_with_loan_percent: more.members_with_loan_percent,
      attendance_percent: health.attendance_percent,
    },
  }
}

/** Of a fund whose last entry was written down so long after its day what has happened since is in no book. */
const lateDays = 21

const latelyWritten = ({ on, writtenOn }: FundSummary): VisitReason[] => {
  const days = daysBetween(on, writtenOn)
  return days < lateDays ? [] : [{ kind: 'late', days, points: 2 }]
}

const noFigures = Object.fromEntries(
  gradeRuleNames.map((rule) => [gradeRules[rule].figure, null]),
) as Parameters<typeof gradeOf>[0]

/** What a summary alone tells of the figures of the grade; of a book's rhythm it knows the months. */
const brieflyOf = (summary: FundSummary, today: LocalDate): Grade => {
  const { owed, unanswered, lastMeeting, openedOn } = summary
  const silent = monthsBetween(lastMeeting ?? openedOn, daysAfter(today, -14))
  return gradeOf({
    ...noFigures,
    par30_percent: percentOf(lateIn(summary, today).par30, owed),
    disputes_unanswered: unanswered,
    meetings_missed: silent < 2 ? 0 : silent,
  })
}

/** How much a fund wants a visit and why, the weightiest reason first; without a letter where nobody has read its book yet. */
export type Need = {
  readonly points: number
  readonly reasons: readonly VisitReason[]
  readonly letter: Letter | undefined
}

/** The need of a visit by what was read of a book; else, and until somebody has, by what its summary tells. */
export const needOf = (
  summary: FundSummary,
  judged: Judged | undefined,
  today: LocalDate,
): Need => {
  const found = judged?.reasons ?? ofRules(brieflyOf(summary, today))
  const reasons = [...found, ...latelyWritten(summary)].toSorted((a, b) => b.points - a.points)
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0)
  return { points, reasons, letter: judged?.grade.letter }
}
