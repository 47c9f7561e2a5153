import type { Role } from '#domain/access/roles.ts'

/**
 * Everything that can be asked of the service by somebody who is signed in. Reads come first, then one
 * action for each command, named as the command is.
 */
export const actions = [
  // of a fund
  'see-fund',
  'read-members',
  'read-member',
  'read-loans',
  'read-loan',
  'read-accounts',
  'read-journal',
  'read-reports',
  'read-receipt',
  'read-log',
  'read-own-log',
  'manage-cards',
  'manage-logins',
  // commands to a fund
  'FoundFund',
  'AmendCharter',
  'AdmitAuditors',
  'DismissAuditors',
  'AdmitMember',
  'AppointOfficer',
  'OpenMeeting',
  'RecordAttendance',
  'CloseMeeting',
  'RecordExpense',
  'ClosePeriod',
  'TakeOverSavings',
  'BuyShares',
  'RecordWithdrawal',
  'RecordSocialContribution',
  'RecordFine',
  'RecordSocialSupport',
  'TakeOverLoan',
  'RecordPayout',
  'RecordRepayment',
  'RecordWriteOff',
  'RecordPayoutPart',
  'RecordPaymentForLoans',
  'RecordLateFine',
  'RequestLoan',
  'WithdrawRequest',
  'AppraiseLoan',
  'GiveGuarantee',
  'DecideLoan',
  'AppealDecision',
  'RescheduleLoan',
  'WriteOffLoan',
  'RecordRecovery',
  'ReleaseSuspense',
  'ReverseEntry',
  'RecordRelief',
  'RecordDonation',
  'RecordGrantPayout',
  // of a network
  'see-network',
  'read-network-journal',
  'read-network-log',
  'import-book',
  'manage-users',
  'manage-devices',
  'open-desk',
  // commands to a network
  'FoundNetwork',
  'JoinFund',
  'AppointStaff',
  'DismissStaff',
  'AssignStaff',
  'EndAssignment',
] as const

export type Action = (typeof actions)[number]

/** `all` of the fund or network that the role is held in, `own` for rows about the person alone. */
export type Scope = 'all' | 'own' | 'no'

type Row = Readonly<Partial<Record<Role, 'all' | 'own'>>>

const officers = {
  chair: 'all',
  'record-keeper': 'all',
  'box-keeper': 'all',
  counter: 'all',
  'committee-member': 'all',
  'key-holder': 'all',
} as const satisfies Row
const household = { 'household-member': 'own' } as const satisfies Row
const auditor = { auditor: 'all' } as const satisfies Row
const recordKeeper = { 'record-keeper': 'all' } as const satisfies Row
const chair = { chair: 'all' } as const satisfies Row
/** Whoever counts the box may say what was in it. */
const counters = {
  chair: 'all',
  'record-keeper': 'all',
  'box-keeper': 'all',
  counter: 'all',
} as const satisfies Row
const administrator = { administrator: 'all' } as const satisfies Row
const nobody = {} as const satisfies Row

/**
 * Who may do what: the one table, deny by default. A role counts only where it is held; nobody holds
 * two offices by being able to read one. Books are taken over by import alone, never entry by entry.
 */
const table: Readonly<Record<Action, Row>> = {
  'see-fund': { ...household, ...officers, ...auditor },
  'read-members': { ...officers, ...auditor },
  'read-member': { ...household, ...officers, ...auditor },
  'read-loans': { ...officers, ...auditor },
  'read-loan': { ...household, ...officers, ...auditor },
  'read-accounts': { ...officers, ...auditor },
  'read-journal': { ...officers, ...auditor },
  'read-reports': { ...officers, ...auditor },
  'read-receipt': { ...household, ...officers, ...auditor },
  'read-log': { ...officers, ...auditor },
  'read-own-log': household,
  'manage-cards': { ...chair, ...recordKeeper },
  'manage-logins': { ...chair, ...recordKeeper },

  FoundFund: nobody,
  AmendCharter: chair,
  AdmitAuditors: chair,
  DismissAuditors: chair,
  AdmitMember: recordKeeper,
  AppointOfficer: chair,
  OpenMeeting: counters,
  RecordAttendance: { ...chair, ...recordKeeper },
  CloseMeeting: counters,
  RecordExpense: recordKeeper,
  ClosePeriod: chair,
  TakeOverSavings: nobody,
  BuyShares: recordKeeper,
  RecordWithdrawal: recordKeeper,
  RecordSocialContribution: recordKeeper,
  RecordFine: recordKeeper,
  RecordSocialSupport: recordKeeper,
  TakeOverLoan: nobody,
  RecordPayout: recordKeeper,
  RecordRepayment: recordKeeper,
  RecordWriteOff: recordKeeper,
  RecordPayoutPart: recordKeeper,
  RecordPaymentForLoans: recordKeeper,
  RecordLateFine: recordKeeper,
  RequestLoan: recordKeeper,
  WithdrawRequest: recordKeeper,
  AppraiseLoan: recordKeeper,
  GiveGuarantee: recordKeeper,
  DecideLoan: recordKeeper,
  AppealDecision: recordKeeper,
  RescheduleLoan: recordKeeper,
  WriteOffLoan: recordKeeper,
  RecordRecovery: recordKeeper,
  ReleaseSuspense: recordKeeper,
  ReverseEntry: recordKeeper,
  RecordRelief: recordKeeper,
  RecordDonation: recordKeeper,
  RecordGrantPayout: recordKeeper,

  // All staff and all funds stand in it: an auditor who is not put to work on a fund is not to know of it.
  'see-network': administrator,
  'read-network-journal': administrator,
  'read-network-log': administrator,
  'import-book': administrator,
  'manage-users': administrator,
  'manage-devices': { ...administrator, operator: 'all' },
  'open-desk': { 'migration-worker': 'all', 'case-supervisor': 'all' },

  FoundNetwork: nobody,
  // A fund joins by being taken in: an administrator who names another's fund must not see its village.
  JoinFund: nobody,
  AppointStaff: administrator,
  DismissStaff: administrator,
  AssignStaff: administrator,
  EndAssignment: administrator,
}

/** What a role may do of an action; an action or a role that the table does not know may do nothing. */
export const scopeOf = (action: Action, role: Role): Scope => {
  const row: Row = Object.hasOwn(table, action) ? table[action] : nobody
  return Object.hasOwn(row, role) ? (row[role] ?? 'no') : 'no'
}

const widest = (scopes: readonly Scope[]): Scope =>
  scopes.includes('all') ? 'all' : scopes.includes('own') ? 'own' : 'no'

/** What somebody who holds these roles in a place may do there. */
export const scopeFor = (action: Action, held: readonly Role[]): Scope =>
  widest(held.map((role) => scopeOf(action, role)))
