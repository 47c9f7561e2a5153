import { called } from '#src/pages/meeting/line.ts'
import { formWordsAt } from '#src/pages/lending/parts.ts'
import { placeOf, taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { MemberSavings, SavingsView } from '#src/app/members/savings-view.ts'
import { type At, deskLayout, fact, figure, heading } from '#src/pages/desk/parts.ts'
import { linesInFolds } from '#src/pages/desk/lines.ts'
import { cardSearch } from '#src/pages/desk/rows.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { groupDigits } from '#src/words/money-words.ts'
import { savingWords, seldomWords } from '#src/words/words.ts'
import { takeAlongPart } from '#src/pages/proof/take-along.ts'

type Shown = {
  /** Only the card that was looked for, where one was. */
  readonly view: SavingsView
  readonly isNarrowed: boolean
  readonly isByName: boolean
  /** What all members have saved together. */
  readonly saved: number
  readonly currency: Currency
  readonly mayRecord: boolean
  /** What the fund owes to lenders outside. */
  readonly owedOutside: number
}

const queuePart = (at: At, { view, currency, mayRecord }: Shown): Html => {
  const words = savingWords.in(at.language)
  const money = (amount: number): Html => figure({ amount, currency })
  if (view.queue.length === 0) return html`<p>${words.queueEmpty}</p>`
  return html`<ol class="queue rows">
    ${view.queue.map(
      ({ card, left, askedOn, expectedOn, why, memberId }) =>
        html`<li>
          <b><bdi>${called(at, card)}</bdi></b>
          <span class="pair"><b>${money(left)}</b></span>
          <span class="quiet">${words.askedOn(dateInWords(askedOn, at.language))}</span>
          ${
            expectedOn === undefined
              ? ''
              : html`<span>${words.expected(dateInWords(expectedOn, at.language))}</span>`
          }
          ${why === undefined ? '' : html`<span class="quiet">${words[`why_${why}`]}</span>`}
          ${
            mayRecord
              ? html`<a class="button" href="${taskPath(at, 'take-out', { member: memberId })}"
                    >${formWordsAt(at)['act_take-out']}</a
                  >
                  <a class="button" href="${taskPath(at, 'leave-saved', { member: memberId })}"
                    >${seldomWords.in(at.language)['act_leave-saved']}</a
                  >`
              : ''
          }
        </li>`,
    )}
  </ol>`
}

/** What stands beside a card: how many shares, and what is not as with everybody. */
const aboutOf = (at: At, one: MemberSavings, currency: Currency): string => {
  const words = savingWords.in(at.language)
  const { shares, free, missedTurns } = one
  return [
    `${words.shares} ${groupDigits(String(shares))}`,
    ...(free === 0 ? [] : [`${words.free} ${moneyInFigures({ amount: free, currency })}`]),
    ...(missedTurns === 0 ? [] : [`${words.missed} ${String(missedTurns)}`]),
  ].join(' · ')
}

const linesPart = (at: At, { view, currency }: Shown): Html => {
  const words = savingWords.in(at.language)
  if (view.members.length === 0) return html``
  const money = (amount: number): Html => figure({ amount, currency })
  return html`<p class="quiet">${words.missedHint}</p>
    ${linesInFolds(
      at,
      view.members.map((one) => ({
        card: one.card,
        href: placeOf.member(at, one.memberId),
        about: aboutOf(at, one, currency),
        sum: money(one.saved),
        ...(one.waiting === 0 ? {} : { state: html`${words.waiting} ${money(one.waiting)}` }),
      })),
    )}`
}

const acts = ['deposit', 'ask-savings', 'take-out', 'private-savings'] as const

/** What the members have saved, who waits for what, and what can be written down of it. */
export const savingsPage = (at: At, shown: Shown): Html => {
  const words = savingWords.in(at.language)
  const form = formWordsAt(at)
  const { view, saved, currency, mayRecord, owedOutside, isNarrowed, isByName } = shown
  const way = (href: string, name: string): Html =>
    html`<a class="button" href="${href}">${name}</a>`
  const content = html`${heading('savings', words.heading)}
    <p>${words.lead}</p>
    <dl class="facts">
      ${fact(words.all, html`<b class="figure">${figure({ amount: saved, currency })}</b>`)}
      ${owedOutside === 0 ? '' : fact(words.outside, figure({ amount: owedOutside, currency }))}
    </dl>
    <p class="button-row screen-only">
      ${mayRecord ? acts.map((act) => way(placeOf.record(at, act), form[`act_${act}`])) : ''}
      ${way(placeOf.shareOut(at), words.toShareOut)}
    </p>
    <section>
      <h2>${words.queueHeading}</h2>
      ${queuePart(at, shown)}
    </section>
    ${cardSearch(at, { action: placeOf.savings(at), isNarrowed, isByName, isFound: view.members.length > 0 })}
    ${linesPart(at, shown)} ${takeAlongPart(at, { list: 'members' })}`
  return deskLayout(at, content)
}
