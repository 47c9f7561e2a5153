import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { heldOf } from '#domain/loans/as-written.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { type Proof, proofFault } from '#domain/loans/proof.ts'
import { type Security, securities } from '#domain/loans/request-state.ts'

type ReturnFlag = 'not-held' | 'fewer-than-two-witnesses'
export type SecurityReturned = {
  readonly type: 'SecurityReturned'
  readonly v: 1
  readonly loanId: string
  readonly security: Security
  readonly proof?: Proof
  readonly flags: readonly ReturnFlag[]
  readonly postings: readonly never[]
}

/** A paper that was held for a loan is with its owner again, or somebody works for the debt no more. */
export type ReturnSecurity = Envelope & {
  readonly type: 'ReturnSecurity'
  readonly loanId: string
  readonly security: Security
  readonly proof?: Proof
}

/** So many see that a paper is handed back. */
const witnessesWanted = 2

/** What is still held of a loan on a day, whether or not anything is owed. */
export const stillHeld = (
  { origin, securities: taken, returns = [], isVoid }: Loan,
  asOf: LocalDate,
): readonly Security[] => {
  if (isVoid || asOf < origin.on) return []
  return heldOf(taken).filter(
    (one) => !returns.some(({ on, security }) => security === one && on <= asOf),
  )
}

/** A fact: recorded also where nothing of the sort was known to be held, or too few saw it. */
export const returnSecurity = (
  loan: Loan,
  isMember: (memberId: string) => boolean,
  command: ReturnSecurity,
): Decision<SecurityReturned, never> => {
  const { loanId, security, proof } = command
  if (heldOf(securities.filter((one) => one === security)).length === 0)
    return invalid('security-unknown', '/security')
  const badProof = proofFault(proof, { isMember, borrower: loan.memberId })
  if (badProof !== undefined) return invalid('proof-cannot-hold', badProof)
  const { securities: taken, returns = [] } = loan
  const isHeld = heldOf(taken).includes(security)
  const isBack = returns.some((one) => one.security === security)
  const isSeen = (proof?.witnesses ?? []).length >= witnessesWanted
  return recorded({
    type: 'SecurityReturned',
    v: 1,
    loanId,
    security,
    ...(proof === undefined ? {} : { proof }),
    flags: [
      ...(isHeld && !isBack ? [] : (['not-held'] as const)),
      ...(isSeen ? [] : (['fewer-than-two-witnesses'] as const)),
    ],
    postings: [],
  })
}
