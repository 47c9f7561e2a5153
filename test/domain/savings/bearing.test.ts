import { expect, test } from 'vitest'
import { faultIn } from '#domain/kernel/shape.ts'
import type { CommandOf } from '#domain/operations/operation.ts'
import { payInterestOnSavings } from '#domain/savings/operations/interest.ts'
import type { SavingsLine } from '#domain/savings/account.ts'
import {
  type Earning,
  type InterestHeld,
  type InterestTerms,
  interestFault,
  interestRows,
  payInterest,
  yieldPercent,
} from '#domain/savings/interest.ts'
import { allOfUs } from '#test/support/committee.ts'
import { savingAfter } from '#test/support/saving-village.ts'
import { type StoryCommand, answerTo, bodyOf, idOf, paid, paidOut } from '#test/support/village.ts'

const saved = (on: string, amount: number, more: Partial<SavingsLine> = {}): SavingsLine => ({
  id: `${on} ${amount}`,
  type: 'SavingsDeposited',
  on,
  amount,
  ...more,
})
/** At 100 % a year 36,500 bear a hundred riel a day. */
const terms: InterestTerms = {
  from: '2025-02-10',
  to: '2025-02-19',
  ratePercent: '100',
  bearer: 'all',
}
const rows = (
  lines: Readonly<Record<string, readonly SavingsLine[]>>,
  more: Partial<InterestTerms> = {},
  { step = 1, cycleEnds = [] as readonly string[] } = {},
) => interestRows(new Map(Object.entries(lines)), { ...terms, ...more }, { step, cycleEnds })
const amount = (...asked: Parameters<typeof rows>) => rows(...asked)[0]?.amount ?? 0

test('both ends of a stretch bear interest, and one day is a stretch', () => {
  const m1 = [saved('2025-01-01', 36_500)]
  expect(amount({ m1 })).toBe(1_000)
  expect(amount({ m1 }, { to: '2025-02-10' })).toBe(100)
  expect(amount({ m1 }, { to: '2025-02-11' })).toBe(200)
})

test('savings bear from the day on which they are saved through the day before they go', () => {
  const of = (on: string, sum = 36_500) => amount({ m1: [saved(on, sum)] })
  expect(['2025-02-09', '2025-02-10', '2025-02-11'].map((on) => of(on))).toEqual([
    1_000, 1_000, 900,
  ])
  expect(['2025-02-18', '2025-02-19', '2025-02-20'].map((on) => of(on))).toEqual([200, 100, 0])
  const gone = (on: string) => amount({ m1: [saved('2025-01-01', 36_500), saved(on, -36_500)] })
  const days = ['2025-02-10', '2025-02-11', '2025-02-19', '2025-02-20', '2025-02-25']
  expect(days.map(gone)).toEqual([0, 100, 900, 1_000, 1_000])
  const turned = [
    saved('2025-02-15', 36_500),
    saved('2025-02-12', -36_500),
    saved('2025-01-01', 36_500),
  ]
  expect(amount({ m1: turned })).toBe(700)
})

test('what was given out beyond the savings costs its owner no interest', () => {
  const m1 = [
    saved('2025-01-01', 36_500),
    saved('2025-02-12', -73_000),
    saved('2025-02-18', 73_000),
  ]
  expect(amount({ m1 })).toBe(400)
})

test('interest goes down to the charter’s step, and less than a step is none', () => {
  const of = (sum: number, step: number) =>
    amount({ m1: [saved('2025-01-01', sum)] }, { to: '2025-02-10' }, { step })
  expect(of(36_500, 100)).toBe(100)
  expect(of(36_499, 100)).toBe(0)
  expect(of(72_999, 100)).toBe(100)
  expect(of(36_499, 1)).toBe(99)
  expect(rows({ m1: [saved('2025-01-01', 36_499)] }, { to: '2025-02-10' }, { step: 100 })).toEqual(
    [],
  )
})

test('free savings alone bear, or all; shares are free from the day on which a cycle ends', () => {
  const shares = { type: 'SharesBought', shares: 73, shareValue: 500 }
  const m1 = [saved('2025-01-01', 36_500, shares), saved('2025-01-02', 3_650)]
  expect(amount({ m1 }, { bearer: 'all' })).toBe(1_100)
  expect(amount({ m1 }, { bearer: 'free' })).toBe(100)
  const ends = (on: string) => amount({ m1 }, { bearer: 'free' }, { cycleEnds: [on] })
  expect(['2025-02-09', '2025-02-10', '2025-02-11', '2025-02-19', '2025-02-20'].map(ends)).toEqual([
    1_100, 1_100, 1_000, 200, 100,
  ])
})

test('members stand in the order of their ids', () => {
  const one = [saved('2025-01-01', 36_500)]
  expect(rows({ m2: one, m1: one, m3: [] }).map(({ memberId }) => memberId)).toEqual(['m1', 'm2'])
})

test('what loans bring a year is what they brought, by the mean of what was owed at both ends', () => {
  const year = { from: '2025-01-01', to: '2025-12-31' }
  const of = (owed: readonly [number, number], days = year) =>
    yieldPercent(3_650, days, owed)?.toNumber()
  expect(of([100_000, 100_000])).toBe(3.65)
  expect(of([50_000, 150_000])).toBe(3.65)
  expect(of([200_000, 0])).toBe(3.65)
  expect(of([0, 0])).toBe(undefined)
  expect(of([100_000, 100_000], { from: '2025-01-01', to: '2025-01-01' })).toBe(1_332.25)
})

type PayInterestOnSavings = CommandOf<typeof payInterestOnSavings>

