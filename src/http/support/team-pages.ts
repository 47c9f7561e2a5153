import { supportPath } from '#src/desk/places.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { scopeFor } from '#domain/access/table.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { checkersOn } from '#src/app/support/checkers.ts'
import type { GrantSource } from '#src/app/support/grant-source.ts'
import { outcomeReportOf } from '#src/app/support/reports.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type Typed, formPages } from '#src/http/form-pages.ts'
import { behindStart, notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { fundOfNetwork } from '#src/http/support/acts.ts'
import { agenciesToChoose } from '#src/http/support/agency-field.ts'
import { type AskVisit, asking } from '#src/http/support/asking-form.ts'
import { type FileDoor, actOnFile, showFile } from '#src/http/support/file-form.ts'
import { ownOfTeam, sourcesOfNetwork } from '#src/http/support/team-api.ts'
import { sealedNeeds } from '#src/http/support/rows.ts'
import { supportWordsAt } from '#src/pages/support/parts.ts'
import { outcomesPage } from '#src/pages/support/report-pages.ts'
import { teamSupportPage } from '#src/pages/support/team-page.ts'
import { potWords } from '#src/words/words.ts'

const behindTeam = (context: HttpContext) => {
  const label = supportWordsAt({ language: context.get('language') }).backToTeam
  return frameOf(context, { back: { href: supportPath.team, label } })
}

/** A fund by its name, and the pot by its own. */
const nameOf = async (context: HttpContext, { scope, isPot }: GrantSource): Promise<string> =>
  isPot ? potWords.in(context.get('language')).pot : fundNameIn(context, scope)

const list = async (context: HttpContext) => {
  const { networkId, held } = context.get('network')
  const own = await ownOfTeam(context, networkId)
  if (own instanceof Response) return own
  const { today } = context.get('needs')
  const lines = await Promise.all(
    own.map(async ({ source, support }) => ({
      fundId: source.scope,
      support,
      fundName: await nameOf(context, source),
      currency: source.currencyOf(support.windowId, today()),
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

const askVisit = async (context: HttpContext): Promise<AskVisit> => {
  const { networkId } = context.get('network')
  const sources = await sourcesOfNetwork(context, networkId)
  const { today } = context.get('needs')
  const sourceOf = (of: Typed): GrantSource | undefined =>
    sources.find(({ scope }) => scope === of('fund'))
  return {
    context,
    frame: await behindTeam(context),
    isTeam: true,
    action: supportPath.bring,
    list: supportPath.team,
    windows: sources.flatMap(({ isPot, windows }) =>
      isPot ? windows.map(({ windowId }) => windowId) : [],
    ),
    whose: await Promise.all(
      sources.map(async (source) => ({
        value: source.scope,
        label: await nameOf(context, source),
      })),
    ),
    agencies: await agenciesToChoose(context),
    checkers: await checkersIn(context, networkId),
    door: (of) => ({ fundId: sourceOf(of)!.scope, memberId: undefined }),
    currency: (of) => sourceOf(of)?.currencyOf(of('window').trim(), today()),
  }
}

const fileDoor = async (context: HttpContext): Promise<FileDoor | undefined> => {
  const door = await fundOfNetwork(context, context.req.param('inFund'))
  if (!door) return undefined
  const code = encodeURIComponent(context.req.param('code') ?? '')
  const action = supportPath.teamFile(door.fundId, code)
  return { ...door, frame: await behindTeam(context), action, list: supportPath.team }
}

const outcomes = async (context: HttpContext) => {
  const needs = sealedNeeds(context)
  if (needs instanceof Response) return needs
  const { networkId } = context.get('network')
  const today = needs.today()
  const asked = latinDigits(context.req.query('year') ?? '')
  const year = /^\d{4}$/.test(asked) ? asked : String(Number(today.slice(0, 4)) - 1)
  const sources = await sourcesOfNetwork(context, networkId)
  const report = await outcomeReportOf(needs, { networkId, sources, year, today })
  return outcomesPage(await behindStart(context, { query: { year } }), { report, year })
}

/** What the network's team does for people whom it names to no fund. */
export const teamSupportPages = (pages: Pages): void => {
  pages.get('/team/support', 'check-support', list)
  formPages(pages, asking({ path: supportPath.bring, rule: 'bring-support', find: askVisit }))
  pages.get('/team/outcomes', 'read-outcomes', outcomes)
  pages.get('/team/support/:inFund/:code', 'check-support', async (context) => {
    const door = await fileDoor(context)
    return door ? showFile(context, door) : notHere(context)
  })
  pages.post('/team/support/:inFund/:code', 'check-support', actOnFile(fileDoor))
}
