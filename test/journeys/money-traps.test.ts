import { expect, test } from 'vitest'
import { healthOf } from '#domain/health/health.ts'
import { unpaidDues } from '#domain/loans/standing.ts'
import type { Command } from '#domain/village.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { bookOf } from '#src/app/queries.ts'
import { recorder } from '#src/app/record.ts'
import {
  allOfUs,
  appraised,
  beginningsOf,
  committeeAfter,
  committeeStory,
  decided,
  requested,
  savedEach,
  sumOf,
  toCome,
} from '#test/support/committee.ts'
import {
  type StoryCommand,
  booked,
  fundBookOf,
  idOf,
  paid,
  paidOut,
  relieved,
  standingIn,
} from '#test/support/village.ts'

const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const session = { actor: 'chair', device: 'phone' }
const [fundId, otherFund] = [1, 2].map((n) => `00000000-0000-8000-8000-00000000000${n}`)

const begun = async () => {
  const store = memoryStore()
  const record = recorder({ journal: store, hash: sha256, clock: () => '2026-11-20T03:00:00.000Z' })
  const commands = [...beginningsOf(), half].map(
    (told, i) => ({ id: idOf(i + 1), v: 1, ...told }) as unknown as Command,
  )
  for (const fund of [fundId!, otherFund!]) await record(fund, commands, session)
  const repay = (amount: number): Command => ({
    type: 'RecordRepayment',
    id: idOf(900),
    v: 1,
    effectiveOn: '2025-02-20',
    loanId: 'l1',
    amount,
  })
  return { store, record, repay }
}

test('the same key with another sum is no answer from memory: it is refused, and one sum counts', async () => {
  const { store, record, repay } = await begun()
  const first = await record(fundId!, [repay(57_500)], session)
  const again = await record(fundId!, [repay(57_500)], session)
  const other = await record(fundId!, [repay(75_500)], session)
  expect(JSON.stringify(again)).toContain(idOf(900))
  expect(JSON.stringify(first)).toContain(idOf(900))
  expect(JSON.stringify(other)).toContain('conflict')
  const book = (await bookOf(store, fundId!))!
  expect(healthOf(book, '2025-02-20').cash).toBe(100_000_000 - 442_500)
})

test('money of one village is never in the figures of another, whatever ids they share', async () => {
  const { store, record, repay } = await begun()
  await record(fundId!, [repay(57_500)], session)
  const cash = async (fund: string) => healthOf((await bookOf(store, fund))!, '2025-02-20').cash
  expect(await cash(fundId!)).toBe(99_557_500)
  expect(await cash(otherFund!)).toBe(99_500_000)
})

test('zero is a balance: who saved and withdrew, and a loan that is repaid, are still listed', () => {
  const { loans, savings } = healthOf(
    fundBookOf(
      committeeStory([
        { type: 'BuyShares', effectiveOn: '2025-02-20', memberId: 'm2', shares: 1 },
        {
          type: 'RecordWithdrawal',
          effectiveOn: '2025-03-20',
          memberId: 'm2',
          amount: savedEach + 5_000,
        },
        half,
        paid('2025-02-20', 507_500),
      ]),
    ),
    '2025-12-31',
  )
  expect(savings).toMatchObject({ M1: savedEach, M2: 0 })
  expect(loans['L1']).toMatchObject({ closing_balance: 0, principal_paid: 500_000 })
})

const anew: StoryCommand = {
  type: 'RescheduleLoan',
  effectiveOn: '2025-05-25',
  loanId: 'l1',
  months: 20,
  ballot: allOfUs,
}
const flood = relieved('2025-04-01', { from: '2025-04-01', to: '2025-06-30' })

test.each([
  ['relief', [half, flood]],
  ['a new plan', [half, paid('2025-02-20', 57_500), anew]],
  ['relief and a new plan', [half, flood, anew]],
  ['a new plan and relief', [half, anew, flood]],
] as const)('after %s what is demanded is what is owed, and nothing old stays late', (_, told) => {
  const village = committeeAfter(told)
  for (const day of ['2025-06-01', '2025-07-25', '2025-12-31', '2027-06-30']) {
    const { dues, settled, owed } = standingIn(village, day)
    expect(sumOf(unpaidDues(dues, settled))).toBe(owed)
  }
})

test('the first period after relief and after a new plan counts its own days and no more', () => {
  const interest = (told: readonly StoryCommand[], day: string): number =>
    standingIn(committeeAfter(told), day).interestDue
  // February and March as agreed, April to June nothing, July one month.
  expect(interest([half, flood], '2025-07-20')).toBe(3 * 7_500)
  // Four months until the new plan, and one month for each of its months.
  expect(interest([half, anew], '2025-06-20')).toBe(5 * 7_500)
  expect(interest([half, anew], '2025-07-20')).toBe(6 * 7_500)
})

test('a pause that was given is not lost when the plan is agreed anew, nor grace when money is paid out', () => {
  const village = committeeAfter([half, flood, anew])
  expect(toCome(village, '2025-06-01')[0]).toBe('2025-07-20 25000')
  const plan = { graceOnPrincipal: 3 }
  const lent = committeeAfter([
    requested({ plan }),
    appraised(),
    decided(),
    { ...half, plan } as StoryCommand,
  ])
  expect(toCome(lent, '2025-01-20')[0]).toMatch(/^2025-05-20 /)
  expect(standingIn(lent, '2025-04-21')).toMatchObject({ daysPastDue: 0, interestDue: 22_500 })
})

test('a fine is never counted before principal that is due, and never bears interest', () => {
  const fine: StoryCommand = {
    type: 'RecordLateFine',
    effectiveOn: '2025-03-25',
    loanId: 'l1',
    amount: 1_000,
  }
  const charter = { rateMonthlyPercent: { normal: '1', seasonal: '1', emergency: '0' } }
  const village = committeeAfter([half, fine, paid('2025-03-25', 60_000)], charter)
  expect(standingIn(village, '2025-03-25').splits.at(-1)).toMatchObject({
    interest: 10_000,
    principal: 50_000,
    excess: 0,
  })
  expect(booked(village, 'liability:social-fund')).toBe(-1_000)
})
