import { z } from '@hono/zod-openapi'
import { cashPlaces } from '#domain/fund/bank.ts'
import { heldElsewhere } from '#domain/fund/bank-lines.ts'
import { disputeAnswers, disputeReasons } from '#domain/corrections/disputes.ts'
import {
  amountField,
  amountOrNoughtField,
  command,
  example,
  idField,
  loanIdField,
  memberExample,
  memberIdField,
  patternField,
  signedAmountField,
} from '#src/http/commands/fields.ts'

const place = () => z.enum(cashPlaces, 'place-of-cash-unknown')
const sha256Text = (code: string) => patternField(/^[0-9a-f]{64}$/, code)
const namesMax = 10
const entriesMax = 20
const entryExample = '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e02'

export const recordTransfer = command('RecordTransfer', {
  amount: amountField(),
  from: place(),
  to: place(),
  names: z.array(memberIdField(), 'list-missing').max(namesMax, 'list-too-long').openapi({
    description: 'Members who went: two of them, or the line is flagged',
  }),
  slipHash: sha256Text('slip-not-a-hash').optional(),
}).openapi('RecordTransfer', {
  example: {
    ...example('RecordTransfer'),
    amount: 500_000,
    from: 'box' as const,
    to: 'bank' as const,
    names: [memberExample],
  },
})

export const recordStatement = command('RecordStatement', {
  place: z.enum(['bank', 'wallet'], 'place-of-cash-unknown'),
  balance: amountOrNoughtField(),
}).openapi('RecordStatement', {
  example: { ...example('RecordStatement'), place: 'bank' as const, balance: 500_000 },
})

export const matchBankLine = command('MatchBankLine', {
  place: z.enum(heldElsewhere, 'place-of-cash-unknown'),
  amount: signedAmountField(),
  mark: sha256Text('mark-not-a-hash').openapi({
    description: 'The line, as reading the file answers it; its own words are never in it',
  }),
  entryIds: z
    .array(idField('entry-not-an-id'), 'list-missing')
    .min(1, 'no-entry-named')
    .max(entriesMax, 'too-many-entries')
    .openapi({ description: 'What the line says, together to the last unit' }),
}).openapi('MatchBankLine', {
  example: {
    ...example('MatchBankLine'),
    place: 'bank' as const,
    amount: 500_000,
    mark: '3a'.repeat(32),
    entryIds: [entryExample],
  },
})

export const recordAwayCount = command('RecordAwayCount', {
  hash: sha256Text('hash-not-a-hash').openapi({
    description: 'SHA-256 of the figures with their salt, which stand outside the journal',
  }),
}).openapi('RecordAwayCount', {
  example: { ...example('RecordAwayCount'), hash: '5f'.repeat(32) },
})

const about = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('entry'), entryId: idField('entry-not-an-id') }),
    z.strictObject({ kind: z.literal('savings'), memberId: memberIdField() }),
    z.strictObject({ kind: z.literal('loan'), loanId: loanIdField() }),
  ],
  'word-unknown',
)

export const raiseDispute = command('RaiseDispute', {
  about,
  reason: z.enum(disputeReasons, 'reason-unknown'),
}).openapi('RaiseDispute', {
  example: {
    ...example('RaiseDispute'),
    about: { kind: 'entry' as const, entryId: entryExample },
    reason: 'wrong-amount' as const,
  },
})

export const answerDispute = command('AnswerDispute', {
  disputeId: idField('dispute-not-an-id'),
  answer: z.enum(disputeAnswers, 'answer-unknown'),
  correctedBy: idField('entry-not-an-id').optional(),
  approvedBy: memberIdField(),
}).openapi('AnswerDispute', {
  example: {
    ...example('AnswerDispute'),
    disputeId: entryExample,
    answer: 'stands' as const,
    approvedBy: memberExample,
  },
})
