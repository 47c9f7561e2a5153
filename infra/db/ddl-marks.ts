import type { Dialect } from '#infra/db/dialects.ts'

/** Tables whose rows bear a mark, by which one that another program wrote is known. */
const markedTables = [
  'user_account',
  'membership',
  'device',
  'session',
  'one_time_key',
  'card',
  'budget',
  'activity',
  'nominee',
  'kinship',
] as const

/** The marks, and how far each table and journal has come. */
export const whoWroteRows = (d: Dialect): readonly string[] => [
  ...markedTables.map((table) => `alter table ${table} add column mark ${d.text} null`),
  `create table register (
    scope ${d.text} not null,
    kind ${d.text} not null,
    changes ${d.whole('changes')},
    rows ${d.whole('rows')},
    digest ${d.text} not null,
    mark ${d.text} not null,
    primary key (scope, kind)
  )${d.end}`,
  ...d.closed('register', 'scope', 'change'),
]

/** Tables beside the journal that bore none at first. */
const markedLater = [
  'note',
  'member_name',
  'member_photo',
  'support_file',
  'support_claim',
  'message_row',
] as const

/** Marks on what stands beside the journal; the keyed hash of a phone gets a name of its own for it. */
export const whoWroteTexts = (d: Dialect): readonly string[] => [
  'alter table message_row rename column mark to about',
  ...markedLater.map((table) => `alter table ${table} add column mark ${d.text} null`),
]
