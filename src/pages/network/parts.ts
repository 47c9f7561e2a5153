import type { Picture } from '#src/desk/pictures.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  buttons,
  describedBy,
  faultBox,
  fieldFault,
  hidden,
  warningBox,
} from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { networkWords } from '#src/words/words.ts'

export const headingWith = (shown: Picture, text: Html | string): Html =>
  html`<h1 class="with-picture">${picture(shown)} <span>${text}</span></h1>`

/** What stood in a form that was refused, by field; of a secret it knows nothing. */
export type Typed = (name: string) => string

/** Signs that no keyboard types, and those that would turn the line around. */
const untypable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u

/** What stands in a field again after a refusal: as much as the field takes, or nothing. */
export const typedAgain = (
  typed: Typed | undefined,
  { name, maxLength }: { readonly name: string; readonly maxLength: number },
): string | undefined => {
  const text = typed?.(name)
  if (text === undefined) return undefined
  return untypable.test(text) ? '' : text.slice(0, maxLength).toWellFormed()
}

export type Choice = { readonly value: string; readonly label: string }

type ChoiceField = {
  readonly name: string
  readonly label: string
  readonly choices: readonly Choice[]
  readonly typed?: Typed | undefined
  readonly fault?: string | undefined
}

const isSelected = (is: boolean): Html | string => (is ? html` selected` : '')

/** A list to choose one from, with nothing chosen at first. */
export const choiceField = (
  language: Language,
  { name, label, choices, typed, fault }: ChoiceField,
): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    ${fieldFault(name, fault)}
    <select id="${name}" name="${name}" required ${describedBy({ name, fault })}>
      <option value="">${networkWords.in(language).pleaseChoose}</option>
      ${choices.map(
        (one) =>
          html`<option value="${one.value}" ${isSelected(one.value === typed?.(name))}>
            ${one.label}
          </option>`,
      )}
    </select>
  </div>`

/** Something that may be wanted besides. */
export const tickField = (
  { name, label }: { readonly name: string; readonly label: string },
  typed?: Typed,
): Html =>
  html`<label class="tick"
    ><input
      type="checkbox"
      name="${name}"
      value="yes"
      ${typed?.(name) === 'yes' ? html` checked` : ''}
    />
    <span>${label}</span></label
  >`

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

const monthName = (month: string, language: Language): string =>
  dateInWords(`2000-${month}-01`, language).split(' ')[1] ?? month

const digitsField = (
  { name, label, size }: { name: 'day' | 'year'; label: string; size: number },
  value: string,
): Html =>
  html`<p>
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      size="${size}"
      maxlength="8"
      required
      value="${value}"
    />
  </p>`

/** The last day on which something holds, as day, month and year: the one that is offered, or what was typed. */
export const lastDayFields = (
  language: Language,
  day: LocalDate,
  typed: Typed | undefined,
): Html => {
  const { lastDay: legend, lastDayHint: hint } = networkWords.in(language)
  return dayFields(language, { legend, hint, day }, typed)
}

/** A day as day, month and year: the one that is offered, or what was typed. */
export const dayFields = (
  language: Language,
  {
    legend,
    hint,
    day,
    fault,
  }: {
    readonly legend: string
    readonly hint: string
    readonly day: LocalDate
    readonly fault?: string | undefined
  },
  typed: Typed | undefined,
): Html => {
  const words = networkWords.in(language)
  const again = (name: 'day' | 'year'): string | undefined =>
    typedAgain(typed, { name, maxLength: 8 })
  const chosen = months.find((month) => month === typed?.('month')) ?? day.slice(5, 7)
  return html`<fieldset
    class="last-day"
    ${fault === undefined ? '' : html` aria-describedby="day-fault"`}
  >
    <legend>${legend}</legend>
    <p class="quiet">${hint}</p>
    ${fieldFault('day', fault)}
    <div>
      ${digitsField(
        { name: 'day', label: words.day, size: 2 },
        again('day') ?? String(Number(day.slice(8))),
      )}
      <p>
        <label for="month">${words.month}</label>
        <select id="month" name="month">
          ${months.map(
            (month) =>
              html`<option value="${month}" ${isSelected(month === chosen)}>
                ${monthName(month, language)}
              </option>`,
          )}
        </select>
      </p>
      ${digitsField({ name: 'year', label: words.year, size: 4 }, again('year') ?? day.slice(0, 4))}
    </div>
  </fieldset>`
}

/** Where the secret was given too long ago for the form below, this is told before it is filled in. */
export const stepUpFirst = (language: Language, to: string | undefined): Html | string => {
  if (to === undefined) return ''
  const words = networkWords.in(language)
  const href = `/step-up?${new URLSearchParams({ to }).toString()}`
  return html`<div class="told">
    ${picture('key')}
    <div>
      <p>${words.secretFirst}</p>
      <p class="buttons"><a class="button" href="${href}">${words.giveSecret}</a></p>
    </div>
  </div>`
}

export type FormTold = {
  readonly fault?: string | undefined
  /** What the form that is shown again was filled in with; undefined for one that is new. */
  readonly typed?: Typed | undefined
  /** Where to come back to after giving the secret again; undefined where that need not be. */
  readonly stepUpTo?: string | undefined
}

type FormText = {
  readonly shown: Picture
  readonly heading: Html | string
  readonly lead: readonly (Html | string)[]
  readonly action: string
  readonly safe: { readonly href: string; readonly label: string }
  readonly submit: string
  readonly fields: Html
  /** Made with the form, so that one form is counted once however often it is sent. */
  readonly id?: string
  /** What must be read before the button is pressed. */
  readonly warning?: string | undefined
}

const paragraph = (line: Html | string): Html | string => (line === '' ? '' : html`<p>${line}</p>`)

/** A page that asks for one thing, with the safe way on first. */
export const formPage = (
  frame: PageFrame,
  { fault, stepUpTo }: FormTold,
  { shown, heading, lead, action, safe, submit, fields, id, warning }: FormText,
): Html =>
  layout({
    ...frame,
    content: html`${headingWith(shown, heading)} ${faultBox(fault)}
      <div class="intro">${lead.map(paragraph)}</div>
      ${warning === undefined ? '' : warningBox(warning)} ${stepUpFirst(frame.language, stepUpTo)}
      <form class="entry" method="post" action="${action}">
        ${id === undefined ? '' : hidden('id', id)} ${fields} ${buttons(submit, safe)}
      </form>`,
  })
