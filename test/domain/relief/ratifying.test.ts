import { expect, test } from 'vitest'
import { duesOf } from '#domain/loans/plan/village-convention.ts'
import { byMeeting, byOfficers, wordOf } from '#test/support/committee.ts'
import { activated, alongTheRiver, declared, storyWith, threeOfThem } from '#test/support/flood.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { type StoryCommand, fundBookOf, loanIn } from '#test/support/village.ts'

const people = 6
const all = byMeeting({ present: people + 5, yes: 9, no: 1 })
const ratified = (on: string, ballot = all): StoryCommand => ({
  type: 'RatifyRelief',
  effectiveOn: on,
  eventId: 'E1',
  ballot,
})
const lapsed = (on: string): StoryCommand => ({
  type: 'LapseRelief',
  effectiveOn: on,
  eventId: 'E1',
})
const met = (on: string, n: number): StoryCommand => ({
  type: 'RecordAttendance',
  effectiveOn: on,
  present: Array.from({ length: n }, (_, i) => (i < people ? `m${i}` : `o${i - people + 1}`)),
  absent: [],
})
const given = (...more: Parameters<typeof storyWith>[1][]) =>
  storyWith(alongTheRiver(people), declared(), activated, ...more).village

test('three officers give relief at once, fewer do not, and the meeting always can', () => {
  const { village } = storyWith(alongTheRiver(people), declared())
  const word = (ballot: typeof threeOfThem) =>
    wordOf(village, { ...activated(village), ballot } as StoryCommand)
  expect(word(threeOfThem)).toBe('recorded')
  expect(word(byOfficers(['o1', 'o2']))).toBe('too-few-votes')
  expect(word(byOfficers(['o1', 'o2'], ['o3']))).toBe('too-few-votes')
  expect(word(byOfficers(['o1'], ['o2', 'o3']))).toBe('vote-lost')
  expect(word(byOfficers(['o1', 'o2', 'm0']))).toBe('voter-not-an-officer')
  expect(word(all)).toBe('recorded')
  expect(word(byMeeting({ present: 4, yes: 4, no: 0 }))).toBe('quorum-missing')
  expect(word(byMeeting({ present: people + 5, yes: 3, no: 3 }))).toBe('vote-lost')
})

test('what the meeting gave waits for nobody, what officers gave waits for the meeting', () => {
  const byAll = storyWith(alongTheRiver(people), declared(), (v) =>
    activated(v, { ballot: all }),
  ).village
  expect(wordOf(byAll, ratified('2025-03-20'))).toBe('nothing-to-ratify')
  const village = given()
  expect(wordOf(village, ratified('2025-03-20'))).toBe('recorded')
  expect(wordOf(village, ratified('2025-03-20', threeOfThem))).toBe('the-meeting-must-vote')
  expect(wordOf(given(ratified('2025-03-20')), ratified('2025-03-21'))).toBe('nothing-to-ratify')
})

test('a meeting that says no ends coming deferrals and never past ones', () => {
  const no = byMeeting({ present: people + 5, yes: 2, no: 9 })
  const village = given(ratified('2025-04-20', no))
  // March and April were put off, April on the day of the vote itself; May is due.
  expect(
    duesOf(loanIn(village, 'l0'))
      .map(({ on }) => on)
      .slice(0, 3),
  ).toEqual(['2025-02-20', '2025-05-20', '2025-06-20'])
  expect(wordOf(village, ratified('2025-04-21'))).toBe('nothing-to-ratify')
  expect(
    wordOf(village, { ...activated(given()), effectiveOn: '2025-04-21' } as StoryCommand),
  ).toBe('relief-has-ended')
})

test('thirty days wait for the next meeting that can be held, however long the water stands', () => {
  const dry = given()
  expect(wordOf(dry, lapsed('2025-04-06'))).toBe('meeting-not-missed')
  expect(wordOf(dry, lapsed('2025-12-31'))).toBe('meeting-not-missed')
  // Four came through the water: too few to decide anything.
  expect(wordOf(given(met('2025-04-20', 4)), lapsed('2025-05-30'))).toBe('meeting-not-missed')
  expect(wordOf(dry, ratified('2025-07-20'))).toBe('recorded')
})

test('where a meeting could have spoken and did not, it ends when that is written down', () => {
  const early = given(met('2025-03-20', 10))
  expect(wordOf(early, lapsed('2025-04-05'))).toBe('meeting-not-missed')
  expect(wordOf(early, lapsed('2025-04-06'))).toBe('recorded')
  const late = given(met('2025-05-10', 10))
  expect(wordOf(late, lapsed('2025-05-10'))).toBe('meeting-not-missed')
  expect(wordOf(late, lapsed('2025-05-11'))).toBe('recorded')
  const village = given(met('2025-03-20', 10), lapsed('2025-04-10'))
  expect(
    duesOf(loanIn(village, 'l0'))
      .map(({ on }) => on)
      .slice(0, 3),
  ).toEqual(['2025-02-20', '2025-04-20', '2025-05-20'])
  expect(wordOf(village, ratified('2025-04-20'))).toBe('nothing-to-ratify')
  expect(
    wordOf(given(met('2025-03-20', people + 5), ratified('2025-03-20')), lapsed('2025-04-10')),
  ).toBe('nothing-to-ratify')
})

