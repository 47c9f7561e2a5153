import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  breakEven,
  breakEvens,
  burdenOfCost,
  monthlyRates,
  monthsOfWage,
} from '#domain/network/roads/break-even.ts'
import { byItem, costInAll, feeBandOf } from '#domain/network/roads/costs.ts'
import { allPrices, pricesShown } from '#domain/network/roads/prices.ts'
import { ceilingOf, lookAgainOn, routesShown } from '#domain/network/roads/routes.ts'
import { idOf, networkLife } from '#test/domain/network/life.ts'

/*
 * Counted by hand. 2,400,000 riel of cost, a wage of 1,200,000, of which 600,000 go into living there: 600,000 a month pay it
 * off. At the fund, 1 % of what is owed: 24,000, 18,240, 12,422, 6,546 and 612 in five months. At an MFI, 1.5 %: 36,000, 27,540,
 * 18,953, 10,237 and 1,390. At a moneylender, 10 %: 240,000, 204,000, 164,400, 120,840, 72,924 and 20,216 in six.
 */
test('months to break even come out as counted by hand', () => {
  expect(breakEvens({ cost: 2_400_000, wage: 1_200_000, living: 600_000 })).toEqual([
    { payer: 'own-money', after: { months: 4, interest: 0 } },
    { payer: 'fund', after: { months: 5, interest: 61_820 } },
    { payer: 'mfi', after: { months: 5, interest: 94_120 } },
    { payer: 'moneylender', after: { months: 6, interest: 822_380 } },
  ])
})

test('what never pays for itself is said to be so', () => {
  const left = { wage: 900_000, living: 660_000 }
  expect(breakEven({ cost: 2_400_000, ...left }, 1000)).toBe('never')
  expect(breakEven({ cost: 2_390_000, ...left }, 1000)).toEqual(
    expect.objectContaining({ months: expect.any(Number) }),
  )
  expect(breakEven({ cost: 100, wage: 500, living: 500 }, 0)).toBe('never')
  expect(breakEven({ cost: 0, wage: 0, living: 0 }, 1000)).toEqual({ months: 0, interest: 0 })
})

test('dearer money never pays off sooner, and what is paid is cost and interest', () => {
  const sum = fc.integer({ min: 1, max: 50_000_000 })
  fc.assert(
    fc.property(sum, sum, fc.integer({ min: 0, max: 50_000_000 }), (cost, left, living) => {
      const earning = { cost, wage: left + living, living }
      const all = breakEvens(earning).map(({ after }) => after)
      for (const [i, after] of all.entries()) {
        const before = all[i - 1]
        if (before === 'never') expect(after).toBe('never')
        if (after === 'never') continue
        if (before !== undefined && before !== 'never') {
          expect(after.months).toBeGreaterThanOrEqual(before.months)
          expect(after.interest).toBeGreaterThanOrEqual(before.interest)
        }
        expect(after.months * left).toBeGreaterThanOrEqual(cost + after.interest)
        expect((after.months - 1) * left).toBeLessThan(cost + after.interest)
      }
    }),
  )
})

test('what takes longer than a working life is never', () => {
  expect(breakEven({ cost: 600, wage: 1, living: 0 }, 0)).toEqual({ months: 600, interest: 0 })
  expect(breakEven({ cost: 601, wage: 1, living: 0 }, 0)).toBe('never')
})

test('the indicator of the United Nations: cost in months of the wage of the same person', () => {
  expect(monthsOfWage({ cost: 2_400_000, wage: 1_200_000 })).toBe(200)
  expect(monthsOfWage({ cost: 1_375, wage: 353 })).toBe(390)
  expect(monthsOfWage({ cost: 100, wage: 0 })).toBeUndefined()
  expect(burdenOfCost({ cost: 1_200_000, wage: 1_200_000 })).toBe('fair')
  expect(burdenOfCost({ cost: 1_300_000, wage: 1_200_000 })).toBe('much')
  expect(burdenOfCost({ cost: 2_500_000, wage: 1_200_000 })).toBe('too-much')
})

test('a diary is added up by its headings', () => {
  const all = [
    { item: 'visa', amount: 80_000 },
    { item: 'passport', amount: 400_000 },
    { item: 'visa', amount: 20_000 },
  ] as const
  expect(byItem(all)).toEqual([
    { item: 'passport', amount: 400_000 },
    { item: 'visa', amount: 100_000 },
  ])
  expect(costInAll(all)).toBe(500_000)
  expect(Object.keys(monthlyRates)).toHaveLength(4)
})

const routeId = idOf('by agency to Thailand')
const road = {
  routeId,
  country: 'TH',
  way: 'agency',
  state: 'restricted',
  since: '2026-01-10',
  steps: ['passport', 'contract'],
  papers: ['passport'],
  currency: 'KHR',
  costs: [
    { item: 'passport', amount: 400_000 },
    { item: 'agency-fee', amount: 600_000 },
  ],
  weeks: { least: 6, most: 12 },
  risks: [],
  source: 'ministry-letter',
  seenOn: '2026-01-10',
}

