import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import type { SavingsLine } from '#domain/savings/account.ts'
import { isHeld, poolOf } from '#domain/savings/saving.ts'
import type { Liquidity } from '#domain/savings/queue.ts'
import { type ShareOutTerms, shareOutPlan, surplusParts } from '#domain/savings/share-out.ts'

const bought = (on: string, shares: number): SavingsLine => ({
  id: `${on} ${shares}`,
  type: 'SharesBought',
  on,
  amount: shares * 5_000,
  shares,
  shareValue: 5_000,
})
const freely = (on: string, amount: number): SavingsLine => ({
  id: `free ${on}`,
  type: 'SavingsDeposited',
  on,
  amount,
})

type Told = Omit<Partial<ShareOutTerms>, 'liquidity' | 'asked' | 'state'> & {
  readonly state?: Readonly<Record<string, readonly SavingsLine[]>>
  readonly cash?: number
  readonly liquidity?: Partial<Liquidity>
  readonly asked?: Readonly<Record<string, number>>
}

/** m1 has twenty shares, m2 ten, from January on; it is December, and a fifth must stay in cash. */
const both = { m1: [bought('2025-01-20', 20)], m2: [bought('2025-01-20', 10)] }
const plan = ({ state = both, cash = 150_000, liquidity, asked = {}, ...more }: Told = {}) => {
  const savings = Object.values(state).flat()
  const saved = savings.reduce((sum, { amount }) => sum + amount, 0)
  return shareOutPlan({
    charter: defaultCharter,
    state: new Map(Object.entries(state)),
    cycleEnds: [],
    from: '2025-01-01',
    on: '2025-12-31',
    pool: 0,
    payOut: 'shares-and-parts',
    liquidity: {
      atHand: { cash, earmarked: 0, savings: saved },
      coming: [],
      ahead: 0,
      ...liquidity,
    },
    asked: new Map(Object.entries(asked)),
    ...more,
  })
}
/** What each gets now, and what waits. */
const handed = (told: Told = {}) =>
  Object.fromEntries(
    plan(told).rows.map(({ memberId, payNow, queued }) => [memberId, [payNow, queued]]),
  )

test('where the cash is enough for all, each gets the own shares at once and nothing waits', () => {
  const told = plan()
  expect(told.rows.map(({ memberId, payNow, queued }) => [memberId, payNow, queued])).toEqual([
    ['m1', 100_000, 0],
    ['m2', 50_000, 0],
  ])
  expect([told.expectedOn, told.why]).toEqual([undefined, undefined])
})

test('a riel less, and each gets as many notes as the own part of what is wanted', () => {
  // 149,900 in notes: 999.33 and 499.67 of them.
  expect(handed({ cash: 149_999 })).toEqual({ m1: [99_900, 100], m2: [50_000, 0] })
})

test('an odd sum that is just there is paid to the riel; a riel less, and notes are', () => {
  const one = (ahead: number) => handed({ asked: { m1: 1 }, liquidity: { ahead } })
  expect(one(1)).toEqual({ m1: [99_999, 0], m2: [50_000, 0] })
  expect(one(2)).toEqual({ m1: [99_900, 99], m2: [50_000, 0] })
})

test('a day and a reason stand with a share-out of which something waits, and with no other', () => {
  const said = ({ expectedOn, why }: ReturnType<typeof plan>) => [expectedOn, why]
  expect(said(plan({ cash: 149_999 }))).toEqual(['2027-12-20', 'not-before-loans-return'])
  expect(said(plan({ payOut: 'nothing', liquidity: { ahead: 200_000 } }))).toEqual([
    undefined,
    undefined,
  ])
})

test('what others asked for before is not there for a share-out', () => {
  const ahead = (sum: number) => handed({ liquidity: { ahead: sum } })
  expect(ahead(30_000)).toEqual({ m1: [80_000, 20_000], m2: [40_000, 10_000] })
  expect(ahead(150_000)).toEqual({ m1: [0, 100_000], m2: [0, 50_000] })
  expect(ahead(200_000)).toEqual({ m1: [0, 100_000], m2: [0, 50_000] })
  const told = plan({ liquidity: { ahead: 30_000 } })
  expect([told.expectedOn, told.why]).toEqual(['2027-12-20', 'others-asked-first'])
})

test('what a member asked for already is handed out there, not once more in the share-out', () => {
  expect(handed({ asked: { m1: 40_000 } })).toEqual({ m1: [60_000, 0], m2: [50_000, 0] })
  expect(handed({ asked: { m1: 100_000 } })).toMatchObject({ m1: [0, 0] })
  expect(handed({ asked: { m1: 130_000 } })).toMatchObject({ m1: [0, 0], m2: [50_000, 0] })
  // Of what is free besides, the asking takes first.
  const rich = { ...both, m1: [...both.m1, freely('2025-02-20', 30_000)] }
  expect(handed({ state: rich, cash: 180_000, asked: { m1: 30_000 } })).toMatchObject({
    m1: [100_000, 0],
  })
  expect(handed({ state: rich, cash: 180_000, asked: { m1: 30_100 } })).toMatchObject({
    m1: [99_900, 0],
  })
})

