import { html } from 'hono/html'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { languages } from '#src/words/catalogue.ts'
import { glossaryTerms } from '#src/words/glossary-terms.ts'
import { glossaryWords } from '#src/words/words.ts'

export const glossaryPath = '/glossary'

/** What the words of the book mean, each with its wording in the other language. */
export const glossaryPage = (frame: PageFrame): Html => {
  const words = glossaryWords.in(frame.language)
  const other = languages.find((language) => language !== frame.language)!
  const others = glossaryWords.in(other)
  return layout({
    ...frame,
    content: html`<h1>${words.heading}</h1>
      <p>${words.lead}</p>
      <dl class="glossary">
        ${glossaryTerms.map(
          (term) =>
            html`<div id="${term}">
              <dt>
                <b>${words[term]}</b> <span class="quiet" lang="${other}">${others[term]}</span>
              </dt>
              <dd>${words[`means_${term}`]}</dd>
            </div>`,
        )}
      </dl>`,
  })
}
