import type { FixedTable } from '#domain/statistics/tables.ts'

/** What became of what somebody asked for at one kind of service: where any of it waits, it is not answered. */
export const askedStates = ['answered', 'unanswered'] as const
export type AskedState = (typeof askedStates)[number]

/** All who were sent to a kind of service, and all who were not. */
export const wasSent = 'sent'
export const notSent = 'not-sent'

/** One person of a quarter, by the kinds of services they were sent to; `from` are marks of all who counted them. */
export type ReferredPerson = {
  readonly from: readonly string[]
  readonly asked: Readonly<Record<string, AskedState>>
}

const countsOf = (marks: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(marks, (mark) => mark)].map(([mark, own]) => [mark, own.length]),
  )

/**
 * Who was sent to whom in a quarter, and who was answered: each kind is a table of its own, since one person may be sent to
 * several. So that all are of the same people, whoever was not sent there stands in a line too. Every kind has a table,
 * whether anybody was sent there or not: which are missing would tell.
 */
export const referralTables = (
  people: readonly ReferredPerson[],
  kinds: readonly string[],
): readonly FixedTable[] =>
  kinds.map((kind) => ({
    id: kind,
    dimensions: [
      {
        id: kind,
        categories: [
          { id: wasSent },
          ...askedStates.map((id) => ({ id, within: wasSent })),
          { id: notSent },
        ],
      },
    ],
    counts: [...Map.groupBy(people, ({ asked }) => asked[kind] ?? notSent)].map(
      ([state, some]) => ({
        at: { [kind]: state },
        people: some.length,
        from: countsOf(some.flatMap(({ from }) => from)),
      }),
    ),
  }))
