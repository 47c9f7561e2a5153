import type {
  KinDeclared,
  MemberName,
  MemberPhoto,
  Nominee,
  ParticularPart,
  Particulars,
} from '#domain/fund/people/particulars.ts'
import {
  type KnownMarks,
  dropMarked,
  openedRows,
  ownRow,
  ownRows,
  putMarked,
} from '#infra/db/marked.ts'
import type { Cells } from '#infra/db/marked-tables.ts'
import { keysOf } from '#infra/db/sealed-cells.ts'
import { type Statements, type Runs, tables, toColumns } from '#infra/db/tables.ts'

type MarkedRuns = Runs & { readonly marks: KnownMarks }

type Names = Pick<Particulars, 'keepNames' | 'names'>

const names = ({ read, transaction, marks }: MarkedRuns): Names => ({
  keepNames: (fundId, kept) =>
    transaction(fundId, (em) =>
      putMarked(
        em,
        marks,
        'member_name',
        kept.map((name) => toColumns({ ...name, fundId })),
      ),
    ),
  names: (fundId) =>
    read(fundId, async (em) => {
      const query = tables(em).selectFrom('member_name').selectAll().where('fund_id', '=', fundId)
      return ownRows<MemberName>(marks, 'member_name', await query.orderBy('member_id').execute())
    }),
})

type Photos = Pick<Particulars, 'keepPhoto' | 'photo' | 'photographed'>

const photos = ({ read, transaction, marks }: MarkedRuns): Photos => ({
  keepPhoto: (photo) =>
    transaction(photo.fundId, (em) => putMarked(em, marks, 'member_photo', [toColumns(photo)])),
  photo: (fundId, memberId) =>
    read(fundId, async (em) => {
      const query = tables(em).selectFrom('member_photo').selectAll().where('fund_id', '=', fundId)
      const found = await query.where('member_id', '=', memberId).executeTakeFirst()
      return ownRow<MemberPhoto>(marks, 'member_photo', found)
    }),
  photographed: (fundId) =>
    read(fundId, async (em) => {
      const found = await tables(em)
        .selectFrom('member_photo')
        .select(['fund_id', 'member_id', 'media_type', 'digest', 'mark'])
        .where('fund_id', '=', fundId)
        .orderBy('member_id')
        .execute()
      const own = ownRows<Omit<MemberPhoto, 'data'>>(marks, 'member_photo', found)
      return own.map(({ memberId, digest }) => ({ memberId, digest }))
    }),
})

type Family = Pick<
  Particulars,
  'keepNominees' | 'nominees' | 'keepKinships' | 'dropKinship' | 'kinships'
>

/** Drops a row under each of the keys that it may stand under. */
const dropFound = async (
  em: Statements,
  marks: KnownMarks,
  {
    table,
    cells,
    keys = keysOf(marks, table, cells),
  }: {
    readonly table: 'nominee' | 'kinship'
    readonly cells: Cells
    readonly keys?: readonly Cells[]
  },
): Promise<void> => {
  for (const where of keys)
    await dropMarked(em, marks, { table, scope: `${cells['fund_id']}`, where })
}

const dropNominees = (
  em: Statements,
  marks: KnownMarks,
  { fundId, memberId }: Pick<Nominee, 'fundId' | 'memberId'>,
): Promise<void> =>
  dropFound(em, marks, { table: 'nominee', cells: { fund_id: fundId, member_id: memberId } })

const keyOfKin = ({ fundId, firstId, secondId, relation }: Omit<KinDeclared, 'declaredAt'>) => ({
  fund_id: fundId,
  first_id: firstId,
  second_id: secondId,
  relation,
})

const kinRows = (em: Statements, fundId: string) =>
  tables(em).selectFrom('kinship').selectAll().where('fund_id', '=', fundId).execute()

