import { expect, test } from 'vitest'
import type { Village } from '#domain/village.ts'
import {
  eventViewOf,
  eventsOf,
  householdOf,
  linesOfferedOn,
  ownLineOf,
} from '#src/app/relief-view.ts'
import { byMeeting } from '#test/support/committee.ts'
import { activated, alongTheRiver, declared, renewed, storyWith } from '#test/support/flood.ts'
import { type StoryCommand, admitted, fundBookOf, paid, relieved } from '#test/support/village.ts'

/** Six households and the five of the committee. */
const everybody = byMeeting({ present: 11, yes: 9, no: 1 })

type Part = StoryCommand | ((village: Village) => StoryCommand)

const bookAfter = (...parts: readonly Part[]) => fundBookOf(storyWith(alongTheRiver(6), ...parts))
const byOfficers = (village: Village): StoryCommand => activated(village)
const byAll = (village: Village): StoryCommand => activated(village, { ballot: everybody })
const ratified = (yes: number): StoryCommand => ({
  type: 'RatifyRelief',
  effectiveOn: '2025-03-20',
  eventId: 'E1',
  ballot: byMeeting({ present: 11, yes, no: 11 - yes }),
})

const seen = (day: string, ...parts: readonly Part[]) => {
  const view = eventViewOf(bookAfter(...parts), 'E1', day)!
  return [view.state, ...view.acts]
}

test('an event is declared until it is given, and then either waits for the meeting or not', () => {
  expect(seen('2025-03-06', declared())).toEqual(['declared', 'give', 'decline'])
  expect(seen('2025-03-06', declared(), byOfficers)).toEqual([
    'waiting',
    'ratify',
    'decline',
    'undo',
  ])
  expect(seen('2025-03-06', declared(), byAll)).toEqual(['given', 'renew', 'decline', 'undo'])
  expect(seen('2025-03-20', declared(), byOfficers, ratified(9))).toEqual([
    'given',
    'renew',
    'decline',
    'undo',
  ])
  expect(seen('2025-03-20', declared(), byOfficers, ratified(2))).toEqual(['ended', 'undo'])
})

test('three months of it hold from the first day of the flood to the last of May, and are over the day after', () => {
  const given = [declared(), byAll] as const
  const [event] = eventsOf(bookAfter(...given), '2025-05-31')
  expect(event).toMatchObject({ from: '2025-03-01', until: '2025-05-31', loans: 2 })
  expect(seen('2025-05-31', ...given)).toEqual(['given', 'renew', 'decline', 'undo'])
  expect(seen('2025-06-01', ...given)).toEqual(['over', 'undo'])
})

test('what was renewed is not renewed again, and tells so', () => {
  const twice = [
    declared(),
    byAll,
    (village: Village) => renewed(village, { ballot: everybody }),
  ] as const
  const [once] = eventsOf(bookAfter(declared(), byAll), '2025-05-20')
  expect(once?.isRenewed).toBe(false)
  expect(once?.ratifyBy).toBeUndefined()
  const [event] = eventsOf(bookAfter(...twice), '2025-05-20')
  expect(event).toMatchObject({ isRenewed: true, until: '2025-08-31', loans: 2 })
  expect(seen('2025-05-20', ...twice)).toEqual(['given', 'decline', 'undo'])
})

test('what officers gave waits for a meeting within thirty days of it, and says until when', () => {
  const [event] = eventsOf(bookAfter(declared(), byOfficers), '2025-03-06')
  expect(event?.ratifyBy).toBe('2025-04-05')
  const [meant] = eventsOf(bookAfter(declared(), byOfficers, ratified(9)), '2025-03-20')
  expect(meant?.ratifyBy).toBeUndefined()
})

/** A meeting that could have spoken was held on the last day, or the day after, and said nothing. */
const held = (on: string): StoryCommand => ({
  type: 'RecordAttendance',
  effectiveOn: on,
  present: [...Array.from({ length: 6 }, (_, i) => `m${i}`), 'o1', 'o2', 'o3', 'o4', 'o5'],
  absent: [],
})

test('where a meeting could have spoken and did not in time, what was given can be ended', () => {
  const silent = (day: string) => seen(day, declared(), byOfficers, held('2025-04-05'))
  expect(silent('2025-04-05')).toEqual(['waiting', 'ratify', 'decline', 'undo'])
  expect(silent('2025-04-06')).toEqual(['missed', 'ratify', 'lapse', 'decline', 'undo'])
})

