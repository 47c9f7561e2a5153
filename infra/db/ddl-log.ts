import type { Dialect } from '#infra/db/dialects.ts'

/** How the log is found by what it is about, and who may not change it. */
export const logKept = (d: Dialect): readonly string[] => [
  'create index activity_scope_subject_activity_id_index on activity (scope, subject, activity_id)',
  ...d.appendOnly('activity', 'the log is append-only'),
  ...d.once('activity', ['scope', 'activity_id'], 'the log has this line already'),
]

const logColumns = 'scope, activity_id, at, actor, device, action, subject, outcome'

/** A line of the log says whether something was read, tried, refused or done; those before say what they said. */
export const whatTheLogSays = (d: Dialect): readonly string[] =>
  d.checkedAnew({
    table: 'activity',
    column: 'outcome',
    check: "outcome in ('read', 'tried', 'refused', 'done')",
    columns: logColumns,
    made: (name, check) => `create table ${name} (
      scope ${d.text} not null,
      activity_id ${d.text} not null,
      at ${d.text} not null,
      actor ${d.text} not null,
      device ${d.text} not null,
      action ${d.text} not null,
      subject ${d.text} not null,
      outcome ${d.text} not null check (${check}),
      primary key (scope, activity_id)
    )${d.end}`,
    kept: logKept(d),
  })
