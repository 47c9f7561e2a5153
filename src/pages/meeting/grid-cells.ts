// Cells of a sheet are written without the blanks that a formatter puts between marks: there are five hundred of them.
import { html, html as tight } from 'hono/html'
import type { keysFor } from '#src/desk/typed-sum.ts'
import type { Html } from '#src/pages/layout.ts'

/** One field of a grid: what it is called for those who do not see the column, and what stands in it. */
export type Cell = {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly fault: string | undefined
}

type Shown = Pick<Cell, 'name' | 'fault'>

const faultText = ({ name, fault }: Shown): Html | string =>
  fault === undefined ? '' : html`<span class="fault" id="${name}-fault">${fault}</span>`

const described = ({ name, fault }: Shown): Html | string =>
  fault === undefined ? '' : html` aria-invalid="true" aria-describedby="${name}-fault"`

/** What a cell is typed with: the keys of a number or of a sum, or those of a text. */
export type Keys = ReturnType<typeof keysFor> | 'text'

/** A cell to write in; on a narrow screen, where columns have no heading, it says its column itself. */
export const cell = (one: Cell, column: string, keys: Keys): Html =>
  html`<td data-label="${column}">
    ${faultText(one)}
    <input
      name="${one.name}"
      aria-label="${one.label}"
      type="text"
      inputmode="${keys}"
      maxlength="${keys === 'text' ? 40 : 24}"
      value="${one.value}"
      ${described(one)}
    />
  </td>`

type Choice = { readonly value: string; readonly label: string }

/**
 * A cell of a sheet, of which there are hundreds: its line and its column stand on the page once, by their ids, and
 * name it together. What a column is called on a narrow screen says the style sheet.
 */
export type SheetCell = Omit<Cell, 'label'> & { readonly by: string }

const named = ({ name, by }: SheetCell): Html => tight`name=${name} aria-labelledby="${by}"`

const written = ({ value }: SheetCell): Html | string =>
  value === '' ? '' : tight` value="${value}"`

export const sheetCell = (one: SheetCell, by: Keys): Html => {
  const keys = by === 'text' ? '' : tight` inputmode=${by}`
  return tight`<td>${faultText(one)}<input ${named(one)}${keys}${written(one)}${described(one)}>`
}

export const tickCell = (one: SheetCell): Html => {
  const isOn = one.value === 'yes' ? tight` checked` : ''
  return tight`<td><label><input type=checkbox value=yes ${named(one)}${isOn}></label>`
}

const optionsOf = (chosen: string, choices: readonly Choice[]): Html =>
  tight`${choices.map(({ value, label }) => {
    const isChosen = value === chosen ? tight` selected` : ''
    return tight`<option value="${value}"${isChosen}>${label}`
  })}`

/** A cell to choose in; the first of its choices stands there until another is chosen. */
export const sheetChoice = (one: SheetCell, choices: readonly Choice[]): Html => {
  const options = optionsOf(one.value, choices)
  const list = tight`<select ${named(one)}${described(one)}>${options}</select>`
  return tight`<td>${faultText(one)}${list}`
}

/** A field to choose in, outside of a table. */
export const namedChoice = (one: Cell, choices: readonly Choice[]): Html =>
  html`${faultText(one)}
    <select name="${one.name}" aria-label="${one.label}" ${described(one)}>
      ${optionsOf(one.value, choices)}
    </select>`
