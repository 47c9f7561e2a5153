import { html } from 'hono/html'
import { type Html, layout } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { villageBoxWords } from '#src/words/words.ts'

type NewPhone = {
  readonly language: Language
  readonly fingerprint: string
  readonly publicUrl: string
}

/** Said in pairs, eight to a line, as a phone shows them. */
const inLines = (fingerprint: string): readonly string[] => {
  const pairs = fingerprint.split(':')
  return Array.from({ length: pairs.length / 8 }, (_, i) => pairs.slice(i * 8, i * 8 + 8).join(' '))
}

/** What a phone that is new to a village box is told: what it is asked to trust, how it does so, and how it stops. */
export const newPhonePage = ({ language, fingerprint, publicUrl }: NewPhone): Html => {
  const words = villageBoxWords.in(language)
  const steps = (list: readonly string[]): Html =>
    html`<ol>
      ${list.map((step) => html`<li>${step}</li>`)}
    </ol>`
  return layout({
    language,
    isPractice: false,
    sheet: 'own',
    content: html`<h1>${words.heading}</h1>
      <p>${words.lead}</p>
      <h2>${words.firstHeading}</h2>
      <p>${words.compare}</p>
      <p class="code">${inLines(fingerprint).map((line) => html`<span>${line}</span><br />`)}</p>
      <p><a class="button" href="/village-box.crt" download>${words.download}</a></p>
      <h2>${words.androidHeading}</h2>
      ${steps([...words.android])}
      <p>${words.warned}</p>
      <p><a class="button" href="${publicUrl}">${words.open}</a></p>
      <h2>${words.removeHeading}</h2>
      ${steps([...words.remove])}
      <p class="quiet">${words.meaning}</p>`,
  })
}
