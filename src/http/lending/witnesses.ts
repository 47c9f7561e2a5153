import type { FundBook } from '#domain/health/book.ts'
import type { Proof } from '#domain/loans/proof.ts'
import type { Filled, Room } from '#src/http/desk/record.ts'
import { memberOfCard } from '#src/desk/typed.ts'
import { type Field, cardField } from '#src/desk/fields.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'

const witnesses = ['1', '2'] as const

/** Two places for the cards of those who saw it; what they saw is money where nothing else is said. */
export const witnessFields = (
  { at, book }: Room,
  hint = formWordsAt(at).witnessHint,
): readonly Field[] => {
  const words = formWordsAt(at)
  return witnesses.map((place) =>
    cardField(at, {
      name: `witness${place}`,
      label: words.witness(place),
      hint,
      members: book.members,
      isOptional: true,
    }),
  )
}

/** Who saw it, as far as a form tells; nobody is two witnesses. */
export const proofIn = (book: FundBook, { of }: Filled): { readonly proof?: Proof } => {
  const seen = witnesses
    .map((place) => memberOfCard(book, of(`witness${place}`)))
    .filter((memberId) => memberId !== '')
  return seen.length === 0 ? {} : { proof: { witnesses: [...new Set(seen)] } }
}
