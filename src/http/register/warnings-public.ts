import { z } from '@hono/zod-openapi'
import { schemeKinds, warners } from '#domain/network/warnings/warning.ts'
import { warningsForAnybody } from '#src/app/network/warnings.ts'
import { ofAnybody } from '#src/http/api.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { day, id } from '#src/http/reads/query.ts'
import { readPlain } from '#src/http/reads/read.ts'
import { networkNamed } from '#src/http/register/networks-named.ts'
import { behindFirstPage } from '#src/pages/layout.ts'
import { warningsPage } from '#src/pages/register/warnings-page.ts'

const page = async (context: HttpContext) => {
  const { store, today } = context.get('needs')
  const networkId = await networkNamed(context)
  const warnings = await warningsForAnybody(store, { networkId, today: today() })
  const query = networkId === undefined ? {} : { n: networkId }
  return warningsPage(await frameOf(context, { back: behindFirstPage, query }), {
    warnings,
    networkId,
  })
}

/** Before the service asks who somebody is. */
export const publicWarningPages = (pages: Pages): void => {
  pages.get('/warnings', 'public', page)
}

const rests = z.discriminatedUnion('on', [
  z.object({
    on: z.literal('authority'),
    who: z.enum(warners),
    seenOn: day.openapi({ description: 'The day of the notice' }),
    document: z.string().optional(),
    lookedOn: day.openapi({ description: 'When somebody last held it against the notice' }),
    isStale: z.boolean().openapi({ description: 'Nobody has looked for long' }),
  }),
  z.object({
    on: z.literal('reports'),
    households: z.int().openapi({ description: 'From so many on it is told; never how many' }),
    since: day.openapi({ description: 'Changes on 1 January and 1 July alone' }),
  }),
])

const warning = z
  .object({
    km: z.string().optional(),
    latin: z.string().optional(),
    kind: z.enum(schemeKinds),
    rests,
  })
  .openapi('SchemeWarning')

export const readWarnings = readPlain({
  path: '/v1/warnings',
  ...ofAnybody,
  summary: 'Schemes that people are warned of, for anybody',
  description:
    'On the word of an authority, which two of the staff stand behind, or of enough households that asked to be counted. Never who runs one.',
  request: { query: z.strictObject({ network: id.optional() }) },
  answer: z
    .object({
      asOf: day,
      isPractice: z.boolean().openapi({ description: 'Invented' }),
      warnings: z.array(warning),
    })
    .openapi('SchemeWarnings'),
  said: 'By name',
  of: async (context) => {
    const { store, today, isPractice } = context.get('needs')
    const { network: networkId } = context.req.valid('query')
    const asOf = today()
    return {
      asOf,
      isPractice,
      warnings: await warningsForAnybody(store, { networkId, today: asOf }),
    }
  },
})
