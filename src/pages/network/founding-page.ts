import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Currency, currencyCodes } from '#domain/kernel/money.ts'
import { buttons, faultBox, hidden } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import {
  type FoundingFault,
  type FoundingFaults,
  oldSums,
  ruleSums,
  seats,
} from '#src/pages/network/founding-form.ts'
import { dayFields, headingWith, stepUpFirst, typedAgain } from '#src/pages/network/parts.ts'
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

/** One line to fill in, with what is wrong with it above it. */
export const line = (
  of: FoundingShown['of'],
  { name, label, hint, fault, isNumber }: Line,
): Html => {
  const ids = [...(hint ? [`${name}-hint`] : []), ...(fault ? [`${name}-fault`] : [])].join(' ')
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint === undefined ? '' : html`<p class="quiet" id="${name}-hint">${hint}</p>`}
    ${fault === undefined ? '' : html`<p class="wrong" id="${name}-fault">${fault}</p>`}
    <input
      id="${name}"
      name="${name}"
      type="text"
      autocomplete="off"
      spellcheck="false"
      ${isNumber === true ? html`inputmode="decimal"` : ''}
      maxlength="${lengthMax}"
      value="${typedAgain(of, { name, maxLength: lengthMax }) ?? ''}"
      ${ids === '' ? '' : html` aria-describedby="${ids}"`}
      ${fault === undefined ? '' : html` aria-invalid="true"`}
    />
  </div>`
}

type Asked = FoundingShown & { readonly words: FoundingWords; readonly language: Language }

const faultIn = ({ faults, words }: Asked, name: string): string | undefined => {
  const fault: FoundingFault | undefined = faults.get(name)
  return fault && words[fault]
}

const asked = (form: Asked, name: string, label: string, more: Partial<Line> = {}): Html =>
  line(form.of, { name, label, fault: faultIn(form, name), ...more })

const chosen = (
  { of, ...form }: Asked,
  name: string,
  {
    label,
    choices,
  }: { readonly label: string; readonly choices: readonly (readonly [string, string])[] },
): Html => {
  const fault = faultIn({ of, ...form }, name)
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${fault === undefined ? '' : html`<p class="wrong" id="${name}-fault">${fault}</p>`}
    <select
      id="${name}"
      name="${name}"
      ${fault === undefined ? '' : html` aria-describedby="${name}-fault" aria-invalid="true"`}
    >
      ${choices.map(
        ([value, text]) =>
          html`<option value="${value}" ${of(name) === value ? html` selected` : ''}>
            ${text}
          </option>`,
      )}
    </select>
  </div>`
}

const fundPart = (form: Asked): Html => {
  const { words, language } = form
  const codes: readonly (readonly [Currency, string])[] = currencyCodes.map((code) => [
    code,
    currencyName(code, language),
  ])
  const day = faultIn(form, 'day')
  return html`${asked(form, 'name', words.name, { hint: words.nameHint })}
  ${asked(form, 'villageCode', words.villageCode, { hint: words.villageCodeHint, isNumber: true })}
  ${chosen(form, 'currency', { label: words.currency, choices: codes })}
  ${day === undefined ? '' : html`<p class="wrong">${day}</p>`}
  ${dayFields(
    language,
    { legend: words.dayLegend, hint: words.dayHint, day: form.today },
    form.of('year') === '' ? undefined : form.of,
  )}`
}

const seatPart = (form: Asked, i: number): Html => {
  const { words, language } = form
  return html`<fieldset class="seat">
    <legend>${entranceWords.in(language).roleName(seats[i]!)}</legend>
    ${asked(form, `card${i}`, words.card)}
    ${chosen(form, `sex${i}`, {
      label: words.sex,
      choices: [
        ['', '–'],
        ['f', words.woman],
        ['m', words.man],
      ],
    })}
    ${asked(form, `zone${i}`, words.zone)}
  </fieldset>`
}

const folded = (heading: string, isOpen: boolean, inside: Html): Html =>
  html`<details class="fold" ${isOpen ? html` open` : ''}>
    <summary>${heading}</summary>
    <div class="entry">${inside}</div>
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
    content: html`${headingWith('house', words.heading)} ${faultBox(together)}
      <div class="intro"><p>${words.lead}</p></div>
      ${stepUpFirst(language, shown.stepUpTo)}
      <form class="entry" method="post" action="/network/found">
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
      </form>`,
  })
}
