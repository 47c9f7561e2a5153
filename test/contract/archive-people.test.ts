import { expect, test } from 'vitest'
import { type MemoryStore, memoryStore } from '#infra/memory/store.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import { keepGoal } from '#src/app/household/goals.ts'
import { ask } from '#src/app/household/own-asks.ts'
import { keepSumsOut } from '#src/app/household/own-choices.ts'
import { exportArchive } from '#src/exchange/archive/export.ts'
import { keepPeople, nameRow } from '#test/contract/particulars-life.ts'
import { admission, founding, officer, recorderOn, shares } from '#test/contract/village-life.ts'
import { allOf, archiveOf, linesIn, relined, resealed, takeIn } from '#test/support/archives.ts'

const fundId = 'fund-a'

/** A small fund in which it is known who two of the members are. */
const knownFund = async (): Promise<MemoryStore> => {
  const store = memoryStore()
  await recorderOn(store)(fundId, [founding(1), admission(2, 1), shares(3, 1)], officer)
  await keepPeople(store, fundId)
  return store
}

test('whoever was erased where a later archive was made is erased in the older copy too', async () => {
  const store = await knownFund()
  const copy = memoryStore()
  await takeIn(copy, await archiveOf(store, fundId))
  await store.forget(fundId, 'member-1', ['name', 'photo', 'kin'])
  await store.forget(fundId, 'member-2', ['name'])
  await recorderOn(store)(fundId, [shares(5_000, 1)], officer)
  await takeIn(copy, await archiveOf(store, fundId))
  expect(await allOf(copy, fundId)).toStrictEqual(await allOf(store, fundId))
  expect(await copy.names(fundId)).toEqual([])
  expect(await copy.nominees(fundId)).toHaveLength(2)
})

test('of whom nothing is kept any more where a later archive was made, nothing is kept in the older copy', async () => {
  const store = await knownFund()
  const copy = memoryStore()
  await takeIn(copy, await archiveOf(store, fundId))
  const whole = await allOf(copy, fundId)
  for (const memberId of ['member-1', 'member-2'])
    await store.forget(fundId, memberId, ['name', 'photo', 'nominees', 'kin'])
  await recorderOn(store)(fundId, [shares(5_000, 1)], officer)
  await takeIn(copy, await archiveOf(store, fundId))
  expect(await allOf(copy, fundId)).toStrictEqual(await allOf(store, fundId))
  expect(await allOf(copy, fundId)).not.toStrictEqual(whole)
})

test('an archive without people says so, and leaves alone what is kept of them elsewhere', async () => {
  const store = await knownFund()
  const exported = async () => {
    const needs = { store, hash: sha256, digest: sha256Digest }
    const archive = (await exportArchive(needs, fundId, { withoutPeople: true }))!
    const bytes: Uint8Array[] = []
    for await (const piece of archive.bytes) bytes.push(piece)
    return Buffer.concat(bytes)
  }
  const whose = { fundId, memberId: 'member-1' }
  await keepGoal(store, whose, { kind: 'school', amount: 90_000 })
  await ask(store, whose, { part: 'name', wish: 'erase', on: '2026-01-05' })
  await keepSumsOut(store, whose, true)
  // What a family earns, sealed or of before, is no less its own than its names.
  await store.keep(fundId, [{ subject: 'means:loan-1:entry-1', text: 'earns and owes' }])
  const copy = memoryStore()
  const without = await exported()
  expect(linesIn(without)[0]).toContain('"without":"people"')
  for (const word of [
    'ដារ៉ា',
    'Keo Mom',
    'image/png',
    'sibling',
    'ចន្ទ',
    'school',
    'erase',
    'left-out',
    'earns and owes',
    'means:',
  ])
    expect(linesIn(without).join('\n')).not.toContain(word)
  expect(await takeIn(copy, without)).toMatchObject({ counts: { persons: 0, kin: 0 } })
  expect(await copy.names(fundId)).toEqual([])
  await copy.keepNames(fundId, [nameRow({ latin: 'typed here' })])
  await recorderOn(store)(fundId, [shares(5_000, 1)], officer)
  await takeIn(copy, await exported())
  expect(await copy.names(fundId)).toMatchObject([{ latin: 'typed here' }])
})

test('an archive of the first version, which knew nothing of people, is taken in as ever', async () => {
  const store = await knownFund()
  for (const memberId of ['member-1', 'member-2'])
    await store.forget(fundId, memberId, ['name', 'photo', 'nominees', 'kin'])
  const lines = linesIn(await archiveOf(store, fundId)).slice(0, -1)
  const first = relined(lines[0]!, ({ counts, ...header }) => {
    const { persons: _, kin: __, ...others } = counts as Record<string, number>
    return { ...header, v: 1, counts: others }
  })
  const copy = memoryStore()
  await copy.keepNames(fundId, [nameRow({})])
  const older = resealed([first, ...lines.slice(1)])
  expect(await takeIn(copy, older)).toMatchObject({ here: 'nothing', entriesAdded: 3 })
  expect(await copy.names(fundId)).toHaveLength(1)
})

const planted: readonly (readonly [string, string, (person: Record<string, unknown>) => object])[] =
  [
    [
      'a page for a photo',
      'person',
      (person) => ({
        ...person,
        photo: { mediaType: 'image/png', data: btoa('<script>1</script>') },
      }),
    ],
    [
      'a photo under another kind',
      'person',
      (person) => ({
        ...person,
        photo: { ...(person['photo'] as object), mediaType: 'image/jpeg' },
      }),
    ],
    [
      'a photo with words behind it',
      'person',
      (person) => {
        const photo = person['photo'] as { readonly data: string }
        return { ...person, photo: { ...photo, data: btoa(`${atob(photo.data)} and more`) } }
      },
    ],
    ['a name that is none', 'person', (person) => ({ ...person, latin: '<b>' })],
    [
      'a nominee without a name',
      'person',
      (person) => ({ ...person, nominees: [{ share: 'all' }] }),
    ],
    [
      'an unknown share',
      'person',
      (person) => ({
        ...person,
        nominees: [{ name: 'x', share: 'twice' }],
      }),
    ],
    ['an unknown relation', 'kin', (kin) => ({ ...kin, relation: 'friend' })],
    ['somebody who is her own kin', 'kin', (kin) => ({ ...kin, secondId: kin['firstId'] })],
    [
      'kin the other way round',
      'kin',
      (kin) => ({
        ...kin,
        firstId: kin['secondId'],
        secondId: kin['firstId'],
      }),
    ],
  ]

test.each(planted)('%s is no line of an archive, whoever sealed it', async (_, kind, change) => {
  const lines = linesIn(await archiveOf(await knownFund(), fundId)).slice(0, -1)
  const at = lines.findIndex((line) => line.includes(`"kind":"${kind}"`))
  const altered = lines.map((line, i) => (i === at ? relined(line, change) : line))
  expect(await takeIn(memoryStore(), resealed(altered))).toEqual({
    problem: { code: 'line-broken', line: at + 1 },
  })
})
