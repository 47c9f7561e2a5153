import fc from 'fast-check'
import { expect, test } from 'vitest'
import { total } from '#domain/health/book.ts'
import { healthOf } from '#domain/health/health.ts'
import { standingOf } from '#domain/loans/standing.ts'
import type { SubjectRow } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { viewsKnownAt } from '#src/app/known-at.ts'
import { type BookViews, bookOf } from '#src/app/queries.ts'
import { recorder } from '#src/app/record.ts'
import { beginnings, factsOfAYear } from '#test/support/any-order-of-loans.ts'
import { committeeStory, reversed } from '#test/support/committee.ts'
import { lived } from '#test/support/lives.ts'
import { balanceByHand, loansByHand, walkedByHand } from '#test/support/naive-book.ts'
import {
  type StoryCommand,
  booked,
  paid,
  paidOut,
  relieved,
  standingIn,
} from '#test/support/village.ts'

const isLong = process.env['TEST_BUDGET'] === 'ci'
const days = ['2025-02-20', '2025-04-30', '2025-09-14', '2026-03-31']

test('every balance of every day is the sum of the lines that a hand would add up', () => {
  const begun = lived(beginnings)
  fc.assert(
    fc.property(factsOfAYear('year'), (facts) => {
      const { entries, village } = lived(facts, begun)
      for (const account of village.posted.accounts.keys())
        for (const through of days)
          expect(booked(village, account, through)).toBe(
            balanceByHand(entries, { upTo: entries.length, through, account }),
          )
    }),
    { numRuns: isLong ? 500 : 60 },
  )
})

const fundId = '00000000-0000-8000-8000-000000000002'
const session = { actor: 'chair', device: 'phone' }

test('what was known at an instant is the sum of the lines that had been written by then', async () => {
  const minute = (n: number): string => new Date(Date.UTC(2026, 4, 1, 0, n)).toISOString()
  const kept = async (facts: readonly Command[]) => {
    const journal = memoryStore()
    let n = 0
    const record = recorder({ journal, hash: sha256, clock: () => minute((n += 1)) })
    for (const command of [...beginnings, ...facts]) await record(fundId, [command], session)
    return { journal, rows: await journal.read(fundId, 0, 1000) }
  }
  await fc.assert(
    fc.asyncProperty(factsOfAYear('year', 8), fc.nat(), async (facts, at) => {
      const { journal, rows } = await kept(facts)
      const row = rows[at % rows.length]!
      const { entries } = lived([...beginnings, ...facts])
      const views = await viewsKnownAt(journal, fundId, row.recordedAt)
      const balances = await views.balances(fundId)
      for (const through of days)
        for (const account of new Set(balances.map((line) => line.account)))
          expect(
            total(
              balances
                .filter((line) => line.account === account && line.on <= through)
                .map((line) => line.amount),
            ),
          ).toBe(balanceByHand(entries, { upTo: row.seq, through, account }))
      const book = await bookOf(views, fundId)
      const loans = loansByHand(entries, row.seq)
      const inBook = book?.loans.filter(({ origin }) => origin.kind === 'paid-out') ?? []
      expect(inBook.map(({ loanId }) => loanId)).toEqual([...loans.keys()])
    }),
    { numRuns: isLong ? 100 : 25 },
  )
})

test('what the views hold after a life, with what was taken back, is what its journal folds to', async () => {
  await fc.assert(
    fc.asyncProperty(factsOfAYear('year', 10), async (facts) => {
      const store = memoryStore()
      const record = recorder({
        journal: store,
        hash: sha256,
        clock: () => '2026-05-01T00:00:00Z',
      })
      for (const command of [...beginnings, ...facts]) await record(fundId, [command], session)
      const folded = await viewsKnownAt(store, fundId, '2026-05-01T00:00:00Z')
      const byKey = (rows: readonly SubjectRow[]) =>
        rows.map(({ kind, key, data }) => `${kind} ${key} ${data}`).toSorted()
      expect(byKey(await store.subjects(fundId))).toEqual(byKey(await folded.subjects(fundId)))
      const inBooks = async (views: BookViews) => {
        const book = (await bookOf(views, fundId))!
        return days.map((day) => healthOf(book, day))
      }
      expect(await inBooks(store)).toEqual(await inBooks(folded))
    }),
    { numRuns: isLong ? 100 : 15 },
  )
})

const product = fc.constantFrom('normal' as const, 'seasonal' as const)
const date = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
const dayOf = ([month, day]: readonly [number, number]): string =>
  `2025-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const fact = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(date, fc.integer({ min: 1, max: 250_000 }))
      .map(([on, sum]): StoryCommand => paid(dayOf(on), sum)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(date, fc.integer({ min: 1, max: 400_000 }))
      .map(([on, amount]): StoryCommand => ({
        type: 'RecordWriteOff',
        effectiveOn: dayOf(on),
        loanId: 'l1',
        amount,
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(date, fc.integer({ min: 0, max: 2 }))
      .map(([[month, day], length]): StoryCommand => {
        const to = dayOf([Math.min(month + length, 12), 28])
        return relieved(dayOf([month, day]), { from: dayOf([month, 1]), to })
      }),
  },
)

/** A loan from January, and what happened to it in turn; some of it is taken back. */
const lives = fc
  .record({
    day: fc.integer({ min: 2, max: 28 }),
    product,
    facts: fc.array(fact, { maxLength: 7 }),
    backs: fc.array(fc.nat(), { maxLength: 2 }),
  })
  .map(({ day, product: of, facts, backs }) => {
    const loan = paidOut({ on: dayOf([1, day]), principal: 500_000, months: 10, product: of })
    const told = facts.map((one, i): StoryCommand => ({
      ...one,
      ...(one.type === 'RecordRelief' ? { eventId: `E${i}` } : {}),
      id: `fact-${i}`,
    }))
    const mayGo = told.filter(({ type }) => type !== 'RecordRelief')
    const ids = new Set(mayGo.length === 0 ? [] : backs.map((n) => mayGo[n % mayGo.length]!.id!))
    return [loan, ...told, ...[...ids].map((id) => reversed(id, '2026-01-31'))]
  })

test('what is owed of a loan, and its name, are what a hand counts day by day', () => {
  fc.assert(
    fc.property(lives, fc.constantFrom('2025-04-20', '2025-07-07', '2026-02-01'), (told, day) => {
      const { village, entries } = committeeStory(told)
      const byHand = walkedByHand(loansByHand(entries, entries.length).get('l1')!, day)
      const { owed, interestDue, status } = standingIn(village, day)
      expect({ owed, interestDue, status }).toEqual(byHand)
    }),
    { numRuns: isLong ? 3000 : 400 },
  )
})

test('what is owed of a loan on a day is what stands in the books on that day', () => {
  const begun = lived(beginnings)
  fc.assert(
    fc.property(factsOfAYear('year'), (facts) => {
      const { village } = lived(facts, begun)
      for (const loan of village.loans.values())
        for (const day of ['2025-03-31', '2025-05-15', '2025-12-31', '2026-02-28'])
          expect(standingOf(loan, day)?.owed ?? 0).toBe(
            booked(village, `asset:loan:${loan.loanId}`, day),
          )
    }),
    { numRuns: isLong ? 1000 : 150 },
  )
})
