import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { meetingPlace } from '#src/desk/places.ts'
import type { Disagreement } from '#src/app/meeting-text/beside-book.ts'
import { type At, deskLayout, heading } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { behindMeeting } from '#src/pages/meeting/parts.ts'
import { dateInWords, moneyInTable } from '#src/words/locale.ts'
import { meetingTextWords } from '#src/words/words.ts'

/** The text of a meeting, to be sent from any phone. */
export const meetingTextPage = (
  at: At,
  { on, text }: { readonly on: LocalDate; readonly text: string },
): Html => {
  const words = meetingTextWords.in(at.language)
  const content = html`${heading('book', words.heading(dateInWords(on, at.language)))}
    <p>${words.lead}</p>
    <p class="code coded-text" translate="no">${text}</p>
    <p class="quiet">${words.howLong(String(text.length))}</p>
    <p class="buttons">
      <a class="button" href="${meetingPlace.texts(at)}">${words.toCheck}</a>
      <a class="button go" href="sms:?body=${encodeURIComponent(text)}">${words.send}</a>
    </p>`
  return deskLayout({ ...behindMeeting(at, on), at: meetingPlace.step(at, on, 'text') }, content)
}

/** What of a text does not agree with the book; that all of it does, where nothing is left. */
export const comparedText = (
  at: Pick<At, 'language'>,
  {
    on,
    currency,
    found,
  }: {
    readonly on: LocalDate
    readonly currency: Currency
    readonly found: readonly Disagreement[]
  },
): Html => {
  const words = meetingTextWords.in(at.language)
  const date = dateInWords(on, at.language)
  if (found.length === 0) return html`<p class="done" role="status">${words.agrees(date)}</p>`
  const figures = found.filter((one) => one.about === 'figure')
  const said = (name: (typeof figures)[number]['figure'], value: number): string =>
    name === 'present' ? String(value) : moneyInTable({ amount: value, currency })
  return html`<section class="warning" role="alert">
    <div>
      <h2>${words.differs(date)}</h2>
      ${found.map((one) => (one.about === 'figure' ? '' : html`<p>${words[one.about]}</p>`))}
      ${
        figures.length === 0
          ? ''
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">${words.what}</th>
                  <th scope="col">${words.said}</th>
                  <th scope="col">${words.book}</th>
                </tr>
              </thead>
              <tbody>
                ${figures.map(
                  ({ figure, said: text, book }) =>
                    html`<tr>
                      <th scope="row">${words[figure]}</th>
                      <td>${said(figure, text)}</td>
                      <td>${said(figure, book)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
    </div>
  </section>`
}
