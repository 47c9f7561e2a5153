import type { Member } from '#domain/fund/people/members.ts'
import { type Field, lineField } from '#src/desk/fields.ts'
import { type Naming, finderIn } from '#src/desk/person-field.ts'

/** Names or cards of a whole list that a form carries: about sixty cards. */
const lengthMax = 400

/** What was typed between commas. */
export const partsOf = (line: string): string[] =>
  line
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Several of the fund, by names or cards with a comma between; read as their cards stand in the book, each once. */
export const cardsField = (
  at: Naming,
  {
    members,
    ...named
  }: {
    readonly name: string
    readonly label: string
    readonly hint?: string
    readonly members: readonly Member[]
  },
): Field => {
  const { one, said, fault } = finderIn(at, members)
  return lineField({
    ...named,
    lengthMax,
    isOptional: true,
    said: (line) => partsOf(line).map(said).join(', '),
    fault: (line) => fault(partsOf(line).find((part) => one(part) === undefined) ?? ''),
    rule: (line) => {
      const cards = partsOf(line).map(one)
      return cards.includes(undefined) ? undefined : [...new Set(cards)].join(', ')
    },
  })
}
