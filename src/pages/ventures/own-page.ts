import { html } from 'hono/html'
import {
  type Venture,
  type VentureCount,
  countsBeside,
  isClosed,
  paidTo,
  shareWorth,
  ventureStanding,
} from '#domain/ventures/venture.ts'
import { currencyOf } from '#src/desk/desk.ts'
import { ruleLines, ventureNamed } from '#src/desk/ventures/parts.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { fact, figure } from '#src/pages/desk/parts.ts'
import { type OwnPlace, behindOwn, ownLayout, ownPlace } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords } from '#src/words/locale.ts'
import { ventureWords } from '#src/words/venture-words.ts'
import { householdWords } from '#src/words/words.ts'

type OwnVentures = {
  readonly book: FundBook
  readonly today: LocalDate
  readonly memberId: string
  readonly ventures: readonly Venture[]
}

const differs = ({ cash, goods, book }: VentureCount): boolean =>
  cash !== book.cash || goods !== book.goods

/** When it was last counted by two, and each count that its book did not agree with; a holder sees also that nobody counted. */
const countedPart = ({ language }: OwnPlace, one: Venture): Html => {
  const words = ventureWords.in(language)
  const counts = countsBeside(one)
  const last = counts.at(-1)
  if (last === undefined) return html`<p>${words.neverCounted}</p>`
  const day = (count: VentureCount): string => dateInWords(count.on, language)
  return html`<p>
      ${words.lastCounted(day(last))}${differs(last) ? '' : html`. ${words.countAgrees}`}
    </p>
    ${counts
      .filter(differs)
      .map((count) => html`<p><b>${words.ownCountDiffers(day(count))}</b></p>`)}`
}

const onePart = (place: OwnPlace, shown: OwnVentures, one: Venture): Html => {
  const { language } = place
  const words = ventureWords.in(language)
  const currency = currencyOf(shown)
  const standing = ventureStanding(one)
  const shares = standing.holders.get(shown.memberId) ?? 0
  const money = (amount: number): Html => figure({ amount, currency })
  return html`<section>
    <h2>${ventureNamed(place, one)}</h2>
    ${isClosed(one) ? html`<p><b>${words.closed}</b></p>` : ''}
    <dl class="facts">
      ${fact(words.ownShares, String(shares))}
      ${fact(words.ownPaid, money(shares * one.sharePrice))}
      ${isClosed(one) ? '' : fact(words.ownWorth, html`<b>${money(shares * shareWorth(standing))}</b>`)}
      ${fact(words.ownGot, money(paidTo(one, shown.memberId)))}
      ${fact(words.cash, money(standing.cash))} ${fact(words.goods, money(standing.goods))}
    </dl>
    ${countedPart(place, one)}
    <p class="quiet">${words.ownWorthMeaning}</p>
    <details class="fold">
      <summary>${words.rulesHeading}</summary>
      <ul>
        ${ruleLines({ ...shown, language }, one).map((line) => html`<li>${line}</li>`)}
      </ul>
    </details>
  </section>`
}

/** What somebody has in ventures, apart from what she has saved; nobody else's shares are told. */
export const ownVenturesPage = (place: OwnPlace, shown: OwnVentures): Html => {
  const words = ventureWords.in(place.language)
  return ownLayout(
    { ...behindOwn(place), at: ownPlace.ventures(place.fundId) },
    html`<h1>${words.ownHeading}</h1>
      ${shown.ventures.map((one) => onePart(place, shown, one))}
      <p class="buttons screen-only">
        <a class="button" href="${ownPlace.notRight(place.fundId)}"
          >${householdWords.in(place.language).notRight}</a
        >
        <a class="button" href="/warnings">${words.toWarnings}</a>
      </p>`,
  )
}
