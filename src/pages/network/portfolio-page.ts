import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type VisitSign, visitSigns } from '#domain/health/visit.ts'
import {
  type Peers,
  type PortfolioLine,
  type PortfolioTotal,
  aboutNames,
  abouts,
  districtsOf,
} from '#domain/health/villages.ts'
import { figureFact } from '#src/pages/health/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import type { ListPart } from '#src/pages/list-parts.ts'
import { fundSearchPart } from '#src/pages/network/fund-search.ts'
import {
  type Narrowed,
  letters,
  portfolioPath,
  portfolioWith,
} from '#src/pages/network/portfolio-parts.ts'
import { linePart, percentSaid, signSaid, wordsIn } from '#src/pages/network/portfolio-line.ts'
import { peersTable } from '#src/pages/network/peers-table.ts'
import { placeSaid, provinceIn } from '#src/pages/network/place-said.ts'
import type { PortfolioWords } from '#src/words/en/portfolio.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

export type PortfolioShown = {
  /** All villages; `part` are those that are shown. */
  readonly lines: readonly PortfolioLine[]
  readonly found: number
  readonly part: ListPart<PortfolioLine>
  /** Which of all that were found the first that is shown is, from 1. */
  readonly firstPlace: number
  readonly narrowed: Narrowed
  readonly isSearched: boolean
  readonly networkId: string
  readonly today: LocalDate
  readonly totals: readonly PortfolioTotal[]
  readonly peers: readonly Peers[]
  /** Letters from the boxes of these villages that wait for an answer; undefined until somebody has counted them. */
  readonly letters: number | undefined
}

/** Which share is under relief, in the funds whose book was read; of none of them that is nothing, and not none. */
const underReliefSaid = (
  { unread }: PortfolioWords,
  { underRelief, owedRead, owed }: Pick<PortfolioTotal, 'underRelief' | 'owedRead' | 'owed'>,
): string => (owedRead === 0 && owed > 0 ? unread : percentSaid(underRelief, owedRead))

const totalsPart = (frame: PageFrame, totals: readonly PortfolioTotal[]): Html => {
  const words = wordsIn(frame)
  return html`<section class="first-figures">
    <h2>${words.together}</h2>
    ${totals.map(({ currency, ...total }) => {
      const money = (amount: number): string => moneyInFigures({ amount, currency })
      return html`<dl class="figures">
        ${figureFact(words.members, String(total.members))}
        ${figureFact(words.savings, money(total.savings))}
        ${figureFact(words.cash, money(total.cash))} ${figureFact(words.owed, money(total.owed))}
        ${figureFact(words.par30, percentSaid(total.par30, total.owed))}
        ${figureFact(words.underRelief, underReliefSaid(words, total))}
      </dl>`
    })}
  </section>`
}

type Tile = {
  readonly name: string
  readonly count: number
  readonly to: Narrowed
  /** What they come to together, in lines. */
  readonly figures?: readonly string[]
}

const tilesPart = (
  heading: string,
  { tiles, narrowed }: { readonly tiles: readonly Tile[]; readonly narrowed: Narrowed },
): Html => {
  const here = portfolioWith(narrowed)
  return html`<nav aria-label="${heading}">
    <h3>${heading}</h3>
    <ul class="tiles">
      ${tiles
        .filter(({ count }) => count > 0)
        .map(({ name, count, to, figures = [] }) => {
          const href = portfolioWith(to)
          return html`<li>
            <a href="${href}" ${href === here ? html` aria-current="true"` : ''}
              ><span>${name}${figures.map((one) => html`<small>${one}</small>`)}</span>
              <b>${count}</b></a
            >
          </li>`
        })}
    </ul>
  </nav>`
}

/** What a district comes to: how much is lent out in it, and which share of that is late or under relief. */
const districtFigures = (words: PortfolioWords, total: PortfolioTotal): readonly string[] => {
  const { currency, members, owed, par30 } = total
  const lent = moneyInFigures({ amount: owed, currency })
  return [
    `${words.members} ${members} · ${words.owed} ${lent}`,
    `${words.par30} ${percentSaid(par30, owed)} · ${words.underRelief} ${underReliefSaid(words, total)}`,
  ]
}

/** Tiles that narrow the list: by grade, by what to look at, and by district. */
const waysToNarrow = (frame: PageFrame, { lines, narrowed }: PortfolioShown): Html => {
  const words = wordsIn(frame)
  const count = (test: (line: PortfolioLine) => boolean): number => lines.filter(test).length
  const byLetter = letters.map((letter): Tile => ({
    name: letter === 'unread' ? words.unread : words.grade(letter),
    count: count(({ need }) => (need.letter ?? 'unread') === letter),
    to: { ...narrowed, letter },
  }))
  const byAbout = aboutNames.map((about): Tile => ({
    name: words[`about_${about}`],
    count: count(abouts[about]),
    to: { ...narrowed, about },
  }))
  const byDistrict = districtsOf(lines).map(({ code: district, funds, totals }): Tile => {
    const province = provinceIn(district, frame.language)
    const name =
      placeSaid(district, frame.language) ??
      (province === undefined
        ? words.unknownDistrict(district)
        : words.district(province, district))
    const figures = totals.flatMap((one) => districtFigures(words, one))
    return { name, count: funds, to: { ...narrowed, district }, figures }
  })
  const tiles = (heading: string, some: readonly Tile[]): Html =>
    tilesPart(heading, { tiles: some, narrowed })
  return html`<div class="narrowing">
    <details class="fold">
      <summary>${words.narrow}</summary>
      ${tiles(words.abouts, byAbout)} ${tiles(words.letters, byLetter)}
      ${tiles(words.districts, byDistrict)}
    </details>
  </div>`
}

