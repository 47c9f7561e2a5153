import { html } from 'hono/html'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { languages } from '#src/words/catalogue.ts'
import type { GlossaryWords } from '#src/words/en/glossary.ts'
import { glossaryWords } from '#src/words/words.ts'

export const glossaryPath = '/glossary'

/** The terms, in the order in which they are explained: whatever has a meaning beside it. */
const termsOf = (words: GlossaryWords) =>
  Object.keys(words).flatMap((key) => {
    const term = key.replace(/^means_/, '') as keyof GlossaryWords
    return term === key ? [] : [{ term, meaning: key as keyof GlossaryWords }]
  })

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
        ${termsOf(words).map(
          ({ term, meaning }) =>
            html`<div id="${term}">
              <dt>
                <b>${words[term]}</b> <span class="quiet" lang="${other}">${others[term]}</span>
              </dt>
              <dd>${words[meaning]}</dd>
            </div>`,
        )}
      </dl>`,
  })
}
