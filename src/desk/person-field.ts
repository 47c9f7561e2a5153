import type { Member } from '#domain/fund/people/members.ts'
import { cardMatches } from '#src/app/desk-day.ts'
import { type Called, isAskedFor } from '#src/app/members/finding.ts'
import {
  type Choice,
  type Field,
  type In,
  type Named,
  type Optional,
  lineField,
} from '#src/desk/fields.ts'
import { deskWords } from '#src/words/words.ts'

/** A place where somebody is named; with names beside the cards for whoever may see them. */
export type Naming = In & { readonly calledOf?: ((card: string) => Called | undefined) | undefined }

/** So many of those who are called alike are told apart in one line. */
const alikeMax = 6

const personOf = ({ calledOf }: Naming, { card }: Member): Choice | undefined => {
  const { khmer, latin } = calledOf?.(card) ?? {}
  const name = khmer ?? latin
  if (name === undefined) return undefined
  const meaning = khmer === undefined ? undefined : latin
  return { value: card, label: `${name} · ${card}`, ...(meaning && { meaning }) }
}

const made = new WeakMap<object, WeakMap<readonly Member[], readonly Choice[]>>()

/** Those whom a field offers by name: one list for all fields of a form that ask for somebody of the same. */
const peopleIn = (at: Naming, members: readonly Member[]): readonly Choice[] => {
  const { calledOf } = at
  if (calledOf === undefined) return []
  const lists = made.get(calledOf) ?? new WeakMap()
  made.set(calledOf, lists)
  const known: readonly Choice[] | undefined = lists.get(members)
  if (known) return known
  const here = members.filter(({ isFormer }) => !isFormer)
  const people = here.flatMap((member) => personOf(at, member) ?? [])
  lists.set(members, people)
  return people
}

const oneOf = (found: readonly Member[]): Member | undefined =>
  found.length === 1 ? found[0] : undefined

/** Finds those of the fund who are named, by card or, for whoever may see names, by a name or a part of it. */
export const finderIn = (at: Naming, members: readonly Member[]) => {
  const people = peopleIn(at, members)
  const labels = new Map(people.map(({ value, label }) => [value, label]))
  const byCard = (line: string): Member | undefined =>
    members.find(({ card }) => card === line) ??
    members.find(({ card }) => cardMatches(card, line) || labels.get(card) === line)
  const byName = (line: string): readonly Member[] =>
    people.length === 0
      ? []
      : members.filter(({ card }) => isAskedFor(line, { card, name: at.calledOf?.(card) }))
  return {
    people,
    /** The only one who is called so, by card as it stands in the book. */
    one: (line: string): string | undefined => (byCard(line) ?? oneOf(byName(line)))?.card,
    said: (card: string): string => labels.get(card) ?? card,
    fault: (line: string): string => {
      const words = deskWords.in(at.language)
      const alike = byName(line)
      if (alike.length < 2) return people.length === 0 ? words.cardUnknown : words.personUnknown
      const some = alike.slice(0, alikeMax).map(({ card }) => labels.get(card) ?? card)
      return words.calledAlike(some.join('; '))
    },
  }
}

/** Somebody of the fund, found by name or card; read as the card stands in the book. */
export const cardField = (
  at: Naming,
  { members, ...named }: Named & Optional & { readonly members: readonly Member[] },
): Field => {
  const words = deskWords.in(at.language)
  const { people, one, said, fault } = finderIn(at, members)
  return lineField({
    hint: people.length === 0 ? words.byCardHint : words.byNameHint,
    ...named,
    ...(people.length > 0 && { people, isOfPeople: true, lengthMax: 120 }),
    said,
    fault,
    rule: one,
  })
}
