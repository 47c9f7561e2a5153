import { z } from '@hono/zod-openapi'
import { amountMax } from '#domain/kernel/money.ts'
import { products } from '#domain/fund/charter.ts'
import { reversalReasons } from '#domain/corrections/reversal.ts'
import {
  burdenBands,
  disclosureLanguages,
  channels,
  lenderKinds,
  purposes,
  refusalReasons,
  securities,
} from '#domain/loans/request-state.ts'
import { planFields } from '#src/exchange/quote-fields.ts'
import {
  amountField,
  amountOrNoughtField,
  command,
  dayField,
  example,
  idField,
  loanExample,
  loanIdField,
  memberExample,
  memberIdField,
  patternField,
  wholeField,
} from '#src/http/commands/fields.ts'

const cannotHold = 'loan-cannot-hold'
const countMax = 1200
const monthsMax = 120
const officersMax = 40
const membersMax = 200

/** What was agreed where a loan is not months of equal principal, in the words of a quote. */
export const planField = () =>
  z.strictObject(
    planFields({
      sum: wholeField(0, amountMax, cannotHold),
      count: wholeField(0, countMax, cannotHold),
      day: dayField(),
      rate: patternField(/^\d{1,3}(\.\d{1,6})?$/, cannotHold),
    }),
  )

const outside = {
  recused: z.array(memberIdField()).max(membersMax, 'list-too-long'),
  confirmedBy: memberIdField(),
}

/** A vote as it was held: each officer by name, or hands at a meeting. */
export const ballot = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('officers'),
    votes: z
      .array(
        z.strictObject({
          memberId: memberIdField(),
          vote: z.enum(['yes', 'no'], 'vote-unknown'),
        }),
      )
      .max(officersMax, 'list-too-long'),
    ...outside,
  }),
  z.strictObject({
    by: z.literal('meeting'),
    hands: z.strictObject({
      present: amountOrNoughtField(),
      yes: amountOrNoughtField(),
      no: amountOrNoughtField(),
    }),
    ...outside,
  }),
])

export const ballotExample = {
  by: 'meeting' as const,
  hands: { present: 48, yes: 40, no: 3 },
  recused: [],
  confirmedBy: memberExample,
}

const about = { loanId: loanIdField() }

/** For papers and travel: by which way somebody leaves, and when the agency was looked up. */
const migration = z.strictObject({
  channel: z.enum(channels, cannotHold),
  isAdult: z.boolean(cannotHold),
  recruitmentFee: amountOrNoughtField().optional(),
  agencyCheckedOn: dayField().optional(),
})

/** Of a debt that the fund pays straight, the kind of lender alone: no name ever comes here. */
export const lenderKindsField = () =>
  z
    .array(z.enum(lenderKinds, cannotHold))
    .min(1, cannotHold)
    .max(lenderKinds.length, cannotHold)
    .openapi({ description: 'Kinds of lender whose debts the loan ends, each once; never a name' })

const band = () => z.enum(burdenBands, cannotHold)

const buyOut = z.strictObject({
  lenderKinds: lenderKindsField(),
  burdenBefore: band().optional(),
  burdenAfter: band().optional(),
  lightens: z.literal(true, cannotHold).optional(),
})

export const requestLoan = command('RequestLoan', {
  ...about,
  memberId: memberIdField(),
  product: z.enum(products, cannotHold),
  principal: wholeField(1, amountMax, cannotHold),
  months: wholeField(1, monthsMax, cannotHold),
  firstDueOn: dayField().optional(),
  purpose: z.enum(purposes, cannotHold),
  plan: planField().optional(),
  fee: amountOrNoughtField().optional(),
  deposit: amountOrNoughtField().optional(),
  security: z.enum(securities, cannotHold).optional().openapi({
    description: 'What the lender would hold; anything but none or a group guarantee is refused',
  }),
  migration: migration.optional(),
  buyOut: buyOut.optional(),
}).openapi('RequestLoan', {
  example: {
    ...example('RequestLoan'),
    loanId: loanExample,
    memberId: memberExample,
    product: 'normal' as const,
    principal: 500_000,
    months: 10,
    purpose: 'farm' as const,
  },
})

