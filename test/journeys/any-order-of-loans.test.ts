import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '#domain/village.ts'
import {
  beginnings,
  closedThrough,
  factsOfAYear,
  shuffledWithDuplicates,
} from '#test/support/any-order-of-loans.ts'
import { type Life, lived, outcomeOf, standingsIn } from '#test/support/lives.ts'
import { daysPosted } from '#test/support/posted.ts'

const isLong = process.env['TEST_BUDGET'] === 'ci'
const begun = lived(beginnings)

const shuffled = (name: string, maxLength?: number) =>
  factsOfAYear(name, maxLength).chain((facts) =>
    fc.tuple(fc.constant(facts), shuffledWithDuplicates(facts)),
  )

const refusedBy = ({ refused }: Life): string =>
  refused
    .map(({ id }) => id)
    .toSorted()
    .join(' ')

/** Runs a law of lives; a vote may find another village in one order, and such a life is left out. */
const holds = <T>(lives: fc.Arbitrary<T>, law: (life: T) => readonly [Life, Life]): void => {
  const numRuns = isLong ? 400 : 60
  let skipped = 0
  fc.assert(
    fc.property(lives, (life) => {
      const [one, other] = law(life)
      if (refusedBy(one) === refusedBy(other)) expect(outcomeOf(other)).toEqual(outcomeOf(one))
      else skipped += 1
    }),
    { numRuns },
  )
  expect(skipped).toBeLessThan(numRuns / 5)
}

test('whatever happens to loans, in any order and some of it twice, gives one book', () =>
  holds(shuffled('year'), ([inTurn, other]) => [lived(inTurn, begun), lived(other, begun)]))

test('what comes before a close and what comes late after it gives one book in any order of each', () => {
  const close = closedThrough('2025-07-31')
  holds(fc.tuple(shuffled('before', 8), shuffled('after', 8)), ([[a, b], [late, later]]) => [
    lived(late, lived([close], lived(a, begun))),
    lived(later, lived([close], lived(b, begun))),
  ])
})

test('a close changes no loan, and nothing that is owned or owed but where its result stands', () => {
  const close = closedThrough('2025-07-31')
  const results = /^(income|expense|equity:undistributed|asset:loan-loss)/
  const sums = ({ village }: Life) =>
    [...daysPosted(village.posted)]
      .filter(([account]) => !results.test(account))
      .map(([account, days]) => [account, [...days.values()].reduce((all, one) => all + one, 0)])
      .filter(([, sum]) => sum !== 0)
      .toSorted()
  const plan = fc.tuple(factsOfAYear('before', 8), factsOfAYear('after', 8))
  fc.assert(
    fc.property(plan, ([a, late]: readonly (readonly Command[])[]) => {
      const open = lived(late!, lived(a!, begun))
      const closed = lived(late!, lived([close], lived(a!, begun)))
      expect(standingsIn(closed.village)).toEqual(standingsIn(open.village))
      expect(sums(closed)).toEqual(sums(open))
      const after = closed.entries.slice(closed.entries.findIndex(({ id }) => id === close.id) + 1)
      for (const { body } of after)
        for (const { on } of body.postings) expect(on > close.effectiveOn).toBe(true)
    }),
    { numRuns: isLong ? 400 : 100 },
  )
})
