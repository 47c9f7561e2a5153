import { products } from '#domain/fund/charter.ts'
import { z } from '@hono/zod-openapi'
import { amountMax } from '#domain/kernel/money.ts'
import {
  amountField,
  amountOrNoughtField,
  codeField,
  command,
  dayField,
  example,
  loanExample,
  loanIdField,
  memberExample,
  memberIdField,
  patternField,
  wholeField,
} from '#src/http/commands/fields.ts'
import { methods } from '#domain/loans/as-written.ts'
import { securities } from '#domain/loans/request-state.ts'
import { lenderKindsField, planField } from '#src/http/commands/lending.ts'

const cannotHold = 'loan-cannot-hold'

/** How an older book charged: written down as it was, whatever the fund asks for instead. */
const asWritten = {
  method: z.enum(methods, cannotHold).optional().openapi({
    description: 'On what is left, on what was lent until the end, or interest alone until the end',
  }),
  rateMonthlyPercent: patternField(/^\d{1,3}(\.\d{1,6})?$/, cannotHold).optional(),
  fee: amountOrNoughtField().optional(),
}
const before = amountOrNoughtField().optional().openapi({
  description: 'Interest that was paid before these books began',
})

const beginning = {
  loanId: loanIdField(),
  number: codeField(cannotHold),
  memberId: memberIdField(),
  product: z.enum(products, cannotHold),
  principal: wholeField(1, amountMax, cannotHold),
  months: wholeField(1, 120, cannotHold),
  firstDueOn: dayField().optional(),
  securities: z.array(z.enum(securities, cannotHold)).max(securities.length, cannotHold).optional(),
}
const beginningExample = {
  loanId: loanExample,
  number: 'L061',
  memberId: memberExample,
  product: 'normal' as const,
  principal: 600_000,
  months: 6,
}

export const takeOverLoan = command('TakeOverLoan', {
  ...beginning,
  owed: wholeField(0, amountMax, cannotHold),
  paidOutOn: dayField(),
  asWritten: z.strictObject({ ...asWritten, interestPaidBefore: before }).optional(),
}).openapi('TakeOverLoan', {
  example: {
    ...example('TakeOverLoan'),
    ...beginningExample,
    owed: 300_000,
    paidOutOn: '2025-08-20',
  },
})

export const proof = z
  .strictObject({
    witnesses: z.array(memberIdField()).max(5, 'proof-cannot-hold').optional(),
    hash: patternField(/^[0-9a-f]{64}$/, 'proof-cannot-hold').optional(),
  })
  .openapi({ description: 'Who saw it, and the SHA-256 of a paper that is kept elsewhere' })

export const recordPayout = command('RecordPayout', {
  ...beginning,
  plan: planField().optional(),
  asWritten: z.strictObject(asWritten).optional(),
  amount: amountField().optional(),
  proof: proof.optional(),
  lenderKinds: lenderKindsField().optional(),
}).openapi('RecordPayout', {
  example: { ...example('RecordPayout'), ...beginningExample },
})

export const recordPayoutPart = command('RecordPayoutPart', {
  loanId: loanIdField(),
  amount: amountField(),
  proof: proof.optional(),
  lenderKinds: lenderKindsField().optional(),
}).openapi('RecordPayoutPart', {
  example: { ...example('RecordPayoutPart'), loanId: loanExample, amount: 200_000 },
})

export const returnSecurity = command('ReturnSecurity', {
  loanId: loanIdField(),
  security: z.enum(securities, 'security-unknown'),
  proof: proof.optional(),
}).openapi('ReturnSecurity', {
  example: {
    ...example('ReturnSecurity'),
    loanId: loanExample,
    security: 'land-title' as const,
    proof: { witnesses: [memberExample] },
  },
})

const sender = z.enum(['kin', 'abroad', 'employer'], 'word-unknown')

export const recordRepayment = command('RecordRepayment', {
  loanId: loanIdField(),
  amount: amountField(),
  written: z
    .strictObject({ interest: amountOrNoughtField(), principal: amountOrNoughtField() })
    .optional(),
  early: z.enum(['next', 'fewer', 'smaller'], 'word-unknown').optional().openapi({
    description:
      'What principal paid early is for: the next instalments, fewer of them, or smaller ones',
  }),
  excessTo: z.literal('savings', 'word-unknown').optional(),
  sender: sender.optional(),
  paidBy: memberIdField().optional(),
}).openapi('RecordRepayment', {
  example: {
    ...example('RecordRepayment'),
    loanId: loanExample,
    amount: 109_000,
    written: { interest: 9000, principal: 100_000 },
  },
})

export const recordWriteOff = command('RecordWriteOff', {
  loanId: loanIdField(),
  amount: amountField(),
  minute: codeField('minute-not-a-code').optional(),
}).openapi('RecordWriteOff', {
  example: { ...example('RecordWriteOff'), loanId: loanExample, amount: 85_000, minute: '2025-11' },
})

const loansMax = 50

export const recordPaymentForLoans = command('RecordPaymentForLoans', {
  memberId: memberIdField(),
  amount: amountField(),
  loanIds: z.array(loanIdField()).min(1, 'loans-cannot-hold').max(loansMax, 'loans-cannot-hold'),
  sender: sender.optional(),
}).openapi('RecordPaymentForLoans', {
  example: {
    ...example('RecordPaymentForLoans'),
    memberId: memberExample,
    amount: 150_000,
    loanIds: [loanExample],
  },
})

export const recordLateFine = command('RecordLateFine', {
  loanId: loanIdField(),
  amount: amountField(),
}).openapi('RecordLateFine', {
  example: { ...example('RecordLateFine'), loanId: loanExample, amount: 500 },
})

export const recordRecovery = command('RecordRecovery', {
  loanId: loanIdField(),
  amount: amountField(),
}).openapi('RecordRecovery', {
  example: { ...example('RecordRecovery'), loanId: loanExample, amount: 20_000 },
})
