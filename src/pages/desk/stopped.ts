import { type TaskName, placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { type Carried, carriedFields } from '#src/pages/desk/confirm.ts'
import { type At, deskLayout, wayBack, wordsAt } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'

export type Stopped = 'odd-form' | 'used-before' | 'not-yours'

/** Says that nothing was recorded, and what to do next. */
export const stoppedPage = (
  at: At,
  { why, entryId }: { readonly why: Stopped; readonly entryId?: string },
): Html => {
  const words = wordsAt(at)
  const meaning = {
    'odd-form': words.oddForm,
    'used-before': words.usedBefore,
    'not-yours': words.notYours,
  }[why]
  const content = html`<h1>${words.stoppedHeading}</h1>
    <p>${meaning}</p>
    ${entryId === undefined ? '' : wayBack(placeOf.receipt(at, entryId), words.seeReceipt)}
    ${wayBack(placeOf.desk(at), words.beginAgain)}`
  return deskLayout({ ...at, at: placeOf.desk(at) }, content)
}

/** The store cannot be written to: the form is kept, and the same id makes a second press harmless. */
export const busyPage = (
  at: At,
  { task, carried }: { readonly task: TaskName; readonly carried: Carried },
): Html => {
  const words = wordsAt(at)
  const content = html`<h1>${words.busyHeading}</h1>
    <p>${words.busy}</p>
    <form class="record" method="post" action="${placeOf.record(at, task)}">
      ${carriedFields(carried)}
      <p class="buttons">
        <a class="button" href="${placeOf.desk(at)}">${words.backToDesk}</a>
        <button class="go" type="submit">${words.tryAgain}</button>
      </p>
    </form>`
  const query = { [carried.subject.field]: carried.subject.id }
  return deskLayout({ ...at, at: placeOf.record(at, task), query }, content)
}
