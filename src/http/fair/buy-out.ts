import { html } from 'hono/html'
import { scopeFor } from '#domain/access/table.ts'
import { type Charter, charterOn } from '#domain/fund/charter/charter.ts'
import { bandOf } from '#domain/fairness/buy-out.ts'
import { isLighter } from '#domain/fairness/fair-lending.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { lenderKinds } from '#domain/loans/request/request-state.ts'
import { quoteOf } from '#domain/loans/plan/quote.ts'
import { buyOutPlan } from '#src/app/lending/buy-out-plan.ts'
import { cardMatches } from '#src/app/desk-day.ts'
import { dayToShow } from '#src/app/household/own-view.ts'
import { nextMeetingOf } from '#src/app/lending/next-payment.ts'
import { bookOf } from '#src/app/queries.ts'
import { amountTyped } from '#src/desk/entered.ts'
import { type Field, lineField } from '#src/desk/fields.ts'
import { fillingOf, unfilled } from '#src/desk/filling.ts'
import { request } from '#src/desk/loans/request.ts'
import { buyOutFields, requestedBuyOut } from '#src/http/fair/buy-out-fields.ts'
import { withNames } from '#src/http/desk/names.ts'
import { deskIn } from '#src/http/desk/desk-in.ts'
import { formAgain } from '#src/http/desk/record.ts'
import { visitOf } from '#src/http/desk/visit.ts'
import type { HttpContext } from '#src/http/env.ts'
import { fairPlaceOf } from '#src/http/fair/pages.ts'
import { type FormOf, type Typed, formPages, sentForm } from '#src/http/form-pages.ts'
import { nothingHere } from '#src/http/household.ts'
import { type Pages, asPage } from '#src/http/page.ts'
import { type BuyOutAnswer, buyOutPage } from '#src/pages/fair/buy-out-page.ts'
import { type FairPlace, fairPaths } from '#src/pages/fair/parts.ts'
import { type FormFilling, type FormText, formPart } from '#src/pages/forms/form.ts'
import type { Html } from '#src/pages/layout.ts'
import { buyOutWords } from '#src/words/words.ts'

type BuyOutVisit = {
  readonly context: HttpContext
  readonly place: FairPlace
  readonly book: FundBook
  /** The day on which the new loan would be paid out, and the rules of it. */
  readonly paidOutOn: LocalDate
  readonly charter: Charter
  readonly fields: readonly Field[]
  /** What was typed, as it was sent. */
  readonly typed: Readonly<Record<string, string>>
}

/** The answer is a page of the same address, which chooses the other language by sending all of it again. */
const find = async (context: HttpContext, of: Typed): Promise<BuyOutVisit | Response> => {
  const { store, today } = context.get('needs')
  const { fundId } = context.get('fund')
  const book = await bookOf(store, fundId)
  if (!book) return nothingHere(context)
  const paidOutOn = nextMeetingOf(book, dayToShow(book, today()))
  const { charter } = charterOn(book.fund.charters, paidOutOn)
  const language = context.get('language')
  const fields = buyOutFields({ language, currency: charter.currency, of })
  const texts = fields.map(({ name }) => [name, of(name)] as const)
  const typed = Object.fromEntries(texts.filter(([, text]) => text !== ''))
  const again = context.req.method === 'GET' ? {} : { again: typed }
  const place = { ...(await fairPlaceOf(context, {})), at: fairPaths.buyOut(fundId), ...again }
  return { context, place, book, paidOutOn, charter, fields, typed }
}

/** What the debts come to: what it costs, what it changes, what the rules say. */
const answerOf = (visit: BuyOutVisit, of: Typed): BuyOutAnswer => {
  const { charter, paidOutOn, place } = visit
  const told = requestedBuyOut({ language: place.language, currency: charter.currency, of })
  const planned = buyOutPlan(charter, told, paidOutOn)
  const plan = {
    principal: planned.plan.principal,
    instalments: told.months,
    product: 'normal',
    paidOutOn,
    repayment: 'equal-instalment',
    remainder: 'spread',
  } as const
  const parts = { ...plan, repayment: 'equal-principal', remainder: 'last' } as const
  return {
    ...planned,
    told,
    quote: quoteOf(charter, plan, undefined),
    equalParts: quoteOf(charter, parts, undefined),
  }
}

const debtsForm = ({ place, fields }: BuyOutVisit): FormText => {
  const words = buyOutWords.in(place.language)
  return {
    heading: words.heading,
    told: html`<p>${words.lead}</p>`,
    action: fairPaths.buyOut(place.fundId),
    fields,
    prefilled: { kind1: lenderKinds[0] },
    mended: words.mended,
    submit: words.count,
  }
}

