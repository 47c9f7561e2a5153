import { expect, test } from 'vitest'
import { type SmallBook, smallBook, soundBook, wrongIn } from '#test/support/small-book.ts'

const charterOf = async (fund: SmallBook['fund']) =>
  (await soundBook(smallBook({ fund }))).fund.charter
const held = (days: readonly string[], fund: SmallBook['fund'] = { meetings: undefined }) =>
  smallBook({ fund, cash_book: days.map((meeting_date) => ({ meeting_date })) })
const dayOf = async (...of: Parameters<typeof held>) =>
  (await soundBook(held(...of))).fund.charter.meetingDay

test.each([
  ['on the 1st', 1],
  ['on the 31st, or the last day', 31],
  ['ថ្ងៃទី ២០', 20],
  // No month has such a day: the days of the meetings are asked.
  ['on the 32nd', 5],
  ['on day 0', 5],
  ['at full moon', 5],
])('meetings %s are on the day %i', async (meetings, day) => {
  expect(await dayOf(['2025-01-05'], { meetings })).toBe(day)
})

test('where no day is named it is the one on which most meetings were held, of two the later one', async () => {
  expect(await dayOf(['2025-01-20', '2025-02-20', '2025-03-21'])).toBe(20)
  expect(await dayOf(['2025-01-20', '2025-02-21', '2025-03-21'])).toBe(21)
  expect(await dayOf(['2025-01-20', '2025-02-21'])).toBe(21)
  expect(await dayOf(['2025-01-21', '2025-02-20'])).toBe(21)
  expect(await wrongIn(held([]))).toEqual(['fund.json - meetings meeting-day-unknown'])
})

test('the book begins on the day that it names, else in January of its first meeting', async () => {
  const begins = async (files: Parameters<typeof soundBook>[0]) => (await soundBook(files)).openedOn
  expect(await begins(held(['2025-03-20', '2024-12-20'], {}))).toBe('2024-01-01')
  expect(await begins(held(['2025-03-20'], { opened_on: '២០២៤-07-01' }))).toBe('2024-07-01')
  const sheet = { meeting_date: '2023-05-20' }
  expect(await begins(smallBook({ cash_book: [], meeting_sheet: [sheet] }))).toBe('2023-01-01')
  // One line of the sheet does not move the day on which the cash book begins.
  expect(await wrongIn(smallBook({ meeting_sheet: [sheet] }))).toEqual([
    'meeting_sheet.csv 2 meeting_date before-opening',
  ])
  expect(await begins(held([], { opened_on: '2025-01-01' }))).toBe('2025-01-01')
  expect(await wrongIn(held([], {}))).toEqual(['cash_book.csv - - year-unknown'])
})

test('a step is the first number of the words, and a step of zero or none is the smallest note', async () => {
  const steps = async (fund: SmallBook['fund']) => {
    const { interestStep, instalmentStep, provisioning, ceiling } = await charterOf(fund)
    return [interestStep, instalmentStep, provisioning.step, ceiling.savingsMultiple]
  }
  const table = [{ to_days: null, name: 'all', percent: 1 }]
  expect(
    await steps({
      interest_rounding: 'down to 500 of 1000',
      instalment_principal: 'to ១០០០',
      provisioning: { rounding: '1 riel', table },
      ceiling: '4 x savings',
    }),
  ).toEqual([500, 1000, 1, 4])
  const none = { interest_rounding: 'to 0', instalment_principal: 'as before', ceiling: '0' }
  expect(await steps({ ...none, provisioning: { rounding: '-', table } })).toEqual([
    100, 100, 100, 3,
  ])
  expect(await steps({ currency: 'THB', share_value: '40' })).toEqual([25, 25, 25, 3])
})

test('a step and a fine of another currency are dollars or baht, or the small coins that are named', async () => {
  const of = async (currency: string, interest_rounding: string) => {
    const { interestStep, absenceFine } = await charterOf({ currency, interest_rounding })
    return [interestStep, absenceFine]
  }
  for (const [currency, words, step, fine] of [
    ['USD', 'down to 1 dollar each month', 100, 25],
    ['KHR', 'down to 1,000 riel each month', 1000, 1000],
    ['USD', 'down to 0.25', 25, 25],
    ['USD', 'down to 25 cents', 25, 25],
    ['THB', 'down to ១០ baht', 1000, 800],
    ['THB', 'to 25 satang', 25, 800],
    ['KHR', 'down to 100 riel', 100, 1000],
    ['VND', 'down to 1000', 1000, 6000],
  ] as const)
    expect([words, ...(await of(currency, words))]).toEqual([words, step, fine])
})

