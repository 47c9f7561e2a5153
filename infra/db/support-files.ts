import type { SealedFile, SupportFiles } from '#domain/grants/files.ts'
import { type KnownMarks, dropMarked, ownRow, ownRows, putMarked } from '#infra/db/marked.ts'
import { type Statements, type Runs, tables, toColumns } from '#infra/db/tables.ts'

type MarkedRuns = Runs & { readonly marks: KnownMarks }

type Files = Pick<
  SupportFiles,
  'keepSupportFile' | 'resealSupportFile' | 'supportFile' | 'supportFiles' | 'dropSupportFile'
>

const fileAt = async (
  em: Statements,
  marks: KnownMarks,
  { fundId, code }: Pick<SealedFile, 'fundId' | 'code'>,
): Promise<SealedFile | undefined> => {
  const query = tables(em).selectFrom('support_file').selectAll().where('fund_id', '=', fundId)
  const found = await query.where('code', '=', code).executeTakeFirst()
  return ownRow<SealedFile>(marks, 'support_file', found)
}

const files = ({ read, transaction, marks }: MarkedRuns): Files => ({
  keepSupportFile: (file) =>
    transaction(file.fundId, (em) => putMarked(em, marks, 'support_file', [toColumns(file)])),
  resealSupportFile: (fundId, { code, seen, sealed }) =>
    transaction(fundId, async (em) => {
      const found = await fileAt(em, marks, { fundId, code })
      if (found?.sealed !== seen) return 'stale' as const
      await putMarked(em, marks, 'support_file', [toColumns({ ...found, sealed })])
      return 'kept' as const
    }),
  supportFile: (fundId, code) => read(fundId, (em) => fileAt(em, marks, { fundId, code })),
  supportFiles: (fundId) =>
    read(fundId, async (em) => {
      const query = tables(em).selectFrom('support_file').selectAll().where('fund_id', '=', fundId)
      return ownRows<SealedFile>(marks, 'support_file', await query.orderBy('code').execute())
    }),
  dropSupportFile: (fundId, code) =>
    transaction(fundId, (em) =>
      dropMarked(em, marks, { table: 'support_file', scope: fundId, where: { code } }),
    ),
})

/** Who holds them. One into which another program wrote holds all the same, as a lock stays shut: nobody gets twice by it. */
const holders = async (
  em: Statements,
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

const claimsOf = ({ read, transaction, marks }: MarkedRuns): Claims => ({
  takeClaims: (networkId, { holder, claims, day }) =>
    transaction(networkId, async (em) => {
      const names = claims.map(({ claim }) => claim)
      const held = await holders(em, networkId, { claims: names, day })
      if (held.some((one) => one !== holder)) return 'held' as const
      const rows = claims.map((one) => toColumns({ ...one, networkId, holder }))
      await putMarked(em, marks, 'support_claim', rows)
      return 'taken' as const
    }),
  claimHolders: (networkId, claims, day) =>
    read(networkId, (em) => holders(em, networkId, { claims, day })),
  dropClaims: (networkId, holder) =>
    transaction(networkId, (em) =>
      dropMarked(em, marks, { table: 'support_claim', scope: networkId, where: { holder } }),
    ),
})

/** What stands beside the journal about grants, in any of the databases. */
export const supportFiles = (runs: MarkedRuns): SupportFiles => ({
  ...files(runs),
  ...claimsOf(runs),
})
