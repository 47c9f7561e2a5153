import { html } from 'hono/html'
import { nextTogether } from '#src/app/lending/next-payment.ts'
import { type DueMark, dueInterest, dueSum } from '#src/pages/due.ts'
import type { SavingsGoal } from '#domain/savings/goals.ts'
import type { OwnLoan, OwnRequest, OwnView } from '#src/app/household/own-view.ts'
import type { Html } from '#src/pages/layout.ts'
import { type OwnQuestion, ownQuestion } from '#src/pages/confirming/own-card.ts'
import { ownGoal } from '#src/pages/household/own-goal.ts'
import { lastLines } from '#src/pages/household/last-lines.ts'
import {
  type Part,
  card,
  declinedCards,
  lineCards,
  reliefCards,
} from '#src/pages/household/relief-cards.ts'
import {
  type OwnPlace,
  inFigures,
  largeFigure,
  ownLayout,
  ownPlace,
  said,
  toBox,
} from '#src/pages/household/parts.ts'
import { pageFiles } from '#src/pages/files.ts'
import { leafPath } from '#src/pages/papers/leaf-page.ts'
import { glossaryPath } from '#src/pages/glossary.ts'
import { ownMessagesPath } from '#src/pages/messages/own-messages.ts'
import { picture } from '#src/pages/pictures.ts'
import { fairPaths } from '#src/pages/fair/parts.ts'
import { quotePath } from '#src/pages/quote/page.ts'
import { quoteWords } from '#src/words/quote-words.ts'
import {
  glossaryWords,
  householdWords,
  lendingWords,
  messagePageWords,
  ownWords,
  printWords,
  rulesWords,
  savingWords,
  supportWords,
} from '#src/words/words.ts'
import { dateInWords, daysFromToday, moneyInWords } from '#src/words/locale.ts'

const sumOf = <Item>(items: readonly Item[], amountOf: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + amountOf(item), 0)

const money = ({ view, place }: Part, amount: number): Html =>
  html`${largeFigure({ amount, currency: view.currency })}
  ${said({ amount, currency: view.currency }, place.language)}`

/** A button that speaks a sum, for whoever does not read; unseen until the phone has a voice for the language. */
const listen = ({ view, place, words }: Part, amount: number, label: string): Html => {
  const sum = moneyInWords({ amount, currency: view.currency }, place.language)
  return html`<button
    class="listen screen-only"
    type="button"
    hidden
    aria-label="${words.listen}: ${label}"
    data-say="${label}: ${sum}"
  >
    ${picture('voice')} <span>${words.listen}</span>
  </button>`
}

const quiet = (text: string): Html => html`<p class="quiet">${text}</p>`

/** How much of the savings is shares, and how much is free. */
const ownSharesText = ({ view, place }: Part): string =>
  savingWords.in(place.language).ownShares(String(view.shares), inFigures(view.free, view.currency))

/** The two figures that a household comes for. */
const twoFigures = (part: Part): Html => {
  const { view, words } = part
  const savings = html`${money(part, view.savings)} ${listen(part, view.savings, words.savings)}
  ${view.savings === 0 ? quiet(words.noSavings) : quiet(ownSharesText(part))}`
  const label = view.loans.length > 1 ? words.loansLeft : words.loanLeft
  const loan = html`${money(part, view.owed)} ${listen(part, view.owed, label)}
  ${view.loans.length === 0 ? quiet(words.noLoan) : ''}`
  return html`<ul class="cards two">
    ${card({ tone: 'savings', shown: 'savings', label: words.savings }, savings)}
    ${card({ tone: 'loans', shown: 'loans', label }, loan)}
  </ul>`
}

const piece = ({ view }: Part, amount: number, label: string, of?: DueMark): Html | string => {
  if (amount === 0) return ''
  const sum = inFigures(amount, view.currency)
  return html`<li><b class="together">${of ? dueInterest(of, sum) : sum}</b> ${label}</li>`
}

