import { html } from 'hono/html'
import type { Html } from '#src/pages/layout.ts'

/** One field of a grid: what it is called for those who do not see the column, and what stands in it. */
export type Cell = {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly fault: string | undefined
}

const faultText = ({ name, fault }: Cell): Html | string =>
  fault === undefined ? '' : html`<span class="fault" id="${name}-fault">${fault}</span>`

const described = ({ name, fault }: Cell): Html | string =>
  fault === undefined ? '' : html` aria-invalid="true" aria-describedby="${name}-fault"`

/** A cell to write in; on a narrow screen, where columns have no heading, it says its column itself. */
export const cell = (one: Cell, column: string, kind: 'sum' | 'text'): Html =>
  html`<td data-label="${column}">
    ${faultText(one)}
    <input
      name="${one.name}"
      aria-label="${one.label}"
      type="text"
      inputmode="${kind === 'sum' ? 'numeric' : 'text'}"
      maxlength="${kind === 'sum' ? 24 : 40}"
      value="${one.value}"
      ${described(one)}
    />
  </td>`

export const tickCell = (one: Cell, column: string): Html =>
  html`<td class="yes-no" data-label="${column}">
    <label data-label="${column}">
      <input
        name="${one.name}"
        aria-label="${one.label}"
        type="checkbox"
        value="yes"
        ${one.value === 'yes' ? html` checked` : ''}
      />
    </label>
  </td>`

type Choice = { readonly value: string; readonly label: string }

/** A cell to choose in; without a column it stands outside a table. */
export const choiceCell = (
  one: Cell,
  column: string | undefined,
  choices: readonly Choice[],
): Html => {
  const list = html`${faultText(one)}
    <select name="${one.name}" aria-label="${one.label}" ${described(one)}>
      ${choices.map(
        ({ value, label }) =>
          html`<option value="${value}" ${value === one.value ? html` selected` : ''}>
            ${label}
          </option>`,
      )}
    </select>`
  return column === undefined ? list : html`<td data-label="${column}">${list}</td>`
}
