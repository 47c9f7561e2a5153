import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type Venture,
  type VentureCount,
  type VentureLine,
  countsBeside,
  isClosed,
  isSelling,
  paidTo,
  shareWorth,
  ventureStanding,
} from '#domain/ventures/venture.ts'
import { cardOf, currencyOf } from '#src/desk/desk.ts'
import { type TaskName, placeOf } from '#src/desk/places.ts'
import { ruleLines, ventureNamed } from '#src/desk/ventures/parts.ts'
import type { FundBook } from '#domain/health/book.ts'
import { type At, deskLayout, fact, figure, heading } from '#src/pages/desk/parts.ts'
import { pageFiles } from '#src/pages/files.ts'
import type { Html } from '#src/pages/layout.ts'
import { amounts, table } from '#src/pages/table.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { ventureWords } from '#src/words/venture-words.ts'
import { seldomWords, statementPageWords } from '#src/words/words.ts'

export type VenturesShown = {
  readonly book: FundBook
  readonly today: LocalDate
  /** What whoever looks may write down of them. */
  readonly acts: readonly TaskName[]
}

type Telling = { readonly at: At } & Omit<VenturesShown, 'acts'>

const warningsPath = '/warnings'

const wordsAt = ({ language }: Pick<At, 'language'>) => ventureWords.in(language)
const moneyIn = (telling: Telling, amount: number) => ({ amount, currency: currencyOf(telling) })

const lineCalled = ({ at }: Telling, { what }: VentureLine): string => {
  const words = wordsAt(at)
  switch (what) {
    case 'shares':
    case 'profit':
    case 'left':
    case 'closed':
      return words[`what_${what}`]
    default:
      return words[`move_${what}`]
  }
}

const factsPart = (telling: Telling, one: Venture): Html => {
  const words = wordsAt(telling.at)
  const standing = ventureStanding(one)
  const money = (amount: number): Html => figure(moneyIn(telling, amount))
  return html`<dl class="facts">
    ${fact(words.cash, html`<b>${money(standing.cash)}</b>`)}
    ${fact(words.goods, money(standing.goods))} ${fact(words.worth, money(standing.worth))}
    ${fact(words.sharesSold, words.heldOf(String(standing.shares), String(one.sharesOffered)))}
    ${standing.shares === 0 ? '' : fact(words.shareWorth, money(shareWorth(standing)))}
  </dl>`
}

/** Whether it is at an end, should be, or still sells shares. */
const statePart = ({ at, today }: Telling, one: Venture): Html | string => {
  const words = wordsAt(at)
  if (isClosed(one)) return html`<p><b>${words.closed}</b></p>`
  if (today > one.endsOn) return html`<p><b>${words.pastEnd}</b></p>`
  return isSelling(one) ? html`<p>${words.selling}</p>` : ''
}

const rulesPart = (telling: Telling, one: Venture): Html => {
  const words = wordsAt(telling.at)
  const at = { ...telling, language: telling.at.language }
  return html`<details class="fold">
    <summary>${words.rulesHeading}</summary>
    <ul>
      ${ruleLines(at, one).map((line) => html`<li>${line}</li>`)}
    </ul>
    <p class="screen-only">
      <a class="button" href="${warningsPath}">${words.toWarnings}</a>
    </p>
  </details>`
}

const bookPart = (telling: Telling, { lines }: Venture): Html => {
  const words = wordsAt(telling.at)
  const sum = (amount: number): string =>
    amount === 0 ? '' : moneyInFigures(moneyIn(telling, amount))
  return html`<section>
    <h2>${words.bookHeading}</h2>
    ${
      lines.length === 0
        ? html`<p>${words.bookEmpty}</p>`
        : table({
            look: 'sheet',
            label: words.bookHeading,
            columns: [
              { heading: words.day, of: ({ on }) => dateInWords(on, telling.at.language) },
              { heading: words.what, of: (line) => lineCalled(telling, line) },
              { heading: words.paper, of: ({ paper = '' }) => paper },
              amounts(words.cash, ({ cash }: VentureLine) => cash, sum, 'figures'),
              amounts(words.goods, ({ goods }: VentureLine) => goods, sum, 'figures'),
            ],
            rows: lines,
          })
    }
  </section>`
}

