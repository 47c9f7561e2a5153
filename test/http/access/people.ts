import type { Role, StaffRole } from '#domain/access/roles.ts'
import type { MemberName, SmallFund } from '#test/http/access/small-fund.ts'

/** Every way of being somebody: each role that can be held, and each way in which an auditor is none yet or none any more. */
export const memberWays = [
  'household-card',
  'household-login',
  'chair',
  'record-keeper',
  'box-keeper',
  'counter',
  'committee-member',
  'key-holder',
] as const satisfies readonly MemberName[]

export const staffWays = [
  'auditor',
  'auditor-unassigned',
  'auditor-assignment-ended',
  'auditor-fund-ended-it',
  'migration-worker',
  'case-supervisor',
  'administrator',
  'watchdog-reviewer',
  'operator',
] as const

type MemberWay = (typeof memberWays)[number]
export type StaffWay = (typeof staffWays)[number]
export type Way = MemberWay | StaffWay

export const roleOf = (way: Way): Role => {
  if (way.startsWith('household')) return 'household-member'
  return way.startsWith('auditor') ? 'auditor' : (way as Exclude<Role, 'household-member'>)
}

const staffRoleOf = (way: StaffWay): StaffRole => roleOf(way) as StaffRole

/** As what and until when somebody is appointed, and by whom else: two let a reviewer in. */
export const termOf = (way: StaffWay, approvedBy: string) => ({
  role: staffRoleOf(way),
  until: '2026-06-30',
  ...(way === 'watchdog-reviewer' && { approvedBy }),
})

export const isMemberWay = (way: Way): way is MemberWay => memberWays.some((one) => one === way)

/** Somebody of the two networks. `home` is the fund where the role is held, or which it is about. */
export type Somebody = {
  readonly way: Way
  readonly networkId: string
  readonly home: SmallFund
  /** What this person types at a door and at the table. */
  readonly secret: string
  /** A bearer token, changed now and then so that nobody is told to wait. */
  readonly token: () => Promise<string>
  /** One of a session that nobody else uses, with its id. */
  readonly freshSession: () => Promise<{ readonly token: string; readonly sessionId: string }>
}
