import fc from 'fast-check'
import { expect, test } from 'vitest'
import { books } from '#domain/loans/books.ts'
import { owedAtOrigin } from '#domain/loans/loan.ts'
import { near, nearDay } from '#test/support/edge-draws.ts'
import {
  type Story,
  type StoryCommand,
  admitted,
  booked,
  founded,
  idOf,
  loanIn,
  paid,
  paidOut,
  relieved,
  standingIn,
  storyOf,
  takenOver,
  unbalanced,
} from '#test/support/village.ts'
import { daysPosted } from '#test/support/posted.ts'

const loanIds = ['l1', 'l2', 'l3'] as const
const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 5_000_000, reserve: 5_084_000 } }),
  admitted('m1'),
  admitted('m2'),
  admitted('m3'),
  takenOver({ on: '2024-10-20', principal: 300_000, months: 10, owed: 84_000 }),
  paidOut({ on: '2025-01-20', principal: 250_000, months: 5, loanId: 'l2', memberId: 'm2' }),
  paidOut({
    on: '2025-02-05',
    principal: 200_000,
    months: 6,
    loanId: 'l3',
    memberId: 'm3',
    product: 'seasonal',
  }),
]
const lastDay = '2026-12-31'
const openings = { l1: 84_000, l2: 250_000, l3: 200_000 }

const loanId = fc.constantFrom(...loanIds)
/** A first and last day due of each loan: few, so that things meet on one. */
const edges = ['2025-02-20', '2025-06-20', '2025-07-20']
const day = nearDay(edges, { from: '2025-02-05', to: '2026-10-31' })
/** A part of each loan, with a month's interest and without it, and all of the first. */
const sum = near([30_000, 31_200, 50_000, 53_700, 84_000, 85_200], { min: 1, max: 150_000 })

const repayment = fc
  .tuple(loanId, day, sum, fc.option(fc.integer({ min: 0, max: 20_000 })))
  .map(([id, on, amount, interest]): StoryCommand => {
    const part = Math.min(interest ?? 0, amount)
    return paid(on, interest === null ? amount : [part, amount - part], id)
  })
const writeOff = fc.tuple(loanId, day, sum).map(([id, effectiveOn, amount]): StoryCommand => ({
  type: 'RecordWriteOff',
  effectiveOn,
  loanId: id,
  amount,
}))
const relief = fc
  .tuple(day, day, fc.subarray([...loanIds], { minLength: 1 }))
  .map(([a, b, touched]): StoryCommand =>
    relieved('2025-02-10', a < b ? { from: a, to: b } : { from: b, to: a }, { loanIds: touched }),
  )
const facts = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: repayment },
      { weight: 1, arbitrary: writeOff },
      { weight: 2, arbitrary: relief },
    ),
    { maxLength: 10 },
  )
  .map((list) =>
    list.map((told, i): StoryCommand => {
      const event = told.type === 'RecordRelief' ? { eventId: `E${i}` } : {}
      return { ...told, ...event, id: idOf(100 + i) }
    }),
  )
const withOrder = facts.chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
  ),
)
const storyWith = (list: readonly StoryCommand[]): Story => storyOf([...begun, ...list])

test('the postings of every entry come to zero a day, and so do all of them together', () => {
  fc.assert(
    fc.property(facts, (list) => {
      const { entries } = storyWith(list)
      for (const { body } of entries) expect(unbalanced(body.postings)).toEqual([])
      expect(unbalanced(entries.flatMap(({ body }) => body.postings))).toEqual([])
    }),
  )
})

test('what is owed, what was paid and what was written off make what was owed at first', () => {
  fc.assert(
    fc.property(facts, day, (list, on) => {
      const { village } = storyWith(list)
      for (const id of loanIds) {
        for (const asOf of on < '2025-02-05' ? [lastDay] : [on, lastDay]) {
          const { owed, principalPaid, writtenOff } = standingIn(village, asOf, id)
          expect(owed + principalPaid + writtenOff).toBe(openings[id])
          expect(Math.min(owed, principalPaid, writtenOff)).toBeGreaterThanOrEqual(0)
        }
      }
    }),
  )
})

