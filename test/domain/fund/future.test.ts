import { expect, test } from 'vitest'
import { type Future, futureOn } from '#domain/fund/future.ts'
import {
  appraised,
  byMeeting,
  committeeAfter,
  decided,
  requested,
  wordOf,
} from '#test/support/committee.ts'
import { type StoryCommand, admitted, paid, paidOut } from '#test/support/village.ts'

type Hands = { readonly present: number; readonly yes: number; readonly no: number }
const all: Hands = { present: 10, yes: 10, no: 0 }

const voted = (future: Future, effectiveOn = '2025-01-15', hands = all): StoryCommand => ({
  type: 'DecideFuture',
  effectiveOn,
  future,
  votes: hands,
  confirmedBy: 'o2',
})
const asks = requested({ on: '2025-01-16' })

test('while a fund rests nobody asks for a loan, is voted one, or is admitted', () => {
  const resting = committeeAfter([requested(), appraised(), voted('rest')])
  expect(wordOf(resting, requested({ on: '2025-01-16', loanId: 'l2', memberId: 'm2' }))).toBe(
    'fund-does-not-go-on',
  )
  const late = decided({ on: '2025-01-20', ballot: byMeeting(all) })
  expect(wordOf(resting, late)).toBe('fund-does-not-go-on')
  expect(wordOf(resting, { ...admitted('m99'), effectiveOn: '2025-01-16' })).toBe(
    'fund-does-not-go-on',
  )
  // What was done before that day and is written down late is what it was.
  expect(wordOf(resting, requested({ on: '2025-01-14', loanId: 'l2', memberId: 'm2' }))).toBe(
    'recorded',
  )
})

test('what is owed is paid back as ever, and what was saved is handed back', () => {
  const out = paidOut({ on: '2025-01-10', principal: 500_000, months: 10 })
  const ended = committeeAfter([out, voted('end')])
  expect(wordOf(ended, paid('2025-02-20', 57_500))).toBe('recorded')
  const takesOut: StoryCommand = {
    type: 'RecordWithdrawal',
    effectiveOn: '2025-01-20',
    memberId: 'm2',
    amount: 100_000,
  }
  expect(wordOf(ended, takesOut)).toBe('recorded')
})

test('a later meeting lets it go on', () => {
  const village = committeeAfter([voted('rest'), voted('go-on', '2025-01-16')])
  expect(wordOf(village, asks)).toBe('recorded')
  const { futures } = village.fund!
  expect(['2025-01-14', '2025-01-15', '2025-01-16'].map((day) => futureOn(futures, day))).toEqual([
    'go-on',
    'rest',
    'go-on',
  ])
  expect(wordOf(village, voted('rest', '2025-01-15'))).toBe('decided-later-already')
  expect(wordOf(village, voted('go-on', '2025-01-17'))).toBe('decided-so-already')
})

test('two thirds of those present end a fund or let it go into another; most of the hands let it rest', () => {
  const village = committeeAfter([])
  const word = (future: Future, hands: Hands) => wordOf(village, voted(future, '2025-01-15', hands))
  const nine = { present: 9, no: 2 }
  expect(word('end', { ...nine, yes: 6 })).toBe('recorded')
  expect(word('end', { ...nine, yes: 5 })).toBe('vote-lost')
  expect(word('merge', { ...nine, yes: 5 })).toBe('vote-lost')
  expect(word('rest', { ...nine, yes: 5 })).toBe('recorded')
  expect(word('rest', { ...nine, yes: 2 })).toBe('vote-lost')
  expect(word('end', { present: 3, yes: 3, no: 0 })).toBe('quorum-missing')
  expect(word('end', { present: 3, yes: 4, no: 0 })).toBe('more-votes-than-present')
})
