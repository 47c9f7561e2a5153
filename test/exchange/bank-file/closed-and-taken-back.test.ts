import fc from 'fast-check'
import { expect, test } from 'vitest'
import { total } from '#domain/health/book.ts'
import { viewChanges } from '#src/app/views.ts'
import { reconciliationOf } from '#src/exchange/statements/bank.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  booked,
  founded,
  fundBookOf,
  idOf,
  storyOf,
} from '#test/support/village.ts'

const numRuns = process.env['TEST_BUDGET'] === 'ci' ? 1000 : 150
const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 100_000_000, reserve: 100_000_000 } }),
  admitted('m1'),
  admitted('m2'),
  {
    type: 'AppointOfficer',
    effectiveOn: '2025-01-01',
    memberId: 'm2',
    office: 'chair',
  } as StoryCommand,
]

const day = fc.integer({ min: 1, max: 60 }).map((n) => {
  const month = n > 28 ? '03' : '02'
  return `2025-${month}-${String(n > 28 ? n - 28 : n).padStart(2, '0')}`
})
const place = fc.integer({ min: 0, max: 20 })
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('move' as const), day, isOut: fc.boolean(), place }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('match' as const), day, place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('back' as const), day, place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), day }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const idAt = (told: readonly StoryCommand[], at: number): string => idOf(1 + (at % told.length))

const toldBy = (one: Step, told: readonly StoryCommand[]): StoryCommand => {
  const { day: effectiveOn } = one
  switch (one.kind) {
    case 'move':
      return {
        type: 'RecordTransfer',
        effectiveOn,
        amount: 1000 * (1 + one.place),
        from: one.isOut ? 'bank' : 'box',
        to: one.isOut ? 'box' : 'bank',
        names: ['m1', 'm2'],
      }
    case 'match': {
      const id = idAt(told, one.place)
      const moved = told[one.place % told.length]!
      const sign = moved.type === 'RecordTransfer' && moved.from === 'bank' ? -1 : 1
      const amount = moved.type === 'RecordTransfer' ? sign * moved.amount : 1
      const mark = String(told.length % 10).repeat(62) + String(10 + told.length).slice(0, 2)
      return { type: 'MatchBankLine', effectiveOn, place: 'bank', amount, mark, entryIds: [id] }
    }
    case 'back':
      return {
        type: 'ReverseEntry',
        effectiveOn,
        reverses: idAt(told, one.place),
        reason: 'wrong-amount',
        approvedBy: 'm2',
      }
    case 'close':
      return { type: 'ClosePeriod', effectiveOn }
  }
}

test('also where periods are closed and things are taken back, what should be there is what was confirmed', () => {
  let [confirmed, freed, late] = [0, 0, 0]
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 12, maxLength: 26, size: 'max' }),
      day,
      (steps, asOf) => {
        const told = [...begun]
        for (const one of steps) {
          const next = toldBy(one, told)
          if (answerTo(storyOf(told).village, next).outcome === 'recorded') told.push(next)
        }
        const story = storyOf(told)
        const { postings } = viewChanges(story.village, story.entries)
        const asked = { book: fundBookOf(story), asOf, knownAt: null, notes: new Map(), postings }
        const { rows, totals } = reconciliationOf(asked, 'bank')
        const back = told.flatMap((one) => (one.type === 'ReverseEntry' ? [one.reverses] : []))
        const lines = told.filter(
          (one, i) => one.type === 'MatchBankLine' && !back.includes(idOf(i + 1)),
        )
        const through = lines.filter(({ effectiveOn }) => effectiveOn <= asOf)
        const should = total(through.map((one) => (one.type === 'MatchBankLine' ? one.amount : 0)))
        expect(total(rows.map(({ amount }) => Number(amount)))).toBe(should)
        expect(totals).toMatchObject({ line: 'bank-should-hold', amount: should })
        expect(rows[0]!['amount']).toBe(booked(story.village, 'asset:bank', asOf))
        confirmed += through.length
        freed += told.filter((one) => one.type === 'MatchBankLine').length - lines.length
        late += postings.filter(
          (one) => one.account === 'asset:bank' && one.on > one.effectiveOn,
        ).length
      },
    ),
    { numRuns },
  )
  expect(Math.min(confirmed, freed, late), `${confirmed} ${freed} ${late}`).toBeGreaterThan(0)
})
