import { createRoute, z } from '@hono/zod-openapi'
import { judgeReceipt, receiptIn } from '#src/app/verify-receipt.ts'
import { json, newApi, ofAnybody, problems } from '#src/http/api.ts'
import { textsOf } from '#src/http/form.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { jsonBody } from '#src/http/identity/fields.ts'
import type { Pages } from '#src/http/page.ts'
import { problem } from '#src/http/problem.ts'
import type { Html } from '#src/pages/layout.ts'
import { receiptCheckPage } from '#src/pages/proof/receipt-check-page.ts'

const checkRoute = createRoute({
  method: 'post',
  path: '/v1/receipts/check',
  summary: 'Whether the book still says what a receipt says',
  description:
    'For whoever holds a receipt; nobody is asked who they are, and nothing is kept. It tells no more of the entry than the receipt does.',
  ...ofAnybody,
  request: {
    body: jsonBody(
      z.strictObject({
        code: z.string().max(600).openapi({ description: 'The one line of the QR code: VF1 …' }),
      }),
    ),
  },
  responses: {
    200: json(
      z
        .strictObject({
          verdict: z.enum(['stands', 'written-anew', 'gone', 'not-signed']),
          seq: z.int(),
        })
        .openapi('CheckedReceipt'),
      'What the receipt is worth today',
    ),
    ...problems,
  },
})

export const receiptCheckRoutes = () =>
  newApi().openapi(checkRoute, async (context) => {
    const receipt = receiptIn(context.req.valid('json').code)
    if (!receipt) return problem(400, 'not-a-receipt') as never
    return context.json(await judgeReceipt(context.get('needs'), receipt), 200)
  })

const show = async (context: HttpContext): Promise<Html> =>
  receiptCheckPage(await frameOf(context), {})

const take = async (context: HttpContext): Promise<Html | Response> => {
  const of = await textsOf(context)
  const receipt = receiptIn(of('code'))
  const frame = await frameOf(context, { at: '/receipt' })
  if (!receipt) return context.html(receiptCheckPage(frame, { isUnreadable: true }), 400)
  const { verdict, seq } = await judgeReceipt(context.get('needs'), receipt)
  return receiptCheckPage(frame, { checked: { verdict, line: String(seq) } })
}

export const proofPages = (pages: Pages): void => {
  pages.get('/receipt', 'public', show)
  pages.post('/receipt', 'public', take)
}
