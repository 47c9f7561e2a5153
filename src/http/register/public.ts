import { z } from '@hono/zod-openapi'
import { countries } from '#domain/network/places.ts'
import { licenceStates } from '#domain/network/register/licence.ts'
import { costItems } from '#domain/network/roads/costs.ts'
import {
  type RouteOn,
  roadPapers,
  roadRisks,
  roadStates,
  roadSteps,
  roadWays,
} from '#domain/network/roads/routes.ts'
import { sources } from '#domain/network/register/sources.ts'
import { agencyCopy } from '#src/app/network/agency-copy.ts'
import { type ShownAgency, agenciesForAnybody, roadsForAnybody } from '#src/app/network/register.ts'
import { amountOrZero } from '#src/desk/entered.ts'
import { dayTyped } from '#src/desk/typed-day.ts'
import { ofAnybody } from '#src/http/api.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { day, id, sum } from '#src/http/reads/query.ts'
import { readPlain } from '#src/http/reads/read.ts'
import { behindFirstPage } from '#src/pages/layout.ts'
import { type OwnFigures, roadsPage } from '#src/pages/register/roads-page.ts'
import { agenciesPage, posterPage } from '#src/pages/register/public-page.ts'
import { registerPath, stateOfAgency } from '#src/pages/register/parts.ts'
import { networkNamed } from '#src/http/register/networks-named.ts'
import { copyCheckPages } from '#src/http/register/copy-check.ts'
import { publicWarningPages, readWarnings } from '#src/http/register/warnings-public.ts'
import { agencyWords } from '#src/words/words.ts'

