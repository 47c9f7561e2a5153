import { z } from '@hono/zod-openapi'
import { reversalReasons } from '#domain/corrections/reversal.ts'
import {
  amountOrNoughtField,
  command,
  example,
  idField,
  memberExample,
  memberIdField,
} from '#src/http/commands/fields.ts'

const officersMax = 40
const membersMax = 200

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
