import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { total } from '#domain/health/book.ts'
import { movedThere, withoutLine } from '#src/exchange/bank-file/book-side.ts'
import { marksOf } from '#src/exchange/bank-file/marks.ts'
import { type Candidate, proposalsFor } from '#src/exchange/bank-file/propose.ts'
import { type BankList, readBankList } from '#src/exchange/bank-file/read.ts'
import { reconciliationOf } from '#src/exchange/statements/bank.ts'
import { viewChanges } from '#src/app/views.ts'
import {
  type Story,
  type StoryCommand,
  admitted,
  booked,
  founded,
  fundBookOf,
  storyOf,
} from '#test/support/village.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
/** A key that only this fund's service has. */
const signer = {
  mark: (_: string, text: string) => hash(`key ${text}`),
}
const fundId = '00000000-0000-8000-8000-000000000001'
const numRuns = process.env['TEST_BUDGET'] === 'ci' ? 300 : 40
const today = '2026-06-01'
const place = 'bank'

const dayAt = (n: number): string => `2025-02-${String(1 + (n % 27)).padStart(2, '0')}`
/** Few sums and few days, so that lines are mistaken for each other. */
const sum = fc.integer({ min: 1, max: 4 }).map((n) => n * 50_000)

const move = fc.record({
  day: fc.integer({ min: 0, max: 26 }),
  amount: sum,
  isOut: fc.boolean(),
  /** What becomes of it at the bank. */
  fate: fc.constantFrom(
    'told',
    'told',
    'told',
    'named',
    'named',
    'dropped',
    'swapped',
    'wrong-sum',
  ),
  later: fc.integer({ min: 0, max: 9 }),
})
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never
const extra = fc.record({ day: fc.integer({ min: 0, max: 26 }), amount: sum, isOut: fc.boolean() })

const toldOf = (moves: readonly Move[]): StoryCommand[] => [
  founded({ opening: { cash: 100_000_000, reserve: 100_000_000 } }),
  admitted('m1'),
  admitted('m2'),
  ...moves.map(({ day, amount, isOut }): StoryCommand => ({
    type: 'RecordTransfer',
    effectiveOn: dayAt(day),
    amount,
    from: isOut ? 'bank' : 'box',
    to: isOut ? 'box' : 'bank',
    names: ['m1', 'm2'],
  })),
]

const codeOf = (id: string): string => hash(id).slice(0, 8)

type Written = { readonly on: string; readonly amount: number; readonly words: string }

/** What the bank's list says of a move of the book: dropped, another's code on it, another sum, or as it was. */
const writtenOf = (moves: readonly Move[], ids: readonly string[]): Written[] =>
  moves.flatMap(({ day, amount, isOut, fate, later }, i) => {
    if (fate === 'dropped') return []
    const on = dayAt(Math.min(day + later, 26))
    const other = ids[(i + 1) % ids.length]!
    const words = fate === 'named' ? codeOf(ids[i]!) : fate === 'swapped' ? codeOf(other) : ''
    const signed = isOut ? -amount : amount
    return [{ on, amount: fate === 'wrong-sum' ? signed + 7_000 : signed, words: `slip ${words}` }]
  })

const csvOf = (written: readonly Written[], opening: number, withBalance: boolean): string => {
  let balance = opening
  const rows = written
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ on, amount, words }, i) => {
      balance += amount
      const ways = amount > 0 ? `"${amount.toLocaleString('en')}",` : `,${-amount}`
      return `${on},R${i},${words},${ways}${withBalance ? `,${balance}` : ''}`
    })
  const head = `Date,Reference,Description,Money in,Money out${withBalance ? ',Balance' : ''}`
  return [head, ...rows].join('\n')
}

const village = fc.record({
  moves: fc.array(move, { minLength: 1, maxLength: 12 }),
  extras: fc.array(extra, { minLength: 1, maxLength: 4 }),
  opening: fc.integer({ min: -3, max: 3 }).map((n) => n * 10_000),
  withBalance: fc.boolean(),
  asOf: fc.integer({ min: 0, max: 26 }),
  typed: fc.option(fc.integer({ min: 0, max: 2_000_000 }), { nil: undefined }),
})

const candidatesIn = (story: Story): readonly Candidate[] => {
  const { postings } = viewChanges(story.village, story.entries)
  const book = fundBookOf(story)
  const bySeq = new Map(story.entries.map((entry) => [entry.seq, entry]))
  return withoutLine(book, movedThere(book, postings, place), place).map(({ seq, on, amount }) => {
    const entryId = bySeq.get(seq)!.id
    return { entryId, seq, on, amount, code: codeOf(entryId) }
  })
}

