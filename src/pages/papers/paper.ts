import { html } from 'hono/html'
import { type Html, pageLink } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { printWords } from '#src/words/words.ts'

/** What a page can be printed on: a sheet, half a sheet, or the roll of a receipt printer, 80 mm wide. */
export type Paper = 'a4' | 'a5' | 'roll'

type Papers = { readonly asked: string | undefined; readonly papers: readonly Paper[] }

/** The paper that was asked for; the first of those that the page knows where none or another was. */
export const paperOf = ({ asked, papers }: Papers): Paper =>
  papers.find((one) => one === asked) ?? papers[0]!

/** What of an address keeps the chosen paper; the first one is the page's own and needs no word. */
export const paperKept = (paper: Paper, papers: readonly Paper[]): Record<string, string> =>
  paper === papers[0] ? {} : { paper }

type PaperChoice = {
  readonly paper: Paper
  readonly papers: readonly Paper[]
  readonly language: Language
  /** What else the page's address must keep. */
  readonly query?: Readonly<Record<string, string>> | undefined
}

/** The same page for another paper: links, so that they work without a script. */
export const paperLinks = ({ paper, papers, language, query = {} }: PaperChoice): Html => {
  const words = printWords.in(language)
  const { paper: _, ...kept } = query
  return html`<nav class="papers screen-only" aria-label="${words.paper}">
    <span>${words.paper}:</span>
    ${papers.map(
      (one) =>
        html`<a
          href="${pageLink(language, { query: { ...kept, ...paperKept(one, papers) } })}"
          ${one === paper ? html` aria-current="true"` : ''}
          >${words[`paper_${one}`]}</a
        >`,
    )}
  </nav>`
}

/** Lays content out for a paper: black on white, its size told to the printer, nothing wider than it. */
export const onPaper = (paper: Paper | 'a5-lying', name: string, content: Html): Html =>
  html`<div class="on-paper on-${paper} ${name}">${content}</div>`

/** Places to be signed or thumbed by hand; they stand on paper alone. */
export const paperSigns = (places: readonly string[]): Html =>
  html`<ul class="paper-signs">
    ${places.map(
      (place) =>
        html`<li>
          <div class="thumb"></div>
          <span>${place}</span>
        </li>`,
    )}
  </ul>`
