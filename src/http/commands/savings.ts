import { z } from '@hono/zod-openapi'
import {
  amountField,
  command,
  example,
  memberExample,
  memberIdField,
  wholeField,
} from '#src/http/commands/fields.ts'

const ofMember = <Type extends string>(type: Type) =>
  command(type, { memberId: memberIdField(), amount: amountField() })

const memberPays = <Type extends string>(type: Type, amount: number) => ({
  ...example(type),
  memberId: memberExample,
  amount,
})

export const takeOverSavings = ofMember('TakeOverSavings').openapi('TakeOverSavings', {
  example: memberPays('TakeOverSavings', 240_000),
})

/** Times the dearest share that a charter can have, this is still a sum that can be counted on. */
const sharesMax = 9999

export const buyShares = command('BuyShares', {
  memberId: memberIdField(),
  shares: wholeField(1, sharesMax, 'shares-not-whole'),
}).openapi('BuyShares', {
  example: { ...example('BuyShares'), memberId: memberExample, shares: 2 },
})

export const recordWithdrawal = ofMember('RecordWithdrawal').openapi('RecordWithdrawal', {
  example: memberPays('RecordWithdrawal', 50_000),
})

export const recordSocialContribution = ofMember('RecordSocialContribution').openapi(
  'RecordSocialContribution',
  { example: memberPays('RecordSocialContribution', 1000) },
)

export const recordFine = ofMember('RecordFine').openapi('RecordFine', {
  example: memberPays('RecordFine', 500),
})

export const recordSocialSupport = command('RecordSocialSupport', {
  amount: amountField(),
}).openapi('RecordSocialSupport', {
  example: { ...example('RecordSocialSupport'), amount: 40_000 },
})

export const releaseSuspense = command('ReleaseSuspense', {
  memberId: memberIdField(),
  amount: amountField(),
  to: z.enum(['savings', 'cash'], 'word-unknown'),
}).openapi('ReleaseSuspense', {
  example: {
    ...example('ReleaseSuspense'),
    memberId: memberExample,
    amount: 1300,
    to: 'savings' as const,
  },
})
