import { expect, test } from 'vitest'
import { duesOf } from '#domain/loans/plan/village-convention.ts'
import { declaredIn } from '#domain/relief/event.ts'
import { awaitsRestart } from '#domain/relief/restart.ts'
import { byMeeting, byOfficers, wordOf } from '#test/support/committee.ts'
import {
  activated,
  alongTheRiver,
  declared,
  listOn,
  renewed,
  storyWith,
  threeOfThem,
} from '#test/support/flood.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  bodyOf,
  loanIn,
  paid,
  paidOut,
  relieved,
} from '#test/support/village.ts'

const book = alongTheRiver(6)
const all = byMeeting({ present: 11, yes: 9, no: 1 })
const ratified = (effectiveOn: string): StoryCommand => ({
  type: 'RatifyRelief',
  effectiveOn,
  eventId: 'E1',
  ballot: all,
})
const after = (...more: Parameters<typeof storyWith>[1][]) =>
  storyWith(book, declared(), activated, ...more).village
const given = after()
/** A list that is not the rule's: an empty one is no list at all. */
const touched = [{ loanId: 'l0', from: '2025-03-01', to: '2025-05-31' }]

test('it is renewed through the last day of the first window, and no day later', () => {
  const village = after(ratified('2025-03-20'))
  const word = (on: string) => wordOf(village, renewed(village, { on }))
  expect(word('2025-05-30')).toBe('recorded')
  expect(word('2025-05-31')).toBe('recorded')
  expect(word('2025-06-01')).toBe('nothing-to-renew')
})

test('it is given once, and renewed only where it was given', () => {
  expect(wordOf(given, activated(given, { on: '2025-03-07' }))).toBe('relief-already-given')
  const { village } = storyWith(book, declared())
  expect(wordOf(village, { ...renewed(village), touched } as StoryCommand)).toBe('nothing-to-renew')
  const dry = storyWith(book, declared({ memberIds: ['o1'] })).village
  expect(wordOf(dry, { ...activated(dry), touched } as StoryCommand)).toBe('nothing-to-defer')
  expect(wordOf(given, { ...activated(given), eventId: 'E9' } as StoryCommand)).toBe(
    'event-not-declared',
  )
})

test('a renewal puts off what is still owed of what was put off before, and nothing else', () => {
  const list = (...more: StoryCommand[]) => {
    const village = after(ratified('2025-03-20'), ...more)
    return listOn(village, '2025-05-20', 'E1', true).map(({ loanId }) => loanId)
  }
  const fresh = paidOut({
    on: '2025-04-01',
    principal: 100_000,
    months: 6,
    loanId: 'new',
    memberId: 'm0',
  })
  expect(list()).toEqual(['l0', 'l3'])
  expect(list(fresh)).toEqual(['l0', 'l3'])
  expect(list(paid('2025-05-20', 400_000, 'l0'))).toEqual(['l3'])
  expect(list(paid('2025-05-21', 400_000, 'l0'))).toEqual(['l0', 'l3'])
  expect(list({ type: 'RecordDeath', effectiveOn: '2025-05-20', memberId: 'm0' })).toEqual(['l3'])
})

test('officers have thirty days for the meeting’s word, and a meeting waits for nobody', () => {
  const { village } = storyWith(book, declared())
  const body = (ballot: typeof threeOfThem) =>
    bodyOf(answerTo(village, activated(village, { ballot })))
  expect(body(threeOfThem)).toMatchObject({ ratifyBy: '2025-04-05' })
  expect(Object.keys(body(all))).not.toContain('ratifyBy')
})

test('a list with a day that no calendar has says which', () => {
  const { village } = storyWith(book, declared())
  const shown = listOn(village, '2025-03-06')
  const answer = (more: object) =>
    answerTo(village, {
      ...activated(village),
      touched: [shown[0]!, { ...shown[1]!, ...more }],
    } as StoryCommand)
  expect(answer({ to: '2025-05-32' })).toMatchObject({ at: '/touched/1/to' })
  expect(answer({ from: '2025-02-30' })).toMatchObject({ at: '/touched/1/from' })
  expect(answer({ to: '2025-06-01' })).toMatchObject({ code: 'list-has-changed' })
  expect(answer({ from: '2025-03-02' })).toMatchObject({ code: 'list-has-changed' })
  const first = { ...activated(village), touched: [{ ...shown[0]!, to: 'soon' }] } as StoryCommand
  expect(answerTo(village, first)).toMatchObject({ at: '/touched/0/to' })
  const short = { ...activated(village), touched: shown.slice(0, 1) } as StoryCommand
  expect(answerTo(village, short)).toMatchObject({ code: 'list-has-changed' })
})

