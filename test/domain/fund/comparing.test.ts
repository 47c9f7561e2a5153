import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparisonTried } from '#src/app/health/comparing.ts'
import { viewChanges } from '#src/app/views.ts'
import {
  type Comparison,
  type PaperFigures,
  cleanDaysOf,
  differencesIn,
  sumOfDifferences,
} from '#domain/fund/meeting/comparing.ts'
import type { comparePaper } from '#domain/fund/operations/comparing.ts'
import type { BodyOf, CommandOf } from '#domain/operations/operation.ts'
import { type Village, decide } from '#domain/village.ts'
import { beginnings, factsOfAYear, loanIds, memberIds } from '#test/support/any-order.ts'
import {
  committeeAfter,
  committeeStory,
  flagsOf,
  officers,
  reversed,
  savedEach,
  wordOf,
} from '#test/support/committee.ts'
import { lived } from '#test/support/lives.ts'
import {
  type StoryCommand,
  answerTo,
  bodyOf,
  booked,
  fundBookOf,
  idOf,
  paid,
  paidOut,
} from '#test/support/village.ts'

type ComparePaper = CommandOf<typeof comparePaper>
type PaperCompared = BodyOf<typeof comparePaper>

const on = '2025-03-20'

const compared = (figures: readonly PaperFigures[], more: object = {}): StoryCommand =>
  ({ type: 'ComparePaper', effectiveOn: on, figures, confirmedBy: 'o1', ...more }) as StoryCommand

const saidOf = (village: Village, told: StoryCommand): PaperCompared =>
  bodyOf(answerTo(village, told)) as PaperCompared

const bought = (effectiveOn: string, shares: number, memberId = 'm1'): StoryCommand => ({
  type: 'BuyShares',
  effectiveOn,
  memberId,
  shares,
})

/** m1 has saved 10,000 more than the others since they began, and owes 450,000. */
const year: readonly StoryCommand[] = [
  paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
  bought('2025-02-20', 2),
  paid('2025-02-20', [7_500, 50_000]),
]
const everybody = [...officers, 'm1', 'm2', 'm3', 'm4', 'm5'].map((memberId) => ({
  memberId,
  savings: savedEach + (memberId === 'm1' ? 10_000 : 0),
  loan: memberId === 'm1' ? 450_000 : 0,
}))
const but = (memberId: string, more: Partial<PaperFigures>): PaperFigures[] =>
  everybody.map((row) => (row.memberId === memberId ? { ...row, ...more } : row))

test('a paper that says what the book says has no difference, and nobody is left out', () => {
  const body = saidOf(committeeAfter(year), compared(everybody))
  expect(differencesIn(body.rows)).toEqual([])
  expect(body).toMatchObject({ notCompared: [], confirmedBy: 'o1', flags: [], postings: [] })
  expect(body.rows[5]).toEqual({
    memberId: 'm1',
    savings: { paper: 510_000, system: 510_000 },
    loan: { paper: 450_000, system: 450_000 },
  })
})

test('each figure that differs is one line, as paper less system', () => {
  const paper = but('m1', { savings: 500_000, loan: 460_000 })
  const body = saidOf(committeeAfter(year), compared(paper))
  expect(body.flags).toEqual(['paper-differs'])
  const differences = differencesIn(body.rows)
  expect(differences).toEqual([
    { memberId: 'm1', figure: 'savings', paper: 500_000, system: 510_000, difference: -10_000 },
    { memberId: 'm1', figure: 'loan', paper: 460_000, system: 450_000, difference: 10_000 },
  ])
  expect(sumOfDifferences(differences)).toBe(20_000)
  expect(sumOfDifferences(differences, 'loan')).toBe(10_000)
})

test('what the paper does not say was not compared, and is never taken for zero', () => {
  const { loan: _, ...savingsAlone } = everybody.find(({ memberId }) => memberId === 'm1')!
  const paper = everybody
    .filter(({ memberId }) => memberId !== 'o5')
    .map((row) => (row.memberId === 'm1' ? savingsAlone : row))
  const body = saidOf(committeeAfter(year), compared(paper))
  expect(differencesIn(body.rows)).toEqual([])
  expect(body.flags).toEqual(['not-all-compared'])
  expect(body.notCompared).toEqual([
    { memberId: 'o5', figures: ['savings', 'loan'] },
    { memberId: 'm1', figures: ['loan'] },
  ])
})

