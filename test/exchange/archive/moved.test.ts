import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import { exportArchive } from '#src/exchange/archive/export.ts'
import { nameRow } from '#test/contract/particulars-life.ts'
import { cardRow } from '#test/contract/people-life.ts'
import { founding, officer, recorderOn } from '#test/contract/village-life.ts'
import { archiveOf, linesIn, relined, resealed, takeIn } from '#test/support/archives.ts'
import { gathered } from '#test/support/gathered.ts'

const fundId = 'fund-a'

const foundedStore = async () => {
  const store = memoryStore()
  await recorderOn(store)(fundId, [founding(1)], officer)
  return store
}

test('a fund without its people takes its own words along, and not what befell a household', async () => {
  const store = await foundedStore()
  await store.keep(fundId, [
    { subject: 'fund:', text: 'the village by the ford' },
    { subject: 'relief:entry-1', text: 'a fire in one house' },
  ])
  const archive = await exportArchive({ store, hash: sha256, digest: sha256Digest }, fundId, {
    withoutPeople: true,
  })
  const copy = memoryStore()
  await takeIn(copy, Buffer.concat(await gathered(archive!.bytes)))
  expect([...(await copy.of(fundId))]).toEqual([['fund:', 'the village by the ford']])
})

test('a member who has a name in Latin letters alone has it after the fund has moved', async () => {
  const store = await foundedStore()
  const name = nameRow({ khmer: undefined, latin: 'Keo Mom' })
  await store.keepNames(fundId, [name])
  const copy = memoryStore()
  await takeIn(copy, await archiveOf(store, fundId))
  expect(await copy.names(fundId)).toEqual([name])
})

test('no card, no secret of a card and no member stands in an archive twice', async () => {
  const store = await foundedStore()
  await store.keepCard(cardRow({}))
  await store.keepCard(cardRow({ cardId: 'card-2', tokenHash: 'hash-of-card-2' }))
  await store.keepNames(fundId, [nameRow({}), nameRow({ memberId: 'member-2' })])
  // Header, entry, two cards, two persons.
  const lines = linesIn(await archiveOf(store, fundId)).slice(0, -1)
  const withLine = (at: number, changes: object) =>
    takeIn(
      memoryStore(),
      resealed(
        lines.map((line, i) =>
          i === at ? relined(line, (fields) => ({ ...fields, ...changes })) : line,
        ),
      ),
    )
  expect(await withLine(3, {})).toMatchObject({ entriesAdded: 1 })
  const refused = (line: number) => ({ problem: { code: 'out-of-order', line } })
  expect(await withLine(3, { cardId: 'card-1' })).toEqual(refused(4))
  expect(await withLine(3, { tokenHash: 'hash-of-card-1' })).toEqual(refused(4))
  expect(await withLine(5, { memberId: 'member-1' })).toEqual(refused(6))
})
