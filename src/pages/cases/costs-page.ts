import { html } from 'hono/html'
import type { CaseFile } from '#domain/cases/file.ts'
import {
  type AboveCeiling,
  type CostDiary,
  aboveCeiling,
  costDiary,
} from '#domain/cases/operations/costs.ts'
import { tellingsOf } from '#domain/cases/operations/fee-drafts.ts'
import { promiseAgainstReality } from '#domain/cases/operations/journey.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { CostItem } from '#domain/network/roads/costs.ts'
import type { RouteOn } from '#domain/network/roads/routes.ts'
import { bridgePath } from '#src/desk/cases/places.ts'
import { heading } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { earnedBack, roadsTable } from '#src/pages/register/roads-page.ts'
import { table } from '#src/pages/table.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { caseCostWords, roadWords } from '#src/words/words.ts'

/** Roads to where somebody goes, and what may be asked there under a heading in a currency. */
export type CostsBeside = {
  readonly routes: readonly RouteOn[]
  readonly allowed: (item: CostItem, currency: Currency) => number | undefined
  /** Whether a fee above the ceiling can be told to those who watch agencies, which of them wait, and until when. */
  readonly mayTell: boolean
  readonly waiting: ReadonlySet<string>
  readonly nextOn: LocalDate
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

/** What was let be told of fees, and what can still be. */
const tellingPart = (
  language: Language,
  file: CaseFile,
  { allowed, mayTell, waiting, nextOn }: CostsBeside,
): Html | string => {
  const words = caseCostWords.in(language)
  const told = tellingsOf(file)
  const headings = new Set(told.map(({ value }) => value.heading))
  const isMore = costDiary(file).some((one) =>
    aboveCeiling(one, (item) => allowed(item, one.currency)).some(
      ({ item }) => !headings.has(item),
    ),
  )
  if (told.length === 0 && !(mayTell && isMore)) return ''
  return html`<section>
    <h2>${words.tellHeading}</h2>
    ${told.map(
      ({ item, value }) =>
        html`<p>
          ${roadWords.in(language)[`cost_${value.heading}`]}:
          ${waiting.has(item) ? words.tellWaits(dateInWords(nextOn, language)) : words.tellGone}
          ${
            waiting.has(item) && !file.closed
              ? html`<a class="button" href="${bridgePath.takeFeeBack(file.code, item)}"
                  >${words.tellBack}</a
                >`
              : ''
          }
        </p>`,
    )}
    ${
      mayTell && isMore
        ? html`<p>${words.tellOffer}</p>
            <div class="buttons">
              <a class="button" href="${bridgePath.tellFee(file.code)}">${words.tellOffered}</a>
            </div>`
        : ''
    }
  </section>`
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
      ${diary.map((one) => diaryPart(language, one, beside))} ${tellingPart(language, file, beside)}
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
