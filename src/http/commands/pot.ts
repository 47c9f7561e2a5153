import { z } from '@hono/zod-openapi'
import { partsMax } from '#domain/grants/kinds.ts'
import { potReversalReasons } from '#domain/grants/pot.ts'
import { supportSteps } from '#domain/grants/support.ts'
import { type Currency, currencyCodes } from '#domain/kernel/money.ts'
import { windowIdField } from '#src/http/commands/charter.ts'
import {
  amountField,
  command,
  example,
  idField,
  patternField,
  wholeField,
} from '#src/http/commands/fields.ts'
import {
  codeExample,
  placeField,
  supportCodeField,
  termsFields,
} from '#src/http/commands/support.ts'

const userId = () => idField('user-not-an-id')
const userExample = '0196f1a8-52b7-7d0c-8e15-3b64a9c7d2f0'
const anotherUser = '0196f1a8-52b7-7d0c-8e15-3b64a9c7d2f1'
const windowId = 'safe-ways'

const terms = z.strictObject(termsFields())

export const openPotWindow = command('OpenPotWindow', {
  windowId: windowIdField(),
  currency: z.enum(currencyCodes as [Currency, ...Currency[]], 'currency-unknown'),
  terms: terms.optional(),
}).openapi('OpenPotWindow', {
  example: {
    ...example('OpenPotWindow'),
    windowId,
    currency: 'USD' as const,
    terms: {
      from: '2025-01-01',
      until: '2026-12-31',
      lines: [
        { kind: 'safe-return' as const, amount: 200_000 },
        { kind: 'reintegration' as const, amount: 600_000 },
      ],
      unspent: 'given-back' as const,
    },
  },
})

export const recordPotDonation = command('RecordPotDonation', {
  windowId: windowIdField(),
  amount: amountField(),
  to: placeField().optional(),
}).openapi('RecordPotDonation', {
  example: { ...example('RecordPotDonation'), windowId, amount: 500_000, to: 'bank' as const },
})

export const returnPotDonation = command('ReturnPotDonation', {
  windowId: windowIdField(),
  amount: amountField(),
  from: placeField().optional(),
}).openapi('ReturnPotDonation', {
  example: { ...example('ReturnPotDonation'), windowId, amount: 20_000, from: 'bank' as const },
})

export const askFromPot = command('AskFromPot', {
  code: supportCodeField(),
  windowId: windowIdField(),
  amount: amountField(),
  parts: wholeField(1, partsMax, 'parts-not-few'),
  fileHash: patternField(/^[0-9a-f]{64}$/, 'hash-not-sha-256'),
  askedBy: userId(),
}).openapi('AskFromPot', {
  example: {
    ...example('AskFromPot'),
    code: codeExample,
    windowId,
    amount: 30_000,
    parts: 1,
    fileHash: '9f'.repeat(32),
    askedBy: userExample,
  },
})

export const takePotStep = command('TakePotStep', {
  code: supportCodeField(),
  step: z.enum(supportSteps, 'word-unknown'),
}).openapi('TakePotStep', {
  example: { ...example('TakePotStep'), code: codeExample, step: 'checked' as const },
})

export const decideFromPot = command('DecideFromPot', {
  code: supportCodeField(),
  isApproved: z.boolean('not-true-or-false'),
  deciders: z.tuple([userId(), userId()], 'deciders-not-two').openapi({
    description: 'Whoever sends it, and another of the staff whose secret is in `approvals`',
  }),
}).openapi('DecideFromPot', {
  example: {
    ...example('DecideFromPot'),
    code: codeExample,
    isApproved: true,
    deciders: [userExample, anotherUser] as [string, string],
  },
})

export const recordPotPart = command('RecordPotPart', {
  code: supportCodeField(),
  amount: amountField(),
  from: placeField().optional(),
}).openapi('RecordPotPart', {
  example: { ...example('RecordPotPart'), code: codeExample, amount: 15_000 },
})

export const reversePotEntry = command('ReversePotEntry', {
  reverses: idField('entry-not-an-id'),
  reason: z.enum(potReversalReasons, 'reason-unknown'),
  approvedBy: userId(),
}).openapi('ReversePotEntry', {
  example: {
    ...example('ReversePotEntry'),
    reverses: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e02',
    reason: 'wrong-amount' as const,
    approvedBy: anotherUser,
  },
})
