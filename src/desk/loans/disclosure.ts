import { dateField } from '#src/desk/day-fields.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { usualOffers } from '#domain/fairness/offers.ts'
import { charterOf } from '#domain/health/book.ts'
import { discloseCost } from '#domain/loans/operations/deciding.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import { besideOthers } from '#src/app/lending/fair-quote.ts'
import { quoteOfRequest } from '#src/app/lending/quoting.ts'
import { payoutDayOf } from '#src/desk/loans/cost.ts'
import { aboutRequest } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import type { Own } from '#src/desk/asking.ts'
import type { Desk } from '#src/desk/desk.ts'
import { tickField } from '#src/desk/fields.ts'
import { costText } from '#src/desk/loans/cost-text.ts'
import { requestPart } from '#src/desk/loans/request-part.ts'
import { agreementPath } from '#src/desk/places.ts'
import { type Content, facts, note } from '#src/desk/content.ts'
import { dateInWords } from '#src/words/locale.ts'
import { lendingFormWords } from '#src/words/words.ts'

/** The whole price, beside a moneylender's and an MFI's for the same sum and time. */
const priceContent = ({ book }: Desk, { asked }: LoanRequest, on: LocalDate): Content => {
  const quote = quoteOfRequest(book, asked, on)
  if (!quote) return []
  const beside = besideOthers(charterOf(book, on), quote, usualOffers)
  return [{ is: 'price-beside-others', quote, beside }]
}

/** For which day: the usual one, where none is written. */
const payoutDay = (desk: Desk, usual: LocalDate): Own<LocalDate> => {
  const words = lendingFormWords.in(desk.language)
  return {
    fields: [
      dateField(desk, {
        name: 'paidOutOn',
        label: words.disclosedPayout,
        hint: words.disclosedPayoutHint(dateInWords(usual, desk.language)),
        fault: words.dateFault,
        isOptional: true,
      }),
    ],
    said: ({ of }) => of('paidOutOn') || usual,
  }
}

/** That the agreement for that day was read aloud: its text is kept as a fingerprint. */
const readAloud = (
  { needs, book, language }: Desk,
  { asked }: LoanRequest,
  day: Own<LocalDate>,
): Own<string> => {
  const words = lendingFormWords.in(language)
  const { readAloud: label, yes: said, readAloudFault: fault } = words
  return {
    fields: [tickField({ name: 'readAloud', label, said, fault })],
    said: (filled) => {
      const read = filled.of('inLanguage') === 'km' ? 'km' : 'en'
      const text = costText(book, asked, { paidOutOn: day.said(filled), language: read })
      return needs.hash(text ?? '')
    },
  }
}

/** The whole price is put before the household: beside what others ask, and as a paper to keep. */
export const disclosure = atDesk(discloseCost, {
  name: 'disclosure',
  about: aboutRequest,
  shown: (desk, { request }) => {
    const { book, today, language } = desk
    const words = lendingFormWords.in(language)
    const usual = payoutDayOf(book, request, today)
    const paidOutOn = payoutDay(desk, usual)
    return {
      shown: 'glass',
      told: [
        note(words.disclosureMeaning),
        requestPart(desk, request),
        ...priceContent(desk, request, usual),
        { is: 'link', href: agreementPath(desk, request.loanId), label: words.toAgreement },
      ],
      asks: {
        paidOutOn,
        language: {
          name: 'inLanguage',
          label: words.disclosedIn,
          each: (one) => words[`disclosedIn_${one}`],
          fault: words.chooseOne,
          as: 'radios',
        },
        textHash: readAloud(desk, request, paidOutOn),
      },
      effect: ({ paidOutOn: day, textHash }) => ({
        told: [
          ...priceContent(desk, request, day),
          facts(
            { label: words.disclosedPayout, text: dateInWords(day, language) },
            { label: words.textHash, hash: textHash },
          ),
        ],
      }),
    }
  },
})
