import { createRoute, z } from '@hono/zod-openapi'
import { isOfVillage } from '#src/app/by-sex.ts'
import { roundsTold } from '#src/app/confirmations.ts'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import { askedBook, day, id, times } from '#src/http/reads/asked.ts'
import { fundPath } from '#src/http/reads/funds.ts'

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

const route = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/confirmations',
  ...ofFund('read-reports'),
  tags: ['reports'],
  summary: 'Members drawn and asked whether their balance is right, the newest round first',
  description:
    'Numbers only. They are null while a round is open, and, for readers who are not of the village, where fewer than five people stand behind one of them.',
  request: { params: fundPath, query: z.strictObject(times) },
  responses: { 200: json(rounds, 'Rounds and what they came to'), ...problems },
})

/** Rounds in which members were asked whether the book is right about them. */
export const confirmationReads = () =>
  newApi().openapi(route, async (context) => {
    const asked = await askedBook(context, context.req.valid('query'))
    if (asked instanceof Response) return asked
    const ofVillage = isOfVillage(context.get('fund').held)
    return context.json(roundsTold(asked.book, { asOf: asked.asOf, ofVillage }), 200)
  })
