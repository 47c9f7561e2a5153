import { type Action, scopeFor } from '#domain/access/table.ts'
import { reportYearOf } from '#domain/grants/report.ts'
import { note } from '#src/app/activity.ts'
import { practiceStaff } from '#src/app/practice-pot.ts'
import { checkSecret } from '#src/app/sign-in.ts'
import { staffWordFault } from '#src/app/staff-second.ts'
import { potBookOf, potPurse } from '#src/app/support/purse.ts'
import { donorReportOf, windowViewsOf } from '#src/app/support/reports.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { decideInNetwork, formIdIn } from '#src/http/network/deciding.ts'
import { behindStart, notHere } from '#src/http/network/place.ts'
import { potActs } from '#src/http/network/pot-acts.ts'
import type { Filled, PotRoom, Ready } from '#src/http/network/pot-room.ts'
import type { Pages } from '#src/http/page.ts'
import { typedIn } from '#src/http/people/room.ts'
import { sealedNeeds } from '#src/http/support/told.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Typed } from '#src/pages/network/parts.ts'
import { potDonePage, potFormPage, potSurePage } from '#src/pages/network/pot-forms.ts'
import { potPage } from '#src/pages/network/pot-pages.ts'
import { type PotAct, potPath } from '#src/pages/network/pot-parts.ts'
import { reportPage } from '#src/pages/support/report-pages.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { potWords } from '#src/words/words.ts'

const behindPot = (context: HttpContext) => {
  const back = { href: potPath.pot, label: potWords.in(context.get('language')).back }
  const at = context.req.method === 'GET' ? {} : { at: back.href }
  return frameOf(context, { back, ...at })
}

const roomOf = async (context: HttpContext): Promise<PotRoom> => {
  const { networkId } = context.get('network')
  const book = await potBookOf(context.get('needs').store, networkId)
  const about = context.req.param('potCode') ?? context.req.param('potMove') ?? ''
  const purse = potPurse(networkId, book)
  return { context, language: context.get('language'), purse, book, about }
}

const pot = async (context: HttpContext): Promise<Html> => {
  const { purse, book } = await roomOf(context)
  const { held } = context.get('network')
  return potPage(await behindStart(context), {
    purse,
    book,
    views: await windowViewsOf(purse),
    today: context.get('needs').today(),
    mayKeep: scopeFor('RecordPotPart', held) === 'all',
    mayDecide: scopeFor('DecideFromPot', held) === 'all',
  })
}

const showForm = async (
  room: PotRoom,
  act: PotAct,
  { fault, ...filled }: Filled & { readonly fault?: string } = { typed: undefined, faults: {} },
): Promise<Response> => {
  const { context, about } = room
  const { facts, fields } = potActs[act]
  const shown = facts(room)
  if (shown === undefined) return notHere(context)
  const id = context.get('needs').ids()
  const form = { act, about, facts: shown, fields: fields(room, filled), id, fault }
  const page = potFormPage(await behindPot(context), form)
  return context.html(page, fault === undefined ? 200 : 400)
}

const said = ({ language }: PotRoom, code: string): string => {
  const words = potWords.in(language)
  const own: Readonly<Record<string, unknown>> = words
  const text = Object.hasOwn(own, code) ? own[code] : codeSaid(code, language)
  return typeof text === 'string' ? text : words.notTaken
}

const askSure = async (
  room: PotRoom,
  act: PotAct,
  { ready, of, fault }: { ready: Ready; of: Typed; fault?: string },
): Promise<Response> => {
  const { context, about } = room
  const texts = Object.fromEntries(['id', ...potActs[act].names].map((name) => [name, of(name)]))
  const practice = context.get('needs').isPractice ? practiceStaff : undefined
  const sure = { act, about, ready, texts, practice, fault }
  const page = potSurePage(await behindPot(context), sure)
  return context.html(page, fault === undefined ? 200 : 409)
}

