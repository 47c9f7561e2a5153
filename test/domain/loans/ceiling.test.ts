import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { ceilingFor, ceilingInputs } from '#domain/loans/request/ceiling.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  bodyOf,
  flagsOf,
  founded,
  paid,
  paidOut,
  villageAfter,
} from '#test/support/village.ts'

const ceiling = (savings: number, equityAndSavings: number, isFirstCycle = false) =>
  ceilingFor(defaultCharter, {
    product: 'normal',
    inputs: { savings, equityAndSavings, isFirstCycle },
  })

test('a member borrows the least of three times the savings, a tenth of the fund and 1,500,000', () => {
  expect(ceiling(100_000, 50_000_000)).toBe(300_000)
  expect(ceiling(100_000, 2_000_000)).toBe(200_000)
  expect(ceiling(900_000, 50_000_000)).toBe(1_500_000)
  expect(ceiling(0, 50_000_000)).toBe(0)
  expect(ceiling(-100, 50_000_000)).toBe(0)
  expect(ceiling(100_000, 2_000_009)).toBe(200_000)
})

test('in the first cycle of a fund its own size is no limit yet', () => {
  expect(ceiling(100_000, 200_000, true)).toBe(300_000)
})

test('an emergency needs no savings', () => {
  const inputs = { savings: 0, equityAndSavings: 0, isFirstCycle: false }
  expect(ceilingFor(defaultCharter, { product: 'emergency', inputs })).toBe(200_000)
})

test('papers, a dear debt bought out and a trade that is begun have ceilings that ask for no savings', () => {
  const inputs = { savings: 0, equityAndSavings: 0, isFirstCycle: false }
  const most = (product: 'normal' | 'enterprise', purpose?: 'papers-and-travel' | 'buy-out') =>
    ceilingFor(defaultCharter, { product, purpose, inputs })
  expect(most('normal', 'papers-and-travel')).toBe(500_000)
  expect(most('normal', 'buy-out')).toBe(1_500_000)
  expect(most('enterprise')).toBe(600_000)
  expect(most('normal')).toBe(0)
  const { papersMax: _, ...ceiling } = { ...defaultCharter.ceiling, amountMax: 900_000 }
  const older = { ...defaultCharter, ceiling: { ...ceiling, buyOutMax: 700_000 } }
  expect(ceilingFor(older, { product: 'normal', purpose: 'papers-and-travel', inputs })).toBe(
    900_000,
  )
  expect(ceilingFor(older, { product: 'normal', purpose: 'buy-out', inputs })).toBe(700_000)
})