export const withdrawRequest = command('WithdrawRequest', about).openapi('WithdrawRequest', {
  example: { ...example('WithdrawRequest'), loanId: loanExample },
})

export const appraiseLoan = command('AppraiseLoan', {
  ...about,
  appraisedBy: memberIdField(),
  finding: z.enum(['sound', 'doubtful'], 'finding-unknown'),
  burden: z.enum(burdenBands, 'finding-unknown').optional().openapi({
    description:
      'What all lenders would take of the household’s income; without it only the meeting decides',
  }),
  lightens: z.literal(true, 'finding-unknown').optional().openapi({
    description:
      'Of a buy-out alone: the household’s burden is lighter after it, so that it stops nothing',
  }),
}).openapi('AppraiseLoan', {
  example: {
    ...example('AppraiseLoan'),
    loanId: loanExample,
    appraisedBy: memberExample,
    finding: 'sound' as const,
  },
})

export const discloseCost = command('DiscloseCost', {
  ...about,
  textHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'hash-not-sha-256')
    .openapi({
      description: 'SHA-256 of the text of the agreement that was read aloud',
    }),
  language: z.enum(disclosureLanguages, 'language-unknown'),
  paidOutOn: dayField(),
}).openapi('DiscloseCost', {
  example: {
    ...example('DiscloseCost'),
    loanId: loanExample,
    textHash: '0'.repeat(64),
    language: 'km' as const,
    paidOutOn: '2026-01-20',
  },
})

export const giveGuarantee = command('GiveGuarantee', {
  ...about,
  guarantees: z
    .array(z.strictObject({ memberId: memberIdField(), upTo: amountField() }))
    .min(1, 'guarantee-cannot-hold')
    .max(officersMax, 'list-too-long'),
  isGroup: z.boolean('word-unknown'),
}).openapi('GiveGuarantee', {
  example: {
    ...example('GiveGuarantee'),
    loanId: loanExample,
    guarantees: [{ memberId: memberExample, upTo: 250_000 }],
    isGroup: false,
  },
})

export const decideLoan = command('DecideLoan', {
  ...about,
  ballot,
  reason: z.enum(refusalReasons, 'reason-unknown').optional(),
}).openapi('DecideLoan', {
  example: { ...example('DecideLoan'), loanId: loanExample, ballot: ballotExample },
})

export const appealDecision = command('AppealDecision', about).openapi('AppealDecision', {
  example: { ...example('AppealDecision'), loanId: loanExample },
})

export const rescheduleLoan = command('RescheduleLoan', {
  ...about,
  months: wholeField(1, monthsMax, cannotHold),
  firstDueOn: dayField().optional(),
  ballot,
}).openapi('RescheduleLoan', {
  example: { ...example('RescheduleLoan'), loanId: loanExample, months: 12, ballot: ballotExample },
})

export const convertLoan = command('ConvertLoan', { ...about, ballot }).openapi('ConvertLoan', {
  example: { ...example('ConvertLoan'), loanId: loanExample, ballot: ballotExample },
})

export const writeOffLoan = command('WriteOffLoan', { ...about, ballot }).openapi('WriteOffLoan', {
  example: { ...example('WriteOffLoan'), loanId: loanExample, ballot: ballotExample },
})

export const reverseEntry = command('ReverseEntry', {
  reverses: idField('entry-not-an-id'),
  reason: z.enum(reversalReasons, 'reason-unknown'),
  approvedBy: memberIdField(),
}).openapi('ReverseEntry', {
  example: {
    ...example('ReverseEntry'),
    reverses: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e02',
    reason: 'wrong-amount' as const,
    approvedBy: memberExample,
  },
})
