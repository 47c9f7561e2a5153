import type { StaffRole } from '#domain/access/roles.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { decidingStaff } from '#domain/operations/may.ts'

/** A right of a person of the staff, with the days on which it holds. */
export type Term = {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly endedOn?: LocalDate
}

/** What a network knows of one of its staff: an opaque id, never a name. */
export type Staff = {
  readonly userId: string
  readonly appointments: readonly (Term & { readonly role: StaffRole })[]
  /** Whose access to which fund this person may use, where that fund lets the network in. */
  readonly assignments: readonly (Term & { readonly fundId: string })[]
}

export const holdsOn = ({ from, until, endedOn }: Term, day: LocalDate): boolean =>
  from <= day && day <= until && (endedOn === undefined || day < endedOn)

/** What a person of the staff is on a day. */
export const staffRolesOn = (staff: Staff | undefined, day: LocalDate): readonly StaffRole[] => [
  ...new Set(
    (staff?.appointments ?? []).filter((term) => holdsOn(term, day)).map(({ role }) => role),
  ),
]

/** Whether the network has put a person to work on a fund that day. */
export const isAssignedOn = (staff: Staff | undefined, fundId: string, day: LocalDate): boolean =>
  (staff?.assignments ?? []).some((term) => term.fundId === fundId && holdsOn(term, day))

/** Who of the staff may stand behind what is given of the pot. */
export const isDecidingRole = (role: StaffRole): boolean => Object.hasOwn(decidingStaff, role)

export const isOfDecidingStaff = (staff: Staff | undefined, day: LocalDate): boolean =>
  staffRolesOn(staff, day).some(isDecidingRole)
