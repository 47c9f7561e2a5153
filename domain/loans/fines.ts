import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { isAmount } from '#domain/kernel/money.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { bookDifference } from '#domain/loans/books.ts'
import { finesOf } from '#domain/loans/fine-limits.ts'
import type { Loan } from '#domain/loans/loan.ts'

export type LateFinePaid = {
  readonly type: 'LateFinePaid'
  readonly v: 1
  readonly loanId: string
  readonly memberId: string
  readonly amount: number
  /** What of it the rules allowed when it was written down; the rest stands as the borrower's savings. */
  readonly allowed: number
  readonly dueOn: LocalDate
  readonly flags: readonly 'fine-above-limit'[]
  readonly postings: readonly Posting[]
}
export type RecordLateFine = Envelope & {
  readonly type: 'RecordLateFine'
  readonly loanId: string
  readonly amount: number
}

/** A fine that was paid for being late: to the social fund as far as the rules allow, else the payer's own. */
export const recordLateFine = (
  loan: Loan,
  command: RecordLateFine,
): Decision<LateFinePaid, never> => {
  const { id, loanId, amount, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  const after = { ...loan, fines: [...(loan.fines ?? []), { id, on, amount }] }
  const { allowed, dueOn } = finesOf(after).find((fine) => fine.id === id)!
  return recorded({
    type: 'LateFinePaid',
    v: 1,
    loanId,
    memberId: loan.memberId,
    amount,
    allowed,
    dueOn,
    flags: allowed < amount ? ['fine-above-limit'] : [],
    postings: bookDifference(loan, after),
  })
}
