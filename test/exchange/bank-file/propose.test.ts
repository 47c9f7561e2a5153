import { expect, test } from 'vitest'
import { type Candidate, proposalsFor } from '#src/exchange/bank-file/propose.ts'
import type { FileLine } from '#src/exchange/bank-file/read.ts'

const line = (on: string, amount: number, more: Partial<FileLine> = {}): FileLine => ({
  row: 2,
  on,
  amount,
  reference: '',
  words: '',
  balance: undefined,
  ...more,
})
let seq = 0
const entry = (on: string, amount: number, code = 'ffff0000'): Candidate => {
  seq += 1
  return { entryId: `e${seq}`, seq, on, amount, code }
}
const kinds = (lines: readonly FileLine[], candidates: readonly Candidate[]): string[] =>
  proposalsFor(lines, candidates).map(({ kind, choices }) => `${kind} ${choices.length}`)

test.each([
  ['2025-02-02', 'unknown 0'],
  ['2025-02-03', 'likely 1'],
  ['2025-02-10', 'likely 1'],
  ['2025-02-17', 'likely 1'],
  ['2025-02-18', 'unknown 0'],
])('an entry of %s for a line of the 10th is %s: a bank takes a week, either way', (on, said) => {
  expect(kinds([line('2025-02-10', 500)], [entry(on, 500)])).toEqual([said])
})

test('the sum is the sum to the riel, and what went out is no line that came in', () => {
  const of = (amount: number) => kinds([line('2025-02-10', 500)], [entry('2025-02-10', amount)])
  expect([499, 500, 501, -500].map((amount) => of(amount)[0])).toEqual([
    'unknown 0',
    'likely 1',
    'unknown 0',
    'unknown 0',
  ])
})

test('all slips of one day that went one way are one choice, and those of two days are none', () => {
  const day = '2025-02-10'
  expect(kinds([line(day, 500)], [entry(day, 200), entry(day, 300)])).toEqual(['likely 1'])
  expect(kinds([line(day, 500)], [entry(day, 200), entry('2025-02-11', 300)])).toEqual([
    'unknown 0',
  ])
  expect(kinds([line(day, 5)], [entry(day, 1), entry(day, 4), entry(day, -2)])).toEqual([
    'likely 1',
  ])
  // What went out of the box on that day is beside it.
  expect(kinds([line(day, 500)], [entry(day, 200), entry(day, 300), entry(day, -100)])).toEqual([
    'likely 1',
  ])
  expect(kinds([line(day, -500)], [entry(day, -200), entry(day, -300), entry(day, 100)])).toEqual([
    'likely 1',
  ])
})

test('an entry alone is told before a whole day that comes to as much, and earlier ones first', () => {
  const [whole, part, late] = [
    entry('2025-02-09', 200),
    entry('2025-02-09', 300),
    entry('2025-02-11', 500),
  ]
  const early = { ...entry('2025-02-12', 500), seq: 1 }
  const [said] = proposalsFor([line('2025-02-10', 500)], [whole!, part!, late!, early])
  expect(said).toEqual({ kind: 'several', choices: [[early], [late], [whole, part]] })
})

test('whole days are told by their place in the journal, however many slips are in them', () => {
  const three = [100, 150, 250].map((amount) => entry('2025-02-11', amount))
  const two = [200, 300].map((amount) => entry('2025-02-09', amount))
  const [said] = proposalsFor([line('2025-02-10', 500)], [...three, ...two])
  expect(said!.choices).toEqual([three, two])
})

test('of more than twenty choices twenty are told', () => {
  const many = (count: number) => Array.from({ length: count }, () => entry('2025-02-10', 500))
  expect(kinds([line('2025-02-10', 500)], many(20))).toEqual(['several 20'])
  expect(kinds([line('2025-02-10', 500)], many(21))).toEqual(['several 20'])
  expect(
    kinds(
      [line('2025-02-10', 500)],
      [...many(19), entry('2025-02-11', 500), entry('2025-02-12', 500)],
    ),
  ).toEqual(['several 20'])
})