test('the word on a renewal leaves the first word where it was', () => {
  const twice = after(
    ratified('2025-03-20'),
    (village) => renewed(village, { on: '2025-05-20' }),
    ratified('2025-06-20'),
  )
  expect(
    declaredIn(twice.events, 'E1')!.told.given.map(({ on, isRenewal, ratifiedOn }) => [
      on,
      isRenewal,
      ratifiedOn,
    ]),
  ).toEqual([
    ['2025-03-06', false, '2025-03-20'],
    ['2025-05-20', true, '2025-06-20'],
  ])
})

test('three officers are enough however many a charter wants for a loan', () => {
  const { village } = storyWith(alongTheRiver(6, { officers: { votingMin: 5 } }), declared())
  const word = (yes: string[], no: string[] = []) =>
    wordOf(village, { ...activated(village), ballot: byOfficers(yes, no) } as StoryCommand)
  expect(word(['o1', 'o2'])).toBe('too-few-votes')
  expect(word(['o1', 'o2', 'o3'])).toBe('recorded')
  expect(word(['o1', 'o2', 'o3'], ['o4', 'o5'])).toBe('recorded')
  expect(word(['o1', 'o2'], ['o4'])).toBe('too-few-votes')
})

const declines: StoryCommand = {
  type: 'DeclineRelief',
  effectiveOn: '2025-04-21',
  eventId: 'E1',
  memberId: 'm0',
}

test('a household that let go is not renewed with the others, and does not hold them up', () => {
  const village = after(ratified('2025-03-20'), declines)
  expect(listOn(village, '2025-05-20', 'E1', true).map(({ loanId }) => loanId)).toEqual(['l3'])
  expect(wordOf(village, renewed(village))).toBe('recorded')
  expect(loanIn(village, 'l0').deferrals).toHaveLength(1)
})

/** A loan for the field, due from February on, whose July instalment would come after the hungry months. */
const field: readonly StoryCommand[] = [
  {
    type: 'RequestLoan',
    effectiveOn: '2025-01-10',
    loanId: 'rice',
    memberId: 'm0',
    product: 'normal',
    principal: 120_000,
    months: 6,
    purpose: 'farm',
  },
  paidOut({ on: '2025-01-20', principal: 120_000, months: 6, loanId: 'rice', memberId: 'm0' }),
]

test('the renewal of a farm loan begins where the event’s own window ends, and the hungry months stand beside it', () => {
  const village = storyWith(
    [...book, ...field],
    declared(),
    activated,
    ratified('2025-03-20'),
  ).village
  const windows = ({ loanId, from, to }: { loanId: string; from: string; to: string }) =>
    `${loanId} ${from} ${to}`
  expect(loanIn(village, 'rice').deferrals.map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2025-03-01 2025-05-31',
    '2025-08-01 2025-10-31',
  ])
  expect(listOn(village, '2025-05-20', 'E1', true).map(windows)).toEqual([
    'l0 2025-06-01 2025-08-31',
    'l3 2025-06-01 2025-08-31',
    'rice 2025-06-01 2025-08-31',
  ])
  const twice = storyWith(
    [...book, ...field],
    declared(),
    activated,
    ratified('2025-03-20'),
    renewed,
  )
  const dues = duesOf(loanIn(twice.village, 'rice')).map(({ on }) => on.slice(0, 7))
  expect(dues).toEqual(['2025-02', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'])
  // The hungry months keep no event open: its own window ended in May.
  expect(wordOf(village, renewed(village, { on: '2025-05-31' }))).toBe('recorded')
  expect(wordOf(village, renewed(village, { on: '2025-06-01' }))).toBe('nothing-to-renew')
})

test('a farm loan is begun again by a payment before its hungry months, and waits anew in them', () => {
  const own = [...alongTheRiver(0), admitted('m0', { zone: '17020101' }), ...field]
  const { village } = storyWith(own, declared(), activated, paid('2025-06-20', 5_000, 'rice'))
  const days = ['2025-06-19', '2025-06-20', '2025-07-31', '2025-08-01', '2025-10-31']
  expect(days.map((on) => awaitsRestart(village.loans.values(), 'm0', on))).toEqual([
    true,
    false,
    false,
    true,
    true,
  ])
})

test('nothing is decided on relief that came over from an older book: it was not declared here', () => {
  const old = relieved('2025-03-01', { from: '2025-03-01', to: '2025-05-31' }, { loanIds: ['l0'] })
  const { village } = storyWith(book, old)
  expect(wordOf(village, { ...activated(given), touched } as StoryCommand)).toBe(
    'event-not-declared',
  )
  expect(wordOf(village, declines)).toBe('event-not-declared')
})
