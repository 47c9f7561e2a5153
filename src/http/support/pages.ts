import { behindDesk } from '#src/pages/desk/parts.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { supportMax } from '#domain/grants/kinds.ts'
import { notFound, visitOf } from '#src/http/desk/visit.ts'
import { supportPath } from '#src/desk/places.ts'
import { scopeFor } from '#domain/access/table.ts'
import { isActingOn } from '#domain/fund/people/members.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import { charterOf } from '#domain/health/book.ts'
import { reportYearOf } from '#domain/grants/report.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { fundSource } from '#src/app/support/grant-source.ts'
import { donorReportOf, villageTotalsOf, windowViewsOf } from '#src/app/support/reports.ts'
import { namedVisit, noteNames } from '#src/http/desk/names.ts'
import type { HttpContext } from '#src/http/env.ts'
import { formPages } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import { agenciesToChoose } from '#src/http/support/agency-field.ts'
import { type AskVisit, asking } from '#src/http/support/asking-form.ts'
import { type FileDoor, actOnFile, showFile } from '#src/http/support/file-form.ts'
import { behindSupport } from '#src/http/support/place.ts'
import { terms } from '#src/http/support/terms-form.ts'
import { sealedNeeds } from '#src/http/support/rows.ts'
import { supportPage, villagePage } from '#src/pages/support/list-page.ts'
import { donorReportPage } from '#src/pages/support/report-pages.ts'
import { behindFirstPage } from '#src/pages/layout.ts'

const list = async (context: HttpContext) => {
  const visit = await visitOf(context)
  if (!visit) return notFound(context)
  const { at, book, today } = visit
  const { held } = context.get('fund')
  const may = (action: Parameters<typeof scopeFor>[0]): boolean => scopeFor(action, held) === 'all'
  const { store } = context.get('needs')
  return supportPage(behindDesk(at), {
    windows: await windowViewsOf(fundSource(store, { fundId: at.fundId, book })),
    supports: book.supports,
    currency: charterOf(book, today).currency,
    today,
    may: {
      ask: may('ask-for-support'),
      open: may('read-support-file'),
      vote: may('DecideSupport'),
      terms: may('SetWindowTerms'),
    },
  })
}

const village = async (context: HttpContext) => {
  const visit = await visitOf(context)
  if (!visit) return notFound(context)
  const { at, book, today } = visit
  const { store } = context.get('needs')
  const quarters = await villageTotalsOf(fundSource(store, { fundId: at.fundId, book }), today)
  const { currency } = charterOf(book, today)
  return villagePage({ ...at, back: behindFirstPage }, { quarters, currency })
}

const report = async (context: HttpContext) => {
  const visit = await visitOf(context)
  const windowId = context.req.param('windowId') ?? ''
  const window = visit?.book.windows.find((one) => one.windowId === windowId)
  if (!visit || !window) return notFound(context)
  const needs = sealedNeeds(context)
  if (needs instanceof Response) return needs
  const { book, today } = visit
  const asked = latinDigits(context.req.query('year') ?? '')
  const year = /^\d{4}$/.test(asked) ? asked : reportYearOf(window.terms, today)
  const at = await behindSupport(context)
  const about = fundSource(needs.store, { fundId: at.fundId, book })
  const made = await donorReportOf(needs, about, { windowId, year, today })
  const action = supportPath.report(at, windowId, year).split('?')[0]!
  return donorReportPage(
    { ...at, query: { year }, printedFor: await fundNameIn(context, at.fundId) },
    { report: made, currency: charterOf(book, today).currency, action },
  )
}

/** Everybody but the one who asks; an officer of them checks it. */
const askVisit = async (context: HttpContext): Promise<AskVisit | Response> => {
  const plain = await visitOf(context)
  if (!plain) return notFound(context)
  const visit = await namedVisit(plain)
  const { at, book, today } = visit
  const { ownMemberId } = context.get('fund')
  const others = book.members.filter(
    (one) => one.memberId !== ownMemberId && isMemberOn(one, today),
  )
  const choice = ({ memberId, card }: { memberId: string; card: string }) => ({
    value: memberId,
    label: [card, at.nameOf?.(card)].filter(Boolean).join(' · '),
  })
  return {
    context,
    frame: await behindSupport(context),
    look: () => noteNames(visit),
    isTeam: false,
    action: supportPath.ask(at),
    list: supportPath.list(at),
    windows: book.windows.map(({ windowId }) => windowId),
    whose: others.toSorted((a, b) => (a.card < b.card ? -1 : 1)).map(choice),
    agencies: await agenciesToChoose(context),
    checkers: others.filter((one) => isActingOn(one, today)).map(choice),
    door: () => ({ fundId: at.fundId, memberId: ownMemberId ?? '' }),
    currency: () => charterOf(book, today).currency,
    most: (kind) => supportMax(charterOf(book, today), { kind, withChildren: false }),
  }
}

const fileDoor = async (context: HttpContext): Promise<FileDoor> => {
  const { fundId, ownMemberId } = context.get('fund')
  const frame = await behindSupport(context)
  const action = supportPath.file({ fundId }, encodeURIComponent(context.req.param('code') ?? ''))
  return { fundId, memberId: ownMemberId ?? '', frame, action, list: supportPath.list({ fundId }) }
}

/** Donors' windows and grants, for a fund's own people. */
export const supportPages = (pages: Pages): void => {
  const place = '/funds/:fundId/support'
  pages.get(place, 'read-support', list)
  pages.get(`${place}/village`, 'read-support-totals', village)
  pages.get(`${place}/report/:windowId`, 'read-support', report)
  formPages(pages, asking({ path: `${place}/ask`, rule: 'ask-for-support', find: askVisit }))
  formPages(pages, terms)
  pages.get(`${place}/file/:code`, 'read-support-file', async (context) =>
    showFile(context, await fileDoor(context)),
  )
  pages.post(`${place}/file/:code`, 'keep-support-file', actOnFile(fileDoor))
}
