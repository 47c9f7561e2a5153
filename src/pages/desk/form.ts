import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Currency, decimalsOf } from '#domain/kernel/money.ts'
import {
  type DayFault,
  type Entered,
  type NumberFault,
  amountTyped,
} from '#src/pages/desk/entered.ts'
import {
  type At,
  behindDesk,
  deskLayout,
  fact,
  figure,
  heading,
  placeOf,
  whose,
  wordsAt,
} from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { currencyName, dateInWords, daysFromToday, moneyInFigures } from '#src/words/locale.ts'

type Field = {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly fault: string | undefined
  readonly value: string
  readonly inputmode: 'numeric' | 'decimal'
}

const numberField = ({ name, label, hint, fault, value, inputmode }: Field): Html => {
  const described = fault === undefined ? 'number-hint' : 'number-fault number-hint'
  return html`<div class="field">
    <label for="number">${label}</label>
    <p class="quiet" id="number-hint">${hint}</p>
    ${fault === undefined ? '' : html`<p class="fault" id="number-fault">${fault}</p>`}
    <input
      class="number"
      id="number"
      name="${name}"
      type="text"
      inputmode="${inputmode}"
      maxlength="24"
      value="${value}"
      aria-describedby="${described}"
      ${fault === undefined ? '' : html` aria-invalid="true"`}
    />
  </div>`
}

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

const monthName = (month: string, { language }: At): string =>
  dateInWords(`2000-${month}-01`, language).split(' ')[1] ?? month

const dayFaultSaid = (at: At, fault: DayFault | undefined): string | undefined => {
  const words = wordsAt(at)
  if (fault === undefined) return undefined
  if (fault === 'in-the-future') return words.dayInFuture
  return fault === 'before-the-fund' ? words.dayBeforeFund : words.dayUnknown
}

/** A day that was wrong is asked for again: nobody records today by pressing on. */
const dayFields = (at: At, { day, fault }: { day: LocalDate; fault: string | undefined }): Html => {
  const words = wordsAt(at)
  const faulty = fault === undefined ? '' : html` aria-invalid="true" aria-describedby="day-fault"`
  const options = months.map(
    (month) =>
      html`<option value="${month}" ${month === day.slice(5, 7) ? html` selected` : ''}>
        ${monthName(month, at)}
      </option>`,
  )
  const digits = (name: 'day' | 'year', { size, value }: { size: string; value: string }): Html =>
    html`<p>
      <label for="${name}">${words[name]}</label>
      <input
        id="${name}"
        name="${name}"
        type="text"
        inputmode="numeric"
        size="${size}"
        maxlength="8"
        value="${value}"
        ${faulty}
      />
    </p>`
  return html`<fieldset class="field">
    <legend>${words.dayLegend}</legend>
    ${fault === undefined ? '' : html`<p class="fault" id="day-fault">${fault}</p>`}
    <div class="day">
      ${digits('day', { size: '2', value: fault === undefined ? String(Number(day.slice(8))) : '' })}
      <p>
        <label for="month">${words.month}</label>
        <select id="month" name="month" ${faulty}>
          ${options}
        </select>
      </p>
      ${digits('year', { size: '4', value: day.slice(0, 4) })}
    </div>
  </fieldset>`
}

type Form = {
  readonly task: 'repayment' | 'saving'
  readonly subject: { readonly field: 'loan' | 'member'; readonly id: string }
  readonly entered: Entered
  readonly today: LocalDate
  readonly top: Html
  readonly number: Field
}

const formPage = (at: At, { task, subject, entered, today, top, number }: Form): Html => {
  const words = wordsAt(at)
  const place = placeOf.record(at, task)
  const dayFault = dayFaultSaid(at, entered.dayFault)
  const isMended = number.fault !== undefined || dayFault !== undefined
  const content = html`${top}
    ${isMended ? html`<p class="mended" role="alert">${words.mended}</p>` : ''}
    <form class="record" method="post" action="${place}/confirm" autocomplete="off" novalidate>
      <input type="hidden" name="id" value="${entered.id}" />
      <input type="hidden" name="${subject.field}" value="${subject.id}" />
      ${numberField(number)} ${dayFields(at, { day: entered.day ?? today, fault: dayFault })}
      <p class="buttons">
        <a class="button" href="${place}">${words.back}</a>
        <button class="go" type="submit">${words.next}</button>
      </p>
    </form>`
  const query = { [subject.field]: subject.id }
  return deskLayout({ ...behindDesk(at), at: place, query }, content)
}

const exampleAmount = (currency: Currency): string =>
  decimalsOf(currency) === 0 ? '212000' : '12.50'

const amountFaultSaid = (at: At, fault: NumberFault, currency: Currency): string => {
  const words = wordsAt(at)
  const example = exampleAmount(currency)
  return {
    missing: words.amountMissing(example),
    'not-digits': words.amountNotDigits(example),
    nought: words.amountNought,
    'too-large': words.amountTooLarge,
  }[fault]
}

const sharesFaultSaid = (at: At, fault: NumberFault): string => {
  const words = wordsAt(at)
  return {
    missing: words.sharesMissing,
    'not-digits': words.sharesNotDigits,
    nought: words.sharesNought,
    'too-large': words.sharesTooMany,
  }[fault]
}

export type LoanToPay = {
  readonly loanId: string
  readonly number: string
  readonly card: string
  readonly currency: Currency
  readonly today: LocalDate
  readonly owed: number
  readonly dueToday: { readonly total: number; readonly interest: number }
  readonly next: { readonly on: LocalDate; readonly amount: number } | undefined
  readonly settlement: number
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
    </dl>`
}

/** Asks how much was paid back on a loan, and when. */
export const repaymentForm = (at: At, loan: LoanToPay, entered: Entered): Html => {
  const words = wordsAt(at)
  const { currency, today, loanId } = loan
  const { number, numberFault } = entered
  return formPage(at, {
    task: 'repayment',
    subject: { field: 'loan', id: loanId },
    entered,
    today,
    top: html`${heading('loans', words.recordRepayment)} ${whose(at, loan)} ${loanFacts(at, loan)}`,
    number: {
      name: 'amount',
      inputmode: decimalsOf(currency) === 0 ? 'numeric' : 'decimal',
      label: words.amountLabel(currencyName(currency, at.language)),
      hint: words.amountHint(exampleAmount(currency)),
      fault: numberFault && amountFaultSaid(at, numberFault, currency),
      value: number === undefined ? '' : amountTyped(number, currency),
    },
  })
}

export type MemberToSave = {
  readonly memberId: string
  readonly card: string
  readonly currency: Currency
  readonly today: LocalDate
  readonly saved: number
  readonly shareValue: number
  readonly sharesMax: number
}

/** Asks how many shares a member bought, and when. */
export const savingForm = (at: At, member: MemberToSave, entered: Entered): Html => {
  const words = wordsAt(at)
  const { currency, today, memberId } = member
  const { number, numberFault } = entered
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
    entered,
    today,
    top: html`${heading('savings', words.recordSaving)} ${whose(at, { card: member.card })} ${facts}`,
    number: {
      name: 'shares',
      inputmode: 'numeric',
      label: words.sharesLabel,
      hint: `${words.sharesMax(String(member.sharesMax))} ${words.sharesHint}`,
      fault: numberFault && sharesFaultSaid(at, numberFault),
      value: number === undefined ? '' : String(number),
    },
  })
}
