import { z } from '@hono/zod-openapi'
import { districtsFor } from '#domain/network/gazetteer/gazetteer.ts'
import { type ReleaseKind, releaseKinds } from '#domain/statistics/tables.ts'
import type { Told, ToldNetwork } from '#src/app/figures/book.ts'
import { toldToAnybody } from '#src/app/figures/book.ts'
import { rowsAsCsv } from '#src/exchange/list-files.ts'
import { ofAnybody } from '#src/http/api.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { day, id } from '#src/http/reads/query.ts'
import { readPlain } from '#src/http/reads/read.ts'
import { figureColumns, figureRows } from '#src/lists/figures.ts'
import { briefPage, figuresSheetPage } from '#src/pages/figures/papers.ts'
import { figuresPath, releaseWordsIn } from '#src/pages/figures/parts.ts'
import { placesPage } from '#src/pages/figures/places-page.ts'
import { figuresPage } from '#src/pages/figures/public-page.ts'
import { behindFirstPage } from '#src/pages/layout.ts'

/** What anybody may read: of the network that the address names, where there is such a one. */
const toldTo = async (context: HttpContext, networkId = context.req.query('n')) => {
  const { store, hash } = context.get('needs')
  const all = await store.networks.fundIds()
  const named = networkId !== undefined && all.includes(networkId) ? networkId : undefined
  return { named, told: await toldToAnybody({ store, hash }, named) }
}

const page = async (context: HttpContext) => {
  const { named, told } = await toldTo(context)
  const query = named === undefined ? {} : { n: named }
  return figuresPage(await frameOf(context, { back: behindFirstPage, query }), told)
}

/** One network, which is named or is the only one that has told anything. */
const ofOne = async (context: HttpContext): Promise<ToldNetwork | undefined> => {
  const { told } = await toldTo(context)
  return told.length === 1 ? told[0] : undefined
}

const behindFigures = async (context: HttpContext, one: ToldNetwork | undefined) =>
  frameOf(context, {
    back: {
      href: figuresPath.all(one?.networkId),
      label: releaseWordsIn(context.get('language')).heading,
    },
    query: one ? { n: one.networkId } : {},
  })

const sheet = async (context: HttpContext) => {
  const one = await ofOne(context)
  return figuresSheetPage(await behindFigures(context, one), one?.counted)
}

const brief = async (context: HttpContext) => {
  const one = await ofOne(context)
  const { counted, asked } = one ?? { counted: undefined, asked: undefined }
  return briefPage(await behindFigures(context, one), { counted, asked })
}

const csv = async (context: HttpContext) => {
  const { told } = await toldTo(context)
  const rows = told.flatMap(({ networkId, counted, asked }) =>
    [counted, asked].flatMap((one) => (one ? figureRows(networkId, one) : [])),
  )
  if (rows.length === 0) return notHere(context)
  const parts: string[] = []
  for await (const part of rowsAsCsv(figureColumns, rows)) parts.push(part)
  return context.body(parts.join(''), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="figures.csv"',
  })
}

/** Letters, digits and what stands in names of places. */
const isTyped = /^[\p{L}\p{M}\p{N} .,'’()-]{0,60}$/u

const places = async (context: HttpContext) => {
  const asked = context.req.query('q') ?? ''
  const typed = isTyped.test(asked) ? asked.trim() : ''
  const query = typed === '' ? {} : { q: typed }
  return placesPage(await frameOf(context, { back: behindFirstPage, query }), {
    typed,
    fault: !isTyped.test(asked),
    found: districtsFor(typed).slice(0, placesShown),
  })
}

/** More than these are no answer to a question. */
const placesShown = 20

/** Before the service asks who somebody is: the same for everybody. */
export const publicFigurePages = (pages: Pages): void => {
  pages.get(figuresPath.all(), 'public', page)
  pages.get(figuresPath.sheet(), 'public', sheet)
  pages.get(figuresPath.brief(), 'public', brief)
  pages.get(figuresPath.csv(), 'public', csv)
  pages.get(figuresPath.places, 'public', places)
}

const cell = z.object({
  at: z
    .record(z.string(), z.string())
    .openapi({ description: 'A line of each dimension; of one that is left out, all' }),
  people: z.int().nullable().openapi({ description: 'To the nearest five; null where not told' }),
})

const releaseKindNames = Object.keys(releaseKinds) as readonly ReleaseKind[]

const toldSchema = z.object({
  period: z.string(),
  digest: z.string().openapi({ description: 'SHA-256 of the release in the network’s journal' }),
  confirmedOn: day,
  villages: z.object({ all: z.int(), counted: z.int() }),
  releases: z.array(
    z.object({
      kind: z.enum(releaseKindNames),
      tables: z.array(z.object({ id: z.string(), cells: z.array(cell) })),
    }),
  ),
})

const said = ({ release, figures }: Told) => ({
  period: figures.period,
  digest: release.digest,
  confirmedOn: release.confirmed.on,
  villages: figures.villages,
  releases: figures.releases.map(({ kind, tables }) => ({
    kind,
    tables: tables.map(({ id: table, cells }) => ({
      id: table,
      cells: cells.map(({ at, people }) => ({ at, people })),
    })),
  })),
})

const figuresRead = z
  .object({
    isPractice: z.boolean().openapi({ description: 'Invented' }),
    networks: z.array(z.object({ networkId: id, told: z.array(toldSchema) })),
  })
  .openapi('ReleasedFigures')

const read = readPlain({
  path: '/v1/figures',
  ...ofAnybody,
  summary: 'What villages counted and authorities answered, for anybody',
  description:
    'The newest half-year and the newest quarter that each network has released, made safe together with all that was told before.',
  request: { query: z.strictObject({ network: id.optional() }) },
  answer: figuresRead,
  said: 'What is told',
  of: async (context) => {
    const { network } = context.req.valid('query')
    const { told } = await toldTo(context, network)
    const networks = told
      .filter(({ networkId }) => network === undefined || networkId === network)
      .map(({ networkId, counted, asked }) => ({
        networkId,
        told: [counted, asked].flatMap((one) => (one ? [said(one)] : [])),
      }))
    return { isPractice: context.get('needs').isPractice, networks }
  },
})

export const publicFigureReads = [read] as const
