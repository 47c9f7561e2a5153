import { expect, test } from 'vitest'
import { type SavingsLine, boughtOn, heldOn, linesOf, withLoans } from '#domain/savings/account.ts'
import { allOfUs, reversed } from '#test/support/committee.ts'
import { nthSaved, savingAfter, savingStory } from '#test/support/saving-village.ts'
import { type StoryCommand, flagsOf, answerTo, paid, paidOut } from '#test/support/village.ts'

const line = (on: string, amount: number, more: Partial<SavingsLine> = {}): SavingsLine => ({
  id: `${on} ${amount}`,
  type: 'SavingsDeposited',
  on,
  amount,
  ...more,
})
const bought = (on: string, shares: number, shareValue = 5_000): SavingsLine =>
  line(on, shares * shareValue, { type: 'SharesBought', shares, shareValue })

test('savings of a day count from that day on', () => {
  const lines = [bought('2025-01-20', 2), line('2025-01-20', 300)]
  const at = (day: string) => heldOn(lines, day)
  expect(at('2025-01-19')).toEqual({ saved: 0, shares: 0, inShares: 0, free: 0 })
  for (const day of ['2025-01-20', '2025-01-21'])
    expect(at(day)).toEqual({ saved: 10_300, shares: 2, inShares: 10_000, free: 300 })
})

test('a share goes whole: a riel too little for it, and all of its price is free', () => {
  const after = (out: number) =>
    heldOn([bought('2025-01-20', 2), line('2025-02-20', -out)], '2025-02-20')
  expect(after(0)).toMatchObject({ shares: 2, free: 0 })
  expect(after(1)).toMatchObject({ shares: 1, free: 4_999 })
  expect(after(5_000)).toMatchObject({ shares: 1, free: 0 })
  expect(after(5_001)).toMatchObject({ shares: 0, free: 4_999 })
  expect(after(10_001)).toEqual({ saved: -1, shares: 0, inShares: 0, free: -1 })
})

test('of shares of two prices the last bought go first', () => {
  const lines = [bought('2025-01-20', 2), bought('2025-02-20', 2, 6_000)]
  const after = (out: number) => heldOn([...lines, line('2025-03-20', -out)], '2025-03-20')
  expect(after(6_000)).toMatchObject({ shares: 3, inShares: 16_000, free: 0 })
  expect(after(12_000)).toMatchObject({ shares: 2, inShares: 10_000, free: 0 })
  expect(after(12_001)).toMatchObject({ shares: 1, inShares: 5_000, free: 4_999 })
})

test('what is given out and saved on one day is one sum: no share goes for it', () => {
  const lines = [bought('2025-01-20', 2), line('2025-02-20', -8_000), line('2025-02-20', 8_000)]
  expect(heldOn(lines, '2025-02-20')).toMatchObject({ shares: 2, free: 0 })
  const later = [...lines.slice(0, 2), line('2025-02-21', 8_000)]
  expect(heldOn(later, '2025-02-21')).toMatchObject({ shares: 0, free: 10_000 })
})

test('the end of a cycle makes the shares free from its own day on, those of that day as well', () => {
  const lines = [bought('2025-01-20', 2), bought('2025-11-30', 1), bought('2025-12-01', 4)]
  const at = (day: string) => {
    const { shares, free } = heldOn(lines, day, ['2025-11-30'])
    return [shares, free]
  }
  expect(at('2025-11-29')).toEqual([2, 0])
  expect(at('2025-11-30')).toEqual([0, 15_000])
  expect(at('2025-12-01')).toEqual([4, 15_000])
  // A cycle that ends on a day on which nobody saved ends all the same.
  expect(heldOn(lines, '2025-12-31', ['2025-12-15'])).toMatchObject({ shares: 0, free: 35_000 })
})

test('shares of one meeting are those bought on its day, and none that an older book brought', () => {
  const lines = [
    bought('2025-01-19', 1),
    bought('2025-01-20', 2),
    bought('2025-01-20', 3),
    line('2025-01-20', 20_000, { type: 'SavingsTakenOver', shares: 4, shareValue: 5_000 }),
    bought('2025-01-21', 1),
  ]
  expect(boughtOn(lines, '2025-01-20')).toBe(5)
  expect(boughtOn(lines, '2025-01-18')).toBe(0)
})

test('an older book with less than the price of a share holds none, and with just that one', () => {
  const taken = (amount: number): StoryCommand => ({
    type: 'TakeOverSavings',
    effectiveOn: '2025-01-01',
    memberId: 'm1',
    amount,
  })
  const shares = (amount: number) =>
    heldOn(savingAfter([taken(amount)]).savings.get('m1')!, '2025-01-01')
  expect(shares(4_999)).toEqual({ saved: 4_999, shares: 0, inShares: 0, free: 4_999 })
  expect(shares(5_000)).toEqual({ saved: 5_000, shares: 1, inShares: 5_000, free: 0 })
  expect(shares(9_999)).toMatchObject({ shares: 1, free: 4_999 })
})

