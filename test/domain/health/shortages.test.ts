import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortagesStatement } from '#src/exchange/statements/shortages.ts'
import { findingsOf } from '#domain/health/findings.ts'
import type { Office } from '#domain/fund/people/tenures.ts'
import { shortagesOf } from '#domain/health/shortages.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  idOf,
  storyOf,
} from '#test/support/village.ts'

/* What is missing in the box, or too much, is booked to whoever kept it when the meeting's day began. */

const year = { from: '2025-01-01', to: '2025-12-31' }

const opening: readonly StoryCommand[] = [
  founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
  admitted('k1'),
  admitted('k2'),
  admitted('m1'),
  admitted('m2'),
]
const keeps = (
  memberId: string,
  effectiveOn: string,
  office: Office = 'box-keeper',
): StoryCommand => ({ type: 'AppointOfficer', effectiveOn, memberId, office })
/** The older keeper's office ends on the day on which the next one's begins. */
const elected = (memberId: string, effectiveOn: string, before = 'k1'): readonly StoryCommand[] => [
  {
    type: 'EndOffice',
    effectiveOn,
    memberId: before,
    office: 'box-keeper',
    why: 'resigned',
    approvedBy: 'm1',
  },
  keeps(memberId, effectiveOn),
]
const counted = (effectiveOn: string, amount: number): StoryCommand => ({
  type: 'CloseMeeting',
  effectiveOn,
  count: { amount, isByNote: true },
})
const spent = (effectiveOn: string, amount: number): StoryCommand => ({
  type: 'RecordExpense',
  effectiveOn,
  amount,
})

const shortages = (told: readonly StoryCommand[]) =>
  shortagesOf(fundBookOf(storyOf([...opening, ...told])), year).map(
    ({ on, keepers, office, counted: found, missing }) => [
      on,
      keepers.join(' '),
      office,
      found,
      missing,
    ],
  )
const codes = (told: readonly StoryCommand[]): readonly string[] =>
  findingsOf(fundBookOf(storyOf([...opening, ...told])), year.to).map(({ code }) => code)

test('what a meeting’s box is short of, or has too much, is booked to whoever kept it', () => {
  const told = [
    keeps('k1', '2025-01-01'),
    counted('2025-01-20', 990_000),
    counted('2025-02-20', 1_002_000),
    counted('2025-03-20', 1_002_000),
  ]
  expect(shortages(told)).toEqual([
    ['2025-01-20', 'K1', 'box-keeper', 10_000, 10_000],
    ['2025-02-20', 'K1', 'box-keeper', -12_000, -12_000],
  ])
})

test('an election at the meeting in which it comes out books it to nobody else', () => {
  const seats = [
    keeps('k1', '2025-01-01'),
    keeps('m1', '2025-01-01', 'chair'),
    keeps('m2', '2025-01-01', 'counter'),
  ]
  const handed = [...seats, ...elected('k2', '2025-02-20')]
  for (const all of [
    [...handed, counted('2025-02-20', 990_000)],
    [...seats, counted('2025-02-20', 990_000), ...elected('k2', '2025-02-20')],
  ])
    expect(shortages(all)).toEqual([['2025-02-20', 'K1', 'box-keeper', 10_000, 10_000]])
  expect(shortages([...handed, counted('2025-02-21', 990_000)])[0]![1]).toBe('K2')
})

test('what nobody kept is booked to nobody, and whoever took it over that day answers where nobody did before', () => {
  expect(shortages([counted('2025-01-20', 990_000)])[0]).toEqual([
    '2025-01-20',
    '',
    undefined,
    10_000,
    10_000,
  ])
  const onTheDay = [keeps('k1', '2025-01-20'), counted('2025-01-20', 990_000)]
  expect(shortages(onTheDay)[0]![1]).toBe('K1')
})

