import { sha256 } from '#infra/system/system.ts'
import type { MemoryStore } from '#infra/memory/store.ts'
import { pngDot } from '#test/support/photos.ts'
import type {
  KinDeclared,
  MemberName,
  MemberPhoto,
  Nominee,
} from '#domain/fund/people/particulars.ts'

const fundId = 'fund-a'

export const nameRow = (row: Partial<MemberName> = {}): MemberName => ({
  fundId,
  memberId: 'member-1',
  khmer: 'សុខ ដារ៉ា',
  latin: undefined,
  ...row,
})

export const photoRow = (row: Partial<MemberPhoto> = {}): MemberPhoto => ({
  fundId,
  memberId: 'member-1',
  mediaType: 'image/png',
  data: 'iVBORw0KGgo=',
  digest: 'digest-1',
  ...row,
})

export const nomineeRow = (row: Partial<Nominee> = {}): Nominee => ({
  fundId,
  memberId: 'member-1',
  place: 1,
  name: 'ចន្ទ',
  nomineeId: undefined,
  share: 'all',
  ...row,
})

export const kinRow = (row: Partial<KinDeclared> = {}): KinDeclared => ({
  fundId,
  firstId: 'member-1',
  secondId: 'member-2',
  relation: 'sibling',
  declaredAt: '2026-01-20T02:00:00.000Z',
  ...row,
})

/** Two members with names, one of them with a photo and an heir, and that they are kin. */
export const keepPeople = async (store: MemoryStore, fundId: string): Promise<void> => {
  await store.keepNames(fundId, [nameRow({}), nameRow({ memberId: 'member-2', latin: 'Keo Mom' })])
  const data = Buffer.from(pngDot).toString('base64')
  await store.keepPhoto(photoRow({ fundId, data, digest: sha256(data) }))
  await store.keepNominees(fundId, 'member-1', [nomineeRow({}), nomineeRow({ place: 2 })])
  await store.keepKinships(fundId, [kinRow({}), kinRow({ relation: 'same-household' })])
}
