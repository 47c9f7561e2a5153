import { type Field, lineField, secretField } from '#src/desk/fields.ts'
import type { Content } from '#src/desk/content.ts'
import type { PracticeSecond } from '#src/pages/entrance/second-part.ts'
import type { Language } from '#src/words/catalogue.ts'
import { entranceWords, networkWords, potWords } from '#src/words/words.ts'

/** Somebody's own name and secret, given on this device: neither stands in a page again. */
export const givenBeside = ({
  secret,
  ...named
}: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly begins?: NonNullable<Field['begins']>
  readonly secret: string
}): readonly Field[] => [
  lineField({
    ...named,
    rule: (name) => name,
    fault: '',
    lengthMax: 60,
    isOptional: true,
    isGivenAnew: true,
  }),
  secretField({ name: 'secret', label: secret }),
]

/** The second officer's own name and PIN, given on the same device; and in a practice fund, who stands beside. `begins` is said above it. */
export const secondQuestion = (
  language: Language,
  practice: PracticeSecond,
  begins?: NonNullable<Field['begins']>,
): { readonly told: Content; readonly fields: readonly Field[] } => {
  const words = entranceWords.in(language)
  const { secondOfficer: label, secondSecret: secret } = words
  return {
    told: practice
      ? [{ is: 'note', tone: 'mark', text: words.practiceSecond(practice.login, practice.pin) }]
      : [],
    fields: givenBeside({ name: 'login', label, secret, ...(begins && { begins }) }),
  }
}

/** The own name and secret of another one of the staff who decides; in practice the page tells who that is. */
export const secondOfStaffFields = (
  language: Language,
  practice: PracticeSecond,
): readonly Field[] => {
  const { second: label, secret, practiceOther } = potWords.in(language)
  const { secondOfStaff } = networkWords.in(language)
  const other = practice && practiceOther(practice.login, practice.pin)
  const hint = other === undefined ? secondOfStaff : `${secondOfStaff} ${other}`
  return givenBeside({ name: 'secondLogin', label, hint, secret })
}
