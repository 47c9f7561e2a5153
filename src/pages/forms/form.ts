import { html } from 'hono/html'
import type { Choice, Field } from '#src/desk/fields.ts'
import type { Filling } from '#src/desk/filling.ts'
import type { Picture } from '#src/desk/pictures.ts'
import { fieldShown } from '#src/pages/desk/shown-fields.ts'
import { faultBox, goodBox, warningBox } from '#src/pages/entrance/parts.ts'
import { pageFiles } from '#src/pages/files.ts'
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
  /** What is said where some field is to be mended, if not that nothing is recorded yet; nothing where it is empty. */
  readonly mended?: string
  /** Another way, below the form. */
  readonly after?: Html
  /** A fold that holds what is usual, and nothing else, stays closed. */
  readonly isUsualFolded?: true
  /** What stands in the form above its fields. */
  readonly above?: Html
  /** What is known, under the fields that stand open and before the folds of what is seldom asked. */
  readonly known?: Html | undefined
  /** What stands in the form below its fields. */
  readonly more?: Html | undefined
  /** Where its price is told while it is typed. */
  readonly pricePath?: string | undefined
  readonly submit: string
  /** The safe way: a page, or the form again with all that was filled in; none where nothing is left by it. */
  readonly back?: { readonly label: string } & (
    | { readonly href: string }
    | { readonly change: string }
  )
  /** One of several on its page, whose button does not stand out. */
  readonly isPlain?: true
  /** Where one of several things can be done with it: what its buttons send, in place of `submit`. */
  readonly submits?: { readonly name: string; readonly choices: readonly Choice[] }
  /** Short fields stand beside each other where there is room: those of a group, or all of them. */
  readonly beside?: 'grouped' | 'all'
}

/** What is in a form, and what is wrong with it: field by field, under the heading of a group, or as a whole. */
export type FormFilling = Filling & {
  readonly fault?: string | undefined
  /** Why the rules did not take it, and what to do next. */
  readonly refusal?: Html | undefined
  /** Said where it comes back because the own secret was asked for in between. */
  readonly kept?: string | undefined
}

type Filled = {
  readonly language: Language
  readonly filling: FormFilling
  readonly lists: ReturnType<typeof peopleLists>
}

/** Lists of people by what they hold, each under an id: fields that ask for somebody of the same share one. */
const peopleLists = (fields: readonly Field[]): ReadonlyMap<readonly Choice[], string> =>
  new Map(
    fields
      .toReversed()
      .flatMap((field) =>
        field.as === 'line' && field.people ? [[field.people, `${field.name}-people`]] : [],
      ),
  )

const peopleList = ([people, id]: readonly [readonly Choice[], string]): Html =>
  html`<datalist id="${id}">
    ${people.map(({ label, meaning }) => html`<option value="${label}">${meaning ?? ''}</option>`)}
  </datalist>`

const one = ({ language, filling: { texts, faults, typed }, lists }: Filled, field: Field): Html =>
  fieldShown(language, field, {
    value: texts.get(field.name) ?? '',
    typed,
    fault: faults.get(field.name),
    list: field.as === 'line' && field.people ? lists.get(field.people) : undefined,
  })

const begun = ({ begins: told }: Field): Html | string =>
  told === undefined
    ? ''
    : html`${told.heading === undefined ? '' : html`<h2>${told.heading}</h2>`}
      ${told.text === undefined ? '' : html`<p>${told.text}</p>`}`

/** The line of the fold in which a field lies at its place, until another one says that it is asked for. */
const closedAt = (
  { filling: { texts, faults } }: Filled,
  { fold, openWhile, name }: Field,
): string | undefined =>
  openWhile === undefined || texts.get(openWhile.name) === openWhile.is || faults.has(name)
    ? undefined
    : fold

/** Fields that stand beside each other under a heading, or lie together in a fold at their place. */
const grouped = (filled: Filled, fields: readonly Field[]): readonly Html[] =>
  [
    ...Map.groupBy(
      fields,
      (field) => closedAt(filled, field) ?? field.group ?? field.name,
    ).values(),
  ].map((some) => {
    const all = some.map((field) => one(filled, field))
    const { group, name } = some[0]!
    const closed = closedAt(filled, some[0]!)
    if (closed !== undefined)
      return html`<details class="fold">
        <summary>${closed}</summary>
        <div class="record">${all}</div>
      </details>`
    const fault = group === undefined ? undefined : filled.filling.faults.get(group)
    const id = `${name}-group-fault`
    return html`${begun(some[0]!)}
    ${
      group === undefined
        ? all
        : html`<fieldset
            class="group"
            ${fault === undefined ? '' : html` aria-describedby="${id}"`}
          >
            <legend>${group}</legend>
            ${fault === undefined ? '' : html`<p class="fault" id="${id}">${fault}</p>`} ${all}
          </fieldset>`
    }`
  })

