import type { ActivityLog, ActivityRow } from '#domain/ports.ts'
import { type Runs, fromColumns, tables, toColumns, writeRows } from '#infra/db/tables.ts'

export const activityLog = ({ read, transaction }: Runs): ActivityLog => ({
  noteActivity: (rows) =>
    transaction((em) =>
      writeRows(
        em,
        'activity',
        rows.map((row) => toColumns(row)),
      ),
    ),
  activities: (scope, { before, subject, limit }) =>
    read(async (em) => {
      let query = tables(em).selectFrom('activity').selectAll().where('scope', '=', scope)
      if (subject !== undefined) query = query.where('subject', '=', subject)
      if (before !== undefined) query = query.where('activity_id', '<', before)
      const found = await query.orderBy('activity_id', 'desc').limit(limit).execute()
      return found.map((columns) => fromColumns<ActivityRow>(columns))
    }),
})
