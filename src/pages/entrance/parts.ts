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
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'password'
  readonly value?: string
  readonly digits?: number
  readonly maxLength?: number
}

const attributesOf = ({ name, hint, digits, maxLength, value }: Field): Html =>
  html`${hint === undefined ? '' : html` aria-describedby="${name}-hint"`}
  ${digits === undefined ? '' : html` inputmode="numeric"`}
  ${maxLength === undefined ? '' : html` maxlength="${maxLength}"`}
  ${value === undefined ? '' : html` value="${value}"`}`

/** One thing to fill in, with its name above it and what it may hold below the name. */
export const field = (asked: Field): Html => {
  const { name, label, hint, type = 'text' } = asked
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint === undefined ? '' : html`<p class="quiet" id="${name}-hint">${hint}</p>`}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      required
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
