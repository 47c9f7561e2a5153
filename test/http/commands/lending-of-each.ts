import type { Command } from '#domain/village.ts'
import { bookOf } from '#src/app/queries.ts'
import { costText } from '#src/desk/loans/cost-text.ts'
import type { OfEach, KnownIds } from '#test/http/commands/known-ids.ts'
import { type Practice, practiceDay } from '#test/support/service.ts'

/** Requests in each state that a command can find. */
export type Requests = {
  readonly requested: string
  readonly appraised: string
  readonly refused: string
  readonly unwanted: string
  readonly overpaid: string
  readonly fine: string
  /** A loan as an older book would lend it. */
  readonly older: string
  readonly dispute: string
  /** Cash that was taken to the bank. */
  readonly toBank: string
  /** The hash of the text that the book makes of what was requested, in Khmer, for the day of practice. */
  readonly textHash: string
}

const disputeOf = ({ envelope, other: memberId }: KnownIds) => ({
  ...envelope(),
  type: 'RaiseDispute' as const,
  about: { kind: 'savings' as const, memberId },
  reason: 'other' as const,
})

const toBankOf = ({ envelope, memberId, other }: KnownIds) => ({
  ...envelope(),
  type: 'RecordTransfer' as const,
  amount: 70_000,
  from: 'box' as const,
  to: 'bank' as const,
  names: [memberId, other],
})

const olderOf = ({ envelope, newId, fourth }: KnownIds) => ({
  ...envelope(),
  type: 'RecordPayout' as const,
  loanId: newId(),
  number: 'OLD-1',
  memberId: fourth,
  product: 'normal' as const,
  principal: 400_000,
  months: 10,
  asWritten: { method: 'flat' as const, rateMonthlyPercent: '3', fee: 10_000 },
  securities: ['land-title' as const],
})

/** What the book makes of a request for its price. */
const hashOfText = async ({ needs, fundId }: Practice, loanId: string): Promise<string> => {
  const book = (await bookOf(needs.store, fundId))!
  const { asked } = book.requests.find((one) => one.loanId === loanId)!
  return needs.hash(costText(book, asked, { paidOutOn: practiceDay, language: 'km' })!)
}

export const makeRequests = async (practice: Practice, told: KnownIds): Promise<Requests> => {
  const { needs, fundId } = practice
  const { newId, chair, envelope } = told
  const members = [told.memberId, told.other, told.third, told.fourth]
  const ids = members.map(() => newId())
  const request = (i: number) => ({
    ...envelope(),
    type: 'RequestLoan' as const,
    loanId: ids[i]!,
    memberId: members[i]!,
    product: 'emergency' as const,
    principal: 50_000,
    months: 3,
    purpose: 'health' as const,
  })
  const appraise = (i: number) => ({
    ...envelope(),
    type: 'AppraiseLoan' as const,
    loanId: ids[i]!,
    appraisedBy: chair,
    finding: 'sound' as const,
  })
  const disclose = (i: number) => ({
    ...envelope(),
    type: 'DiscloseCost' as const,
    loanId: ids[i]!,
    textHash: 'ab'.repeat(32),
    language: 'km' as const,
    paidOutOn: practiceDay,
  })
  const hands = { present: 55, yes: 2, no: 50 }
  const ballot = { by: 'meeting' as const, hands, recused: [], confirmedBy: chair }
  const overpaid = { ...envelope(), type: 'RecordRepayment' as const, loanId: told.loanId }
  const fine = { ...envelope(), type: 'RecordFine' as const, memberId: told.other, amount: 500 }
  const older = olderOf(told)
  const dispute = disputeOf(told)
  const toBank = toBankOf(told)
  await needs.record(
    fundId,
    [
      ...[0, 1, 2, 3].map(request),
      ...[1, 2].map(appraise),
      ...[1, 2].map(disclose),
      { ...envelope(), type: 'DecideLoan', loanId: ids[2]!, ballot },
      { ...overpaid, amount: 3_000_000 },
      fine,
      older,
      dispute,
      toBank,
    ],
    { actor: 'test', device: 'test' },
  )
  const [requested, appraised, refused, unwanted] = ids as [string, string, string, string]
  const made = { overpaid: told.memberOfLoan, fine: fine.id, older: older.loanId }
  const there = { dispute: dispute.id, toBank: toBank.id }
  const textHash = await hashOfText(practice, requested)
  const states = { requested, appraised, refused, unwanted, textHash }
  return { ...states, ...made, ...there }
}

