import { expect, test } from 'vitest'
import { NoRoom, toRead, unsent } from '#domain/phone/outbox.ts'
import { memoryOutbox } from '#infra/memory/outbox.ts'
import { memoryStore } from '#infra/memory/store.ts'
import type { Command } from '#domain/village.ts'
import { fundBookOf } from '#src/pwa/book.ts'
import { phoneOf } from '#src/pwa/phone.ts'
import { type Service, ServiceFault } from '#src/pwa/service.ts'
import { idOf, noChanges, sealedRows } from '#test/contract/village-life.ts'
import {
  deposit,
  foundedVillage,
  fundId,
  phoneNeeds,
  syncedPhone,
  written,
} from '#test/pwa/village-with-phones.ts'

/** A service behind a network that can be cut. */
const cuttable = (service: Service) => {
  const net = { isCut: false, losesAnswers: false, sent: 0 }
  const through: Service = {
    rowsAfter: async (...asked) => {
      if (net.isCut) throw new ServiceFault('unreachable')
      return service.rowsAfter(...asked)
    },
    send: async (...asked) => {
      if (net.isCut) throw new ServiceFault('unreachable')
      net.sent += asked[1].length
      const told = await service.send(...asked)
      if (net.losesAnswers) throw new ServiceFault('unreachable')
      return told
    },
  }
  return { net, service: through }
}

test('what is written without a network is seen at once, and stands in the book with the same sums once there is one', async () => {
  const village = await foundedVillage()
  const { net, service } = cuttable(village.service)
  const phone = await syncedPhone(phoneNeeds(service))
  net.isCut = true
  expect(await phone.write(written(deposit(50), deposit(51, 7_000, 2)))).toEqual([])
  expect(await phone.sync()).toBe('unreachable')
  const seen = fundBookOf(phone.shown().book)!.balances
  expect(
    seen.some(
      ({ account, amount }) => account === 'liability:savings:member-2' && amount === -7_000,
    ),
  ).toBe(true)
  expect((await village.store.find(fundId, [idOf(50)])).length).toBe(0)
  net.isCut = false
  expect(await phone.sync()).toBe('done')
  expect(unsent(phone.shown().kept)).toEqual([])
  expect(phone.shown().own).toEqual([])
  expect(phone.shown().sealed.last).toEqual((await village.store.read(fundId, 0, 99)).at(-1))
  expect(fundBookOf(phone.shown().book)!.balances.toSorted(byText)).toEqual(
    (await village.store.balances(fundId)).toSorted(byText),
  )
  expect(seen.toSorted(byText)).toEqual(fundBookOf(phone.shown().book)!.balances.toSorted(byText))
})

const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

test('an answer that was lost is asked for again, and nothing is recorded twice', async () => {
  const village = await foundedVillage()
  const { net, service } = cuttable(village.service)
  const phone = await syncedPhone(phoneNeeds(service))
  await phone.write(written(deposit(50)))
  net.losesAnswers = true
  expect(await phone.sync()).toBe('unreachable')
  expect(phone.shown().kept.map(({ told }) => told)).toEqual([undefined])
  net.losesAnswers = false
  expect(await phone.sync()).toBe('done')
  expect(phone.shown().kept.map(({ told }) => told?.outcome)).toEqual(['recorded'])
  expect(
    (await village.store.read(fundId, 0, 99)).filter(({ id }) => id === idOf(50)),
  ).toHaveLength(1)
})

test('what was accepted is seen as money until its line comes, and after the app is started again', async () => {
  const village = await foundedVillage()
  const net = { isCut: false }
  const service: Service = {
    rowsAfter: async (...asked) => {
      if (net.isCut) throw new ServiceFault('unreachable')
      return village.service.rowsAfter(...asked)
    },
    send: async (...asked) => {
      const told = await village.service.send(...asked)
      net.isCut = true
      return told
    },
  }
  const needs = phoneNeeds(service)
  const phone = await syncedPhone(needs)
  await phone.write(written(deposit(50)))
  const seen = fundBookOf(phone.shown().book)!.balances
  expect(await phone.sync()).toBe('unreachable')
  expect(phone.shown().kept.map(({ told }) => told?.outcome)).toEqual(['recorded'])
  expect(phone.shown().sealed.last).not.toEqual((await village.store.read(fundId, 0, 99)).at(-1))
  for (const one of [phone, await phoneOf(needs)]) {
    expect(one.shown().own).toHaveLength(1)
    expect(fundBookOf(one.shown().book)!.balances.toSorted(byText)).toEqual(seen.toSorted(byText))
  }
  net.isCut = false
  expect(await phone.sync()).toBe('done')
  expect(phone.shown().own).toEqual([])
})

