import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import type { Explanation } from '#domain/loans/explained.ts'
import { quoteOf } from '#domain/loans/plan/quote.ts'
import { countedIn } from '#src/pages/quote/counted.ts'

const asked = {
  principal: 500_000,
  instalments: 10,
  product: 'normal',
  paidOutOn: '2026-01-20',
} as const
const quote = quoteOf(defaultCharter, asked, undefined)
const told = (...explanation: readonly Explanation[]) =>
  countedIn({ ...quote, explanation }, 'en').ofPlan
const rounding = { mode: 'down', step: 100 } as const
const part: Explanation = { of: 'part', exact: '50040', rounded: 50_000, rounding }
const more = (row: number, by: number): Explanation => ({
  of: 'remainder',
  dueOn: quote.rows[row]!.dueOn,
  by,
})

test('what the rounding left over is told in one sentence for the first instalments that take the same', () => {
  const [, ...two] = told(part, more(0, 100), more(1, 100))
  expect(two).toEqual([expect.stringContaining('The first 2 instalments each take')])
  const [, ...three] = told(part, more(0, 100), more(1, 100), more(5, 300))
  expect(three).toHaveLength(2)
  expect(three[0]).toContain('The first 2 instalments each take')
  const [, ...apart] = told(part, more(0, 100), more(1, 300))
  expect(apart).toHaveLength(2)
  expect(apart[0]).not.toContain('each take')
})

test('a part that would be rounded to nothing is told as the least that can change hands, by whatever way it is rounded', () => {
  const little = (mode: 'down' | 'half-up' | 'up', exact: string) =>
    told({ of: 'part', exact, rounded: 100, rounding: { mode, step: 100 } })[0]
  const least = little('down', '70')!
  expect(little('half-up', '30')).toBe(least.replace('70', '30'))
  expect(little('half-up', '70')).not.toBe(least)
  expect(little('up', '70')).not.toBe(least)
})
