import { expect, test } from 'vitest'
import type { FindingCode } from '#domain/health/finding.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { ofSilence } from '#test/support/of-silence.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  idOf,
  paid,
  paidOut,
  storyOf,
} from '#test/support/village.ts'

const keeper = 'keeper'
type By = { readonly by?: string }
type Written = StoryCommand & By

/** A fund that was brought in whole, and what its officers write down afterwards: the record-keeper, where nobody is named. */
const brought: readonly StoryCommand[] = [
  founded({ opening: { cash: 2_000_000, reserve: 2_000_000 } }),
  admitted('m1'),
  admitted('m2'),
  admitted('m3'),
  { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm1', amount: 400_000 },
]

/** What every one of these short tales tells of the fund itself. */
const ofTheTale: readonly FindingCode[] = ['takeover-not-settled', 'largest-borrower-high']

const found = (written: readonly Written[], asOf = '2025-12-31') => {
  const all = [...brought, ...written.map(({ by: _by, ...one }) => one as StoryCommand)]
  const by = (_: StoryCommand, i: number) =>
    i < brought.length ? 'importer' : (written[i - brought.length]!.by ?? keeper)
  const story = storyOf(all, undefined, by)
  return findingsOf(fundBookOf(story), asOf)
    .filter(({ code }) => ![...ofSilence, ...ofTheTale].includes(code))
    .map(({ code, found: sum, expected, subject }) => [code, sum, expected, subject.number])
}
const codes = (written: readonly Written[]): readonly unknown[] => [
  ...new Set(found(written).map(([code]) => code)),
]

const out = (amount: number, on = '2025-02-20', by?: string): Written =>
  ({
    type: 'RecordWithdrawal',
    effectiveOn: on,
    memberId: 'm1',
    amount,
    ...(by ? { by } : {}),
  }) as Written
const spent = (amount: number, on = '2025-02-20', by?: string): Written =>
  ({ type: 'RecordExpense', effectiveOn: on, amount, ...(by ? { by } : {}) }) as Written
const saved = (amount: number, on = '2025-02-20', memberId = 'm1'): Written =>
  ({ type: 'RecordDeposit', effectiveOn: on, memberId, amount }) as Written
const closed = (amount: number, on = '2025-02-20', written: object = {}): Written =>
  ({
    type: 'CloseMeeting',
    effectiveOn: on,
    count: { amount, isByNote: true },
    ...written,
  }) as Written
const there = (present: readonly string[], absent: readonly string[], on = '2025-02-20'): Written =>
  ({ type: 'RecordAttendance', effectiveOn: on, present, absent }) as Written

// The dearest that a meeting takes of shares: five of 5,000.
const limit = 25_000

test('one officer alone lets out as much for one meeting as its dearest shares cost, and no riel more', () => {
  expect(found([out(limit)])).toEqual([])
  expect(found([out(limit + 1)])).toEqual([['out-by-one-hand', limit + 1, limit, '99999901']])
  expect(found([out(limit), spent(1)])).toEqual([['out-by-one-hand', limit + 1, limit, '99999901']])
})

test('what two officers wrote, or one for two meetings, counts apart', () => {
  expect(found([out(limit), spent(limit, '2025-02-20', 'chair')])).toEqual([])
  // The meeting of the 20th takes what was done since the day after the one before.
  expect(found([out(limit, '2025-02-20'), spent(1, '2025-02-21')])).toEqual([])
  expect(codes([out(limit, '2025-01-21'), spent(1, '2025-02-20')])).toEqual(['out-by-one-hand'])
})

test('what a second officer stands behind counts for nobody alone', () => {
  const vouched = { ...out(300_000), approvedBy: 'm3' } as Written
  expect(found([vouched])).toEqual([])
  expect(found([vouched, out(limit)])).toEqual([])
  expect(codes([vouched, out(limit + 1)])).toEqual(['out-by-one-hand'])
})

test('what was brought in with the book from before is nobody’s hand', () => {
  expect(found([out(300_000, '2025-02-20', 'importer')])).toEqual([])
})

test('whoever founded the fund is a hand like all others from the day after', () => {
  const ofFounder = (written: string) => {
    const told = [...brought, out(300_000, '2025-02-20')]
    const when = (_: StoryCommand, i: number) => (i === 0 ? '2025-03-01T02:00:00.000Z' : written)
    return findingsOf(fundBookOf(storyOf(told, when, () => 'importer')), '2025-12-31')
      .filter(({ code }) => code.endsWith('-by-one-hand'))
      .map(({ code, found: sum }) => [code, sum])
  }
  expect(ofFounder('2025-03-02T01:59:59.999Z')).toEqual([])
  expect(ofFounder('2025-03-02T02:00:00.000Z')).toEqual([
    ['taken-over-by-one-hand', 400_000],
    ['out-by-one-hand', 300_000],
  ])
})

test('what was taken back by two is no longer let out, and written again it is let out once', () => {
  const first = { ...out(30_000), id: idOf(70) } as Written
  const back = {
    type: 'ReverseEntry',
    effectiveOn: '2025-02-20',
    reverses: idOf(70),
    reason: 'wrong-amount',
    approvedBy: 'm3',
    by: keeper,
  } as unknown as Written
  const seat = {
    type: 'AppointOfficer',
    effectiveOn: '2025-01-01',
    memberId: 'm3',
    office: 'chair',
  } as Written
  expect(codes([seat, first])).toContain('out-by-one-hand')
  expect(codes([seat, first, back])).not.toContain('out-by-one-hand')
  const again = found([seat, first, back, out(30_000)])
  expect(again.filter(([code]) => code === 'out-by-one-hand')).toEqual([
    ['out-by-one-hand', 30_000, limit, '99999901'],
  ])
})

const lent = {
  ...paidOut({ on: '2025-01-13', principal: 400_000, months: 8 }),
  by: 'importer',
} as Written
const relieved = {
  type: 'RecordRelief',
  effectiveOn: '2025-02-20',
  eventId: 'E1',
  kind: 'flood',
  touched: [{ loanId: 'l1', from: '2025-01-01', to: '2025-01-20' }],
} as unknown as Written

test('what relief is worth counts in no hand, whichever is written first: a repayment in its window, or the relief', () => {
  const back = paid('2025-01-20', 50_000) as Written
  const orders = [
    [lent, back, relieved, out(limit)],
    [lent, out(limit), relieved, back],
  ]
  for (const order of orders) {
    expect(codes(order)).toContain('relief-without-vote')
    expect(codes(order)).not.toContain('out-by-one-hand')
  }
})

test('savings that go to a loan count with the sum that was taken, whichever is written first: an older repayment, or they', () => {
  const seen = there(['m2', 'm3'], [])
  const netted = (amount: number) =>
    ({
      type: 'RepayFromSavings',
      effectiveOn: '2025-02-20',
      loanId: 'l1',
      amount,
      proof: { witnesses: ['m2', 'm3'] },
    }) as unknown as Written
  const back = { ...paid('2025-02-19', 50_000), by: 'chair' } as Written
  const sumOf = (written: readonly Written[]) =>
    found(written).find(([code]) => code === 'out-by-one-hand')?.[1]
  for (const [amount, told] of [
    [limit, undefined],
    [limit + 1, limit + 1],
  ] as const) {
    expect(sumOf([lent, seen, back, netted(amount)])).toBe(told)
    expect(sumOf([lent, seen, netted(amount), back])).toBe(told)
  }
})

test('a sum that comes and goes by one hand for one meeting is told, whoever is said to own it', () => {
  expect(codes([saved(9_000), out(9_000)])).toEqual(['back-and-forth-by-one-hand'])
  expect(codes([saved(9_000), out(8_999)])).toEqual([])
  expect(codes([saved(9_000, '2025-02-20', 'm2'), out(9_000)])).toEqual([])
  expect(codes([saved(9_000), out(9_000, '2025-02-20', 'chair')])).toEqual([])
})

test('debts and savings of an older book that one officer writes in afterwards are told with their sum', () => {
  const debt = {
    type: 'TakeOverLoan',
    effectiveOn: '2025-01-20',
    loanId: 'ghost',
    number: 'OLD-61',
    memberId: 'g1',
    product: 'normal',
    principal: 400_000,
    months: 24,
    owed: 400_000,
    paidOutOn: '2024-12-20',
  } as Written
  const own = {
    type: 'TakeOverSavings',
    effectiveOn: '2025-01-20',
    memberId: 'm2',
    amount: 400_000,
  } as Written
  const ghost = { ...admitted('g1', { isFormer: true }), effectiveOn: '2025-01-05' } as Written
  const all = [ghost, debt, own]
  expect(found(all)).toEqual([
    ['member-nobody-has-seen', 400_000, null, 'G1'],
    ['taken-over-by-one-hand', 800_000, 0, '99999901'],
  ])
})

test('a loan after which donors’ money is no longer all there is told, whoever voted for it', () => {
  const donated = {
    type: 'RecordDonation',
    effectiveOn: '2025-02-01',
    windowId: 'donor-a',
    amount: 1_500_000,
  } as Written
  const lent = (principal: number) =>
    ({
      type: 'RecordPayout',
      effectiveOn: '2025-02-20',
      loanId: 'l1',
      number: 'L1',
      memberId: 'm1',
      product: 'normal',
      principal,
      months: 10,
    }) as Written
  const isTold = (principal: number, ...before: readonly Written[]) =>
    codes([...before, lent(principal)]).includes('restricted-money-lent')
  // 2,000,000 of the fund's own lay in the box before it came.
  expect(isTold(2_000_000, donated)).toBe(false)
  expect(isTold(2_000_001, donated)).toBe(true)
  expect(isTold(2_000_000)).toBe(false)
})

test('a member whom one officer wrote in is told until another one has seen her at a meeting, once money moved in her name', () => {
  const new1 = { ...admitted('n1'), effectiveOn: '2025-02-01' } as Written
  expect(codes([new1])).toEqual([])
  expect(codes([new1, saved(1, '2025-02-20', 'n1')])).toEqual(['member-nobody-has-seen'])
  expect(
    codes([new1, saved(1, '2025-02-20', 'n1'), { ...there(['n1'], []), by: 'chair' } as Written]),
  ).not.toContain('member-nobody-has-seen')
})

test('money that is said to have left before a count that is in the book already stays as a finding', () => {
  const box = 2_000_000
  expect(codes([closed(box), spent(10, '2025-02-20')])).toContain('paid-after-the-count')
  expect(codes([closed(box), spent(10, '2025-02-19')])).toContain('paid-after-the-count')
  expect(codes([closed(box), spent(10, '2025-02-21')])).not.toContain('paid-after-the-count')
  expect(codes([spent(10, '2025-02-20'), closed(box - 10)])).not.toContain('paid-after-the-count')
})

test('the same expense on its day, or taken back and written once more after the count, gives the same findings', () => {
  const seat = {
    type: 'AppointOfficer',
    effectiveOn: '2025-01-01',
    memberId: 'm3',
    office: 'chair',
  } as Written
  const cost = { ...spent(10_000), id: idOf(70) } as Written
  const back = {
    type: 'ReverseEntry',
    effectiveOn: '2025-02-25',
    reverses: idOf(70),
    reason: 'wrong-amount',
    approvedBy: 'm3',
  } as unknown as Written
  const count = closed(1_990_000)
  expect(codes([seat, cost, count, back, spent(10_000)])).toEqual(codes([seat, cost, count]))
  expect(codes([seat, cost, count, back, spent(10_001)])).toContain('paid-after-the-count')
})

test('a second count does not take the place of what the first one showed', () => {
  const [first, second] = [closed(1_700_000), closed(2_000_000)]
  const once = found([first])
  expect(found([first, second])).toEqual(expect.arrayContaining(once))
  expect(found([first, second])).toContainEqual([
    'counted-again',
    2_000_000,
    1_700_000,
    '2025-02-20',
  ])
})

test('whoever was marked absent stays so in what is found, whatever a later list says', () => {
  const lists = [there([], ['m2']), saved(9_000, '2025-02-20', 'm2')]
  expect(codes(lists)).toContain('absent-but-paid-in')
  const later = found([...lists, there(['m2'], [])])
  expect(later.map(([code]) => code)).toContain('absent-but-paid-in')
  expect(later).toContainEqual(['attendance-changed', 1, null, '2025-02-20'])
})