test('the code of a receipt in the words makes a line sure where the sum is right, and else says so', () => {
  const [a, b] = [entry('2025-02-10', 500, 'abcd1234'), entry('2025-06-10', 300, '00ff00ff')]
  const said = (amount: number, more: Partial<FileLine>) =>
    kinds([line('2025-02-10', amount, more)], [a!, b!])[0]
  expect(said(500, { words: 'slip ABCD-12 34.' })).toBe('sure 1')
  expect(said(500, { reference: 'xABCD1234y' })).toBe('sure 1')
  expect(said(501, { words: 'abcd1234' })).toBe('other-sum 1')
  expect(said(-500, { words: 'abcd1234' })).toBe('other-sum 1')
  // Two codes are two entries together, in whatever order they stand and however far the day.
  expect(said(800, { words: '00ff00ff and abcd1234' })).toBe('sure 1')
  expect(said(500, { words: '00ff00ff and abcd1234' })).toBe('other-sum 1')
  // Seven signs are no code, and a code does not go on from the words into the reference.
  expect(said(300, { words: 'abcd123' })).toBe('unknown 0')
  expect(said(300, { words: 'abcd', reference: '1234' })).toBe('unknown 0')
  const [choice] = proposalsFor([line('2025-02-10', 800, { words: '00ff00ff abcd1234' })], [a!, b!])
  expect(choice!.choices).toEqual([[a, b]])
})

test('entries that go both ways are no line of their sum', () => {
  const both = [entry('2025-02-10', 500, 'abcd1234'), entry('2025-02-10', -200, '00ff00ff')]
  expect(kinds([line('2025-02-10', 300, { words: 'abcd1234 00ff00ff' })], both)).toEqual([
    'other-sum 1',
  ])
})

test('an entry of one riel is one, and one of zero is part of no line', () => {
  const [one, zero] = [entry('2025-02-10', 1, 'abcd1234'), entry('2025-02-10', 0, '00ff00ff')]
  const said = (words: string) => kinds([line('2025-02-10', 1, { words })], [one!, zero!])
  expect(said('abcd1234')).toEqual(['sure 1'])
  expect(said('abcd1234 00ff00ff')).toEqual(['other-sum 1'])
  const out = entry('2025-02-10', -1, 'aaaa1111')
  expect(kinds([line('2025-02-10', -1, { words: 'aaaa1111' })], [out])).toEqual(['sure 1'])
})

test('what two lines ask for is sure for neither, and what one names is proposed for no other', () => {
  const named = entry('2025-02-10', 500, 'abcd1234')
  const words = { words: 'abcd1234' }
  const day = '2025-02-10'
  expect(kinds([line(day, 500, words), line(day, 500, words)], [named])).toEqual([
    'several 1',
    'several 1',
  ])
  expect(kinds([line(day, 500), line(day, 500)], [named])).toEqual(['several 1', 'several 1'])
  expect(kinds([line(day, 500, words), line(day, 500)], [named])).toEqual(['sure 1', 'unknown 0'])
  // Also where its sum is another: nobody else's line is likely to be it.
  expect(kinds([line(day, 400, words), line(day, 500)], [named])).toEqual([
    'other-sum 1',
    'unknown 0',
  ])
  // Of two that name it the one with its sum is no longer sure, and the other stays what it is.
  expect(kinds([line(day, 500, words), line(day, 400, words)], [named])).toEqual([
    'several 1',
    'other-sum 1',
  ])
  // Who is sure of one entry asks for no other of that sum.
  expect(kinds([line(day, 500, words), line(day, 500)], [named, entry(day, 500)])).toEqual([
    'sure 1',
    'likely 1',
  ])
  // One of two is asked for alone and the day together by another line.
  const [one, two] = [entry(day, 200), entry(day, 300)]
  expect(kinds([line(day, 200), line(day, 500)], [one!, two!])).toEqual(['several 1', 'several 1'])
  expect(kinds([line(day, 200), line(day, 300)], [one!, two!])).toEqual(['likely 1', 'likely 1'])
})
