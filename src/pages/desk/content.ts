import { html } from 'hono/html'
import { dueInterest, dueSum } from '#src/pages/due.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Change, Fact, Part, PartOf, Content } from '#src/desk/content.ts'
import { type At, largeAmount, fact, figure, deskWordsAt } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { stepUpFirst } from '#src/pages/network/parts.ts'
import { type Telling, guarantorsPart } from '#src/pages/lending/loan-life.ts'
import { priceBesideOthers, pricePart } from '#src/pages/lending/price-part.ts'
import { queuePlacePart } from '#src/pages/lending/queue-page.ts'
import { picture } from '#src/pages/pictures.ts'
import { eventPart, movedList } from '#src/pages/relief/event-page.ts'
import { answerPart } from '#src/pages/saving/answer.ts'
import { planTable, totalsPart } from '#src/pages/saving/share-out-page.ts'
import { dateInWords } from '#src/words/locale.ts'
import { lendingFormWords, memberFormWords } from '#src/words/words.ts'

const markOf = (told: Html | string, tone: Fact['tone'], strong: 'figure' | undefined): Html =>
  tone === undefined
    ? html`${told}`
    : strong === 'figure' && tone === 'main'
      ? html`<b class="figure">${told}</b>`
      : html`<b>${told}</b>`

const plainOf = (one: Fact): Html => {
  if ('hash' in one) return html`<span class="hash">${one.hash}</span>`
  if ('money' in one) return markOf(figure(one.money), one.tone, 'figure')
  return markOf(one.isMark ? html`<bdi>${one.text}</bdi>` : one.text, one.tone, undefined)
}

const valueOf = (one: Fact): Html => (one.due ? dueSum(one.due, plainOf(one)) : plainOf(one))

/** What stands below a fact; only its first piece may be broken. */
const belowOf = ([first, ...rest]: readonly string[]): Html =>
  html`<br />${first}${rest.map((one) => html`, <span class="together">${one}</span>`)}`

const interestOf = ({ due }: Fact): Html | '' =>
  due?.interest === undefined ? '' : html`<br />${dueInterest(due, due.interest)}`

export const factShown = (one: Fact): Html =>
  fact(one.label, valueOf(one), html`${interestOf(one)}${one.below ? belowOf(one.below) : ''}`)

const changeShown = (at: At, { before, after }: Change): Html =>
  html`<dl>
    ${fact(deskWordsAt(at).before, figure(before))}
    ${fact(deskWordsAt(at).after, html`<b>${figure(after)}</b>`)}
  </dl>`

const tellingOf = ({ language }: At, { currency }: { readonly currency: Currency }): Telling => ({
  language,
  currency,
  isOwn: false,
})

const noted = {
  strong: '',
  alert: 'mended',
  calm: 'unchanged',
  good: 'done',
  mark: 'mark',
} as const

type Shown<Is extends Part['is']> = (at: At, part: PartOf<Is>) => Html | string

const shown: { readonly [Is in Part['is']]: Shown<Is> } = {
  facts: (_, { facts }) => html`<dl class="facts">${facts.map(factShown)}</dl>`,
  note: (_, { text, tone }) => {
    if (tone === undefined) return html`<p>${text}</p>`
    if (tone === 'strong') return html`<p><b>${text}</b></p>`
    return tone === 'good'
      ? html`<p class="done">${picture('on-time')} <b>${text}</b></p>`
      : html`<p class="${noted[tone]}">${text}</p>`
  },
  heading: (_, { text }) => html`<h2>${text}</h2>`,
  list: (_, { heading, lines }) =>
    html`<section class="listed">
      <h2>${heading}</h2>
      <ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
    </section>`,
  link: (_, { href, label }) => html`<p><a class="button" href="${href}">${label}</a></p>`,
  sum: ({ language }, { money }) =>
    html`<section class="check loans">${largeAmount(money, language)}</section>`,
  balance: (at, { label, ...change }) =>
    html`<section class="before-after">
      <h2>${label}</h2>
      ${changeShown(at, change)}
    </section>`,
  'stepped-out': ({ language }, { officers }) =>
    html`<div class="told">
      ${picture('away')}
      <div>
        <p>${lendingFormWords.in(language).stepOut}</p>
        <ul>
          ${officers.map((one) => html`<li>${one}</li>`)}
        </ul>
      </div>
    </div>`,
  'withdrawal-answer': ({ language }, part) => answerPart(language, part),
  'loan-price': (at, part) => pricePart(at, part),
  'price-beside-others': (at, part) => priceBesideOthers(at, part),
  guarantors: (at, part) => guarantorsPart(tellingOf(at, part), part.view),
  'queue-place': (at, { place }) => queuePlacePart(at, place),
  'share-out-totals': (at, { view, currency }) => totalsPart(at, view, currency),
  'share-out-plan': (at, { view, currency }) => planTable(at, view, currency),
  event: (at, { event }) => eventPart(at, event),
  'moved-loans': (at, { rows, currency }) => movedList(at, rows, currency),
  balances: (at, { balances }) => {
    const words = lendingFormWords.in(at.language)
    return html`<section class="before-after">
      <h2>${words.balances}</h2>
      ${balances.length === 0 ? html`<p>${words.noBalances}</p>` : ''}
      ${balances.map(
        ({ label, ...change }) =>
          html`<h3><bdi>${label}</bdi></h3>
            ${changeShown(at, change)}`,
      )}
    </section>`
  },
  'secret-first': ({ language }, { back }) => stepUpFirst(language, back, false),
  elected: ({ language }, { elected, until }) => {
    const words = memberFormWords.in(language)
    const told =
      elected.length === 0
        ? words.electedNobody
        : html`${words.elected}: <bdi>${elected.join('; ')}</bdi>`
    return html`<p class="figure long elected">${told}</p>
      <p>${words.termLabel}: <b>${dateInWords(until, language)}</b></p>`
  },
}

/** What is told, part by part, on a page. */
export const contentPart = (at: At, told: Content): Html =>
  html`${told.map((part) => (shown[part.is] as Shown<Part['is']>)(at, part as never))}`
