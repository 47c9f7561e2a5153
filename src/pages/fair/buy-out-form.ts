import { html } from 'hono/html'
import { lenderKinds } from '#domain/loans/request-state.ts'
import { type Currency, decimalsOf } from '#domain/kernel/money.ts'
import {
  type DebtNumber,
  type FaultWord,
  type Faults,
  type FieldName,
  type Typed,
  debtNumbers,
  isTold,
  kindIn,
  buyOutLineMax,
} from '#src/pages/fair/buy-out-typed.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import type { BuyOutWords } from '#src/words/en/fair-buy-out.ts'
import { buyOutWords } from '#src/words/words.ts'
import { currencyName } from '#src/words/locale.ts'

export type BuyOutForm = {
  readonly typed: Typed
  readonly faults: Faults
  readonly currency: Currency
}

type Part = BuyOutForm & { readonly words: BuyOutWords; readonly language: Language }

type Line = {
  readonly name: FieldName
  readonly label: string
  readonly hint?: string
  readonly inputmode?: 'numeric' | 'decimal'
}

const faultLine = (name: FieldName, fault: FaultWord | undefined, words: BuyOutWords) =>
  fault === undefined ? '' : html`<p class="fault" id="${name}-fault">${words[fault]}</p>`

const line = (
  { typed, faults, words }: Part,
  { name, label, hint, inputmode = 'numeric' }: Line,
): Html => {
  const fault = faults.get(name)
  const ids = [
    ...(fault === undefined ? [] : [`${name}-fault`]),
    ...(hint === undefined ? [] : [`${name}-hint`]),
  ]
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint === undefined ? '' : html`<p class="quiet" id="${name}-hint">${hint}</p>`}
    ${faultLine(name, fault, words)}
    <input
      id="${name}"
      name="${name}"
      type="text"
      inputmode="${inputmode}"
      autocomplete="off"
      maxlength="${buyOutLineMax}"
      value="${typed[name] ?? ''}"
      ${ids.length === 0 ? '' : html` aria-describedby="${ids.join(' ')}"`}
      ${fault === undefined ? '' : html` aria-invalid="true"`}
    />
  </div>`
}

const kindField = ({ typed, words }: Part, n: DebtNumber): Html => {
  const now = kindIn(typed, n)
  return html`<div class="field">
    <label for="kind${n}">${words.kind}</label>
    <select id="kind${n}" name="kind${n}">
      ${lenderKinds.map(
        (kind) =>
          html`<option value="${kind}" ${kind === now ? html` selected` : ''}>
            ${words[`kind-${kind}`]}
          </option>`,
      )}
    </select>
  </div>`
}

const debtGroup = (part: Part, n: DebtNumber): Html => {
  const { words, currency, language } = part
  const money = currencyName(currency, language)
  const hint = words.digits(decimalsOf(currency) === 0 ? '1500000' : '400.00')
  const inputmode = decimalsOf(currency) === 0 ? 'numeric' : 'decimal'
  return html`<fieldset class="group">
    <legend>${words.debt(n)}</legend>
    <div class="fields">
      ${kindField(part, n)}
      ${line(part, { name: `owed${n}`, label: words.owed(money), hint, inputmode })}
      ${line(part, { name: `pays${n}`, label: words.pays(money), inputmode })}
      ${line(part, {
        name: `percent${n}`,
        label: words.percent,
        hint: words.percentHint,
        inputmode: 'decimal',
      })}
    </div>
  </fieldset>`
}

/** Further debts are folded away until one of them is told. */
const moreDebts = (part: Part): Html => {
  const [, ...more] = debtNumbers
  const isOpen = more.some((n) => isTold(part.typed, n))
  return html`<details class="fold" ${isOpen ? html` open` : ''}>
    <summary>${part.words.moreDebts}</summary>
    ${more.map((n) => debtGroup(part, n))}
  </details>`
}

/** The debts and the household, to be filled in: sent, and kept nowhere. */
export const buyOutForm = (form: BuyOutForm, to: string, language: Language): Html => {
  const words = buyOutWords.in(language)
  const part: Part = { ...form, words, language }
  const inputmode = decimalsOf(form.currency) === 0 ? 'numeric' : 'decimal'
  return html`<form
    class="ask screen-only"
    method="post"
    action="${to}"
    autocomplete="off"
    novalidate
  >
    ${form.faults.size === 0 ? '' : html`<p class="mended" role="alert">${words.mended}</p>`}
    <h2>${words.debts}</h2>
    ${debtGroup(part, '1')} ${moreDebts(part)}
    <fieldset class="group">
      <legend>${words.household}</legend>
      <div class="fields">
        ${line(part, { name: 'other', label: words.other, hint: words.otherHint, inputmode })}
        ${line(part, {
          name: 'incomeFrom',
          label: words.incomeFrom,
          hint: words.incomeHint,
          inputmode,
        })}
        ${line(part, { name: 'incomeTo', label: words.incomeTo, inputmode })}
        ${line(part, { name: 'months', label: words.months, hint: words.monthsHint })}
      </div>
    </fieldset>
    <p><button class="button main">${words.count}</button></p>
  </form>`
}
