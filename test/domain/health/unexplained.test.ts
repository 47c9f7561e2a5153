import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import { peopleFindings } from '#domain/health/people-findings.ts'
import { unexplainedOf } from '#domain/health/unexplained.ts'
import { committeeAfter, wordOf } from '#test/support/committee.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  founded,
  fundBookOf,
  openedOn,
  storyOf,
} from '#test/support/village.ts'

const opening = {
  cash: 1_000_000,
  reserve: 1_000_000,
  counted: { amount: 990_000, isByNote: true },
}
const book = fundBookOf(storyOf([founded({ opening })]))
const codesOn = (day: string) => peopleFindings(book, day).map(({ code }) => code)

test('what the box holds less than the old book said is answered for by an office from its first day', () => {
  expect(unexplainedOf(book, '2025-01-01')).toEqual({
    left: -10_000,
    since: '2025-01-01',
    owner: 'chair',
    nextOn: '2025-04-01',
    failedOn: undefined,
    chosen: [],
  })
})

test('a quarter later it must be less, or the day is a finding', () => {
  expect(codesOn('2025-03-31')).not.toContain('not-explained-in-time')
  expect(codesOn('2025-04-01')).toContain('not-explained-in-time')
  expect(unexplainedOf(book, '2025-04-01')).toMatchObject({
    failedOn: '2025-04-01',
    nextOn: '2025-06-30',
  })
})

const officersOf: readonly StoryCommand[] = [
  ...['o1', 'o2', 'o3'].map((memberId) => admitted(memberId)),
  ...(['chair', 'record-keeper', 'box-keeper'] as const).map((office, i): StoryCommand => ({
    type: 'AppointOfficer',
    effectiveOn: openedOn,
    memberId: `o${i + 1}`,
    office,
  })),
]
const short = [founded({ opening }), ...officersOf]
const assigned = (effectiveOn: string, dueOn: string, more: object = {}): StoryCommand =>
  ({
    type: 'AssignUnexplained',
    effectiveOn,
    office: 'box-keeper',
    dueOn,
    why: 'papers-sought',
    approvedBy: 'o1',
    ...more,
  }) as StoryCommand
const thatDay = ({ effectiveOn }: StoryCommand) => `${effectiveOn}T09:00:00.000Z`
const after = (...told: readonly StoryCommand[]) => storyOf([...short, ...told], thatDay)
const toldOn = (story: ReturnType<typeof after>, day: string) =>
  unexplainedOf(fundBookOf(story), day)

test('the committee can choose whose office answers for it, and an earlier day', () => {
  const story = after(assigned('2025-02-01', '2025-03-01'))
  expect(toldOn(story, '2025-01-31')).toMatchObject({
    owner: 'record-keeper',
    nextOn: '2025-04-01',
  })
  expect(toldOn(story, '2025-02-01')).toMatchObject({ owner: 'box-keeper', nextOn: '2025-03-01' })
  expect(toldOn(story, '2025-03-01')).toMatchObject({
    failedOn: '2025-03-01',
    nextOn: '2025-05-30',
  })
  expect(story.entries.at(-1)!.body).toMatchObject({
    wasDueOn: '2025-04-01',
    left: -10_000,
    flags: [],
    postings: [],
  })
})

test('a later day gives more time, is marked each time, and stays a finding', () => {
  const story = after(
    assigned('2025-03-31', '2025-06-29'),
    assigned('2025-06-28', '2025-09-26', { office: 'chair', why: 'people-away' }),
  )
  expect(toldOn(story, '2025-04-01')).toMatchObject({ failedOn: undefined, nextOn: '2025-06-29' })
  expect(toldOn(story, '2025-09-25')).toMatchObject({
    owner: 'chair',
    failedOn: undefined,
    nextOn: '2025-09-26',
    chosen: [{ wasDueOn: '2025-04-01' }, { wasDueOn: '2025-06-29' }],
  })
  expect(toldOn(story, '2025-09-26')).toMatchObject({
    failedOn: '2025-09-26',
    nextOn: '2025-12-25',
  })
  const putOff = findingsOf(fundBookOf(story), '2026-01-01').filter(
    ({ code }) => code === 'explaining-put-off',
  )
  expect(putOff.map(({ on, subject }) => [on, subject.kind])).toEqual([
    ['2025-03-31', 'fund'],
    ['2025-06-28', 'fund'],
  ])
})

