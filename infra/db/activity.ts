import { saidByHouseholds } from '#domain/access/actions.ts'
import type { ActivityLog, ActivityRow } from '#domain/ports.ts'
import { type Runs, fromColumns, tables, toColumns, writeRows } from '#infra/db/tables.ts'

export const activityLog = ({ read, transaction }: Runs): ActivityLog => ({
  noteActivity: async (rows) => {
    for (const [scope, own] of Map.groupBy(rows, (row) => row.scope))
      await transaction(scope, (em) =>
        writeRows(
          em,
          'activity',
          own.map((row) => toColumns(row)),
        ),
      )
  },
  activities: (scope, { before, subject, ownOf, isWithoutOwn, limit }) =>
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
      if (before !== undefined) query = query.where('activity_id', '<', before)
      const found = await query.orderBy('activity_id', 'desc').limit(limit).execute()
      return found.map((columns) => fromColumns<ActivityRow>(columns))
    }),
})
