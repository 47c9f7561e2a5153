import type { LocalDate } from '#domain/kernel/dates.ts'
import { daysBetween } from '#domain/kernel/dates.ts'
import { referencesIn } from '#domain/remittances/reference.ts'

/*
 * Money that came in at the bank or in the wallet, with what its line says of whose it is. One reference that is good today
 * is proposed; a person records it. Whatever else a line says is told, and ends there.
 */

/** What a reference is of: a member's savings, a loan, or somebody abroad who has said how it is split. */
export const referenceKinds = ['member', 'loan', 'sender'] as const
export type ReferenceOf = { readonly kind: (typeof referenceKinds)[number]; readonly key: string }

/** A reference that the fund has ever given, with whether another has come in its place. */
export type GivenReference = ReferenceOf & { readonly reference: string; readonly isOld: boolean }

/**
 * `named`: one reference, which is good; `old`: one that was replaced; `wrong`: none that holds, or none that the fund has
 * given; `several`: more than one; `twice`: another line of about that day has the same reference and sum, in this list or in
 * one that was booked.
 */
export const arrivalKinds = ['named', 'old', 'wrong', 'several', 'twice'] as const
export type ArrivalKind = (typeof arrivalKinds)[number]

export type Arrival = {
  readonly kind: ArrivalKind
  /** Whose it is, where it is named and nothing speaks against it. */
  readonly of?: ReferenceOf
}

type Line = { readonly on: LocalDate; readonly amount: number; readonly said: string }

/** What stands in the book of an owner already, from this list or from another. */
export type Booked = { readonly on: LocalDate; readonly amount: number; readonly of: ReferenceOf }

/** Two payments of one sum within so many days may be one that the bank told twice. */
const twiceWithinDays = 3

const one = (line: Line, given: ReadonlyMap<string, GivenReference>): Arrival | undefined => {
  if (line.amount <= 0) return undefined
  const { sound, hasWrong } = referencesIn(line.said)
  if (sound.length === 0) return hasWrong ? { kind: 'wrong' } : undefined
  if (sound.length > 1 || hasWrong) return { kind: 'several' }
  const found = given.get(sound[0]!)
  if (!found) return { kind: 'wrong' }
  if (found.isOld) return { kind: 'old' }
  return { kind: 'named', of: { kind: found.kind, key: found.key } }
}

type Told = { readonly on: LocalDate; readonly amount: number; readonly of?: ReferenceOf }

const isSame = (a: Told, b: Told): boolean =>
  a.amount === b.amount &&
  a.of?.kind === b.of?.kind &&
  a.of?.key === b.of?.key &&
  Math.abs(daysBetween(a.on, b.on)) <= twiceWithinDays

/** What each line may be, in their order; undefined where it says nothing of a reference. */
export const arrivalsOf = (
  lines: readonly Line[],
  given: ReadonlyMap<string, GivenReference>,
  bookedOf: (of: ReferenceOf) => readonly Booked[] = () => [],
): readonly (Arrival | undefined)[] => {
  const first = lines.map((line) => one(line, given))
  const named = lines.flatMap((line, i) =>
    first[i]?.kind === 'named' ? [{ ...line, ...first[i], i }] : [],
  )
  return first.map((arrival, i) => {
    const own = named.find((line) => line.i === i)
    if (!own) return arrival
    const isTwice =
      named.some((other) => other.i !== i && isSame(own, other)) ||
      bookedOf(own.of!).some((other) => isSame(own, other))
    return isTwice ? { kind: 'twice' } : arrival
  })
}
