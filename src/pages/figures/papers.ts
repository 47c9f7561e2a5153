import { html } from 'hono/html'
import type { Told } from '#src/app/figures/book.ts'
import type { PublishedTable } from '#domain/statistics/tables.ts'
import {
  costsSaid,
  lineSaid,
  periodSaid,
  releaseOfKind,
  releaseWordsIn,
  tableNamed,
} from '#src/pages/figures/parts.ts'
import { lettersPart } from '#src/pages/figures/public-page.ts'
import { benefitPart } from '#src/pages/figures/benefit-part.ts'
import { referralsPart } from '#src/pages/figures/referrals-part.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { onPaper } from '#src/pages/papers/paper.ts'
import type { Language } from '#src/words/catalogue.ts'

/** Tables whose lines are read aloud: one line after another, the largest group first. */
const readAloud = ['place', 'mode', 'broker', 'debt', 'sends', 'reason'] as const

/** Lines that only make every table one of the same people. */
const notRead = ['not-asked', 'without-broker', 'still-away', 'other-way']

/** What a table says in lines, without who came back where that is not what it is about. */
const linesOf = (
  { id, cells, dimensions }: PublishedTable,
  language: Language,
): readonly { readonly people: number; readonly group: string }[] => {
  const dimension = dimensions.at(-1)!.id
  return cells
    .filter(({ at }) => Object.keys(at).length === 1 && dimension in at)
    .filter(({ at }) => !notRead.includes(at[dimension]!))
    .filter(({ at }) => id === 'place' || at[dimension] !== 'came-back')
    .flatMap(({ at, people }) =>
      people === null ? [] : [{ people, group: lineSaid(dimension, at[dimension]!, language) }],
    )
    .toSorted((a, b) => b.people - a.people)
}

const sheetText = (language: Language, { figures }: Told): Html => {
  const words = releaseWordsIn(language)
  const migration = releaseOfKind(figures, 'migration')
  const all = tableNamed(migration, 'place')?.cells.find(({ at }) => Object.keys(at).length === 0)
  const costs = costsSaid(figures, language)
  return html`<h1>${words.sheetHeading}</h1>
    <p class="screen-only">${words.sheetLead}</p>
    <p>
      ${words.sheetCounted(String(figures.villages.counted), periodSaid(figures.period, language))}
      ${all?.people ? words.sheetAll(String(all.people)) : ''}
    </p>
    ${readAloud.map((id) => {
      const one = tableNamed(migration, id)
      const lines = one ? linesOf(one, language) : []
      return lines.length === 0
        ? ''
        : html`<h2>${words[`table_${id}`]}</h2>
            <ul>
              ${lines.map(({ people, group }) => html`<li>${words.sheetLine(String(people), group)}</li>`)}
            </ul>`
    })}
    ${
      costs.length === 0
        ? ''
        : html`<h2>${words.sheetCost}</h2>
            <ul>
              ${costs.map(({ said, middle }) => html`<li>${said} ${middle}</li>`)}
            </ul>`
    }
    <p>${words.sheetSmall}</p>
    <p><b>${words.sheetEnd}</b></p>`
}

const paperPage = (frame: PageFrame, name: string, text: Html | undefined): Html => {
  const words = releaseWordsIn(frame.language)
  return layout({
    ...frame,
    isLeftAtOnce: true,
    content: html`<div class="own desk">
      ${frame.isPractice ? html`<p><b>${words.practice}</b></p>` : ''}
      ${text === undefined ? html`<p>${words.none}</p>` : onPaper('a4', name, text)}
    </div>`,
  })
}

/** One sheet to be read aloud at a meeting, in the language of the page. */
export const figuresSheetPage = (frame: PageFrame, counted: Told | undefined): Html =>
  paperPage(frame, 'figures-sheet', counted && sheetText(frame.language, counted))

/** What happened and what was not answered, for organisations and unions. */
export const briefPage = (
  frame: PageFrame,
  { counted, asked }: { readonly counted: Told | undefined; readonly asked: Told | undefined },
): Html => {
  const { language } = frame
  const words = releaseWordsIn(language)
  const text = html`<h1>${words.briefHeading}</h1>
    <p>${words.briefLead}</p>
    ${lettersPart(language, asked)} ${referralsPart(language, asked)}
    ${
      counted === undefined
        ? ''
        : html`<h2>${words.costHeading}</h2>
            ${costsSaid(counted.figures, language).map(({ said, middle }) => html`<p>${said} ${middle}</p>`)}
            ${costsSaid(counted.figures, language).length === 0 ? html`<p>${words.costNone}</p>` : ''}
            <p>
              ${periodSaid(counted.figures.period, language)}:
              ${words.villages(String(counted.figures.villages.counted), String(counted.figures.villages.all))}
            </p>
            ${benefitPart(language, counted)}`
    }
    <p class="quiet">${words.how}</p>`
  return paperPage(frame, 'figures-brief', counted || asked ? text : undefined)
}
