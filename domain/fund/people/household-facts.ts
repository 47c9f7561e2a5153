import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Placement, placementsWith } from '#domain/fund/people/households.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

/** A member who belongs to a household from a day on. */
export const memberPlaced = (
  member: Member,
  { householdId, change, leftId }: Pick<Placement, 'householdId' | 'change' | 'leftId'>,
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): Member => ({
  ...member,
  placements: placementsWith(member.placements, {
    id,
    on,
    householdId,
    change,
    ...(leftId === undefined ? {} : { leftId }),
  }),
})
