import { expect, test } from 'vitest'
import { lineLeft } from '#domain/relief/emergency-line.ts'
import { awaitsRestart } from '#domain/relief/restart.ts'
import { byMeeting, flagsOf, wordOf } from '#test/support/committee.ts'
import { activated, alongTheRiver, declared, renewed, storyWith } from '#test/support/flood.ts'
import {
  type StoryCommand,
  answerTo,
  bodyOf,
  idOf,
  paid,
  paidOut,
  takenOver,
} from '#test/support/village.ts'

const all = byMeeting({ present: 8, yes: 8, no: 0 })

type Promised = Extract<StoryCommand, { type: 'PromiseEmergencyLines' }>
type Opened = Extract<StoryCommand, { type: 'OpenEmergencyLine' }>

const promised = (more: Partial<Promised> = {}): Promised => ({
  type: 'PromiseEmergencyLines',
  effectiveOn: '2025-02-01',
  seasonId: 'rains',
  from: '2025-02-10',
  to: '2025-12-31',
  trigger: { station: 'KRATIE', levelCm: 2300 },
  lines: [{ memberId: 'm0', amount: 100_000 }],
  ballot: all,
  ...more,
})
const gauge = (levelCm: number) => ({ is: 'gauge', station: 'KRATIE', levelCm }) as const
const opened = (more: Partial<Opened> = {}): Opened => ({
  type: 'OpenEmergencyLine',
  effectiveOn: '2025-03-06',
  seasonId: 'rains',
  eventId: 'E1',
  measure: gauge(2300),
  witnessId: 'm1',
  ...more,
})
const book = alongTheRiver(3)
const flooded = (season: Partial<Promised> = {}) =>
  storyWith(book, promised(season), declared()).village

const village = flooded()
const said = (more: Partial<Opened> = {}, of = village): string => {
  const answer = answerTo(of, opened(more))
  return answer.outcome === 'invalid' ? `${answer.code} ${answer.at}` : wordOf(of, opened(more))
}

test('the very level that was promised opens the line, and a centimetre less does not', () => {
  expect(said({ measure: gauge(2299) })).toBe('measure-below-level')
  expect(said({ measure: gauge(2300) })).toBe('recorded')
  expect(said({ measure: gauge(2301) })).toBe('recorded')
})

test('where no level was promised an alert opens it, and nothing else that was seen', () => {
  const { trigger: _, ...unmeasured } = promised()
  const open = storyWith(book, unmeasured, declared()).village
  const hash = 'ab'.repeat(32)
  expect(said({ measure: gauge(9_999) }, open)).toBe('measure-below-level')
  expect(said({ measure: { is: 'cap-alert', hash } }, open)).toBe('recorded')
  expect(said({ measure: { is: 'commune-note', hash } })).toBe('measure-below-level')
  expect(said({ measure: { is: 'photo', hash, witnesses: ['m1', 'm2'] } })).toBe(
    'measure-below-level',
  )
})

test('an event that began on the first day of the season or on its last is of it, a day beside is not', () => {
  const within = (from: string, to: string) => said({}, flooded({ from, to }))
  // The water came on 1 March.
  expect(within('2025-02-10', '2025-02-28')).toBe('event-outside-season')
  expect(within('2025-02-10', '2025-03-01')).toBe('recorded')
  expect(within('2025-03-01', '2025-12-31')).toBe('recorded')
  expect(within('2025-03-02', '2025-12-31')).toBe('event-outside-season')
})

test('it is opened from the day on which the event was declared', () => {
  expect(said({ effectiveOn: '2025-03-04' })).toBe('event-not-declared')
  expect(said({ effectiveOn: '2025-03-05' })).toBe('recorded')
})

test('what befell one household opens nobody’s line', () => {
  const own = declared({ kind: 'personal', memberIds: ['m0'] })
  expect(said({}, storyWith(book, promised(), own).village)).toBe('event-not-declared')
})

