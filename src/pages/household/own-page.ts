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
  inFigures,
  largeFigure,
  ownHeading,
  ownLayout,
  ownPlace,
  said,
} from '#src/pages/household/parts.ts'
import type { OwnPlace } from '#src/pages/household/parts.ts'
import { waysOn } from '#src/pages/household/own-ways.ts'
import { clipsSaid } from '#src/pages/clip-files.ts'
import { pageFiles } from '#src/pages/files.ts'
import { inPart } from '#src/pages/in-part.ts'
import { picture } from '#src/pages/pictures.ts'
import { dateInPart } from '#src/words/partial.ts'
import { householdWords, lendingWords, savingWords } from '#src/words/words.ts'
import { dateInWords, daysFromToday, moneyInWords } from '#src/words/locale.ts'

const sumOf = <Item>(items: readonly Item[], amountOf: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + amountOf(item), 0)

const money = ({ view, place }: Part, amount: number): Html =>
  html`${largeFigure({ amount, currency: view.currency })}
  ${said({ amount, currency: view.currency }, place.language)}`

/** A button that speaks a sum, for whoever does not read; unseen where neither phone nor house can say it. */
const listen = ({ view, place, words }: Part, amount: number, label: string): Html => {
  const sum = { amount, currency: view.currency }
  const clips = place.language === 'km' ? clipsSaid(sum) : undefined
  return html`<button
    class="listen screen-only"
    type="button"
    hidden
    aria-label="${words.listen}: ${label}"
    data-say="${place.also ? '' : `${label}: `}${moneyInWords(sum, place.language)}"
    ${clips === undefined ? '' : html` data-clips="${clips}"`}
  >
    ${picture('voice')} ${words.listen}
  </button>`
}

const quiet = (text: string): Html => html`<p class="quiet">${text}</p>`

/** How much of the savings is shares, and how much is free. */
const ownSharesText = ({ view, place }: Part): string => {
  const words = savingWords.in(place.language)
  const shares = String(view.shares)
  return view.free === 0
    ? words.ownSharesAlone(shares)
    : words.ownShares(shares, inFigures(view.free, view.currency))
}

const loanLabel = ({ view, words }: Part): string =>
  view.loans.length > 1 ? words.loansLeft : words.loanLeft

/** The two figures that a household comes for, side by side. */
const twoFigures = (part: Part): Html => {
  const { view, words } = part
  const cell = (label: string, amount: number): Html =>
    html`<div>
      <dt>${label}</dt>
      <dd>${inFigures(amount, view.currency)}</dd>
      <dd>${listen(part, amount, label)}</dd>
    </div>`
  const notes = [
    view.savings === 0 ? words.noSavings : ownSharesText(part),
    ...(view.loans.length === 0 ? [words.noLoan] : []),
  ]
  return html`<dl class="three-figures two">
      ${cell(words.savings, view.savings)} ${cell(loanLabel(part), view.owed)}
    </dl>
    ${quiet(notes.join(' '))}`
}

const piece = ({ view }: Part, amount: number, label: string, of?: DueMark): Html | string => {
  if (amount === 0) return ''
  const sum = inFigures(amount, view.currency)
  return html`<li><b class="together">${of ? dueInterest(of, sum) : sum}</b> ${label}</li>`
}

/** What paying everything today comes to, and what it saves. */
const earlyOf = ({ view }: Part) => {
  const interest = sumOf(view.loans, (loan) => loan.early.interestNow)
  const saved = sumOf(view.loans, (loan) => loan.early.saved)
  return { interest, saved, sum: view.owed + interest }
}