test('parts that are saved now must be backed by cash like all savings', () => {
  // 60,000 of parts beside 150,000 saved: with 90,000 in cash 60,000 can go, and a fifth of the rest stays.
  const parts = { pool: 100_000, payOut: 'parts' } as const
  expect(handed({ ...parts, cash: 90_000 })).toEqual({ m1: [40_000, 0], m2: [20_000, 0] })
  expect(handed({ ...parts, cash: 89_999 })).toEqual({ m1: [39_900, 100], m2: [20_000, 0] })
})

test('nothing, the parts alone, or the shares as well are handed out, as the meeting says', () => {
  const pool = { pool: 100_000, cash: 1_000_000 }
  expect(handed({ ...pool, payOut: 'nothing' })).toEqual({ m1: [0, 0], m2: [0, 0] })
  expect(handed({ ...pool, payOut: 'parts' })).toEqual({ m1: [40_000, 0], m2: [20_000, 0] })
  expect(handed(pool)).toEqual({ m1: [140_000, 0], m2: [70_000, 0] })
})

test('free savings are no part of a share-out, and who has nothing in it does not stand in it', () => {
  const state = { ...both, m3: [freely('2025-02-20', 30_000)], m0: [bought('2025-12-30', 1)] }
  const told = plan({ state, cash: 400_000, payOut: 'nothing', pool: 100_000 })
  expect(
    told.rows.map(({ memberId, shares, shareMonths }) => [memberId, shares, shareMonths]),
  ).toEqual([
    ['m0', 1, 0],
    ['m1', 20, 240],
    ['m2', 10, 120],
  ])
})

test('who gave the shares back before has a part of the months in which they stood', () => {
  const gone = [
    bought('2025-01-20', 2),
    { ...freely('2025-03-20', -10_000), type: 'SavingsWithdrawn' },
  ]
  const told = plan({ state: { m1: gone }, pool: 100_000, payOut: 'parts', cash: 500_000 })
  // January and February; on the day they were given back they stand no more.
  expect(told.rows).toEqual([
    { memberId: 'm1', shares: 0, shareMonths: 4, part: 60_000, payNow: 60_000, queued: 0 },
  ])
})

test('shares count on each meeting day after the first day, through the day itself', () => {
  const months = (from: string, on: string, day = '2025-03-20') =>
    plan({ state: { m1: [bought(day, 1)] }, from, on }).rows[0]?.shareMonths
  expect(months('2025-03-19', '2025-05-19')).toBe(2)
  expect(months('2025-03-19', '2025-05-20')).toBe(3)
  expect(months('2025-03-20', '2025-05-20')).toBe(2)
  expect(months('2025-03-19', '2025-05-20', '2025-03-21')).toBe(2)
})

test('members’ part and running costs go down to notes, and the reserve takes the rest', () => {
  const of = (pool: number) => {
    const { members, runningCosts, reserve } = surplusParts(defaultCharter, pool)
    return [members, runningCosts, reserve]
  }
  expect(of(1_000)).toEqual([600, 100, 300])
  expect(of(999)).toEqual([500, 0, 499])
  expect(of(166)).toEqual([0, 0, 166])
  expect(of(167)).toEqual([100, 0, 67])
  expect(of(0)).toEqual([0, 0, 0])
  const savingsRules = {
    surplus: { membersPercent: 33, reservePercent: 34, runningCostsPercent: 33 },
  }
  expect(surplusParts({ ...defaultCharter, savingsRules }, 1_000_000)).toEqual({
    pool: 1_000_000,
    members: 330_000,
    runningCosts: 330_000,
    reserve: 340_000,
  })
})

test('a surplus is held above a fifth of the loans at risk, and not at a fifth', () => {
  const of = (atRisk: number, owed: number) =>
    isHeld({
      currency: 'KHR',
      surplus: 1,
      setAside: 0,
      risk: { owed, atRisk },
      lastOn: undefined,
    })
  expect([199_999, 200_000, 200_001].map((atRisk) => of(atRisk, 1_000_000))).toEqual([
    false,
    false,
    true,
  ])
  expect(of(0, 0)).toBe(false)
})

test('a pool is the surplus and what was set aside, and a loss leaves none', () => {
  const of = (surplus: number, setAside: number) =>
    poolOf({ currency: 'KHR', surplus, setAside, risk: { owed: 0, atRisk: 0 }, lastOn: undefined })
  expect([of(900, 100), of(0, 100), of(-99, 100), of(-100, 100), of(-101, 100)]).toEqual([
    1_000, 100, 1, 0, 0,
  ])
})
