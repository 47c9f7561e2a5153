import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FindingCode } from '#domain/health/finding.ts'
import { gradeRules } from '#domain/health/grade.ts'
import { percentOf } from '#domain/kernel/money.ts'
import { type VisitReason, type VisitSign, visitSigns } from '#domain/health/visit.ts'
import {
  type Peers,
  type PortfolioLine,
  type PortfolioTotal,
  aboutNames,
  abouts,
  districtOf,
} from '#domain/health/villages.ts'
import { unitOf } from '#src/app/health/figure-rows.ts'
import { figureFact, mark } from '#src/pages/health/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { type ListPart, partWays } from '#src/pages/list-parts.ts'
import { fundSearchPart } from '#src/pages/network/fund-search.ts'
import {
  type Narrowed,
  letters,
  portfolioPath,
  portfolioWith,
} from '#src/pages/network/portfolio-parts.ts'
import { provinceIn, spark } from '#src/pages/network/spark.ts'
import { table } from '#src/pages/table.ts'
import type { PortfolioWords } from '#src/words/en/portfolio.ts'
import { findingInWords } from '#src/words/finding-words.ts'
import { fundNameSaid } from '#src/words/fund-name.ts'
import { dateInWords, moneyInFigures, percentInFigures } from '#src/words/locale.ts'
import { figureWords, portfolioWords } from '#src/words/words.ts'

export type PortfolioShown = {
  /** All villages; `part` are those that are shown. */
  readonly lines: readonly PortfolioLine[]
  readonly found: number
  readonly part: ListPart<PortfolioLine>
  readonly narrowed: Narrowed
  readonly isSearched: boolean
  readonly networkId: string
  readonly today: LocalDate
  readonly totals: readonly PortfolioTotal[]
  readonly peers: readonly Peers[]
}

const wordsIn = ({ language }: PageFrame): PortfolioWords => portfolioWords.in(language)

/** What a sign says in its first sentence; the rest of it stands on the village's own page. */
const signSaid = (sign: FindingCode, { language }: PageFrame): string =>
  findingInWords(sign, language).split(/(?<=[.។])/)[0]!

const reasonSaid = (reason: VisitReason, frame: PageFrame): string => {
  const words = wordsIn(frame)
  switch (reason.kind) {
    case 'rule':
      return words.rule(figureWords.in(frame.language)[gradeRules[reason.rule].figure])
    case 'sign':
      return `${signSaid(reason.sign, frame)} (${words.times(reason.count)})`
    case 'late':
      return words.late(reason.days)
  }
}

const percentSaid = (part: number, whole: number): string =>
  percentInFigures(percentOf(part, whole) ?? 0)

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
        ${figureFact(words.underRelief, percentSaid(total.underRelief, total.owed))}
      </dl>`
    })}
  </section>`
}

