import { expect, test } from 'vitest'
import { declaredIn } from '#domain/relief/event.ts'
import type { TouchedSince } from '#domain/relief/relief.ts'
import type { Village } from '#domain/village.ts'
import { byMeeting, wordOf } from '#test/support/committee.ts'
import { activated, alongTheRiver, declared, renewed, storyWith } from '#test/support/flood.ts'
import {
  type StoryCommand,
  answerTo,
  bodyOf,
  booked,
  idOf,
  loanIn,
  paid,
  paidOut,
  standingIn,
} from '#test/support/village.ts'

const book = alongTheRiver(6)
const all = byMeeting({ present: 11, yes: 9, no: 1 })
const none = byMeeting({ present: 11, yes: 1, no: 9 })

const about = <Type extends 'RatifyRelief' | 'DeclineRelief' | 'LapseRelief' | 'UndoRelief'>(
  type: Type,
  effectiveOn: string,
  more: object = {},
) => ({ type, effectiveOn, eventId: 'E1', ...more }) as StoryCommand
const ratified = (on: string, ballot = all) => about('RatifyRelief', on, { ballot })
const declines = (on: string, memberId = 'm0') => about('DeclineRelief', on, { memberId })
const undone = (on: string, approvedBy = 'o3') => about('UndoRelief', on, { approvedBy })

const after = (...more: Parameters<typeof storyWith>[1][]) =>
  storyWith(book, declared(), activated, ...more).village
const given = after()
type Refused = { readonly left: readonly TouchedSince[] }
const windows = (village: Village, loanId = 'l0') =>
  loanIn(village, loanId).deferrals.map(({ from, to }) => `${from} ${to}`)

test('nothing is decided about an event before the day of its declaration', () => {
  // Declared on 5 March.
  const { village } = storyWith(book, declared())
  const early = { on: '2025-03-04' }
  expect(wordOf(village, activated(village, early))).toBe('before-the-event')
  expect(wordOf(village, activated(village, { on: '2025-03-05' }))).toBe('recorded')
  expect(wordOf(village, declines('2025-03-04'))).toBe('before-the-event')
  expect(wordOf(given, undone('2025-03-04'))).toBe('before-the-event')
  expect(wordOf(given, undone('2025-03-05'))).toBe('recorded')
  expect(wordOf(given, { ...undone('2025-03-06'), eventId: 'E9' } as StoryCommand)).toBe(
    'event-not-declared',
  )
})

test('where the meeting says no, its own day is still put off and no window that begins later stands', () => {
  const twice = after(ratified('2025-03-20'), (village) => renewed(village, { on: '2025-05-20' }))
  const left = (on: string) => {
    const { left: windowsLeft } = bodyOf(answerTo(twice, ratified(on, none))) as Refused
    return windowsLeft.filter(({ loanId }) => loanId === 'l0')
  }
  const first = { loanId: 'l0', from: '2025-03-01', to: '2025-05-31', since: '2025-03-06' }
  const second = { loanId: 'l0', from: '2025-06-01', since: '2025-05-20' }
  expect(left('2025-05-30')).toEqual([{ ...first, to: '2025-05-30' }])
  expect(left('2025-05-31')).toEqual([first])
  expect(left('2025-06-01')).toEqual([first, { ...second, to: '2025-06-01' }])
  expect(left('2025-08-31')).toEqual([first, { ...second, to: '2025-08-31' }])
  expect(left('2025-09-01')).toEqual([first, { ...second, to: '2025-08-31' }])
})

test('a no names every loan that it was given to, and each keeps what is past', () => {
  const refused = after(ratified('2025-04-20', none))
  expect([windows(refused), windows(refused, 'l3')]).toEqual([
    ['2025-03-01 2025-04-20'],
    ['2025-03-01 2025-04-20'],
  ])
  expect(declaredIn(refused.events, 'E1')!.told.endedOn).toBe('2025-04-20')
  expect(bodyOf(answerTo(given, ratified('2025-04-20', none)))).toMatchObject({
    isCarried: false,
    loanIds: ['l0', 'l3'],
  })
  const yes = bodyOf(answerTo(given, ratified('2025-04-20')))
  expect(yes).toMatchObject({ isCarried: true, postings: [] })
  expect(Object.keys(yes)).not.toContain('left')
})

