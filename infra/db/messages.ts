import type { MessageRow, MessageRowSeen, MessageRows } from '#domain/fund/messages.ts'
import { type KnownMarks, dropMarked, ownRow, ownRows, putMarked } from '#infra/db/marked.ts'
import {
  type Statements,
  type KeptMessage,
  type Runs,
  tables,
  toColumns,
} from '#infra/db/tables.ts'

const messageOf = ({ about, ...row }: KeptMessage): MessageRow => ({ ...row, mark: about })

type MarkedRuns = Runs & { readonly marks: KnownMarks }
type At = Pick<MessageRow, 'networkId' | 'kind' | 'mark'>

const rowOf = async (
  em: Statements,
  marks: KnownMarks,
  { networkId, kind, mark }: At,
): Promise<MessageRow | undefined> => {
  const found = await tables(em)
    .selectFrom('message_row')
    .selectAll()
    .where('network_id', '=', networkId)
    .where('kind', '=', kind)
    .where('about', '=', mark)
    .executeTakeFirst()
  const row = ownRow<KeptMessage>(marks, 'message_row', found)
  return row && messageOf(row)
}

const areAsSeen = async (
  em: Statements,
  marks: KnownMarks,
  { networkId, seen }: { readonly networkId: string; readonly seen: readonly MessageRowSeen[] },
): Promise<boolean> => {
  for (const { sealed, ...one } of seen)
    if ((await rowOf(em, marks, { networkId, ...one }))?.sealed !== sealed) return false
  return true
}

/** What stands beside the journal about messages, in any of the databases. */
export const messageRows = ({ read, transaction, marks }: MarkedRuns): MessageRows => ({
  messageRow: (networkId, kind, mark) =>
    read(networkId, (em) => rowOf(em, marks, { networkId, kind, mark })),
  messageRows: (networkId, kind, fundId) =>
    read(networkId, async (em) => {
      const found = await tables(em)
        .selectFrom('message_row')
        .selectAll()
        .where('network_id', '=', networkId)
        .where('kind', '=', kind)
        .where('fund_id', '=', fundId)
        .orderBy('about')
        .execute()
      return ownRows<KeptMessage>(marks, 'message_row', found).map(messageOf)
    }),
  changeMessageRows: (networkId, { keep = [], drop = [], seen = [] }) =>
    transaction(networkId, async (em) => {
      if (!(await areAsSeen(em, marks, { networkId, seen }))) return 'stale' as const
      for (const { kind, mark } of drop)
        await dropMarked(em, marks, {
          table: 'message_row',
          scope: networkId,
          where: { kind, about: mark },
        })
      const rows = keep.map(({ mark, ...row }) => toColumns({ ...row, networkId, about: mark }))
      await putMarked(em, marks, 'message_row', rows)
      return 'changed' as const
    }),
})
