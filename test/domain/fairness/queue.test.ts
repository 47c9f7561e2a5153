import fc from 'fast-check'
import { expect, test } from 'vitest'
import { queueOf } from '#domain/fairness/queue.ts'

type Waiting = Parameters<typeof queueOf>[0][number]

const request = (
  loanId: string,
  more: Partial<Waiting['asked']> & { on?: string; povertyLevel?: 1 | 2 } = {},
): Waiting => {
  const { on = '2026-01-20', povertyLevel, ...asked } = more
  return {
    loanId,
    requestedOn: on,
    povertyLevel,
    asked: {
      loanId,
      memberId: `m-${loanId}`,
      product: 'normal',
      principal: 500_000,
      months: 10,
      purpose: 'farm',
      ...asked,
    },
  }
}

test('need comes first, then waiting, then the smaller sum, and each says why', () => {
  const queue = queueOf([
    request('large', { principal: 900_000 }),
    request('small', { principal: 100_000 }),
    request('early', { on: '2025-12-20', principal: 900_000 }),
    request('poor', { povertyLevel: 2 }),
    request('poorest', { povertyLevel: 1 }),
    request('freed', { purpose: 'buy-out' }),
    request('ill', { product: 'emergency' }),
  ])
  expect(queue.map(({ loanId, reasons }) => [loanId, ...reasons])).toEqual([
    ['ill', 'emergency'],
    ['freed', 'buy-out-of-a-dear-debt'],
    ['poorest', 'poorest'],
    ['poor', 'poor'],
    ['early', 'waits-longest'],
    ['small', 'smaller'],
    ['large', 'waits-longest'],
  ])
  expect(queue.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

const waiting = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 12 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .record({
            on: fc.constantFrom('2025-12-20', '2026-01-20'),
            principal: fc.constantFrom(100_000, 200_000),
            povertyLevel: fc.constantFrom(1, 2, undefined),
            product: fc.constantFrom('normal', 'emergency' as const),
          })
          .map(({ povertyLevel, ...more }) =>
            request(String(id), { ...more, ...(povertyLevel ? { povertyLevel } : {}) } as never),
          ),
      ),
    ),
  )

test('the order in which requests were written down changes nothing', () => {
  fc.assert(
    fc.property(
      waiting.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        expect(queueOf(shuffled)).toEqual(queueOf(list))
      },
    ),
    { numRuns: 100 },
  )
})
