import fc from 'fast-check'
import { expect, test } from 'vitest'
import { equivalentPercent } from '#domain/loans/as-written.ts'
import { committeeAfter, flagsOf, wordOf } from '#test/support/committee.ts'
import { carriedOver, flat, lentLikeThat } from '#test/support/older.ts'
import {
  type StoryCommand,
  booked,
  loanIn,
  paid,
  paidOut,
  standingIn,
} from '#test/support/village.ts'

const demanded = (told: StoryCommand): string =>
  loanIn(committeeAfter([told])).terms.rateMonthlyPercent

const like = (method: 'declining' | 'flat' | 'interest-only', rateMonthlyPercent: string) => ({
  asWritten: { method, rateMonthlyPercent },
})

test('a flat rate is as dear as nearly twice as much on what is left, and so is a season not', () => {
  const of = (product: string, months: number) =>
    equivalentPercent({ product, principal: 1000, months, ...like('flat', '1') })
  expect(of('normal', 10)).toBe('1.818181')
  expect(of('normal', 1)).toBe('1')
  expect(of('seasonal', 10)).toBe('1')
})

test.each([
  ['a flat rate beyond the cap', like('flat', '3'), '1.5'],
  ['a flat rate within it', like('flat', '0.7'), '1.272727'],
  ['a dear rate', like('declining', '4'), '1.5'],
  ['a rate cheaper than the charter’s', like('declining', '1'), '1'],
  ['nothing at all', like('declining', '0'), '0'],
  ['a moneylender’s rate', like('interest-only', '20'), '1.5'],
  ['a fee alone', { asWritten: { fee: 20_000 } }, '1.5'],
])('of %s the fund asks no more than is fair', (_, older, rate) => {
  expect(demanded(carriedOver(older))).toBe(rate)
  expect(demanded(lentLikeThat(older))).toBe(rate)
})

test('a book that says nothing of its price is taken over as it always was', () => {
  const plain = committeeAfter([carriedOver({})])
  expect(loanIn(plain).terms).toMatchObject({ conventionVersion: 1, rateMonthlyPercent: '1.5' })
  expect(loanIn(plain).terms).not.toHaveProperty('asWritten')
  expect(loanIn(plain)).not.toHaveProperty('securities')
})

test('nothing of an older book is refused: each thing that no vote would lend by is a flag', () => {
  const village = committeeAfter([])
  const ugly = { ...flat('3', { fee: 50_000 }), securities: ['land-title', 'id-card'] } as const
  const far = (told: StoryCommand, more: object): StoryCommand =>
    ({ ...told, principal: 2_000_000, ...more }) as StoryCommand
  expect(flagsOf(village, far(carriedOver(ugly), { owed: 2_200_000 }))).toEqual([
    'owed-above-principal',
    'above-ceiling',
    'flat-rate',
    'above-cap',
    'fee-taken',
    'security-held',
  ])
  expect(flagsOf(village, far(lentLikeThat(ugly), {}))).toEqual([
    'paid-without-decision',
    'above-ceiling',
    'flat-rate',
    'above-cap',
    'fee-taken',
    'security-held',
  ])
  const harmless = { ...like('declining', '1.5'), securities: ['none', 'group-guarantee'] } as const
  expect(flagsOf(village, carriedOver(harmless))).toEqual([])
  expect(flagsOf(village, far(carriedOver(harmless), {}))).toEqual(['above-ceiling'])
  expect(flagsOf(village, far(carriedOver({}), {}))).toEqual([])
})

test('a rate at the cap is none above it, a step more or a fee beside it is', () => {
  const village = committeeAfter([])
  const isMarked = (rate: string, fee: number) =>
    flagsOf(
      village,
      carriedOver({ asWritten: { method: 'declining', rateMonthlyPercent: rate, fee } }),
    ).includes('above-cap')
  expect([isMarked('1.5', 0), isMarked('1.51', 0), isMarked('1.5', 10_000)]).toEqual([
    false,
    true,
    true,
  ])
})

test('what was decided with a fee and is paid out with it is as decided; a paper never is', () => {
  const asked = { loanId: 'l1', memberId: 'm1', product: 'normal', months: 10 } as const
  const principal = 500_000
  const village = committeeAfter([
    {
      type: 'RequestLoan',
      effectiveOn: '2025-01-06',
      ...asked,
      principal,
      fee: 1000,
      purpose: 'farm',
      plan: { rateMonthlyPercent: '1' },
    },
    {
      type: 'AppraiseLoan',
      effectiveOn: '2025-01-10',
      loanId: 'l1',
      appraisedBy: 'o2',
      finding: 'sound',
      burden: 'up-to-33',
    },
    {
      type: 'DecideLoan',
      effectiveOn: '2025-01-20',
      loanId: 'l1',
      ballot: {
        by: 'meeting',
        hands: { present: 9, yes: 8, no: 0 },
        recused: [],
        confirmedBy: 'o1',
      },
    },
  ])
  const out = {
    ...paidOut({ on: '2025-01-20', principal, months: 10 }),
    plan: { rateMonthlyPercent: '1' },
  } as StoryCommand
  const isUnlike = (told: StoryCommand) => flagsOf(village, told).includes('differs-from-decision')
  expect(isUnlike(out)).toBe(false)
  expect(isUnlike({ ...out, securities: ['land-title'] } as StoryCommand)).toBe(true)
  expect(wordOf(village, { ...out, asWritten: { fee: 1000 } } as StoryCommand)).toBe(
    'loan-cannot-hold',
  )
})

