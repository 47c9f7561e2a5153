import type { Loan } from '#domain/loans/loan.ts'
import type { PlanRow } from '#domain/loans/plan/plan-rows.ts'
import { duesOf, walk } from '#domain/loans/plan/village-convention.ts'

/** The schedule of a loan that is paid on every due date, computed by the convention itself. */
export const scheduleOf = (loan: Loan): PlanRow[] => {
  let paying = loan
  let balance = loan.terms.principal
  return duesOf(loan).map(({ on, principal }, i) => {
    const { interestDue } = walk(paying, on)
    const amount = principal + interestDue
    paying = {
      ...paying,
      repayments: [...paying.repayments, { id: String(i).padStart(4, '0'), on, amount }],
    }
    balance -= principal
    return { n: i + 1, dueOn: on, principal, interest: interestDue, total: amount, balance }
  })
}
