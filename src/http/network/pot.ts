import { html } from 'hono/html'
import { latinDigits } from '#domain/kernel/money.ts'
import { type Action, scopeFor } from '#domain/access/table.ts'
import { reportYearOf } from '#domain/grants/report.ts'
import { note } from '#src/app/activity.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { checkSecret } from '#src/app/identity/sign-in.ts'
import { staffWordFault } from '#src/app/identity/staff-second.ts'
import { potBookOf, potSource } from '#src/app/support/grant-source.ts'
import { donorReportOf, windowViewsOf } from '#src/app/support/reports.ts'
import { isAccepted } from '#src/app/answer.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Typed, formPages } from '#src/http/form-pages.ts'
import { decideInNetwork } from '#src/http/network/deciding.ts'
import { behindStart, notHere } from '#src/http/network/place.ts'
import { potForms } from '#src/http/network/pot-acts.ts'
import type { PotForm, PotVisit, Ready } from '#src/http/network/pot-visit.ts'
import type { Pages } from '#src/http/page.ts'
import { sealedNeeds } from '#src/http/support/rows.ts'
import { warningBox } from '#src/pages/entrance/parts.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import { givenBeside } from '#src/pages/forms/second.ts'
import type { Html } from '#src/pages/layout.ts'
import { potDonePage, potPage } from '#src/pages/network/pot-pages.ts'
import { type PotAct, potPath } from '#src/pages/network/pot-parts.ts'
import { isSecondNeeded } from '#src/http/network/second.ts'
import { donorReportPage } from '#src/pages/support/report-pages.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { potWords } from '#src/words/words.ts'

const behindPot = (context: HttpContext) => {
  const back = { href: potPath.pot, label: potWords.in(context.get('language')).back }
  const at = context.req.method === 'GET' ? {} : { at: back.href }
  return frameOf(context, { back, ...at })
}

const visitOf = async (context: HttpContext): Promise<PotVisit> => {
  const { networkId } = context.get('network')
  const book = await potBookOf(context.get('needs').store, networkId)
  const about = context.req.param('potCode') ?? context.req.param('potMove') ?? ''
  const source = potSource(networkId, book)
  const isOfTwo = await isSecondNeeded(context)
  return { context, language: context.get('language'), source, book, about, isOfTwo }
}

const pot = async (context: HttpContext): Promise<Html> => {
  const { source, book } = await visitOf(context)
  const { held } = context.get('network')
  return potPage(await behindStart(context), {
    source,
    book,
    views: await windowViewsOf(source),
    today: context.get('needs').today(),
    mayKeep: scopeFor('RecordPotPart', held) === 'all',
    mayDecide: scopeFor('DecideFromPot', held) === 'all',
  })
}

const said = ({ language }: PotVisit, code: string): string => {
  const words = potWords.in(language)
  const own: Readonly<Record<string, unknown>> = words
  const text = Object.hasOwn(own, code) ? own[code] : codeSaid(code, language)
  return typeof text === 'string' ? text : words.notTaken
}

