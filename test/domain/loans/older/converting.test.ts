import { expect, test } from 'vitest'
import type { Charter } from '#domain/fund/charter/charter.ts'
import {
  byMeeting,
  byOfficers,
  committeeAfter,
  committeeStory,
  officers,
  reversed,
  toCome,
  wordOf,
} from '#test/support/committee.ts'
import { beyondOf } from '#domain/loans/beyond.ts'
import { carriedOver, converted, flat, givenBack, lentLikeThat } from '#test/support/older.ts'
import {
  type StoryCommand,
  answerTo,
  bodyOf,
  loanIn,
  paid,
  paidOut,
  standingIn,
} from '#test/support/village.ts'

const interestDue = (told: readonly StoryCommand[], day: string, charter: Partial<Charter> = {}) =>
  standingIn(committeeAfter(told, charter), day).interestDue
const cheaper = { rateMonthlyPercent: { normal: '1', seasonal: '1', emergency: '0' } }

test('from the day of the vote the loan bears the charter’s own rate', () => {
  const told = [lentLikeThat(flat('3'))]
  const voted = [...told, converted('2025-03-20')]
  const day = '2025-04-20'
  // Two months at the cap, which fell due before the vote, and one at the charter's 1 %.
  expect(interestDue(voted, '2025-03-20', cheaper)).toBe(30_000)
  expect(interestDue(voted, day, cheaper)).toBe(40_000)
  expect(interestDue(told, day, cheaper)).toBe(45_000)
})

test('the month in which the meeting votes bears the new rate whole', () => {
  expect(
    interestDue([lentLikeThat(flat('3')), converted('2025-02-05')], '2025-02-20', cheaper),
  ).toBe(10_000)
})

test('no instalment grows and no principal moves', () => {
  const told = [lentLikeThat(flat('3')), paid('2025-02-20', [15_000, 100_000])]
  const before = toCome(committeeAfter(told), '2025-03-25')
  const after = toCome(committeeAfter([...told, converted('2025-03-25')]), '2025-03-25')
  expect(after).toEqual(before)
})

test('the entry says what was given up for good', () => {
  const village = committeeAfter([carriedOver(flat('3'))])
  expect(bodyOf(answerTo(village, converted('2025-02-28')))).toMatchObject({
    type: 'LoanConverted',
    rateMonthlyPercent: '1.5',
    givenUp: 45_000,
    charterVersion: 1,
    flags: [],
  })
})

test('a cheap loan never becomes dearer by it, and neither does one under a charter above the cap', () => {
  const dearCharter = { rateMonthlyPercent: { normal: '2', seasonal: '2', emergency: '0' } }
  const village = committeeAfter([carriedOver(flat('0.7'))], dearCharter)
  expect(bodyOf(answerTo(village, converted('2025-02-28')))).toMatchObject({
    rateMonthlyPercent: '1.272727',
  })
  const dear = committeeAfter([carriedOver(flat('7'))], dearCharter)
  expect(bodyOf(answerTo(dear, converted('2025-02-28')))).toMatchObject({
    rateMonthlyPercent: '1.5',
  })
})

test('only the meeting converts, with its quorum, and by more than half', () => {
  const village = committeeAfter([carriedOver(flat('3'))])
  const word = (ballot: Parameters<typeof converted>[1]) =>
    wordOf(village, converted('2025-02-28', ballot))
  expect(word(byOfficers(officers))).toBe('the-meeting-must-vote')
  expect(word(byMeeting({ present: 6, yes: 6, no: 0 }))).toBe('quorum-missing')
  expect(word(byMeeting({ present: 8, yes: 4, no: 4 }))).toBe('vote-lost')
  expect(word(byMeeting({ present: 8, yes: 5, no: 3 }, { confirmedBy: 'o2' }))).toBe(
    'confirmed-by-no-chair',
  )
  expect(word(byMeeting({ present: 8, yes: 5, no: 3 }))).toBe('recorded')
})

test('there is nothing to convert in a loan of the fund’s own, in a fair one, and twice', () => {
  const word = (told: readonly StoryCommand[]) =>
    wordOf(committeeAfter(told), converted('2025-02-28'))
  const fair = { asWritten: { method: 'declining', rateMonthlyPercent: '1.5' } } as const
  expect(word([paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })])).toBe(
    'nothing-to-convert',
  )
  expect(word([carriedOver(fair)])).toBe('nothing-to-convert')
  expect(word([carriedOver({ asWritten: { fee: 5000 } })])).toBe('nothing-to-convert')
  expect(word([carriedOver(flat('3')), converted('2025-02-01')])).toBe('nothing-to-convert')
})

