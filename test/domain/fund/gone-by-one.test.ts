import { expect, test } from 'vitest'
import { stateOn } from '#domain/fund/people/life.ts'
import { countActive } from '#domain/fund/people/members.ts'
import { type Entry, evolve } from '#domain/village.ts'
import { allOfUs, households } from '#test/support/committee.ts'
import { type Told, goesOn as after } from '#test/support/goes-on.ts'
import {
  type StoryCommand,
  answerTo,
  booked,
  idOf,
  paid,
  paidOut,
  standingIn,
} from '#test/support/village.ts'

const lent = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const died = (more: object = {}): Told =>
  ({ type: 'RecordDeath', effectiveOn: '2025-01-20', memberId: 'm1', ...more }) as Told
const gone = (change: 'away' | 'left', memberId: string, more: object = {}): Told =>
  ({ type: 'RecordMemberChange', effectiveOn: '2025-06-20', memberId, change, ...more }) as Told

test('a death that one alone writes, dated back, ends no interest and no arrears until a week has passed', () => {
  const before = [lent, paid('2025-02-20', 57_500)]
  const alone = after([...before, died({ at: '2025-06-20' })])
  const honest = after(before)
  expect(standingIn(alone.village, '2025-06-26')).toMatchObject({
    daysPastDue: standingIn(honest.village, '2025-06-26').daysPastDue,
    interestDue: standingIn(honest.village, '2025-06-26').interestDue,
  })
  expect(booked(alone.village, 'income:interest')).toBe(booked(honest.village, 'income:interest'))
  // A week later nothing falls due any more of what was still to come.
  const later = '2025-09-20'
  expect(standingIn(alone.village, later).interestDue).toBeLessThan(
    standingIn(honest.village, later).interestDue,
  )
  expect(alone.found).toContain('gone-by-one-word - M1')
})

test('two who write it say when it was, and all that fell due since is as if it had not', () => {
  const story = after([
    lent,
    paid('2025-02-20', 57_500),
    died({ at: '2025-06-20' }),
    died({ at: '2025-06-21', confirmedBy: 'o2', effectiveOn: '2025-03-05' }),
  ])
  expect(standingIn(story.village, '2025-12-20')).toMatchObject({ interestDue: 0, daysPastDue: 0 })
  const settle: StoryCommand = {
    type: 'SettleDeath',
    effectiveOn: '2025-06-22',
    memberId: 'm1',
    isNetted: false,
    ballot: allOfUs,
  }
  expect(answerTo(story.village, settle).outcome).toBe('recorded')
  const alone = after([lent, died({ at: '2025-06-20' })])
  expect(answerTo(alone.village, settle)).toMatchObject({ code: 'death-by-one-word' })
})

test('whoever has died before a meeting at which she was is a finding, whoever stands behind it', () => {
  const there: Told = {
    type: 'RecordAttendance',
    effectiveOn: '2025-02-20',
    present: ['m1', 'm2'],
    absent: [],
  }
  const story = after([there, died({ at: '2025-06-20', confirmedBy: 'o2' })])
  expect(story.found).toContain('died-before-seen - M1')
  expect(after([there, died({ effectiveOn: '2025-02-21' })]).found).not.toContain(
    'died-before-seen - M1',
  )
})

test('whoever is written out with savings, or by one word, is a finding', () => {
  const saved: Told = {
    type: 'RecordDeposit',
    effectiveOn: '2025-02-20',
    memberId: 'm1',
    amount: 20_000,
  }
  const story = after([saved, gone('left', 'm1'), gone('left', 'm2', { confirmedBy: 'o2' })])
  expect(story.found).toEqual(
    expect.arrayContaining(['left-with-savings - M1', 'gone-by-one-word - M1']),
  )
  expect(story.found).not.toContain('gone-by-one-word - M2')
})

test('no quorum is made by writing members away: for a month they count, and how many it were is a finding', () => {
  const away = after(households.map((memberId) => gone('away', memberId)))
  const active = (day: string) => countActive(away.village.members, day)
  // Not a day before it either: the vote may be dated back as well.
  expect(['2025-06-19', '2025-06-20', '2025-07-21', '2025-07-22'].map(active)).toEqual([
    10, 10, 10, 5,
  ])
  expect(stateOn(away.village.members.get('m1')!, '2025-06-20')).toBe('away')
  expect(away.found).toContain('sent-away-by-one-hand 5 99999901')
  const votes = { present: 4, yes: 3, no: 1 }
  const { charter } = away.village.fund!.charters[0]!
  const amend: StoryCommand = {
    type: 'AmendCharter',
    effectiveOn: '2025-06-20',
    charter: { ...charter, oneHandLimit: 5_000_000 },
    votes,
    confirmedBy: 'o2',
  } as StoryCommand
  expect(answerTo(away.village, amend)).toMatchObject({ code: 'quorum-missing' })
  const dated = after(
    households.map((memberId) =>
      gone('away', memberId, { effectiveOn: '2025-05-01', at: '2025-06-20' }),
    ),
  )
  expect(countActive(dated.village.members, '2025-06-10')).toBe(10)
  const byTwo = after(households.map((memberId) => gone('away', memberId, { confirmedBy: 'o2' })))
  expect(countActive(byTwo.village.members, '2025-06-20')).toBe(5)
  expect(byTwo.found.filter((one) => one.startsWith('sent-away'))).toEqual([])
})

const settled: StoryCommand = {
  type: 'SettleDeath',
  effectiveOn: '2025-06-22',
  memberId: 'm1',
  isNetted: false,
  ballot: allOfUs,
}

test('deaths of an older book, and of a version that asked for no second word, are settled by the meeting', () => {
  const brought = after([lent, died({ by: 'founder', at: '2025-01-01' })])
  expect(answerTo(brought.village, settled).outcome).toBe('recorded')
  const { village } = after([lent])
  const older: Entry = {
    id: idOf(900),
    seq: 900,
    effectiveOn: '2025-01-25',
    recordedAt: '2025-01-25T02:00:00.000Z',
    recordedBy: 'keeper',
    hash: '',
    body: { type: 'DeathRecorded', v: 1, memberId: 'm1', flags: [], postings: [] },
  }
  evolve(village, older)
  expect(answerTo(village, settled).outcome).toBe('recorded')
})

test('on the first day too one alone is one, unless it is whoever brings the older book in', () => {
  const first = { at: '2025-01-01', effectiveOn: '2025-01-01' }
  expect(after([died({ ...first, by: 'another' })]).found).toContain('gone-by-one-word - M1')
  expect(after([died({ ...first, by: 'founder' })]).found).not.toContain('gone-by-one-word - M1')
})