test('whoever has left is asked for while something of theirs is with the fund, whoever comes later is not', () => {
  const left = (memberId: string): StoryCommand => ({
    type: 'RecordMemberChange',
    effectiveOn: '2025-03-01',
    memberId,
    change: 'left',
  })
  const out: StoryCommand = {
    type: 'RecordWithdrawal',
    effectiveOn: '2025-03-01',
    memberId: 'm3',
    amount: savedEach,
  }
  const later: StoryCommand = {
    type: 'AdmitMember',
    effectiveOn: '2025-03-21',
    memberId: 'm9',
    card: 'M9',
    sex: 'f',
    zone: 'river',
    isFormer: false,
  }
  const village = committeeAfter([...year, out, left('m3'), left('m2'), later])
  const paper = everybody.filter(({ memberId }) => memberId !== 'm3' && memberId !== 'm2')
  expect(saidOf(village, compared(paper)).notCompared.map(({ memberId }) => memberId)).toEqual([
    'm2',
  ])
})

test('figures are of the end of the day, whatever came after it', () => {
  const village = committeeAfter([...year, bought('2025-03-21', 5), paid('2025-03-21', 20_000)])
  expect(flagsOf(village, compared(everybody))).toEqual([])
})

test('money that came to the book after its month was closed is compared by the day on which it moved', () => {
  const closed: StoryCommand = { type: 'ClosePeriod', effectiveOn: '2025-02-28' }
  const late = [closed, bought('2025-02-21', 1, 'm2')]
  const february = { effectiveOn: '2025-02-28' }
  const paper = but('m2', { savings: savedEach + 5_000 })
  const village = committeeAfter([...year, ...late])
  expect(flagsOf(village, compared(paper, february))).toEqual([])
})

test('money beyond a loan that its owner put into savings is saved', () => {
  const beyond = { ...paid('2025-03-20', 470_000), excessTo: 'savings' } as StoryCommand
  const village = committeeAfter([...year, beyond])
  const grown = 0 - booked(village, 'liability:savings:m1')
  expect(grown).toBeGreaterThan(510_000)
  expect(flagsOf(village, compared(but('m1', { savings: grown, loan: 0 })))).toEqual([])
})

test('a pay-out that was taken back is no loan', () => {
  const lent = paidOut({ on: '2025-01-20', principal: 500_000, months: 10, memberId: 'm2' })
  const { id } = committeeStory([lent]).entries.at(-1)!
  const village = committeeAfter([lent, reversed(id, '2025-02-01'), ...year.slice(1, 2)])
  expect(flagsOf(village, compared(but('m1', { loan: 0 })))).toEqual([])
})

test('what was signed stays as it was signed, and a comparison moves no money', () => {
  const told = [...year, compared(but('m1', { savings: 500_000 }))]
  const village = committeeAfter(told)
  const before = village.fund!.comparisons
  expect(village.posted).toEqual(committeeAfter(year).posted)
  const corrected = committeeAfter([
    ...told,
    { type: 'RecordWithdrawal', effectiveOn: '2025-03-01', memberId: 'm1', amount: 10_000 },
  ])
  expect(corrected.fund!.comparisons).toEqual(before)
  expect(before).toMatchObject([
    { on, members: 10, figures: 20, differences: [{ system: 510_000 }] },
  ])
  expect(flagsOf(corrected, compared(but('m1', { savings: 500_000 })))).toEqual([])
})

test('private savings change no figure and no line: villages with and without them sign the same', () => {
  const secret: StoryCommand = {
    type: 'RecordPrivateSavings',
    effectiveOn: '2025-02-20',
    amount: 75_000,
    direction: 'in',
    mark: 'ab'.repeat(32),
  }
  const paper = compared(but('m1', { savings: 500_000 }))
  expect(saidOf(committeeAfter([...year, secret]), paper)).toEqual(
    saidOf(committeeAfter(year), paper),
  )
})

test('a second officer, at home and in office, confirms it', () => {
  const village = committeeAfter(year)
  expect(wordOf(village, compared(everybody, { confirmedBy: 'm1' }))).toBe(
    'approver-not-an-officer',
  )
  const unknown = answerTo(village, compared(everybody, { confirmedBy: 'x' }))
  expect(unknown).toEqual({ outcome: 'invalid', code: 'member-unknown', at: '/confirmedBy' })
})

