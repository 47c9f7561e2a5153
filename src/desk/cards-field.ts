import type { Member } from '#domain/fund/people/members.ts'
import { cardMatches } from '#src/app/desk-day.ts'
import { type Field, lineField } from '#src/desk/fields.ts'

/** Cards of a whole list that a form carries: about sixty. */
const lengthMax = 400

/** What was typed between commas. */
export const partsOf = (line: string): string[] =>
  line
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Several of the fund, named by card with a comma between; read as their cards stand in the book, each once. */
export const cardsField = ({
  members,
  ...named
}: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly fault: string
  readonly members: readonly Member[]
}): Field =>
  lineField({
    ...named,
    lengthMax,
    isOptional: true,
    rule: (line) => {
      const cards = partsOf(line).map((part) => {
        const isOf = ({ card }: Member): boolean => cardMatches(card, part)
        return (members.find(({ card }) => card === part) ?? members.find(isOf))?.card
      })
      return cards.includes(undefined) ? undefined : [...new Set(cards)].join(', ')
    },
  })