/** What two people found, each time, beside what the book said; that nobody has counted is said too. */
const countsPart = (telling: Telling, one: Venture): Html => {
  const words = wordsAt(telling.at)
  const counts = countsBeside(one)
  const sum = (amount: number): string => moneyInFigures(moneyIn(telling, amount))
  const of = (which: 'cash' | 'goods') => [
    amounts(
      which === 'cash' ? words.countCash : words.countGoods,
      (count: VentureCount) => count[which],
      sum,
      'figures',
    ),
    amounts(words.bookSaid, ({ book }: VentureCount) => book[which], sum, 'figures'),
  ]
  if (counts.length === 0) return html`<p>${words.neverCounted}</p>`
  return html`<section>
    <h2>${words.countsHeading}</h2>
    ${table({
      look: 'sheet',
      label: words.countsHeading,
      columns: [
        { heading: words.day, of: ({ on }) => dateInWords(on, telling.at.language) },
        ...of('cash'),
        ...of('goods'),
      ],
      rows: counts,
    })}
  </section>`
}

const holdersPart = (telling: Telling, one: Venture): Html | string => {
  const words = wordsAt(telling.at)
  const { holders } = ventureStanding(one)
  if (holders.size === 0) return ''
  return html`<section>
    <h2>${words.holdersHeading}</h2>
    ${table({
      look: 'sheet',
      label: words.holdersHeading,
      columns: [
        { heading: words.holder, of: ([memberId]) => cardOf(telling.book, memberId) },
        { heading: words.sharesSold, of: ([, shares]) => String(shares), look: 'figures' },
        amounts(
          words.gotSoFar,
          ([memberId]: readonly [string, number]) => paidTo(one, memberId),
          (amount) => (amount === 0 ? '' : moneyInFigures(moneyIn(telling, amount))),
          'figures',
        ),
      ],
      rows: [...holders].toSorted(([a], [b]) =>
        cardOf(telling.book, a) < cardOf(telling.book, b) ? -1 : 1,
      ),
    })}
  </section>`
}

/** One venture with its rules, its book and who holds it, to be read out and printed. */
export const ventureBookPage = (at: At, shown: VenturesShown & { readonly one: Venture }): Html => {
  const { one } = shown
  const words = wordsAt(at)
  const telling = { ...shown, at }
  return deskLayout(
    {
      ...at,
      script: pageFiles.print.path,
      back: { href: placeOf.ventures(at), label: words.back },
    },
    html`${heading('box', ventureNamed(at, one))} ${statePart(telling, one)}
      ${factsPart(telling, one)} ${bookPart(telling, one)} ${countsPart(telling, one)}
      ${holdersPart(telling, one)} ${rulesPart(telling, one)}
      <p class="buttons screen-only">
        <button class="button" type="button" data-print hidden>
          ${statementPageWords.in(at.language).print}
        </button>
      </p>`,
  )
}

/** All ventures of the fund, and what may be written down of them. */
export const venturesPage = (at: At, shown: VenturesShown): Html => {
  const words = wordsAt(at)
  const telling = { ...shown, at }
  const { ventures } = shown.book
  return deskLayout(
    at,
    html`${heading('box', words.heading)}
      <p>${words.lead}</p>
      ${ventures.length === 0 ? html`<p>${words.empty} ${words.noneMeaning}</p>` : ''}
      ${ventures.map(
        (one) =>
          html`<section>
            <h2>${ventureNamed(at, one)}</h2>
            ${statePart(telling, one)} ${factsPart(telling, one)}
            <p>
              <a class="button" href="${placeOf.venture(at, one.ventureId)}">${words.toBook}</a>
            </p>
          </section>`,
      )}
      <ul class="ways-list screen-only">
        ${shown.acts.map(
          (name) =>
            html`<li>
              <a href="${placeOf.record(at, name)}"
                ><span>${seldomWords.in(at.language)[`act_${name as 'venture'}`]}</span></a
              >
            </li>`,
        )}
      </ul>
      <p class="screen-only">
        <a class="button" href="${warningsPath}">${words.toWarnings}</a>
      </p>`,
  )
}
