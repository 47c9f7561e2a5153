import { isLocalDate } from '#domain/kernel/dates.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { earlyPaymentOf } from '#domain/loans/early.ts'
import { recordRepayment } from '#domain/loans/operations/repaying.ts'
import { standingOf } from '#domain/loans/standing.ts'
import {
  type RepaymentEffect,
  dueBy,
  repaymentEffect,
  settlementOn,
  usualPayment,
} from '#src/app/lending/before-after.ts'
import { nextPaymentIn } from '#src/app/lending/next-payment.ts'
import { aboutLoan } from '#src/desk/about.ts'
import { type Effect, atDesk } from '#src/desk/act.ts'
import type { Desk } from '#src/desk/desk.ts'
import { amountTyped } from '#src/desk/entered.ts'
import { placeOf } from '#src/desk/places.ts'
import { type Fact, type Content, facts, note } from '#src/desk/content.ts'
import type { Language } from '#src/words/catalogue.ts'
import { currencyName, dateInWords, daysFromToday, moneyInFigures } from '#src/words/locale.ts'
import { deskWords, lendingFormWords, lendingWords } from '#src/words/words.ts'

/** Principal, interest and what the loan does not need, as parts of one sum. */
export const splitFacts = (
  language: Language,
  {
    interest,
    principal,
    excess,
    currency,
  }: Pick<RepaymentEffect, 'interest' | 'principal' | 'excess' | 'currency'>,
): readonly Fact[] => {
  const words = deskWords.in(language)
  const money = (amount: number) => ({ money: { amount, currency } })
  return [
    { label: words.principal, ...money(principal) },
    { label: words.interest, ...money(interest) },
    ...(excess > 0 ? [{ label: words.excess, ...money(excess) }] : []),
  ]
}

/** What is due, what is left, and what it would take to be done with it. */
const owedContent = ({ language, book, today }: Desk, loan: Loan): Content => {
  const words = deskWords.in(language)
  const { currency } = loan.terms
  const money = (amount: number) => ({ money: { amount, currency } })
  const { owed = 0 } = standingOf(loan, today) ?? {}
  const next = nextPaymentIn(book, loan, today)
  const { total, interest } = dueBy(loan, today)
  const saved = earlyPaymentOf(loan, today)?.saved ?? 0
  const isDue = total > 0
  const ofIt = (amount: number): string | undefined =>
    amount > 0 ? words.ofItInterest(moneyInFigures({ amount, currency })) : undefined
  return [
    ...(isDue ? [] : [note(words.nothingDueToday)]),
    facts(
      isDue && {
        label: words.dueToday,
        tone: 'main',
        ...money(total),
        due: { loanId: loan.loanId, on: today, interest: ofIt(interest) },
      },
      next && !isDue
        ? {
            label: words.nextPayment,
            ...money(next.amount),
            due: { loanId: loan.loanId, on: next.on, interest: ofIt(next.interest) },
            below: [
              daysFromToday({ day: next.on, today }, language),
              dateInWords(next.on, language),
            ],
          }
        : undefined,
      { label: words.loanLeft, ...money(owed) },
      { label: words.toSettle, ...money(settlementOn(loan, today)) },
      saved > 0 && { label: lendingWords.in(language).saves, ...money(saved) },
    ),
  ]
}

const paidOffContent = ({ language }: Pick<Desk, 'language'>, done: RepaymentEffect): Content => {
  const words = deskWords.in(language)
  const isPaidOff = done.owedAfter === 0 && done.owedBefore > 0
  // Good news looks like it, but not beside a warning to count again.
  const isGood = done.asksAgain.length === 0
  return [
    ...(isPaidOff ? [note(words.loanPaidOff, isGood ? 'good' : undefined)] : []),
    ...(done.isExcessSaved && done.excess > 0 ? [] : [note(words.savingsUnchanged, 'calm')]),
  ]
}

/** What a repayment does, as it is told before it is recorded. */
export const repaymentReadBack = (desk: Pick<Desk, 'language'>, done: RepaymentEffect): Effect => {
  const words = deskWords.in(desk.language)
  const money = (amount: number) => ({ amount, currency: done.currency })
  const { excess, isExcessSaved } = done
  const rest = moneyInFigures(money(excess))
  return {
    money: {
      isOf: 'loans',
      said: words.amountPaid,
      on: words.given,
      sum: money(done.amount),
      lines: splitFacts(desk.language, done),
    },
    told: [
      {
        is: 'balance',
        label: words.loanLeft,
        before: money(done.owedBefore),
        after: money(done.owedAfter),
      },
      ...paidOffContent(desk, done),
    ],
    flags: {
      overpaid: isExcessSaved ? words.flagOverpaidSaved(rest) : words.flagOverpaid(rest),
      'before-payout': words.flagBeforePayout,
    },
    warnings: done.movesLater ? [words.movesLater] : [],
    asksAgain: done.asksAgain,
  }
}

/** What stands in the form: what is due on the day that it begins with. Where nothing is, nobody is led to a sum. */
const dueTyped = ({ along, today }: Desk, loan: Loan): { readonly amount?: string } => {
  const { on = today } = along
  const { total } = dueBy(loan, isLocalDate(on) && on <= today ? on : today)
  return total > 0 ? { amount: amountTyped(total, loan.terms.currency) } : {}
}

/** The sum of today under another day, on which another one was due: nobody paid it so by leaving it as it stood. */
const ofAnotherDay = (
  { language, today }: Desk,
  loan: Loan,
  { amount, effectiveOn: on }: Pick<RepaymentEffect, 'amount'> & { readonly effectiveOn: string },
): readonly string[] => {
  const { total } = dueBy(loan, on)
  if (on === today || amount !== dueBy(loan, today).total || amount === total) return []
  const due = moneyInFigures({ amount: total, currency: loan.terms.currency })
  return [deskWords.in(language).dueThatDay(dateInWords(on, language), due)]
}

/** How much was paid back on a loan, and when; and what only some repayments need. */
export const repayment = atDesk(recordRepayment, {
  name: 'repayment',
  about: { ...aboutLoan, choose: 'loan', back: (desk, _, name) => placeOf.record(desk, name) },
  shown: (desk, { loan }) => {
    const { book, language, today } = desk
    const words = deskWords.in(language)
    const form = lendingFormWords.in(language)
    const life = lendingWords.in(language)
    const { currency } = loan.terms
    return {
      shown: 'loans',
      title: words.recordRepayment,
      question: words.checkRepayment,
      dayLegend: words.dayLegend,
      told: owedContent(desk, loan),
      prefilled: dueTyped(desk, loan),
      asks: {
        amount: {
          label: deskWords.in(desk.language).amountLabel(currencyName(currency, desk.language)),
          currency,
          ...usualPayment(loan, today),
          isLarge: true,
        },
        early: {
          label: form.early,
          hint: form.earlyHint,
          each: (one) => form[`early_${one}`],
          fault: form.chooseOne,
          as: 'radios',
          isFolded: true,
        },
        excessTo: { label: form.excessToSavings, said: life.excessSaved, isFolded: true },
        sender: {
          label: form.sender,
          each: (one) => life[`sender_${one}`],
          fault: form.chooseOne,
          isFolded: true,
        },
        paidBy: {
          label: form.paidBy,
          members: book.members,
          isFolded: true,
        },
      },
      effect: (command) => {
        const read = repaymentReadBack(desk, repaymentEffect({ book, loan }, command, today))
        const { warnings = [] } = read
        return { ...read, warnings: [...warnings, ...ofAnotherDay(desk, loan, command)] }
      },
    }
  },
})
