import { expect, test } from 'vitest'
import { faultIn } from '#domain/kernel/shape.ts'
import { type Evidence, evidence, evidenceFault } from '#domain/relief/evidence.ts'
import { liesIn } from '#domain/relief/places.ts'
import { declaredIn } from '#domain/relief/event.ts'
import { alongTheRiver, declared, listOn, storyWith } from '#test/support/flood.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  paid,
  paidOut,
  storyOf,
} from '#test/support/village.ts'

type Declared = Extract<StoryCommand, { type: 'DeclareEvent' }>

const book = alongTheRiver(3)
const { village } = storyOf(book)

/** `recorded`, the code of a refusal, or the code and place of what cannot hold. */
const said = (more: Partial<Declared> = {}, of = village): string => {
  const answer = answerTo(of, { ...declared(), ...more } as StoryCommand)
  if (answer.outcome === 'recorded') return 'recorded'
  return answer.outcome === 'invalid' ? `${answer.code} ${answer.at}` : answer.code
}
/** The same of an event for named households. */
const listed = (memberIds: readonly string[], more: Partial<Declared> = {}, of = village) => {
  const { places: _, ...event } = declared() as Declared
  const answer = answerTo(of, { ...event, memberIds, ...more } as StoryCommand)
  if (answer.outcome === 'recorded') return 'recorded'
  return answer.outcome === 'invalid' ? `${answer.code} ${answer.at}` : answer.code
}

test('an event has begun on the day of its declaration at the latest, and ends no sooner than it began', () => {
  expect(said({ from: '2025-03-05' })).toBe('recorded')
  expect(said({ from: '2025-03-06' })).toBe('event-days-cannot-hold /from')
  expect(said({ from: '2025-02-29' })).toBe('date-impossible /from')
  expect(said({ to: '2025-02-28' })).toBe('event-days-cannot-hold /to')
  expect(said({ to: '2025-03-01' })).toBe('recorded')
  // Nobody knows how long the water stays: a last day may be ahead.
  expect(said({ to: '2025-04-30' })).toBe('recorded')
  expect(said({ to: '2025-04-31' })).toBe('date-impossible /to')
})

test('what an event says is kept with it, and nothing that it did not say', () => {
  const kept = (more: Partial<Declared>) =>
    declaredIn(storyWith(book, { ...declared(), ...more } as StoryCommand).village.events, 'E1')!
  expect(kept({ to: '2025-03-04' }).told).toEqual({
    kind: 'flood',
    places: ['170201'],
    from: '2025-03-01',
    to: '2025-03-04',
    evidence: { is: 'gauge', station: 'KRATIE', levelCm: 2310 },
    given: [],
    declined: [],
  })
  expect(Object.keys(kept({}).told)).not.toContain('to')
  expect(kept({}).declaredOn).toBe('2025-03-05')
})

test('an event has its places or its households, and never both or neither', () => {
  expect(listed(['m0'])).toBe('recorded')
  expect(said({ memberIds: ['m0'] })).toBe('scope-cannot-hold /places')
  const { places: _, ...bare } = declared() as Declared
  expect(answerTo(village, bare as StoryCommand)).toMatchObject({ at: '/places' })
  expect(said({ places: [] })).toBe('scope-cannot-hold /places')
  expect(said({ places: ['170201', '170201'] })).toBe('scope-cannot-hold /places')
  expect(said({ places: ['170201', 'a\nb'] })).toBe('place-not-a-code /places/1')
  expect(said({ places: ['a\nb', '170201'] })).toBe('place-not-a-code /places/0')
  expect(listed([])).toBe('scope-cannot-hold /memberIds')
  expect(listed(['m9', 'm0'])).toBe('member-unknown /memberIds/0')
  expect(listed(['m0', 'm1', 'm0'])).toBe('scope-cannot-hold /memberIds')
  expect(listed(['m0', 'm9'])).toBe('member-unknown /memberIds/1')
  expect(said({ eventId: 'death' })).toBe('event-not-a-code /eventId')
  expect(said({ kind: 'eclipse' as 'flood' })).toBe('event-kind-unknown /kind')
})