/** The line of the fold below all fields that a field stands in; undefined where it has its place above. */
const foldOf = ({ language }: Filled, { fold, isFolded, openWhile }: Field): string | undefined => {
  if (openWhile) return undefined
  return fold ?? (isFolded ? deskWords.in(language).seldomAsked : undefined)
}

/** What is seldom asked, fold by fold, in the order in which their first fields come; open where something stands in it. */
const folded = (
  filled: Filled,
  { fields, prefilled = {}, isUsualFolded }: FormText,
): readonly Html[] => {
  const { texts, faults } = filled.filling
  const isTouched = ({ name }: Field): boolean =>
    (texts.get(name) ?? '') !== ((isUsualFolded && prefilled[name]) || '') || faults.has(name)
  const folds = Map.groupBy(fields, (field) => foldOf(filled, field))
  return [...folds].flatMap(([fold, some]) =>
    fold === undefined
      ? []
      : [
          html`<details class="fold" ${some.some(isTouched) ? html` open` : ''}>
            <summary>${fold}</summary>
            <div class="record">${grouped(filled, some)}</div>
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

const safeWay = (back: NonNullable<FormText['back']>): Html =>
  'href' in back
    ? html`<a class="button" href="${back.href}">${back.label}</a>`
    : html`<button type="submit" formaction="${back.change}" name="change" value="yes">
        ${back.label}
      </button>`

const submits = ({ submit, submits: several, isPlain }: FormText): Html =>
  several === undefined
    ? html`<button class="${isPlain ? '' : 'go'}" type="submit">${submit}</button>`
    : html`${several.choices.map(
        ({ value, label }, i) =>
          html`<button class="${i === 0 ? 'go' : ''}" name="${several.name}" value="${value}">
            ${label}
          </button>`,
      )}`

const isOfFiles = ({ fields }: FormText): boolean => fields.some(({ as }) => as === 'file')

const inside = (language: Language, form: FormText, filling: FormFilling): Html => {
  const lists = peopleLists(form.fields)
  const filled = { language, filling, lists }
  const open = form.fields.filter((field) => foldOf(filled, field) === undefined)
  return html`<form
    class="record${form.beside === undefined ? '' : ` beside-${form.beside}`}"
    method="post"
    action="${form.action}"
    autocomplete="off"
    ${form.fields.some(({ isRequired }) => isRequired) ? '' : html` novalidate`}
    ${isOfFiles(form) ? html` enctype="multipart/form-data"` : ''}
    ${form.pricePath === undefined ? '' : html` data-price="${form.pricePath}"`}
  >
    ${hiddenFields(form.hidden ?? {})} ${form.above ?? ''} ${grouped(filled, open)}
    ${form.known ?? ''} ${folded(filled, form)} ${form.more ?? ''} ${[...lists].map(peopleList)}
    <p class="buttons">${form.back ? safeWay(form.back) : ''} ${submits(form)}</p>
  </form>`
}

/** The heading of a form, with its picture. */
export const headingOf = ({ shown, heading }: FormText): Html =>
  shown === undefined
    ? html`<h1>${heading}</h1>`
    : html`<h1 class="with-picture">${picture(shown)} <span>${heading}</span></h1>`

/** A form as a part of a page that has its heading elsewhere: whose it is, what went wrong, what is known and asked. */
export const formPart = (language: Language, form: FormText, filling: FormFilling): Html => {
  const { faults, fault, refusal, kept } = filling
  const { mended = deskWords.in(language).mended } = form
  return html`${form.whose ?? ''} ${kept === undefined ? '' : goodBox(kept)} ${faultBox(fault)}
  ${refusal === undefined ? '' : refusalBox(refusal)}
  ${faults.size === 0 || mended === '' ? '' : html`<p class="mended" role="alert">${mended}</p>`}
  ${form.told ?? ''} ${form.warning === undefined ? '' : warningBox(form.warning)}
  ${stepUpFirst(language, form.secretFirst, isOfFiles(form))} ${inside(language, form, filling)}
  ${form.after ?? ''}`
}

/** A page with one form, the safe way on first. */
export const formShown = (frame: PageFrame, form: FormText, filling: FormFilling): Html =>
  layout({
    ...frame,
    at: form.at ?? form.action,
    query: form.query,
    ...(form.pricePath !== undefined && { script: pageFiles.price.path }),
    content: html`<div class="desk">
      ${headingOf(form)} ${formPart(frame.language, form, filling)}
    </div>`,
  })
