import { type TaskName, placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Form } from '#src/desk/act.ts'
import type { Filling } from '#src/desk/filling.ts'
import type { Content } from '#src/desk/content.ts'
import {
  type At,
  behindDesk,
  deskLayout,
  heading,
  wayBack,
  deskWordsAt,
} from '#src/pages/desk/parts.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import { type FormText, formShown, refusalBox } from '#src/pages/forms/form.ts'
import { whose } from '#src/pages/people/face.ts'
import type { Html } from '#src/pages/layout.ts'
import { askingWords } from '#src/words/words.ts'

/** Why the rules did not take a form, and what it would cost, where that was asked. */
export type ActFilling = {
  readonly refusal?: Html | undefined
  readonly price?: Content | undefined
  /** Said where it comes back because the own secret was asked for in between. */
  readonly kept?: string | undefined
}

/** The button for it, and the place where it stands, also while numbers are typed. */
const pricePlace = (at: At, path: string, price: Content = []): Html =>
  html`<p class="see-price">
      <button class="button" type="submit" formaction="${path}">
        ${askingWords.in(at.language).seePrice}
      </button>
    </p>
    <section id="price" class="price" aria-live="polite">${contentPart(at, price)}</section>`

/** Where nothing is left to do there is no form: one sentence, and the way back. */
const nothingPage = (at: At, { nothing, back }: Form, refusal: Html | undefined): Html =>
  deskLayout(
    at,
    html`${heading('on-time', nothing!.title)} ${refusal === undefined ? '' : refusalBox(refusal)}
      <p><b>${nothing!.said}</b></p>
      ${wayBack(back, nothing!.back)}`,
  )

/** What must be read or done before the fields; all else stands under them, so that a phone shows the first one at once. */
const isBefore = (part: Content[number]): boolean =>
  part.is === 'secret-first' || (part.is === 'note' && part.tone === 'alert')

type ActForm = { readonly name: TaskName; readonly form: Form; readonly id: string }

/** The form of an act as a part of whatever page: what it is about, what it asks, and how it goes on. */
export const actText = (at: At, { name, form, id }: ActForm, price?: Content): FormText => {
  const { subject, whose: of, told = [] } = form
  const action = placeOf.record(at, name)
  const pricePath = form.price && `${action}/price`
  return {
    shown: form.shown,
    heading: form.title,
    whose: of && whose(at, of),
    told: contentPart(at, told.filter(isBefore)),
    action: `${action}/confirm`,
    at: action,
    query: { [subject.field]: subject.id },
    hidden: { id, [subject.field]: subject.id },
    fields: form.fields,
    prefilled: form.prefilled ?? {},
    isUsualFolded: true,
    known: contentPart(
      at,
      told.filter((part) => !isBefore(part)),
    ),
    more: pricePath === undefined ? undefined : pricePlace(at, pricePath, price),
    pricePath,
    submit: form.submit ?? deskWordsAt(at).next,
  }
}

/** The page of an act, with two ways on. */
export const actPage = (
  at: At,
  act: ActForm,
  { price, ...filling }: Filling & ActFilling,
): Html => {
  const { form } = act
  if (form.nothing) return nothingPage(at, form, filling.refusal)
  const text = actText(at, act, price)
  const back = { href: form.back, label: deskWordsAt(at).back }
  return formShown(behindDesk(at), { ...text, back }, filling)
}
