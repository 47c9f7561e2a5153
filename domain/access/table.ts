import type { Action } from '#domain/access/actions.ts'
import type { Role } from '#domain/access/roles.ts'
import { operations } from '#domain/operations/all.ts'
import { networkOperations } from '#domain/operations/network.ts'
import {
  type May,
  administrator,
  auditor,
  careStaff,
  chairOrRecordKeeper,
  committee,
  decidingStaff,
  household,
  nobody,
  officers,
  recordKeeper,
  reviewer,
  watchStaff,
} from '#domain/operations/may.ts'
import { byName } from '#domain/operations/operation.ts'

export { type Action, actions } from '#domain/access/actions.ts'

/** `all` of the fund or network that the role is held in, `own` for rows about the person alone. */
export type Scope = 'all' | 'own' | 'no'

/**
 * Who may do what: the one table, deny by default. A role counts only where it is held; nobody holds
 * two offices by being able to read one. Books are taken over by import alone, never entry by entry.
 */
const table: Readonly<Record<Action, May>> = {
  ...byName(operations, 'command', ({ may }) => may),
  ...byName(networkOperations.list, 'command', ({ may }) => may),

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
  // All that a household writes: that something of its own is not right, that it wants no relief, and whether its
  // balance is right when it is asked.
  'dispute-own': household,
  'decline-own-relief': household,
  'confirm-own': household,
  'choose-own-messages': household,
  // Counts, and who is not reached; a code links whoever writes it, so that it is handed out by those who hand out cards.
  'read-messages': committee,
  'link-phones': chairOrRecordKeeper,
  // How the own page is shown, the own card's end, and what is kept of oneself: nobody else's.
  'keep-own-page': household,
  // Letters without a name that are addressed to the officers; the others only the organisation reads, since they may
  // be about officers.
  'read-fund-letters': committee,
  // Alerts are from outside and name nobody; who was told of the water is the committee's business.
  'read-alerts': { ...officers, ...auditor },
  'keep-alerts': committee,
  'read-own-private-savings': household,
  'keep-private-savings': recordKeeper,
  'manage-cards': chairOrRecordKeeper,
  'manage-logins': chairOrRecordKeeper,
  // Names are for those who sit at the table; an auditor works with card numbers. Who is whose kin and
  // heir only those two see who write it down.
  'read-names': committee,
  'keep-names': chairOrRecordKeeper,
  'read-family': chairOrRecordKeeper,
  'keep-family': chairOrRecordKeeper,
  'erase-person': chairOrRecordKeeper,
  // In the village who is away is known; a figure that leaves it points at nobody.
  'read-away-count': committee,
  'erase-away-count': chairOrRecordKeeper,
  // A death, an illness, a wage that was stolen: whoever decides needs no more than that it was something of that
  // household's own. Those two read it who would write it down, each time as an act of its own.
  'read-relief-reason': chairOrRecordKeeper,
  // A grant is a code and a sum to everybody. What it is for is opened by the two who were there when it was
  // asked for; the page asks for that beside this table, by who they are and never by what they hold.
  'read-support': { ...officers, ...auditor },
  'read-support-totals': { ...household, ...officers, ...auditor },
  'ask-for-support': recordKeeper,
  'read-support-file': committee,
  'keep-support-file': committee,
  'erase-support-file': committee,
  'read-own-support': household,

  // All staff and all funds stand in it: an auditor who is not put to work on a fund is not to know of it.
  'see-network': administrator,
  'read-network-journal': administrator,
  'read-network-log': administrator,
  'import-book': administrator,
  'manage-users': administrator,
  'manage-devices': { ...administrator, operator: 'all' },
  'open-desk': { 'migration-worker': 'all', 'case-supervisor': 'all' },
  'bring-support': { 'migration-worker': 'all' },
  'check-support': { 'migration-worker': 'all', 'case-supervisor': 'all' },
  // The role lets somebody knock; which case opens hangs on being assigned to it.
  'open-cases': { 'migration-worker': 'all', 'case-supervisor': 'all' },
  'supervise-cases': { 'case-supervisor': 'all' },
  'hold-spare-keys': { ...decidingStaff, 'migration-worker': 'all' },
  'read-outcomes': { ...administrator, 'case-supervisor': 'all' },
  // Codes and sums of the network's own money: to whoever keeps it, decides of it, or audits the network.
  'read-pot': { ...decidingStaff, ...auditor },
  // All villages at once, to whoever audits: of each fund the page looks beside this table at whether it lets her in.
  'read-portfolio': auditor,
  // What auditors found in the fund, told to those who answer for it; the reply is an officer's, by a path of its own.
  'read-audits': { ...committee, ...auditor },
  'reply-to-audit': committee,
  // An auditor those of the funds that she is let into: the page looks at that beside this table.
  'read-letters': { ...administrator, ...auditor },
  // What is checked of numbers stands open to anybody; what waits, and to whom somebody can be sent, is for those who send:
  // whoever audits money needs neither, and the desk of a shelter leads to whoever hides there.
  'read-numbers': careStaff,
  'read-services': careStaff,
  // Sealed reports are as near to a case as anything: no administrator and no reviewer reads them.
  'triage-reports': watchStaff,
  // Codes of what was checked and ruled, with deadlines and petitions; nothing of who spoke, of money or of a case.
  'read-watch': { ...watchStaff, ...reviewer },
  // Official facts of agencies and roads stand open to anybody; sub-agents, brokers and what waits are for those who ask around.
  'read-register': careStaff,
  // Talks and courses stand open to anybody once they are checked; what waits, and where no team goes, is for the staff.
  'read-teaching': careStaff,
  // What somebody has learnt is theirs and of those who decide what they may do.
  'read-training': decidingStaff,
}

/** What a role may do of an action; an action or a role that the table does not know may do nothing. */
export const scopeOf = (action: Action, role: Role): Scope => {
  const row: May = Object.hasOwn(table, action) ? table[action] : nobody
  return Object.hasOwn(row, role) ? (row[role] ?? 'no') : 'no'
}

const widest = (scopes: readonly Scope[]): Scope =>
  scopes.includes('all') ? 'all' : scopes.includes('own') ? 'own' : 'no'

/** What somebody who holds these roles in a place may do there. */
export const scopeFor = (action: Action, held: readonly Role[]): Scope =>
  widest(held.map((role) => scopeOf(action, role)))
