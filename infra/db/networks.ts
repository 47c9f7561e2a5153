import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { NetworkJournal, NetworkSubjectRow, NetworkViews } from '#domain/ports.ts'
import { potKinds } from '#domain/operations/subject.ts'
import type { ListedFund, PlaceInJournal } from '#domain/fund/listed.ts'
import { writeLines } from '#infra/db/activity.ts'
import { appendRows, findRows, networks, readIds, readRows } from '#infra/db/journal.ts'
import { type KnownMarks, markHead, ownCells } from '#infra/db/marked.ts'
import { type Runs, allIds, eachOf, putRows, tables } from '#infra/db/tables.ts'

export const networkJournal = ({
  read,
  transaction,
  marks,
}: Runs & { readonly marks: KnownMarks }): NetworkJournal => ({
  fundIds: (atMost) => read(allIds, (em) => readIds(em, networks, atMost)),
  read: (id, after, limit) => read(id, (em) => readRows(em, networks, { id, after, limit })),
  find: (id, ids) => read(id, (em) => findRows(em, networks, { id, ids })),
  append: (id, rows, { subjects, postings, flags }, lines = []) =>
    transaction(id, async (em) => {
      if (postings.length + flags.length > 0) throw new Error('a network has no such views')
      if (rows.length > 0) {
        if (!(await appendRows(em, networks, { id, rows }))) return 'stale'
        await markHead(em, marks, { scope: id, kind: 'network_entry', rows })
        const named = subjects.map((row) => ({ ...row, network_id: id }))
        await putRows(em, 'network_subject', ['network_id', 'kind', 'key'], named)
      }
      await writeLines(em, marks, id, lines)
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

const readHead = (em: EntityManager, networkId: string) =>
  tables(em)
    .selectFrom('network_entry')
    .select(['seq', 'hash'])
    .where('network_id', '=', networkId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

/** A name that this program did not write is none; the summary is held against the journal by the audit, as every view is. */
const readFunds = async (
  em: EntityManager,
  marks: KnownMarks,
  networkId: string,
): Promise<ListedFund[]> => {
  const rows = await tables(em)
    .selectFrom('network_subject')
    .leftJoin('subject', (join) =>
      join
        .onRef('subject.fund_id', '=', 'network_subject.key')
        .on('subject.kind', '=', 'summary')
        .on('subject.key', '=', 'fund'),
    )
    .leftJoin('note', (join) =>
      join.onRef('note.fund_id', '=', 'network_subject.key').on('note.subject', '=', 'fund'),
    )
    .select(['network_subject.key', 'network_subject.data', 'note.text', 'note.mark'])
    .select('subject.data as summary')
    .where('network_subject.network_id', '=', networkId)
    .where('network_subject.kind', '=', 'fund')
    .orderBy('network_subject.key')
    .execute()
  return rows.map(({ key: fundId, data, text, mark, summary }) => {
    const note = text === null ? undefined : { fund_id: fundId, subject: 'fund', text, mark }
    const name = ownCells(marks, 'note', note)?.text
    return { fundId, data, name, summary: summary ?? undefined }
  })
}

const readHashes = async (
  em: EntityManager,
  places: readonly PlaceInJournal[],
): Promise<ReadonlyMap<string, string>> => {
  const found = await eachOf(em, places, {
    of: ({ fundId, seq }) =>
      tables(em)
        .selectFrom('entry')
        .select(['fund_id', 'hash'])
        .where('fund_id', '=', fundId)
        .where('seq', '=', seq),
    bound: 2,
  })
  return new Map(found.map(({ fund_id, hash }) => [fund_id, hash]))
}

export const networkViews = ({
  read,
  transaction,
  marks,
}: Runs & { readonly marks: KnownMarks }): NetworkViews => ({
  networkFunds: (networkId) => read(networkId, (em) => readFunds(em, marks, networkId)),
  // Hashes are nobody's secret: receipts and minutes show them. Of the entries themselves nothing is read here.
  hashesAt: (places) => read(allIds, (em) => readHashes(em, places)),
  replaceNetwork: (networkId, subjects) =>
    transaction(networkId, async (em) => {
      await tables(em).deleteFrom('network_subject').where('network_id', '=', networkId).execute()
      const named = subjects.map((row) => ({ ...row, network_id: networkId }))
      await putRows(em, 'network_subject', ['network_id', 'kind', 'key'], named)
    }),
  networkHead: (networkId) => read(networkId, (em) => readHead(em, networkId)),
  networkSubjects: (networkId) => read(networkId, (em) => readSubjects(em, networkId, false)),
  potSubjects: (networkId) => read(networkId, (em) => readSubjects(em, networkId, true)),
})
