import { html } from 'hono/html'
import { statementNames as allNames } from '#domain/ledger/statement.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { statementPath } from '#src/pages/statements/parts.ts'
import { type Ways, waysList } from '#src/pages/ways-list.ts'
import { type Money, moneyInFigures } from '#src/words/locale.ts'
import { statementNames } from '#src/words/report-words.ts'
import { everyPageWords, moneyPlaceWords, statementPageWords } from '#src/words/words.ts'
import { takeAlongPart } from '#src/pages/proof/take-along.ts'

type MoneyShown = {
  readonly fundId: string
  /** What lies where; undefined for a sum that whoever counts it is not to know. */
  readonly figures: readonly { readonly said: string; readonly sum: Money | undefined }[]
  readonly ways: readonly Ways[]
  /** Given to whoever may take the book along. */
  readonly mayTakeAlong: boolean
}

const figuresPart = ({ language }: PageFrame, { figures }: MoneyShown): Html =>
  html`<dl class="three-figures">
    ${figures.map(
      ({ said, sum }) =>
        html`<div>
          <dt>${said}</dt>
          <dd>${sum === undefined ? moneyPlaceWords.in(language).counted : moneyInFigures(sum)}</dd>
        </div>`,
    )}
  </dl>`

/** Every statement by its name, and the whole book as a file. */
const statementsPart = ({ language, isPractice }: PageFrame, { fundId }: MoneyShown): Html => {
  const words = moneyPlaceWords.in(language)
  const files = statementPageWords.in(language)
  const names = statementNames.in(language)
  const place = { fundId }
  return html`${waysList({
      heading: words.statements,
      ways: [
        ...allNames.map((name) => ({ href: statementPath.one(place, name), name: names[name] })),
        { href: statementPath.all(place), name: words.anyDay },
      ],
    })}
    <section>
      <h2>${words.wholeBook}</h2>
      ${takeAlongPart({ fundId, language, isPractice }, { list: 'postings' })}
      <p class="quiet">${isPractice ? files.noFolderInPractice : files.folderMeaning}</p>
    </section>`
}

/** Box, bank, costs, donors, lenders outside, and every statement. */
export const moneyPlacePage = (frame: PageFrame, shown: MoneyShown): Html =>
  layout({
    ...frame,
    content: html`<h1>${everyPageWords.in(frame.language).place_money}</h1>
      ${figuresPart(frame, shown)}
      <div class="ways-lists wide">
        ${shown.ways.map(waysList)} ${shown.mayTakeAlong ? statementsPart(frame, shown) : ''}
      </div>`,
  })
