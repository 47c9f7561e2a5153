import { expect, test } from 'vitest'
import { nextPaymentOf } from '#domain/loans/early.ts'
import { standingOf } from '#domain/loans/standing.ts'
import {
  dueBy,
  repaymentEffect,
  repaymentInBook,
  savedThrough,
  savingEffect,
  settlementOn,
} from '#src/app/lending/before-after.ts'
import { cardMatches, deskDayOf } from '#src/app/desk-day.ts'
import { bookOf } from '#src/app/queries.ts'
import { recorder } from '#src/app/record.ts'
import { sha256 } from '#infra/system/system.ts'
import { bookFrom, fixedClock, paperBookFolder } from '#test/support/books-in.ts'

const today = '2025-12-31'
const { store, fundId, book } = await bookFrom(paperBookFolder)
const record = recorder({ journal: store, clock: fixedClock, hash: sha256 })
const by = { actor: 'record-keeper', device: 'phone' }
const day = deskDayOf(book, today)
const open = [...day.dueByMeeting, ...day.dueLater].map(({ loanId }) =>
  book.loans.find((loan) => loan.loanId === loanId)!,
)
const idOf = (n: number): string => `0198f3a0-0000-7000-8000-${String(n).padStart(12, '0')}`

test('what a repayment was said to do is what the book says after it is recorded', async () => {
  let n = 0
  for (const loan of open.slice(0, 6)) {
    for (const effectiveOn of [today, '2025-12-22']) {
      const now = (await bookOf(store, fundId))!
      const current = now.loans.find(({ loanId }) => loanId === loan.loanId)!
      const repaid = { id: idOf((n += 1)), effectiveOn, amount: 20_000 + n * 100 }
      const told = repaymentEffect({ book: now, loan: current }, repaid, today)
      await record(fundId, [{ type: 'RecordRepayment', v: 1, loanId: loan.loanId, ...repaid }], by)
      const after = (await bookOf(store, fundId))!
      const kept = after.loans.find(({ loanId }) => loanId === loan.loanId)!
      expect(told.owedBefore).toBe(standingOf(current, today)!.owed)
      expect(told.owedAfter).toBe(standingOf(kept, today)!.owed)
      const { split, owed } = repaymentInBook(kept, repaid.id, effectiveOn)
      expect(owed).toBe(standingOf(kept, effectiveOn)!.owed)
      expect([told.interest, told.principal, told.excess]).toEqual([
        split!.interest,
        split!.principal,
        split!.excess,
      ])
      expect(told.interest + told.principal + told.excess).toBe(repaid.amount)
    }
  }
})

test('the sum that settles a loan settles it, and one step less does not', () => {
  for (const loan of open) {
    const amount = settlementOn(loan, today)
    const of = (sum: number) =>
      repaymentEffect({ book, loan }, { id: 'x', effectiveOn: today, amount: sum }, today)
    expect([of(amount).owedAfter, of(amount).excess]).toEqual([0, 0])
    expect(of(amount - loan.terms.interestStep).owedAfter).toBeGreaterThan(0)
  }
})

test('before a loan was paid out nothing settles it', () => {
  expect(settlementOn(open[0]!, '2000-01-01')).toBe(0)
})

test('ten times is counted from the middle one of all that she paid, the upper of two', () => {
  const loan = open.find(({ repayments }) => repayments.length > 2)!
  const asks = (paid: readonly number[], amount: number) => {
    const repayments = paid.map((sum, i) => ({
      id: `p${i}`,
      on: loan.repayments[0]!.on,
      amount: sum,
    }))
    const alone = { ...loan, repayments }
    return repaymentEffect(
      { book: { loans: [alone] }, loan: alone },
      { id: 'x', effectiveOn: today, amount },
      today,
    ).asksAgain.filter(({ why }) => why === 'ten-times-usual')
  }
  const ofMiddle = (than: number) => [{ why: 'ten-times-usual', than }]
  expect(asks([900, 100, 300], 3_000)).toEqual(ofMiddle(300))
  expect(asks([900, 100, 300], 2_999)).toEqual([])
  expect(asks([900, 100, 300, 700], 7_000)).toEqual(ofMiddle(700))
  expect(asks([900, 100, 300, 700], 6_999)).toEqual([])
  expect(asks([], 9_000)).toEqual([])
})

test('what is due is principal that has fallen due and the interest counted with it', () => {
  for (const loan of open) {
    const standing = standingOf(loan, today)!
    const due = dueBy(loan, today)
    expect(due.total).toBe(due.interest + due.principal)
    expect(due.principal >= standing.overdue).toBe(true)
    const { nextDue } = standing
    if (nextDue)
      expect(dueBy(loan, nextDue.on).principal).toBe(standing.overdue + nextDue.principal)
  }
})

test('an instalment is not asked about again, three of them are', () => {
  const loan = open.find(({ terms, repayments }) => {
    return terms.product === 'normal' && repayments.length > 2 && terms.principal > 300_000
  })!
  const usual = loan.repayments.at(-1)!.amount
  const asks = (amount: number) =>
    repaymentEffect({ book, loan }, { id: 'x', effectiveOn: today, amount }, today).asksAgain
  expect(asks(usual)).toEqual([])
  expect(asks(usual * 4).map(({ why }) => why)).toContain('three-times-instalment')
  expect(asks(usual * 20).map(({ why }) => why)).toContain('ten-times-usual')
  const { on, amount } = loan.repayments.at(-1)!
  const again = repaymentEffect({ book, loan }, { id: 'x', effectiveOn: on, amount }, today)
  expect(again.asksAgain).toEqual([{ why: 'already-that-day', than: amount }])
})

