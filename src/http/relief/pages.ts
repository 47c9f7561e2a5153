import { type Visit, onVisit, notFound } from '#src/http/desk/visit.ts'
import { reliefPlace } from '#src/desk/places.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { scopeFor } from '#domain/access/table.ts'
import { charterOf } from '#domain/health/book.ts'
import { weeksMax } from '#domain/relief/stress.ts'
import { liquidityAheadOf } from '#src/app/health/liquidity-ahead.ts'
import { dayToShow } from '#src/app/household/own-view.ts'
import { eventViewOf, eventsOf, linesOfferedOn } from '#src/app/relief-view.ts'
import { savingsFacts } from '#src/desk/savings/facts.ts'
import { polled, proposedIn, takenIn } from '#src/http/alerts.ts'
import { deskIn } from '#src/http/desk/desk-in.ts'
import { withNames } from '#src/http/desk/names.ts'
import type { HttpContext } from '#src/http/env.ts'
import { partsIn } from '#src/http/multipart.ts'
import type { Pages } from '#src/http/page.ts'
import { problemCodes } from '#src/http/problem-codes.ts'
import type { Html } from '#src/pages/layout.ts'
import { aheadPage } from '#src/pages/relief/ahead-page.ts'
import { alertsPage } from '#src/pages/relief/alerts-page.ts'
import { eventPage } from '#src/pages/relief/event-page.ts'
import { linesPage } from '#src/pages/relief/lines-page.ts'
import { reliefPage } from '#src/pages/relief/list-page.ts'
import { reliefWordsAt } from '#src/pages/relief/parts.ts'

const may = ({ context }: Visit, action: 'DeclareEvent' | 'ActivateRelief'): boolean =>
  scopeFor(action, context.get('fund').held) === 'all'

const list = onVisit((visit) =>
  reliefPage(visit.at, {
    events: eventsOf(visit.book, dayToShow(visit.book, visit.today)),
    mayDeclare: may(visit, 'DeclareEvent'),
  }),
)

const event = onVisit(async (bare) => {
  const visit = await withNames(bare)
  const { at, book, today, context } = visit
  const view = eventViewOf(book, context.req.param('eventId') ?? '', dayToShow(book, today))
  if (!view) return notFound(context)
  const { currency } = charterOf(book, today)
  return eventPage(at, { view, currency, mayDecide: may(visit, 'ActivateRelief') })
})

const lines = onVisit(async (bare) => {
  const visit = await withNames(bare)
  const { at, book, today } = visit
  return linesPage(at, {
    seasons: book.seasons,
    offered: linesOfferedOn(book, dayToShow(book, today)),
    currency: charterOf(book, today).currency,
    mayDecide: may(visit, 'ActivateRelief'),
  })
})

/** A number in digits of either script, within its bounds; the usual one for anything else. */
const numberInQuery = (
  text: string | undefined,
  { least, most, usual }: { readonly least: number; readonly most: number; readonly usual: number },
): number => {
  const digits = latinDigits((text ?? '').trim())
  const number = /^\d{1,3}$/.test(digits) ? Number(digits) : usual
  return number >= least && number <= most ? number : usual
}

const ahead = onVisit(async (visit) => {
  const { at, book, today, context } = visit
  const asked = {
    asOf: dayToShow(book, today),
    deferPercent: numberInQuery(context.req.query('percent'), { least: 0, most: 100, usual: 40 }),
    weeks: numberInQuery(context.req.query('weeks'), { least: 1, most: weeksMax, usual: 13 }),
  }
  const told = liquidityAheadOf(await savingsFacts(deskIn(visit)), asked)
  return aheadPage(at, told, charterOf(book, today).currency)
})

const alertsShown = async (visit: Visit, fault?: readonly string[]): Promise<Html> =>
  alertsPage(visit.at, {
    alerts: await proposedIn(visit.context),
    mayKeep: may(visit, 'DeclareEvent'),
    hasFeeds: visit.context.get('needs').alertFeeds !== undefined,
    fault,
  })

const alerts = onVisit((visit) => alertsShown(visit))

const textIn = async (context: HttpContext): Promise<string> => {
  const sent = await partsIn(context)
  if (typeof sent === 'string') return ''
  const [text, file] = [sent.get('text'), sent.get('file')]
  if (typeof text === 'string' && text.trim() !== '') return text
  return file instanceof File ? file.text() : ''
}

const takeIn = onVisit(async (visit) => {
  const { context } = visit
  const taken = await takenIn(context, await textIn(context))
  if ('alertId' in taken) return context.redirect(reliefPlace.alerts(visit.at), 303)
  const words = reliefWordsAt(visit.at)
  // What was typed is never shown again: an alert that cannot be read may hold anything.
  const fault = [problemCodes[taken.code], ...(taken.line ? [words.alertLine(taken.line)] : [])]
  return context.html(await alertsShown(visit, fault), 400)
})

const poll = onVisit(async (visit) => {
  await polled(visit.context)
  return visit.context.redirect(reliefPlace.alerts(visit.at), 303)
})

/** Events and relief, promised emergency loans, cash ahead and alerts. */
export const reliefPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/relief', 'read-loans', list)
  pages.get('/funds/:fundId/relief/events/:eventId', 'read-loans', event)
  pages.get('/funds/:fundId/relief/lines', 'read-loans', lines)
  pages.get('/funds/:fundId/relief/ahead', 'read-reports', ahead)
  pages.get('/funds/:fundId/relief/alerts', 'read-alerts', alerts)
  pages.post('/funds/:fundId/relief/alerts', 'keep-alerts', takeIn)
  pages.post('/funds/:fundId/relief/alerts/poll', 'keep-alerts', poll)
}
