import type { Dialect } from '#infra/db/dialects.ts'

/** By which entry each subject was changed last: whoever knows the views up to one asks only for what came after it. */
export const whatChangedWhen = (d: Dialect): readonly string[] => [
  `alter table subject add column seq ${d.whole('seq')} default 0`,
  'create index subject_fund_id_seq_index on subject (fund_id, seq)',
]

/**
 * A network reads of its own funds what lists tell of them, their names and summaries, by one question; and the hashes that
 * it has kept it holds against those of their journals.
 */
export const whatNetworksList = (d: Dialect): readonly string[] => [
  ...d.toNetwork('subject', "kind = 'summary'"),
  ...d.toNetwork('note', "subject = 'fund'"),
  ...d.toLister('entry', ['seq', 'hash']),
]
