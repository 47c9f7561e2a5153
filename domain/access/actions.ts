import { type Operations, operations } from '#domain/operations/all.ts'
import { type NetworkOperations, networkOperations } from '#domain/operations/network.ts'

const named = [
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
  'dispute-own',
  'confirm-own',
  'choose-own-messages',
  'read-messages',
  'link-phones',
  'decline-own-relief',
  'keep-own-page',
  'read-fund-letters',
  'read-alerts',
  'keep-alerts',
  'read-own-private-savings',
  'keep-private-savings',
  'manage-cards',
  'manage-logins',
  'read-names',
  'keep-names',
  'read-family',
  'keep-family',
  'erase-person',
  'read-away-count',
  'erase-away-count',
  'read-relief-reason',
  'read-support',
  'read-support-totals',
  'ask-for-support',
  'read-support-file',
  'keep-support-file',
  'erase-support-file',
  'read-own-support',
  'read-audits',
  'reply-to-audit',
  // of a network
  'see-network',
  'read-network-journal',
  'read-network-log',
  'import-book',
  'manage-users',
  'manage-devices',
  'open-desk',
  'bring-support',
  'check-support',
  'open-cases',
  'supervise-cases',
  'hold-spare-keys',
  'read-outcomes',
  'read-pot',
  'read-portfolio',
  'read-letters',
  'read-numbers',
  'read-services',
  'triage-reports',
  'read-watch',
  'read-register',
  'read-teaching',
  'read-training',
] as const

/** What is no command of the book. */
export type NamedAction = (typeof named)[number]

export type Action = NamedAction | (Operations | NetworkOperations)['command']

/** What a household says of itself: told to nobody else, in lines of before it had a subject of its own (`own:`) too. */
export const saidByHouseholds: readonly Action[] = [
  'dispute-own',
  'confirm-own',
  'decline-own-relief',
]

/**
 * Everything that can be asked of the service by somebody who is signed in: reads, and one action for each
 * command, named as the command is.
 */
export const actions: readonly Action[] = [
  ...named,
  ...[...operations, ...networkOperations.list].map(({ command }) => command),
]
