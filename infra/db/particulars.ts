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
  ownCells,
  ownRow,
  ownRows,
  putMarked,
  withoutMark,
} from '#infra/db/marked.ts'
import { type Statements, type Runs, fromColumns, tables, toColumns } from '#infra/db/tables.ts'

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
      return found
        .filter((row) => ownCells(marks, 'member_photo', row) !== undefined)
        .map(({ member_id: memberId, digest }) => ({ memberId, digest }))
    }),
})

type Family = Pick<
  Particulars,
  'keepNominees' | 'nominees' | 'keepKinships' | 'dropKinship' | 'kinships'
>

const nomineesOf = (scope: string, memberId: string) => ({
  table: 'nominee' as const,
  scope,
  where: { member_id: memberId },
})

/** As the program has one: whose mark it is, the audit looks at. What somebody said of kin holds until it is looked into. */
const unmarked = <Row extends object>(found: object): Row =>
  fromColumns<Row>(withoutMark(found) as never)

const family = ({ read, transaction, marks }: MarkedRuns): Family => ({
  keepNominees: (fundId, memberId, nominees) =>
    transaction(fundId, async (em) => {
      await dropMarked(em, marks, nomineesOf(fundId, memberId))
      const rows = nominees.map((one) => toColumns({ ...one, fundId, memberId }))
      await putMarked(em, marks, 'nominee', rows)
    }),
  nominees: (fundId) =>
    read(fundId, async (em) => {
      const query = tables(em).selectFrom('nominee').selectAll().where('fund_id', '=', fundId)
      const found = await query.orderBy('member_id').orderBy('place').execute()
      return found.map((row) => unmarked<Nominee>(row))
    }),
  keepKinships: (fundId, kept) =>
    transaction(fundId, (em) =>
      putMarked(
        em,
        marks,
        'kinship',
        kept.map((one) => toColumns({ ...one, fundId })),
      ),
    ),
  dropKinship: ({ fundId, firstId, secondId, relation }) =>
    transaction(fundId, (em) =>
      dropMarked(em, marks, {
        table: 'kinship',
        scope: fundId,
        where: { first_id: firstId, second_id: secondId, relation },
      }),
    ),
  kinships: (fundId) =>
    read(fundId, async (em) => {
      const query = tables(em).selectFrom('kinship').selectAll().where('fund_id', '=', fundId)
      const found = await query
        .orderBy('first_id')
        .orderBy('second_id')
        .orderBy('relation')
        .execute()
      return found.map((row) => unmarked<KinDeclared>(row))
    }),
})

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
  nominees: (em, fundId, memberId, marks) => dropMarked(em, marks, nomineesOf(fundId, memberId)),
  kin: async (em, fundId, memberId, marks) => {
    for (const side of ['first_id', 'second_id'] as const)
      await dropMarked(em, marks, {
        table: 'kinship',
        scope: fundId,
        where: { [side]: memberId },
      })
  },
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
