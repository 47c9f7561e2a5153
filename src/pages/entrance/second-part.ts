import { html } from 'hono/html'
import { field } from '#src/pages/entrance/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { entranceWords } from '#src/words/words.ts'

/** The second officer of the practice fund, whom its pages tell about. */
export type PracticeSecond = { readonly login: string; readonly pin: string } | undefined

/** Who stands beside in the practice fund; on a live page nothing. */
export const practiceSecondPart = (language: Language, practice: PracticeSecond): Html | string =>
  practice === undefined
    ? ''
    : html`<span class="mark"
        >${entranceWords.in(language).practiceSecond(practice.login, practice.pin)}</span
      >`

/** The second officer's own name and PIN, given on the same device. */
export const secondFields = (
  language: Language,
  name: 'secret' | 'secondSecret' = 'secret',
): Html => {
  const words = entranceWords.in(language)
  return html`${field({ name: 'login', label: words.secondOfficer, maxLength: 60 })}
  ${field({ name, label: words.secondSecret, type: 'password', maxLength: 200 })}`
}