test('what cannot open a line says where', () => {
  expect(said({ measure: gauge(-1) })).toBe('evidence-cannot-hold /measure/levelCm')
  expect(said({ witnessId: 'm9' })).toBe('member-unknown /witnessId')
  expect(said({ seasonId: 'dry' })).toBe('season-unknown /seasonId')
})

test('a second event opens it again, the same one does not', () => {
  const storm = declared({ eventId: 'E2', kind: 'storm', on: '2025-03-07', from: '2025-03-07' })
  const { village: twice } = storyWith(book, promised(), declared(), opened(), storm)
  expect(said({ effectiveOn: '2025-03-08' }, twice)).toBe('line-already-open')
  expect(said({ effectiveOn: '2025-03-08', eventId: 'E2' }, twice)).toBe('recorded')
})

test('an opened line says until when it is open: as long as the event puts anything off', () => {
  expect(bodyOf(answerTo(village, opened()))).toMatchObject({ until: '2025-05-31' })
  const drought = storyWith(book, promised(), declared({ kind: 'drought' })).village
  expect(bodyOf(answerTo(drought, opened()))).toMatchObject({ until: '2025-12-31' })
})

const open = [promised(), declared(), opened()] as const
const leftOn = (on: string, ...more: Parameters<typeof storyWith>[1][]) =>
  lineLeft(storyWith(book, ...open, ...more).village, 'm0', on)

test('a line is open from the day that opened it through its last', () => {
  const days = ['2025-03-05', '2025-03-06', '2025-05-31', '2025-06-01']
  expect(days.map((on) => leftOn(on))).toEqual([0, 100_000, 100_000, 0])
})

test('it stays open through the last day on which the member’s own loans are put off, and not others’', () => {
  const ratified: StoryCommand = {
    type: 'RatifyRelief',
    effectiveOn: '2025-03-20',
    eventId: 'E1',
    ballot: all,
  }
  const given = [activated, ratified, renewed] as const
  const last = ['2025-08-31', '2025-09-01']
  expect(last.map((on) => leftOn(on, ...given))).toEqual([100_000, 0])
  // Of another commune: nothing of hers is put off, so it ends with the event's own days.
  const others = promised({ lines: [{ memberId: 'm1', amount: 100_000 }] })
  const { village: elsewhere } = storyWith(book, others, declared(), opened(), ...given)
  expect(lineLeft(elsewhere, 'm1', '2025-05-31')).toBe(100_000)
  expect(lineLeft(elsewhere, 'm1', '2025-06-01')).toBe(0)
})

const handed = (
  on: string,
  { loanId = 'e1', memberId = 'm0', product = 'emergency' as 'emergency' | 'normal' } = {},
): StoryCommand => paidOut({ on, principal: 40_000, months: 3, loanId, memberId, product })

test('what was taken since it was opened is taken from it, from that very day on', () => {
  expect(leftOn('2025-03-10', handed('2025-03-06'))).toBe(60_000)
  expect(leftOn('2025-03-10', handed('2025-03-05'))).toBe(100_000)
  expect(leftOn('2025-03-10', handed('2025-03-06', { product: 'normal' }))).toBe(100_000)
  expect(leftOn('2025-03-10', handed('2025-03-06', { memberId: 'm1' }))).toBe(100_000)
  const all3 = ['e1', 'e2', 'e3'].map((loanId) => handed('2025-03-06', { loanId }))
  expect(leftOn('2025-03-10', ...all3.slice(0, 2))).toBe(20_000)
  expect(leftOn('2025-03-10', ...all3)).toBe(0)
})

test('a loan that comes over from an older book is not taken from it', () => {
  const old = takenOver({
    on: '2025-01-20',
    principal: 40_000,
    months: 3,
    owed: 40_000,
    loanId: 'old',
    memberId: 'm0',
    product: 'emergency',
    takenOn: '2025-03-07',
  })
  expect(leftOn('2025-03-10', old)).toBe(100_000)
})