test('200 places or households are the most of an event, and twenty people the most of one household', () => {
  const places = Array.from({ length: 201 }, (_, i) => `Z${i}`)
  expect(said({ places: ['170201', ...places.slice(0, 199)] })).toBe('recorded')
  expect(said({ places: ['170201', ...places.slice(0, 200)] })).toBe('list-too-long /places')
  const people = Array.from({ length: 201 }, (_, i) => `p${i}`)
  const many = storyOf([...book, ...people.map((memberId) => admitted(memberId))]).village
  expect(listed(people.slice(0, 200), {}, many)).toBe('recorded')
  expect(listed(people, {}, many)).toBe('list-too-long /memberIds')
  const own = { kind: 'personal', evidence: { is: 'reason', hash: 'ab'.repeat(32) } } as const
  expect(listed(people.slice(0, 20), own, many)).toBe('recorded')
  expect(listed(people.slice(0, 21), own, many)).toBe('scope-cannot-hold /memberIds')
})

test('a reason is for one household, and one household’s event is for no place', () => {
  const reason = { is: 'reason', hash: 'ab'.repeat(32) } as const
  expect(said({ evidence: reason })).toBe('evidence-cannot-hold /evidence/is')
  expect(said({ kind: 'personal', evidence: reason })).toBe('scope-cannot-hold /places')
  expect(listed(['m0'], { kind: 'personal', evidence: reason })).toBe('recorded')
})

test('of a photo, the two who saw it are members; a missing one is named with the place', () => {
  const photo = (...witnesses: string[]) =>
    said({ evidence: { is: 'photo', hash: 'ab'.repeat(32), witnesses } })
  expect(photo('m0', 'o1')).toBe('recorded')
  expect(photo('m0', 'x')).toBe('member-unknown /evidence/witnesses/1')
  expect(photo('m0')).toBe('evidence-cannot-hold /evidence/witnesses')
})

const hash = 'ab'.repeat(32)
const faultOf = (shown: object) =>
  faultIn({ shown: evidence }, { shown })?.at.slice('/shown'.length) ??
  evidenceFault(shown as Evidence, (id) => id.startsWith('m'))?.at

test.each<[string, object, string | undefined]>([
  ['a river at zero', { is: 'gauge', station: 'K', levelCm: 0 }, undefined],
  ['a river below zero', { is: 'gauge', station: 'K', levelCm: -1 }, '/levelCm'],
  ['a river of 200 metres', { is: 'gauge', station: 'K', levelCm: 20_000 }, undefined],
  ['a river higher than any', { is: 'gauge', station: 'K', levelCm: 20_001 }, '/levelCm'],
  ['half a centimetre', { is: 'gauge', station: 'K', levelCm: 1.5 }, '/levelCm'],
  ['a station without a name', { is: 'gauge', station: '', levelCm: 1 }, '/station'],
  ['an alert by its hash', { is: 'cap-alert', hash }, undefined],
  ['an alert by less', { is: 'cap-alert', hash: hash.slice(1) }, '/hash'],
  ['an alert by more', { is: 'cap-alert', hash: `${hash}a` }, '/hash'],
  ['a hash in capitals', { is: 'commune-note', hash: hash.toUpperCase() }, '/hash'],
  ['a hash that is a number', { is: 'commune-note', hash: 12 }, '/hash'],
  ['a reason by its hash', { is: 'reason', hash }, undefined],
  ['a photo that nobody saw', { is: 'photo', hash, witnesses: [] }, '/witnesses'],
  ['a photo that one saw', { is: 'photo', hash, witnesses: ['m1'] }, '/witnesses'],
  ['a photo that one saw twice', { is: 'photo', hash, witnesses: ['m1', 'm1'] }, '/witnesses'],
  ['a photo that two saw', { is: 'photo', hash, witnesses: ['m1', 'm2'] }, undefined],
  ['a photo that three saw', { is: 'photo', hash, witnesses: ['m1', 'm2', 'm3'] }, undefined],
  ['one of three twice', { is: 'photo', hash, witnesses: ['m1', 'm2', 'm1'] }, '/witnesses'],
  ['a stranger first', { is: 'photo', hash, witnesses: ['x', 'm1'] }, '/witnesses/0'],
  ['a photo without its hash', { is: 'photo', hash: '', witnesses: ['m1', 'm2'] }, '/hash'],
  ['what somebody has heard', { is: 'hearsay', hash }, '/is'],
])('what shows an event: %s', (_, shown, at) => {
  expect(faultOf(shown)).toBe(at)
})

