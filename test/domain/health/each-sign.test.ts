import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type FindingCode, findingCodes } from '#domain/health/finding.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { flagCodes } from '#domain/health/flag-codes.ts'
import { isByDays } from '#domain/health/later-findings.ts'
import { isLentBeyond } from '#domain/health/lent-beyond.ts'
import { signTests } from '#test/domain/health/sign-tests.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paid,
  paidOut,
  storyOf,
} from '#test/support/village.ts'

/** A fund that lent to one member, who pays as she said, and whose box holds what the book says. */
const sound: readonly StoryCommand[] = [
  founded({ opening: { cash: 1_000_000, reserve: 400_000 } }),
  admitted('m1'),
  admitted('m2'),
  { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm1', amount: 600_000 },
  paidOut({ on: '2025-01-20', principal: 90_000, months: 3 }),
  paid('2025-02-20', 31_350),
]
const book = fundBookOf(storyOf(sound))
const asOf = '2025-02-25'

const codesSeen = (flags: typeof book.flags = book.flags): readonly FindingCode[] =>
  findingsOf({ ...book, flags }, asOf).map(({ code }) => code)

/** What is told of an entry that bears a flag, but for what is told by the days whatever was flagged. */
const byFlag = Map.groupBy(
  [
    ...Object.entries(flagCodes),
    ['AnyEntry paid-after-the-count', 'paid-after-the-count'] as const,
    ['AnyEntry foreign-by-one-hand', 'foreign-by-one-hand'] as const,
  ].filter(([, code]) => {
    const one = { code } as Parameters<typeof isByDays>[0]
    return !isByDays(one) && !isLentBeyond(one)
  }),
  ([, code]) => code,
)

test('a sound fund shows no sign at all', () => {
  expect(codesSeen()).toEqual([])
})

test.each([...byFlag.keys()])(
  '%s is told of each entry that bears its flag, and of no other one',
  (code) => {
    for (const [written] of byFlag.get(code)!) {
      const [entryType, flag] = written.split(' ') as [string, string]
      const row = { seq: 3, entryType, flag, effectiveOn: '2025-02-20', subject: '' }
      expect(codesSeen([...book.flags, row]), written).toEqual([code])
      if (entryType === 'AnyEntry') continue
      // The same flag of another kind of entry, and another flag of this one, are none.
      expect(codesSeen([...book.flags, { ...row, entryType: 'NoSuchEntry' }])).toEqual([])
      expect(codesSeen([...book.flags, { ...row, flag: 'no-such-flag' }])).toEqual([])
    }
  },
)

/** The body of a test, as it stands in its file. */
const bodyOf = (where: string): string => {
  const [file, name] = where.split(' › ') as [string, string]
  const text = readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8')
  const from = text.indexOf(name.replaceAll("'", String.raw`\'`))
  expect(from, where).toBeGreaterThan(0)
  const end = text.slice(from).search(/\n(?:test|describe)[.(]/)
  return end < 0 ? text.slice(from) : text.slice(from, from + end)
}

const saysNone =
  /toEqual\(\[\]\)|not\.to\w+\(|toBe\(false\)|toHaveLength\(0\)|toBe\(0\)|toBeUndefined|none|\[\]/

test('each sign that no flag tells has a test in which it is seen and one in which it is not', () => {
  const others = findingCodes.filter((code) => !byFlag.has(code))
  expect(Object.keys(signTests).toSorted()).toEqual(others.toSorted())
  for (const code of others) {
    const { seen, unseen = seen } = signTests[code]!
    expect(bodyOf(seen), code).toContain(code)
    if (unseen === 'sound') continue
    expect(bodyOf(unseen), code).toContain(code)
    expect(bodyOf(unseen), code).toMatch(saysNone)
  }
})