const peersPart = (frame: PageFrame, peers: readonly Peers[]): Html | string => {
  if (peers.length === 0) return ''
  const words = wordsIn(frame)
  return html`<details class="fold">
    <summary>${words.peers}</summary>
    <p class="quiet">${words.peersLead}</p>
    ${peersTable(frame, peers)}
  </details>`
}

/** The rule of the order, from the table that it is counted by. */
const howPart = (frame: PageFrame): Html => {
  const words = wordsIn(frame)
  const signs = Object.entries(visitSigns) as [VisitSign, (typeof visitSigns)[VisitSign]][]
  return html`<details class="fold">
    <summary>${words.how}</summary>
    <p>${words.howLead}</p>
    <ul>
      ${signs.map(
        ([sign, { from, points }]) =>
          html`<li>${words.howSign(signSaid(sign, frame), from, points)}</li>`,
      )}
      <li>${words.howLate}</li>
    </ul>
  </details>`
}

const takeAlong = (frame: PageFrame, networkId: string): Html => {
  const words = wordsIn(frame)
  const taken = (form: string, name: string): Html =>
    html`<a class="button" href="/v1/networks/${networkId}/portfolio/${form}">${name}</a>`
  return html`<nav class="button-row screen-only" aria-label="${words.takeAlong}">
    ${taken('csv', words.csv)} ${taken(`xlsx?language=${frame.language}`, words.xlsx)}
    ${taken('savix', words.savix)}
  </nav>`
}

const waysOn = (frame: PageFrame, { part: { part, parts }, narrowed }: PortfolioShown): Html => {
  const words = wordsIn(frame)
  const way = (to: number, label: string): Html =>
    html`<a class="button" href="${portfolioWith(narrowed, to)}">${label}</a>`
  return html`<div class="buttons">
    ${part > 1 ? way(1, words.first) : ''} ${part < parts ? way(part + 1, words.next) : ''}
  </div>`
}

const listPart = (frame: PageFrame, shown: PortfolioShown): Html => {
  const words = wordsIn(frame)
  const { lines, found, part, narrowed, isSearched } = shown
  const isNarrowed = Object.keys(narrowed).length > 0
  const count = lines.length
  const search = { action: portfolioPath, count, isNarrowed: isSearched, isFound: found > 0 }
  return html`<div class="desk">
      ${fundSearchPart(frame.language, { ...search, more: undefined })}
    </div>
    ${
      isNarrowed
        ? html`<p>
            ${words.narrowed} ${words.villages(found)}.
            <a class="button" href="${portfolioPath}">${words.villages(count)}</a>
          </p>`
        : ''
    }
    ${found === 0 && !isSearched ? html`<p>${words.noneLeft}</p>` : ''}
    <ol class="villages" start="${shown.firstPlace}">
      ${part.rows.map((line) => linePart(frame, line))}
    </ol>
    ${waysOn(frame, shown)}`
}

/** All villages that let an auditor in, those first that want a visit most; from each a way to its figures, and to no person. */
export const portfolioPage = (frame: PageFrame, shown: PortfolioShown): Html => {
  const words = wordsIn(frame)
  const { lines, today, totals, peers, networkId } = shown
  const read = lines.filter(({ isFresh }) => isFresh).length
  const content =
    lines.length === 0
      ? html`<p>${words.none}</p>`
      : html`<p><b>${words.asOf(lines.length, dateInWords(today, frame.language))}</b></p>
          <p>${words.lead}</p>
          ${read < lines.length ? html`<p class="quiet">${words.reading(read, lines.length)}</p>` : ''}
          ${listPart(frame, shown)}
          ${
            shown.letters === 0
              ? ''
              : html`<p class="buttons">
                  <a class="button" href="/network/box"
                    >${shown.letters === undefined ? words.lettersCounted : words.lettersWait(shown.letters)}</a
                  >
                </p>`
          }
          ${waysToNarrow(frame, shown)} ${totalsPart(frame, totals)} ${takeAlong(frame, networkId)}
          ${peersPart(frame, peers)} ${howPart(frame)}`
  return layout({
    ...frame,
    content: html`<div class="health portfolio">
      <h1>${words.heading}</h1>
      ${content}
    </div>`,
  })
}
