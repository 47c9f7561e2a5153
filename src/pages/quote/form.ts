import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import { holidayYears } from '#domain/fund/charter/holidays.ts'
import { type Faults, type FieldName, type Typed, boxes } from '#src/pages/quote/choices.ts'
import { keysFor } from '#src/desk/typed-sum.ts'
import { type Form, boxField, quoteChoice, quoteDays, quoteLine } from '#src/pages/quote/fields.ts'
import { hidden } from '#src/pages/entrance/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { currencyName } from '#src/words/locale.ts'
import { quoteFormWords } from '#src/words/quote-words.ts'

export type QuoteFormShown = {
  readonly typed: Typed
  readonly faults: Faults
  readonly currency: Currency
  /** The address that the form is sent to. */
  readonly to: string
  /** What is asked elsewhere on the page and must not be lost by asking anew. */
  readonly carried?: Readonly<Record<string, string>>
}

/** Fields that stand in the open; all others are in the fold. */
const inTheOpen: readonly FieldName[] = [
  'amount',
  'count',
  'product',
  'paidOutOn',
  'every',
  'repayment',
]

const group = (heading: string, ...fields: readonly Html[]): Html =>
  html`<fieldset class="group">
    <legend>${heading}</legend>
    <div class="fields">${fields}</div>
  </fieldset>`

const dayGroup = (form: Form): Html => {
  const { words } = form
  const hint = words.dayHint
  return group(
    words.days,
    quoteLine(form, { name: 'firstDueOn', label: words.firstDueOn, hint }),
    quoteLine(form, { name: 'dayOfMonth', label: words.dayOfMonth, hint: words.dayOfMonthHint }),
    quoteDays(form, { name: 'dueOn', label: words.dueOn, hint: words.dueOnHint }),
    quoteLine(form, { name: 'periodFrom', label: words.periodFrom, hint }),
  )
}

const rateGroup = (form: Form): Html => {
  const { words } = form
  return group(
    words.rateHeading,
    quoteLine(form, { name: 'rate', label: words.rate, hint: words.rateHint }, 'decimal'),
    quoteChoice(form, { name: 'rateOf', label: words.rateOf }),
    quoteChoice(form, { name: 'days', label: words.dayRule }),
    quoteLine(form, { name: 'graceOnPrincipal', label: words.graceOnPrincipal }),
    quoteLine(form, { name: 'graceOnInterest', label: words.graceOnInterest }),
    quoteChoice(form, { name: 'graceIs', label: words.graceIs }),
    quoteLine(form, { name: 'balloon', label: words.balloon }, form.keys),
  )
}

const roundingGroup = (form: Form): Html => {
  const { words } = form
  return group(
    words.roundingHeading,
    quoteChoice(form, { name: 'interestMode', label: words.interestMode }),
    quoteLine(form, { name: 'interestStep', label: words.interestStep }, form.keys),
    quoteChoice(form, { name: 'instalmentMode', label: words.instalmentMode }),
    quoteLine(form, { name: 'instalmentStep', label: words.instalmentStep }, form.keys),
    quoteChoice(form, { name: 'remainder', label: words.remainder }),
  )
}

const offGroup = (form: Form): Html => {
  const { words } = form
  const [calendar, ...weekdays] = boxes
  const years = `${holidayYears[0]}–${holidayYears.at(-1)}`
  return group(
    words.offHeading,
    html`<div class="ticks">
      ${boxField(form, { name: calendar, label: words.calendar(years) })}
      ${weekdays.map((name) =>
        boxField(form, { name, label: words[`weekday${name.slice(3) as '1'}`] }),
      )}
    </div>`,
    quoteDays(form, { name: 'holidays', label: words.holidays, hint: words.holidaysHint }),
    quoteChoice(form, { name: 'direction', label: words.direction }),
  )
}

const otherGroup = (form: Form): Html => {
  const { words } = form
  return group(
    words.reliefHeading,
    quoteDays(form, { name: 'relief', label: words.relief, hint: words.reliefHint }),
    quoteLine(form, { name: 'fee', label: words.fee }, form.keys),
    quoteLine(form, { name: 'deposit', label: words.deposit }, form.keys),
    quoteChoice(form, { name: 'offer', label: words.offer, hint: words.offerHint }),
  )
}

/** Everything else that can be asked, in one fold that is open where something in it is wrong. */
const moreTerms = (form: Form): Html => {
  const isOpen = [...form.faults.keys()].some((name) => !inTheOpen.includes(name))
  return html`<details class="fold" ${isOpen ? html` open` : ''}>
    <summary>${form.words.moreTerms}</summary>
    <p class="quiet">${form.words.moreTermsMeaning}</p>
    ${dayGroup(form)} ${rateGroup(form)} ${roundingGroup(form)} ${offGroup(form)}
    ${otherGroup(form)}
  </details>`
}

/** The question, to be filled in and sent; its address can be kept and shared, and nothing is written. */
export const quoteForm = (asked: QuoteFormShown, language: Language): Html => {
  const { typed, faults, currency, to, carried = {} } = asked
  const words = quoteFormWords.in(language)
  const form: Form = { typed, faults, words, keys: keysFor(currency) }
  const amount = {
    name: 'amount',
    label: words.amount(currencyName(currency, language)),
    hint: words.amountHint(form.keys === 'numeric' ? '500000' : '500.00'),
  } as const
  return html`<form class="ask screen-only" method="get" action="${to}" novalidate>
    ${Object.entries(carried).map(([name, value]) => hidden(name, value))}
    ${faults.size === 0 ? '' : html`<p class="mended" role="alert">${words.mended}</p>`}
    <div class="fields">
      ${quoteLine(form, amount, form.keys)}
      ${quoteLine(form, { name: 'count', label: words.count, hint: words.countHint })}
      ${quoteChoice(form, { name: 'product', label: words.product })}
      ${quoteLine(form, { name: 'paidOutOn', label: words.paidOutOn, hint: words.dayHint })}
      ${quoteChoice(form, { name: 'every', label: words.every })}
      ${quoteChoice(form, { name: 'repayment', label: words.repayment })}
    </div>
    ${moreTerms(form)}
    <p><button class="button main">${words.countButton}</button></p>
  </form>`
}
