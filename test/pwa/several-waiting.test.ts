import { afterEach, expect, test, vi } from 'vitest'
import { unsent } from '#domain/phone/outbox.ts'
import type { Command } from '#domain/village.ts'
import { fundBookOf } from '#src/pwa/book.ts'
import { serviceOverHttp } from '#src/pwa/http-service.ts'
import { meetingLineOf, turnOnPhone } from '#src/pwa/meeting.ts'
import { type Service, ServiceFault } from '#src/pwa/service.ts'
import { idOf, memberId } from '#test/contract/village-life.ts'
import { foundedVillage, fundId, phoneNeeds, syncedPhone } from '#test/pwa/village-with-phones.ts'

/* More than one thing was written on a phone before there was a network. */

afterEach(() => vi.unstubAllGlobals())

const on = '2026-06-20'
const deposit = (n: number, member = 1): Command => ({
  type: 'RecordDeposit',
  id: idOf(n),
  v: 1,
  effectiveOn: on,
  memberId: memberId(member),
  amount: 5_000,
})
const fine = (n: number, amount: number): Command => ({
  type: 'RecordFine',
  id: idOf(n),
  v: 1,
  effectiveOn: on,
  memberId: memberId(1),
  amount,
})
const written = (...commands: readonly Command[]) => commands.map((command) => ({ command }))

const withoutNetwork = async () => {
  const village = await foundedVillage()
  const phone = await syncedPhone(phoneNeeds(village.service))
  return { village, phone }
}

test('of more than two hundred that wait each is recorded once', async () => {
  const village = await foundedVillage()
  const sizes: number[] = []
  const service: Service = {
    ...village.service,
    send: (fund, some) => {
      sizes.push(some.length)
      return village.service.send(fund, some)
    },
  }
  const phone = await syncedPhone(phoneNeeds(service))
  const all = Array.from({ length: 230 }, (_, i) => deposit(1_000 + i, 1 + (i % 4)))
  await phone.write(written(...all))
  expect(await phone.sync()).toBe('done')
  expect(sizes).toEqual([100, 100, 30])
  expect(unsent(phone.shown().kept)).toEqual([])
  expect(
    (
      await village.store.find(
        fundId,
        all.map(({ id }) => id),
      )
    ).length,
  ).toBe(230)
})

test('where the service finds them too many at once they go by halves, and each is recorded', async () => {
  const village = await foundedVillage()
  const sizes: number[] = []
  const service: Service = {
    ...village.service,
    send: async (fund, some) => {
      if (some.length > 1) throw new ServiceFault('too-large')
      sizes.push(some.length)
      return village.service.send(fund, some)
    },
  }
  const phone = await syncedPhone(phoneNeeds(service))
  await phone.write(written(deposit(50), deposit(51, 2), deposit(52, 3)))
  expect(await phone.sync()).toBe('done')
  expect(sizes).toEqual([1, 1, 1])
  expect(unsent(phone.shown().kept)).toEqual([])
})

test('of two that are written together neither is kept where this phone refuses one of them', async () => {
  const { phone } = await withoutNetwork()
  const odd = { ...deposit(51), memberId: 'nobody' }
  expect(await phone.write(written(deposit(50), odd))).toMatchObject([{ id: idOf(51) }])
  expect([phone.shown().kept, phone.shown().own]).toEqual([[], []])
})

test('which rules something breaks is told of that alone, whatever waits before it', async () => {
  const { phone } = await withoutNetwork()
  const flags = ['more-than-the-charter-asks']
  expect(phone.flagsOf(fine(60, 9_000))).toEqual(flags)
  await phone.write(written(deposit(50)))
  expect(phone.flagsOf(fine(60, 9_000))).toEqual(flags)
  await phone.write(written(fine(60, 9_000)))
  expect(phone.flagsOf(deposit(61))).toEqual([])
})

test('rows that wait are read on from any of them, and each is found', async () => {
  const { phone } = await withoutNetwork()
  await phone.write(written(deposit(50), deposit(51, 2), deposit(52, 3)))
  const { seq } = phone.shown().sealed.last!
  const read = async (after: number, limit: number) =>
    (await phone.rows.read(fundId, after, limit)).map(({ seq: one }) => one - seq)
  expect(await read(seq - 1, 3)).toEqual([0, 1, 2])
  expect(await read(seq + 1, 9)).toEqual([2, 3])
  expect(await read(seq + 3, 9)).toEqual([])
  const ids = [idOf(2), idOf(50), idOf(52)]
  expect((await phone.rows.find(fundId, ids)).map(({ id }) => id)).toEqual(ids)
})

test('who was at the table already is expected with no more shares, and the others with theirs', async () => {
  const { phone } = await withoutNetwork()
  await phone.write(written(deposit(50, 1), deposit(51, 2), deposit(52, 2)))
  const line = (await meetingLineOf(phone, { fundId, on }))!
  expect([...line.brought]).toEqual([
    [memberId(1), 5_000],
    [memberId(2), 10_000],
  ])
  const expected = [1, 2, 3].map((one) => turnOnPhone(line, memberId(one))!.usual.shares)
  expect(expected).toEqual([0, 0, 1])
  expect(fundBookOf(phone.shown().book)).toBeDefined()
})

test('each of several that were sent is told its own answer', async () => {
  const answers = [
    { outcome: 'recorded', seq: 7, flags: [] },
    { outcome: 'refused', code: 'loan-closed' },
  ]
  vi.stubGlobal('fetch', async () => Response.json({ answers }))
  const service = serviceOverHttp(async () => ({ key: 'a', signature: 'b' }))
  const some = [deposit(50), deposit(51)].map((command) => ({ command })) as never
  expect(await service.send(fundId, some)).toEqual([
    { id: idOf(50), outcome: 'recorded', seq: 7, flags: [] },
    { id: idOf(51), outcome: 'refused', code: 'loan-closed' },
  ])
})
