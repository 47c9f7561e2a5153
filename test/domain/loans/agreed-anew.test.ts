import { expect, test } from 'vitest'
import { spreadAnew } from '#domain/loans/loan-plan.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { plain } from '#test/support/oracle/plain-terms.ts'

const equal: PlanTerms = { ...plain, repayment: 'equal-instalment' }

test('a household that was forgiven interest once is not forgiven it again when it agrees anew', () => {
  const graced: PlanTerms = { ...equal, graceOnInterest: { instalments: 2, is: 'forgiven' } }
  expect(spreadAnew(graced, 300_000, 3)).toEqual(spreadAnew(equal, 300_000, 3))
})
