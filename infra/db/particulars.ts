import type {
  KinDeclared,
  MemberName,
  MemberPhoto,
  Nominee,
  ParticularPart,
  Particulars,
} from '#domain/fund/people/particulars.ts'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { type Runs, fromColumns, putRows, tables, toColumns, writeRows } from '#infra/db/tables.ts'

type Names = Pick<Particulars, 'keepNames' | 'names'>

const names = ({ read, transaction }: Runs): Names => ({
  keepNames: (fundId, kept) =>
    transaction(fundId, (em) =>
      putRows(
        em,
        'member_name',
        ['fund_id', 'member_id'],
        kept.map((name) => toColumns({ ...name, fundId })),
      ),
    ),
  names: (fundId) =>
    read(fundId, async (em) => {
      const query = tables(em).selectFrom('member_name').selectAll().where('fund_id', '=', fundId)
      const found = await query.orderBy('member_id').execute()
      return found.map((row) => fromColumns<MemberName>(row))
    }),
})

type Photos = Pick<Particulars, 'keepPhoto' | 'photo' | 'photographed'>

const photos = ({ read, transaction }: Runs): Photos => ({
  keepPhoto: (photo) =>
    transaction(photo.fundId, (em) =>
      putRows(em, 'member_photo', ['fund_id', 'member_id'], [toColumns(photo)]),
    ),
  photo: (fundId, memberId) =>
    read(fundId, async (em) => {
      const query = tables(em).selectFrom('member_photo').selectAll().where('fund_id', '=', fundId)
      const found = await query.where('member_id', '=', memberId).executeTakeFirst()
      return found && fromColumns<MemberPhoto>(found)
    }),
  photographed: (fundId) =>
    read(fundId, async (em) => {
      const found = await tables(em)
        .selectFrom('member_photo')
        .select(['member_id', 'digest'])
        .where('fund_id', '=', fundId)
        .orderBy('member_id')
        .execute()
      return found.map(({ member_id: memberId, digest }) => ({ memberId, digest }))
    }),
})

type Family = Pick<
  Particulars,
  'keepNominees' | 'nominees' | 'keepKinships' | 'dropKinship' | 'kinships'
>

const dropNominees = async (em: EntityManager, fundId: string, memberId: string): Promise<void> => {
  await tables(em)
    .deleteFrom('nominee')
    .where('fund_id', '=', fundId)
    .where('member_id', '=', memberId)
    .execute()
}

const family = ({ read, transaction }: Runs): Family => ({
  keepNominees: (fundId, memberId, nominees) =>
    transaction(fundId, async (em) => {
      await dropNominees(em, fundId, memberId)
      await writeRows(
        em,
        'nominee',
        nominees.map((one) => toColumns({ ...one, fundId, memberId })),
      )
    }),
  nominees: (fundId) =>
    read(fundId, async (em) => {
      const query = tables(em).selectFrom('nominee').selectAll().where('fund_id', '=', fundId)
      const found = await query.orderBy('member_id').orderBy('place').execute()
      return found.map((row) => fromColumns<Nominee>(row))
    }),
  keepKinships: (fundId, kept) =>
    transaction(fundId, (em) =>
      putRows(
        em,
        'kinship',
        ['fund_id', 'first_id', 'second_id', 'relation'],
        kept.map((one) => toColumns({ ...one, fundId })),
      ),
    ),
  dropKinship: ({ fundId, firstId, secondId, relation }) =>
    transaction(fundId, async (em) => {
      await tables(em)
        .deleteFrom('kinship')
        .where('fund_id', '=', fundId)
        .where('first_id', '=', firstId)
        .where('second_id', '=', secondId)
        .where('relation', '=', relation)
        .execute()
    }),
  kinships: (fundId) =>
    read(fundId, async (em) => {
      const query = tables(em).selectFrom('kinship').selectAll().where('fund_id', '=', fundId)
      const found = await query
        .orderBy('first_id')
        .orderBy('second_id')
        .orderBy('relation')
        .execute()
      return found.map((row) => fromColumns<KinDeclared>(row))
    }),
})

/** How each part of what is kept of a member is erased. */
const forgets: Readonly<
  Record<ParticularPart, (em: EntityManager, fundId: string, memberId: string) => Promise<void>>
> = {
  name: async (em, fundId, memberId) => {
    await tables(em)
      .deleteFrom('member_name')
      .where('fund_id', '=', fundId)
      .where('member_id', '=', memberId)
      .execute()
  },
  photo: async (em, fundId, memberId) => {
    await tables(em)
      .deleteFrom('member_photo')
      .where('fund_id', '=', fundId)
      .where('member_id', '=', memberId)
      .execute()
  },
  nominees: dropNominees,
  kin: async (em, fundId, memberId) => {
    for (const side of ['first_id', 'second_id'] as const)
      await tables(em)
        .deleteFrom('kinship')
        .where('fund_id', '=', fundId)
        .where(side, '=', memberId)
        .execute()
  },
}

const erasing = ({ transaction }: Runs): Pick<Particulars, 'forget'> => ({
  forget: (fundId, memberId, parts) =>
    transaction(fundId, async (em) => {
      for (const part of parts) await forgets[part](em, fundId, memberId)
    }),
})

export const particulars = (runs: Runs): Particulars => ({
  ...names(runs),
  ...photos(runs),
  ...family(runs),
  ...erasing(runs),
})
