import { html } from 'hono/html'
import type { Choice, Field } from '#src/desk/fields.ts'
import type { Language } from '#src/words/catalogue.ts'
import { daysToType, monthTyped } from '#src/desk/typed-day.ts'
import { dateInWords } from '#src/words/locale.ts'
import { deskWords } from '#src/words/words.ts'
import type { Html } from '#src/pages/layout.ts'

type Shown = {
  readonly value: string
  /** Days as they were typed. */
  readonly typed?: ReadonlyMap<string, string> | undefined
  readonly fault: string | undefined
  /** The list of people that it is found from. */
  readonly list?: string | undefined
}

const describedBy = ({ name, hint }: Field, { fault }: Shown): Html | string => {
  const ids = [
    ...(fault === undefined ? [] : [`${name}-fault`]),
    ...(hint === undefined ? [] : [`${name}-hint`]),
  ].join(' ')
  return html`${ids === '' ? '' : html` aria-describedby="${ids}"`}
  ${fault === undefined ? '' : html` aria-invalid="true"`}`
}

const above = ({ name, hint }: Field, { fault }: Shown): Html =>
  html`${hint === undefined ? '' : html`<p class="quiet" id="${name}-hint">${hint}</p>`}
  ${fault === undefined ? '' : html`<p class="fault" id="${name}-fault">${fault}</p>`}`

const lineMax = 40

const required = ({ isRequired }: Field): Html | string => (isRequired ? html` required` : '')

const unmended = ({ autocomplete }: Extract<Field, { as: 'line' }>): Html | string =>
  autocomplete === undefined
    ? ''
    : html` autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false"`

/** What stands in a field: somebody by name, where that may be seen; a day as it was typed, or as people type it. */
const typedBefore = (
  field: Extract<Field, { as: 'number' | 'line' }>,
  { value, typed }: Shown,
): string => {
  if (field.as === 'number') return value
  if (field.isGivenAnew) return ''
  if (field.isDay) return typed?.get(field.name) ?? daysToType(value)
  return field.people?.find((one) => one.value === value)?.label ?? value
}

const inputOf = (field: Extract<Field, { as: 'number' | 'line' }>, shown: Shown): Html =>
  html`<div class="field">
    <label for="${field.name}">${field.label}</label>
    ${above(field, shown)}
    <input
      class="${field.as === 'number' ? 'number' : ''}"
      id="${field.name}"
      name="${field.name}"
      type="text"
      inputmode="${field.inputmode ?? 'text'}"
      ${field.as === 'line' && field.isKhmer ? html` lang="km"` : ''}
      maxlength="${field.as === 'number' ? 24 : (field.lengthMax ?? lineMax)}"
      ${shown.list === undefined ? '' : html` list="${shown.list}"`}
      value="${typedBefore(field, shown)}"
      ${field.as === 'line' ? unmended(field) : ''}
      ${required(field)}
      ${describedBy(field, shown)}
    />
  </div>`

const secretOf = (field: Extract<Field, { as: 'secret' }>, shown: Shown): Html =>
  html`<div class="field">
    <label for="${field.id ?? field.name}">${field.label}</label>
    ${above(field, shown)}
    <input
      id="${field.id ?? field.name}"
      name="${field.name}"
      type="password"
      autocomplete="${field.autocomplete ?? 'off'}"
      ${field.isPin ? html` inputmode="numeric"` : ''}
      maxlength="${field.isPin ? 12 : 200}"
      ${required(field)}
      ${describedBy(field, shown)}
    />
  </div>`

const fileOf = (field: Extract<Field, { as: 'file' }>, shown: Shown): Html =>
  html`<div class="field">
    <label for="${field.name}">${field.label}</label>
    ${above(field, shown)}
    <input
      id="${field.name}"
      name="${field.name}"
      type="file"
      accept="${field.accept}"
      required
      ${field.isSeveral ? html` multiple` : ''}
      ${describedBy(field, shown)}
    />
  </div>`

/** The text begins at its tag, or white space would stand before it. */
const linesOf = (field: Extract<Field, { as: 'lines' }>, shown: Shown): Html =>
  html`<div class="field">
    <label for="${field.name}">${field.label}</label>
    ${above(field, shown)}
    <textarea
      id="${field.name}"
      name="${field.name}"
      rows="6"
      maxlength="${field.lengthMax}"
      ${describedBy(field, shown)}
    >
${shown.value}</textarea>
  </div>`