/** On to the request, by card: sent with what was typed, so that no sum stands in an address. */
const onward = ({ place, fields, typed }: BuyOutVisit): FormText => {
  const words = buyOutWords.in(place.language)
  return {
    heading: words.onward,
    told: html`<p>${words.onwardMeaning}</p>`,
    action: `/funds/${place.fundId}/record/request/from-plan`,
    hidden: Object.fromEntries(fields.map(({ name }) => [name, typed[name] ?? ''])),
    fields: [
      lineField({
        name: 'card',
        label: words.onwardCard,
        hint: words.onwardCardHint,
        rule: (text) => text || undefined,
        fault: words.faultCard,
        lengthMax: 20,
      }),
    ],
    submit: words.onwardButton,
  }
}

/** The plan, with the question in a fold above it, and the way on for whoever may ask. */
const planned = (visit: BuyOutVisit, answer: BuyOutAnswer, on: FormFilling): Html => {
  const { context, place, fields } = visit
  const of: Typed = (name) => visit.typed[name] ?? ''
  const part = (form: FormText, filling: FormFilling): Html =>
    formPart(place.language, form, filling)
  const mayAsk = scopeFor('RequestLoan', context.get('fund').held) === 'all'
  const form = part({ ...debtsForm(visit), told: undefined }, fillingOf(fields, of))
  return buyOutPage({ form, answer, onward: mayAsk ? part(onward(visit), on) : undefined }, place)
}

/** The plan for a household's dear debts: what is typed is sent, counted and kept nowhere, addresses included. */
const counting: FormOf<BuyOutVisit> = {
  path: '/funds/:fundId/buy-out',
  rule: 'see-fund',
  find,
  frame: async ({ place }) => place,
  page: ({ place }, form, filling) =>
    buyOutPage({ form: formPart(place.language, form, filling) }, place),
  form: debtsForm,
  take: async (visit, of) => visit.context.html(planned(visit, answerOf(visit, of), unfilled())),
}

/** What the request begins with: kinds and bands, and the one sum that is asked for. */
const prefilledBy = ({ plan, told, quote }: BuyOutAnswer): Readonly<Record<string, string>> => ({
  principal: amountTyped(plan.principal, quote.currency),
  months: String(told.months),
  product: 'normal',
  purpose: 'buy-out',
  repayment: 'equal-instalment',
  remainder: 'spread',
  burdenBefore: bandOf(plan.burdenBefore),
  burdenAfter: bandOf(plan.burdenAfter),
  ...(isLighter(plan.burdenAfter, plan.burdenBefore) ? { lightens: 'yes' } : {}),
  ...Object.fromEntries(told.debts.map(({ kind }) => [`lender-${kind}`, 'yes'])),
})

type OnwardVisit = BuyOutVisit & { readonly answer: BuyOutAnswer }

/** From a plan to the form of a request: whose it is comes by card; incomes and debts stay behind. */
const goingOn = sentForm<OnwardVisit>({
  find: async (context, of) => {
    const visit = await find(context, of)
    if (visit instanceof Response) return visit
    const { texts, faults } = fillingOf(visit.fields, of)
    return faults.size > 0
      ? sentForm(counting)(context)
      : { ...visit, answer: answerOf(visit, (name) => texts.get(name) ?? '') }
  },
  frame: async ({ place }) => place,
  page: (visit, _, filling) => planned(visit, visit.answer, filling),
  form: onward,
  take: async ({ context, book, place, answer }, of) => {
    const bare = await visitOf(context)
    if (!bare) return nothingHere(context)
    const member = book.members.find((one) => !one.isFormer && cardMatches(one.card, of('card')))
    const visit = await withNames(bare, member && { kind: 'member', id: member.memberId })
    const form = member && (await request.form(deskIn(visit), member.memberId))
    const { faultCard } = buyOutWords.in(place.language)
    if (!form) return { faults: new Map([['card', faultCard]]) }
    // The plan of the payments is as was counted, and stays folded; whose debt it pays stands open.
    const given = prefilledBy(answer)
    const { repayment = '', remainder = '' } = given
    const filling = unfilled({ ...form.prefilled, ...given })
    const begun = { ...form, prefilled: { ...form.prefilled, repayment, remainder } }
    const id = context.get('needs').ids()
    return asPage(context, await formAgain({ act: request, visit, form: begun, id, filling }), 200)
  },
})

/** Paying a dear debt off: the plan for everybody who may see the fund, the way on for whoever may ask. */
export const buyOutPages = (pages: Pages): void => {
  formPages(pages, counting)
  pages.post('/funds/:fundId/record/request/from-plan', 'RequestLoan', goingOn)
}
