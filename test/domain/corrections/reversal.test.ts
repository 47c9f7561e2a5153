import { expect, test } from 'vitest'
import {
  type Story,
  type StoryCommand,
  answerTo,
  booked,
  loanIn,
  paid,
  paidOut,
  relieved,
  standingIn,
} from '#test/support/village.ts'
import {
  allOfUs,
  approved,
  byOfficers,
  committeeAfter,
  committeeStory,
  flagsOf,
  officers,
  reversed,
  wordOf,
} from '#test/support/committee.ts'
import { nth, booksOf } from '#test/support/taken-back.ts'

const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const share: StoryCommand = {
  type: 'BuyShares',
  effectiveOn: '2025-02-20',
  memberId: 'm1',
  shares: 3,
}

test('a grant paid from a window is taken back, its number with it', () => {
  const donated: StoryCommand = {
    type: 'RecordDonation',
    effectiveOn: '2025-02-01',
    amount: 90_000,
    windowId: 'w1',
  }
  const granted: StoryCommand = {
    type: 'RecordGrantPayout',
    effectiveOn: '2025-02-20',
    windowId: 'w1',
    grantNumber: 'G1',
    amount: 40_000,
  }
  const story = committeeStory([donated, granted, reversed(nth(2), '2025-03-01')])
  expect(booksOf(story)).toEqual(booksOf(committeeStory([donated])))
})

test('who was there is who is still said to have been', () => {
  const list = (present: string[], absent: string[]): StoryCommand => ({
    type: 'RecordAttendance',
    effectiveOn: '2025-02-20',
    present,
    absent,
  })
  const [first, second] = [list(['m1', 'm2'], ['m3']), list(['m3'], ['m2'])]
  const meeting = (story: Story) => {
    const { lists, ...held } = story.village.meetings.get('2025-02-20')!
    return { ...held, lists: lists!.filter(({ isTakenBack }) => !isTakenBack) }
  }
  const back = committeeStory([first, second, reversed(nth(2), '2025-03-01')])
  expect(meeting(back)).toEqual(meeting(committeeStory([first])))
  const other = committeeStory([first, second, reversed(nth(1), '2025-03-01')])
  expect(meeting(other)).toMatchObject({ present: ['m3'], absent: ['m2'] })
  // What a list said that was taken back stays known.
  expect(other.village.meetings.get('2025-02-20')!.lists).toHaveLength(2)
})

test('an entry is taken back once, and what took it back stands', () => {
  const village = committeeAfter([share, reversed(nth(1), '2025-03-01')])
  expect(wordOf(village, reversed(nth(1), '2025-03-02'))).toBe('already-reversed')
  expect(wordOf(village, reversed(nth(2), '2025-03-02'))).toBe('entry-unknown')
})

test('only what happened can be taken back: decisions, rules and counts are answered by later ones', () => {
  const story = committeeStory([
    ...approved,
    half,
    { type: 'CloseMeeting', effectiveOn: '2025-02-20', count: { amount: 1, isByNote: true } },
    relieved('2025-02-21', { from: '2025-03-01', to: '2025-03-31' }),
    { type: 'ClosePeriod', effectiveOn: '2025-02-28' },
  ])
  const others = story.entries.filter(
    ({ body }) => body.type !== 'LoanPaidOut' && body.type !== 'SavingsTakenOver',
  )
  const answers = others.map(({ id }) => wordOf(story.village, reversed(id, '2025-06-01')))
  expect(new Set(answers)).toEqual(new Set(['entry-unknown']))
  expect(wordOf(story.village, reversed('no-such-entry', '2025-06-01'))).toBe('entry-unknown')
})

test('a second person takes it back: an officer whom it does not concern', () => {
  const village = committeeAfter([
    share,
    half,
    paid('2025-02-20', 57_500),
    { ...share, memberId: 'o3' } as StoryCommand,
  ])
  const word = (n: number, approvedBy: string) =>
    wordOf(village, reversed(nth(n), '2025-03-01', { approvedBy }))
  expect(word(1, 'm2')).toBe('approver-not-an-officer')
  expect(word(1, 'nobody')).toBe('member-unknown')
  expect(word(3, 'm1')).not.toBe('recorded')
  expect(word(4, 'o3')).toBe('approver-is-concerned')
  expect(word(4, 'o4')).toBe('recorded')
  const appointed: StoryCommand = {
    type: 'AppointOfficer',
    effectiveOn: '2025-02-01',
    memberId: 'm1',
    office: 'committee',
  }
  const borrower = committeeAfter([half, paid('2025-02-20', 57_500), appointed])
  for (const n of [1, 2])
    expect(wordOf(borrower, reversed(nth(n), '2025-03-01', { approvedBy: 'm1' }))).not.toBe(
      'recorded',
    )
})

test('nothing is taken back before it happened, nor for no reason', () => {
  const village = committeeAfter([share])
  expect(wordOf(village, reversed(nth(1), '2025-02-19'))).toBe('before-the-entry')
  const odd = reversed(nth(1), '2025-03-01', { reason: 'why-not' as 'wrong-day' })
  expect(wordOf(village, odd)).toBe('reason-unknown')
  expect(flagsOf(village, reversed(nth(1), '2025-02-20'))).toEqual(['reversed-same-day'])
  expect(flagsOf(village, reversed(nth(1), '2025-02-21'))).toEqual([])
})

