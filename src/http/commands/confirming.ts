import { z } from '@hono/zod-openapi'
import { confirmationAnswers } from '#domain/fund/confirming.ts'
import {
  command,
  example,
  idField,
  memberExample,
  memberIdField,
} from '#src/http/commands/fields.ts'

export const beginConfirmation = command('BeginConfirmation', {}).openapi('BeginConfirmation', {
  example: example('BeginConfirmation'),
})

/** A household's own page answers by itself: nobody sends `page` for it. */
export const recordConfirmationAnswer = command('RecordConfirmationAnswer', {
  roundId: idField('entry-not-an-id'),
  memberId: memberIdField(),
  answer: z.enum(confirmationAnswers, 'answer-unknown'),
  by: z.enum(['slip', 'in-person'], 'word-unknown'),
  askedBy: memberIdField().optional().openapi({
    description: 'The member who sends it; absent where an auditor does',
  }),
}).openapi('RecordConfirmationAnswer', {
  example: {
    ...example('RecordConfirmationAnswer'),
    roundId: '019b2f3a-7c10-7e55-9d21-4a6b8c0d1e2f',
    memberId: memberExample,
    answer: 'right',
    by: 'slip',
    askedBy: 'a0c95e37-1f62-8d08-b1e4-7c3d90f2a65b',
  },
})
