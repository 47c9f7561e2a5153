import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Member, heldOn } from '#domain/fund/people/members.ts'
import type { Office } from '#domain/fund/people/tenures.ts'

/** Everything that a signed-in person can be, to a fund or to a network. Nobody is everything. */
export const roles = [
  'household-member',
  'chair',
  'record-keeper',
  'box-keeper',
  'counter',
  'committee-member',
  'key-holder',
  'migration-worker',
  'case-supervisor',
  'auditor',
  'administrator',
  'watchdog-reviewer',
  'operator',
] as const

export type Role = (typeof roles)[number]

/** What a network's staff can be; officers of funds come from the fund's own journal. */
export const staffRoles = [
  'migration-worker',
  'case-supervisor',
  'auditor',
  'administrator',
  'watchdog-reviewer',
  'operator',
] as const satisfies readonly Role[]

export type StaffRole = (typeof staffRoles)[number]

export const isStaffRole = (value: unknown): value is StaffRole =>
  staffRoles.some((role) => role === value)

const roleOfOffice: Readonly<Record<Office, Role>> = {
  chair: 'chair',
  'record-keeper': 'record-keeper',
  'box-keeper': 'box-keeper',
  counter: 'counter',
  committee: 'committee-member',
  'key-holder': 'key-holder',
}

/** What a member of a fund is to it on a day; whoever has left still sees what is owed. */
export const rolesOfMember = (member: Member, day: LocalDate): readonly Role[] => [
  'household-member',
  ...heldOn(member, day).map(({ office }) => roleOfOffice[office]),
]