/** Savings of 250,000 and a reserve of 4,750,000: a fund of 5,000,000. */
const fund: readonly StoryCommand[] = [
  founded({ opening: { cash: 5_000_000, reserve: 4_750_000 } }),
  admitted('m1'),
  admitted('m2'),
  { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm1', amount: 250_000 },
]
const village = villageAfter(fund)
const flags = (asked: Parameters<typeof paidOut>[0]) => flagsOf(answerTo(village, paidOut(asked)))
const asked = 'paid-without-decision'

test('a loan at the limit of its borrower and of the fund is only flagged as not voted', () => {
  expect(flags({ on: '2026-03-20', principal: 500_000, months: 10 })).toEqual([asked])
})

test('a loan above a tenth of the fund is flagged as that', () => {
  expect(flags({ on: '2026-03-20', principal: 500_100, months: 10 })).toEqual([
    asked,
    'above-fund-share',
  ])
})

test('a loan above three times the savings is above the ceiling', () => {
  expect(flags({ on: '2026-03-20', principal: 750_000, months: 10 })).not.toContain('above-ceiling')
  expect(flags({ on: '2026-03-20', principal: 750_100, months: 10 })).toContain('above-ceiling')
  expect(flags({ on: '2025-03-20', principal: 100, months: 1, memberId: 'm2' })).toContain(
    'above-ceiling',
  )
})

test('a seasonal loan has the ceiling of a general one', () => {
  expect(flags({ on: '2025-03-20', principal: 750_100, months: 8, product: 'seasonal' })).toContain(
    'above-ceiling',
  )
})

test('an emergency loan of 200,000 for three months needs no savings; more or longer is flagged', () => {
  const emergency = (principal: number, months: number) =>
    flags({ on: '2025-03-20', principal, months, memberId: 'm2', product: 'emergency' })
  expect(emergency(200_000, 3)).toEqual([asked])
  expect(emergency(200_100, 3)).toEqual([asked, 'above-ceiling'])
  expect(emergency(200_000, 4)).toEqual([asked, 'above-ceiling'])
})

test('help in need is not held against the size of the fund', () => {
  const small = villageAfter([
    founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
    admitted('m2'),
  ])
  const lent = { on: '2026-03-20', principal: 100_001, months: 3, memberId: 'm2' }
  const word = (product: 'emergency' | 'normal') =>
    flagsOf(answerTo(small, paidOut({ ...lent, product }))).includes('above-fund-share')
  expect([word('emergency'), word('normal')]).toEqual([false, true])
})

test('only an emergency loan is ever too long for its ceiling', () => {
  expect(flags({ on: '2026-03-20', principal: 200_000, months: 4 })).toEqual([asked])
})

test('a fund that has spent more than it has lends nothing by its size', () => {
  expect(ceiling(100_000, -1_000_000)).toBe(0)
  const broke = villageAfter([founded({ opening: { cash: 0, reserve: 0 } }), admitted('m1')])
  expect(
    flagsOf(answerTo(broke, paidOut({ on: '2026-03-20', principal: 1, months: 1 }))),
  ).toContain('above-fund-share')
})

test('an emergency loan by weeks is as long as its weeks are', () => {
  const weekly = (months: number) => {
    const loan = { on: '2025-03-20', principal: 200_000, months, memberId: 'm2' }
    const plan = { every: { n: 1, unit: 'weeks' } } as const
    return flagsOf(
      answerTo(village, { ...paidOut({ ...loan, product: 'emergency' }), plan } as StoryCommand),
    )
  }
  expect(weekly(12)).toEqual([asked])
  expect(weekly(14)).toEqual([asked, 'above-ceiling'])
})

test('savings count by the day of the loan: what is saved later lifts no earlier ceiling', () => {
  const later = villageAfter([
    ...fund,
    { type: 'BuyShares', effectiveOn: '2025-04-20', memberId: 'm2', shares: 5 },
  ])
  const loan = (on: string) => paidOut({ on, principal: 75_000, months: 3, memberId: 'm2' })
  expect(flagsOf(answerTo(later, loan('2025-04-19')))).toContain('above-ceiling')
  expect(flagsOf(answerTo(later, loan('2025-04-20')))).not.toContain('above-ceiling')
})

test('a second loan of one sort is flagged, an emergency loan beside a general one is not', () => {
  const first = paidOut({ on: '2025-01-20', principal: 100_000, months: 4 })
  const borrowed = villageAfter([...fund, first])
  const next = (on: string, product: 'normal' | 'seasonal' | 'emergency', after = borrowed) =>
    flagsOf(answerTo(after, paidOut({ on, principal: 50_000, months: 3, loanId: 'l2', product })))
  expect(next('2025-02-20', 'normal')).toContain('second-loan')
  expect(next('2025-02-20', 'seasonal')).toContain('second-loan')
  expect(next('2025-02-20', 'emergency')).not.toContain('second-loan')
  const settled = villageAfter([...fund, first, paid('2025-02-20', 101_500)])
  expect(next('2025-02-20', 'normal', settled)).not.toContain('second-loan')
})

test('the terms of a loan are kept in full, with the charter that it was lent under', () => {
  const body = bodyOf(
    answerTo(village, paidOut({ on: '2025-01-25', principal: 500_000, months: 10 })),
  )
  expect(body).toMatchObject({
    terms: {
      convention: 'village',
      conventionVersion: 1,
      rateMonthlyPercent: '1.5',
      interestStep: 100,
      instalmentStep: 100,
      firstDueOn: '2025-02-20',
      dueDay: 20,
      charterVersion: 1,
    },
  })
})

test('a loan and its number are given once', () => {
  const loan = paidOut({ on: '2025-01-20', principal: 100_000, months: 4 })
  const after = villageAfter([...fund, loan])
  expect(answerTo(after, loan)).toMatchObject({ code: 'loan-already-there' })
  expect(answerTo(after, { ...loan, loanId: 'l2' } as StoryCommand)).toMatchObject({
    code: 'loan-number-taken',
  })
})

test('a loan taken over that owes more than was ever lent is recorded and flagged', () => {
  const told = (owed: number): StoryCommand => ({
    type: 'TakeOverLoan',
    effectiveOn: '2025-01-01',
    loanId: 'l1',
    number: 'L1',
    memberId: 'm1',
    product: 'normal',
    principal: 300_000,
    months: 10,
    owed,
    paidOutOn: '2024-10-20',
  })
  expect(flagsOf(answerTo(village, told(300_000)))).toEqual([])
  expect(flagsOf(answerTo(village, told(300_100)))).toEqual(['owed-above-principal'])
  expect(answerTo(village, { ...told(1), paidOutOn: '2025-01-02' } as StoryCommand)).toMatchObject({
    code: 'payout-after-takeover',
  })
})

test('the first cycle of a fund is its first twelve months', () => {
  const cycle = (on: string) =>
    ceilingInputs(village.posted, { openedOn: '2025-01-01', memberId: 'm1', on })
  expect(cycle('2025-12-31')).toEqual({
    savings: 250_000,
    equityAndSavings: 5_000_000,
    isFirstCycle: true,
  })
  expect(cycle('2026-01-01').isFirstCycle).toBe(false)
})

test('what the fund has earned by a day is its own, too, and a loan is none of it', () => {
  const told = [
    ...fund,
    paidOut({ on: '2025-01-20', principal: 100_000, months: 4 }),
    paid('2025-02-20', 26_500),
  ]
  const sizeOn = (on: string) =>
    ceilingInputs(villageAfter(told).posted, { openedOn: '2025-01-01', memberId: 'm1', on })
      .equityAndSavings
  expect(['2025-02-19', '2025-02-20'].map(sizeOn)).toEqual([5_000_000, 5_001_500])
})

test('what running the fund has cost by a day is not its own any more', () => {
  const spent: StoryCommand = { type: 'RecordExpense', effectiveOn: '2025-03-05', amount: 40_000 }
  const { posted } = villageAfter([...fund, spent])
  const sizeOn = (on: string) =>
    ceilingInputs(posted, { openedOn: '2025-01-01', memberId: 'm1', on }).equityAndSavings
  expect(['2025-03-04', '2025-03-05'].map(sizeOn)).toEqual([5_000_000, 4_960_000])
})

test('another loan of the sort counts from the day on which it was lent, while anything of it is owed', () => {
  const first = paidOut({ on: '2025-01-20', principal: 100_000, months: 4 })
  const isSecond = (on: string, told: readonly StoryCommand[] = [first], memberId = 'm1') =>
    flagsOf(
      answerTo(
        villageAfter([...fund, ...told]),
        paidOut({ on, principal: 50_000, months: 3, loanId: 'l2', memberId }),
      ),
    ).includes('second-loan')
  expect(['2025-01-19', '2025-01-20', '2025-01-21'].map((on) => isSecond(on))).toEqual([
    false,
    true,
    true,
  ])
  const almost = [first, paid('2025-02-20', 101_499)]
  expect(isSecond('2025-02-20', almost)).toBe(true)
  expect(isSecond('2025-02-20', [first], 'm2')).toBe(false)
  const urgent = paidOut({ on: '2025-01-20', principal: 100_000, months: 3, product: 'emergency' })
  expect(isSecond('2025-02-01', [urgent])).toBe(false)
})
