import { expect, test } from 'vitest'
import { beyondOf, convertedOn, isUnfair, rateOn } from '#domain/loans/beyond.ts'
import { committeeAfter } from '#test/support/committee.ts'
import { carriedOver, converted, flat, lentLikeThat } from '#test/support/older.ts'
import { type StoryCommand, loanIn, paid, paidOut, relieved } from '#test/support/village.ts'

const beyond = (told: readonly StoryCommand[], day: string) =>
  beyondOf(loanIn(committeeAfter(told)), day)
const open = (told: readonly StoryCommand[], day: string) => beyond(told, day)?.open

test('what a flat rate asks beyond the cap is told month by month', () => {
  const told = [carriedOver(flat('3')), paid('2025-01-20', [7500, 100_000])]
  expect(beyond(told, '2025-03-31')).toEqual({
    rows: [
      { on: '2025-01-20', asked: 30_000, counted: 7500 },
      { on: '2025-02-20', asked: 30_000, counted: 6000 },
      { on: '2025-03-20', asked: 30_000, counted: 6000 },
    ],
    asked: 90_000,
    counted: 19_500,
    paid: 7500,
    open: 70_500,
    beyondHalf: 0,
  })
})

test('a flat rate asks for the months of the loan and no longer, none in relief', () => {
  const told = [carriedOver(flat('3'))]
  // Ten months from August 2024: five of them are in this book.
  expect(beyond(told, '2026-12-31')?.asked).toBe(150_000)
  const flood = relieved('2025-02-01', { from: '2025-02-01', to: '2025-03-31' })
  expect(beyond([...told, flood], '2026-12-31')?.asked).toBe(90_000)
})

test('a dear rate is counted on the very balances that there were, interest on interest with it', () => {
  const dear = { asWritten: { method: 'declining', rateMonthlyPercent: '4' } } as const
  const told = [carriedOver(dear, { owed: 1_100_000 }), paid('2025-01-20', [0, 100_000])]
  expect(beyond(told, '2025-02-28')?.rows).toEqual([
    { on: '2025-01-20', asked: 44_000, counted: 15_000 },
    { on: '2025-02-20', asked: 40_000, counted: 13_500 },
  ])
})

test('interest that was paid stands: what is open is what was neither asked by the fund nor paid', () => {
  expect(open([carriedOver(flat('3')), paid('2025-01-20', [30_000, 100_000])], '2025-01-31')).toBe(
    0,
  )
  expect(open([carriedOver(flat('3')), paid('2025-01-20', [20_000, 100_000])], '2025-01-31')).toBe(
    10_000,
  )
})

test('of a loan that is cheaper than the charter, and of one of the fund’s own, nothing is open', () => {
  const cheap = { asWritten: { method: 'declining', rateMonthlyPercent: '1' } } as const
  expect(open([carriedOver(cheap)], '2025-12-31')).toBe(0)
  const own = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
  expect(beyond([own], '2025-12-31')).toBeUndefined()
  expect(beyond([carriedOver({ securities: ['land-title'] })], '2025-12-31')).toBeUndefined()
})

test('nothing is open before it came into the book, once it is paid back, and once it is converted', () => {
  const told = [lentLikeThat(flat('3'))]
  expect(open(told, '2025-01-19')).toBeUndefined()
  expect(open(told, '2025-02-20')).toBe(15_000)
  const settled = [...told, paid('2025-02-20', 1_015_000)]
  expect([open(settled, '2025-02-19'), open(settled, '2025-02-20')]).toEqual([0, 0])
  expect(beyond(settled, '2026-02-20')?.asked).toBe(30_000)
  const voted = [...told, converted('2025-03-20')]
  expect([open(voted, '2025-03-19'), open(voted, '2025-03-20')]).toEqual([15_000, 0])
})

test('a month is asked for on its own day, from the first day in the book on', () => {
  const told = [lentLikeThat(flat('3'))]
  const asked = (day: string) => beyond(told, day)?.asked
  expect(['2025-01-19', '2025-01-20', '2025-02-19', '2025-02-20'].map(asked)).toEqual([
    undefined,
    0,
    0,
    30_000,
  ])
  expect(['2025-11-20', '2025-12-20'].map(asked)).toEqual([300_000, 300_000])
})