test('a household that lets go keeps what is past: its own day falls due again', () => {
  // March is due on the 20th: put off through the 20th where it says so on the 21st.
  const on = (day: string) => windows(after(declines(day)))
  expect(on('2025-03-20')).toEqual([])
  expect(on('2025-03-21')).toEqual(['2025-03-01 2025-03-20'])
  expect(on('2025-04-20')).toEqual(['2025-03-01 2025-04-19'])
  expect(on('2025-06-02')).toEqual(['2025-03-01 2025-05-31'])
  // The neighbour of the same commune goes on as before.
  expect(windows(after(declines('2025-03-21')), 'l3')).toEqual(['2025-03-01 2025-05-31'])
})

test('what was due before the water alone bears no interest for the month that is past, in either loan', () => {
  const late = { on: '2025-01-20', principal: 60_000, months: 1, loanId: 'x', memberId: 'm0' }
  const told = [...book, paidOut(late), paid('2025-02-20', 30_000, 'x')]
  const village = storyWith(told, declared(), activated, declines('2025-03-21')).village
  expect([windows(village), windows(village, 'x')]).toEqual([
    ['2025-03-01 2025-03-20'],
    ['2025-03-01 2025-03-20'],
  ])
  // Counted on 20 February: 900; nothing on 20 March; on 20 April again, of 30,900 that are still owed.
  const counted = ['2025-03-20', '2025-04-20'].map(
    (day) => standingIn(village, day, 'x').interestDue,
  )
  expect(counted).toEqual([0, 400])
  expect(declaredIn(village.events, 'E1')!.told.declined).toEqual([
    { memberId: 'm0', on: '2025-03-21' },
  ])
})

test('a list that was decided when all its months were past leaves them without interest, too', () => {
  const late = { on: '2025-01-20', principal: 60_000, months: 1, loanId: 'x', memberId: 'm0' }
  const told = [...book, paidOut(late), paid('2025-02-20', 30_000, 'x')]
  const { village } = storyWith(
    told,
    declared(),
    (before: Village) => activated(before, { on: '2025-06-06' }),
    declines('2025-06-10'),
  )
  expect(windows(village, 'x')).toEqual(['2025-03-01 2025-05-31'])
})

test('a fine that was given back for a day of the water stays given back when she lets go', () => {
  const fined: StoryCommand = {
    type: 'RecordLateFine',
    effectiveOn: '2025-03-03',
    loanId: 'l0',
    amount: 500,
  }
  const cheap = { rateMonthlyPercent: { normal: '1', seasonal: '1', emergency: '0' } }
  const told = [...alongTheRiver(3, cheap), fined]
  const sums = (...more: Parameters<typeof storyWith>[1][]) => {
    const { village } = storyWith(told, declared(), ...more)
    return [booked(village, 'liability:social-fund'), booked(village, 'liability:savings:m0')]
  }
  expect(sums()).toEqual([-500, 0])
  expect(sums(activated)).toEqual([0, -500])
  expect(sums(activated, declines('2025-03-10'))).toEqual([0, -500])
  // Of the day on which she lets go it stands: nothing of hers had been put off before.
  const own = { ...fined, effectiveOn: '2025-03-05' } as StoryCommand
  const { village } = storyWith(
    [...alongTheRiver(3, cheap), own],
    declared(),
    activated,
    declines('2025-03-05'),
  )
  expect(booked(village, 'liability:social-fund')).toBe(-500)
})

test('before it is given any household of the place may decline, afterwards whoever is on the list', () => {
  const told = [
    ...book,
    {
      type: 'AdmitMember',
      effectiveOn: '2025-01-01',
      memberId: 'n',
      card: 'N',
      sex: 'f',
      zone: '17020101',
      isFormer: false,
    } as StoryCommand,
  ]
  const before = storyWith(told, declared()).village
  expect(wordOf(before, declines('2025-03-05', 'n'))).toBe('recorded')
  expect(wordOf(before, declines('2025-03-05', 'm1'))).toBe('not-of-the-event')
  const now = storyWith(told, declared(), activated).village
  expect(wordOf(now, declines('2025-03-07', 'n'))).toBe('not-of-the-event')
  expect(wordOf(now, declines('2025-03-07', 'm3'))).toBe('recorded')
})

test('it is taken back by another acting officer, and only where it was given', () => {
  expect(wordOf(storyWith(book, declared()).village, undone('2025-03-06'))).toBe('nothing-to-undo')
  expect(wordOf(given, undone('2025-03-07', 'm1'))).toBe('approver-not-an-officer')
  expect(answerTo(given, undone('2025-03-07', 'm9'))).toMatchObject({
    code: 'member-unknown',
    at: '/approvedBy',
  })
  const gone: StoryCommand = {
    type: 'RecordMemberChange',
    effectiveOn: '2025-03-07',
    memberId: 'o3',
    change: 'away',
  }
  expect(wordOf(after(gone), undone('2025-03-07'))).toBe('approver-not-an-officer')
  expect(wordOf(after(gone), undone('2025-03-06'))).toBe('recorded')
})