const life = () => {
  const { network, give } = networkLife()
  const read = () => ({ routes: network.routes.values(), goodForDays: network.goodForDays })
  const propose = (more: object = {}) =>
    give('ann', 'ProposeRoute', '2026-02-01', { ...road, ...more })
  const check = (by: string, id = routeId, on = '2026-02-02') =>
    give(by, 'CheckRoute', on, { routeId: id, how: 'official-page' })
  const shown = (today: string) =>
    routesShown(read(), today).map(({ country, way, stateNow }) => [country, way, stateNow])
  const ceiling = (today: string, item: 'agency-fee' | 'training' = 'agency-fee') =>
    ceilingOf(read(), { country: 'TH', way: 'agency', item }, today)
  return { network, give, propose, check, shown, ceiling }
}

test('a fee above what may be asked is told by how much at most, and no sum', () => {
  const band = (paid: number, allowed = 100) => feeBandOf({ paid, allowed })
  expect(band(1, 0)).toBe('not-allowed')
  expect([band(101), band(200)]).toEqual(['up-to-twice', 'up-to-twice'])
  expect([band(201), band(500)]).toEqual(['up-to-five-times', 'up-to-five-times'])
  expect(band(501)).toBe('more')
})

test('what is shown of a road says when it has to be looked at again', () => {
  const { network, propose, check } = life()
  propose()
  const route = () => network.routes.get(routeId)!
  expect(lookAgainOn(route(), 180)).toBeUndefined()
  check('bopha')
  expect(lookAgainOn(route(), 180)).toBe('2026-08-01')
})

test('of a way to send money the latest price is shown, those of one day as they were written, and after two weeks it is old', () => {
  const { network, give } = networkLife()
  const price = (called: string, seenOn: string, named = called) => {
    const priceId = idOf(named)
    give('ann', 'ProposeTransferPrice', '2026-03-01', {
      priceId,
      country: 'TH',
      channel: 'money-transfer',
      called,
      currency: 'THB',
      fee: 4000,
      feePercent: '1.5',
      rate: '118.5',
      payoutFee: 0,
      hours: { least: 1, most: 24 },
      source: 'said-to-us',
      seenOn,
    })
    return give('bopha', 'CheckTransferPrice', '2026-03-01', { priceId, how: 'official-page' })
  }
  const book = () => ({ prices: network.prices.values(), goodForDays: 180 })
  for (const [called, seenOn] of [
    ['Quick Rice', '2026-02-20'],
    ['Golden Wire', '2026-02-20'],
    ['Slow Boat', '2026-02-25'],
  ] as const)
    expect(price(called, seenOn)).toBe('recorded')
  expect(price('Quick Rice', '2026-02-10', 'an older one')).toBe('recorded')
  const names = (some: readonly { readonly called: string }[]) => some.map((one) => one.called)
  expect(names(allPrices(book(), '2026-03-01'))).toEqual([
    'Slow Boat',
    'Quick Rice',
    'Golden Wire',
    'Quick Rice',
  ])
  expect(names(pricesShown(book(), '2026-03-01'))).toEqual([
    'Slow Boat',
    'Quick Rice',
    'Golden Wire',
  ])
  const isOld = (today: string) => pricesShown(book(), today).map(({ isStale }) => isStale)
  expect(isOld('2026-03-06')).toEqual([false, false, false])
  expect(isOld('2026-03-07')).toEqual([false, true, true])
})

test('a road is shown once two stand behind it, and is unknown again when nobody has looked for long', () => {
  const { propose, check, shown, ceiling } = life()
  expect(propose()).toBe('recorded')
  check('ann')
  expect(shown('2026-02-02')).toEqual([])
  check('bopha')
  expect(shown('2026-02-02')).toEqual([['TH', 'agency', 'restricted']])
  expect(ceiling('2026-02-02')).toBe(600_000)
  expect(ceiling('2026-02-02', 'training')).toBe(0)
  expect(shown('2026-08-01')).toEqual([['TH', 'agency', 'unknown']])
  expect(ceiling('2026-08-01')).toBeUndefined()
})

test('of two that say something of one road the one with the later source is shown', () => {
  const { give, propose, check, shown } = life()
  const newer = idOf('closed')
  propose()
  check('bopha')
  propose({ routeId: newer, state: 'suspended', seenOn: '2026-01-31' })
  expect(shown('2026-02-02')).toEqual([['TH', 'agency', 'restricted']])
  check('bopha', newer)
  expect(shown('2026-02-02')).toEqual([['TH', 'agency', 'suspended']])
  const out = { routeId: newer, why: 'wrong' }
  expect(give('ann', 'WithdrawRoute', '2026-02-03', { ...out, approvedBy: idOf('nobody') })).toBe(
    'not-of-the-deciding-staff',
  )
  give('rith', 'WithdrawRoute', '2026-02-03', out)
  expect(shown('2026-02-03')).toEqual([['TH', 'agency', 'restricted']])
})

test.each([
  ['the cost of a legal road from hearsay', { source: 'said-to-us' }, 'source-not-official'],
  ['a road to where people live', { country: 'KH' }, 'road-leads-nowhere'],
  [
    'weeks that end before they begin',
    { weeks: { least: 9, most: 3 } },
    'weeks-out-of-range /weeks/most',
  ],
  [
    'a cost without a heading',
    { costs: [{ item: 'gift', amount: 5 }] },
    'cost-unknown /costs/0/item',
  ],
])('%s is refused', (_, more, code) => {
  expect(life().propose(more)).toBe(code)
})
