import { html } from 'hono/html'
import type { Founding } from '#src/app/network/founding-fund.ts'
import type { Fact } from '#src/desk/content.ts'
import { factShown } from '#src/pages/desk/content.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { placeSaid } from '#src/pages/network/place-said.ts'
import { headingWith } from '#src/pages/network/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { foundingWords } from '#src/words/words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

/** What is about to be founded, and what the old book and the count say; `beyond` is counted less what the book says. */
export const foundingPart = (
  language: Language,
  { on, villageCode, officers, opening, charter: { currency } }: Founding,
  beyond: number | undefined,
): Html => {
  const words = foundingWords.in(language)
  const sum = (label: string, amount: number): Fact => ({
    label,
    money: { amount, currency },
    tone: 'main',
  })
  const facts: readonly Fact[] = [
    { label: words.begins, text: dateInWords(on, language) },
    {
      label: words.liesIn,
      text: placeSaid(villageCode, language) ?? words.placeUnknown(villageCode),
    },
    { label: words.officersAre, text: officers.map(({ card }) => card).join(', ') },
    sum(words.bookSays, opening.cash),
    ...(beyond === undefined ? [] : [sum(words.counted, opening.cash + beyond)]),
  ]
  const apart = moneyInFigures({ amount: Math.abs(beyond ?? 0), currency })
  return html`<dl class="facts">${facts.map(factShown)}</dl>
    ${
      beyond
        ? html`<div class="warning" role="alert">
            <div>
              <p><b>${beyond < 0 ? words.missing(apart) : words.beyond(apart)}</b></p>
              <p>${words.standsApart}</p>
            </div>
          </div>`
        : ''
    }`
}

/** What the founders do next, in its order. */
export const foundedPage = (
  frame: PageFrame,
  { name, toSignIns }: { readonly name: string | undefined; readonly toSignIns: string },
): Html => {
  const words = foundingWords.in(frame.language)
  return layout({
    ...frame,
    content: html`${headingWith('on-time', name === undefined ? words.doneHeading : html`<bdi>${words.doneNamed(name)}</bdi>`)}
      <p>${words.doneLead}</p>
      <ol class="next">
        ${[words.nextLogins, words.nextMembers, words.nextOldBook, words.nextMeeting].map(
          (text) => html`<li>${text}</li>`,
        )}
      </ol>
      <div class="buttons">
        <a class="button main" href="${toSignIns}">${words.toLogins}</a>
      </div>`,
  })
}
