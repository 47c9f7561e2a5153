import { html } from 'hono/html'
import { abroad } from '#domain/fund/meeting/away-more.ts'
import { type Months, earnedBackOf } from '#domain/statistics/earned-back.ts'
import type { Told } from '#src/app/figures/book.ts'
import { lineSaid, releaseOfKind, releaseWordsIn, tableNamed } from '#src/pages/figures/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'

/** How many of a table stand in a line, where it is told. */
const peopleIn = (told: Told, id: string, line: string): number | undefined =>
  tableNamed(releaseOfKind(told.figures, 'migration'), id)?.cells.find(
    ({ at }) => at[id] === line && Object.keys(at).length === 1,
  )?.people ?? undefined

const monthsSaid = ({ from, to }: Months, language: Language): string => {
  const words = releaseWordsIn(language)
  if (to === 0) return words.monthsNone
  if (to === undefined) return words.monthsOver(String(from))
  return from === 0 ? words.monthsTo(String(to)) : words.monthsFromTo(String(from), String(to))
}

/** What leaving cost and what came of it, by country where it can be told, with all that nobody knows. */
export const benefitPart = (language: Language, told: Told): Html => {
  const words = releaseWordsIn(language)
  const cost = tableNamed(releaseOfKind(told.figures, 'migration'), 'cost')
  const lines = abroad.flatMap((to) => {
    const back = cost && earnedBackOf(cost, to)
    return back ? [{ to, ...back }] : []
  })
  const said = (id: 'sends' | 'debt', all: readonly string[]): readonly string[] =>
    all.flatMap((line) => {
      const people = peopleIn(told, id, line)
      return people === undefined
        ? []
        : [`${words[`table_${id}`]}: ${lineSaid(id, line, language)} (${people})`]
    })
  const home = [
    ...said('sends', ['often', 'sometimes', 'never']),
    ...said('debt', ['owes', 'paid-back']),
  ]
  return html`<section class="figures-part">
    <h2>${words.benefitHeading}</h2>
    <p>${lines.length === 0 ? words.costNone : words.benefitLead}</p>
    ${lines.map(
      ({ to, people, ofAllPay, ofOnePart }) =>
        html`<p>
          <b>${words.benefitOf(lineSaid('corridor', to, language), String(people))}</b>
          ${words.benefitSaid(monthsSaid(ofAllPay, language), monthsSaid(ofOnePart, language))}
        </p>`,
    )}
    ${
      home.length === 0
        ? ''
        : html`<p>${words.benefitHome}</p>
            <ul>
              ${home.map((line) => html`<li>${line}</li>`)}
            </ul>`
    }
    <p class="quiet">${words.benefitUnknown}</p>
  </section>`
}
