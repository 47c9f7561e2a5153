import { createRoute, z } from '@hono/zod-openapi'
import { amountMax } from '#domain/kernel/money.ts'
import { bookOf } from '#src/app/queries.ts'
import { quoteIn } from '#src/app/lending/quoting.ts'
import { quoteFields, quoteFrom } from '#src/exchange/quote-fields.ts'
import { json, newApi, ofFund, problems, withBody } from '#src/http/api.ts'
import { dateText, wholeField } from '#src/http/commands/fields.ts'
import { jsonBody } from '#src/http/identity/fields.ts'
import { problem } from '#src/http/problem.ts'
import { type NoAnswer, day, none, sum } from '#src/http/reads/query.ts'
import { fundPath } from '#src/http/reads/funds.ts'

const countMax = 1200

const quoteQuery = z
  .strictObject(
    quoteFields({
      sum: wholeField(0, amountMax, 'amount-not-whole'),
      count: wholeField(0, countMax, 'count-not-whole'),
      day: dateText(),
      rate: z.string('rate-unreadable').regex(/^\d{1,3}(\.\d{1,6})?$/, 'rate-unreadable'),
    }),
  )
  .openapi('QuoteAsked', {
    example: {
      principal: 500_000,
      instalments: 10,
      type: 'normal',
      paidOutOn: '2026-01-20',
      repayment: 'equal-instalment',
      instalmentRounding: { mode: 'half-up', step: 500 },
      remainder: 'last',
    },
  })

const row = z.object({
  n: z.int(),
  dueOn: day,
  principal: sum,
  interest: sum,
  total: sum,
  balance: sum,
})

const rate = z
  .string()
  .nullable()
  .openapi({ description: 'Per cent a year, two decimals, half up' })

const quote = z
  .object({
    currency: z.string(),
    principal: sum,
    interest: sum,
    fee: sum,
    deposit: sum,
    totalToRepay: sum,
    costPer100000: sum,
    nominalYearlyPercent: rate,
    effectiveYearlyPercent: rate,
    rows: z.array(row),
    verdict: z.object({
      cost: z.enum(['within-cap', 'above-cap', 'flat-rate-not-lent']),
      capYearlyPercent: z.string(),
      charges: z.enum(['within-half-of-principal', 'above-half-of-principal']),
      ceiling: z.enum(['within', 'above', 'not judged']),
    }),
    explanation: z.array(z.looseObject({ of: z.string() })).openapi({
      description:
        'How each figure came about, in the order of the rows: every rounding with what it was before (exact), its mode and step',
    }),
  })
  .openapi('Quote')

const route = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/quotes',
  ...withBody(ofFund('see-fund')),
  summary: 'What a loan would cost: schedule, true cost, verdict, and how each figure was rounded',
  description:
    'Nothing is written. What is left out is what the charter says on the day of the pay-out. With `lender: other` or `method: flat` an offer from elsewhere is told as dear as it is. A household may name itself alone as `memberId`.',
  request: { params: fundPath, body: jsonBody(quoteQuery) },
  responses: { 200: json(quote, 'The quote'), ...problems },
})

const invalid = (field: string, code: string): NoAnswer =>
  problem(400, 'invalid-request', { errors: [{ pointer: `/${field}`, code }] }) as NoAnswer

export const quoteReads = () =>
  newApi().openapi(route, async (context) => {
    const { scope, ownMemberId, fundId } = context.get('fund')
    const read = quoteFrom(context.req.valid('json'))
    const book = await bookOf(context.get('needs').store, fundId)
    if (!book) return none()
    // A household learns nothing of another's savings, not even whether there is such a card.
    const own = book.members.find(({ memberId }) => memberId === ownMemberId)
    const isOwn = read.memberId === own?.memberId || read.memberId === own?.card
    if (scope === 'own' && read.memberId !== undefined && !isOwn)
      return invalid('memberId', 'member-unknown')
    const answer = quoteIn(book, read)
    if ('fault' in answer) return invalid(answer.fault.field, answer.fault.code)
    const { terms: _, rows, explanation, ...told } = answer.quote
    return context.json({ ...told, rows: [...rows], explanation: [...explanation] }, 200)
  })
