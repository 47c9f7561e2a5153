import { expect, test } from 'vitest'
import type { FundBook } from '#domain/health/book.ts'
import type { Body, Entry } from '#domain/village.ts'
import { type MinuteLine, countsOf, minutesOf } from '#src/app/meeting/minutes.ts'

const book = {
  members: [
    { memberId: 'm1', card: 'M01', offices: [{ office: 'box-keeper', from: '2025-01-01' }] },
    { memberId: 'm2', card: 'M02', offices: [] },
  ],
  loans: [{ loanId: 'l1', number: 'L25-1', memberId: 'm1' }],
  requests: [
    { loanId: 'l1', asked: { memberId: 'm1', principal: 400, purpose: 'farm' } },
    { loanId: 'l2', asked: { memberId: 'm2', principal: 500, purpose: 'health' } },
  ],
} as unknown as FundBook

const day = '2025-03-20'
const entryOf = (seq: number, body: object): Entry =>
  ({
    seq,
    id: `e${seq}`,
    effectiveOn: day,
    body: { v: 1, flags: [], postings: [], ...body } as unknown as Body,
  }) as unknown as Entry
/** What is told of one entry, without its place and type. */
const told = (body: object): object | undefined => {
  const [line] = minutesOf(book, [entryOf(1, body)])
  if (line === undefined) return undefined
  const { seq: _, type: __, ...rest } = line
  return rest
}

const hands = { present: 9, yes: 8, no: 1 }
const meeting = { by: 'meeting', hands, recused: [], confirmedBy: 'm1' }
const votes = (...all: readonly string[]) => ({
  by: 'officers',
  votes: all.map((vote, i) => ({ memberId: `m${i}`, vote })),
  recused: [],
  confirmedBy: 'm1',
})
const byMeeting = { by: 'meeting', ...hands }

test.each<[string, object, object | undefined]>([
  [
    'a loan that officers approved',
    {
      type: 'LoanDecided',
      loanId: 'l1',
      outcome: 'approved',
      ballot: votes('yes', 'yes', 'yes', 'no'),
    },
    {
      number: 'L25-1',
      card: 'M01',
      amount: 400,
      purpose: 'farm',
      isApproved: true,
      voted: { by: 'officers', yes: 3, no: 1 },
    },
  ],
  [
    'a loan that was refused, whose purpose is nobody else’s matter and which has no number',
    { type: 'LoanDecided', loanId: 'l2', outcome: 'refused', reason: 'burden', ballot: meeting },
    {
      number: undefined,
      card: 'M02',
      amount: 500,
      purpose: 'family-need',
      reason: 'burden',
      isApproved: false,
      voted: byMeeting,
    },
  ],
  [
    'a decision on what nobody knows',
    { type: 'LoanDecided', loanId: 'l9', outcome: 'approved', ballot: meeting },
    { number: undefined, card: undefined, isApproved: true, voted: byMeeting },
  ],
  [
    'a loan given up by a vote',
    { type: 'LoanWrittenOff', loanId: 'l1', amount: 7, ballot: meeting },
    { number: 'L25-1', card: 'M01', voted: byMeeting },
  ],
  [
    'a loan that an older book gave up',
    { type: 'LoanWrittenOff', loanId: 'l1', amount: 7 },
    { number: 'L25-1', card: 'M01' },
  ],
  [
    'a request that was taken back',
    { type: 'RequestWithdrawn', loanId: 'l2' },
    { number: undefined, card: 'M02' },
  ],
  [
    'a new charter',
    { type: 'CharterAmended', version: 2, votes: hands },
    { version: 2, voted: byMeeting },
  ],
  [
    'officers who were elected, office by office and their cards in order',
    {
      type: 'OfficersElected',
      elected: [
        { office: 'counter', memberId: 'm2' },
        { office: 'chair', memberId: 'm2' },
        { office: 'counter', memberId: 'm1' },
      ],
    },
    {
      offices: [
        { office: 'counter', cards: ['M01', 'M02'] },
        { office: 'chair', cards: ['M02'] },
      ],
    },
  ],
  [
    'an office that was handed over, from whom and to whom',
    { type: 'OfficeHandedOver', office: 'box-keeper', from: 'm2', to: 'm1' },
    { offices: [{ office: 'box-keeper', cards: ['M02', 'M01'] }] },
  ],
  [
    'an office that ended for somebody who is in the book no more',
    { type: 'OfficeEnded', office: 'chair', memberId: 'm9' },
    { offices: [{ office: 'chair', cards: [''] }] },
  ],
  ['somebody new', { type: 'MemberAdmitted', card: 'M03', memberId: 'm3' }, { card: 'M03' }],
  ['a year that was closed', { type: 'PeriodClosed' }, {}],
  [
    'relief that was given',
    { type: 'ReliefActivated', eventId: 'E1', touched: [{}, {}], ballot: meeting },
    { event: 'E1', loans: 2, voted: byMeeting },
  ],
  [
    'relief that the meeting did not want',
    { type: 'ReliefRatified', eventId: 'E1', isCarried: false, ballot: votes('no'), loanIds: [] },
    { event: 'E1', isApproved: false, voted: { by: 'officers', yes: 0, no: 1 } },
  ],
  [
    'relief that was taken back',
    { type: 'ReliefUndone', eventId: 'E1', loanIds: ['l1', 'l2', 'l3'] },
    { event: 'E1', loans: 3 },
  ],
  [
    'lines that were promised',
    { type: 'EmergencyLinesPromised', lines: [{}], ballot: meeting },
    { voted: byMeeting },
  ],
  ['savings that were asked for', { type: 'WithdrawalRequested', memberId: 'm2' }, { card: 'M02' }],
  ['a year that was shared out', { type: 'SharedOut', ballot: meeting }, { voted: byMeeting }],
  [
    'an answer to who did not agree',
    { type: 'DisputeAnswered', answer: 'stands' },
    { answer: 'stands' },
  ],
  ['running costs', { type: 'ExpensePaid', amount: 5 }, { amount: 5 }],
  ['shares that were bought', { type: 'SharesBought', memberId: 'm1', shares: 1 }, undefined],
])('the minutes tell of %s', (_, body, line) => {
  expect(told(body)).toEqual(line)
})

