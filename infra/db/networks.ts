import type { NetworkJournal, NetworkSubjectRow, NetworkViews } from '#domain/ports.ts'
import { auditKind, besideRights, potKinds, registerKinds } from '#domain/operations/subject.ts'
import type { ListedFund, PlaceInJournal } from '#domain/fund/listed.ts'
import { writeLines } from '#infra/db/activity.ts'
import { reading, shown, stored } from '#infra/db/bytes.ts'
import {
  appendRows,
  findRows,
  lastIn,
  networks,
  orStale,
  readIds,
  readRows,
} from '#infra/db/journal.ts'
import { type KnownMarks, markHead, ownRows } from '#infra/db/marked.ts'
import type { Known } from '#infra/db/register.ts'
import { putRows } from '#infra/db/many-rows.ts'
import { type NoteRow, type Statements, type Runs, allIds, tables } from '#infra/db/tables.ts'

export const networkJournal = ({
  read,
  transaction,
  marks,
}: Runs & { readonly marks: KnownMarks }): NetworkJournal => ({
  fundIds: (atMost) => read(allIds, (em) => readIds(em, networks, atMost)),
  read: (id, after, limit) => read(id, (em) => readRows(em, networks, { id, after, limit })),
  find: (id, ids) => read(id, (em) => findRows(em, networks, { id, ids })),
  append: (id, rows, { subjects, postings, flags }, lines = []) =>
    orStale(
      transaction(id, async (em) => {
        if (postings.length + flags.length > 0) throw new Error('a network has no such views')
        let known: Known | undefined
        if (rows.length > 0) {
          known = (await appendRows(em, networks, { id, rows }))?.known
          if (!known) return 'stale'
          await markHead(em, marks, { scope: id, kind: 'network_entry', rows }, known)
          const named = subjects.map((row) => ({ ...row, network_id: id }))
          await putRows(em, 'network_subject', ['network_id', 'kind', 'key'], named)
        }
        await writeLines(em, marks, id, lines, known)
        return 'appended'
      }),
    ),
})

/** Which of a network's subjects: those that rights are looked up in, its pot, its audits, or its register. */
type Part = 'rights' | 'pot' | 'audits' | 'register'

const kindsOf = { pot: potKinds, audits: [auditKind], register: registerKinds } as const

const readSubjects = async (
  em: Statements,
  networkId: string,
  { part, fundId }: { readonly part: Part; readonly fundId?: string | undefined },
): Promise<NetworkSubjectRow[]> => {
  const all = tables(em)
    .selectFrom('network_subject')
    .select(['kind', 'key', 'data'])
    .where('network_id', '=', networkId)
  const asked =
    part === 'rights'
      ? all.where('kind', 'not in', besideRights)
      : all.where('kind', 'in', kindsOf[part])
  const ofFund =
    fundId === undefined
      ? asked
      : // The sign after a space is an exclamation mark: so all keys that begin with the fund's id are asked for by the index.
        asked.where('key', '>=', `${fundId} `).where('key', '<', `${fundId}!`)
  const rows = await ofFund.orderBy('kind').orderBy('key').execute()
  return rows as NetworkSubjectRow[]
}

/** A name that this program did not write is none; the summary is held against the journal by the audit, as every view is. */
const readFunds = async (
  em: Statements,
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
  const notes = rows.flatMap(({ key, text, mark }) =>
    text === null ? [] : [{ fund_id: key, subject: 'fund', text, mark }],
  )
  const own = ownRows<NoteRow>(marks, 'note', notes)
  const names = new Map(own.map(({ fundId, text }) => [fundId, text]))
  return rows.map(({ key: fundId, data, summary }) => ({
    fundId,
    data,
    name: names.get(fundId),
    summary: summary ?? undefined,
  }))
}

/** So many places in one question bind fewer values than the tightest host takes. */
const placesAtOnce = 40

const readHashes = async (
  em: Statements,
  places: readonly PlaceInJournal[],
): Promise<ReadonlyMap<string, string>> => {
  const db = tables(em)
  const read = reading(db)
  const found = new Map<string, string>()
  for (let at = 0; at < places.length; at += placesAtOnce) {
    const rows = await db
      .selectFrom('entry')
      .select([shown(db, 'fund_id').as('fund_id'), shown(db, 'hash').as('hash')])
      .where((eb) =>
        eb.or(
          places
            .slice(at, at + placesAtOnce)
            .map(({ fundId, seq }) =>
              eb.and([eb('fund_id', '=', stored(db, fundId)), eb('seq', '=', seq)]),
            ),
        ),
      )
      .execute()
    for (const { fund_id, hash } of rows) found.set(read(fund_id), read(hash))
  }
  return found
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
  networkHead: (networkId) => read(networkId, (em) => lastIn(em, networks, networkId)),
  networkSubjects: (networkId) =>
    read(networkId, (em) => readSubjects(em, networkId, { part: 'rights' })),
  potSubjects: (networkId) => read(networkId, (em) => readSubjects(em, networkId, { part: 'pot' })),
  auditSubjects: (networkId, fundId) =>
    read(networkId, (em) => readSubjects(em, networkId, { part: 'audits', fundId })),
  registerSubjects: (networkId) =>
    read(networkId, (em) => readSubjects(em, networkId, { part: 'register' })),
})
