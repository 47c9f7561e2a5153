import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Support, isAwarded, paidOn } from '#domain/grants/support.ts'
import {
  type PotBalance,
  type PotFinding,
  type PotMoveRow,
  potFindings,
  potTrialBalance,
} from '#domain/grants/pot-report.ts'
import { reportYearOf } from '#domain/grants/report.ts'
import type { PotBook, GrantSource } from '#src/app/support/grant-source.ts'
import type { WindowView } from '#src/app/support/reports.ts'
import { fact, heading, wayBack } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import {
  donorName,
  donorOfAccount,
  moveName,
  movedBy,
  potPath,
  stateOf,
} from '#src/pages/network/pot-parts.ts'
import { termsPart } from '#src/pages/support/list-page.ts'
import { sumInCell, sumShown, sumText, tableOf, supportWordsAt } from '#src/pages/support/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import type { PotWords } from '#src/words/en/pot.ts'
import { potWords } from '#src/words/words.ts'

const wordsIn = ({ language }: Pick<PageFrame, 'language'>): PotWords => potWords.in(language)

type PotShown = {
  readonly source: GrantSource
  readonly book: PotBook
  readonly views: readonly WindowView[]
  readonly today: LocalDate
  readonly mayKeep: boolean
  readonly mayDecide: boolean
}

/** What was asked of a donor's money and neither promised nor turned down. */
const undecidedOf = ({ book }: PotShown, windowId: string): number =>
  book.supports
    .filter((one) => one.windowId === windowId)
    .filter(({ state }) => state === 'asked' || state === 'checked')
    .reduce((all, { amount }) => all + amount, 0)

const windowPart = (frame: PageFrame, shown: PotShown, view: WindowView): Html => {
  const words = wordsIn(frame)
  const { source, today } = shown
  const { windowId, held, promised, received, spent, returned, terms } = view
  const currency = source.currencyOf(windowId, today)
  return html`<section class="desk-part">
    <h3>${donorName(windowId)}</h3>
    <dl class="facts">
      ${fact(words.held, html`<b class="figure">${sumShown(held, currency)}</b>`)}
      ${fact(words.promised, sumShown(promised, currency))}
      ${fact(words.free, html`<b>${sumShown(held - promised, currency)}</b>`)}
      ${fact(words.undecided, sumShown(undecidedOf(shown, windowId), currency))}
      ${fact(words.moneyReceived, sumShown(received, currency))}
      ${fact(words.spent, sumShown(spent, currency))}
      ${fact(words.givenBack, sumShown(returned, currency))}
    </dl>
    ${termsPart(frame, view, currency)}
    ${wayBack(potPath.report(windowId, reportYearOf(terms, today)), words.report)}
  </section>`
}

const grantPart = (frame: PageFrame, shown: PotShown, one: Support): Html => {
  const words = wordsIn(frame)
  const currency = shown.source.currencyOf(one.windowId, shown.today)
  const [paid, whole] = [sumText(paidOn(one), currency), sumText(one.amount, currency)]
  return html`<li>
    <span>
      <b><bdi>${one.code}</bdi></b> <span class="quiet">${stateOf(frame, one)}</span>
    </span>
    <span class="sum"
      ><b class="together">${whole}</b>
      <span class="quiet">${words.paidSoFarOf(paid, whole)} ${words.timesPaid(one.parts)}</span>
    </span>
    ${
      shown.mayDecide && one.state === 'checked'
        ? wayBack(potPath.of('decide', one.code), words.decide)
        : ''
    }
    ${
      shown.mayKeep && isAwarded(one) && paidOn(one) < one.amount
        ? wayBack(potPath.of('pay', one.code), words.pay)
        : ''
    }
  </li>`
}

const movePart = (frame: PageFrame, shown: PotShown, move: PotMoveRow): Html => {
  const words = wordsIn(frame)
  const { amount, currency, windowId } = movedBy(move)
  const isTaken = shown.book.moves.some(({ takesBack }) => takesBack === move.seq)
  const isOwn = move.takesBack === undefined
  const text = sumText(Math.abs(amount), currency)
  return html`<li>
    <span>
      <b>${moveName(words, move)}</b> <bdi>${move.code ?? ''}</bdi>
      <span class="quiet"
        >${donorName(windowId)}, ${words.line(move.seq)},
        ${dateInWords(move.effectiveOn, frame.language)}</span
      >
      ${isTaken ? html`<span class="quiet">(${words.takenBack})</span>` : ''}
    </span>
    <span class="sum"
      ><b class="together">${amount < 0 ? words.out(text) : words.in(text)}</b></span
    >
    ${
      shown.mayKeep && isOwn && !isTaken
        ? wayBack(potPath.of('correct', move.id), words.correct)
        : ''
    }
  </li>`
}

const accountName = (frame: PageFrame, account: string): Html => {
  const [words, told] = [wordsIn(frame), supportWordsAt(frame)]
  const places: Readonly<Record<string, string>> = {
    'asset:bank': told.place_bank,
    'asset:cash-box': told.place_box,
    'asset:wallet': told.place_wallet,
  }
  const donor = donorOfAccount(account)
  return donor === undefined
    ? html`${places[account] ?? account}`
    : html`${words.heldFor} ${donorName(donor)}`
}

