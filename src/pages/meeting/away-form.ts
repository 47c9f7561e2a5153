import { meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type AwayTable,
  awayTableNames,
  awayTables,
  sumOfTable,
} from '#domain/fund/away-figures.ts'
import { refusalBox } from '#src/pages/forms/form.ts'
import { type At, deskLayout, heading, deskWordsAt } from '#src/pages/desk/parts.ts'
import { type AwayWords, awayWordsAt, nameOfLine, nameOfTable } from '#src/pages/meeting/away.ts'
import {
  type AwayFieldFault,
  awayIn,
  awayLineName,
  awayTotalName,
} from '#src/pages/meeting/away-typed.ts'
import { behindMeeting } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'

export type AwayForm = {
  readonly formId: string
  readonly on: LocalDate
  readonly of: (name: string) => string
  readonly faults: ReadonlyMap<string, AwayFieldFault>
  readonly refused: string | undefined
}

const faultSaid = (words: AwayWords, fault: AwayFieldFault): string =>
  ({
    digits: words.digits,
    large: words.tooMany,
    missing: words.totalMissing,
    'not-total': '',
  })[fault]

type Asked = { readonly name: string; readonly label: string; readonly hint?: string }

const asked = (words: AwayWords, { of, faults }: AwayForm, { name, label, hint }: Asked): Html => {
  const fault = faults.get(name)
  const ids = [...(hint ? [`${name}-hint`] : []), ...(fault ? [`${name}-fault`] : [])].join(' ')
  return html`<div class="total">
    <label for="${name}">${label}</label>
    ${hint === undefined ? '' : html`<p class="quiet" id="${name}-hint">${hint}</p>`}
    ${
      fault === undefined
        ? ''
        : html`<p class="fault" id="${name}-fault">${faultSaid(words, fault)}</p>`
    }
    <input
      id="${name}"
      name="${name}"
      type="text"
      inputmode="numeric"
      maxlength="12"
      value="${of(name)}"
      ${ids === '' ? '' : html` aria-describedby="${ids}"`}
      ${fault === undefined ? '' : html` aria-invalid="true"`}
    />
  </div>`
}

const tablePart = (words: AwayWords, form: AwayForm, table: AwayTable): Html => {
  const isOff = form.faults.get(table) === 'not-total'
  const { figures } = awayIn(form.of)
  const said = words.notTotal(String(sumOfTable(figures, table)), String(figures.total))
  return html`<fieldset class="field" ${isOff ? html` aria-describedby="${table}-fault"` : ''}>
    <legend>${nameOfTable(words, table)}</legend>
    ${isOff ? html`<p class="fault" id="${table}-fault">${said}</p>` : ''}
    <div class="totals by-note">
      ${awayTables[table].map((line) =>
        asked(words, form, {
          name: awayLineName(table, line),
          label: nameOfLine(words, table, line),
        }),
      )}
    </div>
  </fieldset>`
}

/** Asks how many are away: in all, and the same people by each question. */
export const awayFormPage = (at: At, form: AwayForm): Html => {
  const words = awayWordsAt(at)
  const { formId, on, faults, refused } = form
  const place = meetingPlace.step(at, on, 'away')
  const content = html`${heading('away', words.formHeading)}
    <p>${words.formMeaning}</p>
    ${refused === undefined ? '' : refusalBox(html`<p>${refused}</p>`)}
    ${faults.size === 0 ? '' : html`<p class="mended" role="alert">${deskWordsAt(at).mended}</p>`}
    <form class="record away-form" method="post" action="${place}" autocomplete="off" novalidate>
      <input type="hidden" name="id" value="${formId}" />
      ${asked(words, form, { name: awayTotalName, label: words.total, hint: words.totalHint })}
      ${awayTableNames.map((table) => tablePart(words, form, table))}
      <p class="buttons">
        <a class="button" href="${meetingPlace.of(at, on)}">${deskWordsAt(at).back}</a>
        <button class="go" type="submit">${words.check}</button>
      </p>
    </form>`
  return deskLayout({ ...behindMeeting(at, on), at: place }, content)
}
