import { expect, test } from 'vitest'
import { type Meeting, wasHeld } from '#domain/fund/meeting/meetings.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  bodyOf,
  founded,
  idOf,
  villageAfter,
} from '#test/support/village.ts'

const begun: readonly StoryCommand[] = [founded(), admitted('m1'), admitted('m2')]
const on = '2025-01-20'

const written = {
  membersPresent: 2,
  savingsIn: 10_000,
  socialIn: 0,
  finesIn: 0,
  loanPrincipalIn: 0,
  interestIn: 0,
  donorGrantIn: 0,
  loansOut: 0,
  savingsOut: 0,
  socialOut: 0,
  migrationGrantsOut: 0,
  expensesOut: 0,
}
const closing = (more: object = {}): StoryCommand =>
  ({
    type: 'CloseMeeting',
    effectiveOn: on,
    count: { amount: 0, isByNote: false },
    ...more,
  }) as StoryCommand

const meetingAfter = (...told: readonly StoryCommand[]): Meeting =>
  villageAfter([...begun, ...told]).meetings.get(on)!

test('what the sheet says of a meeting is kept beside its closing, and nothing where it says nothing', () => {
  const village = villageAfter(begun)
  expect(bodyOf(answerTo(village, closing({ written })))).toMatchObject({ written })
  expect(bodyOf(answerTo(village, closing()))).not.toHaveProperty('written')
  expect(bodyOf(answerTo(village, closing()))).not.toHaveProperty('code')
  expect(meetingAfter(closing()).closing).not.toHaveProperty('code')
  const code = { digits: '12345678', head: '' }
  expect(meetingAfter(closing({ code })).closing).toMatchObject({ code })
})

test.each([
  [{ savingsIn: -1 }, '/written/savingsIn'],
  [{ expensesOut: 0.5 }, '/written/expensesOut'],
  [{ membersPresent: 1_000_000_000_000 }, '/written/membersPresent'],
])('a sheet cannot say %o', (wrong, at) => {
  const told = closing({ written: { ...written, ...wrong } })
  expect(answerTo(villageAfter(begun), told)).toEqual({
    outcome: 'invalid',
    code: 'amount-not-whole',
    at,
  })
})

test('the sheet of the closing that stands is the one that is kept', () => {
  const byNote = closing({
    id: idOf(50),
    count: { amount: 0, isByNote: true },
    written,
  })
  const later = closing({ id: idOf(51), written: { ...written, savingsIn: 20_000 } })
  for (const order of [
    [byNote, later],
    [later, byNote],
  ])
    expect(meetingAfter(...order).written?.savingsIn).toBe(10_000)
  const again = closing({ id: idOf(52), count: { amount: 0, isByNote: true } })
  expect(meetingAfter(byNote, again).written).toBeUndefined()
})

test('of two closings with no more than a total the one that is written down last stands', () => {
  const first = closing({ id: idOf(50), written })
  const later = closing({ id: idOf(51), written: { ...written, savingsIn: 20_000 } })
  expect(meetingAfter(first, later).written?.savingsIn).toBe(20_000)
  expect(meetingAfter(later, first).written?.savingsIn).toBe(10_000)
})

test.each([
  [['m9', 'm1'], [], '/present/0'],
  [['m1'], ['m9', 'm2'], '/absent/0'],
])('a stranger who stands first on a sheet is named by the line', (present, absent, at) => {
  const sheet: StoryCommand = { type: 'RecordAttendance', effectiveOn: on, present, absent }
  expect(answerTo(villageAfter(begun), sheet)).toMatchObject({ code: 'member-unknown', at })
})

test('keys that a stranger brought first are named too', () => {
  const opened: StoryCommand = {
    type: 'OpenMeeting',
    effectiveOn: on,
    count: { amount: 0, isByNote: true },
    keyHolders: ['m9', 'm1'],
  }
  expect(answerTo(villageAfter(begun), opened)).toMatchObject({ at: '/keyHolders/0' })
})

const nothing: Meeting = {
  heldOn: on,
  present: [],
  absent: [],
  opening: undefined,
  closing: undefined,
  written: undefined,
}
const count = { amount: 0, isByNote: true, entryId: idOf(1) }

test.each<readonly [string, Partial<Meeting>, boolean]>([
  ['nothing', {}, false],
  ['somebody who was there', { present: ['m1'] }, true],
  ['somebody who was not', { absent: ['m1'] }, true],
  ['as many who were there as were not', { present: ['m1'], absent: ['m2'] }, true],
  ['an opening', { opening: count }, true],
  ['a closing', { closing: count }, true],
])('a day of which the book has %s was a meeting, or none', (_, known, held) => {
  expect(wasHeld({ ...nothing, ...known })).toBe(held)
})
