import { z } from '@hono/zod-openapi'
import { directions } from '#domain/savings/private.ts'
import {
  amountField,
  command,
  example,
  idField,
  memberExample,
  memberIdField,
  patternField,
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

export const recordDeposit = ofMember('RecordDeposit').openapi('RecordDeposit', {
  example: memberPays('RecordDeposit', 12_000),
})

export const recordWithdrawal = ofMember('RecordWithdrawal').openapi('RecordWithdrawal', {
  example: memberPays('RecordWithdrawal', 50_000),
})

export const requestWithdrawal = ofMember('RequestWithdrawal').openapi('RequestWithdrawal', {
  example: memberPays('RequestWithdrawal', 400_000),
})

export const cancelWithdrawal = command('CancelWithdrawal', {
  requestId: idField('request-not-an-id'),
  memberId: memberIdField(),
}).openapi('CancelWithdrawal', {
  example: {
    ...example('CancelWithdrawal'),
    requestId: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e77',
    memberId: memberExample,
  },
})

/** Made by the service alone: nobody else can make a mark that its owner will be known by. */
export const recordPrivateSavings = command('RecordPrivateSavings', {
  mark: patternField(/^[0-9a-f]{64}$/, 'mark-unreadable'),
  direction: z.enum(directions, 'word-unknown'),
  amount: amountField(),
  isMoreThanOwn: z.literal(true, 'word-unknown').optional(),
}).openapi('RecordPrivateSavings', {
  example: {
    ...example('RecordPrivateSavings'),
    mark: '5f'.repeat(32),
    direction: 'in' as const,
    amount: 20_000,
  },
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
