import { dayField } from '#src/desk/day-fields.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { currencyCodes } from '#domain/kernel/money.ts'
import { choiceField, choicesOf, lineField } from '#src/desk/fields.ts'
import { fillingOf } from '#src/desk/filling.ts'
import { fieldShown } from '#src/pages/desk/shown-fields.ts'
import { buttons, faultBox, hidden } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import {
  type FoundingFault,
  type FoundingFaults,
  oldSums,
  ruleSums,
  seats,
} from '#src/pages/network/founding-form.ts'
import { headingWith, stepUpFirst } from '#src/pages/network/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import type { FoundingWords } from '#src/words/en/founding.ts'
import { entranceWords, foundingWords } from '#src/words/words.ts'
import { currencyName } from '#src/words/locale.ts'

type FoundingShown = {
  readonly id: string
  readonly today: LocalDate
  readonly of: (name: string) => string
  readonly faults: FoundingFaults
  readonly stepUpTo: string | undefined
}

type Line = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly fault?: string | undefined
  readonly isNumber?: boolean
}

const lengthMax = 40

/** Signs that no keyboard types, and those that would turn the line around. */
const untypable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u

/** What stands in a field again: as much as the field takes, or nothing. */
const typedAgain = (text: string): string =>
  untypable.test(text) ? '' : text.slice(0, lengthMax).toWellFormed()

/** What a field is drawn from; all of them are read together elsewhere. */
const readBeside = { rule: (text: string): string => text, fault: '' }

/** One line to fill in, with what is wrong with it above it. */
export const line = (
  language: Language,
  of: FoundingShown['of'],
  { fault, isNumber, ...named }: Line,
): Html => {
  const asked = {
    ...named,
    ...readBeside,
    lengthMax,
    ...(isNumber && { inputmode: 'decimal' as const }),
  }
  const value = typedAgain(of(named.name))
  return fieldShown(language, lineField(asked), { value, fault })
}

type Asked = FoundingShown & { readonly words: FoundingWords; readonly language: Language }

const faultIn = ({ faults, words }: Asked, name: string): string | undefined => {
  const fault: FoundingFault | undefined = faults.get(name)
  return fault && words[fault]
}

const asked = (form: Asked, name: string, label: string, more: Partial<Line> = {}): Html =>
  line(form.language, form.of, { name, label, fault: faultIn(form, name), ...more })

/** The day on which it begins: today where nobody has named another. */
const dayPart = (form: Asked): Html => {
  const { words, language, of, today } = form
  const { dayLegend: label, dayHint: hint, faultDay: missing } = words
  const day = dayField({ name: 'day', label, hint, missing, fault: () => undefined })
  const value = of('year') === '' ? today : (fillingOf([day], of).texts.get('day') ?? '')
  return fieldShown(language, day, { value, fault: faultIn(form, 'day') })
}

const fundPart = (form: Asked): Html => {
  const { words, language } = form
  const currency = choiceField({
    name: 'currency',
    label: words.currency,
    choices: choicesOf(currencyCodes, (code) => currencyName(code, language)),
    fault: '',
    as: 'radios',
  })
  const value = form.of('currency') || 'KHR'
  return html`${asked(form, 'name', words.name, { hint: words.nameHint })}
  ${asked(form, 'villageCode', words.villageCode, { hint: words.villageCodeHint, isNumber: true })}
  ${fieldShown(language, currency, { value, fault: undefined })} ${dayPart(form)}`
}

const seatPart = (form: Asked, i: number): Html => {
  const { words, language } = form
  const name = `sex${i}`
  const choices = [
    { value: 'f', label: words.woman },
    { value: 'm', label: words.man },
  ]
  const sex = choiceField({ name, label: words.sex, choices, fault: '', isOptional: true })
  return html`<fieldset class="seat">
    <legend>${entranceWords.in(language).roleName(seats[i]!)}</legend>
    ${asked(form, `card${i}`, words.card)}
    ${fieldShown(language, sex, { value: form.of(name), fault: faultIn(form, name) })}
    ${asked(form, `zone${i}`, words.zone)}
  </fieldset>`
}

const folded = (heading: string, isOpen: boolean, inside: Html): Html =>
  html`<details class="fold" ${isOpen ? html` open` : ''}>
    <summary>${heading}</summary>
    <div class="record">${inside}</div>
  </details>`

const isTyped = (form: Asked, names: readonly string[]): boolean =>
  form.faults.has('') || names.some((name) => form.of(name) !== '' || form.faults.has(name))

const rulesPart = (form: Asked): Html => {
  const { words } = form
  const numbers = ['meetingDay', 'rateNormal', 'womenMin'] as const
  return folded(
    words.rulesHeading,
    isTyped(form, [...ruleSums, ...numbers]),
    html`<p>${words.rulesLead}</p>
      ${[...ruleSums, ...numbers].map((name) => asked(form, name, words[name], { isNumber: true }))}`,
  )
}

/** Asks for everything that a fund begins with but the count of its box. */
export const foundingPage = (frame: PageFrame, shown: FoundingShown): Html => {
  const { language } = frame
  const words = foundingWords.in(language)
  const form = { ...shown, words, language }
  const together = faultIn(form, '') ?? (shown.faults.size > 0 ? words.wrong : undefined)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingWith('house', words.heading)} ${faultBox(together)}
      <div class="intro"><p>${words.lead}</p></div>
      ${stepUpFirst(language, shown.stepUpTo)}
      <form
        class="entry record"
        method="post"
        action="/network/found"
        autocomplete="off"
        novalidate
      >
        ${hidden('id', shown.id)} ${fundPart(form)}
        <h2>${words.officersHeading}</h2>
        <p>${words.officersLead}</p>
        <div class="seats">${seats.map((_, i) => seatPart(form, i))}</div>
        ${folded(
          words.oldHeading,
          isTyped(form, oldSums),
          html`<p>${words.oldLead}</p>
            ${oldSums.map((name) => asked(form, name, words[name], { isNumber: true }))}`,
        )}
        ${rulesPart(form)}
        ${buttons(words.toCount, { href: '/network', label: entranceWords.in(language).back })}
      </form>
    </div>`,
  })
}
