import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FigureName, figureNames } from '#domain/fund/meeting/comparing.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { type Choice, choiceField, exampleAmount, linesField } from '#src/desk/fields.ts'
import { keysFor } from '#src/desk/typed-sum.ts'
import { refusalBox } from '#src/pages/forms/form.ts'
import { type At, deskLayout, heading, deskWordsAt } from '#src/pages/desk/parts.ts'
import { fieldShown } from '#src/pages/desk/shown-fields.ts'
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
import { inFolds } from '#src/pages/folds.ts'
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
    return cell(one, words[figure], keysFor(form.currency))
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
  return html`<div class="grid-folds">
    ${inFolds([...form.rows.entries()], {
      size: 8,
      called: ([, { card }]) => at.nameOf?.(card) ?? card,
      draw: (some) =>
        html`<table class="grid two-figures" aria-label="${words.formHeading}">
          <thead>
            <tr>
              <th scope="col">${words.card}</th>
              ${figureNames.map((name) => html`<th scope="col">${words[name]}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${some.map(([row]) => rowOf(at, form, row))}
          </tbody>
        </table>`,
    })}
  </div>`
}

/** More than a village's sheet has. */
const sheetMax = 100_000

const pastePart = (at: At, { of, linesLeft }: ComparingForm): Html => {
  const words = comparingAt(at)
  const fault = linesLeft > 0 ? words.pasteFault(String(linesLeft)) : undefined
  const field = linesField({
    name: pasteField,
    label: words.pasteLabel,
    hint: words.pasteMeaning,
    rule: (text) => text,
    fault: '',
    lengthMax: sheetMax,
  })
  return html`<details class="fold" ${fault === undefined ? '' : html` open`}>
    <summary>${words.pasteHeading}</summary>
    ${fieldShown(at.language, field, { value: of(pasteField), fault })}
    <p><button type="submit" name="step" value="fill">${words.fillIn}</button></p>
  </details>`
}

const secondPart = (at: At, { seconds: choices, of, faults }: ComparingForm): Html => {
  const { second: label, secondHint: hint, fault_second: fault } = comparingAt(at)
  const field = choiceField({ name: secondField, label, hint, choices, fault })
  const isWrong = faults.has(secondField)
  const shown = { value: of(secondField), fault: isWrong ? fault : undefined }
  return fieldShown(at.language, field, shown)
}

/** Asks what the paper says of each member: two figures, and who else has looked at it. */
export const comparingFormPage = (at: At, form: ComparingForm): Html => {
  const words = comparingAt(at)
  const { formId, on, faults, refused } = form
  const place = comparingPlace.form(at, on)
  const content = html`${heading('book', words.formHeading)}
    <p><b>${words.formOf(dateInWords(on, at.language))}</b> ${words.formMeaning}</p>
    ${refused === undefined ? '' : refusalBox(html`<p>${refused}</p>`)}
    ${faults.size === 0 ? '' : html`<p class="mended" role="alert">${deskWordsAt(at).mended}</p>`}
    <form class="record" method="post" action="${place}" autocomplete="off" novalidate>
      <input type="hidden" name="id" value="${formId}" />
      ${figuresPart(at, form)}
      <p class="quiet">${words.privateMeaning}</p>
      ${secondPart(at, form)} ${pastePart(at, form)}
      <p class="buttons">
        <a class="button" href="${comparingPlace.all(at)}">${deskWordsAt(at).back}</a>
        <button class="go" type="submit" name="step" value="check">${words.check}</button>
      </p>
    </form>`
  return deskLayout({ ...behindComparisons(at), at: place }, content)
}
