import { expect, test } from 'vitest'
import { faultIn } from '#domain/kernel/shape.ts'
import { factsInOrder } from '#domain/loans/account.ts'
import { asLived, deathWith, deathWithout } from '#domain/loans/deaths.ts'
import { loanWithout, standingOn } from '#domain/loans/fold.ts'
import {
  type Loan,
  isLent,
  lentSoFar,
  loanAsOf,
  paidOutOn,
  withDeferrals,
} from '#domain/loans/loan.ts'
import { proof, proofFault } from '#domain/loans/request/proof.ts'
import { duesOf } from '#domain/loans/plan/village-convention.ts'
import { idOf, lending, loanIn, paid, paidOut, takenOver } from '#test/support/village.ts'

const plain = loanIn(lending([paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })]))
const on = '2025-03-20'
const fact = { id: 'x', on, amount: 1_000 }

const full: Loan = {
  ...plain,
  repayments: [fact],
  deferrals: [{ eventId: 'E1', from: '2025-01-01', to: '2025-12-31', declaredOn: on }],
  writeOffs: [fact],
  draws: [fact],
  planChanges: [{ ...fact, instalments: 10, firstDueOn: '2025-04-20', dueDay: 20 }],
  recoveries: [fact],
  fines: [fact],
  conversions: [{ ...fact, rateMonthlyPercent: '1' }],
  returns: [{ ...fact, security: 'id-card' }],
}
const kinds = [
  'repayments',
  'deferrals',
  'writeOffs',
  'draws',
  'planChanges',
  'recoveries',
  'fines',
  'conversions',
  'returns',
] as const

test.each(kinds)(
  'of the %s of a loan those count that are known by the day, its own with them',
  (kind) => {
    const countOn = (day: string) => loanAsOf(full, day)[kind]?.length
    expect(['2025-03-19', '2025-03-20', '2025-03-21'].map(countOn)).toEqual([0, 1, 1])
  },
)

test('on one day a loan is paid out, agreed anew, converted, repaid and written off, whatever the ids', () => {
  const ids = { draws: 'z', planChanges: 'y', conversions: 'x', repayments: 'w', writeOffs: 'v' }
  const turned = Object.fromEntries(
    Object.entries(ids).map(([kind, id]) => [
      kind,
      full[kind as keyof typeof ids]!.map((one) => ({ ...one, id })),
    ]),
  )
  const order = (day: string) =>
    factsInOrder({ ...full, ...turned } as Loan, day).map(({ kind }) => kind)
  expect(order('2025-03-20')).toEqual(['draw', 'change', 'conversion', 'repayment', 'write-off'])
  expect(order('2025-03-19')).toEqual([])
  const twice = {
    ...plain,
    repayments: [
      { ...fact, id: 'b' },
      { ...fact, id: 'a' },
    ],
  }
  expect(factsInOrder(twice, on).map((one) => one.fact.id)).toEqual(['a', 'b'])
})

test('a part that goes out after the last instalment falls due at the next month end, past relief', () => {
  const short = loanIn(lending([paidOut({ on: '2025-01-20', principal: 100_000, months: 1 })]))
  const dueOf = (day: string, deferrals: Loan['deferrals'] = []) =>
    duesOf({ ...short, deferrals, draws: [{ id: 'x', on: day, amount: 1_000 }] }).at(-1)!.on
  expect(['2025-03-19', '2025-03-20', '2025-03-21'].map((day) => dueOf(day))).toEqual([
    '2025-03-20',
    '2025-04-20',
    '2025-04-20',
  ])
  const flood = { eventId: 'E1', from: '2025-03-20', to: '2025-03-20', declaredOn: '2025-03-20' }
  expect(dueOf('2025-03-19', [flood])).toBe('2025-04-20')
})

test.each(kinds.filter((kind) => kind !== 'deferrals'))(
  'of the %s of a loan the one that was taken back is left out, and no other',
  (kind) => {
    const two = { ...full, [kind]: [...full[kind]!, { ...full[kind]![0], id: 'y' }] } as Loan
    const idsWithout = (id: string) =>
      (loanWithout(two, id, false)[kind] as readonly { id: string }[]).map((one) => one.id)
    expect([idsWithout('x'), idsWithout('y'), idsWithout('z')]).toEqual([['y'], ['x'], ['x', 'y']])
    expect(loanWithout(two, 'x', true).isVoid).toBe(true)
    expect(standingOn(two).length).toBe(9)
  },
)

test('a loan without such facts has none on a day either', () => {
  expect(loanAsOf(plain, on)).toEqual(plain)
})

