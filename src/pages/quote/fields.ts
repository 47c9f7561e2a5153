import { html } from 'hono/html'
import {
  type BoxName,
  type ChoiceName,
  type DayListName,
  type Faults,
  type FieldName,
  type LineName,
  type Typed,
  choices,
  chosenOf,
  lineMax,
  listMax,
} from '#src/pages/quote/choices.ts'
import type { keysFor } from '#src/desk/typed-sum.ts'
import { dayToType } from '#src/desk/typed-day.ts'
import type { Html } from '#src/pages/layout.ts'
import type { QuoteFormWords } from '#src/words/en/quote-form.ts'

/** What a form is filled in with: what was typed, what is wrong with it, and the words. */
export type Form = {
  readonly typed: Typed
  readonly faults: Faults
  readonly words: QuoteFormWords
  /** By which keys sums are typed. */
  readonly keys: ReturnType<typeof keysFor>
}

type QuoteField<Name> = {
  readonly name: Name
  readonly label: string
  readonly hint?: string
}

const described = (
  name: string,
  { hint, isFaulty }: { hint?: string | undefined; isFaulty: boolean },
) => {
  const ids = [
    ...(isFaulty ? [`${name}-fault`] : []),
    ...(hint === undefined ? [] : [`${name}-hint`]),
  ]
  return html`${ids.length === 0 ? '' : html` aria-describedby="${ids.join(' ')}"`}
  ${isFaulty ? html` aria-invalid="true"` : ''}`
}

/** A text in which no line breaks inside a day: 2026-01-20. */
const daysWhole = (text: string): readonly (Html | string)[] =>
  text
    .split(/(\d{4}-\d\d-\d\d)/)
    .map((part, i) => (i % 2 === 1 ? html`<span class="together">${part}</span>` : part))

/** A name above a field, what it may hold, and what is wrong with it. */
const around = (
  { faults, words }: Form,
  { name, label, hint }: QuoteField<FieldName>,
  input: (attributes: Html) => Html,
): Html => {
  const fault = faults.get(name)
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint === undefined ? '' : html`<p class="quiet" id="${name}-hint">${daysWhole(hint)}</p>`}
    ${fault === undefined ? '' : html`<p class="fault" id="${name}-fault">${daysWhole(words[fault])}</p>`}
    ${input(described(name, { hint, isFaulty: fault !== undefined }))}
  </div>`
}

/** One line to type into. */
export const quoteLine = (
  form: Form,
  asked: QuoteField<LineName>,
  inputmode: 'numeric' | 'decimal' = 'numeric',
): Html =>
  around(
    form,
    asked,
    (attributes) =>
      html`<input
        id="${asked.name}"
        name="${asked.name}"
        type="text"
        inputmode="${inputmode}"
        autocomplete="off"
        maxlength="${lineMax}"
        value="${dayToType(form.typed[asked.name] ?? '')}"
        ${attributes}
      />`,
  )

/** Many days, one after another. */
export const quoteDays = (form: Form, asked: QuoteField<DayListName>): Html =>
  around(
    form,
    asked,
    (attributes) =>
      html`<textarea
        id="${asked.name}"
        name="${asked.name}"
        rows="2"
        maxlength="${listMax}"
        autocomplete="off"
        spellcheck="false"
        ${attributes}
      >
${form.typed[asked.name] ?? ''}</textarea>`,
  )

/** One of a few. */
export const quoteChoice = (form: Form, asked: QuoteField<ChoiceName>): Html => {
  const now = chosenOf(form.typed, asked.name)
  const options = choices[asked.name].map(
    ([value, word]) =>
      html`<option value="${value}" ${value === now ? html` selected` : ''}>
        ${form.words[word] as string}
      </option>`,
  )
  return around(
    form,
    asked,
    (attributes) =>
      html`<select id="${asked.name}" name="${asked.name}" ${attributes}>
        ${options}
      </select>`,
  )
}

/** A box to tick; the whole line can be pressed. */
export const boxField = ({ typed }: Form, { name, label }: QuoteField<BoxName>): Html =>
  html`<label class="tick">
    <input type="checkbox" name="${name}" ${typed[name] === undefined ? '' : html` checked`} />
    <span>${label}</span>
  </label>`
