import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { findingsOf } from '#domain/health/findings.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  idOf,
  storyOf,
} from '#test/support/village.ts'

// What an independent reader tried on a running service, and no finding named.

const keeper = 'keeper'
type Written = StoryCommand & { readonly by?: string }

const brought: readonly StoryCommand[] = [
  founded({ opening: { cash: 2_000_000, reserve: 2_000_000 } }),
  admitted('m1'),
  admitted('m2'),
  admitted('m3'),
  { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm1', amount: 400_000 },
]

const found = (written: readonly Written[], asOf = '2025-12-31') => {
  const all = [...brought, ...written.map(({ by: _by, ...one }) => one as StoryCommand)]
  const by = (_: StoryCommand, i: number) =>
    i < brought.length ? 'importer' : (written[i - brought.length]!.by ?? keeper)
  return findingsOf(fundBookOf(storyOf(all, undefined, by)), asOf)
}
const codes = (written: readonly Written[], asOf?: string): readonly string[] =>
  found(written, asOf).map(({ code }) => code)

const spent = (amount: number, on: string): Written =>
  ({ type: 'RecordExpense', effectiveOn: on, amount }) as Written
const there = (present: readonly string[], by = keeper, on = '2025-02-20'): Written =>
  ({ type: 'RecordAttendance', effectiveOn: on, present, absent: [], by }) as Written

test('what one officer let out in a year stands in the report of that year, whatever comes after it', () => {
  const taken = spent(30_000, '2025-12-28')
  const later = spent(1, '2026-01-05')
  expect(found([taken], '2025-12-31').find(({ code }) => code === 'out-by-one-hand')).toMatchObject(
    {
      on: '2025-12-28',
      found: 30_000,
    },
  )
  expect(
    found([taken, later], '2025-12-31').find(({ code }) => code === 'out-by-one-hand'),
  ).toMatchObject({ on: '2025-12-28', found: 30_000 })
  expect(
    found([taken, later], '2026-01-31').find(({ code }) => code === 'out-by-one-hand'),
  ).toMatchObject({ on: '2026-01-05', found: 30_001 })
})

test('rules that are made wider excuse nothing that was let out before them', () => {
  const wider: Written = {
    type: 'AmendCharter',
    effectiveOn: '2025-02-10',
    charter: { ...defaultCharter, oneHandLimit: 5_000_000, boxMax: 90_000_000 },
    votes: { present: 3, yes: 3, no: 0 },
    confirmedBy: 'm3',
  } as unknown as Written
  const closed = {
    type: 'CloseMeeting',
    effectiveOn: '2025-01-20',
    count: { amount: 2_000_000, isByNote: true },
  } as Written
  const seat = {
    type: 'AppointOfficer',
    effectiveOn: '2025-01-01',
    memberId: 'm3',
    office: 'chair',
    until: '2026-01-01',
    approvedBy: 'm2',
    by: 'importer',
  } as unknown as Written
  const before = [seat, closed, spent(30_000, '2025-02-05')]
  expect(codes(before)).toContain('out-by-one-hand')
  expect(codes([...before, wider, spent(1, '2025-02-15')])).toContain('out-by-one-hand')
  const boxed = (written: readonly Written[]) =>
    codes(written).filter((code) => code === 'cash-above-box-limit').length
  expect(boxed([...before, wider])).toBe(boxed(before))
})

test('money from outside that nobody else saw come is money by one hand', () => {
  const borrowed = {
    type: 'RecordBorrowing',
    effectiveOn: '2025-02-03',
    borrowingId: 'friend',
    lender: 'person',
    amount: 400_000,
    ratePercent: '0',
    schedule: [{ on: '2025-03-03', principal: 400_000, interest: 0 }],
    place: 'bank',
  } as Written
  expect(codes([borrowed])).toContain('out-by-one-hand')
  expect(codes([{ ...borrowed, approvedBy: 'm2' } as Written])).not.toContain('out-by-one-hand')
})

test('a member whom one officer wrote in and marked present alone has been seen by nobody else', () => {
  const ghost = { ...admitted('m9'), effectiveOn: '2025-02-01' } as Written
  const saves = {
    type: 'RecordDeposit',
    effectiveOn: '2025-02-20',
    memberId: 'm9',
    amount: 20_000,
  } as Written
  const name = 'member-nobody-has-seen'
  expect(codes([ghost, saves, there(['m9'])])).toContain(name)
  expect(codes([ghost, saves, there(['m9']), there(['m9'], 'chair', '2025-03-20')])).not.toContain(
    name,
  )
  expect(codes([{ ...ghost, approvedBy: 'm1' } as Written, saves])).not.toContain(name)
})

const closed = (amount: number, on = '2025-02-20'): Written =>
  ({ type: 'CloseMeeting', effectiveOn: on, count: { amount, isByNote: true } }) as Written
const chair = {
  type: 'AppointOfficer',
  effectiveOn: '2025-01-01',
  memberId: 'm3',
  office: 'chair',
  by: 'importer',
} as unknown as Written

test('money that is said to have come before a count that agreed makes the count a finding', () => {
  const saved = {
    type: 'RecordDeposit',
    effectiveOn: '2025-02-19',
    memberId: 'm2',
    amount: 900_000,
  } as Written
  expect(codes([closed(2_000_000)])).not.toContain('difference-changed-later')
  expect(codes([closed(2_000_000), saved])).toContain('difference-changed-later')
})

test('what was taken back after the count that had taken it in stays as a finding', () => {
  const cost = { ...spent(700_000, '2025-02-20'), id: idOf(70) } as Written
  const back = {
    type: 'ReverseEntry',
    effectiveOn: '2025-02-25',
    reverses: idOf(70),
    reason: 'did-not-happen',
    approvedBy: 'm3',
  } as unknown as Written
  expect(codes([chair, cost, closed(1_300_000), back])).toContain('difference-changed-later')
})

test('a shortage that was counted is explained by nothing that a second officer signs afterwards', () => {
  const cost = { ...spent(300_000, '2025-02-19'), approvedBy: 'm3' } as Written
  const told = found([chair, closed(1_700_000), cost]).find(
    ({ code }) => code === 'difference-changed-later',
  )
  expect(told).toMatchObject({ expected: 0, found: 300_000 })
})

test('two lines after a count that leave its sum as it was are two lines all the same', () => {
  const saved = {
    type: 'RecordDeposit',
    effectiveOn: '2025-02-19',
    memberId: 'm2',
    amount: 300_000,
  } as Written
  const cost = { ...spent(300_000, '2025-02-19'), approvedBy: 'm3' } as Written
  const told = found([chair, closed(2_000_000), saved, cost]).find(
    ({ code }) => code === 'difference-changed-later',
  )
  expect(told).toMatchObject({ on: '2025-02-20', found: 600_000 })
})
