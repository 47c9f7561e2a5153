import { nextBatchDay } from '#domain/cases/batch.ts'
import type { CaseFile } from '#domain/cases/file.ts'
import { roadOf } from '#domain/cases/operations/costs.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { CostItem } from '#domain/network/roads/costs.ts'
import { ceilingOf, routesShown } from '#domain/network/roads/routes.ts'
import { draftsWaiting } from '#src/app/cases/fee-drafts.ts'
import { isCaseCode, looked } from '#src/app/cases/cases.ts'
import { registerOf } from '#src/app/network/register.ts'
import { bridgePath } from '#src/desk/cases/places.ts'
import { codeNameIn } from '#src/desk/cases/words.ts'
import { deskVisit } from '#src/http/cases/opening.ts'
import { behindCases, casePath } from '#src/http/cases/place.ts'
import type { HttpContext } from '#src/http/env.ts'
import { notHere } from '#src/http/network/place.ts'
import type { PageAnswer, Pages } from '#src/http/page.ts'
import { costsPage } from '#src/pages/cases/costs-page.ts'

/** What may be asked under a heading, in a currency; undefined where nobody has said it. */
export type Allowed = (item: CostItem, currency: Currency) => number | undefined

const roadsIn = async (context: HttpContext, file: CaseFile) => {
  const { store, today } = context.get('needs')
  const register = await registerOf(store, context.get('network').networkId)
  const road = roadOf(file)
  const routes = routesShown(register, today()).filter(({ country }) => country === road?.country)
  const allowed: Allowed = (item, currency) => {
    const way = road?.way
    const asked = routes.find((one) => one.way === way)
    return road && way && asked?.currency === currency
      ? ceilingOf(register, { country: road.country, way, item }, today())
      : undefined
  }
  return { routes, allowed, hasAgencies: register.parties.some(({ kind }) => kind === 'agency') }
}

/** What may be asked on the road of a case, by the register of today. */
export const allowedIn = async (context: HttpContext, file: CaseFile): Promise<Allowed> =>
  (await roadsIn(context, file)).allowed

/** What leaving cost, beside the roads that are known to where somebody goes. */
const costs = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const code = context.req.param('code') ?? ''
  const read = isCaseCode(code) ? await looked(visit.needs, visit.desk, code) : undefined
  if (!read) return notHere(context)
  const { hasAgencies, ...roads } = await roadsIn(context, read.file)
  const frame = await behindCases(context, {
    back: { href: casePath.one(code), label: codeNameIn(context.get('language'), read.file) },
  })
  return costsPage(frame, read.file, {
    ...roads,
    mayTell: hasAgencies && read.file.closed === undefined,
    waiting: await draftsWaiting(visit.needs),
    nextOn: nextBatchDay(visit.needs.today),
  })
}

export const caseCostPages = (pages: Pages): void => {
  pages.get(bridgePath.costs(':code'), 'open-cases', costs)
}
