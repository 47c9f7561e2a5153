import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FixedTable } from '#domain/statistics/tables.ts'

/** What became of a letter by the day on which its answer was due. */
export const letterStates = ['in-time', 'late', 'not-answered'] as const
export type LetterState = (typeof letterStates)[number]

type Letter = {
  readonly to: string
  readonly dueOn: LocalDate
  readonly answer?: { readonly on: LocalDate }
}

const stateOf = ({ dueOn, answer }: Letter): LetterState => {
  if (!answer) return 'not-answered'
  return answer.on <= dueOn ? 'in-time' : 'late'
}

/** Letters about agencies whose answer was due in a period, by whom they went to and what became of them. */
export const letterTable = (letters: readonly Letter[]): FixedTable => ({
  id: 'letters',
  dimensions: [
    {
      id: 'receiver',
      categories: [...new Set(letters.map(({ to }) => to))].toSorted().map((id) => ({ id })),
    },
    { id: 'state', categories: letterStates.map((id) => ({ id })) },
  ],
  counts: [...Map.groupBy(letters, (one) => `${one.to} ${stateOf(one)}`).values()].map((some) => ({
    at: { receiver: some[0]!.to, state: stateOf(some[0]!) },
    people: some.length,
  })),
})
