import { expect, test } from 'vitest'
import { phoneOf } from '#src/pwa/phone.ts'
import { idOf, memberId, officer } from '#test/contract/village-life.ts'
import { foundedVillage, fundId, phoneNeeds } from '#test/pwa/village-with-phones.ts'

test('a book of more rows than are read at once is read to its end when a phone is started again', async () => {
  const { store, record, service } = await foundedVillage()
  const deposit = { type: 'RecordDeposit', v: 1, memberId: memberId(1), amount: 5_000 } as const
  const commands = Array.from({ length: 1_000 }, (_, n) => ({
    ...deposit,
    id: idOf(1_000 + n),
    effectiveOn: '2026-06-20',
  }))
  await record(fundId, commands, officer)
  const phone = await phoneOf(phoneNeeds(service, { journal: store }))
  expect(phone.shown().sealed.last).toEqual((await store.read(fundId, 1_004, 9)).at(-1))
  const saved = phone
    .shown()
    .sealed.parts.balances.find(({ account }) => account.endsWith(memberId(1)))
  expect(saved?.amount).toBe(-5_000_000)
})
