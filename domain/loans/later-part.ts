import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import { isAmount } from '#domain/kernel/money.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { bookDifference } from '#domain/loans/books.ts'
import { type Loan, lentSoFar } from '#domain/loans/loan.ts'
import { type Proof, proofFault } from '#domain/loans/proof.ts'
import { type LenderKind, type LoanRequest, areLenderKinds } from '#domain/loans/request-state.ts'

type PartFlag = 'above-agreed' | 'paid-without-decision'
export type LoanPartPaidOut = {
  readonly type: 'LoanPartPaidOut'
  readonly v: 1
  readonly loanId: string
  readonly amount: number
  readonly proof?: Proof
  readonly lenderKinds?: readonly LenderKind[]
  readonly flags: readonly PartFlag[]
  readonly postings: readonly Posting[]
}
export type RecordPayoutPart = Envelope & {
  readonly type: 'RecordPayoutPart'
  readonly loanId: string
  readonly amount: number
  readonly proof?: Proof
  readonly lenderKinds?: readonly LenderKind[]
}

/** A later part of a loan that was paid out in parts; what is ahead falls due with it. */
export const recordPayoutPart = (
  loan: Loan,
  {
    isMember,
    request,
  }: {
    readonly isMember: (memberId: string) => boolean
    readonly request: LoanRequest | undefined
  },
  command: RecordPayoutPart,
): Decision<LoanPartPaidOut, never> => {
  const { id, loanId, amount, proof, lenderKinds, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (lenderKinds && !areLenderKinds(lenderKinds))
    return invalid('loan-cannot-hold', '/lenderKinds')
  if (on < loan.origin.on) return invalid('part-before-payout', '/effectiveOn')
  const badProof = proofFault(proof, { isMember, borrower: loan.memberId })
  if (badProof !== undefined) return invalid('proof-cannot-hold', badProof)
  const draws = [...(loan.draws ?? []), { id, on, amount }]
  const lent = lentSoFar({ ...loan, draws })
  return recorded({
    type: 'LoanPartPaidOut',
    v: 1,
    loanId,
    amount,
    ...(proof === undefined ? {} : { proof }),
    ...(lenderKinds === undefined ? {} : { lenderKinds }),
    flags: [
      ...(lent > loan.terms.principal ? (['above-agreed'] as const) : []),
      ...(request?.decision?.outcome === 'approved' ? [] : (['paid-without-decision'] as const)),
    ],
    postings: bookDifference(loan, { ...loan, draws }),
  })
}
