import { settleTakeOver } from '#domain/fund/operations/founding.ts'
import { type FundBook, charterOf, total } from '#domain/health/book.ts'
import { monthlyDay } from '#domain/kernel/dates.ts'
import { takeOverLoan } from '#domain/loans/operations/taking-over.ts'
import { takeOverSavings } from '#domain/savings/operations/money.ts'
import { dayToType } from '#src/desk/typed-day.ts'
import { usualLoan } from '#src/desk/doubts.ts'
import { aboutFund, aboutMember } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { known } from '#src/desk/asking.ts'
import { currencyOf } from '#src/desk/desk.ts'
import { handsOf } from '#src/desk/fund/hands.ts'
import { secondOf, secretFirst } from '#src/desk/fund/power.ts'
import { placeOf } from '#src/desk/places.ts'
import { facts, note } from '#src/desk/content.ts'
import { lendingFormWords, lendingWords, memberFormWords } from '#src/words/words.ts'

/** What was saved when the old book ended. */
export const openingSavings = atDesk(takeOverSavings, {
  name: 'opening-savings',
  about: aboutMember,
  shown: ({ language, book }) => {
    const words = memberFormWords.in(language)
    const { openedOn } = book.fund
    return {
      shown: 'savings',
      told: [note(words.openingSavingsMeaning)],
      dayLegend: words.openingDay,
      usualDay: openedOn,
      asks: {
        amount: {
          label: words.savedLabel,
          currency: charterOf(book, openedOn).currency,
          isLarge: true,
        },
      },
    }
  },
})

/** What was still owed when the old book ended. */
export const openingLoan = atDesk(takeOverLoan, {
  name: 'opening-loan',
  about: aboutMember,
  shown: ({ language, book, today }) => {
    const words = memberFormWords.in(language)
    const { openedOn } = book.fund
    const { currency } = charterOf(book, openedOn)
    const lent = { currency, isMoney: true, ...usualLoan(book, today) } as const
    // Half a year before the book begins: an example of when an old loan was paid out.
    const example = monthlyDay(openedOn, -6, Number(openedOn.slice(8)))
    return {
      shown: 'loans',
      told: [note(words.openingLoanMeaning)],
      dayLegend: words.openingDay,
      usualDay: openedOn,
      asks: {
        // A loan that is taken over is known by the line that took it over.
        loanId: known(({ id }) => id),
        number: { label: words.numberLabel, fault: words.numberFault },
        product: {
          label: words.productLabel,
          each: (product) => lendingWords.in(language)[`product_${product}`],
          fault: words.chooseOne,
        },
        principal: { label: words.principalLabel, ...lent },
        months: { label: words.monthsLabel, fault: words.countFault, mayBeZero: true },
        owed: { label: words.owedLabel, ...lent },
        paidOutOn: {
          label: words.paidOutLabel,
          hint: words.dayExample(dayToType(example)),
          fault: words.dayFaultExample(dayToType(example)),
        },
      },
    }
  },
})

/** What the older book does not explain as it stands now: more than it says where it is above zero. */
const leftIn = ({ balances }: FundBook): number =>
  0 -
  total(balances.filter(({ account }) => account === 'equity:takeover').map(({ amount }) => amount))

/** The meeting agrees to go on with a book that does not add up. */
export const settlement = atDesk(settleTakeOver, {
  name: 'settlement',
  about: { ...aboutFund, back: placeOf.oldBook },
  shown: (desk) => {
    const words = memberFormWords.in(desk.language)
    const amount = leftIn(desk.book)
    const money = { amount, currency: currencyOf(desk) }
    const left = facts({ label: words.leftNow, tone: 'main', money })
    return {
      shown: 'glass',
      told: [note(words.settlementMeaning), left, ...secretFirst(desk, 'settlement')],
      dayLegend: lendingFormWords.in(desk.language).dayVoted,
      ...(amount === 0 && {
        nothing: {
          title: words.act_settlement,
          said: words.settlementNothing,
          back: words.backToOldBook,
        },
      }),
      asks: {
        amount: known(amount),
        votes: handsOf(desk),
        confirmedBy: secondOf(desk),
      },
      effect: () => ({ told: [left] }),
    }
  },
})
