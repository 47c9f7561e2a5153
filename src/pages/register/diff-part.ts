import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Party, nameOf } from '#domain/network/register/parties.ts'
import type { ListDiff, Listed } from '#src/app/network/list-diff.ts'
import type { Html } from '#src/pages/layout.ts'
import { agencyNames } from '#src/pages/register/parts.ts'
import { factSaid } from '#src/pages/register/staff-page.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { agencyStaffWords, agencyWords } from '#src/words/words.ts'

const part = (heading: string, rows: readonly Html[], note?: string): Html | string =>
  rows.length === 0
    ? ''
    : html`<section>
        <h2>${heading}</h2>
        ${note === undefined ? '' : html`<p>${note}</p>`}
        <ul>
          ${rows.map((row) => html`<li>${row}</li>`)}
        </ul>
      </section>`

/** What an official list changes in the register, before anything is written. */
export const diffPart = (
  language: Language,
  { fresh, changed, same, gone, on }: ListDiff & { readonly on: LocalDate },
): Html => {
  const [words, public_] = [agencyStaffWords.in(language), agencyWords.in(language)]
  const said = { called: () => '?', words: undefined }
  const named = (party: Party): Html => agencyNames(language, nameOf(party))
  const listed = (one: Listed): Html =>
    html`${agencyNames(language, one)}: ${public_[`state_${one.state}`]}`
  return html`<p>${public_.asOf(dateInWords(on, language))}</p>
    ${part(words.diffNew(fresh.length), fresh.map(listed))}
    ${part(
      words.diffChanged(changed.length),
      changed.map(
        ({ party, before, listed: one, facts }) =>
          html`${named(party)}:
            ${words.diffWas(public_[`state_${before.state}`], public_[`state_${one.state}`])}
            <ul>
              ${facts.map((fact) => html`<li>${factSaid(language, fact, said)}</li>`)}
            </ul>`,
      ),
    )}
    ${part(words.diffGone(gone.length), gone.map(named), words.diffGoneNote)}
    <p>${words.diffSame(same.length)}</p>
    <p>${words.diffNote}</p>`
}
