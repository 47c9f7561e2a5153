import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import { awaitedHours } from '#src/app/identity/cards.ts'
import type { PrintedCode } from '#src/app/identity/paper-codes.ts'
import { warningBox } from '#src/pages/entrance/parts.ts'
import { squareCode } from '#src/pages/entrance/square-code.ts'
import { type Numbers, numbersPrinted } from '#src/pages/numbers/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import type { EntranceWords } from '#src/words/en/entrance.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { entranceWords, ownWords } from '#src/words/words.ts'

/** A long code in groups that an eye can keep; the spaces between them do not count when it is typed. */
const inGroups = (token: string): readonly string[] => {
  const [scope = '', secret = ''] = token.split('.')
  return [...`${scope}.`.split(/(?<=-)/), ...(secret.match(/.{1,4}/g) ?? [])]
}

/** The six digits of a card, on a paper of their own. */
export const pinPaper = (words: EntranceWords, card: string, pin: string): Html =>
  html`<section>
    <h2>${words.pinPrinted} ${card}</h2>
    <p class="figure pin">${pin.slice(0, 3)} ${pin.slice(3)}</p>
  </section>`

/** A new card, shown once, to be printed; with its digits where its owner has drawn them just now. */
export const printedCardPage = (
  frame: PageFrame,
  told: {
    readonly fundId: string
    readonly card: string
    readonly address: string
    readonly token: string
    /** Nothing where the second officer draws it elsewhere. */
    readonly pin?: string
    /** On the phone of whoever is far away: nobody else stands by, and there is no next card. */
    readonly isAfar?: boolean
    readonly numbers?: Omit<Numbers, 'at'>
  },
): Html => {
  const words = entranceWords.in(frame.language)
  return layout({
    ...frame,
    isShownOnce: true,
    content: html`<h1 class="with-picture screen-only">
        ${picture('card')} <span>${words.cardReadyHeading}</span>
      </h1>
      <p class="screen-only">
        ${told.isAfar ? ownWords.in(frame.language).firstReadyLead : words.cardReadyLead}
      </p>
      <div class="printed">
        <section>
          <h2>${words.cardPrinted} ${told.card}</h2>
          ${squareCode(told.address, words.qrTitle)}
          <p>${words.scanThis}</p>
          <p>${words.codeUnder}</p>
          <p class="code" lang="en">
            ${inGroups(told.token).map((group) => html`<span>${group}</span> `)}
          </p>
        </section>
        ${told.pin === undefined ? html`<section class="screen-only"><p class="lead">${words.pinElsewhere}</p></section>` : pinPaper(words, told.card, told.pin)}
        ${told.numbers ? numbersPrinted(frame.language, told.numbers) : ''}
      </div>
      <div class="buttons screen-only">
        ${
          told.isAfar
            ? html`<a class="button main" href="${told.address}"
                >${ownWords.in(frame.language).openMine}</a
              >`
            : html`<a class="button" href="/">${words.toStart}</a>
                <a class="button" href="/funds/${told.fundId}/cards">${words.nextCard}</a>`
        }
      </div>`,
  })
}

/** Codes of a member, shown once, to be printed and folded: each is good for one word of hers, up to the sum above it. */
export const printedCodesPage = (
  frame: PageFrame,
  {
    card,
    codes,
    currency,
    links,
  }: {
    /** Whose they are; nothing where she has drawn them herself. */
    readonly card?: string
    readonly codes: readonly PrintedCode[]
    readonly currency: Currency
    readonly links: readonly { readonly href: string; readonly label: string }[]
  },
): Html => {
  const own = ownWords.in(frame.language)
  const isOwn = card === undefined
  const bySum = Map.groupBy(codes, ({ upTo }) => upTo)
  return layout({
    ...frame,
    isShownOnce: true,
    content: html`<h1 class="with-picture screen-only">
        ${picture('card')} <span>${isOwn ? own.ownCodesReady : own.codesReady}</span>
      </h1>
      <p class="screen-only">${isOwn ? own.ownCodesShown : own.codesLead}</p>
      <div class="printed">
        <section>
          <h2>${isOwn ? own.ownCodesPrinted : `${own.codesPrinted} ${card}`}</h2>
          <p>${isOwn ? own.ownCodesKeep : own.codesMeaning}</p>
          ${[...bySum].map(
            ([amount, ofIt]) =>
              html`<h3>${own.codesUpTo(moneyInFigures({ amount, currency }))}</h3>
                ${ofIt.map(
                  ({ code }) =>
                    html`<p class="figure pin">
                      ${code.slice(0, 1)} ${code.slice(1, 4)} ${code.slice(4)}
                    </p>`,
                )}`,
          )}
        </section>
      </div>
      <div class="buttons screen-only">
        ${links.map(({ href, label }) => html`<a class="button" href="${href}">${label}</a>`)}
      </div>`,
  })
}

/** The link of a card that is sent to somebody far away, shown once to the two who made it. */
export const afarLinkPage = (
  frame: PageFrame,
  told: { readonly fundId: string; readonly card: string; readonly address: string },
): Html => {
  const [words, own] = [entranceWords.in(frame.language), ownWords.in(frame.language)]
  return layout({
    ...frame,
    isShownOnce: true,
    content: html`<h1 class="with-picture">${picture('card')} <span>${own.afarReady}</span></h1>
      <p>${words.cardPrinted} ${told.card}. ${own.afarLead(awaitedHours)}</p>
      <div class="printed">
        <p class="code whole" lang="en"><bdi>${told.address}</bdi></p>
        ${squareCode(told.address, words.qrTitle)}
      </div>
      <p class="lead">${words.halfElsewhere}</p>
      ${warningBox(own.afarIntercepted)}
      <div class="buttons">
        <a class="button" href="/">${words.toStart}</a>
        <a class="button" href="/funds/${told.fundId}/cards">${words.nextCard}</a>
      </div>`,
  })
}
