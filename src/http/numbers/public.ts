import { z } from '@hono/zod-openapi'
import { numberKinds } from '#domain/network/numbers.ts'
import { countries, spokenLanguages } from '#domain/network/places.ts'
import { type ShownNumber, numbersForAnybody } from '#src/app/network/numbers.ts'
import { ofAnybody } from '#src/http/api.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { day, id } from '#src/http/reads/query.ts'
import { readPlain } from '#src/http/reads/read.ts'
import { behindFirstPage } from '#src/pages/layout.ts'
import { type Numbers, numbersPath } from '#src/pages/numbers/parts.ts'
import { publicNumbersPage } from '#src/pages/numbers/public-page.ts'

/** Numbers for a page of whoever is signed in, or of anybody. */
export const numbersFor = async (
  context: HttpContext,
  networkId = context.get('caller')?.session.networkId,
): Promise<Numbers> => {
  const { store, today, isPractice } = context.get('needs')
  const numbers = await numbersForAnybody(store, { networkId, today: today() })
  return { numbers, isPractice, at: numbersPath.all(networkId) }
}

/** Of the network that is named in the address, where there is such a one: who is signed in is not asked. */
const page = async (context: HttpContext) => {
  const { store, today } = context.get('needs')
  const networkId = context.req.query('n')
  const numbers = await numbersForAnybody(store, { networkId, today: today() })
  const isNetwork = networkId !== undefined && (await store.networks.fundIds()).includes(networkId)
  const query = isNetwork ? { n: networkId } : {}
  return publicNumbersPage(await frameOf(context, { back: behindFirstPage, query }), numbers)
}

/** Before the service asks who somebody is. */
export const publicNumberPages = (pages: Pages): void => {
  pages.get(numbersPath.all(), 'public', page)
}

const shown = z.object({
  country: z.enum(countries),
  kind: z.enum(numberKinds),
  number: z.string(),
  name: z.string().optional(),
  isFree: z.boolean().optional(),
  hours: z.string().optional().openapi({ description: 'From which time of day to which' }),
  languages: z.array(z.enum(spokenLanguages)),
  checkedOn: day,
  checkAgainOn: day.openapi({
    description: 'From this day on it is not shown unless checked again',
  }),
})

const numbersRead = z
  .object({
    asOf: day,
    isPractice: z.boolean().openapi({ description: 'Invented: not to be dialled' }),
    numbers: z.array(shown),
  })
  .openapi('Numbers')

const read = readPlain({
  path: '/v1/numbers',
  ...ofAnybody,
  summary: 'Numbers for an emergency by country, for anybody',
  description:
    'Those that a second one of the staff has checked, and not long ago; of all networks of the service, or of the one that is named.',
  request: {
    query: z.strictObject({
      network: id.optional(),
      country: z.enum(countries, 'country-unknown').optional(),
    }),
  },
  answer: numbersRead,
  said: 'What may be shown and printed today',
  of: async (context) => {
    const { store, today, isPractice } = context.get('needs')
    const { network: networkId, country } = context.req.valid('query')
    const asOf = today()
    const all = await numbersForAnybody(store, { networkId, today: asOf })
    const numbers = all.filter(
      (one: ShownNumber) => country === undefined || one.country === country,
    )
    return { asOf, isPractice, numbers }
  },
})

export const publicNumberReads = [read] as const
