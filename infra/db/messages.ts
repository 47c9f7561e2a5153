import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { MessageRow, MessageRowSeen, MessageRows } from '#domain/fund/messages.ts'
import { type Runs, fromColumns, putRows, tables, toColumns } from '#infra/db/tables.ts'

const rowOf = async (
  em: EntityManager,
  networkId: string,
  { kind, mark }: Pick<MessageRow, 'kind' | 'mark'>,
): Promise<MessageRow | undefined> => {
  const found = await tables(em)
    .selectFrom('message_row')
    .selectAll()
    .where('network_id', '=', networkId)
    .where('kind', '=', kind)
    .where('mark', '=', mark)
    .executeTakeFirst()
  return found && fromColumns<MessageRow>(found)
}

const areAsSeen = async (
  em: EntityManager,
  networkId: string,
  seen: readonly MessageRowSeen[],
): Promise<boolean> => {
  for (const one of seen) if ((await rowOf(em, networkId, one))?.sealed !== one.sealed) return false
  return true
}

/** What stands beside the journal about messages, in any of the databases. */
export const messageRows = ({ read, transaction }: Runs): MessageRows => ({
  messageRow: (networkId, kind, mark) =>
    read(networkId, (em) => rowOf(em, networkId, { kind, mark })),
  messageRows: (networkId, kind, fundId) =>
    read(networkId, async (em) => {
      const found = await tables(em)
        .selectFrom('message_row')
        .selectAll()
        .where('network_id', '=', networkId)
        .where('kind', '=', kind)
        .where('fund_id', '=', fundId)
        .orderBy('mark')
        .execute()
      return found.map((row) => fromColumns<MessageRow>(row))
    }),
  changeMessageRows: (networkId, { keep = [], drop = [], seen = [] }) =>
    transaction(networkId, async (em) => {
      if (!(await areAsSeen(em, networkId, seen))) return 'stale' as const
      for (const { kind, mark } of drop)
        await tables(em)
          .deleteFrom('message_row')
          .where('network_id', '=', networkId)
          .where('kind', '=', kind)
          .where('mark', '=', mark)
          .execute()
      const rows = keep.map((row) => toColumns({ ...row, networkId }))
      await putRows(em, 'message_row', ['network_id', 'kind', 'mark'], rows)
      return 'changed' as const
    }),
})