/** Whose name and secret were given beside it, of the staff who decide today. */
const secondIn = async (
  { context }: PotVisit,
  of: Typed,
): Promise<{ readonly code: string } | { readonly userId: string }> => {
  const needs = context.get('needs')
  const { by, session } = context.get('caller')!
  const { networkId, deviceId } = session
  const [login, secret] = [of('login').slice(0, 200), of('secret').slice(0, 200)]
  const checked = await checkSecret(needs, { networkId, deviceId, login, secret, asker: by.actor })
  if ('code' in checked) return { code: checked.code }
  const { userId } = checked
  if (userId === by.actor) return { code: 'approver-not-another' }
  const word = { networkId, userId, by: by.actor, day: needs.today() }
  const code = await staffWordFault(needs, word)
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

/** Who stands behind it too: nobody where one is enough. A secret that is not taken stands in the log. */
const secondOf = async (visit: PotVisit, of: Typed, { rule, ofTwo }: { rule: Action } & Ready) => {
  if (ofTwo === undefined) return { userId: '' }
  const second = await secondIn(visit, of)
  if ('code' in second) await noteRefused(visit.context, rule, of('id'))
  return second
}

/** An act read back before it is written; where two stand behind it, the other one gives name and secret here. */
const questionOf = (visit: PotVisit, act: PotAct, ready: Ready): FormText => {
  const { context, language, about } = visit
  const words = potWords.in(language)
  const { headline, told, notes, writes, ofTwo } = ready
  const practice = context.get('needs').isPractice ? practiceStaff : undefined
  const [login, secret] = [{ name: 'login', label: words.second }, words.secret]
  return {
    shown: 'box',
    heading: headline,
    told: html`<p>${words.notYet}</p>
      ${told} ${notes.length === 0 ? '' : warningBox(...notes)}
      ${
        ofTwo === undefined
          ? ''
          : html`<p class="whose"><b>${headline}</b></p>
              <p>${ofTwo}</p>
              ${practice && html`<p class="mark">${words.practiceOther(practice.login, practice.pin)}</p>`}`
      }`,
    action: potPath.of(act, about),
    fields: ofTwo === undefined ? [] : givenBeside({ ...login, secret }),
    submit: writes,
    back: { href: potPath.pot, label: words.leave },
  }
}

const formOf = (visit: PotVisit, of: Typed, one: PotForm): FormText => {
  const { context, language, about } = visit
  const words = potWords.in(language)
  const { act } = one
  return {
    shown: 'box',
    heading: words[act],
    told: html`<p>${words[`${act}Lead`]}</p>
      ${one.facts(visit) ?? ''}`,
    action: potPath.of(act, about),
    hidden: { id: context.get('needs').ids() },
    fields: one.fields(visit, of),
    prefilled: one.prefilled?.(visit) ?? {},
    submit: words.next,
    back: { href: potPath.pot, label: words.leave },
  }
}

/** An act about the pot with its question, and the page that tells once what was written. */
const potForm = (one: PotForm): FormOf<PotVisit> => ({
  path: potPath.of(one.act, one.about === undefined ? '' : `:${one.about}`),
  rule: one.rule,
  find: async (context) => {
    const visit = await visitOf(context)
    return one.facts(visit) === undefined ? notHere(context) : visit
  },
  frame: ({ context }) => behindPot(context),
  form: (visit, of) => formOf(visit, of, one),
  isAskedUntilSure: true,
  question: (visit, of) => questionOf(visit, one.act, one.ready(visit, of)),
  take: async (visit, of) => {
    const { context } = visit
    const ready = one.ready(visit, of)
    const second = await secondOf(visit, of, { rule: one.rule, ...ready })
    if ('code' in second) return { fault: said(visit, second.code), status: 409 }
    const answer = await decideInNetwork(context, ready.command(second.userId), {
      isVouched: ready.ofTwo !== undefined,
    })
    if (!isAccepted(answer))
      return { fault: said(visit, 'code' in answer ? answer.code : ''), status: 409 }
    const { seq, flags } = answer as Extract<typeof answer, { readonly seq: number }>
    const broken = flags.map((flag) => said(visit, flag))
    return context.html(potDonePage(await behindPot(context), { ready, seq, broken }))
  },
})

const report = async (context: HttpContext): Promise<Response | Html> => {
  const { source } = await visitOf(context)
  const windowId = context.req.param('potWindow') ?? ''
  const window = source.windows.find((one) => one.windowId === windowId)
  if (!window) return notHere(context)
  const needs = sealedNeeds(context)
  if (needs instanceof Response) return needs
  const today = needs.today()
  const asked = latinDigits(context.req.query('year') ?? '')
  const year = /^\d{4}$/.test(asked) ? asked : reportYearOf(window.terms, today)
  const made = await donorReportOf(needs, source, { windowId, year, today })
  const action = potPath.report(windowId, year).split('?')[0]!
  const frame = { ...(await behindPot(context)), query: { year } }
  return donorReportPage(frame, {
    report: made,
    currency: source.currencyOf(windowId, today),
    action,
  })
}

/** The network's own pot, for those of its staff who keep it, decide of it or audit it. */
export const potPages = (pages: Pages): void => {
  pages.get(potPath.pot, 'read-pot', pot)
  for (const one of potForms) formPages(pages, potForm(one))
  pages.get(`${potPath.pot}/report/:potWindow`, 'read-pot', report)
}
