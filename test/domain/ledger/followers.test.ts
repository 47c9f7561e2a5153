import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LocalDate, dayBefore, daysAfter } from '#domain/kernel/dates.ts'
import { type AccountId, kindOf } from '#domain/ledger/accounts.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import {
  accountLinesOf,
  balancesAnd,
  balancesOf,
  kindLinesOf,
  postedOf,
} from '#domain/ledger/balance-list.ts'
import type { BalanceRow } from '#domain/ledger/rows.ts'
import {
  type Running,
  copyOfRunning,
  countOf,
  courseOf,
  daysWithin,
  firstMoved,
  lastMoved,
  move,
  movedWithin,
  movesIn,
  nothingRunning,
  sumThrough,
  sumsInOrder,
} from '#domain/ledger/running.ts'

type Moved = { readonly on: LocalDate; readonly amount: number }

/** A book of more days than are left open in a list; most of what comes is of its last ones. */
const firstDay = '2025-01-01'
const onDay = (n: number): LocalDate => daysAfter(firstDay, n)
const late = fc.integer({ min: 0, max: 160 })
const day = fc.oneof(late, fc.integer({ min: 150, max: 160 })).map(onDay)
const amount = fc.integer({ min: -9, max: 9 })

const total = (rows: readonly { readonly amount: number }[]): number =>
  rows.reduce((sum, row) => sum + row.amount, 0)

/** Everything that is asked of a line, as somebody answers it who adds up a list each time. */
const plainly = (moves: readonly Moved[], after: LocalDate, through: LocalDate) => {
  const days = [...new Set(moves.map(({ on }) => on))].toSorted()
  const until = (last: LocalDate) => total(moves.filter(({ on }) => on <= last))
  const within = moves.filter(({ on }) => on > after && on <= through)
  return {
    days,
    sums: days.map(until),
    moved: days.map((on) => total(moves.filter((one) => one.on === on))),
    inOrder: [after, through].toSorted().map(until),
    through: until(through),
    all: total(moves),
    within: within.length === 0 ? undefined : total(within),
    daysWithin: days.filter((on) => on > after && on <= through),
    ends: [days[0], days.at(-1), days.length],
  }
}

const asked = (line: Running, after: LocalDate, through: LocalDate) => ({
  days: courseOf(line).days,
  sums: courseOf(line).sums,
  moved: movesIn(line).map((one) => one.amount),
  inOrder: [after, through].toSorted().map(sumsInOrder(line)),
  through: sumThrough(line, through),
  all: sumThrough(line),
  within: movedWithin(line, { before: after, through }),
  daysWithin: daysWithin(line, after, through),
  ends: [firstMoved(line), lastMoved(line), countOf(line)],
})

test('whoever follows on a line, and whoever is followed, sees what moved in its own alone', () => {
  let [closed, opened] = [0, 0]
  const steps = fc.array(fc.record({ of: fc.nat(), follows: fc.boolean(), on: day, amount }), {
    maxLength: 60,
  })
  const begun = fc.integer({ min: 0, max: 150 })
  fc.assert(
    fc.property(begun, steps, day, day, (days, told, after, through) => {
      const first = Array.from({ length: days }, (_, n) => ({ on: onDay(n), amount: n % 7 }))
      const line = nothingRunning()
      for (const { on, amount: moved } of first) move(line, on, moved)
      const lines = [{ line, moves: first as readonly Moved[] }]
      for (const { of, follows, ...moved } of told) {
        const at = of % lines.length
        const own = lines[at]!
        if (follows) lines.push({ ...own, line: copyOfRunning(own.line) })
        const place = follows ? lines.length - 1 : at
        const { line: taken, moves } = lines[place]!
        const before = taken.closed.days.length
        move(taken, moved.on, moved.amount)
        lines[place] = { line: taken, moves: [...moves, moved] }
        closed += Number(before > 0)
        opened += Number(before > 0 && taken.closed.days.length === 0)
      }
      for (const one of lines)
        expect(asked(one.line, after, through)).toEqual(plainly(one.moves, after, through))
    }),
    { numRuns: 60 },
  )
  // Lines whose first days are closed were moved on, some of them on one of those days.
  expect(closed).toBeGreaterThan(50)
  expect(opened).toBeGreaterThan(5)
})