test('interest alone until the end: no part of the principal falls due before', () => {
  const carried = committeeAfter([carriedOver(like('interest-only', '5'))])
  expect(standingIn(carried, '2025-03-31')).toMatchObject({ overdue: 0, interestDue: 22_500 })
  expect(standingIn(carried, '2025-03-31').dues).toEqual([{ on: '2025-05-20', principal: 500_000 }])
  const lent = committeeAfter([lentLikeThat(like('interest-only', '5'))])
  expect(standingIn(lent, '2025-03-31').dues).toEqual([{ on: '2025-11-20', principal: 1_000_000 }])
})

test('interest that was added to a debt bears none, and is paid after the principal', () => {
  const told = [
    carriedOver(like('declining', '1.5'), { owed: 1_200_000 }),
    paid('2025-01-20', [0, 900_000]),
  ]
  const village = committeeAfter(told)
  // A month of 1,000,000, then months of the 100,000 of it that is left.
  expect(standingIn(village, '2025-01-20').interestDue).toBe(15_000)
  expect(standingIn(village, '2025-02-20')).toMatchObject({ interestDue: 16_500, owed: 300_000 })
  const paidUp = committeeAfter([...told, paid('2025-02-20', [0, 100_000])])
  expect(standingIn(paidUp, '2025-06-20')).toMatchObject({ interestDue: 16_500, owed: 200_000 })
})

test('old interest beyond half of the principal is asked of nobody, and the books say so', () => {
  const village = committeeAfter([
    carriedOver(flat('10', { fee: 100_000, interestPaidBefore: 250_000 }), { owed: 1_400_000 }),
  ])
  // Half is 500,000; 350,000 was charged before, so that 150,000 of the 400,000 may be asked for.
  expect(standingIn(village, '2025-01-31')).toMatchObject({ owed: 1_150_000, status: 'open' })
  expect(booked(village, 'asset:loan:l1')).toBe(1_150_000)
  expect(booked(village, 'asset:loan-loss-provision')).toBe(250_000)
  expect(standingIn(village, '2025-12-31').interestDue).toBe(0)
})

test('a fee, interest paid before and interest asked for never come to more than half', () => {
  const village = committeeAfter([
    carriedOver({
      asWritten: {
        method: 'flat',
        rateMonthlyPercent: '3',
        fee: 50_000,
        interestPaidBefore: 440_000,
      },
    }),
  ])
  expect(standingIn(village, '2030-12-31').interestDue).toBe(10_000)
  const free = committeeAfter([carriedOver(flat('3', { interestPaidBefore: 600_000 }))])
  expect(standingIn(free, '2030-12-31').interestDue).toBe(0)
})

test('whatever an older book asks, what the fund asks is never beyond the cap nor beyond half', () => {
  const written = fc.record({
    method: fc.constantFrom('declining', 'flat', 'interest-only'),
    rateMonthlyPercent: fc.integer({ min: 0, max: 10_000 }).map((n) => String(n / 100)),
    fee: fc.integer({ min: 0, max: 900_000 }),
    interestPaidBefore: fc.integer({ min: 0, max: 900_000 }),
  }) as fc.Arbitrary<{
    method: 'flat'
    rateMonthlyPercent: string
    fee: number
    interestPaidBefore: number
  }>
  fc.assert(
    fc.property(written, fc.integer({ min: 1, max: 3_000_000 }), (asWritten, owed) => {
      const village = committeeAfter([carriedOver({ asWritten }, { owed })])
      const standing = standingIn(village, '2025-06-30')
      const months = 6
      const atCap = Math.floor((Math.min(owed, 1_000_000) * months * 15) / 1000)
      expect(standing.interestDue).toBeLessThanOrEqual(atCap)
      const { fee, interestPaidBefore } = asWritten
      const oldInterest = Math.max(standing.owed - 1_000_000, 0)
      const before = fee + interestPaidBefore + oldInterest
      const asked = standing.interestDue + oldInterest
      if (asked > 0) expect(standing.interestDue + before).toBeLessThanOrEqual(500_000)
    }),
    { numRuns: 300 },
  )
})

test.each([
  [{ asWritten: { method: 'flat' } }],
  [{ asWritten: { rateMonthlyPercent: '3' } }],
  [{ asWritten: { method: 'compound', rateMonthlyPercent: '3' } }],
  [{ asWritten: { method: 'flat', rateMonthlyPercent: '101' } }],
  [{ asWritten: { fee: -1 } }, 'amount-not-whole'],
  [{ securities: ['the-house'] }],
  [{ securities: ['land-title', 'land-title'] }],
] as unknown as [Parameters<typeof carriedOver>[0], string?][])(
  '%j cannot be written of a loan',
  (older, word = 'loan-cannot-hold') => {
    const village = committeeAfter([])
    expect(wordOf(village, carriedOver(older))).toBe(word)
    expect(wordOf(village, lentLikeThat(older))).toBe(word)
  },
)

test('interest before these books is told of what was carried over alone', () => {
  const older = { asWritten: { interestPaidBefore: 1000 } }
  const village = committeeAfter([])
  expect(wordOf(village, carriedOver(older))).toBe('recorded')
  expect(wordOf(village, lentLikeThat(older))).toBe('loan-cannot-hold')
})
