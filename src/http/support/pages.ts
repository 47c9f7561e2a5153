import { supportPath } from '#src/desk/places.ts'
import { scopeFor } from '#domain/access/table.ts'
import { isActingOn } from '#domain/fund/members.ts'
import { isMemberOn } from '#domain/fund/life.ts'
import { charterOf } from '#domain/health/book.ts'
import { reportYearOf } from '#domain/grants/report.ts'
import { fundNameOf } from '#src/app/fund-names.ts'
import type { Wanted } from '#src/app/support/asking.ts'
import { fundPurse } from '#src/app/support/purse.ts'
import { donorReportOf, villageTotalsOf, windowViewsOf } from '#src/app/support/reports.ts'
import { grantActs } from '#src/desk/grants/acts.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import { type Room, notFound, recordPages, roomOf } from '#src/http/desk/record.ts'
import { withNames } from '#src/http/desk/names.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendOne } from '#src/http/gate.ts'
import { formIdIn } from '#src/http/network/deciding.ts'
import type { Pages } from '#src/http/page.ts'
import { typedIn } from '#src/http/people/room.ts'
import { answered, ask } from '#src/http/support/acts.ts'
import { askedTexts, labelOf, termsIn, wantedIn } from '#src/http/support/asked-form.ts'
import { type FileDoor, actOnFile, showFile } from '#src/http/support/file-acts.ts'
import { sealedNeeds } from '#src/http/support/told.ts'
import type { At } from '#src/pages/desk/parts.ts'
import type { PageFrame } from '#src/pages/layout.ts'
import type { Typed } from '#src/pages/network/parts.ts'
import { askPage, termsPage } from '#src/pages/support/ask-pages.ts'
import { supportPage, villagePage } from '#src/pages/support/list-page.ts'
import { wordsAt } from '#src/pages/support/parts.ts'
import { sureAskPage } from '#src/pages/support/sure-pages.ts'
import { reportPage } from '#src/pages/support/report-pages.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { deskWords } from '#src/words/words.ts'

const behind = async (context: HttpContext): Promise<At> => {
  const { fundId } = context.get('fund')
  const back = {
    href: supportPath.list({ fundId }),
    label: wordsAt({ language: context.get('language') }).back,
  }
  const at = context.req.method === 'GET' ? {} : { at: back.href }
  return { ...(await frameOf(context, { back, ...at })), fundId }
}

const list = async (context: HttpContext) => {
  const room = await roomOf(context)
  if (!room) return notFound(context)
  const { at, book, today } = room
  const { held } = context.get('fund')
  const may = (action: Parameters<typeof scopeFor>[0]): boolean => scopeFor(action, held) === 'all'
  const { store } = context.get('needs')
  const back = { href: `/funds/${at.fundId}/desk`, label: deskWords.in(at.language).backToDesk }
  return supportPage(
    { ...at, back },
    {
      windows: await windowViewsOf(fundPurse(store, { fundId: at.fundId, book })),
      supports: book.supports,
      currency: charterOf(book, today).currency,
      today,
      may: {
        ask: may('ask-for-support'),
        open: may('read-support-file'),
        vote: may('DecideSupport'),
        terms: may('SetWindowTerms'),
      },
    },
  )
}

const village = async (context: HttpContext) => {
  const room = await roomOf(context)
  if (!room) return notFound(context)
  const { at, book, today } = room
  const { store } = context.get('needs')
  const quarters = await villageTotalsOf(fundPurse(store, { fundId: at.fundId, book }), today)
  const { currency } = charterOf(book, today)
  return villagePage(
    { ...at, back: { href: '/', label: deskWords.in(at.language).backToFund } },
    { quarters, currency },
  )
}

const report = async (context: HttpContext) => {
  const room = await roomOf(context)
  const windowId = context.req.param('windowId') ?? ''
  const window = room?.book.windows.find((one) => one.windowId === windowId)
  if (!room || !window) return notFound(context)
  const needs = sealedNeeds(context)
  if (needs instanceof Response) return needs
  const { book, today } = room
  const asked = context.req.query('year') ?? ''
  const year = /^\d{4}$/.test(asked) ? asked : reportYearOf(window.terms, today)
  const at = await behind(context)
  const about = fundPurse(needs.store, { fundId: at.fundId, book })
  const made = await donorReportOf(needs, about, { windowId, year, today })
  const action = supportPath.report(at, windowId, year).split('?')[0]!
  return reportPage(
    { ...at, query: { year }, printedFor: await fundNameOf(needs.store, at.fundId) },
    { report: made, currency: charterOf(book, today).currency, action },
  )
}

const choicesIn = (room: Room, ownMemberId: string | undefined) => {
  const { at, book, today } = room
  const label = (card: string): string => [card, at.nameOf?.(card)].filter(Boolean).join(' · ')
  const choice = ({ memberId, card }: { memberId: string; card: string }) => ({
    value: memberId,
    label: label(card),
  })
  const others = book.members.filter(
    (one) => one.memberId !== ownMemberId && isMemberOn(one, today),
  )
  return {
    windows: book.windows.map(({ windowId }) => windowId),
    whose: others.toSorted((a, b) => (a.card < b.card ? -1 : 1)).map(choice),
    checkers: others.filter((one) => isActingOn(one, today)).map(choice),
  }
}

