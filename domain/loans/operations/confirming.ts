import type { LocalDate } from '#domain/kernel/dates.ts'
import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type Said, described, id, optional } from '#domain/kernel/shape.ts'
import { isActingOn } from '#domain/fund/people/members.ts'
import { ownWordFault } from '#domain/fund/second.ts'
import { type Lending, loanOf, loanUnknown } from '#domain/loans/lending.ts'
import { lentSoFar, loanAsOf } from '#domain/loans/loan.ts'
import { type Proof, proof, proofFault } from '#domain/loans/request/proof.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'

/** So many see it where whoever got the money has no PIN and no code. */
const witnessesMin = 2

const asks = {
  loanId: id('loan'),
  memberId: described(id('member'), 'Whoever got the money, as the loan has it'),
  approvedBy: described(
    id('member'),
    'Who says so by an own word, whose secret goes with it under `approvals`: whoever got the money (with an empty login), or a second officer where two members without an office saw it',
  ),
  proof: optional(proof),
}

/** Witnesses who hold no office on the day: those who write a pay-out and stand behind it are no witnesses of it. */
const othersWhoSaw = (
  { members }: Pick<Lending, 'members'>,
  {
    proof: seen,
    effectiveOn: on,
  }: { readonly proof?: Proof | undefined; readonly effectiveOn: LocalDate },
): number => (seen?.witnesses ?? []).filter((one) => !isActingOn(members.get(one)!, on)).length

/**
 * Whoever got the money of a loan says so: by the own PIN or code, or by a thumb on paper that two members without an office
 * and a second officer stand behind. The pay-out itself is a fact and stands without it; it stays as a finding where a fund asks for this word.
 */
export const confirmPayout = operation({
  command: 'ConfirmPayout',
  entry: 'PayoutConfirmed',
  oneHand: 'sight',
  ownWord: true,
  asks,
  keeps: ['loanId', 'approvedBy', 'proof'],
  may: recordKeeper,
  second: ({ approvedBy }: Said<typeof asks>) => approvedBy,
  minutes: 'on-the-sheet',
  isReversible: true,
  decide: (now: Lending, command) => {
    const { loanId, memberId, approvedBy, effectiveOn: on } = command
    const loan = loanOf(now, loanId)
    if (!loan || loan.origin.kind !== 'paid-out') return loanUnknown
    if (memberId !== loan.memberId) return invalid('member-unknown', '/memberId')
    if (on < loan.origin.on) return invalid('part-before-payout', '/effectiveOn')
    const isMember = (one: string): boolean => now.members.has(one)
    const badProof = proofFault(command.proof, { isMember, borrower: memberId })
    if (badProof !== undefined) return invalid('proof-cannot-hold', badProof)
    const unseconded = ownWordFault(now.members, command, memberId)
    if (unseconded) return unseconded
    if (approvedBy !== memberId && othersWhoSaw(now, command) < witnessesMin)
      return refused('own-act-not-witnessed')
    return recorded({ amount: lentSoFar(loanAsOf(loan, on)), flags: [], postings: [] })
  },
  about: ({ loanId }) => [{ kind: 'loan', key: loanId }],
})