test('a repayment of an earlier day says that later ones are counted anew', () => {
  const loan = open.find(({ repayments }) => repayments.length > 2)!
  const on = (effectiveOn: string) =>
    repaymentEffect({ book, loan }, { id: 'x', effectiveOn, amount: 1000 }, today).movesLater
  expect([on(loan.repayments[0]!.on), on(today)]).toEqual([true, false])
})

test('what shares were said to do is what the book says after they are recorded', async () => {
  const { memberId } = book.members.find(({ isFormer }) => !isFormer)!
  const accounts = [`liability:savings:${memberId}`] as const
  const postings = await store.postings(fundId, { accounts })
  const bought = { memberId, effectiveOn: today, shares: 2 }
  const told = savingEffect({ book, postings }, bought, today)
  expect([told.amount, told.savedAfter - told.savedBefore]).toEqual([10_000, 10_000])
  expect(told.asksAgain).toEqual([])
  await record(fundId, [{ type: 'BuyShares', v: 1, id: idOf(900), ...bought }], by)
  const after = (await bookOf(store, fundId))!
  expect(savedThrough(after, memberId, today)).toBe(told.savedAfter)
  const again = savingEffect(
    { book: after, postings: await store.postings(fundId, { accounts }) },
    bought,
    today,
  )
  expect(again.asksAgain).toEqual([{ why: 'already-that-day', than: 10_000 }])
  const tenfold = savingEffect({ book, postings }, { ...bought, shares: 60 }, today)
  expect(tenfold.asksAgain.map(({ why }) => why)).toEqual(['ten-times-usual'])
})

test('late loans stand first, then the others by their day, and every open loan once', () => {
  const late = day.dueByMeeting.map(({ daysLate }) => daysLate)
  expect(late).toEqual(late.toSorted((a, b) => b - a))
  expect(late[0]).toBeGreaterThan(0)
  const waiting = day.dueByMeeting.filter(({ daysLate }) => daysLate === 0)
  expect(waiting.map(({ dueOn }) => dueOn)).toEqual(waiting.map(({ dueOn }) => dueOn).toSorted())
  expect(new Set(open.map(({ loanId }) => loanId)).size).toBe(open.length)
  expect(open.length).toBe(
    book.loans.filter((loan) => (standingOf(loan, today)?.owed ?? 0) > 0).length,
  )
})

test('a loan that was paid ahead asks for nothing until its next instalment, interest included', () => {
  const first = book.loans.find(
    ({ loanId, terms }) =>
      terms.product === 'normal' &&
      day.dueByMeeting.some((due) => due.loanId === loanId && due.daysLate === 0),
  )!
  const amount = standingOf(first, today)!.owed - 1000
  const repayments = [...first.repayments, { id: 'ahead', on: today, amount }]
  const ahead = deskDayOf({ ...book, loans: [{ ...first, repayments }] }, today)
  expect(ahead.dueByMeeting).toEqual([])
  expect(ahead.dueLater).toMatchObject([{ daysLate: 0, owed: 1000 }])
  expect(ahead.dueLater[0]!.dueOn > ahead.nextMeeting).toBe(true)
  expect(ahead.dueLater[0]!.amount).toBeGreaterThanOrEqual(1000)
})

test('the record-keeper asks for the sum and the day that the household reads', () => {
  for (const row of [...day.dueByMeeting, ...day.dueLater]) {
    const loan = book.loans.find(({ loanId }) => loanId === row.loanId)!
    const next = nextPaymentOf(loan, { asOf: today, meetingOn: day.nextMeeting })!
    expect([row.number, row.amount, next.on]).toEqual([row.number, next.amount, next.on])
    if (row.daysLate === 0) expect(row.dueOn).toBe(next.on)
  }
  const seasonal = day.dueLater.filter(({ loanId }) =>
    book.loans.some((loan) => loan.loanId === loanId && loan.terms.product === 'seasonal'),
  )
  expect(seasonal.length).toBeGreaterThan(0)
})

test('whoever pays what is due on a loan that is wholly late owes nothing more', () => {
  const after = '2027-12-31'
  const wholly = open.filter((loan) => {
    const { owed, overdue } = standingOf(loan, after)!
    return owed > 0 && owed === overdue
  })
  expect(wholly.length).toBeGreaterThan(0)
  for (const loan of wholly) {
    const amount = dueBy(loan, after).total
    const { owedAfter, excess } = repaymentEffect(
      { book, loan },
      { id: 'x', effectiveOn: after, amount },
      after,
    )
    expect([owedAfter, excess]).toEqual([0, 0])
  }
})

test('7 finds M07 and not M70; case and spaces say nothing', () => {
  expect(['7', 'm07', ' M 07', '០៧'].map((asked) => cardMatches('M07', asked))).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['70', 'M7', 'M', '', '0'].map((asked) => cardMatches('M07', asked))).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})
