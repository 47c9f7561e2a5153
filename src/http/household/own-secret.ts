import { type Field, secretField } from '#src/desk/fields.ts'
import type { OwnPlace } from '#src/pages/household/parts.ts'
import { ownWords } from '#src/words/words.ts'

type OwnSecret = {
  readonly fields: readonly Field[]
  readonly hidden: Readonly<Record<string, string>>
}

/** Asks for the secret again; people of the practice fund came by a door and have none to give. */
export const ownSecretField = ({ language, isPractice }: OwnPlace, id = 'secret'): OwnSecret => {
  const label = ownWords.in(language).secret
  return isPractice
    ? { fields: [], hidden: { secret: '' } }
    : { fields: [secretField({ name: 'secret', id, label, isRequired: true })], hidden: {} }
}
