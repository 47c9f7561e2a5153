import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feeOf, lostOfAll, receivedOf, rielFor } from '#domain/remittances/quote.ts'
import { referenceFrom } from '#domain/remittances/reference.ts'
import {
  type Sent,
  cameOf,
  isOverdue,
  matchedSent,
  promisedOf,
  worthOf,
} from '#domain/remittances/sent.ts'
import { splitOf } from '#domain/remittances/split.ts'
import { sha256 } from '#infra/system/system.ts'

const reference = (whose: string): string => referenceFrom(sha256(whose))

/**
 * Counted by hand. Somebody in Thailand pays 5,000.00 baht, of which 100.00 are the fee; the rate told at 14:30 is 118.5 riel
 * for a baht, the one between banks 120.25.
 *   was to arrive  (5,000.00 - 100.00) x 118.5                      = 580,650 riel
 *   was worth       5,000.00 x 120.25                               = 601,250 riel
 *   arrived                                                           575,650 riel
 *   lost on the way 580,650 - 575,650                               =   5,000 riel
 *   cost in all    (601,250 - 575,650) / 601,250                    = 4.2578… %, 4.26 %
 * School gets 50,000 each time; of 525,650 that are left loan, home and savings have 3, 2 and 2 shares of 7:
 *   75,092 6/7 a share: 225,278 4/7, 150,185 5/7, 150,185 5/7; two riel are left, for home and savings.
 */
const sent: Sent = {
  sentId: 's1',
  on: '2026-03-02',
  channel: 'money-transfer',
  currency: 'THB',
  paid: 500_000,
  fee: 10_000,
  rate: '118.5',
  quotedOn: '2026-03-02',
  quotedAt: '14:30',
  midRate: '120.25',
}
const arrived = 575_650

test('sum, fee, rate, split and what was lost come out to the riel', () => {
  expect(promisedOf(sent)).toBe(580_650)
  expect(worthOf(sent)).toBe(601_250)
  expect(cameOf(sent, arrived)).toEqual({
    promised: 580_650,
    arrived: 575_650,
    lost: 5000,
    cost: 426,
  })
  const rule = [
    { use: 'school', reference: reference('her son'), fixed: 50_000 },
    { use: 'loan', reference: reference('her loan'), shares: 3 },
    { use: 'home', reference: reference('her mother'), shares: 2 },
    { use: 'savings', reference: reference('herself'), shares: 2 },
  ] as const
  expect(splitOf(arrived, rule)).toEqual([50_000, 225_278, 150_186, 150_186])
})

test('what a way asks is taken apart: a fee of each sending and in per cent, a rate, and what is taken at the other end', () => {
  const price = { fee: 4000, feePercent: '1.5', rate: '118.5', payoutFee: 2000 }
  // 40.00 and 1.5 % of 5,000.00 are 115.00; 4,885.00 x 118.5 are 578,872.5; a half riel is nobody's; 2,000 are taken there.
  expect(feeOf(500_000, price)).toBe(11_500)
  expect(receivedOf(500_000, price, 2)).toBe(576_872)
  expect(feeOf(3333, { fee: 0, feePercent: '1' })).toBe(34)
  expect(receivedOf(3000, price, 2)).toBe(0)
  expect(rielFor(1, '4050', 2)).toBe(40)
})

test('without a rate between banks the quote is all there is to count by', () => {
  const { midRate: _, ...told } = sent
  expect(worthOf(told)).toBe(592_500)
  // 592,500 less 575,650 are 16,850, which is 2.8438… %.
  expect(cameOf(told, arrived).cost).toBe(284)
  expect(lostOfAll(0, 5)).toBeUndefined()
  expect(cameOf(told, 600_000)).toMatchObject({ lost: 0, cost: -127 })
})

test('more that is paid never brings less', () => {
  const price = fc.record({
    fee: fc.nat(100_000),
    feePercent: fc.nat(10_000).map((n) => String(n / 100)),
    rate: fc.integer({ min: 1, max: 999_999 }).map((n) => String(n / 1000)),
    payoutFee: fc.nat(50_000),
  })
  fc.assert(
    fc.property(fc.nat(99_999_999), fc.nat(9999), price, (paid, more, one) => {
      expect(receivedOf(paid + more, one, 2)).toBeGreaterThanOrEqual(receivedOf(paid, one, 2))
    }),
  )
})

test('each arrival is of one sending, the nearest in sum after its day; what has not come is late after a week', () => {
  const other: Sent = { ...sent, sentId: 's2', on: '2026-03-05', paid: 250_000 }
  const [first, second] = [
    { on: '2026-03-08', amount: 284_400 },
    { on: '2026-03-06', amount: arrived },
  ]
  const found = matchedSent([other, sent], [first, second])
  expect(found.get('s1')).toBe(second)
  expect(found.get('s2')).toBe(first)
  expect(matchedSent([sent], [{ on: '2026-03-01', amount: 580_650 }]).size).toBe(0)
  // From its own day on, and through thirty days after it.
  const days = ['2026-03-01', '2026-03-02', '2026-04-01', '2026-04-02']
  const isIts = (on: string): boolean => matchedSent([sent], [{ on, amount: arrived }]).size === 1
  expect(days.map(isIts)).toEqual([false, true, true, false])
  expect(matchedSent([sent, { ...sent, sentId: 's3' }], [second]).size).toBe(1)
  // One arrival for two alike is of the older sending, whichever was written down first.
  const later = { ...sent, sentId: 's0', on: '2026-03-04' }
  for (const some of [
    [later, sent],
    [sent, later],
  ])
    expect([...matchedSent(some, [second]).keys()]).toEqual(['s1'])
  // Of two that are as near the earlier is its own, in whichever order they stand.
  const near = ['2026-03-08', '2026-03-04'].map((on) => ({ on, amount: arrived }))
  for (const some of [near, near.toReversed()])
    expect(matchedSent([sent], some).get('s1')?.on).toBe('2026-03-04')
  expect(isOverdue(sent, '2026-03-09')).toBe(false)
  expect(isOverdue(sent, '2026-03-10')).toBe(true)
})