test('what is dearer than the charter, though not than the cap, can be converted', () => {
  const written = { asWritten: { method: 'declining', rateMonthlyPercent: '1.4' } } as const
  const village = committeeAfter([carriedOver(written)], cheaper)
  expect(wordOf(village, converted('2025-02-28'))).toBe('recorded')
})

test('a loan that is paid back, or not there yet, is not converted', () => {
  const settled = committeeAfter([carriedOver(flat('3')), paid('2025-01-20', 600_000)])
  expect(wordOf(settled, converted('2025-02-28'))).toBe('loan-not-open')
  const lent = committeeAfter([lentLikeThat(flat('3'))])
  expect(wordOf(lent, converted('2025-01-19'))).toBe('loan-not-open')
  expect(wordOf(lent, { ...converted('2025-02-28'), loanId: 'l9' } as StoryCommand)).toBe(
    'loan-unknown',
  )
})

test('a repayment that was written down before the vote it came after is split anew', () => {
  const told = [lentLikeThat(flat('3')), paid('2025-04-20', 60_000)]
  const before = standingIn(committeeAfter(told, cheaper), '2025-04-30')
  const { village } = committeeStory([...told, converted('2025-02-20')], cheaper)
  const after = standingIn(village, '2025-04-30')
  expect([before.interestPaid, after.interestPaid]).toEqual([45_000, 35_000])
  expect(before.owed - after.owed).toBe(10_000)
})

test('a vote that was never held is taken back, and the older terms are told apart again', () => {
  const told = [carriedOver(flat('3')), converted('2025-02-28')]
  const { entries } = committeeStory(told)
  const { id } = entries.at(-1)!
  const village = committeeAfter([
    ...told,
    reversed(id, '2025-03-01', { reason: 'did-not-happen' }),
  ])
  expect(loanIn(village).conversions).toEqual([])
  expect(beyondOf(loanIn(village), '2025-03-01')?.open).toBe(45_000)
  expect(wordOf(village, converted('2025-03-05'))).toBe('recorded')
})

test('a take-over with a vote and a paper that came back on it is taken back last', () => {
  const told = [
    carriedOver({ ...flat('3'), securities: ['land-title'] }),
    converted('2025-02-28'),
    givenBack('2025-03-01', 'land-title'),
  ]
  const { entries, village } = committeeStory(told)
  const [first, vote, paper] = entries.slice(-3).map(({ id }) => id)
  const answer = answerTo(village, reversed(first!, '2025-03-02'))
  const code = 'reverse-others-first'
  expect(answer).toMatchObject({ outcome: 'refused', code, entries: [vote, paper] })
})

test('a loan may be converted on the day on which it was lent, with a riel owed', () => {
  expect(wordOf(committeeAfter([lentLikeThat(flat('3'))]), converted('2025-01-20'))).toBe(
    'recorded',
  )
  const almost = [lentLikeThat(flat('3')), paid('2025-02-20', [15_000, 999_999])]
  expect(wordOf(committeeAfter(almost), converted('2025-02-28'))).toBe('recorded')
  const none = [lentLikeThat(flat('3')), paid('2025-02-20', [15_000, 1_000_000])]
  expect(wordOf(committeeAfter(none), converted('2025-02-28'))).toBe('loan-not-open')
})

test('a loan of the fund’s own keeps its rate when the charter becomes cheaper', () => {
  const { charter } = committeeAfter([]).fund!.charters[0]!
  const village = committeeAfter([
    paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
    {
      type: 'AmendCharter',
      effectiveOn: '2025-02-01',
      charter: { ...charter, ...cheaper },
      votes: { present: 9, yes: 9, no: 0 },
    },
  ])
  expect(wordOf(village, converted('2025-02-28'))).toBe('nothing-to-convert')
})

test('a vote of somebody whom nobody knows converts nothing', () => {
  const village = committeeAfter([lentLikeThat(flat('3'))])
  const ballot = byMeeting({ present: 9, yes: 8, no: 0 }, { recused: ['nobody'] })
  expect(answerTo(village, converted('2025-02-28', ballot))).toMatchObject({ outcome: 'invalid' })
})
