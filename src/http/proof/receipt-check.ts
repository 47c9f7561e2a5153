import { createRoute, z } from '@hono/zod-openapi'
import { html } from 'hono/html'
import { isJudged, judgeLine } from '#src/app/proof/verify-receipt.ts'
import { lineField } from '#src/desk/fields.ts'
import { json, newApi, ofAnybody, problems } from '#src/http/api.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { evidencePages } from '#src/http/proof/evidence.ts'
import type { HttpContext } from '#src/http/env.ts'
import { jsonBody } from '#src/http/identity/fields.ts'
import type { Pages } from '#src/http/page.ts'
import { problem } from '#src/http/problem.ts'
import { verdictPart } from '#src/pages/proof/receipt-check-page.ts'
import { proofWords } from '#src/words/words.ts'

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
        code: z.string().max(600).openapi({
          description: 'The one line of the QR code: VF1 … of a receipt, VB1 … of a passbook',
        }),
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
    const judged = await judgeLine(context.get('needs'), context.req.valid('json').code)
    return judged ? context.json(judged, 200) : (problem(400, 'not-a-receipt') as never)
  })

type CheckVisit = { readonly context: HttpContext }

/** For anybody who holds a receipt. What was typed is not shown again: it is as good as the paper itself. */
const checking: FormOf<CheckVisit> = {
  path: '/receipt',
  rule: 'public',
  lines: 'code',
  find: async (context) => ({ context }),
  frame: ({ context }) => frameOf(context),
  form: ({ context }) => {
    const words = proofWords.in(context.get('language'))
    const code = lineField({
      name: 'code',
      label: words.code,
      hint: words.codeHint,
      rule: (text) => (isJudged(text) ? text : undefined),
      fault: words.faultCode,
      lengthMax: 600,
      autocomplete: 'off',
      isGivenAnew: true,
      isRequired: true,
    })
    return {
      shown: 'book',
      heading: words.heading,
      told: html`<p>${words.lead}</p>`,
      mended: '',
      action: '/receipt',
      fields: [code],
      submit: words.check,
      back: { href: '/', label: words.toStart },
    }
  },
  take: async ({ context }, of) => {
    const { verdict, seq } = (await judgeLine(context.get('needs'), of('code')))!
    const words = proofWords.in(context.get('language'))
    const told = html`${verdictPart(words, { verdict, line: String(seq) })}
      <p>${words.lead}</p>`
    return { told, status: 200 }
  },
}

/** What proves something, and what is taken along to be proven elsewhere. */
export const proofPages = (pages: Pages): void => {
  formPages(pages, checking)
  evidencePages(pages)
}