test('an item that the service refuses stays to be read, is never sent again, and blocks no other', async () => {
  const village = await foundedVillage()
  const { net, service } = cuttable(village.service)
  const phone = await syncedPhone(phoneNeeds(service))
  const request: Command = {
    type: 'RequestWithdrawal',
    id: idOf(60),
    v: 1,
    effectiveOn: '2026-06-20',
    memberId: 'member-1',
    amount: 900_000,
  } as Command
  await phone.write(written(deposit(50), request, deposit(51)))
  expect(await phone.sync()).toBe('done')
  const { kept } = phone.shown()
  expect(kept.map(({ told }) => told?.outcome)).toEqual(['recorded', 'refused', 'recorded'])
  expect(toRead(kept).map(({ command }) => command.id)).toEqual([idOf(60)])
  const { sent } = net
  await phone.sync()
  expect(net.sent).toBe(sent)
  await phone.see(idOf(60))
  expect(toRead(phone.shown().kept)).toEqual([])
  expect(phone.shown().kept).toHaveLength(3)
})

test('what a service says of something that it was not asked is not believed', async () => {
  const village = await foundedVillage()
  const service: Service = {
    ...village.service,
    send: async (...asked) => [
      ...(await village.service.send(...asked)),
      { id: idOf(50), outcome: 'refused', code: 'never-asked' },
    ],
  }
  const needs = phoneNeeds(village.service)
  const phone = await syncedPhone(needs)
  await phone.write(written(deposit(50)))
  expect(await phone.sync()).toBe('done')
  const later = await phoneOf({ ...needs, service })
  await later.write(written(deposit(51)))
  expect(await later.sync()).toBe('done')
  expect(later.shown().kept.map(({ told }) => told?.outcome)).toEqual(['recorded', 'recorded'])
})

test('one item that nobody can read is found by halves and blocks no other', async () => {
  const village = await foundedVillage()
  const odd = idOf(55)
  const service: Service = {
    ...village.service,
    send: async (fund, some) => {
      if (some.some(({ command }) => command.id === odd)) throw new ServiceFault('unreadable')
      return village.service.send(fund, some)
    },
  }
  const phone = await syncedPhone(phoneNeeds(service))
  await phone.write(written(...Array.from({ length: 10 }, (_, n) => deposit(50 + n))))
  expect(await phone.sync()).toBe('done')
  expect(phone.shown().kept.map(({ told }) => told?.outcome === 'recorded')).toEqual(
    Array.from({ length: 10 }, (_, n) => n !== 5),
  )
})

test('a phone that is started again has all that was written, in its order', async () => {
  const village = await foundedVillage()
  const { net, service } = cuttable(village.service)
  const needs = phoneNeeds(service)
  const phone = await syncedPhone(needs)
  net.isCut = true
  await phone.write(written(deposit(50)))
  await phone.write(written(deposit(51, 7_000, 2)))
  const again = await phoneOf(needs)
  expect(again.shown().kept.map(({ command }) => command.id)).toEqual([idOf(50), idOf(51)])
  expect(fundBookOf(again.shown().book)!.balances).toEqual(fundBookOf(phone.shown().book)!.balances)
})

test('a phone that is full writes nothing down and says so, and what was there stays', async () => {
  const village = await foundedVillage()
  const outbox = memoryOutbox()
  const state = { isFull: false }
  const full = {
    ...outbox,
    add: async (...asked: Parameters<typeof outbox.add>) => {
      if (state.isFull) throw new NoRoom()
      return outbox.add(...asked)
    },
  }
  const phone = await syncedPhone(phoneNeeds(village.service, { outbox: full }))
  await phone.write(written(deposit(50)))
  state.isFull = true
  const before = phone.shown()
  await expect(phone.write(written(deposit(51)))).rejects.toThrow(NoRoom)
  expect(phone.shown()).toEqual(before)
  state.isFull = false
  expect(await phone.write(written(deposit(51)))).toEqual([])
})

