import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Currency, amountMax, cashStepOf } from '#domain/kernel/money.ts'
import { inNotes, notesFault, notesOf, worthOf } from '#domain/fund/meeting/banknotes.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  bodyOf,
  booked,
  founded,
  villageAfter,
} from '#test/support/village.ts'

const currencies: readonly Currency[] = ['KHR', 'USD', 'THB', 'VND', 'LAK', 'MMK']

test.each(currencies)(
  'the notes of %s go down to the smallest sum that can be paid',
  (currency) => {
    const notes = notesOf(currency)
    expect(notes).toEqual([...new Set(notes)].toSorted((a, b) => b - a))
    expect(notes.at(-1)).toBe(cashStepOf(currency))
    expect(notes.filter((note) => note % cashStepOf(currency) !== 0)).toEqual([])
  },
)

test('any sum that can be paid in cash is a sum of notes that comes to it again', () => {
  const sum = fc.integer({ min: 0, max: 100_000_000 })
  fc.assert(
    fc.property(fc.constantFrom(...currencies), sum, (currency, n) => {
      const amount = n * cashStepOf(currency)
      const counted = inNotes(amount, currency)!
      expect(worthOf(counted)).toBe(amount)
      expect(counted.every(({ note }) => notesOf(currency).includes(note))).toBe(true)
    }),
  )
})

test('56,000 and 5,600 riel are other notes', () => {
  expect(inNotes(56_000, 'KHR')).toEqual([
    { note: 50_000, pieces: 1 },
    { note: 5000, pieces: 1 },
    { note: 1000, pieces: 1 },
  ])
  expect(inNotes(5600, 'KHR')).toEqual([
    { note: 5000, pieces: 1 },
    { note: 500, pieces: 1 },
    { note: 100, pieces: 1 },
  ])
})

test('what no note or coin is worth is not put into notes', () => {
  expect(inNotes(50, 'KHR')).toBeUndefined()
  expect(inNotes(-100, 'KHR')).toBeUndefined()
  expect(inNotes(amountMax + 101, 'KHR')).toBeUndefined()
  expect(inNotes(0, 'KHR')).toEqual([])
  expect(worthOf(inNotes(999_999_999_999, 'USD')!)).toBe(999_999_999_999)
  expect(inNotes(1_000_000_000_000, 'USD')).toBeUndefined()
})

test('notes that were counted come to the sum that was said, or it is told where they do not', () => {
  const riel = (counted: Parameters<typeof notesFault>[0], amount: number) =>
    notesFault(counted, { amount, currency: 'KHR' })
  expect(riel([{ note: 20_000, pieces: 3 }], 60_000)).toBeUndefined()
  expect(riel([], 0)).toBeUndefined()
  expect(riel([{ note: 20_000, pieces: 3 }], 60_100)).toEqual({
    code: 'notes-differ-from-sum',
    at: '',
  })
  expect(riel([{ note: 25_000, pieces: 1 }], 25_000)).toEqual({
    code: 'note-unknown',
    at: '/0/note',
  })
  expect(riel([{ note: 100, pieces: 0 }], 0)).toEqual({ code: 'pieces-not-whole', at: '/0/pieces' })
  expect(riel([{ note: 100, pieces: 0.5 }], 50)).toMatchObject({ code: 'pieces-not-whole' })
  expect(riel([{ note: 100, pieces: 1 }], 100)).toBeUndefined()
  expect(riel([{ note: 100, pieces: 100_000 }], 10_000_000)).toBeUndefined()
  expect(riel([{ note: 100, pieces: 100_001 }], 10_000_100)).toEqual({
    code: 'pieces-not-whole',
    at: '/0/pieces',
  })
  const twice = [
    { note: 100, pieces: 1 },
    { note: 100, pieces: 1 },
  ]
  expect(riel(twice, 200)).toEqual({ code: 'note-twice', at: '/1/note' })
})

