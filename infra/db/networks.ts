import type { EntityManager } from '@mikro-orm/sqlite'
import type { NetworkJournal, NetworkSubjectRow, NetworkViews } from '#domain/ports.ts'
import { appendRows, findRows, networks, readIds, readRows } from '#infra/db/journal.ts'
import { type Runs, putRows, tables } from '#infra/db/tables.ts'

export const networkJournal = ({ read, transaction }: Runs): NetworkJournal => ({
  fundIds: () => read((em) => readIds(em, networks)),
  read: (id, after, limit) => read((em) => readRows(em, networks, { id, after, limit })),
  find: (id, ids) => read((em) => findRows(em, networks, { id, ids })),
  append: (id, rows, { subjects, postings, flags }) =>
    transaction(async (em) => {
      if (postings.length + flags.length > 0) throw new Error('a network has no such views')
      if (!(await appendRows(em, networks, { id, rows }))) return 'stale'
      const named = subjects.map((row) => ({ ...row, network_id: id }))
      await putRows(em, 'network_subject', ['network_id', 'kind', 'key'], named)
      return 'appended'
    }),
})

const readSubjects = async (em: EntityManager, networkId: string): Promise<NetworkSubjectRow[]> => {
  const rows = await tables(em)
    .selectFrom('network_subject')
    .select(['kind', 'key', 'data'])
    .where('network_id', '=', networkId)
    .orderBy('kind')
    .orderBy('key')
    .execute()
  return rows as NetworkSubjectRow[]
}

export const networkViews = ({ read, transaction }: Runs): NetworkViews => ({
  replaceNetwork: (networkId, subjects) =>
    transaction(async (em) => {
      await tables(em).deleteFrom('network_subject').where('network_id', '=', networkId).execute()
      const named = subjects.map((row) => ({ ...row, network_id: networkId }))
      await putRows(em, 'network_subject', ['network_id', 'kind', 'key'], named)
    }),
  networkSubjects: (networkId) => read((em) => readSubjects(em, networkId)),
})