test('rows that do not fit their hash are not taken in, and the phone goes on with what it had', async () => {
  const village = await foundedVillage()
  const phone = await syncedPhone(phoneNeeds(village.service))
  await village.record(fundId, [deposit(70)], { actor: 'officer-1', device: 'device-1' })
  const needs = phoneNeeds({
    ...village.service,
    rowsAfter: async (fund, seq) =>
      (await village.service.rowsAfter(fund, seq)).map((row) => ({
        ...row,
        data: row.data.replace('5000', '6000'),
      })),
  })
  const other = await syncedPhone(needs)
  expect(other.shown().sealed.last?.seq).toBeUndefined()
  expect(await other.sync()).toBe('odd-rows')
  expect(await phone.sync()).toBe('done')
})

test('a service that was put back to an older state is noticed, and nothing is dropped', async () => {
  const village = await foundedVillage()
  const needs = phoneNeeds(village.service)
  const phone = await syncedPhone(needs)
  await phone.write(written(deposit(50)))
  const older = memoryStore()
  await older.append(fundId, sealedRows([{ fundId }]), noChanges)
  const state = { isOlder: true }
  const service: Service = {
    ...village.service,
    rowsAfter: (fund, seq) =>
      state.isOlder ? older.read(fund, seq, 50) : village.service.rowsAfter(fund, seq),
  }
  const again = await phoneOf({ ...needs, service })
  expect(await again.sync()).toBe('another-book')
  expect(unsent(again.shown().kept)).toHaveLength(1)
  state.isOlder = false
  expect(await again.sync()).toBe('done')
})

test('of two phones at one meeting both have all that was written, whoever came first', async () => {
  const village = await foundedVillage()
  const one = await syncedPhone(phoneNeeds(village.service))
  const two = await syncedPhone(
    phoneNeeds(village.service, { by: { actor: 'officer-3', device: 'phone-2' } }),
  )
  await one.write(written(deposit(50)))
  await two.write(written(deposit(51, 7_000, 2)))
  await two.sync()
  await one.sync()
  await two.sync()
  expect(one.shown().sealed.last).toEqual(two.shown().sealed.last)
  expect(fundBookOf(one.shown().book)).toEqual(fundBookOf(two.shown().book))
})

test('an app that is too old for an entry shows the last book it knows, decides nothing more, and hands in what is written', async () => {
  const village = await foundedVillage()
  const phone = await syncedPhone(phoneNeeds(village.service))
  const before = fundBookOf(phone.shown().book)!
  const rows = await village.store.read(fundId, 0, 99)
  const [odd] = sealedRows([{ fundId, type: 'SomethingNew', id: idOf(80) }], rows.at(-1))
  const [later] = sealedRows([{ fundId, id: idOf(81), type: 'SavingsDeposited', v: 2 }], odd)
  await village.store.append(fundId, [odd!, later!], noChanges)
  const service: Service = {
    ...village.service,
    send: async (_, some) =>
      some.map(({ command }) => ({ id: command.id, outcome: 'recorded', seq: 99, flags: [] })),
  }
  const older = await syncedPhone(phoneNeeds(service))
  const { sealed } = older.shown()
  expect(sealed.isBehind).toBe(true)
  expect(sealed.last?.hash).toBe(later!.hash)
  expect(fundBookOf(sealed)).toEqual(before)
  expect(await older.write(written(deposit(90)))).toEqual([])
  expect(older.shown().own).toEqual([])
  expect(await older.sync()).toBe('done')
  expect(older.shown().kept[0]!.told?.outcome).toBe('recorded')
  // A phone that had all before it stands there too: what is new to it begins with what it does not know.
  expect(await phone.sync()).toBe('done')
  expect(phone.shown().sealed).toMatchObject({ isBehind: true, last: { hash: later!.hash } })
  expect(fundBookOf(phone.shown().sealed)).toEqual(before)
})