/** The last line of one currency: what both columns come to. */
const togetherOf = (
  words: PotWords,
  balance: readonly PotBalance[],
  currency: Currency,
): (Html | string)[] => {
  const amounts = balance.filter((one) => one.currency === currency).map(({ amount }) => amount)
  const over = amounts.filter((amount) => amount > 0).reduce((all, amount) => all + amount, 0)
  const under = amounts.filter((amount) => amount < 0).reduce((all, amount) => all - amount, 0)
  return [words.together, sumInCell(over, currency), sumInCell(under, currency)]
}

/** Where the money lies beside whose it is: both columns come to the same in each currency. */
const balancePart = (frame: PageFrame, balance: readonly PotBalance[]): Html | string => {
  if (balance.length === 0) return ''
  const words = wordsIn(frame)
  const currencies = [...new Set(balance.map(({ currency }) => currency))]
  return html`<h2>${words.balance}</h2>
    <p>${words.balanceLead}</p>
    ${currencies.map((currency) =>
      tableOf(
        frame,
        [words.account, words.debit, words.credit],
        [
          ...balance
            .filter((one) => one.currency === currency)
            .map(({ account, amount }) => [
              accountName(frame, account),
              amount > 0 ? sumInCell(amount, currency) : '',
              amount < 0 ? sumInCell(-amount, currency) : '',
            ]),
          togetherOf(words, balance, currency),
        ],
        currency,
      ),
    )}`
}

const findingPart = (frame: PageFrame, one: PotFinding): Html => {
  const words = wordsIn(frame)
  const sum = sumText(one.amount, one.currency)
  return html`<li>
    <span>
      ${words[`found_${one.code}`]}
      <span class="quiet"
        ><bdi>${one.support ?? ''}</bdi> ${donorName(one.windowId)}, ${words.line(one.seq)},
        ${dateInWords(one.on, frame.language)}</span
      >
      ${one.isTakenBack ? html`<span class="quiet">(${words.takenBack})</span>` : ''}
    </span>
    <span class="sum"><b class="together">${sum}</b></span>
  </li>`
}

/** Where money of the pot broke a rule: first, and for whoever reads of the pot at all. */
const findingsPart = (frame: PageFrame, moves: readonly PotMoveRow[]): Html | string => {
  const found = potFindings(moves)
  if (found.length === 0) return ''
  const words = wordsIn(frame)
  return html`<h2>${words.toLookAt}</h2>
    <p>${words.toLookAtLead}</p>
    <ul class="queue rows">
      ${found.map((one) => findingPart(frame, one))}
    </ul>`
}

/** The network's own pot: donors' money, grants as codes and sums, and every movement of its money. */
export const potPage = (frame: PageFrame, shown: PotShown): Html => {
  const words = wordsIn(frame)
  const { book, views, mayKeep, today } = shown
  const balance = potTrialBalance(book.moves, today)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${heading('box', words.pot)}
      <p>${words.lead}</p>
      ${findingsPart(frame, book.moves)} ${mayKeep ? wayBack(potPath.of('open'), words.open) : ''}
      ${mayKeep && views.length > 0 ? wayBack(potPath.of('received'), words.received) : ''}
      ${mayKeep && views.length > 0 ? wayBack(potPath.of('returned'), words.returned) : ''}
      <h2>${words.windows}</h2>
      ${views.length === 0 ? html`<p>${words.noWindow}</p>` : ''}
      ${views.map((view) => windowPart(frame, shown, view))}
      <h2>${words.grants}</h2>
      ${book.supports.length === 0 ? html`<p>${words.noGrant}</p>` : ''}
      <ul class="queue rows">
        ${book.supports.map((one) => grantPart(frame, shown, one))}
      </ul>
      <h2>${words.moves}</h2>
      ${book.moves.length === 0 ? html`<p>${words.noMove}</p>` : ''}
      <ul class="queue rows">
        ${book.moves.toReversed().map((move) => movePart(frame, shown, move))}
      </ul>
      ${balancePart(frame, balance)}
    </div>`,
  })
}

/** What was written down, with the line of the book and the rules that it broke. */
export const potDonePage = (
  frame: PageFrame,
  {
    ready,
    seq,
    broken,
  }: {
    readonly ready: { readonly headline: string; readonly doneAs?: string; readonly told: Html }
    readonly seq: number
    readonly broken: readonly string[]
  },
): Html => {
  const words = wordsIn(frame)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${heading('box', words.done)}
      <p><b>${ready.doneAs ?? ready.headline}</b></p>
      ${ready.told}
      <p>${words.doneLine(seq)}</p>
      ${
        broken.length === 0
          ? ''
          : html`<div class="mended">
              <p>${words.flagged}</p>
              ${broken.map((line) => html`<p>${line}</p>`)}
            </div>`
      }
      ${wayBack(potPath.pot, words.back)}
    </div>`,
  })
}
