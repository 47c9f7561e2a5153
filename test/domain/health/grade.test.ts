import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GradeRule, gradeOf, gradeRuleNames, gradeRules } from '#domain/health/grade.ts'

type Asked = {
  readonly par30?: number | null
  readonly onTime?: number | null
  readonly sufficiency?: number | null
  readonly committee?: number | null
  readonly utilisation?: number | null
  readonly liquidity?: number | null
  readonly findings?: number
  readonly disputes?: number
  readonly missed?: number
  readonly uncounted?: number
  readonly unasked?: number
  readonly unseen?: number
  readonly oneHand?: number
}

/** A sound fund, with what is asked of it changed. */
const gradeWith = (asked: Asked = {}, bare?: Asked) =>
  bare === undefined ? gradeOf(figuresOf(asked)) : gradeOf(figuresOf(asked), figuresOf(bare))

const figuresOf = (asked: Asked) => {
  const sound = {
    par30: 2,
    onTime: 97,
    sufficiency: 250,
    committee: 10,
    utilisation: 70,
    liquidity: 60,
    findings: 0,
    disputes: 0,
    missed: 0,
    uncounted: 0,
    unasked: 0,
    unseen: 0,
    oneHand: 0,
    ...asked,
  }
  return {
    par30_percent: sound.par30,
    operational_self_sufficiency_percent: sound.sufficiency,
    committee_exposure_percent: sound.committee,
    on_time_percent: sound.onTime,
    fund_utilisation_percent: sound.utilisation,
    liquidity_unrestricted_percent: sound.liquidity,
    book_integrity_findings: sound.findings,
    disputes_unanswered: sound.disputes,
    meetings_missed: sound.missed,
    counts_missing: sound.uncounted,
    askings_missing: sound.unasked,
    members_unseen: sound.unseen,
    one_hand_findings: sound.oneHand,
  }
}

test('a sound fund loses nothing and is an A', () => {
  expect(gradeWith()).toEqual({ letter: 'A', pointsLost: 0, lost: [] })
})

const bands: readonly (readonly [GradeRule, Asked, number])[] = [
  ['par30', { par30: 4.99 }, 0],
  ['par30', { par30: 5 }, 1],
  ['par30', { par30: 10 }, 1],
  ['par30', { par30: 10.01 }, 2],
  ['on-time', { onTime: 90 }, 0],
  ['on-time', { onTime: 89.99 }, 1],
  ['self-sufficiency', { sufficiency: 100 }, 0],
  ['self-sufficiency', { sufficiency: 99.99 }, 1],
  ['self-sufficiency', { sufficiency: 0 }, 1],
  // Costs below zero are provision that was set free: nothing is short.
  ['self-sufficiency', { sufficiency: -0.01 }, 0],
  ['committee-exposure', { committee: 15 }, 0],
  ['committee-exposure', { committee: 15.01 }, 1],
  ['committee-exposure', { committee: 25 }, 1],
  ['committee-exposure', { committee: 25.01 }, 2],
  ['utilisation', { utilisation: 50 }, 0],
  ['utilisation', { utilisation: 49.99 }, 1],
  ['utilisation', { utilisation: 90 }, 0],
  ['utilisation', { utilisation: 90.01 }, 1],
  ['liquidity', { liquidity: 20 }, 0],
  ['liquidity', { liquidity: 19.99 }, 1],
  ['book-integrity', { findings: 0 }, 0],
  ['book-integrity', { findings: 1 }, 1],
  ['book-integrity', { findings: 12 }, 1],
  ['disputes', { disputes: 0 }, 0],
  ['disputes', { disputes: 3 }, 1],
  ['silence', { missed: 2 }, 1],
  ['silence', { missed: 3 }, 2],
  ['silence', { missed: 5 }, 2],
  ['silence', { missed: 6 }, 4],
  ['counts', { uncounted: 1 }, 1],
  ['counts', { uncounted: 3 }, 1],
  ['counts', { uncounted: 4 }, 2],
  ['asking', { unasked: 1 }, 1],
  ['asking', { unasked: 2 }, 1],
  ['unseen', { unseen: 1 }, 2],
  ['unseen', { unseen: 3 }, 3],
  ['one-hand', { oneHand: 1 }, 2],
  ['one-hand', { oneHand: 3 }, 3],
]

