import { expect, test } from 'vitest'
import type { CaseFile } from '#domain/cases/file.ts'
import { aboveCeiling, addCost, costDiary, strikeCost } from '#domain/cases/operations/costs.ts'
import {
  feeDraftOf,
  takeBackFee,
  tellOfFee,
  tellingsOf,
} from '#domain/cases/operations/fee-drafts.ts'
import { setPerson } from '#domain/cases/operations/person.ts'
import { feeBandOf } from '#domain/network/roads/costs.ts'
import {
  asked,
  codeOf,
  done,
  lastItem,
  talked,
  talkedWithChild,
} from '#test/domain/cases/case-file.ts'

const agency = 'b0000000-0000-8000-8000-000000000001'

const paid = (file: CaseFile, on: string, sum: number): CaseFile =>
  done(file, addCost, {
    heading: 'passport',
    sum,
    currency: 'KHR',
    on,
    paidBy: 'family',
    hasReceipt: false,
  })

const above = (file: CaseFile) =>
  aboveCeiling(costDiary(file)[0]!, (item) => (item === 'passport' ? 400_000 : undefined))[0]!

test.each([
  [400_001, 400_000, 'up-to-twice'],
  [800_000, 400_000, 'up-to-twice'],
  [800_001, 400_000, 'up-to-five-times'],
  [2_000_000, 400_000, 'up-to-five-times'],
  [2_000_001, 400_000, 'more'],
  [1, 0, 'not-allowed'],
])('a fee of %i where %i may be asked is told as a band: %s', (sum, allowed, band) => {
  expect(feeBandOf({ paid: sum, allowed })).toBe(band)
})

test('what would go out is agency, heading, band and the month of the last cost, and nothing else', () => {
  const first = paid(paid(talked(), '2026-09-28', 500_000), '2026-10-05', 400_000)
  expect(feeDraftOf(first, agency, above(first))).toEqual({
    partyId: agency,
    item: 'passport',
    band: 'up-to-five-times',
    month: '2026-10',
  })
  // A line that was a mistake says nothing of the month either.
  const struck = done(first, strikeCost, { item: lastItem(first, 'costs') })
  expect(feeDraftOf(struck, agency, above(struck))).toMatchObject({
    band: 'up-to-twice',
    month: '2026-09',
  })
})

test('it is told once under a heading, with a yes, and can be told anew where it was taken back', () => {
  const file = paid(talked(), '2026-10-05', 900_000)
  const yes = { heading: 'passport', isAgreed: true }
  expect(codeOf(asked(file, tellOfFee, { heading: 'passport' }))).toBe('word-unknown')
  const told = done(file, tellOfFee, yes)
  expect(tellingsOf(told)).toHaveLength(1)
  // The yes stands there, and neither the agency nor how much.
  expect(told.lists['tellings']!.map(({ value }) => value)).toEqual([yes])
  expect(codeOf(asked(told, tellOfFee, yes))).toBe('fee-told-already')
  const back = done(told, takeBackFee, { item: lastItem(told, 'tellings') })
  expect(tellingsOf(back)).toEqual([])
  expect(codeOf(asked(back, tellOfFee, yes))).toBe('recorded')
  expect(codeOf(asked(back, takeBackFee, { item: lastItem(back, 'tellings') }))).toBe(
    'fee-taken-back-already',
  )
})

test('for a child somebody says first why it is best, before anything is told', () => {
  const yes = { heading: 'passport', isAgreed: true }
  expect(codeOf(asked(paid(talkedWithChild(), '2026-10-05', 900_000), tellOfFee, yes))).toBe(
    'recorded',
  )
  const younger = done(paid(talked(), '2026-10-05', 900_000), setPerson, {
    ageBand: 'under-18',
    sex: 'woman',
    language: 'khmer',
  })
  expect(codeOf(asked(younger, tellOfFee, yes))).toBe('guardian-first')
})