const short = (on: string, amount: number, account = 'expense:cash-shortage') => ({
  account,
  currency: 'KHR',
  on,
  amount,
})

test('what a count found missing is told on its own day, too much of it with a minus', () => {
  const counted = (...postings: readonly object[]) =>
    told({ type: 'MeetingClosed', count: { amount: 1000, isByNote: true }, postings })
  const boxKeepers = ['M01']
  expect(counted()).toEqual({ amount: 1000, missing: 0, boxKeepers })
  expect(counted(short(day, 70), short(day, -70, 'asset:cash-box'))).toEqual({
    amount: 1000,
    missing: 70,
    boxKeepers,
  })
  expect(counted(short(day, -30))).toEqual({ amount: 1000, missing: -30, boxKeepers })
  expect(counted(short('2025-03-19', 5), short('2025-03-21', 6))).toEqual({
    amount: 1000,
    missing: 0,
    boxKeepers,
  })
})

test('what was taken back is not in the minutes, and lines come in the order of the book', () => {
  const entries = [
    entryOf(1, { type: 'ExpensePaid', amount: 5 }),
    entryOf(2, { type: 'SocialSupportPaid', amount: 6, memberId: 'm1' }),
    entryOf(3, { type: 'EntryReversed', reverses: 'e1', reversedType: 'ExpensePaid' }),
  ]
  expect(minutesOf(book, entries).map(({ seq }) => seq)).not.toContain(1)
  expect(minutesOf(book, entries.slice(0, 2)).map(({ seq, amount }) => [seq, amount])).toEqual([
    [1, 5],
    [2, 6],
  ])
})

test('a wall tells how many loans were approved and refused, and what else was decided', () => {
  const line = (more: Partial<MinuteLine>): MinuteLine => ({ seq: 1, type: 'SharedOut', ...more })
  const voted = { by: 'meeting', ...hands } as const
  const decided = (isApproved: boolean) => line({ type: 'LoanDecided', isApproved, voted })
  expect(countsOf([])).toEqual({ approved: 0, refused: 0, others: 0 })
  expect(
    countsOf([
      decided(true),
      decided(true),
      decided(false),
      line({ voted }),
      line({ type: 'OfficersElected', offices: [] }),
      line({ type: 'DisputeAnswered', answer: 'stands' as never }),
      line({ type: 'ReliefRecorded', event: 'E1', loans: 1 }),
      line({ type: 'ExpensePaid', amount: 5 }),
      line({ type: 'MemberAdmitted', card: 'M3' }),
    ]),
  ).toEqual({ approved: 2, refused: 1, others: 4 })
})
