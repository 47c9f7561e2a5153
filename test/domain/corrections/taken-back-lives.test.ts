import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter } from '#domain/kernel/dates.ts'
import type { Command } from '#domain/village.ts'
import {
  beginnings,
  closedThrough,
  factsOfAYear,
  staysFor,
  takenBack,
} from '#test/support/any-order-of-loans.ts'
import { type Life, lived, outcomeOf, standingsIn } from '#test/support/lives.ts'
import { daysPosted } from '#test/support/posted.ts'

const isLong = process.env['TEST_BUDGET'] === 'ci'
const begun = lived(beginnings)
const close = closedThrough('2025-07-31')

/** A life, and one of its facts that is taken back and was not anyway. */
const lives = fc.tuple(factsOfAYear('year'), fc.nat()).map(([facts, n]) => {
  const backs = new Set(facts.map(({ reverses }) => reverses))
  const mayGo = facts.filter((one) => !staysFor(one) && !one.reverses && !backs.has(one.id))
  return { facts, wrong: mayGo[n % Math.max(mayGo.length, 1)] }
})

/** Hands that were raised stay raised where the entry that tells of them is taken back, and a list stays known that was. */
const asItStands = (life: Life) => {
  const { meetings, ...outcome } = outcomeOf(life)
  const others = meetings.map(({ votes: _votes, lists = [], ...meeting }) => ({
    ...meeting,
    lists: lists.filter(({ isTakenBack }) => !isTakenBack),
  }))
  const isOne = ({ opening, closing, present, absent }: (typeof others)[number]): boolean =>
    opening !== undefined || closing !== undefined || present.length + absent.length > 0
  return { ...outcome, meetings: others.filter(isOne) }
}

const refusedBy = ({ refused }: Life): string =>
  refused
    .map(({ id }) => id)
    .toSorted()
    .join(' ')

/** The life with its mistake taken back, and the one in which it was never made. */
const holds = (
  told: (facts: readonly Command[], back: readonly Command[]) => Life,
  law: (withIt: Life, without: Life) => void,
): void => {
  let tried = 0
  const numRuns = isLong ? 400 : 80
  fc.assert(
    fc.property(lives, ({ facts, wrong }) => {
      if (!wrong) return
      const withIt = told(facts, [takenBack(wrong, '2026-03-01')])
      const without = told(
        facts.filter((one) => one !== wrong),
        [],
      )
      if (refusedBy(withIt) !== refusedBy(without)) return
      tried += 1
      law(withIt, without)
    }),
    { numRuns },
  )
  expect(tried).toBeGreaterThan(numRuns / 2)
}

test('an entry that is taken back leaves every balance, loan and report as if it had never been', () =>
  holds(
    (facts, back) => lived([...facts, ...back], begun),
    (withIt, without) => expect(asItStands(withIt)).toEqual(asItStands(without)),
  ))

/** Sums of all accounts but those in which a result stands. */
const sumsIn = ({ village }: Life, through?: string) =>
  [...daysPosted(village.posted)]
    .filter(([account]) => !/^(income|expense|equity:undistributed|asset:loan-loss)/.test(account))
    .map(([account, days]) => {
      const until = [...days].filter(([on]) => through === undefined || on <= through)
      return `${account} ${until.reduce((sum, [, amount]) => sum + amount, 0)}`
    })
    .filter((line) => !line.endsWith(' 0'))
    .toSorted()

test('taken back after the books were closed, it is corrected on the first open day', () =>
  holds(
    (facts, back) => lived(back, lived([close], lived(facts, begun))),
    (withIt, without) => {
      expect(standingsIn(withIt.village)).toEqual(standingsIn(without.village))
      expect(sumsIn(withIt)).toEqual(sumsIn(without))
      const reversal = withIt.entries.at(-1)!
      expect(reversal.body.type).toBe('EntryReversed')
      for (const { on } of reversal.body.postings)
        expect(on >= dayAfter(close.effectiveOn)).toBe(true)
    },
  ))

test('made late and taken back late, after a close, it leaves every balance as if it had never been', () =>
  holds(
    (facts, back) => lived([...facts, ...back], lived([close], begun)),
    (withIt, without) => expect(asItStands(withIt)).toEqual(asItStands(without)),
  ))
