import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import type { FundBook } from '#domain/health/book.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { healthOf } from '#domain/health/health.ts'
import { moreHealthOf } from '#domain/health/more-health.ts'
import { withoutRelief } from '#domain/health/without-relief.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paid,
  paidOut,
  relieved,
  storyOf,
  takenOver,
} from '#test/support/village.ts'

const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
  admitted('m2', { sex: 'm' }),
  admitted('m1'),
]
const bookOf = (told: readonly StoryCommand[] = []): FundBook =>
  fundBookOf(storyOf([...begun, ...told]))
const lent = paidOut({ on: '2025-01-20', principal: 100_000, months: 10 })
const flood = relieved('2025-03-01', { from: '2025-03-01', to: '2025-05-31' })
const died: StoryCommand = { type: 'RecordDeath', effectiveOn: '2025-07-01', memberId: 'm1' }

test('a book without relief is itself, and a death is no relief', () => {
  expect(withoutRelief(bookOf([lent]))).toBe(undefined)
  expect(withoutRelief(bookOf([lent, died]))).toBe(undefined)
})

test('without its relief a loan is as it was, whatever else stands beside it', () => {
  const other = paidOut({
    on: '2025-01-20',
    principal: 7_000,
    months: 3,
    loanId: 'l2',
    memberId: 'm2',
  })
  const payment = paid('2025-03-20', 30_000)
  const told = [lent, other, payment]
  const plain = bookOf(told)
  const bare = withoutRelief(bookOf([...told, flood]))!
  expect(bare.loans).toEqual(plain.loans)
  expect(bare.events).toEqual([])
  // Interest of March that relief had given back to the loan is interest again.
  const interest = (book: FundBook) => healthOf(book, '2025-12-31').interest_received
  expect([interest(bookOf([...told, flood])), interest(bare), interest(plain)]).toEqual([
    1_500, 3_000, 3_000,
  ])
  expect(bare.balances.every(({ isClosing }) => !isClosing)).toBe(true)
  const dead = withoutRelief(bookOf([lent, flood, died]))!
  expect(dead.loans[0]!.deferrals.map(({ eventId }) => eventId)).toEqual(['death'])
})

const more = (told: readonly StoryCommand[], asOf: string) => {
  const book = bookOf(told)
  const health = healthOf(book, asOf)
  return { ...health, ...moreHealthOf(book, health) }
}

test('an instalment of the year before is none of this one, also where it was paid late', () => {
  const told = [
    paidOut({ on: '2025-11-20', principal: 100_000, months: 5 }),
    paid('2026-01-20', [0, 40_000]),
  ]
  expect(more(told, '2025-12-31').on_time_percent).toBe(0)
  expect(more(told, '2026-01-31').on_time_percent).toBe(100)
  const due = (firstDueOn: string) => [
    { ...paidOut({ on: '2025-11-20', principal: 100_000, months: 1 }), firstDueOn } as StoryCommand,
  ]
  expect(more(due('2026-01-01'), '2026-01-31').on_time_percent).toBe(0)
  expect(more(due('2025-12-31'), '2026-01-31').on_time_percent).toBe(null)
})

test('of what was taken over no more is to be collected than was owed then', () => {
  const old = takenOver({ on: '2024-03-20', principal: 100_000, months: 10, owed: 15_000 })
  const told = [old, paid('2025-02-20', [0, 15_000])]
  // Ten thousand fall due each month, and five thousand were left of the second.
  expect(more(told, '2025-06-30').principal_collected_percent).toBe(100)
})

test('what is paid on the first day of a year was owed when the year began', () => {
  const told = [
    paidOut({ on: '2025-11-20', principal: 100_000, months: 5 }),
    paid('2026-01-01', [0, 20_000]),
  ]
  expect(more(told, '2026-01-31').principal_collected_percent).toBe(100)
  const whole = [told[0]!, paid('2026-01-01', [0, 100_000])]
  expect(more(whole, '2026-01-31').principal_collected_percent).toBe(500)
})

test('women and cards are told by themselves', () => {
  const his = paidOut({
    on: '2025-01-20',
    principal: 300_000,
    months: 5,
    loanId: 'x',
    memberId: 'm2',
  })
  const { women_portfolio_percent, savings } = more([lent, his], '2025-01-31')
  expect(women_portfolio_percent).toBe(25)
  expect(Object.keys(savings)).toEqual(['M1', 'M2'])
})

test('a rate above the law is a finding from the day of the charter that has it, the first one apart', () => {
  const book = bookOf()
  const [version] = book.fund.charters
  const dear = {
    ...defaultCharter,
    rateMonthlyPercent: { normal: '3', seasonal: '1', emergency: '0' },
  }
  const found = (asOf: string, charters: readonly object[]) =>
    findingsOf({ ...book, fund: { ...book.fund, charters } } as unknown as FundBook, asOf)
      .filter(({ code }) => code === 'rate-above-cap')
      .map(({ on }) => on)
  const later = (charter: object) => ({ ...version, version: 2, from: '2025-03-01', charter })
  expect(found('2025-02-28', [version!, later(dear)])).toEqual([])
  expect(found('2025-03-01', [version!, later(dear)])).toEqual(['2025-03-01'])
  expect(found('2025-03-01', [version!, later(defaultCharter)])).toEqual([])
  // What the fund was founded with bears a flag of its own.
  expect(found('2025-03-01', [{ ...version, charter: dear }])).toEqual([])
})

test('what an old book took over and has not settled is told with its sum', () => {
  const old = takenOver({ on: '2024-12-20', principal: 90_000, months: 9, owed: 90_000 })
  const found = findingsOf(bookOf([old]), '2025-01-31').find(
    ({ code }) => code === 'takeover-not-settled',
  )
  expect(found).toMatchObject({ on: '2025-01-01', found: -90_000, expected: 0 })
})
