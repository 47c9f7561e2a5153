import fc from 'fast-check'
import { expect, test } from 'vitest'
import { owedAtOrigin } from '#domain/loans/loan.ts'
import { standingOf, unpaidDues } from '#domain/loans/standing.ts'
import { beginnings, factsOfAYear } from '#test/support/any-order-of-loans.ts'
import { committeeAfter, committeeStory, sumOf } from '#test/support/committee.ts'
import { lived } from '#test/support/lives.ts'
import {
  type StoryCommand,
  answerTo,
  bodyOf,
  booked,
  paid,
  paidOut,
  relieved,
  standingIn,
} from '#test/support/village.ts'

const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const inTime = [half, paid('2025-02-20', 57_500), paid('2025-04-20', 100_000)]
const late: StoryCommand = { ...paid('2025-03-20', 56_700), id: 'late' }
const close = (effectiveOn: string): StoryCommand => ({ type: 'ClosePeriod', effectiveOn })

const linesOf = (told: readonly StoryCommand[], last: StoryCommand): string[] =>
  bodyOf(answerTo(committeeAfter(told), last))
    .postings.map(({ account, on, amount }) => `${on} ${account} ${amount}`)
    .toSorted()

test('money that is written down late posts itself on its day, and corrects later splits on theirs', () => {
  // Without it, 13,400 of the 100,000 of April were interest; with it, 6,000 are.
  expect(linesOf(inTime, late)).toEqual(
    [
      '2025-03-20 asset:cash-box 56700',
      '2025-03-20 asset:loan:l1 -50000',
      '2025-03-20 income:interest -6700',
      '2025-04-20 asset:loan:l1 -7400',
      '2025-04-20 income:interest 7400',
    ].toSorted(),
  )
})

test('what it corrects in a closed period goes to the first open day, the rest to its own', () => {
  expect(linesOf([...inTime, close('2025-03-31')], late)).toEqual(
    [
      '2025-04-01 asset:cash-box 56700',
      '2025-04-01 asset:loan:l1 -50000',
      '2025-04-01 income:interest -6700',
      '2025-04-20 asset:loan:l1 -7400',
      '2025-04-20 income:interest 7400',
    ].toSorted(),
  )
  expect(linesOf([...inTime, close('2025-06-30')], late)).toEqual(
    [
      '2025-07-01 asset:cash-box 56700',
      '2025-07-01 asset:loan:l1 -57400',
      '2025-07-01 income:interest 700',
    ].toSorted(),
  )
})

test('a late entry keeps its true day in the loan, whatever was closed', () => {
  const open = committeeAfter([...inTime, late])
  const closed = committeeAfter([...inTime, close('2025-06-30'), late])
  for (const day of ['2025-03-20', '2025-04-20', '2025-12-31'])
    expect({ ...standingIn(closed, day), loan: 0 }).toEqual({ ...standingIn(open, day), loan: 0 })
})

test('relief that is written down late corrects every split that it touches, each on its day', () => {
  const told = [...inTime, late]
  const flood = relieved('2025-02-15', { from: '2025-02-01', to: '2025-03-31' })
  expect(linesOf(told, flood).map((line) => line.slice(0, 10))).toEqual(
    expect.arrayContaining(['2025-02-20', '2025-03-20']),
  )
  const village = committeeAfter([...told, flood])
  const turned = committeeAfter([half, flood, ...told.slice(1)])
  expect(booked(village, 'income:interest', '2025-03-31')).toBe(
    booked(turned, 'income:interest', '2025-03-31'),
  )
})

test('every entry comes to zero on each day for itself', () => {
  const { entries } = committeeStory([...inTime, close('2025-03-31'), late])
  for (const { body } of entries) {
    const days = new Map<string, number>()
    for (const { on, amount } of body.postings) days.set(on, (days.get(on) ?? 0) + amount)
    expect([...days.values()].every((sum) => sum === 0)).toBe(true)
  }
})

test('in whatever life, parts come to what was lent, what is to come to what is owed, and nobody owes less than nothing', () => {
  const begun = lived(beginnings)
  const days = ['2025-03-20', '2025-06-21', '2025-10-01', '2026-02-28']
  fc.assert(
    fc.property(factsOfAYear('year'), (facts) => {
      for (const loan of lived(facts, begun).village.loans.values())
        for (const day of days) {
          const standing = standingOf(loan, day)
          if (!standing) continue
          const { dues, settled, owed, loan: known } = standing
          const drawn = (known.draws ?? []).reduce((sum, { amount }) => sum + amount, 0)
          expect(owed).toBeGreaterThanOrEqual(0)
          expect(sumOf(dues)).toBe(owedAtOrigin(loan) + drawn)
          expect(sumOf(unpaidDues(dues, settled))).toBe(owed)
        }
    }),
    { numRuns: process.env['TEST_BUDGET'] === 'ci' ? 1000 : 60 },
  )
})
