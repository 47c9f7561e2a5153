import { z } from '@hono/zod-openapi'
import { heirKinds } from '#domain/savings/heirs.ts'
import { bearers } from '#domain/savings/interest.ts'
import { payOuts } from '#domain/savings/share-out.ts'
import {
  amountField,
  command,
  dayField,
  example,
  loanExample,
  loanIdField,
  memberExample,
  memberIdField,
  patternField,
} from '#src/http/commands/fields.ts'
import { ballot } from '#src/http/commands/lending.ts'
import { proof } from '#src/http/commands/loans.ts'

const hands = {
  by: 'meeting' as const,
  hands: { present: 48, yes: 44, no: 1 },
  recused: [],
  confirmedBy: memberExample,
}

export const shareOut = command('ShareOut', {
  isSurplusSplit: z.boolean('word-unknown'),
  payOut: z.enum(payOuts, 'word-unknown'),
  ballot,
}).openapi('ShareOut', {
  example: {
    ...example('ShareOut'),
    isSurplusSplit: true,
    payOut: 'parts' as const,
    ballot: hands,
  },
})

export const payInterestOnSavings = command('PayInterestOnSavings', {
  from: dayField(),
  to: dayField(),
  ratePercent: patternField(/^\d{1,3}(\.\d{1,6})?$/, 'rate-unreadable'),
  bearer: z.enum(bearers, 'word-unknown'),
  ballot,
}).openapi('PayInterestOnSavings', {
  example: {
    ...example('PayInterestOnSavings'),
    from: '2025-05-01',
    to: '2025-10-31',
    ratePercent: '6',
    bearer: 'free' as const,
    ballot: hands,
  },
})

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
    ballot: { ...hands, confirmedBy: witness },
  },
})

export const recordHeirsPayment = command('RecordHeirsPayment', {
  memberId: memberIdField(),
  amount: amountField(),
  to: z.enum(heirKinds, 'word-unknown'),
  witnesses: z.array(memberIdField(), 'list-missing').max(5, 'proof-cannot-hold'),
}).openapi('RecordHeirsPayment', {
  example: {
    ...example('RecordHeirsPayment'),
    memberId: memberExample,
    amount: 240_000,
    to: 'nominee' as const,
    witnesses: [witness, '5c1f9b20-7d4e-8a63-b1f8-3e2a6d0c9b47'],
  },
})