test('interest, principal and what waits in suspense make the money that came', () => {
  fc.assert(
    fc.property(facts, (list) => {
      const { village } = storyWith(list)
      for (const id of loanIds) {
        const { splits } = standingIn(village, lastDay, id)
        for (const { amount, interest, principal, excess } of splits) {
          expect(interest + principal + excess).toBe(amount)
          expect(Math.min(interest, principal, excess)).toBeGreaterThanOrEqual(0)
        }
        const came = list.reduce(
          (all, told) =>
            told.type === 'RecordRepayment' && told.loanId === id ? all + told.amount : all,
          0,
        )
        expect(splits.reduce((all, { amount }) => all + amount, 0)).toBe(came)
      }
    }),
  )
})

test('the books hold what the loans say: receivable, income, suspense and write-offs', () => {
  fc.assert(
    fc.property(facts, (list) => {
      const { village } = storyWith(list)
      const standings = loanIds.map((id) => standingIn(village, lastDay, id))
      const total = (pick: (standing: (typeof standings)[number]) => number) =>
        standings.reduce((all, standing) => all + pick(standing), 0)
      for (const [i, id] of loanIds.entries())
        expect(booked(village, `asset:loan:${id}`)).toBe(standings[i]!.owed)
      expect(0 - booked(village, 'income:interest')).toBe(total((one) => one.interestPaid))
      expect(booked(village, 'asset:loan-loss-provision')).toBe(total((one) => one.writtenOff))
      const waiting = standings.flatMap(({ splits }) => splits.map(({ excess }) => excess))
      const suspense = ['m1', 'm2', 'm3'].reduce(
        (all, memberId) => all - booked(village, `liability:suspense:${memberId}`),
        0,
      )
      expect(suspense).toBe(waiting.reduce((a, b) => a + b, 0))
    }),
  )
})

test('what entries posted over time is what the facts of the loan come to at once', () => {
  fc.assert(
    fc.property(facts, (list) => {
      const { village, entries } = storyWith(list)
      const accounts = new Map<string, number>()
      const add = (account: string, on: string, amount: number) =>
        accounts.set(`${account} ${on}`, (accounts.get(`${account} ${on}`) ?? 0) + amount)
      const posted = entries.slice(4).flatMap(({ body }) => body.postings)
      for (const { account, on, amount } of posted) add(account, on, amount)
      for (const id of loanIds)
        for (const { account, on, amount } of books(loanIn(village, id))) add(account, on, -amount)
      expect([...accounts].filter(([, amount]) => amount !== 0)).toEqual([])
      expect(loanIds.map((id) => owedAtOrigin(loanIn(village, id)))).toEqual(
        Object.values(openings),
      )
    }),
  )
})

test('the same facts in another order give equal loans and equal balances on every day', () => {
  fc.assert(
    fc.property(withOrder, ([list, shuffled]) => {
      const [one, other] = [storyWith(list).village, storyWith(shuffled).village]
      for (const id of loanIds) expect(loanIn(other, id)).toEqual(loanIn(one, id))
      const balances = (village: typeof one) =>
        [...daysPosted(village.posted)]
          .flatMap(([account, days]) => [...days].map(([on, amount]) => [account, on, amount]))
          .filter(([, , amount]) => amount !== 0)
          .map((line) => line.join(' '))
          .toSorted()
      expect(balances(other)).toEqual(balances(one))
    }),
  )
})

test('interest that was counted and not paid never makes a month dearer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 900_000 }), (principal) => {
      const loan = paidOut({ on: '2025-01-20', principal, months: 10 })
      const { village } = storyOf([...begun.slice(0, 4), loan])
      const due = ['02', '03', '04', '05', '06'].map(
        (month) => standingIn(village, `2025-${month}-20`).interestDue,
      )
      const monthly = Math.floor((principal * 15) / 100_000) * 100
      expect(due).toEqual([1, 2, 3, 4, 5].map((n) => n * monthly))
    }),
  )
})
