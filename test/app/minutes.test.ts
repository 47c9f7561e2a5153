import { expect, test } from 'vitest'
import type { FundBook } from '#domain/health/book.ts'
import type { Entry } from '#domain/village.ts'
import { countsOf, minutesOf, spokenPurpose } from '#src/app/meeting/minutes.ts'
import { committeeStory, requested } from '#test/support/committee.ts'
import { fundBookOf, paidOut } from '#test/support/village.ts'

const asked = committeeStory([
  requested({ loanId: 'l1' }),
  requested({ loanId: 'l2', memberId: 'm2', purpose: 'health' }),
  paidOut({ on: '2025-01-20', principal: 500_000, months: 10, loanId: 'l3', memberId: 'm3' }),
])
const book: FundBook = fundBookOf(asked)

const line = (body: object): unknown => {
  const entry = { id: 'e', seq: 7, effectiveOn: '2025-02-20', recordedAt: '', hash: '', body }
  const [told, ...more] = minutesOf(book, [entry as unknown as Entry])
  expect(more).toEqual([])
  return told
}
const officers = {
  by: 'officers',
  votes: [{ vote: 'yes' }, { vote: 'yes' }, { vote: 'no' }],
  recused: [],
  confirmedBy: 'o1',
}
const hands = { present: 9, yes: 7, no: 1 }
const meeting = { by: 'meeting', hands, recused: [], confirmedBy: 'o1' }
const byOfficers = { by: 'officers', yes: 2, no: 1 }
const byMeeting = { by: 'meeting', present: 9, yes: 7, no: 1 }

test('a vote on a loan is written down by card and sum, with what for where anybody may hear it', () => {
  expect(
    line({ type: 'LoanDecided', loanId: 'l1', outcome: 'approved', ballot: officers }),
  ).toEqual({
    seq: 7,
    type: 'LoanDecided',
    number: undefined,
    card: 'M1',
    amount: 500_000,
    purpose: 'farm',
    isApproved: true,
    voted: byOfficers,
  })
  const refused = { outcome: 'refused', reason: 'no-cash', ballot: meeting }
  expect(line({ type: 'LoanDecided', loanId: 'l2', ...refused })).toEqual({
    seq: 7,
    type: 'LoanDecided',
    number: undefined,
    card: 'M2',
    amount: 500_000,
    purpose: 'family-need',
    reason: 'no-cash',
    isApproved: false,
    voted: byMeeting,
  })
  // Of a loan that nobody asked for in these books neither sum nor purpose is known.
  expect(
    line({ type: 'LoanDecided', loanId: 'l3', outcome: 'approved', ballot: officers }),
  ).toEqual({
    seq: 7,
    type: 'LoanDecided',
    number: 'L3',
    card: 'M3',
    isApproved: true,
    voted: byOfficers,
  })
  expect(
    line({ type: 'LoanDecided', loanId: 'l9', outcome: 'approved', ballot: officers }),
  ).toEqual({
    seq: 7,
    type: 'LoanDecided',
    number: undefined,
    card: undefined,
    isApproved: true,
    voted: byOfficers,
  })
})

test('four purposes may be read aloud, and every other one is a family need', () => {
  const spoken = ['farm', 'trade', 'school', 'house'] as const
  expect(spoken.map(spokenPurpose)).toEqual(spoken)
  for (const purpose of ['health', 'papers', 'buy-out', 'family-need'] as const)
    expect(spokenPurpose(purpose as never)).toBe('family-need')
})

test('what became of a loan is written down by its number, with what went out and the vote where there was one', () => {
  const loan = { seq: 7, number: 'L3', card: 'M3' }
  for (const type of ['DecisionAppealed', 'SecurityReturned'])
    expect(line({ type, loanId: 'l3' })).toEqual({ ...loan, type })
  const [whole, part] = ['LoanPaidOut', 'LoanPartPaidOut']
  const terms = { principal: 300_000 }
  expect(line({ type: whole, loanId: 'l3', terms, origin: {} })).toEqual({
    ...loan,
    type: whole,
    amount: 300_000,
  })
  const origin = { amount: 100_000 }
  expect(line({ type: whole, loanId: 'l3', terms, origin })).toMatchObject({ amount: 100_000 })
  expect(line({ type: part, loanId: 'l3', amount: 50_000 })).toMatchObject({ amount: 50_000 })
  for (const type of ['LoanRescheduled', 'LoanConverted', 'LoanWrittenOff'])
    expect(line({ type, loanId: 'l3', ballot: meeting })).toEqual({
      ...loan,
      type,
      voted: byMeeting,
    })
  const type = 'LoanWrittenOff'
  expect(line({ type, loanId: 'l3' })).toStrictEqual({ ...loan, type })
})

