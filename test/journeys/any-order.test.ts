import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beyondOf } from '#domain/loans/beyond.ts'
import { stillHeld } from '#domain/loans/held.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { healthOf } from '#domain/health/health.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { bookOf } from '#src/app/queries.ts'
import { caughtUp } from '#src/app/realm.ts'
import { recorder } from '#src/app/record.ts'
import { beginnings, factsOfAYear, shuffledWithDuplicates } from '#test/support/any-order.ts'
import { daysPosted } from '#test/support/posted.ts'

const fundId = '00000000-0000-8000-8000-000000000001'
const session = { actor: 'chair', device: 'phone' }
const isLong = process.env['TEST_BUDGET'] === 'ci'

const world = () => {
  const store = memoryStore()
  const record = recorder({ journal: store, hash: sha256, clock: () => '2026-11-20T03:00:00.000Z' })
  return { store, record }
}

/** Everything that must not depend on the order of entry: balances a day, standings, reports. */
const outcome = async ({ store }: ReturnType<typeof world>) => {
  const { village } = await caughtUp(store, fundId)
  const balances = [...daysPosted(village.posted)].flatMap(([account, days]) =>
    [...days]
      .filter(([, amount]) => amount !== 0)
      .map(([on, amount]) => `${account} ${on} ${amount}`),
  )
  const days = ['2025-03-31', '2025-08-20', '2025-12-31', '2026-02-28']
  const standings = [...village.loans.values()].map((loan) =>
    days.map((day) => standingOf(loan, day)),
  )
  const older = [...village.loans.values()].map((loan) =>
    days.map((day) => [beyondOf(loan, day), stillHeld(loan, day)]),
  )
  const book = (await bookOf(store, fundId))!
  return {
    older,
    balances: balances.toSorted(),
    standings,
    // Of several lists of one day the order in which they were written stays known.
    meetings: [...village.meetings.values()]
      .map(({ lists = [], ...meeting }) => ({
        ...meeting,
        lists: lists.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1)),
      }))
      .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1)),
    health: days.map((day) => healthOf(book, day)),
  }
}

test('the same facts in any order, some twice, give the same balances on every day, standings and reports', async () => {
  const plan = factsOfAYear.chain((facts) =>
    fc.tuple(fc.constant(facts), shuffledWithDuplicates(facts)),
  )
  await fc.assert(
    fc.asyncProperty(plan, async ([inTurn, shuffled]) => {
      const [a, b] = [world(), world()]
      await a.record(fundId, [...beginnings, ...inTurn], session)
      await b.record(fundId, beginnings, session)
      for (const command of shuffled) await b.record(fundId, [command], session)
      expect(await outcome(b)).toEqual(await outcome(a))
    }),
    { numRuns: isLong ? 400 : 60 },
  )
})

test('two loans that end on the same day keep every riel in any order of their repayments', async () => {
  const { store, record } = world()
  await record(fundId, beginnings, session)
  const repay = (id: string, loanId: string, effectiveOn: string, amount: number) =>
    ({ type: 'RecordRepayment', id, v: 1, effectiveOn, loanId, amount }) as const
  const ids = ['a', 'b', 'c'].map((letter) => `00000000-0000-8000-8000-00000000000${letter}`)
  const late = [
    repay(ids[0]!, 'l2', '2025-06-20', 300_000),
    repay(ids[1]!, 'l2', '2025-03-20', 57_500),
    repay(ids[2]!, 'l2', '2025-05-03', 20_000),
  ]
  for (const command of late) await record(fundId, [command], session)
  const book = (await bookOf(store, fundId))!
  const cash = book.cashPostings.reduce((sum, { amount }) => sum + amount, 0)
  expect(cash).toBe(20_000_000 - 400_000 - 600_000 - 150_000 + 377_500)
})