/** Findings about ratification on a day, each with the day from which it is one. */
const foundOn = (day: string, ...more: readonly StoryCommand[]) =>
  findingsOf(
    fundBookOf(storyWith(alongTheRiver(people), declared(), activated, ...more)),
    day,
  ).flatMap(({ code, on, subject, seq }) =>
    code === 'relief-not-ratified' ? [{ on, event: subject.number, seq: seq! > 0 }] : [],
  )

test('relief that no meeting spoke of is a finding on the thirty-first day and not on the thirtieth', () => {
  const held = met('2025-03-20', 10)
  expect(foundOn('2025-04-05', held)).toEqual([])
  expect(foundOn('2025-04-06', held)).toEqual([{ on: '2025-04-06', event: 'E1', seq: true }])
  expect(foundOn('2025-12-31', held)).toEqual([{ on: '2025-04-06', event: 'E1', seq: true }])
})

test('it waits for the meeting that could be held, and is one the day after that meeting kept silent', () => {
  expect(foundOn('2025-12-31')).toEqual([])
  // Four came through the water: too few to decide anything.
  expect(foundOn('2025-12-31', met('2025-04-20', 4))).toEqual([])
  const late = [met('2025-04-20', 4), met('2025-06-20', 10)]
  expect(foundOn('2025-06-20', ...late)).toEqual([])
  expect(foundOn('2025-06-21', ...late)).toEqual([{ on: '2025-06-21', event: 'E1', seq: true }])
  // The day on which officers gave it is no day on which the meeting kept silent about it.
  expect(foundOn('2025-12-31', met('2025-03-06', 10))).toEqual([])
})

test('the first meeting that could speak counts, in whatever order the meetings were written down', () => {
  const village = given(met('2025-06-20', 10), met('2025-05-10', 10))
  expect(wordOf(village, lapsed('2025-05-10'))).toBe('meeting-not-missed')
  expect(wordOf(village, lapsed('2025-05-11'))).toBe('recorded')
})

test('what the meeting gave itself is no finding, however long it says no more of it', () => {
  const byAll = (village: Parameters<typeof activated>[0]) => activated(village, { ballot: all })
  const story = storyWith(alongTheRiver(people), declared(), byAll, met('2025-06-20', 10))
  const codes = findingsOf(fundBookOf(story), '2025-12-31').map(({ code }) => code)
  expect(codes).not.toContain('relief-not-ratified')
})

test('it is none once the meeting has spoken or its silence is written down, and stays one of the days before', () => {
  const held = met('2025-03-20', 10)
  const none = byMeeting({ present: people + 5, yes: 2, no: 9 })
  for (const end of [ratified('2025-05-10'), ratified('2025-05-10', none), lapsed('2025-05-10')]) {
    expect(foundOn('2025-05-10', held, end)).toEqual([])
    expect(foundOn('2025-05-09', held, end)).toHaveLength(1)
  }
  expect(foundOn('2025-12-31', met('2025-03-20', people + 5), ratified('2025-03-20'))).toEqual([])
})

const urgent: readonly StoryCommand[] = [
  {
    type: 'RequestLoan',
    effectiveOn: '2025-09-02',
    loanId: 'e1',
    memberId: 'm1',
    product: 'emergency',
    principal: 100_000,
    months: 2,
    purpose: 'family-need',
  },
  {
    type: 'AppraiseLoan',
    effectiveOn: '2025-09-02',
    loanId: 'e1',
    appraisedBy: 'o3',
    finding: 'sound',
  },
  {
    type: 'DiscloseCost',
    effectiveOn: '2025-09-02',
    loanId: 'e1',
    textHash: 'ab'.repeat(32),
    language: 'km',
    paidOutOn: '2025-09-02',
  },
]

test('officers whose term ran out long ago give relief and take it back, and lend and pay out in need', () => {
  const before = alongTheRiver(people, {}, '2025-01-31')
  const { village } = storyWith(before, declared({ on: '2025-09-01', from: '2025-09-01' }))
  const give = activated(village, { on: '2025-09-02' })
  expect(wordOf(village, give)).toBe('recorded')
  const after = storyWith(before, declared({ on: '2025-09-01', from: '2025-09-01' }), give).village
  expect(
    wordOf(after, {
      type: 'UndoRelief',
      effectiveOn: '2025-09-03',
      eventId: 'E1',
      approvedBy: 'o3',
    }),
  ).toBe('recorded')
  expect(wordOf(after, ratified('2025-09-20'))).toBe('recorded')
  const asks: StoryCommand = {
    type: 'RequestWithdrawal',
    effectiveOn: '2025-09-03',
    memberId: 'm0',
    amount: 1_000,
  }
  const saver = storyWith(before, {
    type: 'TakeOverSavings',
    effectiveOn: '2025-01-02',
    memberId: 'm0',
    amount: 5_000,
  })
  expect(wordOf(saver.village, asks)).toBe('recorded')
  const decided: StoryCommand = {
    type: 'DecideLoan',
    effectiveOn: '2025-09-02',
    loanId: 'e1',
    ballot: byOfficers(['o1', 'o2', 'o3', 'o4']),
  }
  expect(wordOf(storyWith(before, ...urgent).village, decided)).toBe('recorded')
})
