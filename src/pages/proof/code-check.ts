import { html } from 'hono/html'
import type { CodeVerdict } from '#src/app/proof/short-code.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { codeCheckWords } from '#src/words/words.ts'

export const codeCheckPath = ({ fundId }: { readonly fundId: string }): string =>
  `/funds/${fundId}/check-code`

const said = (judged: CodeVerdict, language: Language): string => {
  const words = codeCheckWords.in(language)
  switch (judged.verdict) {
    case 'line-stands':
      return words.lineStands(String(judged.seq), dateInWords(judged.on, language))
    case 'line-differs':
      return words.lineDiffers(String(judged.seq))
    case 'line-missing':
      return words.lineMissing(String(judged.seq))
    case 'meeting-stands':
      return words.meetingStands(dateInWords(judged.on, language))
    case 'meeting-differs':
      return words.meetingDiffers(dateInWords(judged.on, language))
    case 'meeting-unknown':
      return words.meetingUnknown
  }
}

/** What a short code is worth today, in words. */
export const codeVerdictPart = (judged: CodeVerdict, language: Language): Html => {
  const isGood = judged.verdict === 'line-stands' || judged.verdict === 'meeting-stands'
  return isGood
    ? html`<p class="done" role="status">${said(judged, language)}</p>`
    : html`<section class="warning" role="alert">
        <div>
          <p>${said(judged, language)}</p>
          <p>${codeCheckWords.in(language).keep}</p>
        </div>
      </section>`
}
