import { expect, test } from 'vitest'
import { aboutLeft } from '#domain/phone/sealing.ts'
import type { Command } from '#domain/village.ts'
import { fundBookOf } from '#src/pwa/book.ts'
import type { Taken } from '#src/pwa/host.ts'
import { leftBy } from '#src/pwa/left.ts'
import { idOf, noChanges, officer, sealedRows } from '#test/contract/village-life.ts'
import {
  deposit,
  foundedVillage,
  fundId,
  phoneNeeds,
  syncedPhone,
  written,
} from '#test/pwa/village-with-phones.ts'

/* A phone on which more than one thing waits, comes or is kept. */

test('of two that wait each is told by itself what it breaks, and both stand where the book is read on', async () => {
  const { service } = await foundedVillage()
  const phone = await syncedPhone(phoneNeeds(service))
  const fine = (n: number, amount: number): Command =>
    ({ ...deposit(n, amount), type: 'RecordFine' }) as Command
  const beyond = fine(51, 2_000)
  await phone.write(written(fine(50, 1_000)))
  expect(phone.flagsOf(beyond)).toEqual(['more-than-the-charter-asks'])
  expect(phone.flagsOf(fine(52, 1_000))).toEqual([])
  await phone.write(written(beyond))
  const { last } = phone.shown().sealed
  const idsAfter = async (seq: number, limit: number) =>
    (await phone.rows.read(fundId, seq, limit)).map(({ id }) => id)
  expect(await idsAfter(last!.seq - 1, 9)).toEqual([last!.id, idOf(50), idOf(51)])
  expect(await idsAfter(last!.seq + 1, 9)).toEqual([idOf(51)])
  expect(await idsAfter(last!.seq - 1, 2)).toEqual([last!.id, idOf(50)])
  const found = await phone.rows.find(fundId, [last!.id, idOf(51)])
  expect(found.map(({ id }) => id)).toEqual([last!.id, idOf(51)])
})

test('an app that is too old for one entry takes in none that comes later, known or not', async () => {
  const village = await foundedVillage()
  const rows = await village.store.read(fundId, 0, 99)
  const [odd] = sealedRows([{ fundId, type: 'SomethingNew', id: idOf(80) }], rows.at(-1))
  await village.store.append(fundId, [odd!], noChanges)
  const older = await syncedPhone(phoneNeeds(village.service))
  const before = fundBookOf(older.shown().sealed)
  const other = await foundedVillage()
  await other.record(fundId, [deposit(50)], officer)
  const { type, data } = (await other.store.read(fundId, 0, 99)).at(-1)!
  const [known] = sealedRows([{ fundId, id: idOf(81), type, data }], odd)
  await village.store.append(fundId, [known!], noChanges)
  expect(await older.sync()).toBe('done')
  expect(older.shown().sealed).toMatchObject({ isBehind: true, last: { hash: known!.hash } })
  expect(fundBookOf(older.shown().sealed)).toEqual(before)
})

test('what waits of two funds is closed for each by itself', async () => {
  const sealed: unknown[] = []
  const taken = async () => ({ sealTo: 'a key' }) as Taken
  const close = leftBy(taken, async (key, { about, text }) => {
    sealed.push([key, about, JSON.parse(text)])
    return 'sealed'
  })
  const one = { command: deposit(50), madeAt: '' }
  for (const id of [fundId, 'another fund']) expect(await close(id, one)).toBe('sealed')
  expect(sealed).toEqual(
    [fundId, 'another fund'].map((id) => ['a key', aboutLeft(id), deposit(50)]),
  )
})
