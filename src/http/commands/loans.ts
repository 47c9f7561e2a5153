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
  wholeField,
} from '#src/http/commands/fields.ts'

const cannotHold = 'loan-cannot-hold'

const beginning = {
  loanId: loanIdField(),
  number: codeField(cannotHold),
  memberId: memberIdField(),
  product: z.enum(['normal', 'seasonal', 'emergency'], cannotHold),
  principal: wholeField(1, amountMax, cannotHold),
  months: wholeField(1, 120, cannotHold),
  firstDueOn: dayField().optional(),
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
}).openapi('TakeOverLoan', {
  example: {
    ...example('TakeOverLoan'),
    ...beginningExample,
    owed: 300_000,
    paidOutOn: '2025-08-20',
  },
})

export const recordPayout = command('RecordPayout', beginning).openapi('RecordPayout', {
  example: { ...example('RecordPayout'), ...beginningExample },
})

export const recordRepayment = command('RecordRepayment', {
  loanId: loanIdField(),
  amount: amountField(),
  written: z
    .strictObject({ interest: amountOrNoughtField(), principal: amountOrNoughtField() })
    .optional(),
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
