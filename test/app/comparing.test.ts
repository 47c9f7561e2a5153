import { expect, test } from 'vitest'
import type { Comparison } from '#domain/fund/meeting/comparing.ts'
import { comparableOn, comparisonTried, counted, figuresOn } from '#src/app/health/comparing.ts'
import { comparisonSummary, comparisonsSummary } from '#src/app/health/comparisons.ts'
import { viewChanges } from '#src/app/views.ts'
import { committeeStory } from '#test/support/committee.ts'
import { type StoryCommand, admitted, fundBookOf, idOf, paidOut } from '#test/support/village.ts'

const left = (effectiveOn: string, memberId: string): StoryCommand => ({
  type: 'RecordMemberChange',
  change: 'left',
  effectiveOn,
  memberId,
})
const withdrawn = (effectiveOn: string, memberId: string): StoryCommand => ({
  type: 'RecordWithdrawal',
  amount: 500_000,
  effectiveOn,
  memberId,
})
const lent = (loanId: string, memberId: string, principal: number): StoryCommand =>
  paidOut({ on: '2025-02-01', principal, months: 10, loanId, memberId })

/** m3 left with nothing, m4 with savings, m5 with a loan; m9 was admitted later. Each had saved 500,000. */
const story = committeeStory([
  lent('l1', 'm1', 100_000),
  lent('l2', 'm1', 50_000),
  lent('l5', 'm5', 70_000),
  ...['m3', 'm5'].map((memberId) => withdrawn('2025-02-10', memberId)),
  ...['m3', 'm4', 'm5'].map((memberId) => left('2025-02-20', memberId)),
  { ...admitted('m9'), card: 'A9', effectiveOn: '2025-03-01' } as StoryCommand,
])
const facts = {
  book: fundBookOf(story),
  postings: viewChanges(story.village, story.entries).postings,
}
const cardsOn = (day: string): string =>
  comparableOn(facts, day)
    .map(({ card }) => card)
    .join(' ')

test('a paper is compared for the members of its day, and for others while something of theirs is here', () => {
  expect(cardsOn('2025-02-19')).toBe('M1 M2 M3 M4 M5 O1 O2 O3 O4 O5')
  expect(cardsOn('2025-02-20')).toBe('M1 M2 M4 M5 O1 O2 O3 O4 O5')
  expect(cardsOn('2025-02-28')).toBe('M1 M2 M4 M5 O1 O2 O3 O4 O5')
  expect(cardsOn('2025-03-01')).toBe('A9 M1 M2 M4 M5 O1 O2 O3 O4 O5')
})

test('of a member the books have two figures: what is saved, and what is owed on all loans', () => {
  const figures = figuresOn(facts, '2025-02-10')
  expect(figures('m1')).toEqual({ savings: 500_000, loan: 150_000 })
  expect(figures('m3')).toEqual({ savings: 0, loan: 0 })
  expect(figures('m5')).toEqual({ savings: 0, loan: 70_000 })
  expect(figuresOn(facts, '2025-02-09')('m3')).toEqual({ savings: 500_000, loan: 0 })
  expect(figures('nobody')).toEqual({ savings: 0, loan: 0 })
})

const figures = [{ memberId: 'm1', savings: 500_000, loan: 140_000 }]

test('a comparison can be looked at before anybody signs it, and says why it cannot be one', () => {
  const on = '2025-02-10'
  const differences = [
    {
      memberId: 'm1',
      figure: 'loan',
      paper: 140_000,
      system: 150_000,
      difference: -10_000,
    },
  ]
  expect(counted(facts, { figures, on })).toMatchObject({ on, differences })
  const command = { id: idOf(900), v: 1, type: 'ComparePaper', effectiveOn: on, figures } as const
  expect(comparisonTried(facts, { ...command, confirmedBy: 'o1' })).toMatchObject({
    outcome: 'recorded',
    body: { id: idOf(900), on, confirmedBy: 'o1', differences },
  })
  expect(comparisonTried(facts, { ...command, confirmedBy: 'm2' }).outcome).toBe('refused')
})

const signed = (on: string, more: Partial<Comparison> = {}): Comparison =>
  ({
    id: `of ${on}`,
    on,
    members: 1,
    figures: 2,
    confirmedBy: 'o1',
    differences: [],
    notCompared: [],
    ...more,
  }) as Comparison

test('a comparison names cards, the officer’s too, and none for whoever the book does not know', () => {
  const one = signed('2025-02-10', {
    differences: [
      { memberId: 'm1', figure: 'loan', paper: 140_000, system: 150_000, difference: -10_000 },
      { memberId: 'm2', figure: 'savings', paper: 7, system: 0, difference: 7 },
    ],
    notCompared: [{ memberId: 'nobody', figures: ['loan'] }],
  } as never)
  expect(comparisonSummary(facts.book, one)).toMatchObject({
    entryId: 'of 2025-02-10',
    confirmedBy: 'O1',
    savingsDiffer: 7,
    loansDiffer: 10_000,
    differences: [
      {
        card: 'M1',
        difference: -10_000,
      },
      { card: 'M2' },
    ],
    notCompared: [
      {
        memberId: 'nobody',
        card: '',
        figures: ['loan'],
      },
    ],
  })
})

test('comparisons are told from their day, the newest first', () => {
  const comparisons = ['2025-02-10', '2025-03-10'].map((on) => signed(on))
  const { members, fund } = facts.book
  const told = (asOf: string) =>
    comparisonsSummary({ members, fund: { ...fund, comparisons } }, asOf).comparisons.map(
      ({ on }) => on,
    )
  expect(told('2025-02-09')).toEqual([])
  expect(told('2025-02-10')).toEqual(['2025-02-10'])
  expect(told('2025-03-10')).toEqual(['2025-03-10', '2025-02-10'])
  expect(comparisonsSummary({ members, fund }, '2025-03-10').comparisons).toEqual([])
})
