import { expect, test } from 'vitest'
import type { CaseFile } from '#domain/cases/file.ts'
import {
  aboveCeiling,
  addCost,
  costDiary,
  roadOf,
  strikeCost,
} from '#domain/cases/operations/costs.ts'
import { setFound, setJourney, setPromise } from '#domain/cases/operations/journey.ts'
import { breakEvens } from '#domain/network/roads/break-even.ts'
import { asked, codeOf, done, lastItem, talked } from '#test/domain/cases/case-file.ts'

const cost = (file: CaseFile, said: object): CaseFile =>
  done(file, addCost, {
    heading: 'passport',
    sum: 400_000,
    currency: 'KHR',
    on: '2026-10-05',
    paidBy: 'own-money',
    hasReceipt: true,
    ...said,
  })

const promise = {
  wage: 1_200_000,
  currency: 'KHR',
  job: 'factory',
  place: 'Rayong',
  deductions: 600_000,
  contract: 'own-language',
  seen: 0,
}

/** 2,400,000 riel of the own pocket, and 100,000 that the employer paid. */
const diary = (): CaseFile =>
  [
    { heading: 'agency-fee', sum: 1_400_000, paidBy: 'loan', hasReceipt: false },
    { heading: 'passport', sum: 400_000 },
    { heading: 'visa', sum: 350_000, paidBy: 'family' },
    { heading: 'visa', sum: 250_000 },
    { heading: 'medical', sum: 100_000, paidBy: 'employer' },
  ].reduce(cost, talked())

test('a diary is added up by the headings of the recruitment-cost indicator, and what the employer paid is none of the worker’s', () => {
  const [one, ...more] = costDiary(diary())
  expect(more).toEqual([])
  expect(one).toEqual({
    currency: 'KHR',
    costs: [
      { item: 'agency-fee', amount: 1_400_000 },
      { item: 'passport', amount: 400_000 },
      { item: 'medical', amount: 100_000 },
      { item: 'visa', amount: 600_000 },
    ],
    inAll: 2_500_000,
    own: 2_400_000,
  })
})

test('it is earned back by the wage that was promised, and by the one that was found once it is known', () => {
  const promised = done(diary(), setPromise, promise)
  const [{ earning } = { earning: undefined }] = costDiary(promised)
  expect(earning).toEqual({ cost: 2_400_000, wage: 1_200_000, living: 600_000 })
  // The worked example of the roads, by hand.
  expect(breakEvens(earning!).map(({ after }) => after)).toEqual([
    { months: 4, interest: 0 },
    { months: 5, interest: 61_820 },
    { months: 5, interest: 94_120 },
    { months: 6, interest: 822_380 },
  ])
  const found = done(promised, setFound, {
    wage: 900_000,
    currency: 'KHR',
    job: 'factory',
    place: 'Rayong',
    deductions: 660_000,
    hasContract: false,
    arePapersKept: true,
    seen: 0,
  })
  const [{ earning: real } = { earning: undefined }] = costDiary(found)
  expect(breakEvens(real!).at(-1)).toEqual({ payer: 'moneylender', after: 'never' })
})

test('two currencies are never added up, and a wage in another one earns nothing back', () => {
  const file = done(cost(diary(), { currency: 'USD', sum: 5_000 }), setPromise, {
    ...promise,
    currency: 'USD',
  })
  const [riel, dollars] = costDiary(file)
  expect(riel?.earning).toBeUndefined()
  expect(dollars).toMatchObject({ inAll: 5_000, earning: { cost: 5_000, wage: 1_200_000 } })
})

test('what was struck out counts no more, and a day to come is refused', () => {
  const file = cost(talked(), {})
  const item = lastItem(file, 'costs')
  const struck = done(file, strikeCost, { item, seen: 1 })
  expect(costDiary(struck)).toEqual([])
  expect(codeOf(asked(struck, strikeCost, { item, seen: 2 }))).toBe('line-already-struck')
  const tomorrow = { heading: 'visa', sum: 1, currency: 'KHR', on: '2199-01-01' }
  expect(codeOf(asked(file, addCost, { ...tomorrow, paidBy: 'family', hasReceipt: false }))).toBe(
    'day-to-come',
  )
})

test('what is above an authority’s word is told, and what nobody has said is held against nothing', () => {
  const [one] = costDiary(diary())
  const allowed = { 'agency-fee': 1_399_999, passport: 400_000, visa: 0 }
  expect(aboveCeiling(one!, (item) => allowed[item as keyof typeof allowed])).toEqual([
    { item: 'agency-fee', paid: 1_400_000, allowed: 1_399_999 },
    { item: 'visa', paid: 600_000, allowed: 0 },
  ])
})

test('a journey leads to a road where its way is one', () => {
  const journey = { country: 'TH', work: 'factory', currency: 'KHR', seen: 0 }
  const by = (channel: string) => roadOf(done(talked(), setJourney, { ...journey, channel }))
  expect(by('agency')).toEqual({ country: 'TH', way: 'agency' })
  expect(by('papers-only')).toEqual({ country: 'TH', way: undefined })
  expect(roadOf(talked())).toBeUndefined()
})
