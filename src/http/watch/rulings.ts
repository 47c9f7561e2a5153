import { html } from 'hono/html'
import type { CheckedReport } from '#domain/network/watch/report.ts'
import { ladderOf } from '#domain/network/watch/ladder.ts'
import {
  type RulingDecision,
  type WatchDecision,
  authorities,
  outcomes,
} from '#domain/network/watch/watch.ts'
import { sealedBehind } from '#src/app/watch/checked.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import { dateField } from '#src/desk/day-fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import { envelopeOf } from '#src/http/network/deciding.ts'
import { insteadOfForm, notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { behindRuling } from '#src/http/watch/behind.ts'
import { reportNeeds } from '#src/http/watch/needs.ts'
import type { Html } from '#src/pages/layout.ts'
import { type ReportDesk, reportDesk } from '#src/http/watch/place.ts'
import { type WatchVisit, behindWatch, sendWatch, watchVisit } from '#src/http/watch/watch-place.ts'
import { decisionSaid, reportFacts } from '#src/pages/watch/watch-parts.ts'
import { paragraph, partySaid } from '#src/pages/watch/parts.ts'
import { deskPath } from '#src/pages/watch/paths.ts'
import { watchGroundsWords } from '#src/words/watch-words.ts'

type OfReport = WatchVisit & { readonly report: CheckedReport }

const ofReport = async (context: HttpContext): Promise<OfReport | Response> => {
  const visit = await watchVisit(context)
  const report = visit.book.reports.get(context.req.param('reportId') ?? '')
  return report ? { ...visit, report } : notHere(context)
}

/** The way to what was told, for whoever is to stand behind what follows from it. */
const sealedLink = async (
  { context, words, book }: WatchVisit,
  reportId: string,
): Promise<Html> => {
  const needs = reportNeeds(context, book.networkId)
  const sealed = needs && (await sealedBehind(needs, reportId))
  return sealed
    ? html`<p>
        <a class="button" href="${deskPath.report(sealed.code)}">${words.toSealed}</a>
      </p>`
    : paragraph(words.sealedGone)
}

const none = 'none'

/** Says what a report turned out to be. */
const ruling: FormOf<OfReport> = {
  path: deskPath.rule(':reportId'),
  rule: 'ProposeRuling',
  find: ofReport,
  frame: ({ context }) => behindWatch(context),
  form: async (visit) => {
    const { context, words, book, report } = visit
    const language = context.get('language')
    return {
      shown: 'glass',
      heading: words.ruleHeading,
      told: paragraph(words.ruleLead),
      known: html`${reportFacts(language, book, report)} ${await sealedLink(visit, report.reportId)}`,
      action: deskPath.rule(report.reportId),
      hidden: { id: context.get('needs').ids() },
      fields: [
        choiceField({
          name: 'found',
          label: words.outcome,
          choices: choicesOf(outcomes, (one) => words[`outcome_${one}`]),
          fault: words.choose,
          as: 'radios',
        }),
        choiceField({
          name: 'official',
          label: words.official,
          choices: [
            { value: none, label: words.official_none },
            ...choicesOf(authorities, (one) => words[`authority_${one}`]),
          ],
          fault: words.choose,
        }),
        dateField(
          { language },
          { name: 'on', label: words.officialOn, fault: words.officialFault, isOptional: true },
        ),
      ],
      prefilled: { official: none },
      submit: words.ruleButton,
      back: { href: deskPath.watch, label: words.leave },
    }
  },
  take: (visit, of) => {
    const { context, report, words } = visit
    const authority = authorities.find((one) => one === of('official'))
    if (authority && of('on') === '')
      return Promise.resolve({ faults: new Map([['on', words.officialFault]]), status: 400 })
    const command = {
      ...envelopeOf(context, of('id')),
      type: 'ProposeRuling',
      decisionId: of('id'),
      reportId: report.reportId,
      found: of('found'),
      ...(authority && { official: { authority, on: of('on') } }),
    }
    return sendWatch(visit, command, deskPath.watch)
  },
}

type OfDecision = WatchVisit & { readonly decision: WatchDecision; readonly desk?: ReportDesk }

const ofDecision = async (context: HttpContext): Promise<OfDecision | Response> => {
  const visit = await watchVisit(context)
  const { words, book, by } = visit
  const decision = book.decisions.get(context.req.param('decisionId') ?? '')
  if (!decision) return notHere(context)
  const isOwn = decision.proposedBy === by
  if (!decision.confirmed && !isOwn) {
    const asks = decision.what === 'ruling' && context.get('needs').cases !== undefined
    const desk = asks ? await reportDesk(context) : undefined
    return desk instanceof Response ? desk : { ...visit, decision, ...(desk && { desk }) }
  }
  return insteadOfForm(context, await behindWatch(context), {
    heading: words.confirmHeading,
    line: isOwn ? words['checked-by-whoever-entered'] : words['decision-confirmed-already'],
    back: deskPath.watch,
  })
}

/** Opened where the page is asked for, and nowhere else: whoever sends the form without it has opened nothing. */
const behindDecision = async (
  visit: WatchVisit,
  decision: RulingDecision,
  desk: ReportDesk | undefined,
): Promise<Html> => {
  const { req } = visit.context
  return req.method === 'GET'
    ? behindRuling(visit, decision, desk)
    : html`<p>
        <a class="button" href="${deskPath.confirm(decision.decisionId)}"
          >${watchGroundsWords.in(visit.context.get('language')).heading}</a
        >
      </p>`
}

/** Another one stands behind what one has proposed. */
const confirming: FormOf<OfDecision> = {
  path: deskPath.confirm(':decisionId'),
  rule: 'ConfirmDecision',
  find: ofDecision,
  frame: ({ context }) => behindWatch(context),
  form: async (visit) => {
    const { context, words, book, decision, desk } = visit
    const behind = decision.what === 'ruling' ? await behindDecision(visit, decision, desk) : ''
    return {
      shown: 'meeting',
      heading: words.confirmHeading,
      told: paragraph(words.confirmLead),
      known: html`${decisionSaid(context.get('language'), book, decision)} ${behind}`,
      action: deskPath.confirm(decision.decisionId),
      hidden: { id: context.get('needs').ids() },
      fields: [],
      submit: words.confirmButton,
      back: { href: deskPath.watch, label: words.leave },
    }
  },
  take: (visit, of) => {
    const { context, decision } = visit
    const command = {
      ...envelopeOf(context, of('id')),
      type: 'ConfirmDecision',
      decisionId: decision.decisionId,
    }
    return sendWatch(visit, command, deskPath.watch)
  },
}

type OfStep = WatchVisit & { readonly partyId: string; readonly due: readonly CheckedReport[] }

const ofStep = async (context: HttpContext): Promise<OfStep | Response> => {
  const visit = await watchVisit(context)
  const partyId = context.req.param('partyId') ?? ''
  const { due } = ladderOf(visit.book, partyId)
  return due ? { ...visit, partyId, due: due.reports } : notHere(context)
}

/** Proposes the step that is due, resting on what makes it due. */
const stepping: FormOf<OfStep> = {
  path: deskPath.step(':partyId'),
  rule: 'ProposeLadderStep',
  find: ofStep,
  frame: ({ context }) => behindWatch(context),
  form: ({ context, words, book, partyId, due }) => ({
    shown: 'warning',
    heading: words.stepHeading,
    whose: paragraph(
      `${partySaid(book.parties.get(partyId), context.get('language'))}: ${words[`step_${ladderOf(book, partyId).next!}`]}`,
    ),
    told: paragraph(words.stepLead(due.length)),
    action: deskPath.step(partyId),
    hidden: { id: context.get('needs').ids() },
    fields: [],
    submit: words.stepButton,
    back: { href: deskPath.agency(partyId), label: words.leave },
  }),
  take: (visit, of) => {
    const { context, book, partyId, due } = visit
    const command = {
      ...envelopeOf(context, of('id')),
      type: 'ProposeLadderStep',
      decisionId: of('id'),
      partyId,
      step: ladderOf(book, partyId).next,
      reportIds: due.map(({ reportId }) => reportId),
    }
    return sendWatch(visit, command, deskPath.watch)
  },
}

/** What one of the team proposes and another one confirms. */
export const rulingPages = (pages: Pages): void => {
  formPages(pages, ruling)
  formPages(pages, confirming)
  formPages(pages, stepping)
}
