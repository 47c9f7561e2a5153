import { html } from 'hono/html'
import type { Field } from '#src/desk/fields.ts'
import type { Filling } from '#src/desk/filling.ts'
import type { Picture } from '#src/desk/pictures.ts'
import { fieldShown } from '#src/pages/desk/shown-fields.ts'
import { faultBox, warningBox } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, hiddenFields, layout } from '#src/pages/layout.ts'
import { stepUpFirst } from '#src/pages/network/parts.ts'
import { picture } from '#src/pages/pictures.ts'
import type { Language } from '#src/words/catalogue.ts'
import { deskWords } from '#src/words/words.ts'

/** A page with one form: what it says, what it asks, and two ways on. */
export type FormText = {
  /** Stands before the heading. */
  readonly shown?: Picture
  readonly heading: string
  /** Whom it is about. */
  readonly whose?: Html | undefined
  /** What is known before anything is filled in. */
  readonly told?: Html | undefined
  /** What must be read before the button is pressed. */
  readonly warning?: string | undefined
  /** Where to come back to after giving the own secret again; left out where that need not be. */
  readonly secretFirst?: string | undefined
  readonly action: string
  /** The page's own address, where it is not the action. */
  readonly at?: string
  /** What the page's own address carries beside its path. */
  readonly query?: Readonly<Record<string, string>>
  readonly hidden?: Readonly<Record<string, string>>
  readonly fields: readonly Field[]
  /** What stands in the fields before anybody has filled them in. */
  readonly prefilled?: Readonly<Record<string, string>>
  /** What stands in the form below its fields. */
  readonly more?: Html | undefined
  /** Where its price is told while it is typed. */
  readonly pricePath?: string | undefined
  readonly submit: string
  /** The safe way: a page, or the form again with all that was filled in. */
  readonly back: { readonly label: string } & (
    | { readonly href: string }
    | { readonly change: string }
  )
}

/** What stands in a form, and what is wrong with it: field by field, or as a whole. */
export type FormFilling = Filling & {
  readonly fault?: string | undefined
  /** Why the rules did not take it, and what to do next. */
  readonly refusal?: Html | undefined
}

type Filled = { readonly language: Language; readonly filling: FormFilling }

const one = ({ language, filling: { texts, faults } }: Filled, field: Field): Html =>
  fieldShown(language, field, {
    value: texts.get(field.name) ?? '',
    fault: faults.get(field.name),
  })

/** Fields that stand beside each other under a heading. */
const grouped = (filled: Filled, fields: readonly Field[]): readonly Html[] =>
  [...Map.groupBy(fields, ({ name, group }) => group ?? name).values()].map((some) =>
    some[0]!.group === undefined
      ? html`${some.map((field) => one(filled, field))}`
      : html`<fieldset class="group">
          <legend>${some[0]!.group}</legend>
          ${some.map((field) => one(filled, field))}
        </fieldset>`,
  )

/** The line of the fold that a field stands in; undefined where it stands open. */
const foldOf = (language: Language, { fold, isFolded }: Field): string | undefined =>
  fold ?? (isFolded ? deskWords.in(language).seldomAsked : undefined)

/** What is seldom asked, fold by fold, in the order in which their first fields come. */
const folded = (filled: Filled, fields: readonly Field[]): readonly Html[] => {
  const { texts, faults } = filled.filling
  const isTouched = ({ name }: Field): boolean => (texts.get(name) ?? '') !== '' || faults.has(name)
  const folds = Map.groupBy(fields, (field) => foldOf(filled.language, field))
  return [...folds].flatMap(([fold, some]) =>
    fold === undefined
      ? []
      : [
          html`<details class="fold" ${some.some(isTouched) ? html` open` : ''}>
            <summary>${fold}</summary>
            <div class="record">${some.map((field) => one(filled, field))}</div>
          </details>`,
        ],
  )
}

/** Why nothing was recorded, above the form that is kept. */
export const refusalBox = (said: Html): Html =>
  html`<div class="warning" role="alert">
    ${picture('stop')}
    <div>${said}</div>
  </div>`

export const priceScriptPath = '/price.js'

const safeWay = (back: FormText['back']): Html =>
  'href' in back
    ? html`<a class="button" href="${back.href}">${back.label}</a>`
    : html`<button type="submit" formaction="${back.change}" name="change" value="yes">
        ${back.label}
      </button>`

const inside = (language: Language, form: FormText, filling: FormFilling): Html => {
  const filled = { language, filling }
  const open = form.fields.filter((field) => foldOf(language, field) === undefined)
  const isFile = form.fields.some(({ as }) => as === 'file')
  return html`<form
    class="record"
    method="post"
    action="${form.action}"
    autocomplete="off"
    novalidate
    ${isFile ? html` enctype="multipart/form-data"` : ''}
    ${form.pricePath === undefined ? '' : html` data-price="${form.pricePath}"`}
  >
    ${hiddenFields(form.hidden ?? {})} ${grouped(filled, open)} ${folded(filled, form.fields)}
    ${form.more ?? ''}
    <p class="buttons">
      ${safeWay(form.back)}
      <button class="go" type="submit">${form.submit}</button>
    </p>
  </form>`
}

/** What stands above a form: what it is, whose, what went wrong, and what is known. */
const above = (language: Language, form: FormText, { faults, fault, refusal }: FormFilling): Html =>
  html`${
    form.shown === undefined
      ? html`<h1>${form.heading}</h1>`
      : html`<h1 class="with-picture">${picture(form.shown)} <span>${form.heading}</span></h1>`
  }
  ${form.whose ?? ''} ${faultBox(fault)} ${refusal === undefined ? '' : refusalBox(refusal)}
  ${faults.size === 0 ? '' : html`<p class="mended" role="alert">${deskWords.in(language).mended}</p>`}
  ${form.told ?? ''} ${form.warning === undefined ? '' : warningBox(form.warning)}
  ${stepUpFirst(language, form.secretFirst)}`

/** A page with one form, the safe way on first. */
export const formShown = (frame: PageFrame, form: FormText, filling: FormFilling): Html =>
  layout({
    ...frame,
    at: form.at ?? form.action,
    query: form.query,
    ...(form.pricePath !== undefined && { script: priceScriptPath }),
    content: html`<div class="desk">
      ${above(frame.language, form, filling)} ${inside(frame.language, form, filling)}
    </div>`,
  })