const early = (part: Part): Html => {
  const { view, words } = part
  const { interest, saved, sum } = earlyOf(part)
  const told = words.earlySum(
    inFigures(sum, view.currency),
    interest === 0 ? '' : inFigures(interest, view.currency),
  )
  return html`<p class="early">
    ${
      saved === 0
        ? words.earlyZero
        : html`${words.earlySaves} <b class="together">${inFigures(saved, view.currency)}</b>.
            ${words.earlyFree}`
    }
    ${told} ${saved === 0 ? '' : listen(part, saved, `${words.early}. ${words.earlySaves}`)}
  </p>`
}

/** The next day on which money is due, all loans of that day together, and what paying early saves. */
const nextPayment = (part: Part): Html => {
  const { view, place, words } = part
  const next = nextTogether(view.loans)
  if (next === undefined) return html``
  const { on, amount, isAnyLate } = next
  const day = place.also ? dateInPart(on, place.also) : dateInWords(on, place.language)
  const distance = daysFromToday({ day: on, today: view.asOf }, place.language)
  return html`<section class="due-next${isAnyLate ? ' is-late' : ''}">
    <h2>${picture(isAnyLate ? 'late' : 'meeting')} <span>${words.nextPayment}</span></h2>
    ${dueSum(next, html`<p class="figure">${inFigures(amount, view.currency)}</p>`)}
    <p class="when"><b>${day}</b> <span class="count">${distance}</span></p>
    ${listen(part, amount, `${words.nextPayment}, ${day}, ${distance}`)}
    <ul class="pieces">
      ${piece(part, next.principal, words.instalmentPart)}
      ${piece(part, next.interest, words.interestPart, next)}
      ${piece(part, next.late, words.latePart)}
    </ul>
    ${isAnyLate ? html`<p>${words.isLate}</p>` : ''} ${early(part)}
  </section>`
}

/** The sums of the page in words, for whoever reads them so. */
const inWords = (part: Part): Html => {
  const { view, place, words } = part
  const next = nextTogether(view.loans)
  const { saved } = earlyOf(part)
  const sums: readonly (readonly [string, number])[] = [
    [words.savings, view.savings],
    [loanLabel(part), view.owed],
    ...(next === undefined ? [] : [[words.nextPayment, next.amount] as const]),
    ...(saved === 0 ? [] : [[words.earlySaves, saved] as const]),
  ]
  return html`<details class="fold">
    <summary>${words.sumsInWords}</summary>
    <dl class="sums-said">
      ${sums.map(
        ([label, amount]) =>
          html`<dt class="quiet">${label}</dt>
            <dd>${said({ amount, currency: view.currency }, place.language)}</dd>`,
      )}
    </dl>
  </details>`
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

/** What stands beside the book on the own page: the name, what the member saves for, and what a round asks. */
type Beside = {
  readonly name?: string | undefined
  readonly goal?: SavingsGoal | undefined
  readonly question?: OwnQuestion | undefined
}

/**
 * A member's own page: who, what is saved and what is left of the loan, what comes next, three ways on, and the last
 * lines. Printed, it is a leaf of the passbook.
 */
export const ownPage = (view: OwnView, place: OwnPlace, beside: Beside = {}): Html => {
  const { name, goal, question } = beside
  const words = householdWords.in(place.language, place.also)
  const part = { view, place, words }
  return ownLayout(
    // The way to help is one of its own ways.
    { ...place, help: undefined, script: pageFiles.speak.path },
    html`${ownHeading(place, { card: view.card, name, asOf: view.asOf })}
      ${view.isFormer ? html`<p>${words.former}</p>` : ''} ${twoFigures(part)} ${nextPayment(part)}
      ${waysOn(part)}
      <ul class="cards">
        ${question === undefined ? '' : ownQuestion(question, place)} ${reliefCards(part)}
        ${declinedCards(part)} ${lineCards(part)} ${goalPart(part, goal)} ${waiting(part)}
        ${outside(part)}
      </ul>
      ${eachLoan(part)} ${eachRequest(part)} ${lastLines(view, place)} ${inWords(part)}
      <p class="quiet screen-only">${words.print}</p>
      ${inPart(place)}`,
  )
}
