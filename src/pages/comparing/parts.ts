import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { ComparisonSummary } from '#src/app/health/comparisons.ts'
import { type At, fact } from '#src/pages/desk/parts.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import { inFolds } from '#src/pages/folds.ts'
import type { Html } from '#src/pages/layout.ts'
import { cardLink } from '#src/pages/members/parts.ts'
import { comparingWords } from '#src/words/words.ts'
import { moneyInFigures, moneyInTable } from '#src/words/locale.ts'

type In = Pick<At, 'fundId'>

/** Where comparisons with the paper stand. */
export const comparingPlace = {
  all: ({ fundId }: In): string => `/funds/${fundId}/paper-comparisons`,
  one: ({ fundId }: In, entryId: string): string => `/funds/${fundId}/paper-comparisons/${entryId}`,
  form: ({ fundId }: In, day: LocalDate): string => `/funds/${fundId}/meetings/${day}/paper`,
}

export const comparingAt = ({ language }: Pick<At, 'language'>) => comparingWords.in(language)
export type ComparingWords = ReturnType<typeof comparingAt>

/** The same place with a way back to all comparisons. */
export const behindComparisons = (at: At): At => ({
  ...at,
  back: { href: comparingPlace.all(at), label: comparingAt(at).backToComparisons },
})

/** A card, with the name before it for whoever may read names. */
export const comparedCard = (at: At, card: string): Html => {
  const name = at.nameOf?.(card)
  return name === undefined
    ? html`<bdi>${card}</bdi>`
    : html`<span class="called"><bdi>${name}</bdi></span> <bdi>${card}</bdi>`
}

/** A difference with its sign, so that nobody has to count which side has more. */
const signed = (amount: number, currency: Currency): string => {
  const sum = moneyInTable({ amount: Math.abs(amount), currency })
  return amount < 0 ? `− ${sum}` : `+ ${sum}`
}

type Line = ComparisonSummary['differences'][number]

const lineOf = (at: At, line: Line, currency: Currency): Html => {
  const words = comparingAt(at)
  const { card, memberId, figure, paper, system, difference } = line
  const sum = (amount: number): string => moneyInTable({ amount, currency })
  const next = words[`next_${figure}_${difference > 0 ? 'more' : 'less'}`]
  return html`<tr>
    <th scope="row">${cardLink(at, { card, memberId })}</th>
    <td data-label="${words.figure}">${words[figure]}</td>
    <td class="sum" data-label="${words.paper}">${sum(paper)}</td>
    <td class="sum" data-label="${words.book}">${sum(system)}</td>
    <td class="sum" data-label="${words.difference}"><b>${signed(difference, currency)}</b></td>
    <td class="next" data-label="${words.whatNext}">${next}</td>
  </tr>`
}

/** Every figure on which paper and book do not agree, and where to look. */
const differencesPart = (at: At, told: ComparisonSummary, currency: Currency): Html => {
  const words = comparingAt(at)
  const { differences, savingsDiffer, loansDiffer } = told
  if (differences.length === 0) return goodBox(words.noDifference)
  const sums = [words.paper, words.book, words.difference]
  const sum = (amount: number): Html =>
    html`<b class="figure">${moneyInFigures({ amount, currency })}</b>`
  return html`<section>
    <h2 id="differences">${words.differences}</h2>
    <dl class="facts">
      ${fact(words.lines, html`<b class="figure">${String(differences.length)}</b>`)}
      ${fact(words.savingsDiffer, sum(savingsDiffer))} ${fact(words.loansDiffer, sum(loansDiffer))}
    </dl>
    ${inFolds(differences, {
      size: 6,
      called: ({ card }) => at.nameOf?.(card) ?? card,
      draw: (some) =>
        html`<table class="grid read differences" aria-labelledby="differences">
          <thead>
            <tr>
              ${[words.card, words.figure].map((title) => html`<th scope="col">${title}</th>`)}
              ${sums.map((title) => html`<th scope="col" class="sum">${title}</th>`)}
              <th scope="col">${words.whatNext}</th>
            </tr>
          </thead>
          <tbody>
            ${some.map((line) => lineOf(at, line, currency))}
          </tbody>
        </table>`,
    })}
  </section>`
}

const notComparedPart = (at: At, { notCompared }: ComparisonSummary): Html | string => {
  if (notCompared.length === 0) return ''
  const words = comparingAt(at)
  const byCard = notCompared.toSorted((a, b) => (a.card < b.card ? -1 : 1))
  const inPart = byCard.filter(({ figures }) => figures.length === 1)
  const notAtAll = byCard.filter(({ figures }) => figures.length > 1)
  return html`<details class="fold">
    <summary>${words.notCompared}: ${String(notCompared.length)}</summary>
    <p>${words.notComparedMeaning}</p>
    ${
      inPart.length === 0
        ? ''
        : html`<dl class="facts">
            ${inPart.map(({ card, figures }) => fact(comparedCard(at, card), words[figures[0]!]))}
          </dl>`
    }
    ${
      notAtAll.length === 0
        ? ''
        : html`<p>${words.neither}:</p>
            <ul class="cards-told">
              ${notAtAll.map(({ card }) => html`<li>${comparedCard(at, card)}</li>`)}
            </ul>`
    }
  </details>`
}

/** What a comparison says: what agrees, what differs and where to look, and who was left out. */
export const comparisonPart = (at: At, told: ComparisonSummary, currency: Currency): Html => {
  const words = comparingAt(at)
  const agree = told.figures - told.differences.length
  return html`<p>
      ${words.membersCompared}: <b>${String(told.members)}</b>. ${words.figuresAgree(String(agree))}
    </p>
    ${differencesPart(at, told, currency)} ${notComparedPart(at, told)}`
}