const askForm = async (
  context: HttpContext,
  told: { readonly fault?: string; readonly typed?: Typed } = {},
) => {
  const plain = await roomOf(context)
  if (!plain) return notFound(context)
  const room = await withNames(plain)
  const at = await behind(context)
  const choices = choicesIn(room, context.get('fund').ownMemberId)
  const id = (told.typed && formIdIn(told.typed)) ?? context.get('needs').ids()
  const place = { action: supportPath.ask(at), safe: supportPath.list(at) }
  const page = askPage(at, { id, ...choices, isTeam: false, ...told }, place)
  return context.html(page, told.fault === undefined ? 200 : 400)
}

const sureAsk = async (context: HttpContext, of: Typed, wanted: Wanted) => {
  const plain = await roomOf(context)
  if (!plain) return notFound(context)
  const room = await withNames(plain)
  const at = await behind(context)
  const { whose, checkers } = choicesIn(room, context.get('fund').ownMemberId)
  const { currency } = charterOf(room.book, room.today)
  const shown = {
    wanted,
    whose: labelOf(whose, of('member')),
    checker: labelOf(checkers, of('checker')),
    currency,
    isTeam: false,
    texts: askedTexts(of),
  }
  return context.html(sureAskPage(at, shown, supportPath.ask(at)))
}

const takeAsk = async (context: HttpContext): Promise<Response> => {
  const of = await typedIn(context)
  const { fundId, ownMemberId } = context.get('fund')
  const words = wordsAt({ language: context.get('language') })
  const needs = context.get('needs')
  if (!needs.sealing) return askForm(context, { fault: words.notSetUp, typed: of })
  const wanted = wantedIn(of, { today: needs.today(), isTeam: false })
  if (!wanted) return askForm(context, { fault: words.fault, typed: of })
  if (of('change') === 'yes') return askForm(context, { typed: of })
  if (of('sure') !== 'yes') return sureAsk(context, of, wanted)
  const door = { fundId, memberId: ownMemberId ?? '' }
  const answer = await ask(context, door, wanted)
  if (answer instanceof Response) return answer
  await answered(context, door, { type: 'AskForSupport', answer })
  if (isAccepted(answer)) return context.redirect(supportPath.list({ fundId }), 303)
  const said = 'code' in answer ? codeSaid(answer.code, context.get('language')) : undefined
  return askForm(context, { fault: said ?? words.fault, typed: of })
}

const termsForm = async (
  context: HttpContext,
  told: { readonly fault?: string; readonly typed?: Typed } = {},
) => {
  const room = await roomOf(context)
  if (!room) return notFound(context)
  const windows = room.book.windows.map(({ windowId }) => windowId)
  const id = (told.typed && formIdIn(told.typed)) ?? context.get('needs').ids()
  const page = termsPage(await behind(context), { id, windows, ...told })
  return context.html(page, told.fault === undefined ? 200 : 400)
}

const takeTerms = async (context: HttpContext): Promise<Response> => {
  const of = await typedIn(context)
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const words = wordsAt({ language: context.get('language') })
  const command = termsIn(of, needs.today())
  if (!command) return termsForm(context, { fault: words.fault, typed: of })
  const answer = await sendOne(context, command)
  if (isAccepted(answer)) return context.redirect(supportPath.list({ fundId }), 303)
  const said = 'code' in answer ? codeSaid(answer.code, context.get('language')) : undefined
  return termsForm(context, { fault: said ?? words.fault, typed: of })
}

const fileDoor = async (context: HttpContext): Promise<FileDoor> => {
  const { fundId, ownMemberId } = context.get('fund')
  const frame: PageFrame = await behind(context)
  const action = supportPath.file({ fundId }, encodeURIComponent(context.req.param('code') ?? ''))
  return { fundId, memberId: ownMemberId ?? '', frame, action, list: supportPath.list({ fundId }) }
}

/** Donors' windows and grants, for a fund's own people. */
export const supportPages = (pages: Pages): void => {
  const place = '/funds/:fundId/support'
  pages.get(place, 'read-support', list)
  pages.get(`${place}/village`, 'read-support-totals', village)
  pages.get(`${place}/report/:windowId`, 'read-support', report)
  pages.get(`${place}/ask`, 'ask-for-support', (context) => askForm(context))
  pages.post(`${place}/ask`, 'ask-for-support', takeAsk)
  pages.get(`${place}/terms`, 'SetWindowTerms', (context) => termsForm(context))
  pages.post(`${place}/terms`, 'SetWindowTerms', takeTerms)
  pages.get(`${place}/file/:code`, 'read-support-file', async (context) =>
    showFile(context, await fileDoor(context)),
  )
  pages.post(`${place}/file/:code`, 'keep-support-file', async (context) =>
    actOnFile(context, await fileDoor(context)),
  )
  for (const act of grantActs) recordPages(pages, act)
}