test('no day that has come is moved away: it failed, and the next one is chosen', () => {
  const story = after(assigned('2025-04-01', '2025-06-01'))
  expect(toldOn(story, '2025-04-01')).toMatchObject({
    failedOn: '2025-04-01',
    nextOn: '2025-06-01',
  })
})

test('more time that is written down after the day, under a day before it, leaves that day failed', () => {
  const late = storyOf([...short, assigned('2025-03-31', '2025-06-29')], (one) =>
    one.type === 'AssignUnexplained' ? '2025-04-02T09:00:00.000Z' : thatDay(one),
  )
  expect(toldOn(late, '2025-04-01')).toMatchObject({ failedOn: '2025-04-01' })
  expect(toldOn(late, '2025-04-02')).toMatchObject({
    failedOn: '2025-04-01',
    nextOn: '2025-06-29',
  })
  const inTime = after(assigned('2025-03-31', '2025-06-29'))
  expect(toldOn(inTime, '2025-04-02')).toMatchObject({ failedOn: undefined })
})

test('an office that nobody holds any more gives it back to whoever keeps the book', () => {
  const ended: StoryCommand = {
    type: 'EndOffice',
    effectiveOn: '2025-02-10',
    memberId: 'o3',
    office: 'box-keeper',
    why: 'resigned',
    approvedBy: 'o1',
  }
  const story = after(assigned('2025-02-01', '2025-03-01'), ended)
  expect(toldOn(story, '2025-02-10')).toMatchObject({
    owner: 'record-keeper',
    nextOn: '2025-03-01',
  })
})

test('nobody is given more than a quarter at once, nor a day that has come', () => {
  const { village } = after()
  const word = (dueOn: string, more: object = {}) =>
    wordOf(village, assigned('2025-02-01', dueOn, more))
  expect(word('2025-05-02')).toBe('recorded')
  expect(word('2025-05-03')).toBe('due-day-too-far')
  expect(word('2025-02-01')).toBe('due-day-not-ahead')
  expect(word('2025-03-01', { office: 'counter' })).toBe('office-not-held')
  expect(word('2025-03-01', { approvedBy: 'o9' })).toBe('member-unknown')
  expect(wordOf(committeeAfter([]), assigned('2025-02-01', '2025-03-01'))).toBe(
    'nothing-unexplained',
  )
})

test('what cannot be chosen is told with its place; a meeting has its quorum and its majority', () => {
  const { village } = after()
  const said = (more: object) => {
    const answer = answerTo(village, assigned('2025-02-01', '2025-03-01', more))
    return answer.outcome === 'invalid'
      ? `${answer.code} ${answer.at}`
      : wordOf(village, assigned('2025-02-01', '2025-03-01', more))
  }
  expect(said({ office: 'key-holder' })).toBe('office-unknown /office')
  expect(said({ dueOn: 'soon' })).toBe('date-impossible /dueOn')
  expect(said({ why: 'Sok lost it' })).toBe('reason-unknown /why')
  expect(said({ votes: { present: 9, yes: 1, no: 0 } })).toBe(
    'more-present-than-members /votes/present',
  )
  expect(said({ votes: { present: 1, yes: 1, no: 0 } })).toBe('quorum-missing')
  expect(said({ votes: { present: 3, yes: 1, no: 2 } })).toBe('vote-lost')
  expect(said({ votes: { present: 3, yes: 2, no: 1 } })).toBe('recorded')
})
