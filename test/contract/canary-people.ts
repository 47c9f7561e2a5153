/* People of whom everything that is kept is a canary: it must stand in no byte of what a thief carries away. */

import { sha256 } from '#infra/system/system.ts'
import type { Store } from '#infra/db/store.ts'
import { nameRow, photoRow } from '#test/contract/particulars-life.ts'
import { network, userRow } from '#test/contract/people-life.ts'
import { noChanges, sealedRows } from '#test/contract/village-life.ts'

export const fund = 'fund-a'
export const login = 'Canary 0127778889'
export const loginKey = 'canary0127778889'
const photo = 'Q0FOQVJZ'.repeat(600)

export const canaries = {
  khmer: 'ចន្ទាកាណារី',
  latin: 'Canary Chantha',
  nominee: 'Nominee Sreymom',
  relation: 'in-law',
  note: 'a buffalo of Canary Chantha',
  login,
  loginKey,
  photo: photo.slice(0, 40),
  /** By which one photo is told from another. */
  digest: sha256(photo),
} as const

export const kin = {
  fundId: fund,
  firstId: 'member-1',
  secondId: 'member-2',
  relation: canaries.relation,
  declaredAt: '2026-01-20T02:00:00.000Z',
} as const

type Books = Omit<Store, 'close'>

/** A book, and beside it people in every table that names them. */
export const keepCanaries = async (store: Books): Promise<void> => {
  await store.networks.append(network, sealedRows([{ fundId: network }]), noChanges)
  await store.append(fund, sealedRows([{ fundId: fund }]), noChanges)
  const { khmer, latin } = canaries
  await store.keepNames(fund, [
    nameRow({ khmer, latin }),
    nameRow({ memberId: 'member-2', khmer: `${khmer} ទីពីរ`, latin: undefined }),
  ])
  await store.keepPhoto(photoRow({ data: photo, digest: canaries.digest }))
  const own = { fundId: fund, memberId: 'member-1' }
  await store.keepNominees(fund, 'member-1', [
    { ...own, place: 1, name: canaries.nominee, nomineeId: undefined, share: 'half' },
    { ...own, place: 2, name: undefined, nomineeId: 'member-2', share: 'the-rest' },
  ])
  await store.keepKinships(fund, [kin, { ...kin, relation: 'same-household' }])
  await store.keep(fund, [
    { subject: 'fund', text: 'Our fund' },
    { subject: 'loan:loan-1', text: canaries.note },
  ])
  await store.keepUser(userRow({ login, loginKey }))
}

/** Everything that is read of them. */
export const readCanaries = async (store: Books) => ({
  names: await store.names(fund),
  photo: await store.photo(fund, 'member-1'),
  photographed: await store.photographed(fund),
  nominees: await store.nominees(fund),
  kinships: await store.kinships(fund),
  notes: await store.of(fund),
  note: await store.noteOf(fund, 'loan:loan-1'),
  users: await store.users(network),
  user: await store.user(network, 'user-1'),
  byLogin: await store.userByLogin(network, loginKey),
})

/** Which of them stand in some bytes. */
export const canariesIn = (bytes: Buffer): readonly string[] =>
  Object.entries(canaries)
    .filter(([, text]) => bytes.includes(Buffer.from(text)))
    .map(([name]) => name)

export const allCanaries: readonly string[] = Object.keys(canaries)