const ballotOf = (confirmedBy: string) => ({
  by: 'meeting' as const,
  hands: { present: 55, yes: 50, no: 2 },
  recused: [],
  confirmedBy,
})

/** What is written down of loans that are out. */
export const paying = (
  { envelope, memberId, other, fourth, chair, lateLoanId, openLoanId }: KnownIds,
  { fine, older }: Requests,
) => {
  const ballot = ballotOf(chair)
  return {
    RecordPayoutPart: {
      ...envelope(),
      type: 'RecordPayoutPart',
      loanId: openLoanId,
      amount: 10_000,
      proof: { witnesses: [memberId] },
    },
    RecordPaymentForLoans: {
      ...envelope(),
      type: 'RecordPaymentForLoans',
      memberId,
      amount: 20_000,
      loanIds: [openLoanId, lateLoanId],
      sender: 'abroad',
    },
    RecordLateFine: { ...envelope(), type: 'RecordLateFine', loanId: lateLoanId, amount: 500 },
    RecordRecovery: { ...envelope(), type: 'RecordRecovery', loanId: lateLoanId, amount: 500 },
    RescheduleLoan: {
      ...envelope(),
      type: 'RescheduleLoan',
      loanId: openLoanId,
      months: 24,
      ballot,
    },
    ConvertLoan: { ...envelope(), type: 'ConvertLoan', loanId: older, ballot },
    ReturnSecurity: {
      ...envelope(),
      type: 'ReturnSecurity',
      loanId: older,
      security: 'land-title',
      proof: { witnesses: [memberId, other] },
    },
    ConfirmPayout: {
      ...envelope(),
      type: 'ConfirmPayout',
      loanId: older,
      memberId: fourth,
      approvedBy: chair,
      proof: { witnesses: [memberId, other] },
    },
    WriteOffLoan: { ...envelope(), type: 'WriteOffLoan', loanId: lateLoanId, ballot },
    ReverseEntry: {
      ...envelope(),
      type: 'ReverseEntry',
      reverses: fine,
      reason: 'did-not-happen',
      approvedBy: chair,
    },
  } satisfies Partial<OfEach<Command>>
}

/** What is written down of loans that are asked for. */
export const asking = (
  { envelope, newId, chair }: KnownIds,
  { requested, appraised, refused, unwanted, overpaid, textHash }: Requests,
) => {
  const ballot = ballotOf(chair)
  return {
    RequestLoan: {
      ...envelope(),
      type: 'RequestLoan',
      loanId: newId(),
      memberId: chair,
      product: 'normal',
      principal: 300_000,
      months: 6,
      purpose: 'farm',
      plan: { repayment: 'equal-instalment', instalmentRounding: { mode: 'up', step: 500 } },
    },
    WithdrawRequest: { ...envelope(), type: 'WithdrawRequest', loanId: unwanted },
    AppraiseLoan: {
      ...envelope(),
      type: 'AppraiseLoan',
      loanId: requested,
      appraisedBy: chair,
      finding: 'doubtful',
    },
    DiscloseCost: {
      ...envelope(),
      type: 'DiscloseCost',
      loanId: requested,
      textHash,
      language: 'km',
      paidOutOn: practiceDay,
    },
    GiveGuarantee: {
      ...envelope(),
      type: 'GiveGuarantee',
      loanId: requested,
      guarantees: [{ memberId: chair, upTo: 25_000 }],
      isGroup: false,
    },
    DecideLoan: { ...envelope(), type: 'DecideLoan', loanId: appraised, ballot },
    AppealDecision: { ...envelope(), type: 'AppealDecision', loanId: refused },
    ReleaseSuspense: {
      ...envelope(),
      type: 'ReleaseSuspense',
      memberId: overpaid,
      amount: 500,
      to: 'savings',
    },
  } satisfies Partial<OfEach<Command>>
}
