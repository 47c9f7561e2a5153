import { meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { notesOf, worthOf } from '#domain/fund/banknotes.ts'
import type { Count, Meeting } from '#domain/fund/meetings.ts'
import { spokenCode } from '#src/app/meeting/meeting-code.ts'
import { refusalBox } from '#src/pages/forms/form.ts'
import {
  type At,
  amountTold,
  deskLayout,
  fact,
  figure,
  heading,
  warning,
  deskWordsAt,
} from '#src/pages/desk/parts.ts'
import {
  type CountFault,
  type CountFaults,
  countIn,
  noteField,
  sumName,
} from '#src/pages/meeting/count-typed.ts'
import { behindMeeting, meetingWordsAt } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords, moneyInFigures, moneyInTable } from '#src/words/locale.ts'

export type Counting = {
  readonly step: 'open' | 'close'
  readonly formId: string
  readonly on: LocalDate
  readonly currency: Currency
  /** What the book says must lie in the box. */
  readonly expected: number
  readonly boxMax: number
  /** The meeting before, whose closing and code are read aloud at the opening. */
  readonly last: Meeting | undefined
  /** Places that the fund's own book knows. */
  readonly places: readonly string[]
  readonly of: (name: string) => string
  readonly faults: CountFaults
  /** Cards that are nobody's, by the field that they stand in. */
  readonly cardFaults: ReadonlySet<string>
  readonly refused: string | undefined
}

export const keyPlaces = ['1', '2', '3'] as const
export const keyField = (place: string): string => `key${place}`

const faultSaid = (at: At, { of, currency }: Counting, fault: CountFault): string => {
  const words = meetingWordsAt(at)
  const notes = worthOf(countIn(of, currency).count.notes ?? [])
  return {
    pieces: words.piecesWrong,
    digits: deskWordsAt(at).amountNotDigits('212000'),
    nothing: words.nothingCounted,
    differs: words.sumDiffers(moneyInFigures({ amount: notes, currency })),
  }[fault]
}

type Line = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly fault?: string | undefined
  readonly isNumber?: boolean
}

