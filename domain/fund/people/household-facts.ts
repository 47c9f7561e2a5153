import { type LocalDate, later } from '#domain/kernel/dates.ts'
import { type Placement, placementsWith } from '#domain/fund/people/households.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

/** A member who belongs to a household from a day on. */
export const memberPlaced = (
  member: Member,
  { householdId, change, leftId }: Pick<Placement, 'householdId' | 'change' | 'leftId'>,
  {
    id,
    on,
    seq,
    recordedAt,
    isOfBook,
  }: {
    readonly id: EntryId
    readonly on: LocalDate
    readonly seq: number
    readonly recordedAt: string
    readonly isOfBook?: boolean
  },
): Member => ({
  ...member,
  placements: placementsWith(member.placements, {
    id,
    on,
    householdId,
    change,
    ...(leftId === undefined ? {} : { leftId }),
    ...(isOfBook ? {} : { seq, writtenOn: later(on, recordedAt.slice(0, 10)) }),
  }),
})