/** In the order of some texts of each: what a row is found by in the table says nothing of it. */
const inOrder = <Row>(rows: readonly Row[], textOf: (row: Row) => readonly string[]): Row[] =>
  rows.toSorted((one, other) => {
    const [ours, theirs] = [textOf(one), textOf(other)]
    const at = ours.findIndex((text, i) => text !== theirs[i])
    return at < 0 ? 0 : ours[at]! < theirs[at]! ? -1 : 1
  })

// Rows as they are found, too: whose mark it is, the audit looks at. What somebody said of kin holds until it is looked into.
const family = ({ read, transaction, marks }: MarkedRuns): Family => ({
  keepNominees: (fundId, memberId, nominees) =>
    transaction(fundId, async (em) => {
      await dropNominees(em, marks, { fundId, memberId })
      const rows = nominees.map((one) => toColumns({ ...one, fundId, memberId }))
      await putMarked(em, marks, 'nominee', rows)
    }),
  nominees: (fundId) =>
    read(fundId, async (em) => {
      const query = tables(em).selectFrom('nominee').selectAll().where('fund_id', '=', fundId)
      const found = openedRows<Nominee>(marks, 'nominee', await query.orderBy('place').execute())
      return inOrder(found, ({ memberId }) => [memberId])
    }),
  keepKinships: (fundId, kept) =>
    transaction(fundId, async (em) => {
      for (const one of marks ? kept : []) {
        const cells = keyOfKin({ ...one, fundId })
        const [, ...keys] = keysOf(marks, 'kinship', cells)
        await dropFound(em, marks, { table: 'kinship', cells, keys })
      }
      const rows = kept.map((one) => toColumns({ ...one, fundId }))
      await putMarked(em, marks, 'kinship', rows)
    }),
  dropKinship: (kinship) =>
    transaction(kinship.fundId, (em) =>
      dropFound(em, marks, { table: 'kinship', cells: keyOfKin(kinship) }),
    ),
  kinships: (fundId) =>
    read(fundId, async (em) => {
      const found = openedRows<KinDeclared>(marks, 'kinship', await kinRows(em, fundId))
      return inOrder(found, ({ firstId, secondId, relation }) => [firstId, secondId, relation])
    }),
})

/** Kin in both directions: a sealed row says of whom it is only when it is opened. */
const forgetKin = async (
  em: Statements,
  marks: KnownMarks,
  { fundId, memberId }: Pick<Nominee, 'fundId' | 'memberId'>,
): Promise<void> => {
  const all = openedRows<KinDeclared>(marks, 'kinship', await kinRows(em, fundId))
  for (const kin of all.filter((one) => [one.firstId, one.secondId].includes(memberId)))
    await dropFound(em, marks, { table: 'kinship', cells: keyOfKin(kin) })
}

/** How each part of what is kept of a member is erased. */
const forgets: Readonly<
  Record<
    ParticularPart,
    (em: Statements, fundId: string, memberId: string, marks: KnownMarks) => Promise<void>
  >
> = {
  name: (em, fundId, memberId, marks) =>
    dropMarked(em, marks, {
      table: 'member_name',
      scope: fundId,
      where: { member_id: memberId },
    }),
  photo: (em, fundId, memberId, marks) =>
    dropMarked(em, marks, {
      table: 'member_photo',
      scope: fundId,
      where: { member_id: memberId },
    }),
  nominees: (em, fundId, memberId, marks) => dropNominees(em, marks, { fundId, memberId }),
  kin: (em, fundId, memberId, marks) => forgetKin(em, marks, { fundId, memberId }),
}

const erasing = ({ transaction, marks }: MarkedRuns): Pick<Particulars, 'forget'> => ({
  forget: (fundId, memberId, parts) =>
    transaction(fundId, async (em) => {
      for (const part of parts) await forgets[part](em, fundId, memberId, marks)
    }),
})

export const particulars = (runs: MarkedRuns): Particulars => ({
  ...names(runs),
  ...photos(runs),
  ...family(runs),
  ...erasing(runs),
})
