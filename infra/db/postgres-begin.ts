import { escapeLiteral } from 'pg'
import { postgresRoles } from '#infra/db/dialects.ts'
import { type Call, storable } from '#infra/db/postgres-lease.ts'
import { type Scope, allIds } from '#infra/db/tables.ts'

/** Of a call's time, what one try may spend waiting for the turn of its fund. */
const lockShare = 0.4
/**
 * A transaction whose client is gone without a word must not hold its fund's turn for long; nor is one ended that may still
 * go on: a process that was paused, or counts for minutes at the command line.
 */
export const silenceMs = (deadlineMs: number): number => Math.max(5000, deadlineMs)

const set = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`)
    .join(', ')

/** As whom and about whose rows. */
const standing = (scope: Scope, call: Call): Readonly<Record<string, string>> => ({
  role: scope === allIds ? postgresRoles.lister : postgresRoles.app,
  'village.scope': scope === allIds ? '' : (storable(scope, call) as string),
})

/**
 * The first statements of every transaction. All of it holds for this transaction only, so that a pooler may hand the
 * connection to anybody afterwards. What is read is read only, in a savepoint whose end lets the transaction write.
 */
export const readingSql = (scope: Scope, call: Call, deadlineMs: number): string =>
  `begin; savepoint reading; select ${set({
    ...standing(scope, call),
    statement_timeout: `${deadlineMs}`,
    idle_in_transaction_session_timeout: `${silenceMs(deadlineMs)}`,
    transaction_read_only: 'on',
  })}`

/** A write then waits for the turn of its fund or network. */
export const writingSql = (scope: string, call: Call, deadlineMs: number): string =>
  `select ${set({
    ...standing(scope, call),
    statement_timeout: `${deadlineMs}`,
    lock_timeout: `${Math.ceil(deadlineMs * lockShare)}`,
    idle_in_transaction_session_timeout: `${silenceMs(deadlineMs)}`,
  })}, case when current_setting('synchronous_commit') = 'off'
      then set_config('synchronous_commit', 'on', true) end,
    pg_advisory_xact_lock(hashtextextended(current_setting('village.scope'), 0))`

/** Whose rows are read from now on. */
export const scopeSql = (scope: Scope, call: Call): string => `select ${set(standing(scope, call))}`