test('a flat rate asks for the months that were left when the loan came into these books', () => {
  const taken = (takenOn: string) =>
    beyond([{ ...carriedOver(flat('3')), effectiveOn: takenOn } as StoryCommand], '2026-12-31')
      ?.asked
  // Paid out on 20 July 2024: month ends from 20 August 2024 through 20 May 2025.
  expect(['2025-05-20', '2025-05-21', '2025-08-01'].map(taken)).toEqual([30_000, 0, 0])
  expect(taken('2025-04-21')).toBe(30_000)
  expect(taken('2025-04-20')).toBe(60_000)
})

test('a flat month is rounded down to the step, and is none on the first and last day of a flood', () => {
  const odd = [{ ...lentLikeThat(flat('3')), principal: 1_001_000 } as StoryCommand]
  expect(beyond(odd, '2025-02-20')?.asked).toBe(30_000)
  const flood = (from: string, to: string) => relieved('2025-02-01', { from, to })
  const asked = (from: string, to: string) => beyond([...odd, flood(from, to)], '2025-04-20')?.asked
  expect(asked('2025-02-20', '2025-03-20')).toBe(30_000)
  expect(asked('2025-02-21', '2025-03-19')).toBe(90_000)
})

test('a loan has its new rate from the day of the vote on', () => {
  const loan = loanIn(committeeAfter([lentLikeThat(flat('3')), converted('2025-03-20')]))
  const old = loanIn(committeeAfter([lentLikeThat(flat('3'))]))
  expect([convertedOn(loan), convertedOn(old)]).toEqual(['2025-03-20', undefined])
  const cheaper = { ...loan, conversions: [{ ...loan.conversions![0]!, rateMonthlyPercent: '1' }] }
  expect(['2025-03-19', '2025-03-20'].map((day) => rateOn(cheaper, day))).toEqual(['1.5', '1'])
})

test('flat terms are such as no vote may lend by, and so are dear ones, but not those at the cap', () => {
  const of = (method: 'declining' | 'flat', rateMonthlyPercent: string) =>
    isUnfair(loanIn(committeeAfter([lentLikeThat({ asWritten: { method, rateMonthlyPercent } })])))
  expect([of('flat', '0.1'), of('declining', '1.5'), of('declining', '1.500001')]).toEqual([
    true,
    false,
    true,
  ])
  expect(isUnfair(loanIn(committeeAfter([lentLikeThat({ asWritten: { fee: 5_000 } })])))).toBe(
    false,
  )
})

test('old interest beyond half is told of a loan whose book says no rate', () => {
  const told = carriedOver({ asWritten: { fee: 500_000 } }, { owed: 1_100_000 })
  expect(beyond([told], '2025-03-31')).toMatchObject({ asked: 0, open: 0, beyondHalf: 100_000 })
})

test('a loan whose first instalment was put far off is asked for all its months from there on', () => {
  const later = { ...lentLikeThat(flat('3')), firstDueOn: '2025-04-20' } as StoryCommand
  expect(
    ['2025-03-31', '2025-04-20', '2026-12-31'].map((day) => beyond([later], day)?.asked),
  ).toEqual([0, 30_000, 300_000])
})

test('from the day of the vote on nothing is asked, counted or paid that belongs to the older terms', () => {
  const voted = [
    lentLikeThat(flat('3')),
    paid('2025-03-20', [20_000, 0]),
    converted('2025-03-20'),
    paid('2025-04-20', [25_000, 0]),
  ]
  expect(beyond(voted, '2025-06-30')).toMatchObject({
    rows: [{ on: '2025-02-20' }, { on: '2025-03-20' }],
    asked: 60_000,
    counted: 30_000,
    paid: 20_000,
    open: 0,
  })
})

test('a loan with old interest that nobody may ask for is asked for until the day on which it is paid back', () => {
  const told = [carriedOver(flat('3'), { owed: 1_600_000 }), paid('2025-02-20', [0, 1_500_000])]
  expect(beyond(told, '2025-06-30')).toMatchObject({ asked: 60_000, beyondHalf: 100_000 })
})
