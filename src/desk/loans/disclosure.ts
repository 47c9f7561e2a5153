import { dateField } from '#src/desk/day-fields.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { usualOffers } from '#domain/fairness/offers.ts'
import { charterOf } from '#domain/health/book.ts'
import { discloseCost } from '#domain/loans/operations/deciding.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import { besideOthers } from '#src/app/lending/fair-quote.ts'
import { quoteOfRequest } from '#src/app/lending/quoting.ts'
import { costOf, payoutDayOf } from '#src/desk/loans/cost.ts'
import { aboutRequest } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import type { Own } from '#src/desk/asking.ts'
import type { Desk } from '#src/desk/desk.ts'
import { costText } from '#src/desk/loans/cost-text.ts'
import { gate } from '#src/desk/loans/gate.ts'
import { agreementPath } from '#src/desk/places.ts'
import { type Content, facts } from '#src/desk/content.ts'
import { dateInWords } from '#src/words/locale.ts'
import { lendingFormWords } from '#src/words/words.ts'

/** What a moneylender and an MFI ask for the same sum and time. */
const besideOthersContent = ({ book }: Desk, { asked }: LoanRequest, on: LocalDate): Content => {
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
        fold: words.otherDay,
      }),
    ],
    said: ({ of }) => of('paidOutOn') || usual,
  }
}

/** That the agreement for that day was read aloud, as whoever presses the button says: its text is kept as a fingerprint. */
const readAloud = (
  { needs, book }: Desk,
  { asked }: LoanRequest,
  day: Own<LocalDate>,
): Own<string> => {
  return {
    fields: [],
    said: (filled) => {
      const read = filled.of('inLanguage') === 'km' ? 'km' : 'en'
      const text = costText(book, asked, { paidOutOn: day.said(filled), language: read })
      return needs.hash(text ?? '')
    },
  }
}

/** The whole price is put before the household: beside what others ask, and as a paper to keep. */
export const disclosure = atDesk(discloseCost, {
  ...gate,
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
        { is: 'link', href: agreementPath(desk, request.loanId, usual), label: words.toAgreement },
        ...costOf(desk, request, { on: today, paidOutOn: usual, isRefusalAbove: true }),
        ...besideOthersContent(desk, request, usual),
      ],
      prefilled: { inLanguage: 'km', paidOutOn: usual },
      submit: words.readAloud,
      dayFold: words.otherDay,
      asks: {
        paidOutOn,
        language: {
          name: 'inLanguage',
          fold: words.otherDay,
          label: words.disclosedIn,
          each: (one) => words[`disclosedIn_${one}`],
          fault: words.chooseOne,
          as: 'radios',
        },
        textHash: readAloud(desk, request, paidOutOn),
      },
      // Read for another day than that of the page, whose price is another: it is told before.
      effect: ({ paidOutOn: day, effectiveOn: on }) => ({
        isUnusual: day !== usual,
        told: [
          ...costOf(desk, request, { on, paidOutOn: day }),
          facts({ label: words.disclosedPayout, text: dateInWords(day, language) }),
        ],
      }),
    }
  },
})
