import { createRoute, z } from '@hono/zod-openapi'
import { scopeFor } from '#domain/access/table.ts'
import {
  type AwayFigures,
  awayFault,
  awayMax,
  awayTables,
} from '#domain/fund/meeting/away-figures.ts'
import { abroad, abuses, corridors, costBands, moreTables } from '#domain/fund/meeting/away-more.ts'
import {
  awayCommandOf,
  awayCountsOf,
  figuresOfCommittee,
  safeFigures,
} from '#src/app/meeting/away-counts.ts'
import { bookOf } from '#src/app/queries.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import { isAccepted } from '#src/app/answer.ts'
import { answersSchema, toldOf } from '#src/http/commands/answers.ts'
import { soundJson } from '#src/http/commands/body.ts'
import { dateText, idField, wholeField } from '#src/http/commands/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendOne } from '#src/http/gate.ts'
import { inFund } from '#src/http/guard.ts'
import { day, id } from '#src/http/reads/query.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import { readPlain } from '#src/http/reads/read.ts'

const tags = ['reports']

const linesOf = <Line extends string, Cell extends z.ZodType>(
  names: readonly Line[],
  cell: () => Cell,
) =>
  z.strictObject(
    Object.fromEntries(names.map((name) => [name, cell()])) as Readonly<Record<Line, Cell>>,
  )

const tablesOf = <Cell extends z.ZodType>(cell: () => Cell) => {
  const { sex, age, mode, work, place } = awayTables
  return {
    total: cell(),
    sex: linesOf(sex, cell),
    age: linesOf(age, cell),
    mode: linesOf(mode, cell),
    work: linesOf(work, cell),
    place: linesOf(place, cell),
  }
}

const count = () => wholeField(0, awayMax, 'count-not-whole')

const moreOf = () => {
  const { broker, debt, sends, reason } = moreTables
  return {
    corridor: linesOf(corridors, count),
    women: linesOf(corridors, count),
    returned: count(),
    broker: linesOf(broker, count),
    debt: linesOf(debt, count),
    sends: linesOf(sends, count),
    reason: linesOf(reason, count),
    cost: linesOf(abroad, () => linesOf(costBands, count)),
  }
}

/** Of a count that is sent: what older programs know nothing of may be left out. */
const figuresSent = z
  .strictObject({
    ...tablesOf(count),
    mode: linesOf(awayTables.mode, count).extend({ 'border-pass': count().default(0) }),
    more: z
      .strictObject({ ...moreOf(), stones: linesOf(['asked', ...abuses], count).optional() })
      .optional()
      .openapi({
        description:
          'What the meeting counted beyond that. `cost` is in months of the first pay, of those who left within three years for their first job with an employer there; `stones` are told by nobody again',
      }),
  })
  .openapi({ description: 'The same people told five times: every table comes to the total' })

const example: AwayFigures = {
  total: 24,
  sex: { f: 11, m: 13 },
  age: { 'under-18': 0, '18-24': 9, '25-34': 10, '35-44': 4, '45-up': 1, unknown: 0 },
  mode: {
    agency: 6,
    'state-programme': 2,
    employer: 3,
    'border-pass': 0,
    alone: 9,
    broker: 3,
    unknown: 1,
  },
  work: {
    building: 8,
    factory: 7,
    farm: 4,
    fishing: 1,
    'house-work': 2,
    selling: 1,
    other: 0,
    unknown: 1,
  },
  place: { inside: 7, outside: 17 },
}

const awayCount = z
  .strictObject({
    id: idField('id-not-an-id'),
    effectiveOn: dateText(),
    figures: figuresSent,
  })
  .openapi('AwayCount', {
    example: {
      id: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e01',
      effectiveOn: '2025-11-20',
      figures: example,
    },
  })

const keepRoute = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/away-counts',
  ...ofFund('RecordAwayCount'),
  middleware: [inFund('RecordAwayCount'), soundJson] as const,
  tags,
  summary: 'Count who is away, without a name',
  description:
    'The figures stand beside the journal with a salt of the service, where they can be erased; the entry vouches for them by their hash. The answer is that of the command `RecordAwayCount`, which takes the hash alone.',
  request: {
    params: fundPath,
    body: { required: true, content: { 'application/json': { schema: awayCount } } },
  },
  responses: { 200: json(answersSchema, 'What became of it'), ...problems },
})

const cell = () =>
  z.int().nullable().openapi({ description: 'null where the group is too small to be told' })

const awayCountRow = z
  .object({
    entryId: id,
    on: day,
    state: z.enum(['fits', 'differs', 'gone']).openapi({
      description:
        '`differs`: the figures are no longer those that the entry vouches for; `gone`: they were erased',
    }),
    isSafe: z.boolean().openapi({
      description:
        'true for whoever is not of the committee: groups below 10 are hidden, with as many others as it takes, and the rest is rounded to 5',
    }),
    figures: z
      .object({ ...tablesOf(cell), more: z.object(moreOf()).optional() })
      .nullable()
      .openapi({ description: '`more` is for the committee alone' }),
  })
  .openapi('AwayCountTold')

const list = readPlain({
  path: '/v1/funds/{fundId}/away-counts',
  ...ofFund('read-reports'),
  tags,
  summary: 'Counts of who is away, the newest first',
  request: { params: fundPath },
  answer: z.object({ counts: z.array(awayCountRow) }),
  said: 'The counts',
  of: async (context) => {
    const { fundId, held } = context.get('fund')
    const needs = context.get('needs')
    const book = await bookOf(needs.store, fundId)
    if (!book) return undefined
    const isSafe = scopeFor('read-away-count', held) !== 'all'
    const counts = (await awayCountsOf(needs, { book, fundId })).map(
      ({ figures, entryId, on, state }) => ({
        entryId,
        on,
        state,
        isSafe,
        figures:
          figures === undefined
            ? null
            : isSafe
              ? safeFigures(figures)
              : figuresOfCommittee(figures),
      }),
    )
    return { counts }
  },
})

const keep = async (
  context: HttpContext,
  { id: entryId, effectiveOn: on, figures: sent }: z.output<typeof awayCount>,
): Promise<ItemAnswer> => {
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  // What is left out stands in no key at all.
  const figures = sent as AwayFigures
  const fault = awayFault(figures)
  if (fault) return { id: entryId, outcome: 'invalid', code: fault.code, at: `/figures${fault.at}` }
  const made = await awayCommandOf(needs, { fundId, id: entryId, on, figures })
  const would = await sendOne(context, made.command, { dryRun: true })
  if (!isAccepted(would)) return would
  await made.keep()
  return sendOne(context, made.command)
}

/** Who is away: counted with its figures by a path of its own, because no entry may hold them. */
export const awayRoutes = () =>
  newApi()
    .openapi(keepRoute, async (context) => {
      const needs = context.get('needs')
      const { fundId } = context.get('fund')
      const answers = [await keep(context, context.req.valid('json'))]
      return context.json({ answers: toldOf(answers, fundId, needs.signer), isDryRun: false }, 200)
    })
    .openapiRoutes([list])
