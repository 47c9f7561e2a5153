import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { Counted, SexFigures } from '#domain/health/by-sex.ts'
import type { HealthPlace } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { table } from '#src/pages/table.ts'
import type { Language } from '#src/words/catalogue.ts'
import { bySexWords } from '#src/words/words.ts'
import { currencyName, dateInWords, moneyInTable } from '#src/words/locale.ts'

export type BySexShown = {
  readonly figures: SexFigures
  readonly currency: Currency
  /** Whether the reader is outside the village. */
  readonly isKeptBack: boolean
}

type Line = { readonly label: string } & Readonly<Record<'women' | 'men', string>>

const linesOf = ({ figures, currency }: BySexShown, language: Language): readonly Line[] => {
  const words = bySexWords.in(language)
  const told = (count: number | null, tell: (count: number) => string): string =>
    count === null ? words.leftOut : tell(count)
  const line = (
    label: string,
    { women, men }: Counted,
    tell: (count: number) => string = String,
  ): Line => ({
    label,
    women: told(women, tell),
    men: told(men, tell),
  })
  const { presences, possiblePresences: possible } = figures
  const came = (sex: 'women' | 'men'): string =>
    told(presences[sex], (present) =>
      told(possible[sex], (all) => words.ofAll(String(present), String(all))),
    )
  return [
    line(words.members, figures.members),
    { label: words.attendance, women: came('women'), men: came('men') },
    line(words.votes, figures.votes),
    line(words.borrowers, figures.borrowers),
    line(words.loans, figures.loans),
    line(words.lent(currencyName(currency, language)), figures.lent, (amount) =>
      moneyInTable({ amount, currency }),
    ),
    line(words.seats, figures.seats),
    line(words.keys, figures.keys),
  ]
}

/** Women and men of a period side by side. */
export const bySexPart = (place: HealthPlace, shown: BySexShown): Html => {
  const words = bySexWords.in(place.language)
  const { figures, isKeptBack } = shown
  const day = (on: string): string => dateInWords(on, place.language)
  return html`<section class="by-sex">
    <h2>${words.heading}</h2>
    <p>${words.lead(day(figures.from), day(figures.to))}</p>
    ${isKeptBack ? html`<p class="quiet">${words.keptBack}</p>` : ''}
    ${table({
      label: words.heading,
      rows: linesOf(shown, place.language),
      columns: [
        { heading: words.what, of: ({ label }) => label },
        { heading: words.women, of: ({ women }) => women },
        { heading: words.men, of: ({ men }) => men },
      ],
    })}
  </section>`
}