type Tile = { readonly name: string; readonly count: number; readonly to: Narrowed }

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
        .map(({ name, count, to }) => {
          const href = portfolioWith(to)
          return html`<li>
            <a href="${href}" ${href === here ? html` aria-current="true"` : ''}
              ><span>${name}</span> <b>${count}</b></a
            >
          </li>`
        })}
    </ul>
  </nav>`
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
  const districts = [...Map.groupBy(lines, districtOf)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const byDistrict = districts.map(([district, own]): Tile => {
    const province = provinceIn(district, frame.language)
    const name =
      province === undefined ? words.unknownDistrict(district) : words.district(province, district)
    return { name, count: own.length, to: { ...narrowed, district } }
  })
  const tiles = (heading: string, some: readonly Tile[]): Html =>
    tilesPart(heading, { tiles: some, narrowed })
  return html`<div class="narrowing">
    ${tiles(words.abouts, byAbout)}
    <details class="fold">
      <summary>${words.letters}, ${words.districts}</summary>
      ${tiles(words.letters, byLetter)} ${tiles(words.districts, byDistrict)}
    </details>
  </div>`
}

/** So many reasons stand open. */
const reasonsShown = 2

const reasonsPart = (frame: PageFrame, { need: { reasons } }: PortfolioLine): Html => {
  const said = reasons.map((one) => html`<li>${reasonSaid(one, frame)}</li>`)
  const [first, others] = [said.slice(0, reasonsShown), said.slice(reasonsShown)]
  return html`<ul>
      ${first}
    </ul>
    ${
      others.length === 0
        ? ''
        : html`<details class="fold">
            <summary>${wordsIn(frame).moreReasons(others.length)}</summary>
            <ul>
              ${others}
            </ul>
          </details>`
    }`
}

const linePart = (frame: PageFrame, line: PortfolioLine): Html => {
  const words = wordsIn(frame)
  const { summary, need, judged, isFresh } = line
  const { currency, lastMeeting } = summary
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const day = (on: LocalDate): string => dateInWords(on, frame.language)
  const asOf = judged && !isFresh ? ` ${words.judgedOn(day(judged.on))}` : ''
  const letter = need.letter === undefined ? words.unread : words.grade(need.letter)
  return html`<li class="village">
    <p>
      <a href="/funds/${line.fundId}/health"
        ><bdi>${fundNameSaid(line.name, frame.language)}</bdi></a
      >
      <span class="quiet">${summary.villageCode}</span>
    </p>
    <p>
      <b>${letter}</b>${asOf} · ${mark(need.points === 0 ? 'good' : 'bad', words.need(need.points))}
    </p>
    ${reasonsPart(frame, line)}
    <p class="quiet">
      ${words.members} ${summary.members} · ${words.savings} ${money(summary.savings)} ·
      ${words.owed} ${money(summary.owed)} · ${words.par30} ${percentSaid(line.par30, summary.owed)}
      · ${lastMeeting === undefined ? words.noMeeting : words.lastMeeting(day(lastMeeting))}
    </p>
    ${judged ? spark(judged.trend, words.spark) : ''}
  </li>`
}

const peersPart = (frame: PageFrame, peers: readonly Peers[]): Html | string => {
  if (peers.length === 0) return ''
  const words = wordsIn(frame)
  const names = figureWords.in(frame.language)
  const told =
    (key: 'lower' | 'middle' | 'upper') =>
    ({ figure, currency, ...peer }: Peers): string =>
      unitOf(figure) === 'percent'
        ? percentInFigures(peer[key])
        : moneyInFigures({ amount: peer[key], currency })
  return html`<details class="fold">
    <summary>${words.peers}</summary>
    <p class="quiet">${words.peersLead}</p>
    ${table({
      label: words.peers,
      look: 'sheet',
      rows: peers,
      columns: [
        { heading: words.figure, of: ({ figure }) => names[figure] },
        { heading: words.lower, of: told('lower') },
        { heading: words.middle, of: told('middle') },
        { heading: words.upper, of: told('upper') },
        { heading: words.count, of: ({ funds }) => String(funds) },
      ],
    })}
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

const listPart = (frame: PageFrame, shown: PortfolioShown): Html => {
  const words = wordsIn(frame)
  const { lines, found, part, narrowed, isSearched } = shown
  const isNarrowed = Object.keys(narrowed).length > 0
  const count = lines.length
  const search = { action: portfolioPath, count, isNarrowed: isSearched, isFound: found > 0 }
  return html`${fundSearchPart(frame.language, { ...search, more: undefined })}
    ${
      isNarrowed
        ? html`<p>
            ${words.narrowed} ${words.villages(found)}.
            <a class="button" href="${portfolioPath}">${words.villages(count)}</a>
          </p>`
        : ''
    }
    ${found === 0 && !isSearched ? html`<p>${words.noneLeft}</p>` : ''}
    <ol class="villages" start="${(part.part - 1) * part.rows.length + 1}">
      ${part.rows.map((line) => linePart(frame, line))}
    </ol>
    ${partWays(frame.language, part, (to) => portfolioWith(narrowed, to))}`
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
          ${listPart(frame, shown)} ${waysToNarrow(frame, shown)} ${totalsPart(frame, totals)}
          ${takeAlong(frame, networkId)} ${peersPart(frame, peers)} ${howPart(frame)}`
  return layout({
    ...frame,
    content: html`<div class="health portfolio">
      <h1>${words.heading}</h1>
      ${content}
    </div>`,
  })
}
