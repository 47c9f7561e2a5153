import { h, type JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { alert } from '#src/pwa/screens/parts.ts'
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

/** What was not written down; it is forgotten with the screen that tried. */
export type Refusal = { readonly said: string; readonly forget: () => void }

const Refused = ({ said, forget }: Refusal): JSX.Element => {
  useEffect(() => forget, [])
  return alert(said, 'bad')
}

/** Why what this screen tried was not written down. */
export const refusedShown = ({
  refusal,
  language,
}: {
  readonly refusal: Refusal | undefined
  readonly language: Language
}): readonly JSX.Element[] =>
  refusal
    ? [h(Refused, { ...refusal, said: `${phoneWords.in(language).refusedHere} ${refusal.said}` })]
    : []
