import type { Picture } from '#src/desk/pictures.ts'
import { html } from 'hono/html'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'

/** A large link or button: a picture, a word, and one line of what is behind it. */
export type DoorText = {
  readonly shown: Picture
  readonly name: string
  readonly meaning?: string
  readonly tone: string
}

export const doorInside = ({ shown, name, meaning }: DoorText): Html =>
  html`${picture(shown)}
    <span>
      <strong>${name}</strong>
      ${meaning === undefined ? '' : html`<span class="meaning">${meaning}</span>`}
    </span>`

export const doorLink = (href: string, door: DoorText): Html =>
  html`<li><a class="door ${door.tone}" href="${href}">${doorInside(door)}</a></li>`

/** What went wrong, in words that say what to do next. */
export const faultBox = (text: string | undefined): Html | string =>
  text === undefined
    ? ''
    : html`<div class="told fault" role="alert">
        ${picture('stop')}
        <p>${text}</p>
      </div>`

/** What must be read before the button is pressed, because it is not taken back easily. */
export const warningBox = (...lines: readonly string[]): Html =>
  html`<div class="warning">
    ${picture('warning')}
    <div>${lines.map((line) => html`<p>${line}</p>`)}</div>
  </div>`

export const goodBox = (text: string): Html =>
  html`<div class="told good" role="status">
    ${picture('on-time')}
    <p>${text}</p>
  </div>`

type Field = {
  readonly name: string
  /** Where two forms of one page ask for the same, each has an id of its own; else the name is it. */
  readonly id?: string
  readonly label: string
  readonly hint?: string | undefined
  readonly type?: 'text' | 'password'
  readonly value?: string | undefined
  readonly digits?: number
  readonly maxLength?: number
  readonly autocomplete?: string
  /** May be left empty. */
  readonly isOptional?: boolean
  /** What is wrong with what was typed. */
  readonly fault?: string | undefined
}

/** What stands by a field and tells of it, by id: its hint, and what is wrong with it. */
const describedBy = ({ name, hint, fault }: Pick<Field, 'name' | 'hint' | 'fault'>): Html => {
  const ids = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(fault === undefined ? [] : [`${name}-fault`]),
  ]
  return html`${ids.length === 0 ? '' : html` aria-describedby="${ids.join(' ')}"`}
  ${fault === undefined ? '' : html` aria-invalid="true"`}`
}

/** What is wrong with a field, by its name; nothing where nothing is. */
const fieldFault = (name: string, fault: string | undefined): Html | string =>
  fault === undefined ? '' : html`<p class="fault" id="${name}-fault">${fault}</p>`

const attributesOf = (asked: Field): Html => {
  const { digits, maxLength, value } = asked
  return html`${describedBy(asked)} ${digits === undefined ? '' : html` inputmode="numeric"`}
  ${maxLength === undefined ? '' : html` maxlength="${maxLength}"`}
  ${value === undefined ? '' : html` value="${value}"`}`
}

/** One thing to fill in, with its name above it and what it may hold below the name. */
export const field = (asked: Field): Html => {
  const { name, label, hint, type = 'text', autocomplete = 'off', isOptional } = asked
  const { id = name } = asked
  return html`<div class="field">
    <label for="${id}">${label}</label>
    ${hint === undefined ? '' : html`<p class="quiet" id="${name}-hint">${hint}</p>`}
    ${fieldFault(name, asked.fault)}
    <input
      id="${id}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      autocapitalize="none"
      spellcheck="false"
      ${isOptional === true ? '' : html`required`}
      ${attributesOf(asked)}
    />
  </div>`
}

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`

/** Two ways on, the safe one first. */
export const buttons = (
  submit: string,
  safe: { readonly href: string; readonly label: string },
): Html =>
  html`<div class="buttons">
    <a class="button" href="${safe.href}">${safe.label}</a>
    <button class="button main">${submit}</button>
  </div>`
