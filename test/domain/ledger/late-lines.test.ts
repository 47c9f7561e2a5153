import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lateLines, lateWith, nothingLate } from '#domain/ledger/late-lines.ts'
import type { FlagRow, PostingRow } from '#domain/ledger/rows.ts'

const days = ['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'] as const

const drawn = fc.array(
  fc.record({
    type: fc.constantFrom('ExpensePaid', 'PeriodClosed', 'EntryReversed'),
    effectiveOn: fc.constantFrom(...days),
    on: fc.constantFrom(...days),
    back: fc.nat(),
    lines: fc.integer({ min: 1, max: 2 }),
  }),
  { maxLength: 14 },
)

type Drawn = typeof drawn extends fc.Arbitrary<infer Of> ? Of : never

/** Postings and flags of the entries that were drawn; what takes back takes back one that stood before it. */
const journalOf = (entries: Drawn) => {
  const postings = entries.flatMap(({ type, effectiveOn, on, lines }, i) =>
    Array.from({ length: lines }, (_, line): PostingRow => ({
      seq: i + 1,
      line,
      entryType: type,
      effectiveOn,
      on: type === 'PeriodClosed' ? effectiveOn : on,
      account: 'asset:cash-box',
      currency: 'KHR',
      amount: 1,
    })),
  )
  const flags = entries.flatMap(({ type, effectiveOn, back }, i): FlagRow[] =>
    type === 'EntryReversed' && i > 0
      ? [
          {
            seq: i + 1,
            flag: 'takes-back',
            entryType: type,
            effectiveOn,
            subject: `entry:${(back % i) + 1}`,
          },
        ]
      : [],
  )
  return { postings, flags }
}

test('late is what belongs to a closed period and stands on the day after it, and what takes such a thing back', () => {
  const written: readonly [type: string, effectiveOn: string, on: string, back?: number][] = [
    ['ExpensePaid', '2025-12-30', '2025-12-30'],
    ['PeriodClosed', '2025-12-31', '2025-12-31'],
    ['ExpensePaid', '2025-12-31', '2026-01-01'],
    ['ExpensePaid', '2026-01-01', '2026-01-01'],
    ['EntryReversed', '2026-01-01', '2026-01-01', 1],
    ['EntryReversed', '2026-01-01', '2026-01-01', 4],
    ['ExpensePaid', '2025-12-30', '2026-01-31'],
  ]
  const postings = written.map(([entryType, effectiveOn, on], i): PostingRow => ({
    seq: i + 1,
    line: 0,
    entryType,
    effectiveOn,
    on,
    account: 'asset:cash-box',
    currency: 'KHR',
    amount: 1,
  }))
  const flags = written.flatMap(([entryType, effectiveOn, , back], i): FlagRow[] =>
    back === undefined
      ? []
      : [{ seq: i + 1, flag: 'takes-back', entryType, effectiveOn, subject: `entry:${back}` }],
  )
  const late = lateLines({ book: { flags }, postings })
  expect(late.map(({ seq, trueDay }) => [seq, trueDay])).toEqual([
    [3, '2025-12-31'],
    [5, '2025-12-30'],
  ])
})

test('what came late is the same read at once and read on by what was written since', () => {
  fc.assert(
    fc.property(drawn, fc.nat(), (entries, cut) => {
      const { postings, flags } = journalOf(entries)
      const seq = entries.length === 0 ? 0 : cut % (entries.length + 1)
      const isBefore = (one: { readonly seq: number }): boolean => one.seq <= seq
      const before = lateWith(nothingLate, {
        postings: postings.filter(isBefore),
        flags: flags.filter(isBefore),
      })
      const news = {
        postings: postings.filter((one) => !isBefore(one)),
        flags: flags.filter((one) => !isBefore(one)),
      }
      const dayOf = entries.map(({ effectiveOn }, i) => [i + 1, effectiveOn] as const)
      const whole = lateLines({ book: { flags }, postings })
      expect(lateWith(before, news, dayOf).lines).toEqual(whole)
    }),
  )
})
