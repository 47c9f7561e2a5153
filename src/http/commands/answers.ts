import { z } from '@hono/zod-openapi'
import type { Signer } from '#domain/ports.ts'
import { type Accepted, isAccepted } from '#src/app/answer.ts'
import { receiptOf } from '#src/app/proof/receipts.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { receiptExample, receiptSchema } from '#src/http/receipts.ts'

const accepted = z
  .strictObject({
    id: z.string(),
    outcome: z.enum(['recorded', 'flagged']),
    seq: z.int(),
    hash: z.string(),
    flags: z.array(z.string()).openapi({ description: 'Rules that a recorded fact broke' }),
    receipt: receiptSchema.optional(),
  })
  .openapi('AcceptedItem')

const turnedDown = z
  .strictObject({
    id: z.string(),
    outcome: z.enum(['refused', 'conflict']),
    code: z.string(),
    entries: z.array(z.string()).optional().openapi({
      description: 'Entries that must be reversed before this one can be',
    }),
    most: z.int().optional().openapi({
      description: 'The most that would be taken, in smallest units, where a sum was above it',
    }),
  })
  .openapi('RefusedItem')

const unreadable = z
  .strictObject({
    id: z.string().nullable().openapi({ description: 'null where the item named no id' }),
    outcome: z.literal('invalid'),
    code: z.string(),
    at: z.string().openapi({ description: 'JSON pointer into the item' }),
  })
  .openapi('InvalidItem')

export const answersSchema = z
  .strictObject({
    answers: z
      .array(z.union([accepted, turnedDown, unreadable]))
      .openapi({ description: 'One for each command, in order' }),
    isDryRun: z.boolean(),
    isWritten: z.boolean().optional().openapi({
      description:
        'Of an atomic list: false where one item was not taken and so nothing was written',
    }),
  })
  .openapi('CommandAnswers', {
    example: {
      answers: [
        {
          id: receiptExample.id,
          outcome: 'recorded',
          seq: receiptExample.seq,
          hash: receiptExample.hash,
          flags: [],
          receipt: receiptExample,
        },
        { id: null, outcome: 'invalid', code: 'amount-not-whole', at: '/amount' },
      ],
      isDryRun: false,
    },
  })

type AnswerBody = z.output<typeof answersSchema>['answers'][number]

const plain = (answer: Exclude<ItemAnswer, Accepted>): AnswerBody =>
  answer.outcome === 'refused' && answer.entries !== undefined
    ? { ...answer, entries: [...answer.entries] }
    : (answer as AnswerBody)

/** Answers with the receipt of each accepted entry; without a signer as they are, for nothing was taken in. */
export const toldOf = (
  answers: readonly ItemAnswer[],
  journalId: string,
  signer?: Signer,
): AnswerBody[] =>
  answers.map((answer) => {
    if (!isAccepted(answer)) return plain(answer)
    const { recordedAt: _, ...told } = answer
    const receipt = signer && receiptOf(signer, { fundId: journalId, ...answer })
    return { ...told, flags: [...told.flags], ...(receipt ? { receipt } : {}) }
  })
