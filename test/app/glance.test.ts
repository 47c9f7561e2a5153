import { expect, test } from 'vitest'
import { dayIn, glanceOf, lastMonthEnds } from '#src/app/network/home.ts'
import { glanceOn } from '#src/app/household/kept-glance.ts'
import { fundId, smallNetwork } from '#test/support/small-network.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paid,
  paidOut,
  relieved,
  storyOf,
} from '#test/support/village.ts'

const free = { rateMonthlyPercent: { normal: '0', seasonal: '0', emergency: '0' } }
const lent = (loanId: string, memberId: string, principal: number): StoryCommand =>
  paidOut({ on: '2025-01-20', principal, months: 10, loanId, memberId })
const deposit = (effectiveOn: string, amount: number): StoryCommand => ({
  type: 'RecordDeposit',
  memberId: 'm1',
  effectiveOn,
  amount,
})
const bookWith = (told: readonly StoryCommand[], on = '2025-01-01') =>
  fundBookOf(
    storyOf([
      founded({ charter: free, opening: { cash: 1_000_000, reserve: 1_000_000 }, on }),
      ...['m1', 'm2', 'm3'].map((memberId) => ({ ...admitted(memberId), effectiveOn: on })),
      ...told,
    ]),
  )

test('a fund at a glance is its cash, its savings and its loans, the late ones and those put off apart', () => {
  const book = bookWith([
    deposit('2025-01-20', 40_000),
    lent('l1', 'm1', 100_000),
    lent('l2', 'm2', 50_000),
    lent('l3', 'm3', 30_000),
    paid('2025-02-20', 10_000, 'l1'),
    paid('2025-02-20', 30_000, 'l3'),
    relieved('2025-02-01', { from: '2025-02-01', to: '2025-04-30' }, { loanIds: ['l2'] }),
  ])
  const on = (day: string) => {
    const { months: _, ...glance } = glanceOf(book, day)
    return glance
  }
  expect(on('2025-03-20')).toEqual({
    currency: 'KHR',
    asOf: '2025-03-20',
    cash: 900_000,
    savings: 40_000,
    loansOut: 140_000,
    loansOutCount: 2,
    overdue: 0,
    overdueCount: 0,
    underRelief: 50_000,
    underReliefCount: 1,
    nextMeeting: '2025-03-20',
  })
  expect(on('2025-03-21')).toMatchObject({
    overdue: 90_000,
    overdueCount: 1,
    nextMeeting: '2025-04-20',
  })
  expect(on('2025-02-19')).toMatchObject({ loansOutCount: 3, loansOut: 180_000 })
})

test('the months behind it are the last twelve, the newest up to the day, and none from before the book', () => {
  const book = bookWith([deposit('2025-03-20', 5_000)])
  const ends = (asOf: string) => lastMonthEnds(book, asOf).map(({ month, on }) => `${month} ${on}`)
  expect(ends('2025-02-10')).toEqual(['2025-01 2025-01-31', '2025-02 2025-02-10'])
  expect(ends('2025-02-28')).toEqual(['2025-01 2025-01-31', '2025-02 2025-02-28'])
  const year = ends('2026-01-31')
  expect(year).toHaveLength(12)
  expect([year[0], year.at(-1)]).toEqual(['2025-02 2025-02-28', '2026-01 2026-01-31'])
  expect(lastMonthEnds(book, '2025-04-01').map(({ savings }) => savings)).toEqual([
    0, 0, 5_000, 5_000,
  ])
  // A book that was opened on the last of a month has nothing to show of that month.
  expect(lastMonthEnds(bookWith([], '2025-01-31'), '2025-02-10').map(({ month }) => month)).toEqual(
    ['2025-02'],
  )
  expect(glanceOf(book, '2025-02-10').months).toEqual([
    { month: '2025-01', cash: 1_000_000, savings: 0, loansOut: 0 },
    { month: '2025-02', cash: 1_000_000, savings: 0, loansOut: 0 },
  ])
})

test('an instant has the day of where the fund lives', () => {
  expect(dayIn('2025-03-01T16:59:59.999Z', 'Asia/Phnom_Penh')).toBe('2025-03-01')
  expect(dayIn('2025-03-01T17:00:00.000Z', 'Asia/Phnom_Penh')).toBe('2025-03-02')
})

test('a glance is counted anew when the journal has grown or the day has turned, and not otherwise', async () => {
  const { kept, entered } = await smallNetwork()
  const glance = (of: string, day: string) => glanceOn(kept, of, day)
  const first = (await glance(fundId, '2025-03-01'))!
  expect(await glance(fundId, '2025-03-01')).toBe(first)
  const turned = (await glance(fundId, '2025-03-02'))!
  expect(turned).not.toBe(first)
  expect(turned.glance.asOf).toBe('2025-03-02')
  expect(turned.charter.shareValue).toBe(5_000)
  await entered([deposit('2025-02-01', 7_000)])
  const grown = (await glance(fundId, '2025-03-02'))!
  expect([turned.glance.savings, grown.glance.savings]).toEqual([0, 7_000])
  expect(await glance(fundId, '2025-03-02')).toBe(grown)
  // Another fund is not told what this one has.
  expect(await glance('another', '2025-03-02')).toBeUndefined()
  expect((await glance(fundId, '2025-03-02'))!.glance).toEqual(grown.glance)
})

test('before a book begins it is looked at as it was on its first day', async () => {
  const { kept } = await smallNetwork()
  const asOf = async (today: string) => (await glanceOn(kept, fundId, today))!.glance.asOf
  expect(await asOf('2024-12-31')).toBe('2025-01-01')
  expect(await asOf('2025-01-01')).toBe('2025-01-01')
  expect(await asOf('2025-01-02')).toBe('2025-01-02')
})
