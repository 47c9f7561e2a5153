import { html } from 'hono/html'
import { daysAfter } from '#domain/kernel/dates.ts'
import { isCode } from '#domain/kernel/shape.ts'
import { charterOf } from '#domain/health/book.ts'
import type { Currency } from '#domain/kernel/money.ts'
import {
  type AuditFinding,
  auditTests,
  closings,
  findingKinds,
  findingWeights,
  looksAgain,
  replies,
} from '#domain/network/audits/audit.ts'
import { isAccepted } from '#src/app/answer.ts'
import { bookOf } from '#src/app/queries.ts'
import { dateField } from '#src/desk/day-fields.ts'
import { choiceField, choicesOf, lineField, sumField } from '#src/desk/fields.ts'
import { amountOrZero } from '#src/desk/entered.ts'
import {
  type AuditVisit,
  answerSaid,
  auditVisitOf,
  behindAudits,
  keepWords,
  noteOf,
  sendAct,
  wordsField,
} from '#src/http/audits/visit.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import { sendForServiceToNetwork } from '#src/http/gate.ts'
import { envelopeOf } from '#src/http/network/deciding.ts'
import { notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { findingLine } from '#src/pages/audits/finding-part.ts'
import { auditPath } from '#src/pages/audits/parts.ts'

type RaiseVisit = AuditVisit & { readonly currency: Currency }

const raiseVisitOf = async (context: HttpContext): Promise<RaiseVisit | Response> => {
  const visit = await auditVisitOf(context)
  if (visit instanceof Response) return visit
  const book = await bookOf(context.get('needs').store, visit.fundId)
  return book ? { ...visit, currency: charterOf(book, visit.today).currency } : notHere(context)
}

const replyDays = 21
const noTest = 'none'

const raising: FormOf<RaiseVisit> = {
  path: '/funds/:fundId/audits/:auditId/findings/new',
  rule: 'RaiseAuditFinding',
  lines: 'words',
  find: raiseVisitOf,
  frame: (visit) => behindAudits(visit, visit.audit),
  form: (visit) => {
    const { words, audit, today, currency, language, context } = visit
    return {
      shown: 'warning',
      heading: words.findingHeading,
      told: html`<p>${words.findingLead}</p>`,
      action: `${auditPath.one(audit)}/findings/new`,
      hidden: { id: context.get('needs').ids() },
      fields: [
        choiceField({
          name: 'kind',
          label: words.kind,
          choices: choicesOf(findingKinds, (kind) => words[`kind_${kind}`]),
          fault: words.choose,
        }),
        choiceField({
          name: 'weight',
          label: words.weight,
          choices: choicesOf(findingWeights, (weight) => words[`weight_${weight}`]),
          fault: words.choose,
          as: 'radios',
        }),
        choiceField({
          name: 'test',
          label: words.ofTest,
          choices: [
            ...choicesOf(auditTests, (test) => words[`test_${test}`]),
            { value: noTest, label: words.noTest },
          ],
          fault: words.choose,
        }),
        lineField({
          name: 'of',
          label: words.of,
          hint: words.ofHint,
          rule: (text) => (isCode(text) ? text : undefined),
          fault: words.ofFault,
          lengthMax: 40,
          isOptional: true,
        }),
        sumField({ language }, { name: 'amount', label: words.amount, currency, isOptional: true }),
        dateField(visit, { name: 'replyBy', label: words.replyBy, fault: words.dayUnknown }),
        wordsField(words),
      ],
      prefilled: { replyBy: daysAfter(today, replyDays), test: noTest },
      submit: words.findingButton,
      back: { href: auditPath.one(audit), label: words.leave },
    }
  },
  take: (visit, of) => {
    const { fundId, auditId } = visit.audit
    const findingId = of('id')
    const test = auditTests.find((one) => one === of('test'))
    const amount = of('amount') === '' ? undefined : amountOrZero(of('amount'), visit.currency)
    const act = {
      type: 'RaiseAuditFinding',
      fundId,
      auditId,
      findingId,
      kind: of('kind') as (typeof findingKinds)[number],
      weight: of('weight') as (typeof findingWeights)[number],
      ...(test !== undefined && { test }),
      ...(of('of') !== '' && { of: of('of') }),
      ...(amount !== undefined && { amount }),
      replyBy: of('replyBy'),
    } as const
    const next = auditPath.one(visit.audit)
    return sendAct(visit, of, { act, next, note: noteOf.finding(findingId) })
  },
}

type FindingVisit = AuditVisit & { readonly finding: AuditFinding }

const findingVisitOf = async (context: HttpContext): Promise<FindingVisit | Response> => {
  const visit = await auditVisitOf(context)
  if (visit instanceof Response) return visit
  const asked = context.req.param('findingId')
  const finding = visit.audit.findings.find(({ findingId }) => findingId === asked)
  return finding ? { ...visit, finding } : notHere(context)
}

const placeOf = ({ audit, finding }: FindingVisit): string =>
  `${auditPath.one(audit)}/findings/${finding.findingId}`

const about = ({ audit, finding }: FindingVisit) => ({
  fundId: audit.fundId,
  auditId: audit.auditId,
  findingId: finding.findingId,
})

const againField = (visit: FindingVisit) =>
  dateField(visit, {
    name: 'again',
    label: visit.words.followUpOn,
    hint: visit.words.followUpHint,
    fault: visit.words.dayUnknown,
    isOptional: true,
  })

const againIn = (day: string) => (day === '' ? {} : { followUpOn: day })

const closing: FormOf<FindingVisit> = {
  path: '/funds/:fundId/audits/:auditId/findings/:findingId/close',
  rule: 'CloseAuditFinding',
  find: findingVisitOf,
  frame: (visit) => behindAudits(visit, visit.audit),
  form: (visit) => {
    const { words, language, finding, audit, context } = visit
    return {
      shown: 'on-time',
      heading: words.closeHeading,
      whose: findingLine(language, finding),
      action: `${placeOf(visit)}/close`,
      hidden: { id: context.get('needs').ids() },
      fields: [
        choiceField({
          name: 'how',
          label: words.closeHeading,
          choices: choicesOf(closings, (how) => words[`how_${how}`]),
          fault: words.choose,
          as: 'radios',
        }),
        againField(visit),
      ],
      submit: words.closeButton,
      back: { href: auditPath.one(audit), label: words.leave },
    }
  },
  take: (visit, of) => {
    const how = of('how') as (typeof closings)[number]
    const act = {
      type: 'CloseAuditFinding',
      ...about(visit),
      how,
      ...againIn(of('again')),
    } as const
    return sendAct(visit, of, { act, next: auditPath.one(visit.audit) })
  },
}

const looking: FormOf<FindingVisit> = {
  path: '/funds/:fundId/audits/:auditId/findings/:findingId/look',
  rule: 'FollowUpAuditFinding',
  find: findingVisitOf,
  frame: (visit) => behindAudits(visit, visit.audit),
  form: (visit) => {
    const { words, language, finding, audit, context } = visit
    return {
      shown: 'glass',
      heading: words.lookHeading,
      whose: findingLine(language, finding),
      action: `${placeOf(visit)}/look`,
      hidden: { id: context.get('needs').ids() },
      fields: [
        choiceField({
          name: 'seen',
          label: words.lookHeading,
          choices: choicesOf(looksAgain, (seen) => words[`seen_${seen}`]),
          fault: words.choose,
          as: 'radios',
        }),
        againField(visit),
      ],
      submit: words.testButton,
      back: { href: auditPath.one(audit), label: words.leave },
    }
  },
  take: (visit, of) => {
    const seen = of('seen') as (typeof looksAgain)[number]
    const act = {
      type: 'FollowUpAuditFinding',
      ...about(visit),
      seen,
      ...againIn(of('again')),
    } as const
    return sendAct(visit, of, { act, next: auditPath.one(visit.audit) })
  },
}

/** An officer answers for the fund; the service writes it into the network's journal under the officer's own login. */
const replying: FormOf<FindingVisit> = {
  path: '/funds/:fundId/audits/:auditId/findings/:findingId/reply',
  rule: 'reply-to-audit',
  lines: 'words',
  find: findingVisitOf,
  frame: (visit) => behindAudits(visit, visit.audit),
  form: (visit) => {
    const { words, language, finding, audit, context } = visit
    return {
      shown: 'voice',
      heading: words.replyHeading,
      whose: findingLine(language, finding),
      told: html`<p>${words.replyLead}</p>`,
      action: `${placeOf(visit)}/reply`,
      hidden: { id: context.get('needs').ids() },
      fields: [
        choiceField({
          name: 'reply',
          label: words.replyHeading,
          choices: choicesOf(replies, (reply) => words[`reply_${reply}`]),
          fault: words.choose,
          as: 'radios',
        }),
        dateField(visit, {
          name: 'mendBy',
          label: words.mendBy,
          fault: words.dayUnknown,
          isOptional: true,
        }),
        wordsField(words),
      ],
      submit: words.replyButton,
      back: { href: auditPath.one(audit), label: words.leave },
    }
  },
  take: async (visit, of) => {
    const { context, words, fundId } = visit
    const mendBy = of('mendBy')
    const answer = await sendForServiceToNetwork(context, {
      ...envelopeOf(context, of('id')),
      type: 'ReplyToAuditFinding',
      ...about(visit),
      reply: of('reply') as (typeof replies)[number],
      ...(mendBy !== '' && { mendBy }),
    })
    if (!isAccepted(answer)) return { fault: answerSaid(words, answer), status: 409 }
    await keepWords(context, fundId, noteOf.reply(visit.finding.findingId), of('words'))
    return { next: `${auditPath.one(visit.audit)}?done=1` }
  },
}

/** A finding from the day on which it is raised until nothing is left of it. */
export const findingPages = (pages: Pages): void => {
  formPages(pages, raising)
  formPages(pages, replying)
  formPages(pages, closing)
  formPages(pages, looking)
}
