import { expect, test } from 'vitest'
import type { PlanChange } from '#domain/loans/loan.ts'
import { spreadAnew } from '#domain/loans/loan-plan.ts'
import { calendarAfter, periodAt } from '#domain/loans/plan/loan-calendar.ts'
import type { DueRule, PlanTerms } from '#domain/loans/plan/plan.ts'
import { plain } from '#test/support/oracle/plain-terms.ts'

const equal: PlanTerms = { ...plain, repayment: 'equal-instalment' }

test('a household that was forgiven interest once is not forgiven it again when it agrees anew', () => {
  const graced: PlanTerms = { ...equal, graceOnInterest: { instalments: 2, is: 'forgiven' } }
  expect(spreadAnew(graced, 300_000, 3)).toEqual(spreadAnew(equal, 300_000, 3))
})

test('a last payment that is larger than all that is left leaves something for the others', () => {
  const parts = spreadAnew(
    { ...plain, repayment: 'equal-instalment', balloon: 500_000 },
    300_000,
    3,
  )
  expect(parts.every((part) => part >= 0)).toBe(true)
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(300_000)
})

const calendarBy = (due: DueRule) => ({
  plan: { ...plain, due },
  from: plain.paidOutOn,
  relief: [],
})

test.each<[string, DueRule, object]>([
  ['of days that were named', { on: ['2025-02-10'] }, { n: 1, unit: 'months' }],
  [
    'of years',
    { every: { n: 1, unit: 'years' }, firstDueOn: '2026-02-10' },
    { n: 1, unit: 'years' },
  ],
])(
  'a loan %s that is agreed anew keeps the day of the month on which it falls due',
  (_, due, every) => {
    const change = { firstDueOn: '2025-04-30', dueDay: 31 } as PlanChange
    const { plan } = calendarAfter(calendarBy(due), change, '2025-03-10')
    expect(plan.due).toEqual({ every, firstDueOn: '2025-04-30', dayOfMonth: 31 })
  },
)

test('money that came between two meetings of a list bears for its own days alone', () => {
  const due = { on: ['2025-02-01', '2025-03-01'], periodFrom: '2025-01-01' }
  expect(periodAt(calendarBy(due), 0)).toMatchObject({ whole: 22, of: 31 })
})
