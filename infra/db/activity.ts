import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { saidByHouseholds } from '#domain/access/actions.ts'
import { type ActivityLog, type ActivityRow, StorageUnavailable } from '#domain/ports.ts'
import { type KnownMarks, counted, withMark, withoutMark } from '#infra/db/marked.ts'
import type { Known } from '#infra/db/register.ts'
import { type Runs, fromColumns, tables, toColumns, writeRows } from '#infra/db/tables.ts'

/** Lines about one fund or network, in the transaction of what they tell of. */
export const writeLines = async (
  em: EntityManager,
  marks: KnownMarks,
  scope: string,
  rows: readonly ActivityRow[],
  known?: Known,
): Promise<void> => {
  if (rows.length === 0) return
  const lines = rows.map((row) => withMark(marks, 'activity', toColumns(row)))
  const change = { gone: [], come: lines.map(({ mark }) => String(mark)) }
  await counted(em, marks, { table: 'activity', scope, change }, known)
  await writeRows(em, 'activity', lines)
}

/** How many may wait to be written about one fund. */
const waitingMax = 1000

type Lines = {
  readonly rows: readonly ActivityRow[]
  readonly done: () => void
  readonly fail: (error: unknown) => void
}

/**
 * Lines about one fund that come while others about it are written go together: many who look at the same time are counted
 * once. Where some of them cannot be written, each is tried by itself.
 */
const linesTogether = (write: (scope: string, rows: readonly ActivityRow[]) => Promise<void>) => {
  const waiting = new Map<string, Lines[]>()
  const settle = async (scope: string, group: readonly Lines[]): Promise<void> => {
    try {
      await write(
        scope,
        group.flatMap(({ rows }) => rows),
      )
      for (const { done } of group) done()
    } catch (error) {
      if (error instanceof StorageUnavailable || group.length === 1)
        for (const { fail } of group) fail(error)
      else for (const one of group) await settle(scope, [one])
    }
  }
  const writeAll = async (scope: string): Promise<void> => {
    for (let group = waiting.get(scope)!; group.length > 0; group = waiting.get(scope)!) {
      waiting.set(scope, [])
      await settle(scope, group)
    }
    waiting.delete(scope)
  }
  return (scope: string, rows: readonly ActivityRow[]): Promise<void> =>
    new Promise((done, fail) => {
      const others = waiting.get(scope)
      if (others && others.length >= waitingMax)
        return fail(new StorageUnavailable('the store is too busy'))
      waiting.set(scope, [...(others ?? []), { rows, done, fail }])
      // Begun a moment later, so that those who come in the same moment go together.
      if (!others) void Promise.resolve(scope).then(writeAll)
      return undefined
    })
}

type MarkedRuns = Runs & { readonly marks: KnownMarks }

const linesOn = ({ transaction, marks }: MarkedRuns): Pick<ActivityLog, 'noteActivity'> => {
  const write = linesTogether((scope, rows) =>
    transaction(scope, (em) => writeLines(em, marks, scope, rows)),
  )
  return {
    noteActivity: async (rows) => {
      for (const [scope, own] of Map.groupBy(rows, (row) => row.scope)) await write(scope, own)
    },
  }
}

export const activityLog = (runs: MarkedRuns): ActivityLog => ({
  ...linesOn(runs),
  activities: (scope, { before, subject, ownOf, isWithoutOwn, doneOf, limit }) =>
    runs.read(scope, async (em) => {
      let query = tables(em).selectFrom('activity').selectAll().where('scope', '=', scope)
      if (subject !== undefined) query = query.where('subject', '=', subject)
      // As ranges of the index: a semicolon is the sign after a colon, in every order of bytes.
      if (ownOf !== undefined)
        query = query.where((is) =>
          is.or([
            is('subject', '=', `own:${ownOf}`),
            is.and([is('subject', '>=', `own:${ownOf}:`), is('subject', '<', `own:${ownOf};`)]),
          ]),
        )
      if (isWithoutOwn === true)
        query = query
          .where((is) => is.or([is('subject', '<', 'own:'), is('subject', '>=', 'own;')]))
          .where('action', 'not in', saidByHouseholds)
      if (doneOf !== undefined)
        query = query.where('action', 'in', doneOf).where('outcome', '=', 'done')
      if (before !== undefined) query = query.where('activity_id', '<', before)
      const found = await query.orderBy('activity_id', 'desc').limit(limit).execute()
      // A line that another program wrote is shown as it stands: the audit tells it, and hiding it would hide what it did.
      return found.map((line) => fromColumns<ActivityRow>(withoutMark(line)))
    }),
})
