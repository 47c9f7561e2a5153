import { html } from 'hono/html'
import type { CheckState } from '#domain/network/checked.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Currency, decimalsOf } from '#domain/kernel/money.ts'
import type { Country } from '#domain/network/places.ts'
import type { PriceOn, TransferPrice } from '#domain/network/roads/prices.ts'
import type { Compared } from '#src/app/remittances/comparing.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingAfter, headingWith } from '#src/pages/network/parts.ts'
import { historyOf, keptWays } from '#src/pages/numbers/staff-page.ts'
import { numbersPath } from '#src/pages/numbers/parts.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { remittanceWords, sendingWords } from '#src/words/remittance-words.ts'
import { agencyWords, numbersWords } from '#src/words/words.ts'

export const pricePath = {
  all: '/sending',
  staff: '/network/roads/prices',
  of: (networkId: string): string => `/sending?${new URLSearchParams({ n: networkId }).toString()}`,
} as const

const riel = 'KHR'

const feeSaid = (language: Language, { fee, payoutFee, currency }: Compared): string => {
  const said = moneyInFigures({ amount: fee, currency })
  const payout = moneyInFigures({ amount: payoutFee, currency: riel })
  return payoutFee === 0 ? said : sendingWords.in(language).feeAndPayout(said, payout)
}

const comparedPart = (language: Language, one: Compared): Html => {
  const words = sendingWords.in(language)
  return html`<li>
    <p>
      <b><bdi>${one.called}</bdi></b>
      <span class="quiet">${remittanceWords.in(language)[`channel_${one.channel}`]}</span>
    </p>
    ${one.isStale ? html`<p><b>${words.stale}</b></p>` : ''}
    <dl class="facts">
      ${fact(words.colGets, html`<b class="sum">${moneyInFigures({ amount: one.received, currency: riel })}</b>`)}
      ${fact(words.colFee, feeSaid(language, one))}
      ${fact(words.colRate, words.rateOf(one.rate, one.currency))}
      ${fact(words.colTime, words.hours(String(one.hours.least), String(one.hours.most)))}
      ${fact(
        words.colSource,
        words.source(
          agencyWords.in(language)[`source_${one.source}`],
          dateInWords(one.seenOn, language),
        ),
      )}
    </dl>
  </li>`
}

type PricesShown = {
  readonly countries: readonly Country[]
  readonly country: Country | undefined
  /** What was typed, and what is wrong with it. */
  readonly typed: string
  readonly fault: string | undefined
  /** Of each currency that is paid in: what was paid, and what arrives, the most first. */
  readonly compared: readonly {
    readonly currency: Currency
    readonly paid: number
    readonly rows: readonly Compared[]
  }[]
  readonly isPractice: boolean
  readonly networkId: string | undefined
}

/** What sending money home costs, for whoever asks: no account, no script, and nobody is asked who they are. */
export const pricesPage = (frame: PageFrame, shown: PricesShown): Html => {
  const { language } = frame
  const { countries, country, typed, fault, compared, isPractice, networkId } = shown
  const words = sendingWords.in(language)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingWith('road', words.heading)}
      <p>${words.lead}</p>
      ${isPractice ? html`<p><b>${words.isPractice}</b></p>` : ''}
      ${
        countries.length === 0
          ? html`<p>${words.noneYet}</p>`
          : html`<form class="record" method="get" action="${pricePath.all}">
              ${networkId === undefined ? '' : html`<input type="hidden" name="n" value="${networkId}" />`}
              <div class="field">
                <label for="from">${words.from}</label>
                <select id="from" name="from">
                  ${countries.map(
                    (one) =>
                      html`<option value="${one}" ${one === country ? html` selected` : ''}>
                        ${numbersWords.in(language)[`country_${one}`]}
                      </option>`,
                  )}
                </select>
              </div>
              <div class="field">
                <label for="paid">${words.amount}</label>
                ${fault === undefined ? '' : html`<p class="fault" id="paid-fault">${fault}</p>`}
                <input
                  id="paid"
                  name="paid"
                  inputmode="decimal"
                  autocomplete="off"
                  maxlength="15"
                  value="${typed}"
                  ${fault === undefined ? '' : html` aria-invalid="true" aria-describedby="paid-fault"`}
                />
              </div>
              <p class="buttons"><button class="button">${words.show}</button></p>
            </form>`
      }
      ${compared.map(
        ({ currency, paid, rows }) =>
          html`<section>
            <h2>${words.pays(moneyInFigures({ amount: paid, currency }))}</h2>
            <ol class="kept">
              ${rows.map((one) => comparedPart(language, one))}
            </ol>
          </section>`,
      )}
      <p class="button-row">
        <a class="button" href="${numbersPath.all(networkId)}">${words.toNumbers}</a>
        <a class="button" href="${registerPath.roads(networkId)}">${words.toRoads}</a>
      </p>
    </div>`,
  })
}

/** A price in one line. */
export const priceLine = (
  language: Language,
  { country, channel, called }: Pick<TransferPrice, 'country' | 'channel' | 'called'>,
): Html =>
  html`<p class="whose">
    <b><bdi>${called}</bdi></b
    >, ${numbersWords.in(language)[`country_${country}`]},
    ${remittanceWords.in(language)[`channel_${channel}`]}
  </p>`

/** All that is said of a price. */
export const priceFacts = (language: Language, one: TransferPrice): Html => {
  const words = sendingWords.in(language)
  const { currency, fee, feePercent, rate, payoutFee, hours, source, seenOn, document } = one
  return html`<dl class="facts">
    ${fact(words.feeFixed, moneyInFigures({ amount: fee, currency }))}
    ${fact(words.feePercent, `${feePercent} %`)}
    ${fact(words.colRate, words.rateOf(rate, currency))}
    ${fact(words.payoutFee, moneyInFigures({ amount: payoutFee, currency: riel }))}
    ${fact(words.colTime, words.hours(String(hours.least), String(hours.most)))}
    ${fact(
      words.colSource,
      html`${words.source(agencyWords.in(language)[`source_${source}`], dateInWords(seenOn, language))}
      ${document === undefined ? '' : html`<bdi>${document}</bdi>`}`,
    )}
  </dl>`
}

type StaffPrices = {
  readonly prices: readonly (PriceOn & {
    readonly state: CheckState
    readonly checkAgainOn: LocalDate | undefined
  })[]
  readonly by: string
  readonly done: string | undefined
  readonly networkId: string
}

/** The prices for the staff, each with how far it can be relied on. */
export const staffPricesPage = (
  frame: PageFrame,
  { prices, by, done, networkId }: StaffPrices,
): Html => {
  const { language } = frame
  const words = sendingWords.in(language)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingAfter('road', words.staffHeading, done)}
      <p>${words.staffLead}</p>
      <p class="button-row">
        <a class="button" href="${pricePath.staff}/propose">${words.propose}</a>
        <a class="button" href="${pricePath.of(networkId)}">${words.toPublic}</a>
      </p>
      <ul class="kept">
        ${prices.map(
          (one) =>
            html`<li>
              ${priceLine(language, one)} ${historyOf(language, one, by)}
              ${one.isStale ? html`<p><b>${words.stale}</b></p>` : ''} ${priceFacts(language, one)}
              ${keptWays(language, one, { at: `${pricePath.staff}/${one.priceId}`, by })}
            </li>`,
        )}
      </ul>
    </div>`,
  })
}

/** A sum as it stands in the field where it was typed: of the currency that most of a country's prices are in. */
export const usualPaid = (currency: Currency): number => 5000 * 10 ** decimalsOf(currency)
