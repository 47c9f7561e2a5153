import { html } from 'hono/html'
import type { KeyLine } from '#src/app/cases/key-log.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseWords } from '#src/words/words.ts'

/** What was done about keys of the desk, the newest first, and who stood behind it. */
export const keyLines = ({
  language,
  lines,
  nameOf,
}: {
  readonly language: Language
  readonly lines: readonly KeyLine[]
  readonly nameOf: (userId: string) => string
}): Html => {
  const words = caseWords.in(language)
  if (lines.length === 0) return html`<p class="quiet">${words.noneTold}</p>`
  return html`<ul>
    ${lines
      .toReversed()
      .map(
        ({ userId, on, what, by }) =>
          html`<li>
            <bdi>${nameOf(userId)}</bdi> · ${dateInWords(on, language)} · ${words[`key_${what}`]}
            ${by.length === 0 ? '' : words.keyBehind(by.map(nameOf).join(', '))}
          </li>`,
      )}
  </ul>`
}
