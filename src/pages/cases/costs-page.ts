import { html } from 'hono/html'
import type { CaseFile } from '#domain/cases/file.ts'
import {
  type AboveCeiling,
  type CostDiary,
  aboveCeiling,
  costDiary,
} from '#domain/cases/operations/costs.ts'
import { promiseAgainstReality } from '#domain/cases/operations/journey.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { CostItem } from '#domain/network/roads/costs.ts'
import type { RouteOn } from '#domain/network/roads/routes.ts'
import { bridgePath } from '#src/desk/cases/places.ts'
import { heading } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { earnedBack, roadsTable } from '#src/pages/register/roads-page.ts'
import { table } from '#src/pages/table.ts'
import type { Language } from '#src/words/catalogue.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { caseCostWords, roadWords } from '#src/words/words.ts'

/** Roads to where somebody goes, and what may be asked there under a heading in a currency. */
export type CostsBeside = {
  readonly routes: readonly RouteOn[]
  readonly allowed: (item: CostItem, currency: Currency) => number | undefined
}

const abovePart = (
  language: Language,
  above: readonly AboveCeiling[],
  currency: Currency,
): Html | string => {
  if (above.length === 0) return ''
  const words = caseCostWords.in(language)
  const money = (amount: number) => moneyInFigures({ amount, currency })
  return html`<div class="told">
    <div>
      <p><b>${words.aboveHeading}</b></p>
      <ul>
        ${above.map(
          ({ item, paid, allowed }) =>
            html`<li>
              ${roadWords.in(language)[`cost_${item}`]}: ${words.above(money(paid), money(allowed))}
            </li>`,
        )}
      </ul>
    </div>
  </div>`
}

const diaryPart = (language: Language, one: CostDiary, { allowed }: CostsBeside): Html => {
  const [words, said] = [caseCostWords.in(language), roadWords.in(language)]
  const { currency, costs, inAll, own, earning } = one
  const money = (amount: number) => moneyInFigures({ amount, currency })
  return html`${table({
      rows: costs,
      look: 'sheet',
      columns: [
        { heading: words.heading, of: ({ item }) => said[`cost_${item}`], total: words.inAll },
        {
          heading: words.inAll,
          of: ({ amount }) => money(amount),
          look: 'sum',
          total: money(inAll),
          totalLook: 'sum',
        },
      ],
    })}
    <p>${words.own}: <b>${money(own)}</b></p>
    ${earning ? earnedBack(language, earning, currency) : html`<p>${words.noWage}</p>`}
    ${abovePart(
      language,
      aboveCeiling(one, (item) => allowed(item, currency)),
      currency,
    )}`
}

const promisePart = (language: Language, file: CaseFile): Html => {
  const words = caseCostWords.in(language)
  const compared = promiseAgainstReality(file)
  return html`<section>
    <h2>${words.promise}</h2>
    ${
      compared.length === 0
        ? html`<p class="quiet">${words.noPromise}</p>`
        : html`<ul>
            ${compared.map(
              ({ part, verdict }) =>
                html`<li>${words[`part_${part}`]}: <b>${words[`verdict_${verdict}`]}</b></li>`,
            )}
          </ul>`
    }
  </section>`
}

/** What leaving cost somebody, when it is earned back, and the roads to where they go. */
export const costsPage = (frame: PageFrame, file: CaseFile, beside: CostsBeside): Html => {
  const { language } = frame
  const words = caseCostWords.in(language)
  const diary = costDiary(file)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${heading('road', words.heading)}
      <p>${words.lead}</p>
      ${diary.length === 0 ? html`<p class="quiet">${words.none}</p>` : ''}
      ${diary.map((one) => diaryPart(language, one, beside))}
      ${
        file.closed
          ? ''
          : html`<div class="buttons">
              <a class="button" href="${bridgePath.write(file.code, 'AddCost')}">${words.add}</a>
            </div>`
      }
      ${promisePart(language, file)}
      <section>
        <h2>${words.road}</h2>
        ${beside.routes.length === 0 ? html`<p class="quiet">${words.noRoad}</p>` : roadsTable(language, beside.routes)}
      </section>
    </div>`,
  })
}