const command = (more: Partial<PayInterestOnSavings> = {}): PayInterestOnSavings => ({
  id: idOf(1),
  v: 1,
  type: 'PayInterestOnSavings',
  effectiveOn: '2026-01-20',
  from: '2025-01-01',
  to: '2025-12-31',
  ratePercent: '3.65',
  bearer: 'all',
  ballot: allOfUs,
  ...more,
})
const answer = (more: Partial<Earning> = {}, asked: Partial<PayInterestOnSavings> = {}) =>
  payInterest(
    {
      currency: 'KHR',
      earned: 3_650,
      owed: [100_000, 100_000],
      rows: [
        { memberId: 'm1', amount: 3_000 },
        { memberId: 'm2', amount: 650 },
      ],
      paid: [],
      vote: { is: 'counted', isCarried: true },
      ...more,
    },
    command(asked),
  )
const word = (...asked: Parameters<typeof answer>) => {
  const told = answer(...asked)
  return told.outcome === 'recorded' ? told.body.flags.join() || 'recorded' : told.code
}

test('savers may get all that borrowers paid, and not a riel more', () => {
  expect(word({ earned: 3_650 })).toBe('recorded')
  expect(word({ earned: 3_649 })).toBe('interest-above-earnings')
  expect(answer()).toMatchObject({ body: { total: 3_650, earned: 3_650 } })
})

test('a rate above what the loans brought is dear, and one that is the same is not', () => {
  const at = (ratePercent: string) => word({}, { ratePercent })
  expect([at('3.64'), at('3.65'), at('3.66')]).toEqual([
    'recorded',
    'recorded',
    'savings-cost-above-yield',
  ])
  expect(word({ owed: [0, 0] })).toBe('savings-cost-above-yield')
})

test('a stretch may begin the day after another one, and end the day before the next', () => {
  const days = { from: '2025-02-01', to: '2025-02-28' }
  const beside = (from: string, to: string, more: Partial<InterestHeld> = {}) =>
    word({ paid: [{ entryId: 'e', from, to, ...more }] }, { ...days, ratePercent: '1' })
  expect(beside('2025-01-01', '2025-01-31')).toBe('recorded')
  expect(beside('2025-01-01', '2025-02-01')).toBe('interest-paid-already')
  expect(beside('2025-02-28', '2025-03-31')).toBe('interest-paid-already')
  expect(beside('2025-03-01', '2025-03-31')).toBe('recorded')
  expect(beside('2025-02-10', '2025-02-11')).toBe('interest-paid-already')
  expect(beside('2025-01-01', '2025-12-31')).toBe('interest-paid-already')
  expect(beside('2025-02-10', '2025-02-11', { isTakenBack: true })).toBe('recorded')
})

test('a vote that was lost, that cannot hold or that was the wrong people’s pays nothing', () => {
  expect(word({ vote: { is: 'counted', isCarried: false } })).toBe('vote-lost')
  expect(word({ vote: { is: 'refused', code: 'quorum-missing' } })).toBe('quorum-missing')
  expect(answer({ vote: { is: 'invalid', code: 'member-unknown', at: '/ballot' } })).toEqual({
    outcome: 'invalid',
    code: 'member-unknown',
    at: '/ballot',
  })
  expect(word({ rows: [] })).toBe('nothing-to-pay')
})

test('a stretch ends on the day of the vote at the latest, and not before it begins', () => {
  const at = (more: Partial<PayInterestOnSavings>) =>
    (faultIn(payInterestOnSavings.asks, command(more)) ?? interestFault(command(more)))?.at
  expect(at({ to: '2026-01-20' })).toBe(undefined)
  expect(at({ to: '2026-01-21' })).toBe('/to')
  expect(at({ to: '2025-01-01' })).toBe(undefined)
  expect(at({ to: '2024-12-31' })).toBe('/to')
  expect(at({ to: '2025-02-30' })).toBe('/to')
  expect(at({ from: '2025-02-30' })).toBe('/from')
  expect(at({ ratePercent: '100' })).toBe(undefined)
  expect(at({ ratePercent: '100.01' })).toBe('/ratePercent')
  expect(at({ bearer: 'free' })).toBe(undefined)
  expect(at({ bearer: 'shares' as never })).toBe('/bearer')
})

test('what borrowers paid on the first and on the last day is among what can be paid', () => {
  const told: readonly StoryCommand[] = [
    {
      type: 'RecordDeposit',
      effectiveOn: '2025-01-01',
      memberId: 'm1',
      amount: 100_000,
    },
    paidOut({ on: '2025-01-20', principal: 500_000, months: 10, memberId: 'm3' }),
    paid('2025-02-20', 57_500),
    paid('2025-03-20', 56_700),
  ]
  const body = (from: string, to: string, ratePercent = '10') => {
    const { id: _, ...one } = command({ from, to, ratePercent, effectiveOn: '2025-04-20' })
    const made = bodyOf(answerTo(savingAfter(told), one))
    if (made.type !== 'InterestOnSavingsPaid') throw new Error(made.type)
    return made
  }
  expect(body('2025-02-20', '2025-03-20').earned).toBe(14_200)
  expect(body('2025-02-21', '2025-03-20').earned).toBe(6_700)
  expect(body('2025-02-20', '2025-03-19').earned).toBe(7_500)
  // Nothing was owed on the first day, 450,000 on the last: 7,500 in 33 days are 36.87 % of the mean.
  expect(body('2025-01-19', '2025-02-20', '36').flags).toEqual([])
  expect(body('2025-01-19', '2025-02-20', '37').flags).toEqual(['savings-cost-above-yield'])
})
