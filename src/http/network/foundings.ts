import { createRoute, z } from '@hono/zod-openapi'
import { charter } from '#domain/fund/charter/charter-shape.ts'
import { openingBalances } from '#domain/fund/operations/founding.ts'
import { offices } from '#domain/fund/people/tenures.ts'
import { type Founding, foundAFund } from '#src/app/network/founding-fund.ts'
import { json, newApi, problems } from '#src/http/api.ts'
import { soundJson } from '#src/http/commands/body.ts'
import { charterExample } from '#src/http/commands/charter.ts'
import { codeField, dateText, idField, patternField } from '#src/http/commands/fields.ts'
import { schemaFor } from '#src/http/commands/schema-of.ts'
import type { HttpContext } from '#src/http/env.ts'
import { intoOwnNetwork, joinOwnNetwork } from '#src/http/own-network.ts'
import { problem } from '#src/http/problem.ts'
import { type NoAnswer, id, yesOrNo } from '#src/http/reads/query.ts'

/** The officers of one fund, at most. */
const officersMax = 15

const founder = z.strictObject({
  card: codeField('card-not-a-code'),
  sex: z.enum(['f', 'm'], 'sex-unknown'),
  zone: codeField('zone-not-a-code'),
  office: z.enum(offices, 'office-unknown'),
})

const foundingSchema = z
  .strictObject({
    id: idField('id-not-an-id').openapi({
      description: 'Made by whoever sends it: the same founding sent twice founds one fund',
    }),
    on: dateText(),
    name: codeField('name-not-a-name').optional(),
    villageCode: patternField(/^\d{8}$/, 'village-code-not-8-digits'),
    charter: schemaFor(charter),
    opening: schemaFor(openingBalances),
    officers: z
      .array(founder, 'list-missing')
      .min(1, 'list-empty')
      .max(officersMax, 'list-too-long'),
  })
  .openapi('Founding', {
    example: {
      id: '0190c2f0-7a10-7000-8000-0000000000f1',
      on: '2026-01-20',
      name: 'Trapeang',
      villageCode: '17020304',
      charter: charterExample,
      opening: { cash: 0, provision: 0, social: 0, reserve: 0, windows: [] },
      officers: [
        { card: 'M01', sex: 'f', zone: 'Z1', office: 'chair' },
        { card: 'M02', sex: 'f', zone: 'Z1', office: 'record-keeper' },
        { card: 'M03', sex: 'f', zone: 'Z2', office: 'box-keeper' },
      ],
    },
  })

const foundedSchema = z
  .object({
    fundId: id,
    isDryRun: z.boolean(),
    /** This very founding had been sent before, so that nothing changed. */
    wasHere: z.boolean(),
    entries: z.int(),
    flags: z.array(z.string()),
  })
  .openapi('FoundedFund')

const foundingRoute = createRoute({
  method: 'post',
  path: '/v1/funds',
  middleware: [intoOwnNetwork, soundJson] as const,
  security: [{ session: [] }, { token: [] }],
  'x-action': 'import-book',
  tags: ['funds'],
  summary: 'Found a fund: rules, opening balances and first officers, all of it or nothing',
  description:
    'The fund joins the network of the caller, who gets no right in it. `opening.counted` is what lay in the box; what it holds more or less than `opening.cash` stands apart, by name. Savings and loans of an older book follow one by one, written by its officers.',
  request: {
    query: z.strictObject({ dryRun: yesOrNo.optional() }),
    body: { required: true, content: { 'application/json': { schema: foundingSchema } } },
  },
  responses: {
    200: json(foundedSchema, 'What was founded, or would be on a dry run'),
    ...problems,
    409: { ...problems[400], description: 'A rule stands against it; code says which' },
    413: { ...problems[400], description: 'The body is too large' },
    415: { ...problems[400], description: 'The body is not application/json' },
  },
})

/** Founds what was asked for and lets it join the caller's network. */
export const foundHere = async (context: HttpContext, founding: Founding, dryRun: boolean) => {
  const { networkId } = context.get('network')
  const { by } = context.get('caller')!
  const founded = await foundAFund(context.get('needs'), founding, { ...by, networkId, dryRun })
  // Also where it was founded already, after a stop between the two: joining twice is joining once.
  if ('fundId' in founded && !dryRun) await joinOwnNetwork(context, founded.fundId)
  return founded
}

export const foundingRoutes = () =>
  newApi().openapi(foundingRoute, async (context) => {
    const isDryRun = context.req.valid('query').dryRun ?? false
    const founding = context.req.valid('json') as Founding
    const today = context.get('needs').today()
    if (founding.on > today)
      return problem(400, 'invalid-request', {
        errors: [{ pointer: '/on', code: 'date-in-the-future' }],
      }) as NoAnswer
    const founded = await foundHere(context, founding, isDryRun)
    if ('invalid' in founded)
      return problem(400, 'invalid-request', {
        errors: [{ pointer: founded.at, code: founded.invalid }],
      }) as NoAnswer
    if ('code' in founded) return problem(409, founded.code) as NoAnswer
    const { fundId, wasHere, answers } = founded
    const flags = answers.flatMap((answer) => ('flags' in answer ? [...answer.flags] : []))
    return context.json({ fundId, isDryRun, wasHere, entries: answers.length, flags }, 200)
  })
