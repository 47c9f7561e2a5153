import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { sendAllMessages } from '#src/app/messages/carrying.ts'
import { withPhones } from '#test/support/phones.ts'
import { networkId } from '#test/support/small-network.ts'

test('every fund of a network has its turn, and what is told is added up, also where one cannot be read', async () => {
  const { all, needs, link, saves, kept } = await withPhones()
  const world = { networks: kept.networks, clock: needs.clock, hash: needs.hash }
  const fund = '00000000-0000-7000-b000-000000000002'
  await networkRecorder(world)(
    networkId,
    [{ id: needs.ids(), v: 1, type: 'JoinFund', effectiveOn: '2025-01-01', fundId: fund }],
    { actor: 'program', device: 'program' },
  )
  await link()
  await saves()
  const store = {
    ...needs.store,
    messageRows: async (...asked: Parameters<typeof needs.store.messageRows>) => {
      if (asked[2] === fund) throw new Error('cannot be read')
      return needs.store.messageRows(...asked)
    },
  }
  expect(await sendAllMessages({ ...all, store: needs.store })).toEqual({
    sent: 1,
    waiting: 0,
    givenUp: 0,
  })
  await saves()
  await expect(sendAllMessages({ ...all, store })).rejects.toThrow('cannot be read')
  expect(await sendAllMessages({ ...all, store: needs.store })).toMatchObject({ sent: 0 })
  const away = async () => {
    throw new StorageUnavailable('away')
  }
  await expect(
    sendAllMessages({ ...all, store: { ...needs.store, messageRows: away } }),
  ).rejects.toThrow('away')
})
