import { expect, test } from 'vitest'
import { earnedBackOf } from '#domain/statistics/earned-back.ts'

/** What is told of the bands for Thailand: nothing, to one month, to three, more. */
const told = (...bands: readonly (number | null)[]) => ({
  cells: ['nothing', 'to-1', 'to-3', 'over-3'].map((cost, i) => ({
    at: { corridor: 'TH', cost },
    people: bands[i]!,
  })),
})

test('what leaving cost the middle worker comes back after as many months of pay, and thrice as many where a third is put aside', () => {
  expect(earnedBackOf(told(10, 20, 60, 10), 'TH')).toEqual({
    people: 100,
    ofAllPay: { from: 1, to: 3 },
    ofOnePart: { from: 3, to: 9 },
  })
  expect(earnedBackOf(told(10, 60, 20, 10), 'TH')).toMatchObject({
    ofAllPay: { from: 0, to: 1 },
    ofOnePart: { from: 0, to: 3 },
  })
})

test('whose middle paid more than three months has no end that anybody knows, and whose middle paid nothing begins with a gain', () => {
  expect(earnedBackOf(told(10, 10, 10, 60), 'TH')).toMatchObject({
    ofOnePart: { from: 9, to: undefined },
  })
  expect(earnedBackOf(told(60, 10, 10, 10), 'TH')).toMatchObject({
    ofAllPay: { from: 0, to: 0 },
    ofOnePart: { from: 0, to: 0 },
  })
})

test('where one band is hidden, or nothing is told of a country, no months are told', () => {
  expect(earnedBackOf(told(10, null, 60, 10), 'TH')).toBeUndefined()
  expect(earnedBackOf(told(10, 20, 60, 10), 'MY')).toBeUndefined()
})