const line = ({ of }: Counting, { name, label, hint, fault, isNumber = true }: Line): Html => {
  const ids = [...(hint ? [`${name}-hint`] : []), ...(fault ? [`${name}-fault`] : [])].join(' ')
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint === undefined ? '' : html`<p class="quiet" id="${name}-hint">${hint}</p>`}
    ${fault === undefined ? '' : html`<p class="fault" id="${name}-fault">${fault}</p>`}
    <input
      id="${name}"
      name="${name}"
      type="text"
      inputmode="${isNumber ? 'numeric' : 'text'}"
      maxlength="${isNumber ? 24 : 40}"
      value="${of(name)}"
      ${ids === '' ? '' : html` aria-describedby="${ids}"`}
      ${fault === undefined ? '' : html` aria-invalid="true"`}
    />
  </div>`
}

const notesPart = (at: At, counting: Counting): Html => {
  const words = meetingWordsAt(at)
  const { currency, faults } = counting
  const noteLine = (note: number): Html => {
    const name = noteField(note)
    const fault = faults.get(name)
    const label = words.noteOf(moneyInTable({ amount: note, currency }))
    return line(counting, { name, label, fault: fault && faultSaid(at, counting, fault) })
  }
  const sumFault = faults.get(sumName)
  return html`<fieldset class="field">
      <legend>${words.countLegend}</legend>
      <div class="totals by-note">${notesOf(currency).map(noteLine)}</div>
    </fieldset>
    ${line(counting, {
      name: sumName,
      label: words.orSum,
      hint: words.orSumHint,
      fault: sumFault && faultSaid(at, counting, sumFault),
    })}`
}

const settingPart = (at: At, counting: Counting): Html => {
  const words = meetingWordsAt(at)
  const { of, places, cardFaults } = counting
  const isSaid = ['place', 'women', ...keyPlaces.map(keyField)].some((name) => of(name) !== '')
  return html`<details class="fold" ${isSaid ? html` open` : ''}>
    <summary>${words.settingHeading}</summary>
    <div class="record">
      <div class="field">
        <label for="place">${words.placeLabel}</label>
        <select id="place" name="place">
          <option value=""></option>
          ${places.map(
            (place) =>
              html`<option value="${place}" ${of('place') === place ? html` selected` : ''}>
                ${place}
              </option>`,
          )}
        </select>
      </div>
      ${keyPlaces.map((place) =>
        line(counting, {
          name: keyField(place),
          label: words.keyHolder(place),
          isNumber: false,
          fault: cardFaults.has(keyField(place)) ? deskWordsAt(at).cardUnknown : undefined,
        }),
      )}
      <p class="field">
        <label class="tick">
          <input
            type="checkbox"
            name="women"
            value="yes"
            ${of('women') === 'yes' ? html` checked` : ''}
          />
          ${words.womenTick}
        </label>
      </p>
    </div>
  </details>`
}

const lastTime = (at: At, { last, currency, expected }: Counting): Html => {
  const words = meetingWordsAt(at)
  const code = last?.closing?.code
  return html`<dl class="facts">
    ${
      last?.closing === undefined
        ? ''
        : fact(
            words.lastTime(dateInWords(last.heldOn, at.language)),
            figure({ amount: last.closing.amount, currency }),
          )
    }
    ${
      code === undefined
        ? ''
        : fact(words.code, html`<b class="code" translate="no">${spokenCode(code.digits)}</b>`)
    }
    ${fact(words.mustHold, html`<b class="figure">${figure({ amount: expected, currency })}</b>`)}
  </dl>`
}

/** Asks what lies in the box, note by note; at the opening also where, who has the keys, and who is meant. */
export const countPage = (at: At, counting: Counting): Html => {
  const words = meetingWordsAt(at)
  const { step, on, formId, refused, faults, cardFaults } = counting
  const place = meetingPlace.step(at, on, step)
  const isMended = faults.size + cardFaults.size > 0
  const content = html`${heading('box', step === 'open' ? words.openHeading : words.closeHeading)}
    ${refused === undefined ? '' : refusalBox(html`<p>${refused}</p>`)}
    ${isMended ? html`<p class="mended" role="alert">${deskWordsAt(at).mended}</p>` : ''}
    ${lastTime(at, counting)}
    <form class="record" method="post" action="${place}" autocomplete="off" novalidate>
      <input type="hidden" name="id" value="${formId}" />
      ${notesPart(at, counting)} ${step === 'open' ? settingPart(at, counting) : ''}
      <p class="buttons">
        <a class="button" href="${meetingPlace.of(at, on)}">${deskWordsAt(at).back}</a>
        <button class="go" type="submit">${words.checkCount}</button>
      </p>
    </form>`
  return deskLayout({ ...behindMeeting(at, on), at: place }, content)
}

const notesTold = ({ notes = [] }: Count, currency: Currency): Html | string =>
  notes.length === 0
    ? ''
    : html`<dl class="facts">
        ${notes.map(({ note, pieces }) =>
          fact(
            `${moneyInTable({ amount: note, currency })} × ${pieces}`,
            figure({ amount: note * pieces, currency }),
          ),
        )}
      </dl>`

const differenceTold = (at: At, counting: Counting, count: Count): Html => {
  const words = meetingWordsAt(at)
  const { expected, currency, step } = counting
  const missing = expected - count.amount
  if (missing === 0) return html`<p class="done">${words.countsAgree}</p>`
  const sum = moneyInFigures({ amount: Math.abs(missing), currency })
  return warning(missing > 0 ? words.differenceMissing(sum) : words.differenceOver(sum), [
    step === 'open' ? words.openAnyway : words.closeAnyway,
  ])
}

const limitTold = (at: At, { boxMax, currency, step }: Counting, { amount }: Count) => {
  if (step === 'open' || amount <= boxMax) return ''
  const words = meetingWordsAt(at)
  const money = (sum: number): string => moneyInFigures({ amount: sum, currency })
  return warning(words.toBank, [words.aboveLimit(money(amount), money(boxMax))])
}

/** Reads a count back before it is recorded: figures, words, notes, and what the book says. */
export const countQuestion = (
  at: At,
  counting: Counting,
  {
    count,
    carried,
  }: { readonly count: Count; readonly carried: readonly (readonly [string, string])[] },
): Html => {
  const words = meetingWordsAt(at)
  const { step, on, currency, expected } = counting
  const place = meetingPlace.step(at, on, step)
  const content = html`${heading('box', words.isItRight)}
    <section class="check meeting">
      <h2>${words.counted}</h2>
      ${amountTold({ amount: count.amount, currency }, at.language)} ${notesTold(count, currency)}
      <dl class="facts">${fact(words.bookSays, figure({ amount: expected, currency }))}</dl>
    </section>
    ${differenceTold(at, counting, count)} ${limitTold(at, counting, count)}
    <form class="record" method="post" action="${place}">
      ${carried.map(([name, text]) => html`<input type="hidden" name="${name}" value="${text}" />`)}
      <p class="buttons">
        <button type="submit" name="step" value="change">${words.noAgain}</button>
        <button class="go" type="submit" name="step" value="save">
          ${step === 'open' ? words.yesOpen : words.yesClose}
        </button>
      </p>
    </form>`
  return deskLayout({ ...behindMeeting(at, on), at: place }, content)
}
