import { saidByHouseholds } from '#domain/access/actions.ts'
import type { ActivityLog, ActivityRow } from '#domain/ports.ts'
import { type KnownMarks, counted, withMark, withoutMark } from '#infra/db/marked.ts'
import {
  type EntityManager,
  type Runs,
  fromColumns,
  tables,
  toColumns,
  writeRows,
} from '#infra/db/tables.ts'

/** Lines about one fund or network, in the transaction of what they tell of. */
export const writeLines = async (
  em: EntityManager,
  marks: KnownMarks,
  scope: string,
  rows: readonly ActivityRow[],
): Promise<void> => {
  if (rows.length === 0) return
  const lines = rows.map((row) => withMark(marks, 'activity', toColumns(row)))
  const change = { gone: [], come: lines.map(({ mark }) => String(mark)) }
  await counted(em, marks, { table: 'activity', scope, change })
  await writeRows(em, 'activity', lines)
}

export const activityLog = ({
  read,
  transaction,
  marks,
}: Runs & { readonly marks: KnownMarks }): ActivityLog => ({
  noteActivity: async (rows) => {
    for (const [scope, own] of Map.groupBy(rows, (row) => row.scope))
      await transaction(scope, (em) => writeLines(em, marks, scope, own))
  },
  activities: (scope, { before, subject, ownOf, isWithoutOwn, doneOf, limit }) =>
    read(scope, async (em) => {
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