test('ceilings of another currency are multiples of a share, and those of riel are the usual ones', async () => {
  const sums = async (fund: SmallBook['fund']) => {
    const { ceiling, boxMax, shareValue, absenceFine } = await charterOf(fund)
    const { amountMax, emergencyMax, papersMax, enterpriseMax } = ceiling
    return [shareValue, amountMax, emergencyMax, boxMax, absenceFine, papersMax, enterpriseMax]
  }
  expect(await sums({})).toEqual([5000, 1_500_000, 200_000, 2_000_000, 1000, 500_000, 600_000])
  expect(await sums({ currency: 'USD', share_value: '1.25', fine_absent: '0.25' })).toEqual([
    125, 37_500, 5_000, 50_000, 25, 12_500, 15_000,
  ])
  expect((await sums({ fine_absent: 0 }))[4]).toBe(0)
})

test('nothing is set aside on relief unless the file says so', async () => {
  const table = [
    { to_days: '30', name: 'first', percent: 2.5 },
    { to_days: null, name: 'rest', percent: '100' },
  ]
  expect((await charterOf({ provisioning: { table } })).provisioning).toMatchObject({
    classes: [
      { toDays: 30, name: 'first', percent: '2.5' },
      { toDays: null, name: 'rest', percent: '100' },
    ],
    reliefExtraPercent: '0',
  })
  const more = { provisioning: { table, relief_extra_percent: 5 } }
  expect((await charterOf(more)).provisioning.reliefExtraPercent).toBe('5')
})

const opening = (sums: Readonly<Record<string, number | string>>) =>
  wrongIn(smallBook({ opening: sums }))

test('what the fund has is what it owes and owns, to the riel, and only the reserve may be below zero', async () => {
  const restricted = { restricted_migration: 20, social: 3 }
  expect(await opening({ cash: 33, reserve: 10, ...restricted })).toEqual([])
  expect(await opening({ cash: 13, reserve: '-10', ...restricted })).toEqual([])
  expect(await opening({ cash: 33, provision: 0, reserve: 9, ...restricted })).toEqual([
    'fund.json - opening opening-not-balanced',
  ])
  expect(await opening({ cash: 35, provision: 2, reserve: 10, ...restricted })).toEqual([])
  expect(await opening({ cash: '-1', reserve: '-1' })).toEqual([
    'fund.json - opening.cash amount-negative',
  ])
  expect(await opening({ reserve: '-1.5' })).toEqual([
    'fund.json - opening.reserve amount-not-whole',
  ])
  expect(await opening({ reserve: '--1' })).toEqual([
    'fund.json - opening.reserve amount-not-a-number',
  ])
})

test('a number may be written as a text, with spaces beside it', async () => {
  const { households, shareValue, rateMonthlyPercent } = await charterOf({
    households: ' 60 ',
    share_value: '៥០០០ ',
    interest_monthly_percent: { normal: ' 1.5', seasonal: '1.5', emergency: '0' },
  })
  expect([households, shareValue, rateMonthlyPercent.normal]).toEqual([60, 5000, '1.5'])
})

test('a value of the fund that cannot hold is told by its field', async () => {
  const wrong = (fund: SmallBook['fund']) => wrongIn(smallBook({ fund }))
  expect(await wrong({ shares_per_meeting: [6, 5] })).toEqual([
    'fund.json - shares_per_meeting fund-value',
  ])
  // What is wrong lies within the field: one of the two counts, or one class of the table.
  expect(await wrong({ shares_per_meeting: [1, 10_001] })).toEqual([
    'fund.json - shares_per_meeting fund-value',
  ])
  const table = [
    { to_days: 10_001, name: 'late', percent: 1 },
    { to_days: null, name: 'rest', percent: 2 },
  ]
  expect(await wrong({ provisioning: { table } })).toEqual([
    'fund.json - provisioning.table fund-value',
  ])
  expect(await wrong({ share_value: 0 })).toEqual(['fund.json - share_value fund-value'])
  expect(await wrong({ households: 10_001 })).toEqual(['fund.json - households fund-value'])
  expect(await wrong({ currency: 'EUR' })).toEqual(['fund.json - currency fund-value'])
  expect(
    await wrong({ interest_monthly_percent: { normal: '101', seasonal: '0', emergency: '0' } }),
  ).toEqual(['fund.json - interest_monthly_percent fund-value'])
})

test("a village's code keeps its zeros, and has eight digits", async () => {
  const code = async (village_code: unknown) =>
    (await soundBook(smallBook({ fund: { village_code } }))).fund.villageCode
  expect(await code(1020304)).toBe('01020304')
  expect(await code('99999901')).toBe('99999901')
  expect(await wrongIn(smallBook({ fund: { village_code: '123456789' } }))).toEqual([
    'fund.json - village_code fund-value',
  ])
})
