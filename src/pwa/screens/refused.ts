import type { Language } from '#src/words/catalogue.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { phoneWords } from '#src/words/words.ts'

/** The phone itself has no room for it. */
export const fullPhone = 'full-phone'

/** Why something was not written down, by the codes that were kept of it; nothing where it was. */
export const refusedSaid = (codes: readonly string[], language: Language): string | undefined => {
  if (codes.length === 0) return undefined
  const words = phoneWords.in(language)
  return codes
    .map((code) => (code === fullPhone ? words.fullPhone : (codeSaid(code, language) ?? code)))
    .join(' ')
}
