import { roomOf } from '#src/http/desk/room.ts'
import { scopeFor } from '#domain/access/table.ts'
import { charterOn } from '#domain/fund/charter.ts'
import type { FundBook } from '#domain/health/book.ts'
import { bandOf } from '#domain/fairness/buy-out.ts'
import { isLighter } from '#domain/fairness/fair-lending.ts'
import { quoteOf } from '#domain/loans/quote.ts'
import { buyOutPlan } from '#src/app/buy-out-plan.ts'
import { cardMatches } from '#src/app/desk-day.ts'
import { dayToShow, nextMeetingOf } from '#src/app/own-view.ts'
import { bookOf } from '#src/app/queries.ts'
import { formOf } from '#src/http/form.ts'
import { request } from '#src/desk/loans/request.ts'
import { deskIn } from '#src/http/desk/desk-in.ts'
import { formAgain } from '#src/http/desk/record.ts'
import type { HttpContext } from '#src/http/env.ts'
import { fairPlaceOf } from '#src/http/fair.ts'
import { nothingHere } from '#src/http/household.ts'
import type { Pages } from '#src/http/page.ts'
import { amountTyped } from '#src/desk/entered.ts'
import { unfilled } from '#src/desk/filling.ts'
import { type BuyOutAnswer, type Onward, buyOutPage } from '#src/pages/fair/buy-out-page.ts'
import { type Faults, type Typed, readBuyOut, buyOutTyped } from '#src/pages/fair/buy-out-typed.ts'
import { fairPaths } from '#src/pages/fair/parts.ts'
import type { Html } from '#src/pages/layout.ts'

type Sent = {
  readonly book: FundBook
  readonly fields: ReadonlyMap<string, string>
  readonly typed: Typed
}

const sentIn = async (context: HttpContext): Promise<Sent | undefined> => {
  const book = await bookOf(context.get('needs').store, context.get('fund').fundId)
  const fields = (await formOf(context)) ?? new Map<string, string>()
  return book && { book, fields, typed: buyOutTyped((name) => fields.get(name)) }
}

type Counted = {
  readonly currency: BuyOutAnswer['quote']['currency']
  readonly faults: Faults
  readonly answer: BuyOutAnswer | undefined
}

/** What was typed, counted if it could be read: what it costs, what it changes, what the rules say. */
const countedOf = (context: HttpContext, { book, typed }: Sent): Counted => {
  const paidOutOn = nextMeetingOf(book, dayToShow(book, context.get('needs').today()))
  const { charter } = charterOn(book.fund.charters, paidOutOn)
  const { currency } = charter
  const { told, faults } = readBuyOut(typed, charter)
  if (!told) return { currency, faults, answer: undefined }
  const planned = buyOutPlan(charter, told, paidOutOn)
  const quote = quoteOf(
    charter,
    {
      principal: planned.plan.principal,
      instalments: told.months,
      product: 'normal',
      paidOutOn,
      repayment: 'equal-instalment',
      remainder: 'spread',
    },
    undefined,
  )
  return { currency, faults, answer: { ...planned, told, quote } }
}

/** The answer as a page of the same address, which chooses the other language by sending all of it again. */
const answered = async (
  context: HttpContext,
  sent: Sent,
  onward?: Pick<Onward, 'card' | 'fault'>,
): Promise<Html | Response> => {
  const { typed } = sent
  const { currency, faults, answer } = countedOf(context, sent)
  const { fundId, held } = context.get('fund')
  const place = {
    ...(await fairPlaceOf(context, {})),
    at: fairPaths.buyOut(fundId),
    again: typed,
  }
  const form = { typed, faults, currency }
  if (!answer) return context.html(buyOutPage({ form }, place), 400)
  const mayAsk = scopeFor('RequestLoan', held) === 'all'
  const page = buyOutPage({ answer, form, ...(mayAsk ? { onward: { ...onward } } : {}) }, place)
  return onward?.fault === undefined ? page : context.html(page, 400)
}

const empty = async (context: HttpContext): Promise<Html | Response> => {
  const { store, today } = context.get('needs')
  const book = await bookOf(store, context.get('fund').fundId)
  if (!book) return nothingHere(context)
  const { currency } = charterOn(book.fund.charters, today()).charter
  const form = { typed: {}, faults: new Map(), currency }
  return buyOutPage({ form }, await fairPlaceOf(context, {}))
}

/** The plan for a household's dear debts: what is typed is sent, counted and kept nowhere, addresses included. */
const counted = async (context: HttpContext): Promise<Html | Response> => {
  const sent = await sentIn(context)
  return sent ? answered(context, sent) : nothingHere(context)
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

/** From a plan to the form of a request: whose it is comes by card; incomes and debts stay behind. */
const onToRequest = async (context: HttpContext): Promise<Html | Response> => {
  const sent = await sentIn(context)
  const room = sent && (await roomOf(context))
  if (!sent || !room) return nothingHere(context)
  const card = sent.fields.get('card') ?? ''
  const { answer } = countedOf(context, sent)
  const member = sent.book.members.find((one) => !one.isFormer && cardMatches(one.card, card))
  const form = member && (await request.form(deskIn(room), member.memberId))
  if (!answer || !form || card.trim() === '') return answered(context, sent, { card, fault: true })
  const filling = unfilled({ ...form.prefilled, ...prefilledBy(answer) })
  return formAgain({ act: request, room, form, id: context.get('needs').ids(), filling })
}

/** Paying a dear debt off: the plan for everybody who may see the fund, the way on for whoever may ask. */
export const buyOutPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/buy-out', 'see-fund', empty)
  pages.post('/funds/:fundId/buy-out', 'see-fund', counted)
  pages.post('/funds/:fundId/record/request/from-plan', 'RequestLoan', onToRequest)
}
