import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { quoteOf } from '#domain/loans/plan/quote.ts'
import { buyOutPlan } from '#src/app/lending/buy-out-plan.ts'
import { besideOthers, monthsOf, rulingsOnQuote } from '#src/app/lending/fair-quote.ts'
import { ceilingOf, questionOf, quoteIn } from '#src/app/lending/quoting.ts'
import { committeeStory } from '#test/support/committee.ts'
import { fundBookOf } from '#test/support/village.ts'

type Asked = Parameters<typeof quoteOf>[1]
const asked: Asked = {
  product: 'normal',
  principal: 500_000,
  instalments: 10,
  paidOutOn: '2025-01-20',
}
const quote = (more: Partial<Asked> = {}) =>
  quoteOf(defaultCharter, { ...asked, ...more }, undefined)

test('what was asked for is a question about its price on a day, with all that belongs to the price', () => {
  const of = { product: 'normal' as const, principal: 500_000, months: 10 }
  expect(questionOf(of, '2025-01-20')).toEqual(asked)
  expect(questionOf({ ...of, fee: 100, deposit: 0 }, '2025-01-20')).toEqual({
    ...asked,
    fee: 100,
    deposit: 0,
  })
  const first = (firstDueOn: string, plan?: object) =>
    questionOf({ ...of, firstDueOn, ...(plan && { plan }) }, '2025-01-20').firstDueOn
  expect(first('2025-01-21')).toBe('2025-01-21')
  // A first day that has passed when the money is paid out is none.
  expect(first('2025-01-20')).toBeUndefined()
  expect(first('2025-01-19')).toBeUndefined()
  // Whose days are a list of their own has no first one beside it.
  expect(first('2025-03-01', { dueOn: ['2025-03-01'] })).toBeUndefined()
  expect(first('2025-03-01', { repayment: 'equal-instalment' })).toBe('2025-03-01')
})

test('a member is found by id or by card, and whoever is none is said to be so', () => {
  const book = fundBookOf(committeeStory())
  const ceiling = (memberId: string | undefined, principal = 1_500_000) => {
    const answer = quoteIn(book, { asked: { ...asked, principal }, memberId })
    return 'quote' in answer ? answer.quote.verdict.ceiling : answer.fault
  }
  expect(ceiling(undefined)).toBe('not judged')
  // Three times savings of 500,000.
  expect([ceiling('m1'), ceiling('M1'), ceiling('m1', 1_500_100)]).toEqual([
    'within',
    'within',
    'above',
  ])
  expect(ceiling('m99')).toEqual({ field: 'memberId', code: 'member-unknown' })
  expect(ceiling('m1', 0)).toEqual({ field: 'principal', code: 'cannot-hold' })
  expect(ceilingOf(book, 'm1', '2025-01-20')).toMatchObject({
    savings: 500_000,
    equityAndSavings: 100_000_000,
  })
})

test('a price is the one of the charter that holds on the day of the money', () => {
  const book = fundBookOf(committeeStory())
  const [first] = book.fund.charters
  const dearer = {
    ...first!.charter,
    rateMonthlyPercent: { normal: '1', seasonal: '1', emergency: '0' },
  }
  const charters = [first!, { version: 2, from: '2025-06-01', charter: dearer }]
  const interestOn = (paidOutOn: string) => {
    const answer = quoteIn(
      { ...book, fund: { ...book.fund, charters } },
      { asked: { ...asked, paidOutOn }, memberId: undefined },
    )
    return 'quote' in answer ? answer.quote.rows[0]!.interest : undefined
  }
  expect(interestOn('2025-05-20')).toBe(7_500)
  expect(interestOn('2025-06-20')).toBe(5_000)
})

test('a plan lasts its months; by other days it lasts as many as its days come to, one at least', () => {
  expect(monthsOf(quote())).toBe(10)
  expect(monthsOf(quote({ every: { n: 2, unit: 'months' }, instalments: 5 }))).toBe(10)
  const weekly = (instalments: number) =>
    monthsOf(quote({ every: { n: 1, unit: 'weeks' }, instalments }))
  // 1, 6, 7, 20 and 52 weeks are 0.2, 1.4, 1.6, 4.6 and 12 months.
  expect([1, 6, 7, 20, 52].map(weekly)).toEqual([1, 1, 2, 5, 12])
  expect(monthsOf(quote({ dueOn: ['2025-02-20', '2025-07-20'], instalments: 2 }))).toBe(6)
})

test('a question is ruled on by its price, and an emergency by its size and time too', () => {
  const codes = (more: Partial<Asked>) => {
    const of = { ...asked, ...more }
    return rulingsOnQuote(defaultCharter, { asked: of, quote: quote(more) }).map(({ code }) => code)
  }
  expect(codes({})).toEqual([])
  // Whose savings it is measured by is nobody's question here.
  expect(codes({ principal: 90_000_000 })).toEqual([])
  expect(codes({ fee: 50_000 })).toContain('above-cap')
  const emergency = (principal: number, instalments: number) =>
    codes({ product: 'emergency', principal, instalments })
  expect(emergency(200_000, 3)).toEqual([])
  expect(emergency(200_100, 3)).toEqual(['above-ceiling'])
  expect(emergency(200_000, 4)).toEqual(['too-long-for-an-emergency'])
})

test('the same sum for the same time is told from each of them, ours with its first instalment', () => {
  const offer = { is: 'moneylender', monthlyPercent: '10' } as never
  const ours = quote({ fee: 1_000 })
  const told = besideOthers(defaultCharter, ours, { lender: offer })
  expect(told.ours).toMatchObject({ fee: 1_000, firstInstalment: 57_500, principal: 500_000 })
  expect(Object.keys(told.others)).toEqual(['lender'])
})

const debt = {
  kind: 'moneylender',
  owed: 300_000,
  monthlyPayment: 90_000,
  monthlyPercent: '10',
} as const
const plan = (income: number, months = 10) =>
  buyOutPlan(
    defaultCharter,
    {
      debts: [debt, { ...debt, owed: 200_000, monthlyPayment: 60_000 }],
      paysElse: 10_000,
      income: { least: income, most: income },
      months,
    },
    '2025-01-20',
  )

test('a buy-out pays the debts it names, and what is paid for others stays', () => {
  const { plan: told, rulings } = plan(600_000)
  expect(told).toMatchObject({ principal: 500_000, monthlyBefore: 160_000 })
  expect(told.monthlyAfter).toBeGreaterThan(60_000)
  expect(told.monthlyAfter).toBeLessThan(80_000)
  expect(rulings.filter(({ is }) => is === 'refused')).toEqual([])
})

test('whoever is told no for a plan is not told to ask for one, but for more time', () => {
  const { rulings } = plan(20_000, 2)
  const refused = rulings.filter(({ is }) => is === 'refused')
  expect(refused.length).toBeGreaterThan(0)
  expect(JSON.stringify(refused)).not.toContain('ask-for-the-buy-out')
})
