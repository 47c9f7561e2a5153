import { html } from 'hono/html'
import { movedOf } from '#src/app/cases/kept-beside.ts'
import { putBackIn } from '#src/app/cases/moving.ts'
import type { DeskVisit } from '#src/http/cases/opening.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseBridgeWords } from '#src/words/words.ts'

/** That somebody has put an older copy of the cases back, or of some: a supervisor hears of it. */
export const olderCopyTold = async ({ context, needs }: DeskVisit): Promise<Html | string> => {
  const language = context.get('language')
  const words = caseBridgeWords.in(language)
  const [{ older }, back] = [await movedOf(needs), await putBackIn(needs)]
  return html`${older ? html`<p class="mark">${words.olderCopy(dateInWords(older.on, language), older.days, older.again)}</p>` : ''}
  ${back > 0 ? html`<p class="mark">${words.putBack(back)}</p>` : ''}`
}
