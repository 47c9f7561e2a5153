import { expect, test } from 'vitest'
import { type LoanCommand, loanOperations } from '#domain/loans/operations.ts'
import {
  allOfUs,
  appraised,
  byMeeting,
  byOfficers,
  committeeAfter,
  decided,
  disclosed,
  lendingIn,
  officers,
  requested,
  wordOf,
} from '#test/support/committee.ts'
import { type StoryCommand, answerTo } from '#test/support/village.ts'

const waiting = committeeAfter([requested(), appraised()])
const told = (more: object): StoryCommand =>
  ({ ...disclosed(), id: 'later', ...more }) as StoryCommand

test('a price that was put before a household names its text, its language and the day of pay-out', () => {
  const place = (more: object) => answerTo(waiting, told(more))
  expect(wordOf(waiting, told({}))).toBe('recorded')
  expect(place({ textHash: 'ab' })).toMatchObject({ at: '/textHash' })
  expect(place({ textHash: 'AB'.repeat(32) })).toMatchObject({ at: '/textHash' })
  expect(place({ language: 'fr' })).toMatchObject({ at: '/language' })
  expect(place({ paidOutOn: '2025-02-30' })).toMatchObject({ at: '/paidOutOn' })
})

test('a reason for a refusal is one of its words', () => {
  const no = byOfficers([], officers)
  expect(wordOf(waiting, decided({ ballot: no, reason: 'late-before' }))).toBe('recorded')
  const odd = { ...decided({ ballot: no }), reason: 'did-not-like-it' } as unknown as StoryCommand
  expect(answerTo(waiting, odd)).toMatchObject({ outcome: 'invalid', at: '/reason' })
})

const request = waiting.requests.get('l1')!
const judge = (
  ballot: ReturnType<typeof byMeeting>,
  verdict: { refusal?: 'second-loan'; isForTheMeeting?: boolean } = {},
  of = request,
  day = '2025-01-20',
) => {
  const answer = loanOperations.decide(
    lendingIn(waiting, {
      requests: new Map([['l1', of]]),
      verdictOn: () => ({ refusal: undefined, isForTheMeeting: false, ...verdict }),
    }),
    { ...decided({ ballot, on: day }), id: 'x', v: 1 } as unknown as LoanCommand,
  )
  if (answer.outcome !== 'recorded') return answer.code
  return answer.body.type === 'LoanDecided' ? answer.body.outcome : undefined
}

test('a vote is held on the day on which the price was first told, or after it', () => {
  const first = { ...request, disclosure: { ...request.disclosure!, firstOn: '2025-01-20' } }
  const on = (day: string) => judge(allOfUs, {}, first, day)
  expect(['2025-01-19', '2025-01-20', '2025-01-21'].map(on)).toEqual([
    'not-disclosed',
    'approved',
    'approved',
  ])
  const { disclosure: _, ...untold } = request
  expect(judge(allOfUs, {}, untold)).toBe('not-disclosed')
})

test('what fairness leaves to the meeting no officers decide, neither way', () => {
  const isForTheMeeting = true
  expect(judge(byOfficers(officers), { isForTheMeeting })).toBe('the-meeting-must-vote')
  expect(judge(byOfficers([], officers), { isForTheMeeting })).toBe('the-meeting-must-vote')
  expect(judge(allOfUs, { isForTheMeeting })).toBe('approved')
  expect(judge(byOfficers(officers))).toBe('approved')
})

test('an unfair loan may be voted down and not voted for', () => {
  const refusal = 'second-loan'
  expect(judge(allOfUs, { refusal })).toBe('second-loan')
  expect(judge(byMeeting({ present: 9, yes: 2, no: 6 }), { refusal })).toBe('refused')
})

test('nothing is lent by a vote to whoever is away on its day; that it was lost may be written', () => {
  const away: StoryCommand = {
    type: 'RecordMemberChange',
    effectiveOn: '2025-01-20',
    memberId: 'm1',
    change: 'away',
  }
  const gone = committeeAfter([requested(), appraised(), away])
  expect(wordOf(gone, decided({ on: '2025-01-19' }))).toBe('recorded')
  expect(wordOf(gone, decided({ on: '2025-01-20' }))).toBe('borrower-away')
  const no = byOfficers([], officers)
  expect(wordOf(gone, decided({ on: '2025-01-20', ballot: no }))).toBe('recorded')
  const asking = (on: string) => wordOf(committeeAfter([away]), requested({ on }))
  expect(asking('2025-01-19')).toBe('recorded')
  expect(asking('2025-01-20')).toBe('borrower-away')
  // A step that lends nothing is taken all the same.
  expect(wordOf(committeeAfter([requested(), away]), appraised({ on: '2025-01-21' }))).toBe(
    'recorded',
  )
})
