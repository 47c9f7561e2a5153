import type { Action } from '#domain/access/table.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { ActivityLog, ActivityRow, Clock, Ids } from '#domain/ports.ts'
import { isAccepted } from '#src/app/answer.ts'

export const activityOutcomes = [
  'read',
  'tried',
  'refused',
  'done',
] as const satisfies readonly ActivityRow['outcome'][]

/** What is done at the entrance, beside the actions of the access table. */
export const entranceActs = [
  'commands',
  'sign-in',
  'sign-out',
  'step-up',
  'enrol-device',
  'set-secret',
  'reset',
  'give-login',
  'give-secret',
  'stand-behind-login',
  'stand-behind-secret',
  'draw-half',
  'see-notice',
  'door',
  'link-phone',
  'unlink-phone',
  'take-in-rows',
] as const

/**
 * What somebody does about herself, as the log bears it: who has complained or looks at what is hers stands for her eyes
 * alone, and no officer, auditor or other person reads such a line (`isWithoutOwn`).
 */
export const ownSubject = (memberId: string, entryId?: string): string =>
  entryId === undefined ? `own:${memberId}` : `own:${memberId}:entry:${entryId}`

/** What is written down: by whom, from where, what, about what, and whether it was allowed. */
type Noted = {
  readonly scope: string
  readonly actor: string
  readonly device: string
  readonly action: Action | (typeof entranceActs)[number]
  readonly subject?: string
  readonly outcome: ActivityRow['outcome']
}

type Logs = { readonly store: ActivityLog; readonly clock: Clock; readonly ids: Ids }

/** What is to be written down, as it is now. */
export const lineNow = ({ clock, ids }: Omit<Logs, 'store'>, noted: Noted): ActivityRow => ({
  ...noted,
  subject: noted.subject ?? '',
  activityId: ids(),
  at: clock(),
})

/** Writes down who did or read something. It stands before the answer leaves, or nothing is answered. */
export const note = async (needs: Logs, noted: Noted): Promise<void> =>
  needs.store.noteActivity([lineNow(needs, noted)])

/** What the log says became of a command; of an atomic list that was stopped, what would have been taken was only tried. */
export const lineOf = (
  answer: { readonly id: string | null; readonly outcome: string },
  isStopped: boolean,
): Pick<ActivityRow, 'subject' | 'outcome'> => ({
  // What was sent as an id and is none may say anything.
  subject: isUuid(answer.id) ? `entry:${answer.id}` : '',
  outcome: isAccepted(answer) ? (isStopped ? 'tried' : 'done') : 'refused',
})