/** Letters, digits and what stands between them in names of companies. */
const nameTyped = /^[\p{L}\p{M}\p{N} .,'’()/&-]{0,60}$/u

const page = async (context: HttpContext) => {
  const { store, today } = context.get('needs')
  const words = agencyWords.in(context.get('language'))
  const { q: asked = '', on: dayAsked = '', page: at = '1' } = context.req.query()
  const [isName, on] = [nameTyped.test(asked), dayTyped(dayAsked)]
  const isDay = dayAsked.trim() === '' || on !== undefined
  const networkId = await networkNamed(context)
  const [typed, onTyped] = [isName ? asked.trim() : '', on === undefined ? '' : dayAsked.trim()]
  const query = {
    ...(networkId === undefined ? {} : { n: networkId }),
    ...(typed === '' ? {} : { q: typed }),
    ...(onTyped === '' ? {} : { on: onTyped }),
  }
  const agencies = await agenciesForAnybody(store, { networkId, today: today(), on, typed })
  return agenciesPage(await frameOf(context, { back: behindFirstPage, query }), {
    agencies,
    typed,
    onTyped,
    ...(isName ? {} : { fault: words.searchFault }),
    ...(isDay ? {} : { onFault: words.onDayFault }),
    on: on ?? today(),
    isToday: on === undefined || on === today(),
    page: /^[1-9]\d{0,3}$/.test(at) ? Number(at) : 1,
    networkId,
  })
}

const stateIn =
  (language: 'en' | 'km') =>
  (one: ShownAgency): string =>
    stateOfAgency(language, one)

/** A copy is of one network, whose key signs it: the one that is named, or the only one. */
const copy = async (context: HttpContext) => {
  const { store, today, signer, isPractice } = context.get('needs')
  const all = await store.networks.fundIds(2)
  const networkId = (await networkNamed(context)) ?? (all.length === 1 ? all[0] : undefined)
  if (networkId === undefined) return notHere(context)
  const on = today()
  const text = agencyCopy(signer, {
    networkId,
    agencies: await agenciesForAnybody(store, { networkId, today: on }),
    on,
    isPractice,
    words: [agencyWords.in('km'), agencyWords.in('en')],
    stateSaid: (one) => `${stateIn('km')(one)} / ${stateIn('en')(one)}`,
  })
  return context.body(text, 200, {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="agencies-${on}.txt"`,
  })
}

const poster = async (context: HttpContext) => {
  const { store, today, publicUrl } = context.get('needs')
  const networkId = await networkNamed(context)
  const on = today()
  const query = networkId === undefined ? {} : { n: networkId }
  const back = {
    href: registerPath.all(networkId),
    label: agencyWords.in(context.get('language')).heading,
  }
  return posterPage(await frameOf(context, { back, query }), {
    agencies: await agenciesForAnybody(store, { networkId, today: on }),
    on,
    at: publicUrl === undefined ? undefined : `${publicUrl}${registerPath.all()}`,
  })
}

/** What somebody was told, counted where all of it are sums; nothing of it is kept. */
const ownFigures = (query: Readonly<Record<string, string>>): OwnFigures => {
  const names = ['cost', 'wage', 'living'] as const
  const read = names.map((name) => {
    const text = (query[name] ?? '').trim()
    return { name, text, amount: text === '' ? undefined : amountOrZero(text, 'KHR') }
  })
  const [cost, wage, living] = read.map(({ amount }) => amount)
  const faults = read.filter(({ text, amount }) => text !== '' && amount === undefined)
  const typed = Object.fromEntries(
    read.map(({ name, amount }) => [name, amount === undefined ? '' : String(amount)]),
  ) as OwnFigures['typed']
  const isWhole = cost !== undefined && wage !== undefined && faults.length === 0
  return {
    typed,
    faults: faults.map(({ name }) => name),
    earning: isWhole ? { cost, wage, living: living ?? 0 } : undefined,
  }
}

const roads = async (context: HttpContext) => {
  const { store, today } = context.get('needs')
  const asked = context.req.query()
  const networkId = await networkNamed(context)
  const routes = await roadsForAnybody(store, { networkId, today: today() })
  const to = routes.find(({ country }) => country === asked['to'])?.country
  const own = ownFigures(asked)
  const query = {
    ...(networkId === undefined ? {} : { n: networkId }),
    ...(to === undefined ? {} : { to }),
    ...Object.fromEntries(Object.entries(own.typed).filter(([, text]) => text !== '')),
  }
  const frame = await frameOf(context, { back: behindFirstPage, query })
  return roadsPage(frame, { routes, to, own, networkId })
}

/** Before the service asks who somebody is. */
export const publicRegisterPages = (pages: Pages): void => {
  publicWarningPages(pages)
  copyCheckPages(pages)
  pages.get('/agencies', 'public', page)
  pages.get('/agencies/copy', 'public', copy)
  pages.get('/agencies/poster', 'public', poster)
  pages.get('/roads', 'public', roads)
}

const agency = z
  .object({
    partyId: id,
    km: z.string().optional(),
    latin: z.string().optional(),
    licence: z.object({
      state: z.enum(licenceStates),
      since: day.optional(),
      until: day.optional(),
      number: z.string().optional(),
      warnings: z.int(),
    }),
    source: z.enum(sources).optional(),
    seenOn: day.optional().openapi({ description: 'The day of the source' }),
    knownSince: day.optional().openapi({ description: 'Since when the service knows it' }),
    lookedOn: day.optional().openapi({ description: 'When somebody last held it against it' }),
    isStale: z.boolean().openapi({
      description:
        'It may send people as far as is known, and nobody has looked for more than thirty days: ask anew',
    }),
    countries: z.array(z.enum(countries)),
  })
  .openapi('Agency')

const read = readPlain({
  path: '/v1/agencies',
  ...ofAnybody,
  summary: 'Agencies and their licences on a day, for anybody',
  description:
    'Official facts that two stand behind, of all networks of the service or of the one that is named. Names are found by how they sound, in either script.',
  request: {
    query: z.strictObject({
      network: id.optional(),
      on: day.optional(),
      known: day
        .optional()
        .openapi({ description: 'By what was known on that day, whatever came out later' }),
      name: z.string().regex(nameTyped, 'name-unreadable').optional(),
    }),
  },
  answer: z
    .object({
      asOf: day,
      isPractice: z.boolean().openapi({ description: 'Invented' }),
      agencies: z.array(agency),
    })
    .openapi('Agencies'),
  said: 'By name; of a search the best first',
  of: async (context) => {
    const { store, today, isPractice } = context.get('needs')
    const { network: networkId, on = today(), known, name: typed } = context.req.valid('query')
    const asked = { networkId, today: today(), on, known, typed }
    const agencies = await agenciesForAnybody(store, asked)
    return { asOf: on, isPractice, agencies }
  },
})

/** What is told says nothing of who entered or checked it. */
const roadTold = ({
  routeId: _id,
  enteredBy: _by,
  enteredOn: _on,
  check: _check,
  checked: _checked,
  withdrawn: _withdrawn,
  stateNow: state,
  ...told
}: RouteOn) => ({ ...told, state })

const road = z
  .object({
    country: z.enum(countries),
    way: z.enum(roadWays),
    state: z.enum(roadStates).openapi({ description: 'Unknown where nobody has looked for long' }),
    since: day,
    steps: z.array(z.enum(roadSteps)),
    papers: z.array(z.enum(roadPapers)),
    risks: z.array(z.enum(roadRisks)),
    currency: z.string(),
    costs: z.array(z.object({ item: z.enum(costItems), amount: sum })),
    weeks: z.object({ least: z.int(), most: z.int() }).optional(),
    wage: sum.optional(),
    living: sum.optional(),
    source: z.enum(sources),
    seenOn: day,
    document: z.string().optional(),
  })
  .openapi('Road')

const readRoads = readPlain({
  path: '/v1/roads',
  ...ofAnybody,
  summary: 'The roads abroad with cost, weeks and papers, for anybody',
  description: 'Of each country and way the one with the latest source that two stand behind.',
  request: {
    query: z.strictObject({
      network: id.optional(),
      country: z.enum(countries, 'country-unknown').optional(),
    }),
  },
  answer: z.object({ asOf: day, isPractice: z.boolean(), roads: z.array(road) }).openapi('Roads'),
  said: 'In the order of countries and ways',
  of: async (context) => {
    const { store, today, isPractice } = context.get('needs')
    const { network: networkId, country } = context.req.valid('query')
    const asOf = today()
    const all = await roadsForAnybody(store, { networkId, today: asOf })
    const roads = all
      .filter((one) => country === undefined || one.country === country)
      .map(roadTold)
    return { asOf, isPractice, roads }
  },
})

export const publicRegisterReads = [read, readRoads, readWarnings] as const
