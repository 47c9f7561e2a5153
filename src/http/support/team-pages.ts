import { supportPath } from '#src/desk/places.ts'
import { scopeFor } from '#domain/access/table.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { fundNameOf } from '#src/app/fund-names.ts'
import type { Wanted } from '#src/app/support/asking.ts'
import { checkersOn } from '#src/app/support/checkers.ts'
import type { Purse } from '#src/app/support/purse.ts'
import { outcomeReportOf } from '#src/app/support/reports.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { formIdIn } from '#src/http/network/deciding.ts'
import { behindStart, notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { typedIn } from '#src/http/people/room.ts'
import { type Door, answered, ask, purseIn } from '#src/http/support/acts.ts'
import { askedTexts, labelOf, wantedIn } from '#src/http/support/asked-form.ts'
import { type FileDoor, actOnFile, showFile } from '#src/http/support/file-acts.ts'
import { ownOfTeam, pursesOfNetwork } from '#src/http/support/team-api.ts'
import { sealedNeeds } from '#src/http/support/told.ts'
import type { Typed } from '#src/pages/network/parts.ts'
import { askPage } from '#src/pages/support/ask-pages.ts'
import { wordsAt } from '#src/pages/support/parts.ts'
import { outcomesPage } from '#src/pages/support/report-pages.ts'
import { sureAskPage } from '#src/pages/support/sure-pages.ts'
import { teamSupportPage } from '#src/pages/support/team-page.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { potWords } from '#src/words/words.ts'

const behindTeam = (context: HttpContext) => {
  const label = wordsAt({ language: context.get('language') }).backToTeam
  const back = { href: supportPath.team, label }
  const at = context.req.method === 'GET' ? {} : { at: back.href }
  return frameOf(context, { back, ...at })
}

/** A fund by its name, and the pot by its own. */
const nameOf = async (context: HttpContext, { scope, isPot }: Purse): Promise<string> =>
  isPot ? potWords.in(context.get('language')).pot : fundNameOf(context.get('needs').store, scope)

const list = async (context: HttpContext) => {
  const { networkId, held } = context.get('network')
  const own = await ownOfTeam(context, networkId)
  if (own instanceof Response) return own
  const { today } = context.get('needs')
  const lines = await Promise.all(
    own.map(async ({ purse, support }) => ({
      fundId: purse.scope,
      support,
      fundName: await nameOf(context, purse),
      currency: purse.currencyOf(support.windowId, today()),
    })),
  )
  const mayBring = scopeFor('bring-support', held) === 'all'
  return teamSupportPage(await behindStart(context), { lines, mayBring })
}

/** Others of the team, who may check what one of them brings. */
const checkersIn = async (context: HttpContext, networkId: string) => {
  const { store, today } = context.get('needs')
  const { actor } = context.get('caller')!.by
  const users = new Map((await store.users(networkId)).map((user) => [user.userId, user.login]))
  return (await checkersOn({ store }, { networkId, day: today() }))
    .filter((userId) => userId !== actor)
    .map((userId) => ({ value: userId, label: users.get(userId) ?? '' }))
}

const bringForm = async (
  context: HttpContext,
  told: { readonly fault?: string; readonly typed?: Typed } = {},
) => {
  const { networkId } = context.get('network')
  const { ids } = context.get('needs')
  const purses = await pursesOfNetwork(context, networkId)
  // The pot comes first and is chosen where nobody chooses anything else.
  const whose = await Promise.all(
    purses.map(async (purse) => ({ value: purse.scope, label: await nameOf(context, purse) })),
  )
  const potWindows = purses.flatMap(({ isPot, windows }) =>
    isPot ? windows.map(({ windowId }) => windowId) : [],
  )
  const checkers = await checkersIn(context, networkId)
  const id = (told.typed && formIdIn(told.typed)) ?? ids()
  const typed: Typed = (name) =>
    told.typed?.(name) ??
    { fund: networkId, window: potWindows.length === 1 ? potWindows[0]! : '' }[name] ??
    ''
  const shown = { id, windows: [], potWindows, whose, checkers, isTeam: true, ...told, typed }
  const place = { action: supportPath.bring, safe: supportPath.team }
  const page = askPage(await behindTeam(context), shown, place)
  return context.html(page, told.fault === undefined ? 200 : 400)
}

/** The caller's own network, whose pot it is, or a fund of it; undefined for any other. */
const doorTo = async (context: HttpContext, fundId: string): Promise<Door | undefined> => {
  const { networkId } = context.get('network')
  if (!isUuid(fundId)) return undefined
  if (fundId === networkId) return { fundId, memberId: undefined }
  const rows = await context.get('needs').store.networkSubjects(networkId)
  const isOurs = rows.some(({ kind, key }) => kind === 'fund' && key === fundId)
  return isOurs ? { fundId, memberId: undefined } : undefined
}

const sureBring = async (
  context: HttpContext,
  { fundId }: Door,
  { of, wanted }: { readonly of: Typed; readonly wanted: Wanted },
): Promise<Response> => {
  const { networkId } = context.get('network')
  const { today } = context.get('needs')
  const purse = await purseIn(context, fundId)
  if (!purse) return notHere(context)
  const shown = {
    wanted,
    whose: await nameOf(context, purse),
    checker: labelOf(await checkersIn(context, networkId), of('checker')),
    currency: purse.currencyOf(wanted.windowId, today()),
    isTeam: true,
    texts: askedTexts(of),
  }
  return context.html(sureAskPage(await behindTeam(context), shown, supportPath.bring))
}

const takeBring = async (context: HttpContext): Promise<Response> => {
  const of = await typedIn(context)
  const words = wordsAt({ language: context.get('language') })
  const needs = context.get('needs')
  if (!needs.sealing) return bringForm(context, { fault: words.notSetUp, typed: of })
  const door = await doorTo(context, of('fund'))
  const purse = door && (await purseIn(context, door.fundId))
  const currency = purse?.currencyOf(of('window'), needs.today())
  const wanted = wantedIn(of, { today: needs.today(), isTeam: true, currency })
  if (!wanted || !door) return bringForm(context, { fault: words.fault, typed: of })
  if (of('change') === 'yes') return bringForm(context, { typed: of })
  if (of('sure') !== 'yes') return sureBring(context, door, { of, wanted })
  const answer = await ask(context, door, wanted)
  if (answer instanceof Response) return answer
  await answered(context, door, { type: 'AskForSupport', answer })
  if (isAccepted(answer)) return context.redirect(supportPath.team, 303)
  const said = 'code' in answer ? codeSaid(answer.code, context.get('language')) : undefined
  return bringForm(context, { fault: said ?? words.fault, typed: of })
}

const fileDoor = async (context: HttpContext): Promise<FileDoor | undefined> => {
  const fundId = context.req.param('inFund') ?? ''
  const door = await doorTo(context, fundId)
  if (!door) return undefined
  const code = encodeURIComponent(context.req.param('code') ?? '')
  const action = supportPath.teamFile(fundId, code)
  return { ...door, frame: await behindTeam(context), action, list: supportPath.team }
}

const outcomes = async (context: HttpContext) => {
  const needs = sealedNeeds(context)
  if (needs instanceof Response) return needs
  const { networkId } = context.get('network')
  const today = needs.today()
  const asked = context.req.query('year') ?? ''
  const year = /^\d{4}$/.test(asked) ? asked : String(Number(today.slice(0, 4)) - 1)
  const purses = await pursesOfNetwork(context, networkId)
  const report = await outcomeReportOf(needs, { networkId, purses, year, today })
  return outcomesPage(await behindStart(context, { query: { year } }), { report, year })
}

/** What the network's team does for people whom it names to no fund. */
export const teamSupportPages = (pages: Pages): void => {
  pages.get('/team/support', 'check-support', list)
  pages.get('/team/support/bring', 'bring-support', (context) => bringForm(context))
  pages.post('/team/support/bring', 'bring-support', takeBring)
  pages.get('/team/outcomes', 'read-outcomes', outcomes)
  pages.get('/team/support/:inFund/:code', 'check-support', async (context) => {
    const door = await fileDoor(context)
    return door ? showFile(context, door) : notHere(context)
  })
  pages.post('/team/support/:inFund/:code', 'check-support', async (context) => {
    const door = await fileDoor(context)
    return door ? actOnFile(context, door) : notHere(context)
  })
}