test('a line says how many whole shares it bought, and nothing of shares where it bought none', () => {
  const posting = (amount: number) => ({
    account: 'liability:savings:m1' as const,
    amount: -amount,
    currency: 'KHR' as const,
    on: '2025-01-20',
  })
  const of = (type: string, ...sums: readonly number[]) =>
    linesOf(sums.map(posting), { id: 'e', type, on: '2025-01-20' }, 5_000).get('m1')
  const told = { id: 'e', on: '2025-01-20' }
  expect(of('SavingsTakenOver', 12_300)).toEqual([
    { ...told, type: 'SavingsTakenOver', amount: 12_300, shares: 2, shareValue: 5_000 },
  ])
  expect(of('SavingsTakenOver', 4_999)).toEqual([
    { ...told, type: 'SavingsTakenOver', amount: 4_999 },
  ])
  expect(of('SavingsDeposited', 12_300)).toEqual([
    { ...told, type: 'SavingsDeposited', amount: 12_300 },
  ])
  expect(of('SharedOut', 300, -100)?.map(({ amount }) => amount)).toEqual([300, -100])
  expect(of('RepaymentRecorded', 300)).toBe(undefined)
})

test('what loans put into savings or took out of them are lines beside the own ones', () => {
  const state = new Map([['m1', [line('2025-01-20', 7_000)]]])
  const all = withLoans(state, [
    { memberId: 'm1', on: '2025-02-20', amount: -500 },
    { memberId: 'm2', on: '2025-02-20', amount: 300 },
  ])
  expect(heldOn(all.get('m1')!, '2025-02-20').saved).toBe(6_500)
  expect(heldOn(all.get('m1')!, '2025-02-19').saved).toBe(7_000)
  expect(heldOn(all.get('m2')!, '2025-02-20')).toMatchObject({ saved: 300, free: 300 })
  expect([...state.keys()]).toEqual(['m1'])
})

test('the only line of a member that is taken back is gone', () => {
  const deposit: StoryCommand = {
    type: 'RecordDeposit',
    effectiveOn: '2025-01-20',
    memberId: 'm1',
    amount: 7_000,
  }
  const { village } = savingStory([deposit, reversed(nthSaved(1), '2025-02-01')])
  expect(village.savings.get('m1')).toEqual([])
})

const buys = (shares: number): StoryCommand => ({
  type: 'BuyShares',
  effectiveOn: '2025-01-20',
  memberId: 'm1',
  shares,
})

test('a member takes out savings of any kind, free ones or shares, and what is left is counted', () => {
  const deposit: StoryCommand = {
    type: 'RecordDeposit',
    effectiveOn: '2025-01-20',
    memberId: 'm1',
    amount: 7_000,
  }
  const died: StoryCommand = { type: 'RecordDeath', effectiveOn: '2025-02-20', memberId: 'm1' }
  const toHeirs: StoryCommand = {
    type: 'RecordHeirsPayment',
    effectiveOn: '2025-03-20',
    memberId: 'm1',
    amount: 9_000,
    to: 'heirs',
    witnesses: ['m2', 'm3'],
  }
  const village = savingAfter([buys(2), deposit, died, toHeirs])
  expect(heldOn(village.savings.get('m1')!, '2025-03-20')).toEqual({
    saved: 8_000,
    shares: 1,
    inShares: 5_000,
    free: 3_000,
  })
})

test('interest on savings and a part of the surplus are free savings, and no shares', () => {
  const told: readonly StoryCommand[] = [
    buys(2),
    {
      type: 'RecordDeposit',
      effectiveOn: '2025-01-20',
      memberId: 'm1',
      amount: 100_000,
    },
    paidOut({ on: '2025-01-20', principal: 500_000, months: 10, memberId: 'm3' }),
    paid('2025-02-20', 57_500),
    {
      type: 'PayInterestOnSavings',
      effectiveOn: '2025-02-20',
      from: '2025-01-20',
      to: '2025-02-20',
      ratePercent: '10',
      bearer: 'free',
      ballot: allOfUs,
    },
    { type: 'ClosePeriod', effectiveOn: '2025-02-28' },
    {
      type: 'ShareOut',
      effectiveOn: '2025-03-20',
      isSurplusSplit: true,
      payOut: 'nothing',
      ballot: allOfUs,
    },
  ]
  const lines = savingAfter(told).savings.get('m1')!
  // 100,000 for 32 days at 10 % are 876: 800.
  expect(heldOn(lines, '2025-02-20')).toMatchObject({ shares: 2, free: 100_800 })
  // 7,500 of interest, less 800, less a provision of 1 % of 450,000: 2,200, of which 60 % in notes are 1,300.
  expect(heldOn(lines, '2025-03-20')).toMatchObject({ shares: 2, free: 102_100 })
})

test('shares above and below what a meeting allows are counted with what was bought that day before', () => {
  const village = savingAfter([buys(3)])
  const flags = (shares: number, effectiveOn = '2025-01-20') =>
    flagsOf(answerTo(village, { ...buys(shares), effectiveOn } as StoryCommand))
  expect(flags(2)).toEqual([])
  expect(flags(3)).toEqual(['more-shares-than-a-meeting-allows'])
  expect(flags(5, '2025-01-21')).toEqual([])
  expect(flags(6, '2025-01-21')).toEqual(['more-shares-than-a-meeting-allows'])
})
