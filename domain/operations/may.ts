import type { Role } from '#domain/access/roles.ts'

/** Who may do something, by role: to the whole of a fund or network, or to rows about the person alone. */
export type May = Readonly<Partial<Record<Role, 'all' | 'own'>>>

export const officers = {
  chair: 'all',
  'record-keeper': 'all',
  'box-keeper': 'all',
  counter: 'all',
  'committee-member': 'all',
  'key-holder': 'all',
} as const satisfies May
/** Whoever was elected; a key-holder from outside the committee holds a key and no names. */
export const committee = {
  chair: 'all',
  'record-keeper': 'all',
  'box-keeper': 'all',
  counter: 'all',
  'committee-member': 'all',
} as const satisfies May
export const household = { 'household-member': 'own' } as const satisfies May
export const auditor = { auditor: 'all' } as const satisfies May
export const recordKeeper = { 'record-keeper': 'all' } as const satisfies May
export const chair = { chair: 'all' } as const satisfies May
export const chairOrRecordKeeper = { ...chair, ...recordKeeper } as const satisfies May
/** Whoever counts the box may say what was in it. */
export const counters = {
  chair: 'all',
  'record-keeper': 'all',
  'box-keeper': 'all',
  counter: 'all',
} as const satisfies May
/** Whoever asks members whether the book is right: not the one who keeps it. */
export const askers = {
  chair: 'all',
  'box-keeper': 'all',
  counter: 'all',
  'committee-member': 'all',
  'key-holder': 'all',
  ...auditor,
} as const satisfies May
export const administrator = { administrator: 'all' } as const satisfies May
/** Of whom two say yes or no to a grant of the network's own pot. */
export const decidingStaff = {
  administrator: 'all',
  'case-supervisor': 'all',
} as const satisfies May
/** Who walks with people that leave, are abroad or come back, and whoever looks after the network. */
export const careStaff = {
  'migration-worker': 'all',
  ...decidingStaff,
} as const satisfies May
/** Who takes reports about agencies: no administrator, since a report is as near to a case as anything. */
export const watchStaff = {
  'migration-worker': 'all',
  'case-supervisor': 'all',
} as const satisfies May
/** A UN body or an organisation of the country: of no fund, and shown no money, case or reporter. */
export const reviewer = { 'watchdog-reviewer': 'all' } as const satisfies May
export const nobody = {} as const satisfies May