test('relief of an older book is told, and nothing can be decided about it', () => {
  const window = { from: '2025-03-01', to: '2025-05-31' }
  const view = eventViewOf(bookAfter(relieved('2025-03-05', window)), 'E1', '2025-03-06')!
  expect(view).toMatchObject({ state: 'older', acts: [], list: [], declined: [], loans: 1 })
  expect([view.isRenewed, view.ratifyBy]).toEqual([false, undefined])
  expect(view.from).toBeUndefined()
  expect(view.rows.map(({ loanId }) => loanId)).toEqual(['l1'])
  expect(view.rows[0]).toMatchObject({
    before: { next: '2025-02-20', last: '2025-08-20' },
    after: { next: '2025-02-20', last: '2025-11-20' },
  })
})

test('the event that was declared last comes first, E10 before E9 of one day', () => {
  const at = (eventId: string, on = '2025-03-05') => declared({ eventId, on })
  const book = bookAfter(at('E9'), at('E10'), at('E1', '2025-03-06'))
  const other = bookAfter(at('E1', '2025-03-06'), at('E9'), at('E10'))
  for (const one of [book, other])
    expect(eventsOf(one, '2025-03-06').map(({ eventId }) => eventId)).toEqual(['E1', 'E10', 'E9'])
  expect(eventViewOf(book, 'E2', '2025-03-06')).toBeUndefined()
})

test('before it is given each loan is shown as it is and as it would be, and afterwards as it was and is', () => {
  const told = [paid('2025-02-20', [4500, 33_600], 'l3')] as const
  const before = eventViewOf(bookAfter(...told, declared()), 'E1', '2025-03-06')!
  expect(before.list).toEqual([
    { loanId: 'l0', from: '2025-03-01', to: '2025-05-31' },
    { loanId: 'l3', from: '2025-03-01', to: '2025-05-31' },
  ])
  expect(before.isRenewal).toBe(false)
  const [one, other] = before.rows
  expect([one!.card, other!.card]).toEqual(['M0', 'M3'])
  expect(one).toMatchObject({
    number: 'L0',
    owed: 300_000,
    windows: [{ loanId: 'l0', from: '2025-03-01', to: '2025-05-31' }],
    before: { next: '2025-02-20', last: '2025-07-20', instalments: 6, largest: 50_000 },
    after: { next: '2025-02-20', last: '2025-10-20', instalments: 6, largest: 50_000 },
  })
  expect(other).toMatchObject({
    owed: 269_400,
    before: { next: '2025-03-20', last: '2025-10-20', instalments: 8, largest: 34_200 },
    after: { next: '2025-06-20', last: '2026-01-20', instalments: 8, largest: 34_200 },
  })
  // Interest of the window is zero: what would be paid on 20 March, April and May is not asked for.
  expect(one!.after.interest).toBe(one!.before.interest)
  const given = eventViewOf(bookAfter(...told, declared(), byOfficers), 'E1', '2025-03-06')!
  expect(given.list).toEqual([])
  expect(given.rows.map((row) => [row.before, row.after])).toEqual(
    before.rows.map((row) => [row.before, row.after]),
  )
})

test('while it can be renewed each loan is shown as it is, and as it would be three months later', () => {
  const view = eventViewOf(bookAfter(declared(), byAll), 'E1', '2025-05-20')!
  expect(view.isRenewal).toBe(true)
  expect(view.list[0]).toEqual({ loanId: 'l0', from: '2025-06-01', to: '2025-08-31' })
  expect(view.rows[0]).toMatchObject({
    before: { last: '2025-10-20', instalments: 6 },
    after: { last: '2026-01-20', instalments: 6 },
  })
  expect(view.rows[0]!.windows).toHaveLength(2)
})

test('a household that declined is named, and is on no list any more', () => {
  const no: StoryCommand = {
    type: 'DeclineRelief',
    effectiveOn: '2025-03-06',
    eventId: 'E1',
    memberId: 'm0',
  }
  const view = eventViewOf(bookAfter(declared(), no), 'E1', '2025-03-06')!
  expect(view.declined).toEqual(['m0'])
  expect(view.list.map(({ loanId }) => loanId)).toEqual(['l3'])
})

