import { html } from 'hono/html'
import type { Figures } from '#src/app/figures/book.ts'
import {
  lineSaid,
  releaseOfKind,
  releaseTable,
  releaseWordsIn,
  tableNamed,
} from '#src/pages/figures/parts.ts'
import { countedTables } from '#src/pages/figures/public-page.ts'
import { referralsTable } from '#src/pages/figures/referrals-part.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'

/** All that a release tells, table by table, for whoever is to stand behind it. */
export const allTables = (figures: Figures, language: Language): Html => {
  const words = releaseWordsIn(language)
  const migration = releaseOfKind(figures, 'migration')
  const letters = tableNamed(releaseOfKind(figures, 'finance'), 'letters')
  return html`<h2>${words.heading}</h2>
    ${countedTables.map((id) => {
      const one = tableNamed(migration, id)
      return one ? releaseTable(one, { language, heading: words[`table_${id}`] }) : ''
    })}
    ${(releaseOfKind(figures, 'survivors')?.tables ?? []).map((one) =>
      releaseTable(one, { language, heading: lineSaid('stones', one.id, language) }),
    )}
    ${letters ? releaseTable(letters, { language, heading: words.lettersHeading }) : ''}
    ${referralsTable(releaseOfKind(figures, 'referrals'), language)}`
}