/** The next day on which money is due, all loans of that day together. */
const nextPayment = (part: Part): Html => {
  const { view, place, words } = part
  const next = nextTogether(view.loans)
  if (next === undefined) return html``
  const { on: first, amount: sum, isAnyLate: isLate } = next
  const distance = daysFromToday({ day: first, today: view.asOf }, place.language)
  const body = html`<p class="when">
      <b>${dateInWords(first, place.language)}</b> <span class="count">${distance}</span>
    </p>
    ${dueSum(next, money(part, sum))}
    ${listen(part, sum, `${words.nextPayment}, ${dateInWords(first, place.language)}, ${distance}`)}
    <ul class="pieces">
      ${piece(part, next.principal, words.instalmentPart)}
      ${piece(part, next.interest, words.interestPart, next)}
      ${piece(part, next.late, words.latePart)}
    </ul>
    ${isLate ? html`<p>${words.isLate}</p>` : ''}`
  return card(
    {
      tone: isLate ? 'late some' : 'meeting',
      shown: isLate ? 'late' : 'meeting',
      label: words.nextPayment,
    },
    body,
  )
}

const early = (part: Part): Html => {
  const { view, words } = part
  if (view.loans.length === 0) return html``
  const interest = sumOf(view.loans, (loan) => loan.early.interestNow)
  const sum = view.owed + interest
  const saved = sumOf(view.loans, (loan) => loan.early.saved)
  const told = words.earlySum(
    inFigures(sum, view.currency),
    interest === 0 ? '' : inFigures(interest, view.currency),
  )
  const body =
    saved === 0
      ? html`<p>${told}</p>
          <p>${words.earlyZero}</p>`
      : html`<p>${words.earlySaves}</p>
          ${money(part, saved)} ${listen(part, saved, `${words.early}. ${words.earlySaves}`)}
          <p>${told}</p>
          ${quiet(words.earlyFree)}`
  return card({ tone: 'cash', shown: 'on-time', label: words.early }, body)
}

const waiting = (part: Part): Html =>
  part.view.waiting === 0
    ? html``
    : card(
        { tone: 'postponed', shown: 'box', label: part.words.waiting },
        html`${money(part, part.view.waiting)}
          <p>${part.words.waitingMeaning}</p>`,
      )

const goalPart = ({ view, place }: Part, goal: SavingsGoal | undefined): Html | string =>
  goal === undefined
    ? ''
    : ownGoal({ goal, saved: view.savings, currency: view.currency }, place.language)

/** What the fund owes outside is everybody's to know. */
const outside = (part: Part): Html => {
  const { view, place } = part
  const words = savingWords.in(place.language)
  if (view.owedOutside === 0) return html``
  return card(
    { tone: 'postponed', shown: 'box', label: words.outside },
    html`${money(part, view.owedOutside)}
      <p>${words.outsideMeaning}</p>`,
  )
}

const eachLoan = ({ view, place, words }: Part): Html | string => {
  if (view.loans.length === 0) return ''
  const row = ({ loanId, number, owed }: OwnLoan): Html =>
    html`<li>
      <a class="button" href="${ownPlace.loan(place.fundId, loanId)}">
        <span><bdi>${words.loan(number)}</bdi></span>
        <b class="together">${inFigures(owed, view.currency)}</b>
        <span class="on">${words.seeLoan}</span>
      </a>
    </li>`
  return html`<section>
    <h2>${words.eachLoan}</h2>
    <ul class="each-loan">
      ${view.loans.map(row)}
    </ul>
  </section>`
}

/** What was asked for and is not paid out, with how far it has come. */
const eachRequest = ({ view, place }: Part): Html | string => {
  if (view.requests.length === 0) return ''
  const words = lendingWords.in(place.language)
  const row = ({ loanId, principal, state }: OwnRequest): Html =>
    html`<li>
      <a class="button" href="${ownPlace.loan(place.fundId, loanId)}">
        <span>${words[`state_${state}`]}</span>
        <b class="together">${inFigures(principal, view.currency)}</b>
        <span class="on">${words.pageOf}</span>
      </a>
    </li>`
  return html`<section>
    <h2>${words.requestHeading}</h2>
    <ul class="each-loan">
      ${view.requests.map(row)}
    </ul>
  </section>`
}

