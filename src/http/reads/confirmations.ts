import { z } from '@hono/zod-openapi'
import { isOfVillage } from '#src/app/health/by-sex.ts'
import { roundsReport } from '#src/app/health/confirmations.ts'
import { day, id } from '#src/http/reads/query.ts'
import { read } from '#src/http/reads/read.ts'

const count = z.int().nullable()

const rounds = z
  .object({
    asOf: day,
    nextOn: day
      .nullable()
      .openapi({ description: 'The first day of another round; null where one may begin now' }),
    rounds: z
      .array(
        z.object({
          roundId: id.openapi({ description: 'The entry whose hash says who was drawn' }),
          on: day,
          closesOn: day,
          isClosed: z.boolean(),
          asked: z.int(),
          heard: z.int(),
          right: count,
          wrong: count,
          notReached: count,
          noAnswer: count,
        }),
      )
      .readonly(),
  })
  .openapi('ConfirmationRounds')

const roundsRead = read({
  path: '/confirmations',
  may: 'read-reports',
  summary: 'Members drawn and asked whether their balance is right, the newest round first',
  description:
    'Numbers only. They are null while a round is open, and, for readers who are not of the village, where fewer than five people stand behind one of them.',
  answer: rounds,
  said: 'Rounds and what they came to',
  of: ({ book, asOf }, _, context) =>
    roundsReport(book, { asOf, ofVillage: isOfVillage(context.get('fund').held) }),
})

/** Rounds in which members were asked whether the book is right about them. */
export const confirmationReads = [roundsRead] as const
