import { balanceOf } from '#domain/ledger/balances.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import { owingOn } from '#domain/health/book.ts'
import { claimOf } from '#domain/loans/books.ts'
import { fineAllowedOn } from '#domain/loans/fine-limits.ts'
import { recordRecovery } from '#domain/loans/operations/giving-up.ts'
import { recordLateFine, recordPaymentForLoans } from '#domain/loans/operations/repaying.ts'
import { releaseSuspense } from '#domain/savings/operations/money.ts'
import { aboutLoan, aboutMember } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import type { Own } from '#src/desk/asking.ts'
import { type Desk, cardOf, currencyOf } from '#src/desk/desk.ts'
import { type Choice, choiceField } from '#src/desk/fields.ts'
import { facts, note } from '#src/desk/content.ts'
import { currencyName, dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { lendingFormWords, lendingWords } from '#src/words/words.ts'

/** The sum that changed hands, as the largest field of a form. */
export const sumPaid = (desk: Desk) => ({
  label: lendingFormWords.in(desk.language).sumPaid(currencyName(currencyOf(desk), desk.language)),
  isLarge: true,
})

/** Open loans to choose from, the payer's own first. */
const openLoans = ({ language, book, today }: Desk, payer: string): Choice[] => {
  const open = owingOn(book.loans, today).filter(({ owed }) => owed > 0)
  const isOwn = ({ loan }: (typeof open)[number]): boolean => loan.memberId === payer
  return [...open.filter(isOwn), ...open.filter((one) => !isOwn(one))].map(({ loan, owed }) => ({
    value: loan.loanId,
    label: lendingFormWords
      .in(language)
      .loanChoice(
        loan.number,
        cardOf(book, loan.memberId),
        moneyInFigures({ amount: owed, currency: loan.terms.currency }),
      ),
  }))
}

const loanPlaces = ['1', '2', '3', '4'] as const

/** The loans that a sum is for, in the payer's order; most payments are for one or two. */
const loansPaid = (desk: Desk, payer: string): Own<readonly string[]> => {
  const words = lendingFormWords.in(desk.language)
  const choices = openLoans(desk, payer)
  return {
    fields: loanPlaces.map((place, i) =>
      choiceField({
        name: `loan${place}`,
        label: words.loanPlace(place),
        ...(i === 0 ? { hint: words.loanPlaceHint } : {}),
        choices,
        fault: words.loanPlaceFault,
        isOptional: i > 0,
        isFolded: i > 1,
      }),
    ),
    said: ({ of }) => loanPlaces.map((place) => of(`loan${place}`)).filter((id) => id !== ''),
  }
}

/** One sum for several loans. */
export const payment = atDesk(recordPaymentForLoans, {
  name: 'payment',
  about: aboutMember,
  shown: (desk, { member }) => {
    const words = lendingFormWords.in(desk.language)
    return {
      shown: 'loans',
      asks: {
        amount: sumPaid(desk),
        loanIds: loansPaid(desk, member.memberId),
        sender: {
          label: words.sender,
          each: (one) => lendingWords.in(desk.language)[`sender_${one}`],
          fault: words.chooseOne,
          isFolded: true,
        },
      },
      effect: ({ amount }) => ({
        told: [{ is: 'sum', money: { amount, currency: currencyOf(desk) } }],
      }),
    }
  },
})

/** A fine for being late, beside what the rules allow. */
export const lateFine = atDesk(recordLateFine, {
  name: 'late-fine',
  about: aboutLoan,
  shown: (desk, { loan }) => {
    const words = lendingFormWords.in(desk.language)
    const { allowed, dueOn } = fineAllowedOn(loan, desk.today)
    const money = { amount: allowed, currency: loan.terms.currency }
    return {
      shown: 'late',
      told: [
        allowed === 0
          ? note(words.fineNone, 'strong')
          : facts(
              { label: words.fineAllowed, tone: 'main', money },
              { label: words.fineFor, text: dateInWords(dueOn, desk.language) },
            ),
      ],
      asks: { amount: sumPaid(desk) },
    }
  },
})

/** Money that came in after all for a loan that was given up. */
export const recovery = atDesk(recordRecovery, {
  name: 'recovery',
  about: aboutLoan,
  shown: (desk, { loan }) => ({
    shown: 'loans',
    told: [
      facts({
        label: lendingFormWords.in(desk.language).claimLeft,
        tone: 'main',
        money: { amount: claimOf(loan), currency: loan.terms.currency },
      }),
    ],
    asks: { amount: sumPaid(desk) },
  }),
})

/** Money beyond a debt that waits for its owner's word. */
const waitingFor = ({ book, today }: Desk, memberId: string): number => {
  return 0 - balanceOf(postedOf(book.balances), `liability:suspense:${memberId}`, today)
}

/** Its owner says what the money is for that waited. */
export const waitingMoney = atDesk(releaseSuspense, {
  name: 'waiting-money',
  about: aboutMember,
  shown: (desk, { member }) => {
    const words = lendingFormWords.in(desk.language)
    const money = { amount: waitingFor(desk, member.memberId), currency: currencyOf(desk) }
    return {
      shown: 'savings',
      told: [facts({ label: words.waiting, tone: 'main', money })],
      asks: {
        amount: { label: words.amountLabel, isLarge: true },
        to: {
          label: words.waitingTo,
          each: (to) => words[`to_${to}`],
          fault: words.waitingToFault,
          as: 'radios',
        },
      },
    }
  },
})
