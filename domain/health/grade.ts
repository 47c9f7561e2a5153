import type { HealthSums } from '#domain/health/health.ts'

/** A point lost: which rule, what was found, and the next step that would win it back. */
type LostPoint = {
  readonly rule: GradeRule
  readonly points: number
  readonly found: number
  readonly next: string
}
export type Grade = {
  readonly letter: 'A' | 'B' | 'C' | 'D'
  readonly pointsLost: number
  readonly lost: readonly LostPoint[]
}

export type GradeRule =
  | 'par30'
  | 'on-time'
  | 'self-sufficiency'
  | 'committee-exposure'
  | 'utilisation'
  | 'liquidity'
  | 'book-integrity'
  | 'disputes'

type Graded = {
  readonly on_time_percent: number | null
  readonly fund_utilisation_percent: number | null
  readonly liquidity_unrestricted_percent: number | null
  readonly book_integrity_findings: number
  readonly disputes_unanswered: number
}

const nextSteps: Readonly<Record<GradeRule, string>> = {
  par30: 'visit the borrowers who are more than 30 days late and offer to reschedule',
  'on-time': 'remind before the meeting, and ask why instalments come late',
  'self-sufficiency': 'compare running costs and provision with the interest received',
  'committee-exposure': 'lend no more to committee households until their share has fallen',
  utilisation:
    'below half: say at the meeting that money can be lent; above nine tenths: lend less until cash is back',
  liquidity: 'keep at least a fifth of savings as cash before lending more',
  'book-integrity':
    'count the box by note and compare the cash book with the sheets of each meeting named in the findings',
  disputes: 'answer each member who said that something is not right, at the next meeting',
}

/** Points by band: the first limit that is passed counts. Bands of DF 8.3; relief never costs a point. */
const bands = (
  value: number | null,
  limits: readonly (readonly [(value: number) => boolean, number])[],
): number => (value === null ? 0 : (limits.find(([isPassed]) => isPassed(value))?.[1] ?? 0))

type Figures = { readonly health: HealthSums; readonly more: Graded }
type Judged = readonly (readonly [GradeRule, number | null, number])[]

const judgedBy = ({ health, more }: Figures): Judged => [
  [
    'par30',
    health.par30_percent,
    bands(health.par30_percent, [
      [(v) => v > 10, 2],
      [(v) => v >= 5, 1],
    ]),
  ],
  ['on-time', more.on_time_percent, bands(more.on_time_percent, [[(v) => v < 90, 1]])],
  [
    'self-sufficiency',
    health.operational_self_sufficiency_percent,
    bands(health.operational_self_sufficiency_percent, [[(v) => v >= 0 && v < 100, 1]]),
  ],
  [
    'committee-exposure',
    health.committee_exposure_percent,
    bands(health.committee_exposure_percent, [
      [(v) => v > 25, 2],
      [(v) => v > 15, 1],
    ]),
  ],
  [
    'utilisation',
    more.fund_utilisation_percent,
    bands(more.fund_utilisation_percent, [[(v) => v < 50 || v > 90, 1]]),
  ],
  [
    'liquidity',
    more.liquidity_unrestricted_percent,
    bands(more.liquidity_unrestricted_percent, [[(v) => v < 20, 1]]),
  ],
  [
    'book-integrity',
    more.book_integrity_findings,
    bands(more.book_integrity_findings, [[(v) => v > 0, 1]]),
  ],
  ['disputes', more.disputes_unanswered, bands(more.disputes_unanswered, [[(v) => v > 0, 1]])],
]

/**
 * The published rule: A loses at most 1 point, B 3, C 5, D more. Each lost point names its rule and next step.
 * `bare` are the figures of the same book without any relief: a rule costs no more than it would cost there, so
 * that relief never lowers a grade, by whichever figure.
 */
export const gradeOf = (figures: Figures, bare: Figures = figures): Grade => {
  const without = new Map(judgedBy(bare).map(([rule, , points]) => [rule, points]))
  const lost = judgedBy(figures)
    .map(([rule, found, points]) => [rule, found, Math.min(points, without.get(rule)!)] as const)
    .filter(([, , points]) => points > 0)
    .map(([rule, found, points]) => ({ rule, points, found: found!, next: nextSteps[rule] }))
  const pointsLost = lost.reduce((sum, { points }) => sum + points, 0)
  return {
    letter: pointsLost <= 1 ? 'A' : pointsLost <= 3 ? 'B' : pointsLost <= 5 ? 'C' : 'D',
    pointsLost,
    lost,
  }
}