test.each(bands)('the rule %s takes for %o so many points: %i', (rule, asked, points) => {
  const { lost, pointsLost } = gradeWith(asked)
  expect(pointsLost).toBe(points)
  expect(lost.map((one) => [one.rule, one.points])).toEqual(points === 0 ? [] : [[rule, points]])
})

test('every lost point names what was found and a next step', () => {
  const { lost } = gradeWith({ par30: 12, findings: 3, liquidity: 5 })
  expect(lost.map(({ rule, found }) => [rule, found])).toEqual([
    ['par30', 12],
    ['liquidity', 5],
    ['book-integrity', 3],
  ])
  expect(lost.every(({ next }) => next.length > 20)).toBe(true)
})

test('A loses at most one point, B three, C five, and D more', () => {
  const letters = [
    gradeWith({ onTime: 80 }),
    gradeWith({ onTime: 80, liquidity: 5 }),
    gradeWith({ onTime: 80, par30: 12 }),
    gradeWith({ onTime: 80, par30: 12, liquidity: 5 }),
    gradeWith({ onTime: 80, par30: 12, committee: 30 }),
    gradeWith({ onTime: 80, par30: 12, committee: 30, findings: 1 }),
  ]
  expect(letters.map(({ letter, pointsLost }) => `${pointsLost} ${letter}`)).toEqual([
    '1 A',
    '2 B',
    '3 B',
    '4 C',
    '5 C',
    '6 D',
  ])
})

test('a fund that is dead by its loans and by its meetings is a D', () => {
  expect(gradeWith({ par30: 100, missed: 11 }).letter).toBe('D')
})

/** Any figures whatever, each as it may be in some book. */
const anyFigures = fc.record({
  par30: fc.integer({ min: 0, max: 100 }),
  onTime: fc.integer({ min: 0, max: 100 }),
  sufficiency: fc.integer({ min: -50, max: 300 }),
  committee: fc.integer({ min: 0, max: 60 }),
  utilisation: fc.integer({ min: 0, max: 100 }),
  liquidity: fc.integer({ min: 0, max: 60 }),
  findings: fc.nat({ max: 3 }),
  disputes: fc.nat({ max: 2 }),
  missed: fc.nat({ max: 8 }),
  uncounted: fc.nat({ max: 5 }),
  unasked: fc.nat({ max: 1 }),
  unseen: fc.nat({ max: 4 }),
  oneHand: fc.nat({ max: 4 }),
})

test('whatever is mended, the grade is then what was foretold', () => {
  const sound: Readonly<Record<string, number | null>> = figuresOf({})
  fc.assert(
    fc.property(anyFigures, (asked) => {
      const figures = figuresOf(asked)
      const before = gradeOf(figures)
      for (const { rule, points, mended } of before.lost) {
        const { figure } = gradeRules[rule]
        const after = gradeOf({ ...figures, [figure]: sound[figure] })
        expect([after.letter, after.pointsLost]).toEqual([mended, before.pointsLost - points])
        expect(after.letter <= before.letter).toBe(true)
      }
    }),
  )
})

test('what a figure costs grows with how bad it is, and no band is out of reach', () => {
  for (const rule of gradeRuleNames) {
    const costs = gradeRules[rule].costs.map(({ points }) => points)
    expect(costs, rule).toEqual(costs.toSorted((a, b) => b - a))
    expect(costs.every((points) => points > 0)).toBe(true)
  }
})

test('a figure without a base costs nothing', () => {
  const nothing = {
    par30: null,
    onTime: null,
    sufficiency: null,
    committee: null,
    utilisation: null,
    liquidity: null,
  }
  expect(gradeWith(nothing).pointsLost).toBe(0)
})

test('a rule costs no more than it would without relief, and never more than the book as it is', () => {
  const lost = (asked: Asked, bare: Asked) =>
    gradeWith(asked, bare).lost.map(({ rule, points, found }) => [rule, points, found])
  expect(lost({ par30: 12 }, { par30: 6 })).toEqual([['par30', 1, 12]])
  expect(lost({ par30: 12 }, { par30: 2 })).toEqual([])
  expect(lost({ par30: 6 }, { par30: 12 })).toEqual([['par30', 1, 6]])
  expect(lost({ par30: 12, liquidity: 5 }, { par30: 2, liquidity: 5 })).toEqual([
    ['liquidity', 1, 5],
  ])
})