const listOf = (
  field: Extract<Field, { as: 'radios' | 'list' }>,
  shown: Shown,
  choose: string,
): Html =>
  html`<div class="field">
    <label for="${field.name}">${field.label}</label>
    ${above(field, shown)}
    <select id="${field.name}" name="${field.name}" ${describedBy(field, shown)}>
      <option value="">${choose}</option>
      ${field.choices.map(
        ({ value, label }) =>
          html`<option value="${value}" ${value === shown.value ? html` selected` : ''}>
            ${label}
          </option>`,
      )}
    </select>
  </div>`

const boxOf = (
  {
    name,
    type,
    value,
    label,
    meaning,
  }: { readonly name: string; readonly type: 'radio' | 'checkbox' } & Choice,
  isChosen: boolean,
): Html =>
  html`<label class="tick"
    ><input type="${type}" name="${name}" value="${value}" ${isChosen ? html` checked` : ''} />
    <span
      >${label}${meaning === undefined ? '' : html`<br /><span class="quiet">${meaning}</span>`}</span
    ></label
  >`

/** What has to be chosen from one thing alone is chosen already. */
const isOnlyOne = ({ choices, read }: Extract<Field, { as: 'radios' | 'list' }>): boolean =>
  choices.length === 1 && 'fault' in read('')

const radiosOf = (field: Extract<Field, { as: 'radios' | 'list' }>, shown: Shown): Html =>
  html`<fieldset class="field" ${describedBy(field, shown)}>
    <legend>${field.label}</legend>
    ${above(field, shown)}
    <div class="ticks">
      ${field.choices.map((choice) =>
        boxOf(
          { ...choice, name: field.name, type: 'radio' },
          choice.value === shown.value || isOnlyOne(field),
        ),
      )}
    </div>
  </fieldset>`

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

const monthName = (month: string, language: Language): string =>
  dateInWords(`2000-${month}-01`, language).split(' ')[1] ?? month

/** A day in three fields, which are sent as day, month and year. */
const dayOf = (
  language: Language,
  field: Extract<Field, { as: 'day' }>,
  { value, fault, typed: sent }: Shown,
): Html => {
  const words = deskWords.in(language)
  const [year = '', known = '', day = ''] = value.split('-')
  const month = monthTyped(sent?.get('month') ?? known)
  const faulty = fault === undefined ? '' : html` aria-invalid="true" aria-describedby="day-fault"`
  const digits = (name: 'day' | 'year', size: string, typed: string): Html =>
    html`<p>
      <label for="${name}">${words[name]}</label>
      <input
        id="${name}"
        name="${name}"
        type="text"
        inputmode="numeric"
        size="${size}"
        maxlength="8"
        value="${typed}"
        ${faulty}
      />
    </p>`
  return html`<fieldset class="field">
    <legend>${field.label}</legend>
    ${field.hint === undefined ? '' : html`<p class="quiet">${field.hint}</p>`}
    ${fault === undefined ? '' : html`<p class="fault" id="day-fault">${fault}</p>`}
    <div class="day">
      ${digits('day', '2', sent?.get('day') ?? (day === '' ? '' : String(Number(day))))}
      <p>
        <label for="month">${words.month}</label>
        <select id="month" name="month" ${faulty}>
          ${months.map(
            (one) =>
              html`<option value="${one}" ${one === month ? html` selected` : ''}>
                ${monthName(one, language)}
              </option>`,
          )}
        </select>
      </p>
      ${digits('year', '4', sent?.get('year') ?? year)}
    </div>
  </fieldset>`
}

/** A field as it stands in a form. */
export const fieldShown = (language: Language, field: Field, shown: Shown): Html => {
  switch (field.as) {
    case 'number':
    case 'line':
      return inputOf(field, shown)
    case 'day':
      return dayOf(language, field, shown)
    case 'secret':
      return secretOf(field, shown)
    case 'file':
      return fileOf(field, shown)
    case 'lines':
      return linesOf(field, shown)
    case 'list':
      return listOf(field, shown, deskWords.in(language).pleaseChoose)
    case 'radios':
      return radiosOf(field, shown)
    case 'tick': {
      const { name, label } = field
      const box = { name, type: 'checkbox', value: 'yes', label } as const
      return html`<div class="field">
        ${above(field, shown)} ${boxOf(box, shown.value === 'yes')}
      </div>`
    }
  }
}
