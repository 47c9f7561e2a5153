import { isDeepStrictEqual } from 'node:util'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { planRows } from '#domain/loans/plan/plan-rows.ts'
import { interleaved, over, told } from '#test/bench/measure.ts'
import type { Section } from '#test/bench/section.ts'
import { plainRows, plainTerms } from '#test/support/plain-plan.ts'

const loans = 2_000
const kinds = ['equal-principal', 'equal-instalment'] as const
const principalOf = (i: number): number => 100_000 + i * 100

/** CPU of this thread for the plan of one loan, in microseconds. */
const timed = (count: (principal: number) => unknown): number => {
  const before = process.threadCpuUsage()
  for (let i = 0; i < loans; i += 1) count(principalOf(i))
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / loans
}

/** What ours and the plain loop take, round by round; not one row may differ. */
export const counted = async (repayment: PlanTerms['repayment'], rounds: number) => {
  for (let i = 0; i < loans; i += 1) {
    const ours = planRows(plainTerms(principalOf(i), repayment))
    if (!isDeepStrictEqual(ours, plainRows(principalOf(i), repayment)))
      throw new Error(`the rows of ${principalOf(i)} differ`)
  }
  return interleaved(rounds, {
    ours: () => timed((principal) => planRows(plainTerms(principal, repayment))),
    plain: () => timed((principal) => plainRows(principal, repayment)),
  })
}

/** Schedules of twelve instalments beside a plain loop of decimal.js: B7. */
export const schedules = async (rounds: number): Promise<Section> => {
  const rows: string[][] = []
  for (const kind of kinds) {
    const { ours, plain } = await counted(kind, rounds)
    const each = `${told(plain, 1)} and ${told(ours, 1)}`
    rows.push([`decimal.js / ours, ${kind}`, told(over(plain, ours), 1), 'at least 10', each])
  }
  return {
    name: 'schedules',
    title: 'Schedules of twelve instalments (B7)',
    heads: ['what', 'ratio of CPU', 'goal', 'CPU a schedule, µs'],
    rows,
    notes: [
      `${loans} loans, each row the same in both; due days are made by the same function in both.`,
    ],
  }
}