test('a copy of a line costs by what is open of it, and not by how many days it has', () => {
  let line = nothingRunning()
  let most = 0
  for (let n = 0; n < 5_000; n += 1) {
    line = copyOfRunning(line)
    move(line, onDay(n), 1)
    move(line, onDay(n), 1)
    most = Math.max(most, line.open.days.length)
  }
  expect(sumThrough(line)).toBe(10_000)
  expect(most).toBeLessThan(200)
  // A meeting of some days ago is posted without opening what is closed.
  move(line, onDay(4_975), 1)
  expect(line.closed.days.length).toBeGreaterThan(4_700)
  const last = line.closed.days.at(-1)!
  move(line, last, 1)
  expect([countOf(line), movedWithin(line, { before: dayBefore(last), through: last })]).toEqual([
    5_000, 3,
  ])
})

const row = fc.record({
  account: fc.constantFrom<AccountId[]>('asset:cash-box', 'asset:loan:l1', 'liability:savings:m1'),
  currency: fc.constantFrom('KHR' as const, 'USD' as const),
  on: day,
  isClosing: fc.boolean(),
  amount,
})

const keyOf = ({ account, currency, on, isClosing }: BalanceRow): string =>
  `${account} ${currency} ${on} ${isClosing}`

/** The rows of what was posted, each day of an account once. */
const rowsIn = (told: readonly BalanceRow[]): readonly BalanceRow[] =>
  [...Map.groupBy(told, keyOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => ({ ...own[0]!, amount: total(own) }))

test('two books that follow on the same one do not see each other’s entries', () => {
  const box = 'asset:cash-box'
  const begun = fc.integer({ min: 0, max: 150 })
  const steps = fc.array(
    fc.record({ of: fc.nat(), isAsked: fc.boolean(), news: fc.array(row, { maxLength: 3 }) }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(begun, steps, day, (days, told, through) => {
      const first = rowsIn(
        Array.from({ length: days }, (_, n) => [
          { account: box, currency: 'KHR', on: onDay(n), isClosing: false, amount: n % 7 } as const,
          { account: box, currency: 'USD', on: onDay(n), isClosing: false, amount: 1 } as const,
        ]).flat(),
      )
      const lists = [{ list: first as Parameters<typeof balancesAnd>[0], told: first }]
      for (const { of, isAsked, news } of told) {
        const { list, told: before } = lists[of % lists.length]!
        // What was asked of a list goes over to those that follow on it.
        if (isAsked) for (const ask of [postedOf, accountLinesOf, kindLinesOf]) ask(list)
        lists.push({ list: balancesAnd(list, news), told: [...before, ...news] })
      }
      for (const { list, told: all } of lists) {
        const plain = rowsIn(all)
        expect(list.length).toBe(plain.length)
        expect([...list]).toEqual(plain)
        expect(balancesOf(list, box)).toEqual(plain.filter(({ account }) => account === box))
        const sum = (isOf: (one: BalanceRow) => boolean): number =>
          total(all.filter((one) => one.on <= through && isOf(one)))
        const own = (one: BalanceRow): boolean => one.account === box
        expect(balanceOf(postedOf(list), box, through)).toBe(sum(own))
        for (const { account, currency, line } of accountLinesOf(list))
          expect(sumThrough(line, through)).toBe(
            sum((one) => one.account === account && one.currency === currency),
          )
        for (const { kind, currency, isClosing, line } of kindLinesOf(list))
          expect(sumThrough(line, through)).toBe(
            sum(
              (one) =>
                kindOf(one.account) === kind &&
                one.currency === currency &&
                one.isClosing === isClosing,
            ),
          )
      }
    }),
    { numRuns: 30 },
  )
})