const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
  admitted('m1'),
  admitted('m2'),
]
const on = '2025-01-20'
const notes = [
  { note: 100_000, pieces: 9 },
  { note: 50_000, pieces: 2 },
]
const opened: StoryCommand = {
  type: 'OpenMeeting',
  effectiveOn: on,
  count: { amount: 1_000_000, isByNote: true, notes },
  place: 'pagoda',
  keyHolders: ['m2'],
  among: 'women',
}
const closed: StoryCommand = {
  type: 'CloseMeeting',
  effectiveOn: on,
  count: { amount: 999_500, isByNote: true },
  code: { digits: '01234567', head: 'a'.repeat(64) },
}

test('a meeting keeps the notes that were counted, where it was, who had the keys and its code', () => {
  const { opening, closing } = villageAfter([...begun, opened, closed]).meetings.get(on)!
  expect(opening).toMatchObject({
    amount: 1_000_000,
    notes,
    place: 'pagoda',
    keyHolders: ['m2'],
    among: 'women',
  })
  expect(closing).toMatchObject({ amount: 999_500, code: { digits: '01234567' } })
})

test('a count without notes, place or code has none of them in its entry', () => {
  const body = bodyOf(
    answerTo(villageAfter(begun), {
      type: 'OpenMeeting',
      effectiveOn: on,
      count: { amount: 999_900, isByNote: true },
    }),
  )
  expect(Object.keys(body).toSorted()).toEqual(['count', 'flags', 'postings', 'type', 'v'])
  expect(body.flags).toEqual(['box-differs-from-books'])
})

test('two pieces too few are named and nothing is recorded; without the notes the sum stands', () => {
  const fewer = [{ note: 100_000, pieces: 9 }]
  const wrong = {
    ...opened,
    count: { amount: 1_000_000, isByNote: true, notes: fewer },
  } as StoryCommand
  expect(answerTo(villageAfter(begun), wrong)).toEqual({
    outcome: 'invalid',
    code: 'notes-differ-from-sum',
    at: '/count/notes',
  })
  const written = {
    ...opened,
    count: { amount: 1_000_000, isByNote: false, notes },
  } as StoryCommand
  expect(answerTo(villageAfter(begun), written)).toMatchObject({ code: 'notes-not-counted' })
})

test.each<readonly [string, object, string, string]>([
  [
    'a place that is a sentence',
    { place: 'under the tree, by the river!' },
    'place-not-a-code',
    '/place',
  ],
  ['keys of somebody unknown', { keyHolders: ['m1', 'm9'] }, 'member-unknown', '/keyHolders/1'],
  ['a meeting of others', { among: 'men' }, 'word-unknown', '/among'],
])('%s is named', (_, more, code, at) => {
  const answer = answerTo(villageAfter(begun), { ...opened, ...more } as StoryCommand)
  expect(answer).toEqual({ outcome: 'invalid', code, at })
})

test.each<readonly [object, string]>([
  [{ digits: '1234567', head: '' }, '/code/digits'],
  [{ digits: '12345678', head: 'abc' }, '/code/head'],
])('a code of another shape is named', (code, at) => {
  const answer = answerTo(villageAfter(begun), { ...closed, code } as StoryCommand)
  expect(answer).toMatchObject({ outcome: 'invalid', at })
})

test('whoever closes again later is believed, with the later code', () => {
  const again = {
    ...closed,
    count: { amount: 999_600, isByNote: true },
    code: { digits: '76543210', head: '' },
  } as StoryCommand
  const village = villageAfter([...begun, opened, closed, again])
  expect(village.meetings.get(on)!.closing).toMatchObject({ code: { digits: '76543210' } })
  expect(booked(village, 'expense:cash-shortage')).toBe(400)
})

test('the note of 200,000 riel is counted where it lies, and nobody is told to pay with it', () => {
  const riel = { amount: 200_000, currency: 'KHR' } as const
  expect(notesFault([{ note: 200_000, pieces: 1 }], riel)).toBeUndefined()
  expect(inNotes(200_000, 'KHR')).toEqual([{ note: 100_000, pieces: 2 }])
  expect(inNotes(200_000, 'VND')).toEqual([{ note: 200_000, pieces: 1 }])
})
