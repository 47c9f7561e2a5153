import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import { mark } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { olderWords } from '#src/words/report-words.ts'

/** What an older book left on a loan: interest that is not demanded, papers that are held. */
type Left = { readonly notDemanded: number; readonly papers: number }

/** Signs of it on a line of the register; nothing where nothing is left. */
export const leftMarks = (
  { notDemanded, papers }: Left,
  { language, currency }: { readonly language: Language; readonly currency: Currency },
): Html | string => {
  const words = olderWords.in(language)
  const sum = moneyInFigures({ amount: notDemanded, currency })
  return html`${notDemanded > 0 ? mark('calm', `${words.notDemanded} ${sum}`) : ''}
  ${papers > 0 ? mark('bad', words.papersHeld(String(papers))) : ''}`
}