const statementOf = (
  story: Story,
  list: BankList,
  { asOf, typed }: { readonly asOf: string; readonly typed: number | undefined },
) => {
  const marks = marksOf({ hash, signer }, { fundId, place }, list.lines)
  const beside = {
    lines: list.lines.map((line, i) => ({ ...line, mark: marks[i]! })),
    opening: list.opening,
    balance: typed ?? list.balanceOn(asOf),
    balanceFrom: 'file' as const,
  }
  const { postings } = viewChanges(story.village, story.entries)
  const asked = { book: fundBookOf(story), asOf, knownAt: null, notes: new Map(), postings }
  return { beside, statement: reconciliationOf(asked, place, beside) }
}

const adds = (story: Story, list: BankList, asked: { asOf: string; typed: number | undefined }) => {
  const { beside, statement } = statementOf(story, list, asked)
  const of = (line: string) => statement.rows.filter((row) => row['line'] === line)
  const amounts = statement.rows.map(({ amount }) => Number(amount))
  expect(total(amounts)).toBe(Number(statement.totals!['amount']))
  expect(of('book-balance')[0]!['amount']).toBe(booked(story.village, 'asset:bank', asked.asOf))
  if (beside.balance !== undefined) expect(statement.totals!['amount']).toBe(beside.balance)
  return { of, statement }
}

test('for any book and any list of the bank the statement adds up, and nothing wrong is ever sure', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(village, async ({ moves, extras, opening, withBalance, asOf, typed }) => {
      let story = storyOf(toldOf(moves))
      const ids = story.entries.slice(3).map(({ id }) => id)
      const added = extras.map(({ day, amount, isOut }) => ({
        on: dayAt(day),
        amount: isOut ? -amount : amount,
        words: 'somebody',
      }))
      const text = csvOf([...writtenOf(moves, ids), ...added], opening, withBalance)
      const list = await readBankList(new TextEncoder().encode(text), { currency: 'KHR', today })
      if ('faults' in list) throw new Error(JSON.stringify(list.faults))
      const asked = { asOf: dayAt(asOf), typed }
      adds(story, list, asked)
      const marks = marksOf({ hash, signer }, { fundId, place }, list.lines)
      expect(new Set(marks).size).toBe(marks.length)
      const proposals = proposalsFor(list.lines, candidatesIn(story))
      const given = new Set<string>()
      const confirmed = proposals.flatMap(({ kind, choices }, i): StoryCommand[] => {
        seen.add(kind)
        const { amount, on, words } = list.lines[i]!
        for (const choice of choices)
          if (kind !== 'other-sum') expect(total(choice.map((one) => one.amount))).toBe(amount)
        if (kind !== 'sure' && kind !== 'likely') return []
        expect(choices).toHaveLength(1)
        for (const { entryId, code } of choices[0]!) {
          // One entry is proposed for one line alone, and only its own code makes it sure.
          expect(given.has(entryId)).toBe(false)
          given.add(entryId)
          if (kind === 'sure') expect(words).toContain(code)
        }
        const entryIds = choices[0]!.map(({ entryId }) => entryId)
        return [
          { type: 'MatchBankLine', effectiveOn: on, place, amount, mark: marks[i]!, entryIds },
        ]
      })
      const before = story.entries.length
      story = storyOf([...toldOf(moves), ...confirmed])
      expect(story.entries.length).toBe(before + confirmed.length)
      const { of } = adds(story, list, asked)
      // What was confirmed is proposed for nothing anew, and no money moved by it.
      expect(candidatesIn(story).some(({ entryId }) => given.has(entryId))).toBe(false)
      const through = list.lines.filter(({ on }) => on <= asked.asOf).length
      const told = confirmed.filter(({ effectiveOn }) => effectiveOn <= asked.asOf).length
      expect(of('line-without-entry')).toHaveLength(through - told)
      if (withBalance && typed === undefined) expect(of('rest-in-list')).toEqual([])
    }),
    { numRuns },
  )
  expect([...seen].toSorted()).toEqual(['likely', 'other-sum', 'several', 'sure', 'unknown'])
})

test('where a line could be any of thousands the first are told, and it is sure of none', () => {
  const candidates = Array.from({ length: 5000 }, (_, i) => ({
    entryId: `e${i}`,
    seq: i + 1,
    on: '2025-02-01',
    amount: 50_000,
    code: (i + 0x1000_0000).toString(16),
  }))
  const line = { row: 2, on: '2025-02-03', amount: 50_000, reference: '', words: 'x'.repeat(200) }
  const lines = Array.from({ length: 2000 }, () => ({ ...line, balance: undefined }))
  const alone = { ...line, amount: 70_000, balance: undefined }
  const other = { entryId: 'other', seq: 6000, on: '2025-02-01', amount: 70_000, code: 'ffffffff' }
  const proposals = proposalsFor([...lines, alone], [...candidates, other])
  expect(new Set(proposals.map(({ kind, choices }) => `${kind} ${choices.length}`))).toEqual(
    new Set(['several 20', 'likely 1']),
  )
  expect(proposals[0]!.choices[0]).toEqual([candidates[0]])
})
