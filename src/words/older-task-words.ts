import type { Language } from '#src/words/catalogue.ts'
import type { OlderWords } from '#src/words/en/older.ts'
import { olderWords } from '#src/words/report-words.ts'

type Named = keyof OlderWords extends infer Key
  ? Key extends `security_${infer Name}`
    ? Name
    : never
  : never

/** What a paper, or somebody's work, is called. */
export const securityNamed = (security: Named, language: Language): string =>
  olderWords.in(language)[`security_${security}`]

/** A task of the committee in one line. */
export const taskInWords = (
  { kind, security }: { readonly kind: 'give-back' | 'convert'; readonly security: Named | null },
  language: Language,
): string => {
  const words = olderWords.in(language)
  return kind === 'give-back' && security !== null
    ? words.taskGiveBack(securityNamed(security, language))
    : words.taskConvert
}