test('what was taken back was not taken', () => {
  const wrong = { ...handed('2025-03-07'), id: idOf(70) }
  const back: StoryCommand = {
    type: 'ReverseEntry',
    effectiveOn: '2025-03-08',
    reverses: idOf(70),
    reason: 'did-not-happen',
    approvedBy: 'o3',
  }
  expect(leftOn('2025-03-10', wrong)).toBe(60_000)
  expect(leftOn('2025-03-10', wrong, back)).toBe(100_000)
})

test('two events open one line and not two: what was taken since the first counts', () => {
  const storm = declared({ eventId: 'E2', kind: 'storm', on: '2025-03-10', from: '2025-03-10' })
  const again = opened({ effectiveOn: '2025-03-12', eventId: 'E2' })
  expect(leftOn('2025-03-20', handed('2025-03-07'), storm, again)).toBe(60_000)
  const [other, first] = [declared(), opened()]
  const late = storyWith(book, promised(), storm, again, other, first, handed('2025-03-07')).village
  expect(lineLeft(late, 'm0', '2025-03-20')).toBe(60_000)
  // The storm keeps it open for longer than the flood does, through its own last day.
  expect(leftOn('2025-06-09', storm, again)).toBe(100_000)
  expect(leftOn('2025-06-10', storm, again)).toBe(0)
})

test('of two seasons that are open she has the larger line, and not both together', () => {
  const other = promised({ seasonId: 'winds', lines: [{ memberId: 'm0', amount: 120_000 }] })
  expect(leftOn('2025-03-10', other, opened({ seasonId: 'winds' }))).toBe(120_000)
})

test('whoever is away or has left draws on no line, and on the day of coming back does again', () => {
  const change = (effectiveOn: string, what: 'away' | 'back' | 'left'): StoryCommand => ({
    type: 'RecordMemberChange',
    effectiveOn,
    memberId: 'm0',
    change: what,
  })
  const gone = change('2025-03-10', 'away')
  const days = ['2025-03-09', '2025-03-10', '2025-03-15']
  expect(days.map((on) => leftOn(on, gone, change('2025-03-15', 'back')))).toEqual([
    100_000, 0, 100_000,
  ])
  expect(leftOn('2025-03-10', change('2025-03-10', 'left'))).toBe(0)
})

test('the last riel of a line is paid out without another vote, one more is not', () => {
  const { village: ready } = storyWith(book, ...open)
  const sum = (principal: number, on = '2025-03-06') =>
    flagsOf(
      ready,
      paidOut({ on, principal, months: 3, loanId: 'e1', memberId: 'm0', product: 'emergency' }),
    )
  expect(sum(100_000)).toEqual([])
  expect(sum(100_100)).toContain('paid-without-decision')
  expect(sum(100_000, '2025-05-31')).toEqual([])
  expect(sum(100_000, '2025-06-01')).toContain('paid-without-decision')
})

test('a loan awaits its first payment from the first day of relief until something is paid after the last', () => {
  const awaits = (on: string, ...more: Parameters<typeof storyWith>[1][]) => {
    const { village: told } = storyWith(book, declared(), activated, ...more)
    return awaitsRestart(told.loans.values(), 'm0', on)
  }
  // Given on 6 March, from 1 March: it is known on the day on which it was decided.
  expect(['2025-03-05', '2025-03-06'].map((on) => awaits(on))).toEqual([false, true])
  expect(awaits('2025-05-31', paid('2025-05-31', 5_000, 'l0'))).toBe(true)
  expect(awaits('2025-07-01', paid('2025-05-31', 5_000, 'l0'))).toBe(true)
  const begun = paid('2025-06-01', 5_000, 'l0')
  expect(['2025-05-31', '2025-06-01'].map((on) => awaits(on, begun))).toEqual([true, false])
  // Paid back whole there is nothing left to begin again.
  expect(awaits('2025-04-01', paid('2025-03-20', 400_000, 'l0'))).toBe(false)
  // Another household's loan of the same commune holds up nobody but its own.
  const { village: told } = storyWith(book, declared(), activated)
  expect(awaitsRestart(told.loans.values(), 'm1', '2025-04-01')).toBe(false)
})
