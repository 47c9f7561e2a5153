import { field, hidden } from '#src/pages/entrance/parts.ts'
import type { OwnPlace } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { ownWords } from '#src/words/words.ts'

const secretMax = 200

/** Asks for the secret again; people of the practice fund came by a door and have none to give. */
export const ownSecretField = ({ language, isPractice }: OwnPlace, id = 'secret'): Html => {
  if (isPractice) return hidden('secret', '')
  const label = ownWords.in(language).secret
  return field({ name: 'secret', id, label, type: 'password', maxLength: secretMax })
}
