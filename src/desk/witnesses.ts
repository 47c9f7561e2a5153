import type { Proof } from '#domain/loans/request/proof.ts'
import type { Own } from '#src/desk/asking.ts'
import type { Desk } from '#src/desk/desk.ts'
import { cardField } from '#src/desk/person-field.ts'
import { memberOfCard } from '#src/desk/typed.ts'
import { lendingFormWords } from '#src/words/words.ts'

/** So many cards, each in a field of its own and none of them a must; whoever is named twice is one. */
export const cardsOf = (
  desk: Desk,
  count: number,
  field: (place: string) => {
    readonly name: string
    readonly label: string
    readonly hint?: string
  },
): Own<readonly string[]> => {
  const { book } = desk
  const fields = Array.from({ length: count }, (_, i) =>
    cardField(desk, { ...field(String(i + 1)), members: book.members, isOptional: true }),
  )
  return {
    fields,
    said: ({ of }) => [
      ...new Set(
        fields
          .map(({ name }) => memberOfCard(book, of(name)))
          .filter((memberId) => memberId !== ''),
      ),
    ],
  }
}

/** Two places for the cards of those who saw it; what they saw is money where nothing else is said. */
export const witnessesOf = (
  desk: Desk,
  hint = lendingFormWords.in(desk.language).witnessHint,
): Own<Proof | undefined> => {
  const words = lendingFormWords.in(desk.language)
  const { fields, said } = cardsOf(desk, 2, (place) => ({
    name: `witness${place}`,
    label: words.witness(place),
    hint,
  }))
  return {
    fields,
    said: (filled) => {
      const witnesses = said(filled)
      return witnesses.length === 0 ? undefined : { witnesses }
    },
  }
}