test('half of the last loan is offered to whoever has one and is not late with it, by card', () => {
  const former = admitted('x1', { isFormer: true })
  const offered = linesOfferedOn(bookAfter(former), '2025-02-20').map(
    ({ card, amount, why }) => `${card} ${amount} ${why}`,
  )
  expect(offered.slice(0, 2)).toEqual(['M0 150000 undefined', 'M1 150500 undefined'])
  expect(offered.slice(-2)).toEqual(['O4 0 no-last-loan', 'O5 0 no-last-loan'])
  expect(offered).toHaveLength(11)
  const late = linesOfferedOn(bookAfter(), '2025-04-20')[0]
  expect(late).toMatchObject({ card: 'M0', amount: 0, why: 'late-with-last-loan' })
})

test('nothing is offered to whoever has left or died since, from that day, and to whoever is away it is', () => {
  const change = (memberId: string, what: 'left' | 'away'): StoryCommand => ({
    type: 'RecordMemberChange',
    effectiveOn: '2025-02-10',
    memberId,
    change: what,
  })
  const died: StoryCommand = { type: 'RecordDeath', effectiveOn: '2025-02-10', memberId: 'm1' }
  const book = bookAfter(change('m0', 'left'), died, change('m2', 'away'))
  const cards = (on: string) =>
    linesOfferedOn(book, on)
      .filter(({ amount }) => amount > 0)
      .map(({ card }) => card)
  expect(cards('2025-02-09')).toEqual(['M0', 'M1', 'M2', 'M3', 'M4', 'M5'])
  expect(cards('2025-02-10')).toEqual(['M2', 'M3', 'M4', 'M5'])
})

test('loans stand in the order of cards, whatever the order of the book', () => {
  const book = bookAfter(declared())
  const view = eventViewOf({ ...book, loans: book.loans.toReversed() }, 'E1', '2025-03-06')!
  expect(view.rows.map(({ card }) => card)).toEqual(['M0', 'M3'])
})

test('an event in which no loan is to be put off is given to nobody, and renewed for nobody', () => {
  const empty = bookAfter(declared({ places: ['999999'] }))
  const view = eventViewOf(empty, 'E1', '2025-03-06')!
  expect([view.list, view.rows, view.isRenewal]).toEqual([[], [], false])
  // Both loans were paid back after it was given.
  const settled = ['l0', 'l3'].map((loanId) => paid('2025-03-10', 400_000, loanId))
  const after = bookAfter(declared(), byAll, ...settled)
  expect(eventViewOf(after, 'E1', '2025-05-20')!.acts).not.toContain('renew')
})

const promised: StoryCommand = {
  type: 'PromiseEmergencyLines',
  effectiveOn: '2025-02-01',
  seasonId: 'rains',
  from: '2025-03-01',
  to: '2025-12-31',
  trigger: { station: 'KRATIE', levelCm: 2300 },
  lines: [
    { memberId: 'm0', amount: 150_000 },
    { memberId: 'm1', amount: 100_000 },
  ],
  ballot: everybody,
}

test('what was promised to a member stands to the last day of the season, and is open once an event opened it', () => {
  const book = bookAfter(promised)
  const own = (on: string, memberId = 'm0') => ownLineOf(book, memberId, on)
  const line = { open: 0, promised: [{ from: '2025-03-01', amount: 150_000 }] }
  expect(own('2025-12-31')).toEqual(line)
  expect(own('2026-01-01')).toEqual({ open: 0, promised: [] })
  expect(own('2025-12-31', 'm2')).toEqual({ open: 0, promised: [] })
  const opened: StoryCommand = {
    type: 'OpenEmergencyLine',
    effectiveOn: '2025-03-06',
    seasonId: 'rains',
    eventId: 'E1',
    measure: { is: 'gauge', station: 'KRATIE', levelCm: 2310 },
    witnessId: 'm4',
  }
  const reached = bookAfter(promised, declared({ places: ['17'] }), byAll, opened)
  expect(ownLineOf(reached, 'm0', '2025-03-07').open).toBe(150_000)
})

test('a household is who lives together on the day; of somebody whom the book places nowhere, that one alone', () => {
  const placed = (change: 'formed' | 'joined', memberId: string, on: string): StoryCommand => ({
    type: 'RecordHousehold',
    effectiveOn: on,
    householdId: 'H1',
    change,
    memberIds: [memberId],
  })
  const book = bookAfter(placed('formed', 'm1', '2025-03-01'), placed('joined', 'm2', '2025-03-02'))
  expect(householdOf(book, 'm1', '2025-03-01')).toEqual(['m1'])
  expect(householdOf(book, 'm1', '2025-03-02')).toEqual(['m1', 'm2'])
  expect(householdOf(book, 'm3', '2025-03-02')).toEqual(['m3'])
  expect(householdOf(book, 'gone', '2025-03-02')).toEqual(['gone'])
})
