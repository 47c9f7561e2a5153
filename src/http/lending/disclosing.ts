import { agreementPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { usualOffers } from '#domain/fairness/offers.ts'
import { charterOn } from '#domain/fund/charter.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { LoanRequest } from '#domain/loans/request-state.ts'
import type { Quote } from '#domain/loans/quote.ts'
import { besideOthers } from '#src/app/fair-quote.ts'
import { dayToShow, nextMeetingOf } from '#src/app/own-view.ts'
import { questionOf, quoteIn } from '#src/app/quoting.ts'
import type { Filled, Room } from '#src/http/desk/record.ts'
import { type Act, envelopeOf, ofRequest } from '#src/http/lending/act.ts'
import { askedFacts } from '#src/http/lending/asking.ts'
import { choiceField, choicesOf, dateField, tickField } from '#src/desk/fields.ts'
import { fact } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { agreementLines, agreementText } from '#src/pages/quote/agreement-lines.ts'
import { comparison } from '#src/pages/quote/offers-part.ts'
import { costCard } from '#src/pages/quote/result.ts'
import type { Language } from '#src/words/catalogue.ts'
import { offersWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

/** What a request would cost if it were paid out on a day; nothing where it cannot be counted. */
export const quoteOfRequest = (
  book: FundBook,
  { asked }: LoanRequest,
  paidOutOn: LocalDate,
): Quote | undefined => {
  const answer = quoteIn(book, { asked: questionOf(asked, paidOutOn), memberId: undefined })
  return 'fault' in answer ? undefined : answer.quote
}

/** The day for which the price is shown: the one it was put before the household for, else the next meeting. */
export const payoutDayOf = (book: FundBook, { disclosure }: LoanRequest, today: LocalDate) =>
  disclosure?.paidOutOn ?? nextMeetingOf(book, dayToShow(book, today))

const inLanguages = ['km', 'en'] as const

/** The fund's own price beside a moneylender's and an MFI's for the same sum and time. */
const comparedPart = ({ at, book }: Pick<Room, 'at' | 'book'>, quote: Quote): Html => {
  const { language } = at
  const words = offersWords.in(language)
  const { charter } = charterOn(book.fund.charters, quote.terms.paidOutOn)
  const compared = { offers: usualOffers, ...besideOthers(charter, quote, usualOffers) }
  return html`<section class="beside">
    <h2>${words.heading}</h2>
    ${comparison(compared, { currency: charter.currency, language, words })}
  </section>`
}

const pricePart = (room: Room, one: LoanRequest, day: LocalDate): Html | string => {
  const quote = quoteOfRequest(room.book, one, day)
  if (!quote) return ''
  const words = formWordsAt(room.at)
  return html`<section>
      <h2>${words.costCard}</h2>
      ${costCard(quote, room.at.language)}
    </section>
    ${comparedPart(room, quote)}`
}

const dayIn = (filled: Filled, otherwise: LocalDate): LocalDate =>
  filled.of('paidOutOn') || otherwise

const toldIn = (filled: Filled, otherwise: LocalDate) => ({
  language: filled.of('inLanguage') as Language,
  day: dayIn(filled, otherwise),
})

const textHashOf = (
  room: Room,
  one: LoanRequest,
  { language, day }: { readonly language: Language; readonly day: LocalDate },
): string => {
  const quote = quoteOfRequest(room.book, one, day)
  const lines = quote ? agreementLines(quote, language) : []
  return room.context.get('needs').hash(agreementText(lines))
}

/** The whole price is put before the household: beside what others ask, and as a paper to keep. */
export const disclosure = ofRequest(
  { name: 'disclosure', rule: 'DiscloseCost' },
  (room, one): Act => {
    const { at, book, today } = room
    const words = formWordsAt(at)
    const day = payoutDayOf(book, one, today)
    const link = html`<p>
      <a class="button" href="${agreementPath(at, one.loanId)}">${words.toAgreement}</a>
    </p>`
    return {
      shown: 'glass',
      facts: html`<p>${words.disclosureMeaning}</p>
        ${askedFacts(room, one)} ${pricePart(room, one, day)} ${link}`,
      fields: [
        dateField(at, {
          name: 'paidOutOn',
          label: words.disclosedPayout,
          hint: words.disclosedPayoutHint(dateInWords(day, at.language)),
          fault: words.dateFault,
          isOptional: true,
        }),
        choiceField({
          name: 'inLanguage',
          label: words.disclosedIn,
          choices: choicesOf(inLanguages, (language) => words[`disclosedIn_${language}`]),
          fault: words.chooseOne,
          as: 'radios',
        }),
        tickField({
          name: 'readAloud',
          label: words.readAloud,
          said: words.yes,
          fault: words.readAloudFault,
        }),
      ],
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'DiscloseCost',
        loanId: one.loanId,
        textHash: textHashOf(room, one, toldIn(filled, day)),
        language: filled.of('inLanguage') as Language,
        paidOutOn: dayIn(filled, day),
      }),
      more: (filled) =>
        html`${pricePart(room, one, dayIn(filled, day))}
          <dl class="facts">
            ${fact(words.disclosedPayout, dateInWords(dayIn(filled, day), at.language))}
            ${fact(words.textHash, html`<span class="hash">${textHashOf(room, one, toldIn(filled, day))}</span>`)}
          </dl>`,
    }
  },
)
