import { dayTyped } from '#src/desk/typed-day.ts'
import { agreementLines, agreementText } from '#src/desk/loans/agreement-lines.ts'
import { type Charter, charterOn } from '#domain/fund/charter/charter.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Quote } from '#domain/loans/plan/quote.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import { besideOthers, monthsOf, rulingsOnQuote } from '#src/app/lending/fair-quote.ts'
import { dayToShow } from '#src/app/household/own-view.ts'
import { nextMeetingOf } from '#src/app/lending/next-payment.ts'
import { bookOf } from '#src/app/queries.ts'
import { quoteIn } from '#src/app/lending/quoting.ts'
import type { HttpContext } from '#src/http/env.ts'
import { fairPlaceOf } from '#src/http/fair/pages.ts'
import { nothingHere } from '#src/http/household.ts'
import type { Pages } from '#src/http/page.ts'
import type { FairPlace } from '#src/pages/fair/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { type Faults, type Typed, offerFields } from '#src/pages/quote/choices.ts'
import type { Beside } from '#src/pages/quote/offers-part.ts'
import { offersIn } from '#src/pages/quote/offers-typed.ts'
import { agreementPage, noAgreementPage } from '#src/pages/quote/agreement-page.ts'
import { mayBeAgreed, quotePage } from '#src/pages/quote/page.ts'
import { faultsAt, keptQuery, readTyped, typedIn } from '#src/pages/quote/typed.ts'

const none: Faults = new Map()

/** A day that was typed, where the calendar has it; the rules of that day are the ones that hold. */
const dayOf = ({ paidOutOn = '' }: Typed, otherwise: LocalDate): LocalDate =>
  dayTyped(paidOutOn) ?? otherwise

type Answered = Parameters<typeof quotePage>[0]

const isOffer = (name: string): boolean => (offerFields as readonly string[]).includes(name)

const only =
  (isWanted: (name: string) => boolean) =>
  (query: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(query).filter(([name]) => isWanted(name)))

const offersOnly = only(isOffer)
const questionOnly = only((name) => !isOffer(name))

/** The fund's own price beside what other lenders said, or usually say. */
const besideOf = (
  charter: Charter,
  { quote, typed }: { readonly quote: Quote; readonly typed: Typed },
): Beside => {
  const { offers, faults } = offersIn(typed, charter, quote.principal)
  return {
    typed,
    faults,
    months: monthsOf(quote),
    question: questionOnly(keptQuery(typed, none)),
    compared: offers && { offers, ...besideOthers(charter, quote, offers) },
  }
}

/** What is asked as it was typed, with its answer or with what is wrong field by field. */
const answerOf = (book: FundBook, typed: Typed, today: LocalDate): Answered => {
  const { charter } = charterOn(book.fund.charters, dayOf(typed, today))
  const { currency } = charter
  const { asked, faults } = readTyped(typed, charter)
  if (!asked) return { form: { typed, faults, currency } }
  const answer = quoteIn(book, { asked, memberId: undefined })
  if ('fault' in answer) return { form: { typed, faults: faultsAt(answer.fault.field), currency } }
  const { quote } = answer
  const form = { typed, faults, currency, carried: offersOnly(keptQuery(typed, faults)) }
  if (quote.terms.isOutside) return { answer: { quote }, form }
  const rulings = rulingsOnQuote(charter, { asked, quote })
  const beside = besideOf(charter, { quote, typed })
  return {
    answer: { quote, rulings, beside },
    form: { ...form, carried: offersOnly(keptQuery(typed, beside.faults)) },
  }
}

type QuoteVisit = {
  readonly answered: Answered
  readonly place: FairPlace
  readonly isWrong: boolean
}

/** The question of an address with its answer, and where it stands. */
const visitOf = async (context: HttpContext): Promise<QuoteVisit | undefined> => {
  const { store, today } = context.get('needs')
  const book = await bookOf(store, context.get('fund').fundId)
  if (!book) return undefined
  const day = dayToShow(book, today())
  const typed = typedIn((name) => context.req.query(name))
  const isAsked = typed.amount !== undefined || context.req.query('amount') !== undefined
  const first: Typed = { paidOutOn: nextMeetingOf(book, day), ...typed }
  const answered: Answered = isAsked
    ? answerOf(book, typed, day)
    : { form: { typed: first, faults: none, currency: charterOf(book, day).currency } }
  const { answer, form } = answered
  const faults = new Map([...form.faults, ...(answer?.beside?.faults ?? none)])
  const query = isAsked ? keptQuery(form.typed, faults) : {}
  return {
    answered,
    place: await fairPlaceOf(context, query),
    isWrong: isAsked && (answer === undefined || faults.size > 0),
  }
}

const page = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await visitOf(context)
  if (!visit) return nothingHere(context)
  const { answered, place, isWrong } = visit
  return isWrong ? context.html(quotePage(answered, place), 400) : quotePage(answered, place)
}

/** The agreement on a loan that the fund would lend at this price; of any other there is none. */
const agreement = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await visitOf(context)
  if (!visit) return nothingHere(context)
  const { answered, place } = visit
  if (!mayBeAgreed(answered.answer)) return context.html(noAgreementPage(place), 400)
  const lines = agreementLines(answered.answer.quote, context.get('language'))
  const hash = context.get('needs').hash(agreementText(lines))
  return agreementPage({ lines, hash, paper: context.req.query('paper') }, place)
}

/** What a loan would cost, and the agreement on it, for everybody who may see the fund; nothing is written. */
export const quotePages = (pages: Pages): void => {
  pages.get('/funds/:fundId/quote', 'see-fund', page)
  pages.get('/funds/:fundId/quote/agreement', 'see-fund', agreement)
}
