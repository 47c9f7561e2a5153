import type { LocalDate } from '#domain/kernel/dates.ts'
import { list, optional, type Said, text, uuid, word, yesOrNo } from '#domain/kernel/shape.ts'
import { type Checked, checkState } from '#domain/network/checked.ts'
import { countries, country, spokenLanguage, spokenLanguages } from '#domain/network/places.ts'
import { phone, publicName } from '#domain/network/public-texts.ts'

/** Who answers a number, in the order in which they are shown. */
export const numberKinds = [
  'police',
  'anti-trafficking',
  'labour',
  'health',
  'consular',
  'hotline',
] as const
export type NumberKind = (typeof numberKinds)[number]

/** When somebody answers: from which time of day to which. */
export const hours = text(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, {
  code: 'hours-unreadable',
  example: '08:00-17:00',
})

/** What is said of a number. */
export const numberSays = {
  country,
  kind: word(numberKinds, 'kind-unknown'),
  number: phone,
  name: optional(publicName),
  isFree: optional(yesOrNo('not-true-or-false')),
  hours: optional(hours),
  languages: list(spokenLanguage, { max: spokenLanguages.length, code: 'languages-missing' }),
} as const

export const numberId = uuid('number')

/** A number of the network, and how far it can be relied on. */
export type PublicNumber = Said<typeof numberSays> & Checked & { readonly numberId: string }

/** As much of a network as its numbers are read from. */
export type Numbered = {
  readonly numbers: Iterable<PublicNumber>
  readonly goodForDays: number
}

type Placed = Pick<PublicNumber, 'country' | 'kind'>

const placeOf = ({ country: of, kind }: Placed): number =>
  countries.indexOf(of) * numberKinds.length + numberKinds.indexOf(kind)

/** In the order of the countries, and of a country by who answers. */
export const inOrder = <One extends Placed>(numbers: Iterable<One>): readonly One[] =>
  [...numbers].toSorted((a, b) => placeOf(a) - placeOf(b))

/** What may be shown and printed on a day: looked at by a second one, and not long ago. */
export const numbersShown = (
  { numbers, goodForDays }: Numbered,
  today: LocalDate,
): readonly PublicNumber[] =>
  inOrder(numbers).filter((one) => checkState(one, { today, goodForDays }) === 'current')

/** What waits for somebody to look at it, first or again. */
export const numbersWaiting = (
  { numbers, goodForDays }: Numbered,
  today: LocalDate,
): readonly PublicNumber[] =>
  inOrder(numbers).filter((one) =>
    ['waiting', 'stale'].includes(checkState(one, { today, goodForDays })),
  )