test('what cannot be a figure is told with its place', () => {
  const village = committeeAfter(year)
  const wrong = (row: object, others: readonly PaperFigures[] = [everybody[0]!]) => {
    const answer = answerTo(village, compared([...others, row as PaperFigures]))
    return answer.outcome === 'invalid' ? `${answer.code} ${answer.at}` : answer.outcome
  }
  expect(wrong({ memberId: 'm1', savings: -1 })).toBe('amount-not-whole /figures/1/savings')
  expect(wrong({ memberId: 'm1', savings: 1, loan: 0.5 })).toBe('amount-not-whole /figures/1/loan')
  expect(wrong({ memberId: 'm1', savings: '9' })).toBe('amount-not-whole /figures/1/savings')
  expect(wrong({ memberId: 'x', savings: 1 })).toBe('member-unknown /figures/1/memberId')
  expect(wrong({ memberId: 'm1' })).toBe('figure-missing /figures/1')
  expect(wrong({ memberId: 'o1', loan: 0 })).toBe('compared-twice /figures/1/memberId')
  expect(wordOf(village, compared([]))).toBe('figure-missing')
})

const comparison = (day: string, isClean: boolean, n: number): Comparison => ({
  id: idOf(n),
  on: day,
  confirmedBy: 'o1',
  members: 1,
  figures: 2,
  differences: [],
  notCompared: isClean ? [] : [{ memberId: 'm1', figures: ['loan'] }],
})

test('days that were clean are counted back from the last one, each by its last comparison', () => {
  const days = [
    comparison('2025-01-20', true, 1),
    comparison('2025-02-20', false, 2),
    comparison('2025-02-20', true, 3),
    comparison('2025-03-20', true, 4),
  ]
  expect(cleanDaysOf(days, '2025-03-20')).toBe(3)
  expect(cleanDaysOf(days, '2025-02-28')).toBe(2)
  expect(cleanDaysOf([...days, comparison('2025-04-20', false, 5)], '2025-12-31')).toBe(0)
  expect(cleanDaysOf([], '2025-12-31')).toBe(0)
})

const chair = {
  type: 'AppointOfficer',
  id: idOf(1),
  v: 1,
  effectiveOn: '2025-01-01',
  memberId: 'm3',
  office: 'chair',
} as const

/** Counted from what was posted, which knows nothing of comparing. */
const postedFigures = (village: Village, day: string): Required<PaperFigures>[] =>
  memberIds.map((memberId) => ({
    memberId,
    savings: 0 - booked(village, `liability:savings:${memberId}`, day),
    loan: loanIds
      .filter((loanId) => village.loans.get(loanId)?.memberId === memberId)
      .reduce((sum, loanId) => sum + booked(village, `asset:loan:${loanId}`, day), 0),
  }))

const days = fc.constantFrom('2025-02-20', '2025-06-30', '2025-12-31')

test('in any village the posted figures have no difference, and one unit more or less is exactly one line', () => {
  fc.assert(
    fc.property(factsOfAYear, days, fc.nat(5), fc.boolean(), (year, day, which, isMore) => {
      const life = lived([...beginnings, chair, ...year])
      const { village } = life
      // A book that gave out more than was saved says less than zero, which no paper can say.
      const paper = postedFigures(village, day).map(({ memberId, savings, loan }) =>
        savings < 0 ? { memberId, loan } : { memberId, savings, loan },
      )
      const facts = {
        book: fundBookOf(life),
        postings: viewChanges(village, life.entries).postings,
      }
      const linesOf = (figures: readonly PaperFigures[]) => {
        const told = { ...compared(figures), effectiveOn: day, confirmedBy: 'm3' }
        const command = { id: idOf(2), v: 1, ...told } as ComparePaper
        const lines = differencesIn((bodyOf(decide(village, command)) as PaperCompared).rows)
        // What the pages show before it is signed is what is signed.
        expect(comparisonTried(facts, command)).toMatchObject({ body: { differences: lines } })
        return lines
      }
      expect(linesOf(paper)).toEqual([])
      const { memberId } = paper[which % 3]!
      const figure = which < 3 ? 'savings' : 'loan'
      const said = paper[which % 3]!
      const was = figure === 'loan' ? said.loan : said.savings
      if (was === undefined) return
      const difference = isMore || was === 0 ? 1 : -1
      const changed = paper.map((row) =>
        row.memberId === memberId ? { ...row, [figure]: was + difference } : row,
      )
      expect(linesOf(changed)).toEqual([
        { memberId, figure, paper: was + difference, system: was, difference },
      ])
    }),
    { numRuns: process.env['TEST_BUDGET'] === 'ci' ? 300 : 40 },
  )
})