/** What most want after a look at the two figures; the rest is one touch further. */
const waysOn = ({ view: { memberId }, place, words }: Part): Html => {
  const { fundId, language } = place
  const paper = { fundId, memberId }
  return html`<div class="buttons three screen-only">
    <a class="button" href="${ownPlace.notRight(fundId)}">${picture('stop')} ${words.notRight}</a>
    <a class="button" href="${leafPath.passbook(paper)}"
      >${picture('book')} ${printWords.in(language).passbook}</a
    >
    <details class="more-ways">
      <summary class="button">${words.more}</summary>
      <div class="buttons">
        <a class="button" href="${ownPlace.looked(fundId)}"
          >${picture('glass')} ${words.whoLooked}</a
        >
        <a class="button" href="${ownPlace.minutes(fundId)}"
          >${picture('meeting')} ${words.minutes}</a
        >
        <a class="button" href="${leafPath.month(paper)}"
          >${picture('book')} ${printWords.in(language).statement}</a
        >
        <a class="button" href="${ownPlace.private(fundId)}"
          >${picture('savings')} ${savingWords.in(language).toPrivate}</a
        >
        <a class="button" href="/funds/${fundId}/me/support"
          >${picture('person')} ${supportWords.in(language).ownHeading}</a
        >
        <a class="button" href="${ownMessagesPath(fundId)}"
          >${picture('person')} ${messagePageWords.in(language).ownHeading}</a
        >
        <a class="button" href="${ownPlace.mine(fundId)}"
          >${picture('card')} ${ownWords.in(language).toMine}</a
        >
        ${toBox(place)}
        <a class="button" href="${glossaryPath}"
          >${picture('book')} ${glossaryWords.in(language).heading}</a
        >
        <a class="button" href="${quotePath(fundId)}"
          >${picture('loans')} ${quoteWords.in(language).toQuote}</a
        >
        <a class="button" href="${fairPaths.rules(fundId)}"
          >${picture('book')} ${rulesWords.in(language).toRules}</a
        >
      </div>
    </details>
  </div>`
}

/** What stands beside the book on the own page: what the member saves for, and what a round asks. */
type Beside = {
  readonly goal?: SavingsGoal | undefined
  readonly question?: OwnQuestion | undefined
}

/** A member's own page: what is saved, what is left of the loan, and what comes next. Printed, it is a leaf of the passbook. */
export const ownPage = (view: OwnView, place: OwnPlace, { goal, question }: Beside = {}): Html => {
  const words = householdWords.in(place.language)
  const part = { view, place, words }
  const asOf = words.asOf(dateInWords(view.asOf, place.language))
  return ownLayout(
    { ...place, script: pageFiles.speak.path, back: { href: '/', label: words.backToFund } },
    html`<h1>${words.heading}</h1>
      <p class="whose">
        <b><bdi>${words.card(view.card)}</bdi></b> <bdi>${place.fundName}</bdi>
        <span>${asOf}</span>
      </p>
      ${view.isFormer ? html`<p>${words.former}</p>` : ''} ${twoFigures(part)} ${waysOn(part)}
      <ul class="cards">
        ${question === undefined ? '' : ownQuestion(question, place)} ${nextPayment(part)}
        ${reliefCards(part)} ${declinedCards(part)} ${lineCards(part)} ${early(part)}
        ${goalPart(part, goal)} ${waiting(part)} ${outside(part)}
      </ul>
      ${eachLoan(part)} ${eachRequest(part)} ${lastLines(view, place.language)}
      <p class="quiet screen-only">${words.print}</p>`,
  )
}
