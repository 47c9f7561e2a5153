import { z } from '@hono/zod-openapi'
import {
  amountField,
  command,
  example,
  loanExample,
  loanIdField,
  memberExample,
  memberIdField,
} from '#src/http/commands/fields.ts'
import { ballot, ballotExample } from '#src/http/commands/lending.ts'
import { proof } from '#src/http/commands/loans.ts'

const witness = '8a4be6d1-52c7-8f30-a9e4-1d6b0c7f2e93'

export const repayFromSavings = command('RepayFromSavings', {
  loanId: loanIdField(),
  amount: amountField(),
  proof,
}).openapi('RepayFromSavings', {
  example: {
    ...example('RepayFromSavings'),
    loanId: loanExample,
    amount: 50_000,
    proof: { witnesses: [memberExample, witness] },
  },
})

export const settleDeath = command('SettleDeath', {
  memberId: memberIdField(),
  isNetted: z.boolean('word-unknown'),
  ballot,
}).openapi('SettleDeath', {
  example: {
    ...example('SettleDeath'),
    memberId: memberExample,
    isNetted: false,
    ballot: { ...ballotExample, confirmedBy: witness },
  },
})