test('both entries stay in sight, and the later one names the earlier', () => {
  const { entries } = committeeStory([share, reversed(nth(1), '2025-03-01')])
  expect(entries.slice(-2).map(({ body }) => body.type)).toEqual(['SharesBought', 'EntryReversed'])
  expect(entries.at(-1)!.body).toMatchObject({
    reverses: nth(1),
    originalOn: '2025-02-20',
    approvedBy: 'o3',
  })
})

test('a pay-out with repayments on it says what must be taken back first, the last first', () => {
  const story = [half, paid('2025-03-20', 50_000), paid('2025-02-20', 57_500)]
  const answer = answerTo(committeeAfter(story), reversed(nth(1), '2025-04-01'))
  expect(answer).toEqual({
    outcome: 'refused',
    code: 'reverse-others-first',
    entries: [nth(3), nth(2)],
  })
  const back = [reversed(nth(2), '2025-04-01'), reversed(nth(3), '2025-04-01')]
  expect(wordOf(committeeAfter([...story, ...back]), reversed(nth(1), '2025-04-01'))).toBe(
    'recorded',
  )
})

test('everything that stands on a pay-out is named: parts, fines, plans, write-offs, recoveries, shared sums', () => {
  const story: readonly StoryCommand[] = [
    { ...half, amount: 200_000 } as StoryCommand,
    { type: 'RecordPayoutPart', effectiveOn: '2025-02-05', loanId: 'l1', amount: 300_000 },
    { type: 'RecordLateFine', effectiveOn: '2025-03-01', loanId: 'l1', amount: 1_000 },
    {
      type: 'RescheduleLoan',
      effectiveOn: '2025-03-25',
      loanId: 'l1',
      months: 20,
      ballot: byOfficers(officers),
    },
    {
      type: 'RecordPaymentForLoans',
      effectiveOn: '2025-04-20',
      memberId: 'm3',
      amount: 50_000,
      loanIds: ['l1'],
    },
    { type: 'WriteOffLoan', effectiveOn: '2025-12-20', loanId: 'l1', ballot: allOfUs },
    { type: 'RecordRecovery', effectiveOn: '2026-01-20', loanId: 'l1', amount: 10_000 },
  ]
  const answer = answerTo(committeeAfter(story), reversed(nth(1), '2026-02-01'))
  expect(answer).toMatchObject({
    code: 'reverse-others-first',
    entries: [2, 3, 4, 5, 6, 7].map(nth),
  })
})

test('a loan that was taken back is lent again under its own number, as it was decided', () => {
  const wrong = { ...half, principal: 600_000 } as StoryCommand
  const story = [...approved, wrong, reversed(nth(4), '2025-01-25')]
  const between = committeeAfter(story)
  expect(between.requests.get('l1')!.state).toBe('approved')
  const saved: StoryCommand = {
    type: 'TakeOverSavings',
    effectiveOn: '2025-01-01',
    memberId: 'm1',
    amount: 400_000,
  }
  expect(flagsOf(committeeAfter([...story, saved]), half)).toEqual([])
  const village = committeeAfter([...story, half, paid('2025-02-20', 57_500)])
  expect(loanIn(village).isVoid).toBe(undefined)
  expect(booked(village, 'asset:loan:l1')).toBe(450_000)
  expect(booked(village, 'asset:cash-box')).toBe(100_000_000 - 442_500)
  expect(wordOf(village, reversed(nth(4), '2025-03-01'))).toBe('already-reversed')
  expect(wordOf(village, reversed(nth(6), '2025-03-01'))).toBe('reverse-others-first')
})

test('a loan that never was takes no money, no relief and no vote', () => {
  const village = committeeAfter([half, reversed(nth(1), '2025-01-25')])
  const moves: readonly StoryCommand[] = [
    paid('2025-02-20', 57_500),
    { type: 'RecordPayoutPart', effectiveOn: '2025-02-05', loanId: 'l1', amount: 300_000 },
    { type: 'RecordLateFine', effectiveOn: '2025-03-01', loanId: 'l1', amount: 1_000 },
    {
      type: 'RescheduleLoan',
      effectiveOn: '2025-03-25',
      loanId: 'l1',
      months: 20,
      ballot: byOfficers(officers),
    },
    { type: 'WriteOffLoan', effectiveOn: '2025-12-20', loanId: 'l1', ballot: allOfUs },
    { type: 'RecordWriteOff', effectiveOn: '2025-12-20', loanId: 'l1', amount: 400_000 },
    { type: 'RecordRecovery', effectiveOn: '2026-01-20', loanId: 'l1', amount: 500_000 },
    {
      type: 'RecordPaymentForLoans',
      effectiveOn: '2025-03-20',
      memberId: 'm3',
      amount: 200_000,
      loanIds: ['l1'],
    },
    relieved('2025-02-21', { from: '2025-03-01', to: '2025-03-31' }),
  ]
  expect(moves.map((move) => [move.type, wordOf(village, move)])).toEqual(
    moves.map((move) => [move.type, 'loan-unknown']),
  )
})

test('a loan that is lent again stays in the relief that its household was given', () => {
  const flood = relieved('2025-03-01', { from: '2025-03-01', to: '2025-05-31' })
  const again = { ...half, principal: 400_000 } as StoryCommand
  const village = committeeAfter([half, flood, reversed(nth(1), '2025-03-05'), again])
  expect(standingIn(village, '2025-03-25')).toMatchObject({
    owed: 400_000,
    isUnderRelief: true,
    nextDue: { on: '2025-06-20' },
  })
})
