import { fairCapOn } from '#domain/fairness/fair-lending.ts'
import { rateOfProduct } from '#domain/fund/charter/charter.ts'
import { charterOf } from '#domain/health/book.ts'
import { capOfMonth, lowerRate } from '#domain/loans/as-written.ts'
import { beyondOf } from '#domain/loans/beyond.ts'
import { stillHeld } from '#domain/loans/held.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { returnSecurity } from '#domain/loans/operations/returning.ts'
import { convertLoan } from '#domain/loans/operations/voted-anew.ts'
import { aboutLoan, aboutVotedLoan } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { ballotOf, steppedOut } from '#src/desk/ballot.ts'
import type { Desk } from '#src/desk/desk.ts'
import { type Part, facts, note } from '#src/desk/content.ts'
import { witnessesOf } from '#src/desk/witnesses.ts'
import { securityNamed } from '#src/words/older-task-words.ts'
import { olderWords } from '#src/words/report-words.ts'

/** What the vote changes: the rate before and after, and what is given up by it. */
const conversionPart = ({ language, book }: Desk, loan: Loan, day: string): Part => {
  const words = olderWords.in(language)
  const { rateMonthlyPercent, product, currency } = loan.terms
  const own = rateOfProduct(charterOf(book, day), product)
  const then = lowerRate(lowerRate(own, capOfMonth(fairCapOn(day))), rateMonthlyPercent)
  const amount = beyondOf(loan, day)?.open ?? 0
  return facts(
    { label: words.rateNow, tone: 'strong', text: `${rateMonthlyPercent} %` },
    { label: words.rateThen, tone: 'strong', text: `${then} %` },
    { label: words.givenUp, tone: 'strong', money: { amount, currency } },
  )
}

/** The vote that a loan of an older book goes on by the fund's own rules. */
export const conversion = atDesk(convertLoan, {
  name: 'conversion',
  about: aboutVotedLoan,
  shown: (desk, { loan, kin }) => ({
    shown: 'meeting',
    told: [
      note(olderWords.in(desk.language).conversionMeaning),
      conversionPart(desk, loan, desk.today),
      ...steppedOut(desk, kin),
    ],
    asks: { ballot: ballotOf(desk, { memberId: loan.memberId, kin, isForTheMeeting: true }) },
    effect: ({ effectiveOn }) => ({ told: [conversionPart(desk, loan, effectiveOn)] }),
  }),
})

/** A paper that was held for a loan is with its owner again. */
export const givingBack = atDesk(returnSecurity, {
  name: 'giving-back',
  about: aboutLoan,
  shown: (desk, { loan }) => {
    const words = olderWords.in(desk.language)
    const held = stillHeld(loan, desk.today)
    return {
      shown: 'card',
      told: [note(held.length === 0 ? words.nothingHeld : words.givingBackMeaning)],
      asks: {
        security: {
          label: words.whatBack,
          each: (one) => securityNamed(one, desk.language),
          among: held,
          fault: words.whatBackFault,
          as: 'radios',
        },
        proof: witnessesOf(desk, words.witnessHint),
      },
    }
  },
})
