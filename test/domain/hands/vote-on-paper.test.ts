import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import {
  beginningsOf,
  flagsOf,
  households,
  officers,
  requested,
  saved,
  savedEach,
} from '#test/support/committee.ts'
import { type StoryCommand, fundBookOf, idOf, paidOut, storyOf } from '#test/support/village.ts'
import { kinVillage, payoutOfM1 } from '#test/support/kin-village.ts'

// The hands of a vote on paper are typed with the money that has gone out: they pass the rules of a vote, or are told of.

const day = '2025-01-20'
const keeper = 'keeper'
type Written = StoryCommand & { readonly by?: string }

const everybody: readonly string[] = [...officers, ...households]
const begun = [...beginningsOf({}, 100_000_000 - saved.length * savedEach), ...saved]

const there = (present: readonly string[], by = keeper): Written =>
  ({ type: 'RecordAttendance', effectiveOn: day, present, absent: [], by }) as Written
const paid = (more: object = {}): Written =>
  ({
    ...paidOut({ on: day, principal: 400_000, months: 10 }),
    vote: { present: 10, yes: 9, no: 0 },
    approvedBy: 'o1',
    ...more,
  }) as Written
const together = (memberIds: readonly string[]): Written => ({
  type: 'RecordHousehold',
  effectiveOn: '2025-01-02',
  householdId: idOf(900),
  change: 'formed',
  memberIds: [...memberIds],
})

const told = (...written: readonly Written[]) => {
  const all = [...begun, ...written.map(({ by: _by, ...one }) => one as StoryCommand)]
  const by = (_: StoryCommand, i: number) =>
    i < begun.length ? 'importer' : (written[i - begun.length]!.by ?? keeper)
  return storyOf(all, undefined, by)
}
const ofVotes = new Set([
  'lent-without-decision',
  'more-hands-than-people',
  'too-few-for-a-vote',
  'voted-beyond-lendable',
  'voted-above-committee-share',
])
const codes = (...written: readonly Written[]): readonly string[] =>
  findingsOf(fundBookOf(told(...written)), '2025-12-31')
    .map(({ code }) => code)
    .filter((code) => ofVotes.has(code))

const others: Written = paidOut({
  on: '2025-01-10',
  principal: 9_000_000,
  months: 10,
  loanId: 'l2',
  memberId: 'm5',
})

const noVote = ['more-hands-than-people', 'too-few-for-a-vote']

test('hands that one alone typed are no vote, whatever list there is; with a second officer the list of the day holds', () => {
  const alone = paid({ approvedBy: undefined })
  for (const by of [keeper, 'counter'])
    expect(codes(there(everybody, by), alone)).toContain('lent-without-decision')
  // A month from paper is typed by one, list and loans, and a second officer stands behind what left.
  expect(codes(there(everybody), paid())).toEqual([])
  expect(codes(paid(), there(everybody.slice(0, 4)))).toEqual(expect.arrayContaining(noVote))
})

test('a list of the evening bears a vote on paper out, typed before the money or after it; without one nothing was voted', () => {
  expect(codes(paid(), there(everybody))).toEqual([])
  expect(codes(paid())).toEqual(['lent-without-decision'])
  expect(codes(paid(), there(everybody.slice(0, 4)))).toContain('lent-without-decision')
})

test('of a vote on paper neither whoever borrows raises a hand nor her household', () => {
  const list = there(everybody, 'counter')
  expect(codes(list, paid({ vote: { present: 10, yes: 10, no: 0 } }))).toEqual([
    'more-hands-than-people',
  ])
  expect(codes(list, together(['m1', 'm2']), paid())).toEqual(['more-hands-than-people'])
})

test('whoever lives with the borrower is no second for a vote on paper', () => {
  const list = there(everybody, 'counter')
  const vote = { present: 10, yes: 8, no: 0 }
  const house = [others, list, together(['m1', 'o1'])] as const
  const bySecond = (approvedBy: string) => codes(...house, paid({ vote, approvedBy })).length
  expect(codes(...house, paid({ vote }))).toContain('lent-without-decision')
  expect(bySecond('o1') - bySecond('o2')).toBe(1)
})

test('an officer who borrows is no second for a vote on her own loan, also where the book knows no household of hers', () => {
  const village = told().village
  const flags = (approvedBy: string) =>
    flagsOf(village, paid({ memberId: 'o2', vote: { present: 10, yes: 8, no: 0 }, approvedBy }))
  expect(flags('o2')).toContain('paid-without-decision')
  expect(flags('o1')).not.toContain('paid-without-decision')
})

test('a vote on paper that lent more than the fund could lend is a finding', () => {
  const list = there(everybody, 'counter')
  expect(codes(list, paid({ principal: 90_000_000 }))).toEqual([])
  expect(codes(list, paid({ principal: 99_900_000 }))).toEqual(['voted-beyond-lendable'])
})

test('a vote on paper for an officer, or one of an officer’s household, is held against their part', () => {
  const list = there(everybody, 'counter')
  expect(codes(list, paid({ memberId: 'o2' }))).toEqual(['voted-above-committee-share'])
  const asked = [others, list, paid({ memberId: 'o2' })] as const
  expect(codes(...asked)).not.toContain('voted-above-committee-share')
})

const paper = { ...payoutOfM1, vote: { present: 10, yes: 8, no: 0 } } as const

test('kin who were declared are no second for a vote on paper, and no entry says why', async () => {
  const village = kinVillage()
  await village.told(...beginningsOf())
  await village.areKin('o1', 'sibling', 'm1')
  const sent = village.commandsOf([
    { ...paper, approvedBy: 'o1' },
    { ...paper, loanId: 'l2', number: 'L2', memberId: 'm2', approvedBy: 'o1' },
    requested({ loanId: 'l3' }),
  ])
  const answers = await village.record(village.fundId, sent, village.by)
  expect(answers.map((one) => 'flags' in one && one.flags)).toEqual([
    expect.arrayContaining(['paid-without-decision']),
    expect.not.arrayContaining(['paid-without-decision']),
    [],
  ])
})

test('somebody declared as living with an officer is one of their households on paper, too', async () => {
  const village = kinVillage()
  await village.told(...beginningsOf())
  await village.areKin('o2', 'same-household', 'm1')
  const sent = village.commandsOf([{ ...paper, approvedBy: 'o1' }])
  const [answer] = await village.record(village.fundId, sent, village.by)
  expect(answer).toMatchObject({ flags: expect.arrayContaining(['above-committee-share']) })
})

test('kin of the borrower do not say that others stand for the loan', async () => {
  const village = kinVillage()
  await village.told(...beginningsOf(), requested())
  await village.areKin('o3', 'sibling', 'm1')
  const stands = (approvedBy: string, memberId = 'm2') =>
    ({
      type: 'GiveGuarantee',
      effectiveOn: '2025-01-08',
      loanId: 'l1',
      guarantees: [{ memberId, upTo: 1_000 }],
      isGroup: false,
      approvedBy,
    }) as const
  expect(await village.told(stands('o3'), stands('o2'), stands('o3', 'o3'))).toEqual([
    'kin-must-step-out',
    'recorded',
    'recorded',
  ])
})
