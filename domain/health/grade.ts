/** What a figure costs: the first band that it lies in counts. */
export type Band = {
  readonly from?: number
  readonly above?: number
  readonly below?: number
  readonly points: number
}

type Rule = { readonly figure: string; readonly costs: readonly Band[]; readonly next: string }

/**
 * The published rule: which figure each looks at, what it costs (bands of DF 8.3), and the next step that would win it back. The
 * page prints this very table.
 */
export const gradeRules = {
  par30: {
    figure: 'par30_percent',
    costs: [
      { above: 10, points: 2 },
      { from: 5, points: 1 },
    ],
    next: 'visit the borrowers who are more than 30 days late and offer to reschedule',
  },
  'on-time': {
    figure: 'on_time_percent',
    costs: [{ below: 90, points: 1 }],
    next: 'remind before the meeting, and ask why instalments come late',
  },
  // Costs below zero are provision that was set free: nothing is short.
  'self-sufficiency': {
    figure: 'operational_self_sufficiency_percent',
    costs: [{ from: 0, below: 100, points: 1 }],
    next: 'compare running costs and provision with the interest received',
  },
  'committee-exposure': {
    figure: 'committee_exposure_percent',
    costs: [
      { above: 25, points: 2 },
      { above: 15, points: 1 },
    ],
    next: 'lend no more to committee households until their share has fallen',
  },
  utilisation: {
    figure: 'fund_utilisation_percent',
    costs: [
      { below: 50, points: 1 },
      { above: 90, points: 1 },
    ],
    next: 'below half: say at the meeting that money can be lent; above nine tenths: lend less until cash is back',
  },
  liquidity: {
    figure: 'liquidity_unrestricted_percent',
    costs: [{ below: 20, points: 1 }],
    next: 'keep at least a fifth of savings as cash before lending more',
  },
  'book-integrity': {
    figure: 'book_integrity_findings',
    costs: [{ from: 1, points: 1 }],
    next: 'count the box by note and compare the cash book with the sheets of each meeting named in the findings',
  },
  disputes: {
    figure: 'disputes_unanswered',
    costs: [{ from: 1, points: 1 }],
    next: 'answer each member who said that something is not right, at the next meeting',
  },
  silence: {
    figure: 'meetings_missed',
    costs: [
      { from: 6, points: 4 },
      { from: 3, points: 2 },
      { from: 1, points: 1 },
    ],
    next: 'hold a meeting, or write down those that were held; a fund that rests or ends decides so by vote',
  },
  counts: {
    figure: 'counts_missing',
    costs: [
      { from: 4, points: 2 },
      { from: 1, points: 1 },
    ],
    next: 'count the box by note with two officers at the next meeting, and close each meeting with a count',
  },
  asking: {
    figure: 'askings_missing',
    costs: [{ from: 1, points: 1 }],
    next: 'draw members and ask them whether their balance is right; look for those who did not say yes',
  },
  unseen: {
    figure: 'members_unseen',
    costs: [
      { from: 3, points: 3 },
      { from: 1, points: 2 },
    ],
    next: 'visit each member named in the findings at home, with the card',
  },
  'one-hand': {
    figure: 'one_hand_findings',
    costs: [
      { from: 3, points: 3 },
      { from: 1, points: 2 },
    ],
    next: 'ask for the slip of each sum, and let a second officer confirm what leaves the box',
  },
} as const satisfies Readonly<Record<string, Rule>>

export type GradeRule = keyof typeof gradeRules
export const gradeRuleNames = Object.keys(gradeRules) as readonly GradeRule[]

/** The figures that the grade looks at; null where there is nothing to divide by, which costs nothing. */
type Graded = Readonly<Record<(typeof gradeRules)[GradeRule]['figure'], number | null>>

/** So many points each letter may lose; more is the last one. */
export const letterLimits = [
  ['A', 1],
  ['B', 3],
  ['C', 5],
] as const
export type Letter = (typeof letterLimits)[number][0] | 'D'

/** A point lost: which rule, what was found, the next step, and the grade once that is mended. */
type LostPoint = {
  readonly rule: GradeRule
  readonly points: number
  readonly found: number
  readonly next: string
  readonly mended: Letter
}
export type Grade = {
  readonly letter: Letter
  readonly pointsLost: number
  readonly lost: readonly LostPoint[]
}

const letterOf = (pointsLost: number): Letter =>
  letterLimits.find(([, most]) => pointsLost <= most)?.[0] ?? 'D'

const isIn = ({ from, above, below }: Band, value: number): boolean =>
  (from === undefined || value >= from) &&
  (above === undefined || value > above) &&
  (below === undefined || value < below)

const costOf = (rule: GradeRule, figures: Graded): number => {
  const { figure, costs }: { figure: keyof Graded; costs: readonly Band[] } = gradeRules[rule]
  const value = figures[figure]
  return value === null ? 0 : (costs.find((band) => isIn(band, value))?.points ?? 0)
}

/**
 * `bare` are the figures of the same book without any relief: a rule costs no more than it would cost there, so that relief
 * never lowers a grade, by whichever figure.
 */
export const gradeOf = (figures: Graded, bare: Graded = figures): Grade => {
  const costs = gradeRuleNames.map((rule) => ({
    rule,
    points: Math.min(costOf(rule, figures), costOf(rule, bare)),
  }))
  const pointsLost = costs.reduce((sum, { points }) => sum + points, 0)
  const lost = costs
    .filter(({ points }) => points > 0)
    .map(({ rule, points }) => {
      const { figure, next } = gradeRules[rule]
      return { rule, points, found: figures[figure]!, next, mended: letterOf(pointsLost - points) }
    })
  return { letter: letterOf(pointsLost), pointsLost, lost }
}
