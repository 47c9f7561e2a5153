import { expect, test } from 'vitest'
import { withoutLine } from '#src/exchange/bank-file/book-side.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  founded,
  fundBookOf,
  idOf,
  storyOf,
  villageAfter,
} from '#test/support/village.ts'

const mark = (letter: string): string => letter.repeat(64)
const taken = (
  amount: number,
  more: Partial<Extract<StoryCommand, { type: 'RecordTransfer' }>> = {},
) =>
  ({
    type: 'RecordTransfer',
    effectiveOn: '2025-02-20',
    amount,
    from: 'box',
    to: 'bank',
    names: ['m1', 'm2'],
    ...more,
  }) as const satisfies StoryCommand

/** The bank got 400,000 and 100,000 from the box, and gave 50,000 back. */
const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
  admitted('m1'),
  admitted('m2'),
  {
    type: 'AppointOfficer',
    effectiveOn: '2025-01-01',
    memberId: 'm2',
    office: 'chair',
  } as StoryCommand,
  taken(400_000),
  taken(100_000),
  taken(50_000, { from: 'bank', to: 'box' }),
]
const [first, second, back] = [5, 6, 7].map(idOf) as [string, string, string]

const line = (
  amount: number,
  entryIds: readonly string[],
  more: Partial<Extract<StoryCommand, { type: 'MatchBankLine' }>> = {},
): StoryCommand => ({
  type: 'MatchBankLine',
  effectiveOn: '2025-02-21',
  place: 'bank',
  amount,
  mark: mark('a'),
  entryIds,
  ...more,
})
const answered = (told: readonly StoryCommand[], next: StoryCommand) => {
  const answer = answerTo(villageAfter([...begun, ...told]), next)
  return 'code' in answer ? answer.code : answer.outcome
}

test('a line that a person confirms is written down, and no money moves by it', () => {
  const { village, entries } = storyOf([...begun, line(400_000, [first])])
  expect(entries.at(-1)!.body).toEqual({
    type: 'BankLineMatched',
    v: 1,
    place: 'bank',
    amount: 400_000,
    mark: mark('a'),
    entryIds: [first],
    flags: [],
    postings: [],
  })
  expect([...village.bankLines.values()]).toMatchObject([
    { on: '2025-02-21', entries: [{ entryId: first, seq: 5 }] },
  ])
})

test('one line may be several entries, to the last riel; one entry is never several lines', () => {
  expect(answered([], line(500_000, [first, second]))).toBe('recorded')
  expect(answered([], line(450_000, [first, second, back]))).toBe('sums-differ')
  expect(answered([], line(-50_000, [back]))).toBe('recorded')
  expect(answered([], line(50_000, [back]))).toBe('sums-differ')
  const one = line(400_000, [first])
  expect(answered([one], line(100_000, [second]))).toBe('line-matched-before')
  expect(answered([one], line(400_000, [first], { mark: mark('b') }))).toBe('entry-matched-before')
  expect(answered([one], line(100_000, [second], { mark: mark('b') }))).toBe('recorded')
  expect(answered([one], line(500_000, [second, first], { mark: mark('b') }))).toBe(
    'entry-matched-before',
  )
})

test('what went from the bank to the wallet stands in the list of each, once', () => {
  const moved = taken(30_000, { from: 'bank', to: 'wallet' })
  const id = idOf(8)
  const gone = line(-30_000, [id])
  const come = line(30_000, [id], { place: 'wallet', mark: mark('b') })
  expect(answered([moved, gone], come)).toBe('recorded')
  expect(
    answered([moved, gone, come], line(30_000, [id], { place: 'wallet', mark: mark('c') })),
  ).toBe('entry-matched-before')
  const book = fundBookOf(storyOf([...begun, moved, gone]))
  const one = { seq: 8, on: '2025-02-20', entryType: 'TransferRecorded', isTakenBack: false }
  const free = [{ ...one, amount: 30_000, through: () => 30_000 }]
  expect(withoutLine(book, free, 'wallet')).toEqual(free)
  expect(withoutLine(book, free, 'bank')).toEqual([])
})

test.each([
  ['place-of-cash-unknown', { place: 'box' }],
  ['amount-not-whole', { amount: 0 }],
  ['amount-not-whole', { amount: 0.5 }],
  ['amount-too-large', { amount: 1_000_000_000_000 }],
  ['amount-too-large', { amount: -1_000_000_000_000 }],
  ['sums-differ', { amount: 999_999_999_999 }],
  ['sums-differ', { amount: -999_999_999_999 }],
  ['sums-differ', { amount: 400_001 }],
  ['sums-differ', { amount: 399_999 }],
  // Twenty may stand on one line; the second of these is the first again.
  ['entry-named-twice', { entryIds: Array.from({ length: 20 }, () => first) }],
  ['mark-not-a-hash', { mark: 'Sok Dara 400,000' }],
  ['no-entry-named', { entryIds: [] }],
  ['too-many-entries', { entryIds: Array.from({ length: 21 }, () => first) }],
  ['entry-unknown', { entryIds: [idOf(99)] }],
  ['entry-named-twice', { amount: 800_000, entryIds: [first, first] }],
  // It moved nothing there.
  ['entry-not-of-the-place', { place: 'wallet' }],
] as const)('%s is told, and nothing is written', (code, wrong) => {
  expect(answered([], line(400_000, [first], wrong as never))).toBe(code)
})

const reversed = (reverses: string): StoryCommand => ({
  type: 'ReverseEntry',
  effectiveOn: '2025-03-01',
  reverses,
  reason: 'wrong-amount',
  approvedBy: 'm2',
})

test('an entry that a line stands on is taken back after the line is, and then no line may name it', () => {
  const matched = [line(400_000, [first])]
  const village = villageAfter([...begun, ...matched])
  expect(answerTo(village, reversed(first))).toMatchObject({
    code: 'reverse-others-first',
    entries: [idOf(8)],
  })
  const freed = [...matched, reversed(idOf(8))]
  expect(fundBookOf(storyOf([...begun, ...freed])).bankLines).toEqual([])
  expect(answered(freed, line(400_000, [first]))).toBe('recorded')
  expect(answered([...freed, reversed(first)], line(400_000, [first]))).toBe('entry-taken-back')
  expect(answered([...freed, reversed(first)], line(500_000, [second, first]))).toBe(
    'entry-taken-back',
  )
  const both = villageAfter([...begun, line(500_000, [second, first])])
  expect(answerTo(both, reversed(first))).toMatchObject({ code: 'reverse-others-first' })
})
