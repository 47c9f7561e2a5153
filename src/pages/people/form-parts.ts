import { html } from 'hono/html'
import { buttons, faultBox } from '#src/pages/entrance/parts.ts'
import { type Html, layout } from '#src/pages/layout.ts'
import { type Typed, headingWith } from '#src/pages/network/parts.ts'
import { type PeopleAt, type PersonShown, choiceOf, wordsAt } from '#src/pages/people/parts.ts'
import type { Picture } from '#src/pages/pictures.ts'

export const nameLengthMax = 80

/** What stands in a form, and what was wrong with it. */
export type Asked = {
  readonly person: PersonShown
  readonly fault?: string | undefined
  readonly typed?: Typed | undefined
}

type Form = {
  readonly shown: Picture
  readonly heading: string
  readonly lead: readonly (Html | string)[]
  readonly action: string
  readonly submit: string
  readonly fields: Html
  readonly safe: string
  readonly isFile?: boolean
}

/** One thing that is asked about a member, with the safe way on first. */
export const formPage = (at: PeopleAt, { person, fault }: Asked, form: Form): Html => {
  const words = wordsAt(at)
  const { shown, heading, lead, action, submit, fields, safe, isFile } = form
  return layout({
    ...at,
    content: html`${headingWith(shown, heading)}
      <p>
        <b><bdi>${choiceOf(at, person)}</bdi></b>
      </p>
      ${faultBox(fault)}
      <div class="intro">
        ${lead.map((line) => (typeof line === 'string' ? html`<p>${line}</p>` : html`<div>${line}</div>`))}
      </div>
      <form
        class="entry"
        method="post"
        action="${action}"
        autocomplete="off"
        ${isFile === true ? html` enctype="multipart/form-data"` : ''}
      >
        ${fields} ${buttons(submit, { href: safe, label: words.leaveIt })}
      </form>`,
  })
}

type TextField = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly isKhmer?: boolean
}

/** A name, which may be left empty. */
export const textField = ({ name, label, hint, value, isKhmer }: TextField): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint === undefined ? '' : html`<p class="quiet" id="${name}-hint">${hint}</p>`}
    <input
      id="${name}"
      name="${name}"
      type="text"
      autocomplete="off"
      spellcheck="false"
      maxlength="${nameLengthMax}"
      value="${value}"
      ${isKhmer === true ? html` lang="km"` : ''}
      ${hint === undefined ? '' : html` aria-describedby="${name}-hint"`}
    />
  </div>`

export type Choice = { readonly value: string; readonly label: string }

/** A list to choose one from, with nothing chosen at first. */
export const listField = (asked: {
  readonly name: string
  readonly label: string
  readonly none: string
  readonly choices: readonly Choice[]
  readonly chosen: string
}): Html =>
  html`<div class="field">
    <label for="${asked.name}">${asked.label}</label>
    <select id="${asked.name}" name="${asked.name}" autocomplete="off">
      <option value="">${asked.none}</option>
      ${asked.choices.map(
        ({ value, label }) =>
          html`<option value="${value}" ${value === asked.chosen ? html` selected` : ''}>
            ${label}
          </option>`,
      )}
    </select>
  </div>`