test('what was lent so far is the first part and every later one', () => {
  expect(lentSoFar(plain)).toBe(500_000)
  expect(lentSoFar({ ...full, origin: { kind: 'paid-out', on, amount: 200_000 } })).toBe(201_000)
})

test('a loan was paid out on its day, one that was taken over on the day of the older book', () => {
  const taken = loanIn(
    lending([takenOver({ on: '2024-10-20', principal: 300_000, months: 10, owed: 60_000 })]),
  )
  expect([paidOutOn(plain), paidOutOn(taken)]).toEqual(['2025-01-20', '2024-10-20'])
})

test('a loan that was taken back is not lent', () => {
  const loans = new Map([
    ['l1', plain],
    ['l2', { ...plain, isVoid: true } as Loan],
  ])
  expect(['l1', 'l2', 'l3'].map((id) => isLent(loans, id))).toEqual([true, false, false])
})

test('windows stand in one order, by event and first day, whichever was told first', () => {
  const window = (eventId: string, from: string) => ({
    eventId,
    from,
    to: '2025-12-31',
    declaredOn: on,
  })
  const list = [window('E1', '2025-02-01'), window('E1', '2025-03-01'), window('E2', '2025-01-01')]
  for (const told of [list, list.toReversed()])
    expect(withDeferrals(plain, told).deferrals).toEqual(list)
})

test('a death opens a window from its day for twenty years, and one that was not leaves none', () => {
  const dead = asLived(plain, '2025-03-05')
  expect(dead.deferrals).toEqual([
    { eventId: 'death', from: '2025-03-05', to: '2045-03-28', declaredOn: '2025-03-05' },
  ])
  expect(asLived(dead, '2025-02-01').deferrals.map(({ from }) => from)).toEqual(['2025-02-01'])
  expect(asLived(dead, undefined).deferrals).toEqual([])
  expect(asLived(plain, undefined)).toBe(plain)
  expect(asLived(full, undefined)).toBe(full)
  expect(asLived(full, '2025-03-05').deferrals.length).toBe(2)
})

test('the first of two days of death holds, and without its fact the other one', () => {
  const died = (day: string, id = day) => ({ id, on: day, change: 'died' as const })
  const member = { isFormer: false, life: [died('2025-03-05')] }
  expect(['2025-03-04', '2025-03-05', '2025-03-06'].map((day) => deathWith(member, day))).toEqual([
    '2025-03-04',
    '2025-03-05',
    '2025-03-05',
  ])
  expect(deathWith({ isFormer: false }, '2025-03-06')).toBe('2025-03-06')
  const twice = { isFormer: false, life: [died('2025-03-05'), died('2025-04-01')] }
  expect(deathWithout(twice, '2025-03-05')).toBe('2025-04-01')
  expect(deathWithout(member, '2025-03-05')).toBeUndefined()
})

test('a proof has five witnesses at most, all of them known and none the borrower', () => {
  const fault = (witnesses: readonly string[]) =>
    faultIn({ proof }, { proof: { witnesses } })?.at ??
    proofFault({ witnesses }, { isMember: (id) => id.startsWith('m'), borrower: 'm9' })
  expect(fault(['m1', 'm2', 'm3', 'm4', 'm5'])).toBeUndefined()
  expect(fault(['m1', 'm2', 'm3', 'm4', 'm5', 'm6'])).toBe('/proof/witnesses')
  expect(fault(['m1', 'x2'])).toBe('/proof/witnesses')
  expect(fault(['m9'])).toBe('/proof/witnesses')
  expect(fault([])).toBeUndefined()
})

test('a debt far beyond the parts of its loan ends after a hundred years of months', () => {
  const parts = (owed: number) =>
    duesOf(loanIn(lending([takenOver({ on: '2024-12-20', principal: 100, months: 1, owed })])))
  expect(parts(120_000).length).toBe(1_200)
  expect(parts(120_000).at(-1)!.principal).toBe(100)
  expect(parts(119_950).length).toBe(1_200)
  expect(
    parts(120_099)
      .map(({ principal }) => principal)
      .slice(-2),
  ).toEqual([100, 199])
  expect(parts(500_000).length).toBe(1_200)
  expect(parts(500_000).at(-1)!.principal).toBe(380_100)
})

test('facts of a loan stand in the order of their days, and of one day of their ids, whichever was told first', () => {
  const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
  const told = [
    { ...paid('2025-03-20', 300), id: idOf(300) },
    { ...paid('2025-02-20', 200), id: idOf(900) },
    { ...paid('2025-02-20', 100), id: idOf(800) },
  ]
  for (const order of [told, told.toReversed()])
    expect(loanIn(lending([half, ...order])).repayments.map(({ amount }) => amount)).toEqual([
      100, 200, 300,
    ])
})
