import { html } from 'hono/html'
import type { Told, ToldNetwork } from '#src/app/figures/book.ts'
import { figureColumns, figuresVersion } from '#src/lists/figures.ts'
import {
  costsSaid,
  figuresPath,
  lineSaid,
  periodSaid,
  releaseOfKind,
  releaseTable,
  releaseWordsIn,
  tableNamed,
} from '#src/pages/figures/parts.ts'
import { benefitPart } from '#src/pages/figures/benefit-part.ts'
import { referralsPart } from '#src/pages/figures/referrals-part.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { table } from '#src/pages/table.ts'
import type { Language } from '#src/words/catalogue.ts'

/** The fixed tables in the order in which they are read. */
export const countedTables = [
  'place',
  'sex',
  'age',
  'mode',
  'work',
  'broker',
  'debt',
  'sends',
  'reason',
  'cost',
] as const

const costPart = (language: Language, told: Told): Html => {
  const words = releaseWordsIn(language)
  const lines = costsSaid(told.figures, language)
  return html`<section class="figures-part">
    <h2>${words.costHeading}</h2>
    <p class="quiet">${words.costLead}</p>
    ${lines.length === 0 ? html`<p>${words.costNone}</p>` : ''}
    ${lines.map(({ said, middle }) => html`<p><b>${said}</b> ${middle}</p>`)}
  </section>`
}

/** What the stones said: of each kind how many of those who took part. */
const stonesPart = (language: Language, { figures }: Told): Html | string => {
  const release = releaseOfKind(figures, 'survivors')
  if (!release) return ''
  const words = releaseWordsIn(language)
  const of = (id: string, yes: boolean): number | null =>
    tableNamed(release, id)?.cells.find(({ at }) =>
      yes ? at[id] === 'yes' && Object.keys(at).length === 1 : Object.keys(at).length === 0,
    )?.people ?? null
  const lines = release.tables.flatMap(({ id }) => {
    const people = of(id, true)
    return people === null ? [] : [{ id, people }]
  })
  const asked = release.tables[0] && of(release.tables[0].id, false)
  const isTold = typeof asked === 'number' && lines.length > 0
  return html`<section class="figures-part">
    <h2>${words.stonesHeading}</h2>
    <p class="quiet">${words.stonesLead}</p>
    ${
      isTold
        ? html`<p>${words.stonesOf(String(asked))}</p>
            <ul>
              ${lines.map(({ id, people }) => html`<li>${lineSaid('stones', id, language)}: <b>${people}</b></li>`)}
            </ul>`
        : html`<p>${words.stonesNone}</p>`
    }
  </section>`
}

/** Letters of a quarter and what became of them. */
export const lettersPart = (language: Language, asked: Told | undefined): Html | string => {
  const words = releaseWordsIn(language)
  const letters = asked && tableNamed(releaseOfKind(asked.figures, 'finance'), 'letters')
  return html`${
    letters === undefined
      ? html`<h2>${words.lettersHeading}</h2>
          <p>${words.briefNone}</p>`
      : html`<p>${periodSaid(asked!.figures.period, language)}. ${words.lettersLead}</p>
          ${releaseTable(letters, { language, heading: words.lettersHeading, isOpen: true })}`
  }`
}

const waysPart = (language: Language, networkId: string): Html => {
  const words = releaseWordsIn(language)
  const way = (path: string, name: string): Html =>
    html`<a class="button" href="${path}&lang=${language}">${name}</a>`
  return html`<p class="button-row screen-only">
    ${way(figuresPath.csv(networkId), words.csv)} ${way(figuresPath.sheet(networkId), words.sheet)}
    ${way(figuresPath.brief(networkId), words.brief)}
  </p>`
}

const networkPart = (language: Language, { networkId, counted, asked }: ToldNetwork): Html => {
  const words = releaseWordsIn(language)
  const migration = counted && releaseOfKind(counted.figures, 'migration')
  return html`${
    counted === undefined
      ? ''
      : html`<h2>${periodSaid(counted.figures.period, language)}</h2>
          <p>
            ${words.villages(String(counted.figures.villages.counted), String(counted.figures.villages.all))}
          </p>
          ${waysPart(language, networkId)} ${costPart(language, counted)}
          ${benefitPart(language, counted)}
          ${countedTables.map((id) => {
            const one = tableNamed(migration, id)
            return one
              ? releaseTable(one, {
                  language,
                  heading: words[`table_${id}`],
                  isOpen: id === 'place',
                })
              : ''
          })}
          ${stonesPart(language, counted)}
          <p class="quiet digest">${words.digest(counted.release.digest)}</p>`
  }
  ${asked === undefined ? '' : lettersPart(language, asked)} ${referralsPart(language, asked)}`
}

/** What each column of the table means. */
const dictionaryPart = (language: Language): Html => {
  const words = releaseWordsIn(language)
  return html`<details class="fold">
    <summary>${words.dictionary}</summary>
    <p>${words.dictionaryVersion(figuresVersion)}</p>
    ${table({
      look: 'told-table pressed',
      label: words.dictionary,
      columns: [
        { heading: words.column, of: ({ key }) => key },
        { heading: words.meaning, of: ({ meaning }) => html`<span lang="en">${meaning}</span>` },
      ],
      rows: figureColumns,
    })}
  </details>`
}

/** What anybody reads of what villages counted: no sign-in, no script, and the same for everybody. */
export const figuresPage = (frame: PageFrame, told: readonly ToldNetwork[]): Html => {
  const { language, isPractice } = frame
  const words = releaseWordsIn(language)
  return layout({
    ...frame,
    isLeftAtOnce: true,
    sheet: 'open',
    content: html`<div class="open figures">
      <h1>${words.heading}</h1>
      <p>${words.lead}</p>
      ${isPractice ? html`<p><b>${words.practice}</b></p>` : ''}
      ${told.length === 0 ? html`<p>${words.none}</p>` : html`<p class="quiet">${words.hiddenMeaning} ${words.all}: ${words.allMeaning}</p>`}
      ${told.map((one) => networkPart(language, one))} ${dictionaryPart(language)}
      <section>
        <h2>${words.howHeading}</h2>
        <p class="quiet">${words.how}</p>
      </section>
      <p class="button-row screen-only">
        <a class="button" href="${figuresPath.places}">${words.placesHeading}</a>
      </p>
    </div>`,
  })
}
