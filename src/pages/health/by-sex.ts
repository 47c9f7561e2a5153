import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { Counted, SexFigures } from '#domain/health/by-sex.ts'
import type { HealthPlace } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { BySexWords } from '#src/words/en/by-sex.ts'
import { bySexWords } from '#src/words/words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

export type BySexShown = {
  readonly figures: SexFigures
  readonly currency: Currency
  /** Whether the reader is outside the village. */
  readonly isKeptBack: boolean
}

type Shown = { readonly currency: Currency; readonly words: BySexWords }

const row = (
  { words }: Shown,
  label: string,
  { women, men }: Counted,
  tell: (count: number) => string = String,
): Html => {
  const told = (count: number | null): string => (count === null ? words.leftOut : tell(count))
  return html`<tr>
    <th scope="row">${label}</th>
    <td>${told(women)}</td>
    <td>${told(men)}</td>
  </tr>`
}

const attendanceRow = ({ words }: Shown, figures: SexFigures): Html => {
  const { presences, possiblePresences: possible } = figures
  const told = (present: number | null, all: number | null): string =>
    present === null || all === null ? words.leftOut : words.ofAll(String(present), String(all))
  return html`<tr>
    <th scope="row">${words.attendance}</th>
    <td>${told(presences.women, possible.women)}</td>
    <td>${told(presences.men, possible.men)}</td>
  </tr>`
}

/** Women and men of a period side by side. */
export const bySexPart = (
  place: HealthPlace,
  { figures, currency, isKeptBack }: BySexShown,
): Html => {
  const words = bySexWords.in(place.language)
  const shown = { currency, words }
  const day = (on: string): string => dateInWords(on, place.language)
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  return html`<section class="by-sex">
    <h2>${words.heading}</h2>
    <p>${words.lead(day(figures.from), day(figures.to))}</p>
    ${isKeptBack ? html`<p class="quiet">${words.keptBack}</p>` : ''}
    <div class="scroll" tabindex="0" role="region" aria-label="${words.heading}">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.what}</th>
            <th scope="col">${words.women}</th>
            <th scope="col">${words.men}</th>
          </tr>
        </thead>
        <tbody>
          ${row(shown, words.members, figures.members)} ${attendanceRow(shown, figures)}
          ${row(shown, words.votes, figures.votes)}
          ${row(shown, words.borrowers, figures.borrowers)}
          ${row(shown, words.loans, figures.loans)} ${row(shown, words.lent, figures.lent, money)}
          ${row(shown, words.seats, figures.seats)} ${row(shown, words.keys, figures.keys)}
        </tbody>
      </table>
    </div>
  </section>`
}
