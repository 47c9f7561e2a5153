import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FigureName, figureNames } from '#domain/fund/comparing.ts'
import type { Member } from '#domain/fund/members.ts'
import { type Choice, exampleAmount } from '#src/desk/fields.ts'
import { refusalBox } from '#src/pages/forms/form.ts'
import { type At, deskLayout, heading, deskWordsAt } from '#src/pages/desk/parts.ts'
import {
  type ComparingWords,
  behindComparisons,
  comparedCard,
  comparingAt,
  comparingPlace,
} from '#src/pages/comparing/parts.ts'
import {
  type ComparingFault,
  pasteField,
  rowField,
  secondField,
} from '#src/pages/comparing/typed.ts'
import type { Html } from '#src/pages/layout.ts'
import { cell } from '#src/pages/meeting/grid-cells.ts'
import { dateInWords } from '#src/words/locale.ts'

export type ComparingForm = {
  readonly formId: string
  readonly on: LocalDate
  readonly currency: Currency
  readonly rows: readonly Pick<Member, 'memberId' | 'card'>[]
  /** Officers who may stand behind it. */
  readonly seconds: readonly Choice[]
  /** What stands in each field, as it was typed. */
  readonly of: (name: string) => string
  readonly faults: ReadonlyMap<string, ComparingFault>
  /** How many lines were pasted and not taken: they alone stand where they were pasted. */
  readonly linesLeft: number
  /** Why it was not taken, in words. */
  readonly refused: string | undefined
}

const faultSaid = (words: ComparingWords, fault: ComparingFault, currency: Currency): string =>
  fault === 'digits' ? words.fault_digits(exampleAmount(currency)) : words[`fault_${fault}`]

const rowOf = (at: At, form: ComparingForm, row: number): Html => {
  const words = comparingAt(at)
  const { memberId, card } = form.rows[row]!
  const field = (figure: FigureName): Html => {
    const name = rowField(row, figure)
    const fault = form.faults.get(name)
    const one = {
      name,
      label: words.cellOf(card, words[figure]),
      value: form.of(name),
      fault: fault && faultSaid(words, fault, form.currency),
    }
    return cell(one, words[figure], 'sum')
  }
  return html`<tr>
    <th scope="row">
      ${comparedCard(at, card)}
      <input type="hidden" name="${rowField(row, 'who')}" value="${memberId}" />
    </th>
    ${figureNames.map(field)}
  </tr>`
}

const figuresPart = (at: At, form: ComparingForm): Html => {
  const words = comparingAt(at)
  return html`<table class="grid two-figures" aria-label="${words.formHeading}">
    <thead>
      <tr>
        <th scope="col">${words.card}</th>
        ${figureNames.map((name) => html`<th scope="col">${words[name]}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${form.rows.map((_, row) => rowOf(at, form, row))}
    </tbody>
  </table>`
}

const pastePart = (at: At, { of, linesLeft }: ComparingForm): Html => {
  const words = comparingAt(at)
  const isWrong = linesLeft > 0
  return html`<details class="fold" ${isWrong ? html` open` : ''}>
    <summary>${words.pasteHeading}</summary>
    <div class="field">
      <label for="${pasteField}">${words.pasteLabel}</label>
      <p class="quiet" id="${pasteField}-hint">${words.pasteMeaning}</p>
      ${
        isWrong
          ? html`<p class="fault" id="${pasteField}-fault">
              ${words.pasteFault(String(linesLeft))}
            </p>`
          : ''
      }
      <textarea
        id="${pasteField}"
        name="${pasteField}"
        rows="6"
        aria-describedby="${pasteField}-hint${isWrong ? ` ${pasteField}-fault` : ''}"
      >
${of(pasteField)}</textarea>
      <p><button type="submit" name="step" value="fill">${words.fillIn}</button></p>
    </div>
  </details>`
}

const secondPart = (at: At, { seconds, of, faults }: ComparingForm): Html => {
  const words = comparingAt(at)
  const isWrong = faults.has(secondField)
  return html`<div class="field">
    <label for="${secondField}">${words.second}</label>
    <p class="quiet" id="second-hint">${words.secondHint}</p>
    ${isWrong ? html`<p class="fault" id="second-fault">${words.fault_second}</p>` : ''}
    <select
      id="${secondField}"
      name="${secondField}"
      aria-describedby="second-hint${isWrong ? ' second-fault' : ''}"
      ${isWrong ? html` aria-invalid="true"` : ''}
    >
      <option value="">${words.choose}</option>
      ${seconds.map(
        ({ value, label }) =>
          html`<option value="${value}" ${value === of(secondField) ? html` selected` : ''}>
            ${label}
          </option>`,
      )}
    </select>
  </div>`
}

/** Asks what the paper says of each member: two figures, and who else has looked at it. */
export const comparingFormPage = (at: At, form: ComparingForm): Html => {
  const words = comparingAt(at)
  const { formId, on, faults, refused } = form
  const place = comparingPlace.form(at, on)
  const content = html`${heading('book', words.formHeading)}
    <p><b>${words.formOf(dateInWords(on, at.language))}</b></p>
    <p>${words.formMeaning}</p>
    <p>${words.privateMeaning}</p>
    ${refused === undefined ? '' : refusalBox(html`<p>${refused}</p>`)}
    ${faults.size === 0 ? '' : html`<p class="mended" role="alert">${deskWordsAt(at).mended}</p>`}
    <form class="record" method="post" action="${place}" autocomplete="off" novalidate>
      <input type="hidden" name="id" value="${formId}" />
      ${figuresPart(at, form)} ${secondPart(at, form)} ${pastePart(at, form)}
      <p class="buttons">
        <a class="button" href="${comparingPlace.all(at)}">${deskWordsAt(at).back}</a>
        <button class="go" type="submit" name="step" value="check">${words.check}</button>
      </p>
    </form>`
  return deskLayout({ ...behindComparisons(at), at: place }, content)
}
