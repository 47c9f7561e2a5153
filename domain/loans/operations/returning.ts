import { invalid, recorded } from '#domain/kernel/decision.ts'
import { id, optional, word } from '#domain/kernel/shape.ts'
import { heldOf } from '#domain/loans/as-written.ts'
import { type Lending, loanOf, loanUnknown } from '#domain/loans/lending.ts'
import { proof, proofFault } from '#domain/loans/request/proof.ts'
import { securities } from '#domain/loans/request/request-state.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

/** So many see that a paper is handed back. */
const witnessesWanted = 2

/**
 * A paper that was held for a loan is with its owner again, or somebody works for the debt no more. A fact: recorded
 * also where nothing of the sort was known to be held, or too few saw it.
 */
export const returnSecurity = operation({
  command: 'ReturnSecurity',
  entry: 'SecurityReturned',
  oneHand: 'sight',
  asks: {
    loanId: id('loan'),
    security: word(securities, 'security-unknown'),
    proof: optional(proof),
  },
  keeps: ['loanId', 'security', 'proof'],
  may: recordKeeper,
  second: 'none',
  minutes: 'told',
  isReversible: true,
  decide: (now: Lending, command) => {
    const { loanId, security } = command
    const loan = loanOf(now, loanId)
    if (!loan) return loanUnknown
    if (heldOf([security]).length === 0) return invalid('security-unknown', '/security')
    const isMember = (one: string): boolean => now.members.has(one)
    const badProof = proofFault(command.proof, { isMember, borrower: loan.memberId })
    if (badProof !== undefined) return invalid('proof-cannot-hold', badProof)
    const { securities: taken, returns = [] } = loan
    const isHeld = heldOf(taken).includes(security)
    const isBack = returns.some((one) => one.security === security)
    const seen = command.proof?.witnesses ?? []
    return recorded({
      flags: flagsOf({
        'not-held': !isHeld || isBack,
        'fewer-than-two-witnesses': seen.length < witnessesWanted,
      }),
      postings: [],
    })
  },
  about: ({ loanId }) => [{ kind: 'loan', key: loanId }],
})