test('once it was refused and taken back it may be given anew, since nothing of it has ended', () => {
  const back = after(ratified('2025-03-08', none), undone('2025-03-09'))
  expect(declaredIn(back.events, 'E1')!.told).not.toHaveProperty('endedOn')
  expect(wordOf(back, activated(back, { on: '2025-03-10' }))).toBe('recorded')
})

test('what was written first on its loans does not hold it up, what was written next is named, the last first', () => {
  const told = [
    { ...paid('2025-03-06', 1_000, 'l0'), id: idOf(80) },
    { ...paid('2025-03-06', 1_000, 'l3'), id: idOf(81) },
  ] as const
  const village = after(...told)
  expect(answerTo(village, undone('2025-03-07'))).toMatchObject({
    code: 'paid-since',
    entries: [idOf(81), idOf(80)],
  })
  const before = storyWith([...book, ...told], declared(), activated).village
  expect(wordOf(before, undone('2025-03-07'))).toBe('recorded')
})

test('a meeting could have spoken where two thirds were there, and not where one was missing', () => {
  // Eleven members: 67 % are eight.
  const met = (on: string, n: number): StoryCommand => ({
    type: 'RecordAttendance',
    effectiveOn: on,
    present: ['o1', 'o2', 'o3', 'o4', 'o5', 'm0', 'm1', 'm2', 'm3'].slice(0, n),
    absent: [],
  })
  const lapsed = about('LapseRelief', '2025-05-01')
  expect(wordOf(after(met('2025-03-20', 7)), lapsed)).toBe('meeting-not-missed')
  expect(wordOf(after(met('2025-03-20', 8)), lapsed)).toBe('recorded')
  // The first day after officers gave it is the first on which it could be asked.
  expect(wordOf(after(met('2025-03-06', 8)), lapsed)).toBe('meeting-not-missed')
  expect(wordOf(after(met('2025-03-07', 8)), lapsed)).toBe('recorded')
  expect(bodyOf(answerTo(after(met('2025-03-20', 8)), lapsed))).toMatchObject({
    loanIds: ['l0', 'l3'],
    left: [{ to: '2025-05-01' }, { to: '2025-05-01' }],
  })
  expect(wordOf(given, about('LapseRelief', '2025-03-07'))).toBe('meeting-not-missed')
  const byAll = storyWith(book, declared(), (v) => activated(v, { ballot: all })).village
  expect(wordOf(byAll, lapsed)).toBe('nothing-to-ratify')
})

test('the silence that counts is the one on the renewal, where the first relief has its word', () => {
  const met = (on: string): StoryCommand => ({
    type: 'RecordAttendance',
    effectiveOn: on,
    present: ['o1', 'o2', 'o3', 'o4', 'o5', 'm0', 'm1', 'm2'],
    absent: [],
  })
  const village = after(
    ratified('2025-03-20'),
    (told) => renewed(told, { on: '2025-05-20' }),
    met('2025-04-20'),
    met('2025-06-20'),
  )
  const word = (on: string) => wordOf(village, about('LapseRelief', on))
  // Thirty days from 20 May end on 19 June; the meeting of the 20th kept silent.
  expect(word('2025-06-20')).toBe('meeting-not-missed')
  expect(word('2025-06-21')).toBe('recorded')
})

test('what was paid between giving and renewing keeps relief from being undone, as what came later does', () => {
  const renewal = (village: Village) => renewed(village, { on: '2025-05-20' })
  const word = (...more: Parameters<typeof storyWith>[1][]) =>
    wordOf(after(ratified('2025-03-20'), ...more), undone('2025-05-22'))
  expect(word(renewal)).toBe('recorded')
  expect(word(paid('2025-04-20', 5_000, 'l0'), renewal)).toBe('paid-since')
  expect(word(renewal, paid('2025-05-21', 5_000, 'l0'))).toBe('paid-since')
})

test('a no that is written down late leaves every account as if it had been written on its day', () => {
  const no = ratified('2025-04-20', none)
  const money = paid('2025-05-20', 60_000, 'l0')
  const [late, inTime] = [after(money, no), after(no, money)]
  const accounts = [...new Set([...late.posted.accounts.keys(), ...inTime.posted.accounts.keys()])]
  const sums = (village: Village) => accounts.map((one) => [one, booked(village, one)])
  expect(sums(late)).toEqual(sums(inTime))
  expect(bodyOf(answerTo(after(money), no))).not.toMatchObject({ postings: [] })
})
