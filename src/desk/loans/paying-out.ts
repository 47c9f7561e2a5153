import { lentSoFar } from '#domain/loans/loan.ts'
import { recordPayout, recordPayoutPart } from '#domain/loans/operations/paying-out.ts'
import {
  type LenderKind,
  type RequestedLoan,
  lenderKinds,
} from '#domain/loans/request/request-state.ts'
import { aboutLoan, aboutRequest } from '#src/desk/about.ts'
import { type Effect, atDesk } from '#src/desk/act.ts'
import { type Own, known } from '#src/desk/asking.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { boxPart } from '#src/desk/loans/limits.ts'
import { lendersOf } from '#src/desk/loans/lenders.ts'
import { nextNumberOf } from '#src/desk/loans/next-number.ts'
import { placeOf } from '#src/desk/places.ts'
import { facts } from '#src/desk/content.ts'
import { witnessesOf } from '#src/desk/witnesses.ts'
import { currencyName } from '#src/words/locale.ts'
import { lendingFormWords } from '#src/words/words.ts'

/** Whom a buy-out pays: each lender by kind, as it was agreed. */
const lendersPaid = (
  desk: Desk,
  asked: RequestedLoan | undefined,
): Own<readonly LenderKind[] | undefined> => {
  const kinds = asked?.purpose === 'buy-out' ? (asked.buyOut?.lenderKinds ?? lenderKinds) : []
  const { paidToLender: label } = lendingFormWords.in(desk.language)
  const { fields, said } = lendersOf(desk, kinds, { label })
  return {
    fields,
    said: (filled) => {
      const paid = said(filled)
      return paid.length === 0 ? undefined : paid
    },
  }
}

const effectOf = (desk: Desk, amount: number): Effect => ({
  told: [{ is: 'sum', money: { amount, currency: currencyOf(desk) } }],
})

/** Money that leaves the box as a loan, all of it or its first part, as it was asked for. */
export const payout = atDesk(recordPayout, {
  home: placeOf.loan,
  isAtOnce: true,
  name: 'payout',
  about: aboutRequest,
  shown: (desk, { request }) => {
    const words = lendingFormWords.in(desk.language)
    const { asked } = request
    const number = nextNumberOf(desk.book.loans)
    return {
      shown: 'box',
      told: [boxPart(desk)],
      submit: words.act_payout,
      dayFold: words.moreOfPayout,
      prefilled: {
        number: number ?? '',
        ...Object.fromEntries(
          (asked.buyOut?.lenderKinds ?? []).map((kind) => [`lender-${kind}`, 'yes']),
        ),
      },
      asks: {
        number: {
          label: words.loanNumber,
          ...(number === undefined && { hint: words.loanNumberHint }),
          fault: words.loanNumberFault,
        },
        memberId: known(asked.memberId),
        product: known(asked.product),
        principal: known(asked.principal),
        months: known(asked.months),
        firstDueOn: known(asked.firstDueOn),
        plan: known(asked.plan),
        amount: { label: words.partLabel, fold: words.moreOfPayout },
        lenderKinds: lendersPaid(desk, asked),
        proof: witnessesOf(desk),
      },
      effect: ({ amount = asked.principal }) => effectOf(desk, amount),
    }
  },
})

/** A later part of a loan that is paid out in parts. */
export const payoutPart = atDesk(recordPayoutPart, {
  name: 'payout-part',
  about: aboutLoan,
  shown: (desk, { loan }) => {
    const { book, language } = desk
    const words = lendingFormWords.in(language)
    const { currency, principal } = loan.terms
    const asked = book.requests.find(({ loanId }) => loanId === loan.loanId)?.asked
    const money = (amount: number) => ({ money: { amount, currency } })
    return {
      shown: 'box',
      told: [
        facts(
          { label: words.approvedSum, ...money(principal) },
          {
            label: words.stillToPay,
            tone: 'main',
            ...money(Math.max(principal - lentSoFar(loan), 0)),
          },
        ),
      ],
      asks: {
        amount: {
          label: words.partAmount(currencyName(currency, language)),
          currency,
          isLarge: true,
        },
        lenderKinds: lendersPaid(desk, asked),
        proof: witnessesOf(desk),
      },
      effect: ({ amount }) => effectOf(desk, amount),
    }
  },
})
