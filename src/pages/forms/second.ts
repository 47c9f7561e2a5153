import { type Field, lineField, secretField } from '#src/desk/fields.ts'
import type { Told } from '#src/desk/told.ts'
import type { PracticeSecond } from '#src/pages/entrance/second-part.ts'
import type { Language } from '#src/words/catalogue.ts'
import { entranceWords } from '#src/words/words.ts'

/** The second officer's own name and PIN, given on the same device; and in a practice fund, who stands beside. */
export const secondAsked = (
  language: Language,
  practice: PracticeSecond,
): { readonly told: Told; readonly fields: readonly Field[] } => {
  const words = entranceWords.in(language)
  return {
    told: practice
      ? [{ is: 'note', tone: 'mark', text: words.practiceSecond(practice.login, practice.pin) }]
      : [],
    fields: [
      lineField({
        name: 'login',
        label: words.secondOfficer,
        rule: (name) => name,
        fault: '',
        lengthMax: 60,
        isOptional: true,
      }),
      secretField({ name: 'secret', label: words.secondSecret }),
    ],
  }
}