/** Whose name and secret were given beside it, of the staff who decide today. */
const secondIn = async (
  { context }: PotRoom,
  of: Typed,
): Promise<{ readonly code: string } | { readonly userId: string }> => {
  const needs = context.get('needs')
  const { by, session } = context.get('caller')!
  const { networkId, deviceId } = session
  const [login, secret] = [of('login').slice(0, 200), of('secret').slice(0, 200)]
  const checked = await checkSecret(needs, { networkId, deviceId, login, secret })
  if ('code' in checked) return { code: checked.code }
  const { userId } = checked
  if (userId === by.actor) return { code: 'approver-not-another' }
  const word = { networkId, userId, by: by.actor, day: needs.today() }
  const code = await staffWordFault(needs.store, word)
  return code === undefined ? { userId } : { code }
}

/** A second secret that was not taken stands in the log as an act that was refused, under the entry it was for. */
const noteRefused = (context: HttpContext, type: Action, id: string): Promise<void> => {
  const needs = context.get('needs')
  const { by, session } = context.get('caller')!
  const subject = `entry:${id}`
  const line = { action: type, subject, outcome: 'refused' } as const
  return note(needs, { ...by, scope: session.networkId, ...line })
}

const rules: Readonly<Record<PotAct, { readonly rule: Action; readonly about?: string }>> = {
  open: { rule: 'OpenPotWindow' },
  received: { rule: 'RecordPotDonation' },
  returned: { rule: 'ReturnPotDonation' },
  pay: { rule: 'RecordPotPart', about: 'potCode' },
  decide: { rule: 'DecideFromPot', about: 'potCode' },
  correct: { rule: 'ReversePotEntry', about: 'potMove' },
}

const take = async (context: HttpContext, act: PotAct): Promise<Response> => {
  const of = await typedIn(context)
  const room = await roomOf(context)
  const words = potWords.in(room.language)
  const read = potActs[act].read(room, of)
  if ('faults' in read || formIdIn(of) === undefined) {
    const faults = 'faults' in read ? read.faults : {}
    const fault = Object.keys(faults).length === 0 ? words.notTaken : words.fault
    return showForm(room, act, { fault, typed: of, faults })
  }
  const ready = read
  if (of('sure') !== 'yes') return askSure(room, act, { ready, of })
  const second = ready.ofTwo !== undefined ? await secondIn(room, of) : { userId: '' }
  if ('code' in second) {
    await noteRefused(context, rules[act].rule, of('id'))
    return askSure(room, act, { ready, of, fault: said(room, second.code) })
  }
  const answer = await decideInNetwork(context, ready.command(second.userId))
  if (!isAccepted(answer))
    return askSure(room, act, {
      ready,
      of,
      fault: said(room, 'code' in answer ? answer.code : ''),
    })
  const { seq, flags } = answer as Extract<typeof answer, { readonly seq: number }>
  const broken = flags.map((flag) => said(room, flag))
  return context.html(potDonePage(await behindPot(context), { ready, seq, broken }))
}

const report = async (context: HttpContext): Promise<Response | Html> => {
  const { purse } = await roomOf(context)
  const windowId = context.req.param('potWindow') ?? ''
  const window = purse.windows.find((one) => one.windowId === windowId)
  if (!window) return notHere(context)
  const needs = sealedNeeds(context)
  if (needs instanceof Response) return needs
  const today = needs.today()
  const asked = context.req.query('year') ?? ''
  const year = /^\d{4}$/.test(asked) ? asked : reportYearOf(window.terms, today)
  const made = await donorReportOf(needs, purse, { windowId, year, today })
  const action = potPath.report(windowId, year).split('?')[0]!
  const frame = { ...(await behindPot(context)), query: { year } }
  return reportPage(frame, { report: made, currency: purse.currencyOf(windowId, today), action })
}

/** The network's own pot, for those of its staff who keep it, decide of it or audit it. */
export const potPages = (pages: Pages): void => {
  pages.get(potPath.pot, 'read-pot', pot)
  for (const act of Object.keys(rules) as PotAct[]) {
    const { rule, about } = rules[act]
    const path = potPath.of(act, about === undefined ? '' : `:${about}`)
    pages.get(path, rule, async (context) => showForm(await roomOf(context), act))
    pages.post(path, rule, (context) => take(context, act))
  }
  pages.get(`${potPath.pot}/report/:potWindow`, 'read-pot', report)
}
