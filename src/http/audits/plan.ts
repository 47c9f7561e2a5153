import { html } from 'hono/html'
import { monthlyDay } from '#domain/kernel/dates.ts'
import { cancellings } from '#domain/network/audits/audit.ts'
import { dateField, dayField } from '#src/desk/day-fields.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import {
  type AuditVisit,
  type FundAudits,
  auditVisitOf,
  behindAudits,
  fundAuditsOf,
  lastHead,
  sendAct,
} from '#src/http/audits/visit.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import { auditedPortfolio } from '#src/http/network/audited.ts'
import type { Pages } from '#src/http/page.ts'
import { codeOfReason } from '#domain/health/visit.ts'
import { auditPath, reasonSaid } from '#src/pages/audits/parts.ts'

type PlanVisit = FundAudits & { readonly why: readonly string[]; readonly points: number }

const reasonsMax = 12

/** What the ranking says of the fund today. */
const planVisitOf = async (context: FundAudits['context']): Promise<PlanVisit> => {
  const of = await fundAuditsOf(context)
  const line = (await auditedPortfolio(context)).find(({ fundId }) => fundId === of.fundId)
  const found = [...new Set((line?.need.reasons ?? []).map(codeOfReason))].slice(0, reasonsMax)
  return { ...of, why: found.length > 0 ? found : ['routine'], points: line?.need.points ?? 0 }
}

const visitDay = ({ words }: FundAudits) =>
  dayField({
    name: 'visit',
    label: words.visitDay,
    missing: words.dayUnknown,
    fault: () => undefined,
  })

const planning: FormOf<PlanVisit> = {
  path: '/funds/:fundId/audits/plan',
  rule: 'PlanAudit',
  find: planVisitOf,
  frame: (visit) => behindAudits(visit),
  form: (visit) => {
    const { words, language, fundId, why, points, today, context } = visit
    return {
      shown: 'glass',
      heading: words.planHeading,
      whose: html`<p class="whose"><bdi>${visit.fundName}</bdi></p>`,
      told: html`<p>${words.planLead}</p>
        <h2>${words.planWhy}</h2>
        <p>${words.reason_points(points)}</p>
        <ul>
          ${why.map((code) => html`<li>${reasonSaid(code, language)}</li>`)}
        </ul>`,
      action: auditPath.plan(fundId),
      hidden: { id: context.get('needs').ids() },
      fields: [
        visitDay(visit),
        dateField(visit, { name: 'from', label: words.fromDay, fault: words.dayUnknown }),
      ],
      prefilled: { visit: today, from: monthlyDay(today, -12, Number(today.slice(8))) },
      submit: words.planButton,
      back: { href: auditPath.ofFund(fundId), label: words.leave },
    }
  },
  take: async (visit, of) => {
    const { fundId, why } = visit
    // The same form sent twice is one plan.
    const auditId = of('id')
    const head = await lastHead(visit)
    const act = {
      type: 'PlanAudit',
      fundId,
      auditId,
      from: of('from'),
      visitOn: of('visit'),
      why,
      head,
    } as const
    return sendAct(visit, of, { act, next: auditPath.one({ fundId, auditId }) })
  },
}

const moving: FormOf<AuditVisit> = {
  path: '/funds/:fundId/audits/:auditId/move',
  rule: 'MoveAudit',
  find: auditVisitOf,
  frame: (visit) => behindAudits(visit, visit.audit),
  form: (visit) => {
    const { words, audit, context } = visit
    return {
      shown: 'late',
      heading: words.moveHeading,
      told: html`<p>${words.moveLead}</p>`,
      action: `${auditPath.one(audit)}/move`,
      hidden: { id: context.get('needs').ids() },
      fields: [visitDay(visit)],
      prefilled: { visit: audit.visitOn },
      submit: words.moveButton,
      back: { href: auditPath.one(audit), label: words.leave },
    }
  },
  take: (visit, of) => {
    const { fundId, auditId } = visit.audit
    const act = { type: 'MoveAudit', fundId, auditId, visitOn: of('visit') } as const
    return sendAct(visit, of, { act, next: auditPath.one(visit.audit) })
  },
}

const cancelling: FormOf<AuditVisit> = {
  path: '/funds/:fundId/audits/:auditId/cancel',
  rule: 'CancelAudit',
  find: auditVisitOf,
  frame: (visit) => behindAudits(visit, visit.audit),
  form: ({ words, audit, context }) => ({
    shown: 'stop',
    heading: words.cancelHeading,
    told: html`<p>${words.cancelLead}</p>`,
    action: `${auditPath.one(audit)}/cancel`,
    hidden: { id: context.get('needs').ids() },
    fields: [
      choiceField({
        name: 'why',
        label: words.why,
        choices: choicesOf(cancellings, (why) => words[`why_${why}`]),
        fault: words.choose,
        as: 'radios',
      }),
    ],
    submit: words.cancelButton,
    back: { href: auditPath.one(audit), label: words.leave },
  }),
  take: (visit, of) => {
    const { fundId, auditId } = visit.audit
    const why = of('why') as (typeof cancellings)[number]
    const act = { type: 'CancelAudit', fundId, auditId, why } as const
    return sendAct(visit, of, { act, next: auditPath.one(visit.audit) })
  },
}

/** A visit is planned, moved and given up. */
export const planPages = (pages: Pages): void => {
  formPages(pages, planning)
  formPages(pages, moving)
  formPages(pages, cancelling)
}
