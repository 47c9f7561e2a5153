import { type TaskName, placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Form } from '#src/desk/act.ts'
import { unfilled } from '#src/desk/filling.ts'
import type { Carried } from '#src/pages/desk/confirm.ts'
import { formShown } from '#src/pages/forms/form.ts'
import { type At, deskLayout, wayBack, deskWordsAt } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'

export type Stopped = 'odd-form' | 'used-before' | 'not-yours'

/** Says that nothing was recorded, and what to do next. */
export const stoppedPage = (
  at: At,
  { why, entryId }: { readonly why: Stopped; readonly entryId?: string },
): Html => {
  const words = deskWordsAt(at)
  const meaning = {
    'odd-form': words.oddForm,
    'used-before': words.usedBefore,
    'not-yours': words.notYours,
  }[why]
  const content = html`<h1>${words.stoppedHeading}</h1>
    <p>${meaning}</p>
    ${entryId === undefined ? '' : wayBack(placeOf.receipt(at, entryId), words.seeReceipt)}
    ${wayBack(placeOf.today(at), words.beginAgain)}`
  return deskLayout({ ...at, at: placeOf.today(at) }, content)
}

/** The store cannot be written to: the form is kept, and the same id makes a second press harmless. */
export const busyPage = (
  at: At,
  {
    name,
    form,
    carried,
  }: { readonly name: TaskName; readonly form: Form; readonly carried: Carried },
): Html => {
  const words = deskWordsAt(at)
  const text = {
    heading: words.busyHeading,
    told: html`<p>${words.busy}</p>`,
    action: placeOf.record(at, name),
    query: { [form.subject.field]: form.subject.id },
    hidden: carried,
    fields: [],
    submit: words.tryAgain,
    back: { href: placeOf.today(at), label: words.backToToday },
  }
  return formShown(at, text, unfilled())
}