test('who was chosen is written down by card, office by office', () => {
  const elected = [
    { office: 'counter', memberId: 'o5' },
    { office: 'chair', memberId: 'o1' },
    { office: 'counter', memberId: 'o4' },
  ]
  expect(line({ type: 'OfficersElected', elected })).toMatchObject({
    offices: [
      { office: 'counter', cards: ['O4', 'O5'] },
      { office: 'chair', cards: ['O1'] },
    ],
  })
  const one = { office: 'chair', memberId: 'o2' }
  for (const type of ['OfficerAppointed', 'OfficeEnded'])
    expect(line({ type, ...one })).toMatchObject({ offices: [{ office: 'chair', cards: ['O2'] }] })
  expect(line({ type: 'OfficerAppointed', ...one, memberId: 'nobody' })).toMatchObject({
    offices: [{ office: 'chair', cards: [''] }],
  })
  expect(line({ type: 'OfficeHandedOver', office: 'chair', from: 'o1', to: 'o2' })).toMatchObject({
    offices: [{ office: 'chair', cards: ['O1', 'O2'] }],
  })
  expect(line({ type: 'CharterAmended', version: 2, votes: hands })).toMatchObject({
    version: 2,
    voted: byMeeting,
  })
})

test('relief is written down by its event, with how many loans it touches and how it was voted', () => {
  const touched = [{ loanId: 'l1' }, { loanId: 'l2' }]
  const eventId = 'E1'
  expect(line({ type: 'ReliefRecorded', eventId, touched })).toMatchObject({
    event: 'E1',
    loans: 2,
  })
  expect(line({ type: 'EventDeclared', eventId })).toMatchObject({ event: 'E1' })
  for (const type of ['ReliefActivated', 'ReliefRenewed'])
    expect(line({ type, eventId, touched, ballot: officers })).toMatchObject({
      event: 'E1',
      loans: 2,
      voted: byOfficers,
    })
  for (const isCarried of [true, false])
    expect(line({ type: 'ReliefRatified', eventId, isCarried, ballot: meeting })).toMatchObject({
      event: 'E1',
      isApproved: isCarried,
      voted: byMeeting,
    })
  for (const type of ['ReliefLapsed', 'ReliefUndone'])
    expect(line({ type, eventId, loanIds: ['l1'] })).toMatchObject({ event: 'E1', loans: 1 })
  expect(line({ type: 'EmergencyLinesPromised', ballot: meeting })).toMatchObject({
    voted: byMeeting,
  })
})

test('a grant is written down by its code, and a vote afterwards reads like any other', () => {
  const decided = (outcome: string) => ({
    type: 'SupportDecided',
    code: 'S-1',
    outcome,
    ballot: meeting,
  })
  for (const outcome of ['approved', 'ratified'])
    expect(line(decided(outcome))).toMatchObject({ number: 'S-1', isApproved: true })
  expect(line(decided('refused'))).toMatchObject({ number: 'S-1', isApproved: false })
})

test('a count is written down with what was missing on its own day', () => {
  const posting = (account: string, on: string, amount: number) => ({ account, on, amount })
  const counted = (type: string) =>
    line({
      type,
      count: {
        amount: 50_000,
        isByNote: true,
      },
      postings: [
        posting('expense:cash-shortage', '2025-02-20', 300),
        posting('expense:cash-shortage', '2025-02-21', -100),
        posting('asset:cash-box', '2025-02-20', -300),
      ],
    })
  for (const type of ['MeetingOpened', 'MeetingClosed'])
    expect(counted(type)).toMatchObject({ amount: 50_000, missing: 300 })
})

test('whose savings were asked for is written down by card, and money of all by its sum', () => {
  expect(line({ type: 'WithdrawalRequested', memberId: 'm4', amount: 5 })).toEqual({
    seq: 7,
    type: 'WithdrawalRequested',
    card: 'M4',
  })
  expect(line({ type: 'WithdrawalRequested', memberId: 'nobody' })).toMatchObject({
    card: undefined,
  })
  expect(line({ type: 'DisputeAnswered', answer: 'stands' })).toMatchObject({ answer: 'stands' })
  expect(line({ type: 'ExpensePaid', amount: 12 })).toMatchObject({ amount: 12 })
  expect(line({ type: 'SavingsDeposited', memberId: 'm1', amount: 5 })).toBeUndefined()
})

test('of decisions a wall tells how many: on loans by their outcome, all others together', () => {
  const of = (type: string, more: object = {}) => ({ seq: 1, type, ...more }) as never
  expect(
    countsOf([
      of('LoanDecided', { isApproved: true, voted: byOfficers }),
      of('LoanDecided', { isApproved: false, voted: byOfficers }),
      of('LoanDecided', { isApproved: false, voted: byMeeting }),
      of('LoanWrittenOff', { voted: byMeeting }),
      of('OfficerAppointed', { offices: [] }),
      of('DisputeAnswered', { answer: 'stands' }),
      of('ReliefRecorded', { event: 'E1' }),
      of('LoanPaidOut'),
      of('ExpensePaid', { amount: 5 }),
    ]),
  ).toEqual({ approved: 1, refused: 2, others: 4 })
})
