import { expect, test } from 'vitest'
import { planRows } from '#domain/loans/plan/plan-rows.ts'
import { plainRows, plainTerms } from '#test/support/plain-plan.ts'

const loans = 2_000
const rounds = 9
const principalOf = (i: number): number => 100_000 + i * 100

/** What counting all of them costs this thread, whoever else uses the machine. */
const timed = (count: (principal: number) => unknown): number => {
  const begun = process.threadCpuUsage()
  for (let i = 0; i < loans; i += 1) count(principalOf(i))
  const { user, system } = process.threadCpuUsage(begun)
  return user + system
}

const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!

test.each(['equal-principal', 'equal-instalment'] as const)(
  'B7: twelve instalments of %s are counted many times quicker than a plain loop of decimal.js, row for row the same',
  (repayment) => {
    for (let i = 0; i < loans; i += 1)
      expect(planRows(plainTerms(principalOf(i), repayment))).toEqual(
        plainRows(principalOf(i), repayment),
      )
    const ratios = Array.from({ length: rounds }, () => {
      const ours = timed((principal) => planRows(plainTerms(principal, repayment)))
      return timed((principal) => plainRows(principal, repayment)) / ours
    })
    const told = ratios.map((ratio) => ratio.toFixed(1)).join(' ')
    console.log(`B7 ${repayment}: median ${median(ratios).toFixed(1)} of ${told}`)
    // The promise is ten on a machine that does nothing else; a test beside others asserts half of it.
    expect(median(ratios)).toBeGreaterThan(5)
  },
)
