import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { quoteFault } from '#domain/loans/plan/quote.ts'

const asked = { principal: 100_000, months: 3, product: 'normal', paidOutOn: '2025-01-20' } as const

test('a rate of a month that is no number is named, whatever it is brought to', () => {
  for (const days of [{}, { every: { n: 1, unit: 'weeks' } as const }, { dueOn: ['2025-02-01'] }])
    expect(
      quoteFault(defaultCharter, { ...asked, ...days, rateMonthlyPercent: '2026-02-30' }),
    ).toBe('rateMonthlyPercent')
  expect(quoteFault(defaultCharter, { ...asked, rateMonthlyPercent: '1.5' })).toBeUndefined()
})
