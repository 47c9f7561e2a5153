/*
 * What the village can do and no plan does yet. The lists may only become shorter: what is not on them
 * must occur, and what is on them must not.
 */
import type { Body, Command } from '#domain/village.ts'

export const typesNotYet = [
  'RequestLoan',
  'WithdrawRequest',
  'AppraiseLoan',
  'GiveGuarantee',
  'DecideLoan',
  'AppealDecision',
  'RecordPayoutPart',
  'RecordPaymentForLoans',
  'RecordLateFine',
  'RecordRecovery',
  'RescheduleLoan',
  'WriteOffLoan',
  'ReleaseSuspense',
  'ReverseEntry',
] as const satisfies readonly Command['type'][]

export const flagsNotYet = [
  'above-agreed',
  'above-cap',
  'above-claim',
  'fine-above-limit',
  'more-than-waited',
  'paid-by-guarantor',
  'reversed-same-day',
  'differs-from-decision',
] as const satisfies readonly Body['flags'][number][]

export const codesNotYet: readonly string[] = [
  'invalid above-cap',
  'invalid before-the-entry',
  'invalid entry-unknown',
  'invalid finding-unknown',
  'invalid guarantee-cannot-hold',
  'invalid loans-cannot-hold',
  'invalid part-before-payout',
  'invalid proof-cannot-hold',
  'invalid reason-unknown',
  'invalid request-unknown',
  'invalid vote-unknown',
  'invalid word-unknown',
  'refused above-cap',
  'refused already-asking',
  'refused already-reversed',
  'refused appeal-too-late',
  'refused appealed-before',
  'refused appraised-by-borrower',
  'refused appraiser-not-an-officer',
  'refused approver-is-concerned',
  'refused approver-not-an-officer',
  'refused borrower-votes',
  'refused confirmed-by-no-chair',
  'refused guarantor-is-borrower',
  'refused instalment-would-grow',
  'refused loan-not-open',
  'refused more-than-waits',
  'refused nothing-to-appeal',
  'refused recused-votes',
  'refused request-closed',
  'refused reverse-others-first',
  'refused the-meeting-must-vote',
  'refused too-few-votes',
  'refused voted-twice',
  'refused voter-not-an-officer',
]