test.each<[string, string, boolean]>([
  ['17020101', '17', true],
  ['17020101', '1702', true],
  ['17020101', '170201', true],
  ['17020101', '17020101', true],
  ['17020101', '17020102', false],
  ['17020101', '18', false],
  // A commune that is a zone lies in its district, and in none of its own villages.
  ['170201', '1702', true],
  ['170201', '17020101', false],
  // A zone of the fund's own lies where the fund's village 99999901 does.
  ['river', '99', true],
  ['river', '999999', true],
  ['river', '99999901', true],
  ['river', '17', false],
  ['river', 'river', true],
  ['river', 'hill', false],
  // Three digits are no code, nor are ten: a zone of that name lies in itself alone.
  ['17020101', '170', false],
  ['999', '999', true],
  ['999', '99', true],
  ['9999', '99', true],
  ['1702', '17', false],
  ['1702010101', '17', false],
  ['17020101', '1702010101', false],
])('whether the zone %s lies in %s: %s', (zone, place, lies) => {
  expect(liesIn(zone, '99999901', place)).toBe(lies)
})

test('who is touched is who lives there or is listed, owes something and borrowed by the day of the declaration', () => {
  const lent = (on: string) =>
    paidOut({ on, principal: 100_000, months: 6, loanId: 'new', memberId: 'm1' })
  const list = (event: StoryCommand, ...more: StoryCommand[]) =>
    listOn(storyWith([...book, ...more], event).village, '2025-03-20').map(({ loanId }) => loanId)
  expect(list(declared())).toEqual(['l0'])
  expect(list(declared({ memberIds: ['m1'] }))).toEqual(['l1'])
  // Declared on 5 March.
  expect(list(declared({ memberIds: ['m1'] }), lent('2025-03-05'))).toEqual(['l1', 'new'])
  expect(list(declared({ memberIds: ['m1'] }), lent('2025-03-06'))).toEqual(['l1'])
  expect(list(declared(), paid('2025-03-20', 400_000, 'l0'))).toEqual([])
  expect(list(declared(), paid('2025-03-21', 400_000, 'l0'))).toEqual(['l0'])
  const died = (effectiveOn: string): StoryCommand => ({
    type: 'RecordDeath',
    effectiveOn,
    memberId: 'm0',
  })
  expect(list(declared(), died('2025-03-21'))).toEqual(['l0'])
  expect(list(declared(), died('2025-03-20'))).toEqual([])
  // Who is far away is helped as well: the field stands in the water all the same.
  const away: StoryCommand = {
    type: 'RecordMemberChange',
    effectiveOn: '2025-02-01',
    memberId: 'm0',
    change: 'away',
  }
  expect(list(declared(), away)).toEqual(['l0'])
})

test('what ended yesterday by the rule for its kind is declared no more, what ends today still is', () => {
  const own = { kind: 'personal', evidence: { is: 'reason', hash } } as const
  const on = (effectiveOn: string, more: Partial<Declared> = {}) => said({ effectiveOn, ...more })
  expect([on('2025-05-31'), on('2025-06-01')]).toEqual(['recorded', 'event-long-past'])
  const dry = { kind: 'drought' } as const
  expect([on('2025-12-31', dry), on('2026-01-01', dry)]).toEqual(['recorded', 'event-long-past'])
  expect(listed(['m0'], { ...own, effectiveOn: '2025-04-30' })).toBe('recorded')
  expect(listed(['m0'], { ...own, effectiveOn: '2025-05-01' })).toBe('event-long-past')
})
