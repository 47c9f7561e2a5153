import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { SealedFile, SupportFiles } from '#domain/grants/files.ts'
import { type Runs, fromColumns, putRows, tables, toColumns } from '#infra/db/tables.ts'

type Files = Pick<
  SupportFiles,
  'keepSupportFile' | 'resealSupportFile' | 'supportFile' | 'supportFiles' | 'dropSupportFile'
>

const files = ({ read, transaction }: Runs): Files => ({
  keepSupportFile: (file) =>
    transaction(file.fundId, (em) =>
      putRows(em, 'support_file', ['fund_id', 'code'], [toColumns(file)]),
    ),
  resealSupportFile: (fundId, { code, seen, sealed }) =>
    transaction(fundId, async (em) => {
      const changed = await tables(em)
        .updateTable('support_file')
        .set({ sealed })
        .where('fund_id', '=', fundId)
        .where('code', '=', code)
        .where('sealed', '=', seen)
        .executeTakeFirst()
      return Number(changed.numUpdatedRows) > 0 ? ('kept' as const) : ('stale' as const)
    }),
  supportFile: (fundId, code) =>
    read(fundId, async (em) => {
      const query = tables(em).selectFrom('support_file').selectAll().where('fund_id', '=', fundId)
      const found = await query.where('code', '=', code).executeTakeFirst()
      return found && fromColumns<SealedFile>(found)
    }),
  supportFiles: (fundId) =>
    read(fundId, async (em) => {
      const query = tables(em).selectFrom('support_file').selectAll().where('fund_id', '=', fundId)
      const found = await query.orderBy('code').execute()
      return found.map((row) => fromColumns<SealedFile>(row))
    }),
  dropSupportFile: (fundId, code) =>
    transaction(fundId, async (em) => {
      await tables(em)
        .deleteFrom('support_file')
        .where('fund_id', '=', fundId)
        .where('code', '=', code)
        .execute()
    }),
})

const holders = async (
  em: EntityManager,
  networkId: string,
  { claims, day }: { readonly claims: readonly string[]; readonly day: string },
): Promise<readonly string[]> => {
  if (claims.length === 0) return []
  const found = await tables(em)
    .selectFrom('support_claim')
    .select('holder')
    .distinct()
    .where('network_id', '=', networkId)
    .where('claim', 'in', [...claims])
    .where('until_on', '>=', day)
    .orderBy('holder')
    .execute()
  return found.map(({ holder }) => holder)
}

type Claims = Pick<SupportFiles, 'takeClaims' | 'claimHolders' | 'dropClaims'>

const claimsOf = ({ read, transaction }: Runs): Claims => ({
  takeClaims: (networkId, { holder, claims, day }) =>
    transaction(networkId, async (em) => {
      const names = claims.map(({ claim }) => claim)
      const held = await holders(em, networkId, { claims: names, day })
      if (held.some((one) => one !== holder)) return 'held' as const
      const rows = claims.map((one) => toColumns({ ...one, networkId, holder }))
      await putRows(em, 'support_claim', ['network_id', 'claim'], rows)
      return 'taken' as const
    }),
  claimHolders: (networkId, claims, day) =>
    read(networkId, (em) => holders(em, networkId, { claims, day })),
  dropClaims: (networkId, holder) =>
    transaction(networkId, async (em) => {
      await tables(em)
        .deleteFrom('support_claim')
        .where('network_id', '=', networkId)
        .where('holder', '=', holder)
        .execute()
    }),
})

/** What stands beside the journal about grants, in any of the databases. */
export const supportFiles = (runs: Runs): SupportFiles => ({ ...files(runs), ...claimsOf(runs) })
