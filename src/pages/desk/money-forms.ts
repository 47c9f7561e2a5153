import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Member } from '#domain/fund/members.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { senders } from '#domain/loans/loan.ts'
import type { Entered } from '#src/desk/entered.ts'
import {
  type Field,
  cardField,
  choiceField,
  choicesOf,
  countField,
  paidLabel,
  sumField,
  tickField,
} from '#src/desk/fields.ts'
import { formPage } from '#src/pages/desk/form.ts'
import { type At, fact, figure, heading, whose, wordsAt } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { lendingFormWords, lendingWords } from '#src/words/words.ts'
import { dateInWords, daysFromToday, moneyInFigures } from '#src/words/locale.ts'

/** What stands in a form, and why the rules did not take it the last time. */
export type Filling = {
  readonly entered: Entered
  readonly refusal?: Html | undefined
  /** What the loan that is typed would cost, where that was asked. */
  readonly price?: Html | undefined
}

type LoanToPay = {
  readonly loanId: string
  readonly number: string
  readonly card: string
  readonly currency: Currency
  readonly today: LocalDate
  readonly owed: number
  readonly dueToday: { readonly total: number; readonly interest: number }
  readonly next: { readonly on: LocalDate; readonly amount: number } | undefined
  readonly settlement: number
  /** What paying all of it off today saves. */
  readonly saved: number
  readonly members: readonly Member[]
}

const loanFacts = (at: At, loan: LoanToPay): Html => {
  const words = wordsAt(at)
  const { currency, today, next } = loan
  const money = (amount: number): Html => figure({ amount, currency })
  const { total, interest } = loan.dueToday
  const isDue = total > 0
  const ofIt =
    interest > 0
      ? html`<br />${words.ofItInterest(moneyInFigures({ amount: interest, currency }))}`
      : ''
  const nextDay =
    next &&
    html`<br />${daysFromToday({ day: next.on, today }, at.language)},
      <span class="together">${dateInWords(next.on, at.language)}</span>`
  return html`${isDue ? '' : html`<p>${words.nothingDueToday}</p>`}
    <dl class="facts">
      ${isDue ? fact(words.dueToday, html`<b class="figure">${money(total)}</b>`, ofIt) : ''}
      ${next && !isDue ? fact(words.nextPayment, money(next.amount), nextDay) : ''}
      ${fact(words.loanLeft, money(loan.owed))} ${fact(words.toSettle, money(loan.settlement))}
      ${loan.saved > 0 ? fact(lendingWords.in(at.language).saves, money(loan.saved)) : ''}
    </dl>`
}

/** What a repayment is asked: how much, and what only some repayments need. */
export const repaymentFields = (at: At, { currency, members }: LoanToPay): readonly Field[] => {
  const words = lendingFormWords.in(at.language)
  const life = lendingWords.in(at.language)
  return [
    sumField(at, {
      name: 'amount',
      label: paidLabel(at, currency),
      currency,
      isLarge: true,
    }),
    choiceField({
      name: 'early',
      label: words.early,
      hint: words.earlyHint,
      as: 'radios',
      choices: choicesOf(['next', 'fewer', 'smaller'] as const, (value) => words[`early_${value}`]),
      fault: words.chooseOne,
      isOptional: true,
      isFolded: true,
    }),
    tickField({
      name: 'excessTo',
      label: words.excessToSavings,
      said: life.excessSaved,
      isFolded: true,
    }),
    choiceField({
      name: 'sender',
      label: words.sender,
      choices: choicesOf(senders, (value) => life[`sender_${value}`]),
      fault: words.chooseOne,
      isOptional: true,
      isFolded: true,
    }),
    cardField(at, {
      name: 'paidBy',
      label: words.paidBy,
      hint: words.paidByHint,
      members,
      isOptional: true,
      isFolded: true,
    }),
  ]
}

/** Asks how much was paid back on a loan, and when. */
export const repaymentForm = (at: At, loan: LoanToPay, { entered, refusal }: Filling): Html =>
  formPage(at, {
    task: 'repayment',
    subject: { field: 'loan', id: loan.loanId },
    fields: repaymentFields(at, loan),
    entered,
    refusal,
    today: loan.today,
    top: html`${heading('loans', wordsAt(at).recordRepayment)} ${whose(at, loan)}`,
    facts: loanFacts(at, loan),
  })

type MemberToSave = {
  readonly memberId: string
  readonly card: string
  readonly currency: Currency
  readonly today: LocalDate
  readonly saved: number
  readonly shareValue: number
  readonly sharesMax: number
}

export const savingFields = (at: At, { sharesMax }: MemberToSave): readonly Field[] => {
  const words = wordsAt(at)
  return [
    countField({
      name: 'shares',
      label: words.sharesLabel,
      hint: `${words.sharesMax(String(sharesMax))} ${words.sharesHint}`,
      isLarge: true,
      faults: {
        missing: words.sharesMissing,
        'not-digits': words.sharesNotDigits,
        nought: words.sharesNought,
        'too-large': words.sharesTooMany,
      },
    }),
  ]
}

/** Asks how many shares a member bought, and when. */
export const savingForm = (at: At, member: MemberToSave, { entered, refusal }: Filling): Html => {
  const words = wordsAt(at)
  const { currency, today, memberId, card } = member
  const facts = html`<dl class="facts">
    ${fact(
      words.shareValue,
      html`<b class="figure">${figure({ amount: member.shareValue, currency })}</b>`,
    )}
    ${fact(words.savedNow, figure({ amount: member.saved, currency }))}
  </dl>`
  return formPage(at, {
    task: 'saving',
    subject: { field: 'member', id: memberId },
    fields: savingFields(at, member),
    entered,
    refusal,
    today,
    top: html`${heading('savings', words.recordSaving)} ${whose(at, { card })}`,
    facts,
  })
}
