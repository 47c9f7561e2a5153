import { type TaskName, placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { DayFault, Entered } from '#src/desk/entered.ts'
import type { Field } from '#src/desk/fields.ts'
import { fieldShown } from '#src/pages/desk/shown-fields.ts'
import { type At, behindDesk, deskLayout, wordsAt } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { askingWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

const monthName = (month: string, { language }: At): string =>
  dateInWords(`2000-${month}-01`, language).split(' ')[1] ?? month

const dayFaultSaid = (at: At, fault: DayFault | undefined): string | undefined => {
  const words = wordsAt(at)
  if (fault === undefined) return undefined
  if (fault === 'in-the-future') return words.dayInFuture
  return fault === 'before-the-fund' ? words.dayBeforeFund : words.dayUnknown
}

/** A day that was wrong is asked for again: nobody records today by pressing on. */
const dayFields = (
  at: At,
  { day, fault, legend }: { day: LocalDate; fault: string | undefined; legend: string },
): Html => {
  const words = wordsAt(at)
  const faulty = fault === undefined ? '' : html` aria-invalid="true" aria-describedby="day-fault"`
  const options = months.map(
    (month) =>
      html`<option value="${month}" ${month === day.slice(5, 7) ? html` selected` : ''}>
        ${monthName(month, at)}
      </option>`,
  )
  const digits = (name: 'day' | 'year', { size, value }: { size: string; value: string }): Html =>
    html`<p>
      <label for="${name}">${words[name]}</label>
      <input
        id="${name}"
        name="${name}"
        type="text"
        inputmode="numeric"
        size="${size}"
        maxlength="8"
        value="${value}"
        ${faulty}
      />
    </p>`
  return html`<fieldset class="field">
    <legend>${legend}</legend>
    ${fault === undefined ? '' : html`<p class="fault" id="day-fault">${fault}</p>`}
    <div class="day">
      ${digits('day', { size: '2', value: fault === undefined ? String(Number(day.slice(8))) : '' })}
      <p>
        <label for="month">${words.month}</label>
        <select id="month" name="month" ${faulty}>
          ${options}
        </select>
      </p>
      ${digits('year', { size: '4', value: day.slice(0, 4) })}
    </div>
  </fieldset>`
}

/** What a page of a task is about, as its form carries it on. */
export type Subject = {
  readonly field: 'loan' | 'member' | 'entry' | 'fund' | 'dispute' | 'support' | 'event'
  readonly id: string
}

type Form = {
  readonly task: TaskName
  readonly subject: Subject
  readonly fields: readonly Field[]
  readonly entered: Entered
  readonly today: LocalDate
  /** What is to be written down, and whose it is. */
  readonly top: Html
  /** What is known before anything is filled in. */
  readonly facts?: Html | undefined
  /** Asked of a day that is not one on which money was given. */
  readonly dayLegend?: string
  /** Why the rules did not take it, and what to do next. */
  readonly refusal?: Html | undefined
  readonly safe?: string | undefined
  /** What the button that sees the price asks, and what it was answered. */
  readonly price?: Price | undefined
}

type Price = { readonly path: string; readonly shown: Html | undefined }

const shownIn = ({ texts, faults }: Entered, { name }: Field) => ({
  value: texts.get(name) ?? '',
  fault: faults.get(name),
})

/** The line of the fold that a field stands in; undefined where it stands open. */
const foldOf = (at: At, { fold, isFolded }: Field): string | undefined =>
  fold ?? (isFolded ? wordsAt(at).seldomAsked : undefined)

const oneFold = (at: At, fields: readonly Field[], { entered }: Form): Html => {
  const isOpen = fields.some(
    ({ name }) => (entered.texts.get(name) ?? '') !== '' || entered.faults.has(name),
  )
  return html`<details class="fold" ${isOpen ? html` open` : ''}>
    <summary>${foldOf(at, fields[0]!)}</summary>
    <div class="record">
      ${fields.map((field) => fieldShown(at, field, shownIn(entered, field)))}
    </div>
  </details>`
}

/** What is seldom asked, fold by fold, in the order in which their first fields come. */
const folded = (at: At, form: Form): readonly Html[] => {
  const folds = Map.groupBy(form.fields, (field) => foldOf(at, field))
  return [...folds].flatMap(([fold, fields]) =>
    fold === undefined ? [] : [oneFold(at, fields, form)],
  )
}

/** Why nothing was recorded, above the form that is kept. */
export const refusalBox = (said: Html): Html =>
  html`<div class="warning" role="alert">
    ${picture('stop')}
    <div>${said}</div>
  </div>`

export const priceScriptPath = '/price.js'

/** The button for it, and the place where it stands, also while numbers are typed. */
const pricePlace = (at: At, { path, shown }: Price): Html =>
  html`<p>
      <button class="button" type="submit" formaction="${path}">
        ${askingWords.in(at.language).seePrice}
      </button>
    </p>
    <section id="price" class="price" aria-live="polite">${shown ?? ''}</section>`

/** A form of the record-keeper's: what it is about, what it asks, the day, and two ways on. */
export const formPage = (at: At, form: Form): Html => {
  const words = wordsAt(at)
  const { task, subject, entered, fields, today, top, facts, refusal, safe, price } = form
  const place = placeOf.record(at, task)
  const dayFault = dayFaultSaid(at, entered.dayFault)
  const isMended = entered.faults.size > 0 || dayFault !== undefined
  const usual = fields.filter((field) => foldOf(at, field) === undefined)
  const legend = form.dayLegend ?? words.dayLegend
  const content = html`${top} ${refusal === undefined ? '' : refusalBox(refusal)}
    ${isMended ? html`<p class="mended" role="alert">${words.mended}</p>` : ''} ${facts ?? ''}
    <form
      class="record"
      method="post"
      action="${place}/confirm"
      autocomplete="off"
      novalidate
      ${price === undefined ? '' : html` data-price="${price.path}"`}
    >
      <input type="hidden" name="id" value="${entered.id}" />
      <input type="hidden" name="${subject.field}" value="${subject.id}" />
      ${usual.map((field) => fieldShown(at, field, shownIn(entered, field)))}
      ${dayFields(at, { day: entered.day ?? today, fault: dayFault, legend })} ${folded(at, form)}
      ${price === undefined ? '' : pricePlace(at, price)}
      <p class="buttons">
        <a class="button" href="${safe ?? place}">${words.back}</a>
        <button class="go" type="submit">${words.next}</button>
      </p>
    </form>`
  const query = { [subject.field]: subject.id }
  const script = price && priceScriptPath
  return deskLayout({ ...behindDesk(at), at: place, query, script }, content)
}
