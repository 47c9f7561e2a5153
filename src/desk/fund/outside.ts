import type { CashPlace } from '#domain/fund/bank.ts'
import { type Borrowing, type BorrowingDue, owedOutside } from '#domain/fund/borrowing.ts'
import {
  borrowingLimitOn,
  isSchedule,
  recordBorrowing,
  recordBorrowingRepayment,
} from '#domain/fund/operations/outside.ts'
import { charterOf, total } from '#domain/health/book.ts'
import { postedIn } from '#src/app/members/savings-view.ts'
import { aboutFund } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { type Filled, type Own, known } from '#src/desk/asking.ts'
import { type Content, facts, note } from '#src/desk/content.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { amountTyped } from '#src/desk/entered.ts'
import { choiceField } from '#src/desk/fields.ts'
import { rateField, scheduleOf } from '#src/desk/fund/lent-schedule.ts'
import { placeOf } from '#src/desk/places.ts'
import { currencyName, dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { boxWords, lendingFormWords, memberFormWords, seldomWords } from '#src/words/words.ts'

const aboutLenders = { ...aboutFund, back: placeOf.money }

const owedTo = ({ book, today }: Desk): readonly (Borrowing & { readonly owed: number })[] =>
  book.borrowings
    .map((one) => ({ ...one, owed: owedOutside(one, today) }))
    .filter(({ owed }) => owed > 0)

const figures = (desk: Desk, amount: number): string =>
  moneyInFigures({ amount, currency: currencyOf(desk) })

/** What is owed outside today, and the most that the charter lets the fund owe. */
const limitPart = (desk: Desk): Content => {
  const { book, today } = desk
  const words = seldomWords.in(desk.language)
  const charter = charterOf(book, today)
  const money = (amount: number) => ({ money: { amount, currency: charter.currency } })
  const owed = total(owedTo(desk).map((one) => one.owed))
  return [
    facts(owed > 0 && { label: words.owedOutside, ...money(owed) }, {
      label: words.mayOwe,
      tone: 'main',
      ...money(borrowingLimitOn({ posted: postedIn(book), charter }, today)),
    }),
  ]
}

/** A name that tells one borrowing from another: whose money, and of which year. */
const codeOf = ({ book }: Desk, { of, day }: Filled): string => {
  const plain = `${of('lender')}-${day.slice(0, 4)}`
  const taken = new Set(book.borrowings.flatMap((one) => (one.isVoid ? [] : [one.borrowingId])))
  const more = Array.from({ length: taken.size + 1 }, (_, i) => `${plain}-${i + 2}`)
  return [plain, ...more].find((code) => !taken.has(code))!
}

const placeAsked = ({ language }: Desk) => {
  const words = boxWords.in(language)
  return {
    label: seldomWords.in(language).where,
    each: (place: CashPlace) => words[`place_${place}`],
    fault: lendingFormWords.in(language).chooseOne,
    as: 'radios',
  } as const
}

const dueLines = (desk: Desk, dues: readonly BorrowingDue[]): readonly string[] =>
  dues.map(({ on, principal, interest }) =>
    seldomWords
      .in(desk.language)
      .dueLine(dateInWords(on, desk.language), figures(desk, principal), figures(desk, interest)),
  )

/** Money that somebody outside lent to the fund, with the days on which it goes back. */
export const borrowing = atDesk(recordBorrowing, {
  name: 'borrowing',
  about: aboutLenders,
  shown: (desk) => {
    const words = seldomWords.in(desk.language)
    return {
      shown: 'loans',
      readAloud: memberFormWords.in(desk.language).readToMeeting,
      told: [note(words.borrowingMeaning), ...limitPart(desk)],
      prefilled: { place: 'box' },
      dayLegend: words.borrowedOn,
      asks: {
        amount: {
          label: words.borrowedSum(currencyName(currencyOf(desk), desk.language)),
          isLarge: true,
        },
        lender: {
          label: words.lender,
          each: (lender) => words[`lender_${lender}`],
          fault: lendingFormWords.in(desk.language).chooseOne,
          as: 'radios',
        },
        ratePercent: rateField(desk),
        schedule: scheduleOf(desk),
        place: placeAsked(desk),
        borrowingId: known((filled) => codeOf(desk, filled)),
      },
      check: (command) => {
        if (command.schedule.length === 0) return new Map([['count', words.duesFault]])
        return isSchedule(command)
          ? new Map()
          : new Map([
              ['first', words.datesDoNotFit],
              ['lines', words.linesDoNotFit],
            ])
      },
      effect: ({ amount, schedule }) => ({
        told: [
          { is: 'sum', money: { amount, currency: currencyOf(desk) } },
          { is: 'list', heading: words.paidBackSo, lines: dueLines(desk, schedule) },
        ],
      }),
    }
  },
})

/** What falls due next of a borrowing; undefined where all that was promised is paid. */
const nextOf = ({ schedule, repayments }: Borrowing): BorrowingDue | undefined => {
  let paid = total(repayments.map(({ principal }) => principal))
  return schedule.find(({ principal }) => {
    paid -= principal
    return paid < 0
  })
}

type Owed = ReturnType<typeof owedTo>[number]

const named = (desk: Desk, { lender, on, owed }: Owed): string => {
  const words = seldomWords.in(desk.language)
  const day = dateInWords(on, desk.language)
  return words.borrowed(words[`lender_${lender}`], day, figures(desk, owed))
}

const nextPart = (desk: Desk, one: Owed): Content => {
  const due = nextOf(one)
  return due
    ? [{ is: 'list', heading: named(desk, one), lines: dueLines(desk, [due]) }]
    : [note(named(desk, one), 'strong')]
}

/** Which of what the fund owes it is. */
const whichOf = (desk: Desk, open: readonly Owed[]): Own<string> => ({
  fields: [
    choiceField({
      name: 'borrowing',
      label: seldomWords.in(desk.language).whichBorrowing,
      choices: open.map((one) => ({ value: one.borrowingId, label: named(desk, one) })),
      fault: lendingFormWords.in(desk.language).chooseOne,
    }),
  ],
  said: ({ of }) => of('borrowing'),
})

/** Money that went back to a lender outside, and the interest that it cost. */
export const borrowingPayment = atDesk(recordBorrowingRepayment, {
  name: 'borrowing-payment',
  about: aboutLenders,
  shown: (desk) => {
    const words = seldomWords.in(desk.language)
    const currency = currencyOf(desk)
    const open = owedTo(desk)
    const [only] = open.length === 1 ? open : []
    const next = only && nextOf(only)
    const nothing = {
      title: words.nothingOwed,
      said: words.nothingOwedMeaning,
      back: words.backToMoney,
    }
    return {
      shown: 'loans',
      readAloud: memberFormWords.in(desk.language).readToMeeting,
      ...(open.length === 0 && { nothing }),
      told: open.flatMap((one) => nextPart(desk, one)),
      prefilled: {
        place: 'box',
        interest: next ? amountTyped(next.interest, currency) : '0',
        ...(only && { borrowing: only.borrowingId }),
        ...(next && { principal: amountTyped(next.principal, currency) }),
      },
      asks: {
        borrowingId: whichOf(desk, open),
        principal: { label: words.paidBack, isLarge: true, mayBeZero: true },
        interest: { label: words.interestPaid, mayBeZero: true },
        place: placeAsked(desk),
      },
      check: ({ principal, interest }) =>
        principal + interest > 0 ? new Map() : new Map([['principal', words.nothingPaid]]),
      effect: ({ principal, interest }) => ({
        told: [{ is: 'sum', money: { amount: principal + interest, currency } }],
      }),
    }
  },
})
