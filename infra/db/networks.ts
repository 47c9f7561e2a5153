import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { type NetworkJournal, type NetworkSubjectRow, type NetworkViews } from '#domain/ports.ts'
import { potKinds } from '#domain/operations/subject.ts'
import { writeLines } from '#infra/db/activity.ts'
import { appendRows, findRows, networks, readIds, readRows } from '#infra/db/journal.ts'
import { type KnownMarks, markHead } from '#infra/db/marked.ts'
import type { Known } from '#infra/db/register.ts'
import { type Runs, allIds, putRows, tables } from '#infra/db/tables.ts'

export const networkJournal = ({
  read,
  transaction,
  marks,
}: Runs & { readonly marks: KnownMarks }): NetworkJournal => ({
  fundIds: () => read(allIds, (em) => readIds(em, networks)),
  read: (id, after, limit) => read(id, (em) => readRows(em, networks, { id, after, limit })),
  find: (id, ids) => read(id, (em) => findRows(em, networks, { id, ids })),
  append: (id, rows, { subjects, postings, flags }, lines = []) =>
    transaction(id, async (em) => {
      if (postings.length + flags.length > 0) throw new Error('a network has no such views')
      let known: Known | undefined
      if (rows.length > 0) {
        known = await appendRows(em, networks, { id, rows })
        if (!known) return 'stale'
        await markHead(em, marks, { scope: id, kind: 'network_entry', rows }, known)
        const named = subjects.map((row) => ({ ...row, network_id: id }))
        await putRows(em, 'network_subject', ['network_id', 'kind', 'key'], named)
      }
      await writeLines(em, marks, id, lines, known)
      return 'appended'
    }),
})

const readSubjects = async (
  em: EntityManager,
  networkId: string,
  isOfPot: boolean,
): Promise<NetworkSubjectRow[]> => {
  const rows = await tables(em)
    .selectFrom('network_subject')
    .select(['kind', 'key', 'data'])
    .where('network_id', '=', networkId)
    .where('kind', isOfPot ? 'in' : 'not in', potKinds)
    .orderBy('kind')
    .orderBy('key')
    .execute()
  return rows as NetworkSubjectRow[]
}

/** The question for the last entry of a network. */
export const networkHeadOf = (em: EntityManager, networkId: string) =>
  tables(em)
    .selectFrom('network_entry')
    .select(['seq', 'hash'])
    .where('network_id', '=', networkId)
    .orderBy('seq', 'desc')
    .limit(1)

export const networkViews = ({ read, transaction }: Runs): NetworkViews => ({
  replaceNetwork: (networkId, subjects) =>
    transaction(networkId, async (em) => {
      await tables(em).deleteFrom('network_subject').where('network_id', '=', networkId).execute()
      const named = subjects.map((row) => ({ ...row, network_id: networkId }))
      await putRows(em, 'network_subject', ['network_id', 'kind', 'key'], named)
    }),
  networkHead: (networkId) =>
    read(networkId, (em) => networkHeadOf(em, networkId).executeTakeFirst()),
  networkSubjects: (networkId) => read(networkId, (em) => readSubjects(em, networkId, false)),
  potSubjects: (networkId) => read(networkId, (em) => readSubjects(em, networkId, true)),
})
