import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { buttons, faultBox, hidden } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { type Picture, picture } from '#src/pages/pictures.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { networkWords } from '#src/words/network-words.ts'

export const headingWith = (shown: Picture, text: Html | string): Html =>
  html`<h1 class="with-picture">${picture(shown)} <span>${text}</span></h1>`

export type Choice = { readonly value: string; readonly label: string }

/** A list to choose one from, with nothing chosen at first. */
export const choiceField = (
  language: Language,
  { name, label, choices }: { name: string; label: string; choices: readonly Choice[] },
): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}" required>
      <option value="">${networkWords.in(language).pleaseChoose}</option>
      ${choices.map((one) => html`<option value="${one.value}">${one.label}</option>`)}
    </select>
  </div>`

/** Something that may be wanted besides. */
export const tickField = (name: string, label: string): Html =>
  html`<label class="tick"
    ><input type="checkbox" name="${name}" value="yes" /> <span>${label}</span></label
  >`

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

const monthName = (month: string, language: Language): string =>
  dateInWords(`2000-${month}-01`, language).split(' ')[1] ?? month

/** The last day on which something holds, as day, month and year. */
export const lastDayFields = (language: Language, day: LocalDate): Html => {
  const words = networkWords.in(language)
  const digits = (name: 'day' | 'year', size: number, value: string): Html =>
    html`<p>
      <label for="${name}">${words[name]}</label>
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
  return html`<fieldset class="last-day">
    <legend>${words.lastDay}</legend>
    <p class="quiet">${words.lastDayHint}</p>
    <div>
      ${digits('day', 2, String(Number(day.slice(8))))}
      <p>
        <label for="month">${words.month}</label>
        <select id="month" name="month">
          ${months.map(
            (month) =>
              html`<option value="${month}" ${month === day.slice(5, 7) ? html` selected` : ''}>
                ${monthName(month, language)}
              </option>`,
          )}
        </select>
      </p>
      ${digits('year', 4, day.slice(0, 4))}
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
  /** Where to come back to after giving the secret again; undefined where that need not be. */
  readonly stepUpTo?: string | undefined
}

export type FormText = {
  readonly shown: Picture
  readonly heading: Html | string
  readonly lead: readonly (Html | string)[]
  readonly action: string
  readonly safe: { readonly href: string; readonly label: string }
  readonly submit: string
  readonly fields: Html
  /** Made with the form, so that one form is counted once however often it is sent. */
  readonly id?: string
}

const paragraph = (line: Html | string): Html | string => (line === '' ? '' : html`<p>${line}</p>`)

/** A page that asks for one thing, with the safe way on first. */
export const formPage = (
  frame: PageFrame,
  { fault, stepUpTo }: FormTold,
  { shown, heading, lead, action, safe, submit, fields, id }: FormText,
): Html =>
  layout({
    ...frame,
    content: html`${headingWith(shown, heading)} ${faultBox(fault)}
      <div class="intro">${lead.map(paragraph)}</div>
      ${stepUpFirst(frame.language, stepUpTo)}
      <form class="entry" method="post" action="${action}">
        ${id === undefined ? '' : hidden('id', id)} ${fields} ${buttons(submit, safe)}
      </form>`,
  })
