import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { inOrder } from '#domain/fund/people/life.ts'

/** How people come to live in one household: as a new one, out of another one, with another one, or one by one. */
export const householdChanges = ['formed', 'split', 'merged', 'joined'] as const
export type HouseholdChange = (typeof householdChanges)[number]

/**
 * From when on a member belongs to a household: an opaque id, so that nothing of a family stands in the
 * journal. `leftId` is the household that was left behind.
 */
export type Placement = {
  readonly id: EntryId
  readonly on: LocalDate
  readonly householdId: string
  readonly change: HouseholdChange
  readonly leftId?: string
  /** Where it stands in the journal and the day by the clock; absent where an older book says it. */
  readonly seq?: number
  readonly writtenOn?: LocalDate
}

type Placed = { readonly placements?: readonly Placement[] }

/** Placements with one more, in the order in which they hold. */
export const placementsWith = (
  placements: readonly Placement[] | undefined,
  one: Placement,
): Placement[] => inOrder([...(placements ?? []), one])

/** The household that a member belongs to on a day; undefined where the book does not say. */
export const householdOn = ({ placements = [] }: Placed, day: LocalDate): string | undefined =>
  placements.findLast(({ on }) => on <= day)?.householdId

/** True for two members of whom the book says that they live in one household. */
export const isSameHousehold = (a: Placed, b: Placed, day: LocalDate): boolean => {
  const household = householdOn(a, day)
  return household !== undefined && household === householdOn(b, day)
}

/** The households of a day with who belongs to each, in the order of the members. */
export const householdsOn = <Member extends Placed>(
  members: readonly Member[],
  day: LocalDate,
): ReadonlyMap<string, readonly Member[]> => {
  const placed = members.filter((member) => householdOn(member, day) !== undefined)
  return Map.groupBy(placed, (member) => householdOn(member, day)!)
}

/** Where in the journal a move was written, for those that were written after something; else nothing. */
export type LaterMove = (entryId: EntryId) => number | undefined

/** Members as the book had them before each of the moves that were written later; nobody moves out by a first one. */
export const beforeMoves = <Member extends Placed>(
  members: readonly Member[],
  laterMove: LaterMove,
): readonly (readonly Member[])[] => {
  const moves = members.flatMap(({ placements = [] }) =>
    placements.slice(1).flatMap(({ id }) => laterMove(id) ?? []),
  )
  return [...new Set(moves)].map((seq) =>
    members.map((one) => ({
      ...one,
      placements: (one.placements ?? []).filter(({ id }) => (laterMove(id) ?? 0) < seq),
    })),
  )
}