test('whatever is written down after the count, what was counted stays, and that it changed is told', () => {
  const chair: StoryCommand = {
    type: 'AppointOfficer',
    effectiveOn: '2025-01-01',
    memberId: 'k2',
    office: 'chair',
  }
  const deposit = {
    type: 'RecordDeposit',
    effectiveOn: '2025-02-10',
    memberId: 'm1',
    amount: 30_000,
  } as const
  const count = counted('2025-02-20', 1_000_000)
  const back = {
    type: 'ReverseEntry',
    effectiveOn: '2025-02-25',
    reverses: idOf(900),
    reason: 'did-not-happen',
    approvedBy: 'k2',
  } as unknown as StoryCommand
  const before = [chair, { ...deposit, id: idOf(900) }, count] as const
  expect(shortages(before)[0]).toEqual(['2025-02-20', '', undefined, 30_000, 30_000])
  const transfer = {
    type: 'RecordTransfer',
    effectiveOn: '2025-02-19',
    amount: 30_000,
    from: 'box',
    to: 'bank',
    names: ['k1', 'k2'],
  } as StoryCommand
  const vouched = { ...spent('2025-02-20', 30_000), approvedBy: 'k2' } as StoryCommand
  for (const later of [back, transfer, vouched, spent('2025-02-20', 30_000)]) {
    expect(shortages([...before, later])[0]).toEqual(['2025-02-20', '', undefined, 30_000, 0])
    expect(codes([...before, later])).toEqual(expect.arrayContaining([...codes(before)]))
    expect(codes([...before, later])).toContain('difference-changed-later')
  }
  // Income that explains what was too much, too.
  const surplus = [counted('2025-02-20', 1_030_000), deposit]
  expect(shortages(surplus)[0]).toEqual(['2025-02-20', '', undefined, -30_000, 0])
  expect(codes(surplus)).toEqual(
    expect.arrayContaining(['box-differs-from-books', 'difference-changed-later']),
  )
  // Taken back and written once more it is as it was.
  expect(codes([...before, back, deposit])).not.toContain('difference-changed-later')
})

test('a second count, by whatever id, leaves what the first one found', () => {
  const first = { ...counted('2025-02-20', 700_000), id: idOf(800) }
  const second = {
    ...counted('2025-02-20', 1_000_000),
    id: 'ffffffff-ffff-7fff-bfff-ffffffffffff',
  }
  expect(codes([first, second])).toEqual(expect.arrayContaining(['counted-again']))
  expect(codes([first, second])).toEqual(expect.arrayContaining([...codes([first])]))
})

test('what was counted short, then not, then short again was short once, and at one meeting', () => {
  const [short, whole] = [counted('2025-02-20', 700_000), counted('2025-02-20', 1_000_000)]
  const told = [keeps('k1', '2025-01-05'), short, whole]
  const sums = (all: readonly StoryCommand[]) => shortages(all).map((row) => row.slice(3))
  expect(sums([...told, short])).toEqual([[300_000, 300_000]])
  expect(sums(told)).toEqual([
    [300_000, 0],
    [-300_000, 0],
  ])
  const book = fundBookOf(storyOf([...opening, ...told]))
  const asked = { book, postings: [], asOf: year.to, knownAt: null, notes: new Map() }
  expect(shortagesStatement(asked).rows).toMatchObject([{ meetings: 1 }])
})

const day = fc.constantFrom('2025-01-19', '2025-01-20', '2025-02-20', '2025-02-21', '2025-03-20')
const amount = fc.constantFrom(1_000, 10_000, 40_000)
const fact: fc.Arbitrary<StoryCommand> = fc.oneof(
  fc.tuple(day, amount).map(([on, sum]) => spent(on, sum)),
  fc.tuple(day, amount).map(([effectiveOn, sum]) => ({
    type: 'RecordDeposit' as const,
    effectiveOn,
    memberId: 'm1',
    amount: sum,
  })),
  fc.tuple(fc.constantFrom('k1', 'k2'), day).map(([one, on]) => keeps(one, on)),
  fc
    .tuple(fc.constantFrom('2025-01-20', '2025-02-20', '2025-03-20'), amount)
    .map(([on, sum]) => counted(on, 1_000_000 - sum)),
)

test('the same facts in any order give the same shortages by keeper', () => {
  const plan = fc
    .uniqueArray(fact, {
      minLength: 2,
      maxLength: 10,
      selector: (one) =>
        one.type === 'CloseMeeting' || one.type === 'AppointOfficer'
          ? JSON.stringify([one.type, one.effectiveOn])
          : {},
    })
    .chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
      ),
    )
  const stands = (told: readonly StoryCommand[]) =>
    shortagesOf(fundBookOf(storyOf([...opening, ...told])), year)
      .filter(({ missing }) => missing !== 0)
      .map(({ on, keepers, missing }) => [on, keepers, missing])
  fc.assert(
    fc.property(plan, ([facts, shuffled]) => {
      expect(stands(shuffled)).toEqual(stands(facts))
    }),
    { numRuns: process.env['TEST_BUDGET'] === 'ci' ? 2_000 : 200 },
  )
})

test('where nobody counted by note nothing is said to have agreed', () => {
  const noteOf = (isByNote: boolean): string | undefined => {
    const close: StoryCommand = {
      type: 'CloseMeeting',
      effectiveOn: '2025-01-20',
      count: { amount: 1_000_000, isByNote },
    }
    const book = fundBookOf(storyOf([...opening, close]))
    const asked = { book, postings: [], asOf: year.to, knownAt: null, notes: new Map() }
    return shortagesStatement(asked).notes[0]?.code
  }
  expect(noteOf(false)).toBe('note-nobody-counted')
  expect(noteOf(true)).toBe('note-no-shortages')
})
