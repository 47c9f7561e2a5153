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

test('who asked on one day waits as long: the smaller sum comes first, and says so', () => {
  const told = (...those: Waiting[]) =>
    queueOf(those).map(({ loanId, reasons }) => [loanId, ...reasons])
  const [small, large] = [request('z', { principal: 100 }), request('a', { principal: 101 })]
  expect(told(large, small)).toEqual([
    ['z', 'smaller'],
    ['a', 'waits-longest'],
  ])
  const early = request('a', { principal: 101, on: '2026-01-19' })
  expect(told(small, early)).toEqual([
    ['a', 'waits-longest'],
    ['z', 'waits-longest'],
  ])
})

test('of two that are alike the first by its id comes first, and no reason is made up for it', () => {
  const [a, b] = [request('a'), request('b')]
  const told = queueOf([b, a]).map(({ loanId, place, reasons }) => [loanId, place, ...reasons])
  expect(told).toEqual([
    ['a', 1],
    ['b', 2, 'waits-longest'],
  ])
})

test('who is poorer comes first though others have waited longer and ask for less', () => {
  const told = queueOf([
    request('poor', { povertyLevel: 2, on: '2025-12-20', principal: 100 }),
    request('poorest', { povertyLevel: 1, on: '2026-01-20', principal: 900_000 }),
    request('ill', { povertyLevel: 2, product: 'emergency', on: '2026-01-21' }),
    request('freed', { povertyLevel: 1, purpose: 'buy-out', on: '2026-01-21' }),
  ])
  expect(told.map(({ loanId }) => loanId)).toEqual(['ill', 'freed', 'poorest', 'poor'])
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
