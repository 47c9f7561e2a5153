import type { AgreementLine } from '#src/desk/loans/agreement-lines.ts'
import { html } from 'hono/html'
import { type FairPlace, fairLayout, fairPaths, linkButton } from '#src/pages/fair/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { type Paper, paperKept, paperLinks, paperOf } from '#src/pages/papers/paper.ts'
import { agreementWords } from '#src/words/words.ts'

type Row = Extract<AgreementLine, { readonly cells: readonly string[] }>
type Text = Exclude<AgreementLine, Row>

const isRow = (line: AgreementLine): line is Row => 'cells' in line

/** Lines of one sort that follow each other are laid out together. */
const groupsOf = (lines: readonly AgreementLine[]): readonly (readonly AgreementLine[])[] => {
  const sortOf = (line: AgreementLine): string => (isRow(line) ? 'table' : line.is)
  const groups: AgreementLine[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last !== undefined && sortOf(last[0]!) === sortOf(line)) last.push(line)
    else groups.push([line])
  }
  return groups
}

/** Longer schedules stand side by side on paper, so that a year of weeks still fits on the sheet. */
const rowsAbreast = 18

/* The roles are spelled out because a phone lays the rows out as a grid, which may hide them. */
const oneTable = (head: Row | undefined, body: readonly Row[], sums: readonly Row[]): Html => {
  const row = ({ cells: [first, ...rest] }: Row): Html =>
    html`<tr role="row">
      <th scope="row" role="rowheader">${first}</th>
      ${rest.map((cell) => html`<td role="cell">${cell}</td>`)}
    </tr>`
  return html`<table role="table" class="schedule">
    <thead role="rowgroup">
      <tr role="row">
        ${head?.cells.map((cell) => html`<th scope="col" role="columnheader">${cell}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${body.map(row)}
    </tbody>
    ${
      sums.length === 0
        ? ''
        : html`<tfoot role="rowgroup">
            ${sums.map(row)}
          </tfoot>`
    }
  </table>`
}

const tableOf = (rows: readonly Row[], label: string): Html => {
  const of = (sort: Row['is']): readonly Row[] => rows.filter(({ is }) => is === sort)
  const body = of('row')
  const abreast = Math.min(Math.ceil(body.length / rowsAbreast), 3)
  const long = Math.ceil(body.length / abreast)
  const parts = Array.from({ length: abreast }, (_, i) => body.slice(i * long, (i + 1) * long))
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">
    <div class="agreed abreast-${abreast}">
      ${parts.map((part, i) =>
        oneTable(of('head')[0], part, i === parts.length - 1 ? of('sum') : []),
      )}
    </div>
  </div>`
}

/** A place for a name, a thumb and a day, all by hand. */
const placesOf = (texts: readonly Text[], place: FairPlace): Html => {
  const words = agreementWords.in(place.language)
  return html`<ul class="signing">
    ${texts.map(
      ({ text }) =>
        html`<li>
          <b>${text}</b>
          <div class="thumb"><span>${words.thumb}</span></div>
          <p class="by-hand">${words.name}</p>
          <p class="by-hand">${words.date}</p>
        </li>`,
    )}
  </ul>`
}

const textsOf = (texts: readonly Text[], place: FairPlace): Html => {
  switch (texts[0]!.is) {
    case 'title':
      return html`${texts.map(({ text }) => html`<h1>${text}</h1>`)}`
    case 'heading':
      return html`${texts.map(({ text }) => html`<h2>${text}</h2>`)}`
    case 'said':
      return html`${texts.map(({ text }) => html`<p>${text}</p>`)}`
    case 'right':
      return html`<ul class="rights">
        ${texts.map(({ text }) => html`<li>${text}</li>`)}
      </ul>`
    case 'place':
      return placesOf(texts, place)
  }
}

type Agreed = {
  readonly lines: readonly AgreementLine[]
  readonly hash: string
  /** Whether this is the text that was read aloud, where one was. */
  readonly read?: string | undefined
  /** The paper that was asked for; the whole agreement stands on one side of A4. */
  readonly paper?: string | undefined
}

const agreementPapers: readonly Paper[] = ['a4', 'a5']

/** The agreement of one page, to be printed: its lines as they are hashed, the fund's name above them, the hash below. */
export const agreementPage = (
  { lines, hash, read, paper: asked }: Agreed,
  place: FairPlace,
  back: Html = backToQuote(place),
): Html => {
  const { language } = place
  const words = agreementWords.in(language)
  const laidOut = groupsOf(lines).map((group) => {
    const rows = group.filter(isRow)
    return rows.length > 0
      ? tableOf(rows, words.schedule)
      : textsOf(group as readonly Text[], place)
  })
  const paper = paperOf({ asked, papers: agreementPapers })
  const query = { ...place.query, ...paperKept(paper, agreementPapers) }
  return fairLayout(
    { ...place, query },
    // One side of A4 has margins of its own.
    paper === 'a4' ? 'agreement-page' : `agreement-page on-${paper}`,
    html`<p class="quiet screen-only">${words.print}</p>
      ${paperLinks({ paper, papers: agreementPapers, language, query })}
      <article class="agreement">
        <p><bdi>${place.fundName}</bdi></p>
        ${laidOut} ${read === undefined ? '' : html`<p>${read}</p>`}
        <p class="hash">${words.hash}: <span>${hash}</span></p>
      </article>
      <p class="buttons screen-only">${back}</p>`,
  )
}

const backToQuote = ({ fundId, query = {}, language }: FairPlace): Html =>
  linkButton(
    `${fairPaths.quote(fundId)}?${new URLSearchParams(query).toString()}`,
    agreementWords.in(language).backToQuote,
  )

/** There is nothing to agree on where the fund does not lend: the way back says why. */
export const noAgreementPage = (place: FairPlace, back: Html = backToQuote(place)): Html => {
  const words = agreementWords.in(place.language)
  return fairLayout(
    place,
    'agreement-page',
    html`<section class="verdict bad">
        ${picture('stop')}
        <div>
          <h1>${words.none}</h1>
          <p>${words.noneWhy}</p>
        </div>
      </section>
      <p class="buttons">${back}</p>`,
  )
}
