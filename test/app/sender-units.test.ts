import { expect, test } from 'vitest'
import { partsMax } from '#domain/remittances/split.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { memoryStore } from '#infra/memory/store.ts'
import type { ReferenceOf } from '#domain/remittances/arrivals.ts'
import { givenReferences, referenceNow, renewReference } from '#src/app/remittances/references.ts'
import { sentOf } from '#src/app/remittances/sender-view.ts'
import {
  type Sender,
  drawDigits,
  endSender,
  keepSender,
  makeSender,
  opensBy,
  ruleOn,
  senderByCode,
  withRule,
  withSent,
} from '#src/app/remittances/senders.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'
import { sentHome as sent } from '#test/support/sent-home.ts'

const today = '2026-01-20'

test('in a fund in riel what arrived is held against what was promised', () => {
  const booked = [{ on: '2026-01-03', amount: 575_650 }]
  const [one] = sentOf([sent], { booked, currency: 'KHR', today })
  expect(one).toMatchObject({ promised: 580_650, hasArrived: true, isOverdue: false })
  expect(one!.came).toMatchObject({ arrived: 575_650, lost: 5_000 })
})

test('in a fund in dollars cents are not taken from riel: it has arrived, and nobody says what was lost', () => {
  const booked = [
    { on: '2026-01-03', amount: 14_100 },
    { on: '2026-01-15', amount: 580_000 },
  ]
  const [one] = sentOf([sent], { booked, currency: 'USD', today })
  expect(one).toMatchObject({ hasArrived: true, isOverdue: false, came: undefined })
  const [none] = sentOf([sent], { booked: [], currency: 'USD', today })
  expect(none).toMatchObject({ hasArrived: false, isOverdue: true, came: undefined })
})

test('a sending that is written down once more stands there once, as it was said last', () => {
  const bare = { networkId: 'n', madeOn: today, tokenHash: 'h', rules: [], sent: [] }
  const again = { ...sent, paid: 490_000 }
  const other = { ...sent, sentId: 's2' }
  const { sent: all } = [sent, other, again].reduce<Sender>(withSent, bare)
  expect(all).toEqual([other, again])
})

test('in a fund in dollars two sendings have the first day after each, whatever sums came in', () => {
  const later = { ...sent, sentId: 's2', on: '2026-01-04' }
  const booked = [
    { on: '2026-01-03', amount: 14_100 },
    { on: '2026-01-05', amount: 580_650 },
  ]
  const told = sentOf([sent, later], { booked, currency: 'USD', today })
  expect(told.map(({ hasArrived }) => hasArrived)).toEqual([true, true])
})

const withCards = async () => {
  const { needs: all } = await smallNetwork()
  const needs = { ...all, sealing: sealingBy({ secret: 'a support secret for tests' }) }
  return { needs, made: () => makeSender(needs, { networkId, fundId, today }) }
}

test('of two who open a card of somebody abroad at once one has its digits, and they open it', async () => {
  const { needs, made } = await withCards()
  const code = await made()
  const both = await Promise.all([drawDigits(needs, code), drawDigits(needs, code)])
  const drawn = both.filter((one) => one !== undefined)
  expect(drawn).toHaveLength(1)
  expect(await opensBy(needs, code, drawn[0]!)).toBe('open')
})

test('a card that is ended while its digits are drawn is ended', async () => {
  const { needs, made } = await withCards()
  const code = await made()
  needs.secrets.meanwhile(() => endSender(needs, code))
  expect(await drawDigits(needs, code)).toBeUndefined()
  expect(await senderByCode(needs, code)).toBeUndefined()
})

test('wrong digits of one card keep nobody out of another one', async () => {
  const { needs, made } = await withCards()
  const [one, other] = [await made(), await made()]
  await drawDigits(needs, one)
  const digits = (await drawDigits(needs, other))!
  for (let i = 0; i < 5; i += 1) expect(await opensBy(needs, one, 'wrong')).toBe('wrong')
  expect(await opensBy(needs, one, 'wrong')).toMatchObject({ may: 'wait' })
  expect(await opensBy(needs, other, digits)).toBe('open')
})

test('of two rules of one day the later one stands, and the earlier one takes no room', () => {
  const rule = (shares: number) => [{ use: 'savings' as const, reference: 'RF1', shares }]
  const bare = { networkId: 'n', madeOn: today, tokenHash: 'h', rules: [], sent: [] }
  const first = withRule(bare, rule(1), '2026-01-02')
  const all = [2, 3].reduce<Sender>((sofar, n) => withRule(sofar, rule(n), '2026-01-05'), first)
  expect(all.rules.map(({ from }) => from)).toEqual(['2026-01-02', '2026-01-05'])
  expect(ruleOn(all, '2026-01-05')).toEqual(rule(3))
  expect(ruleOn(all, '2026-01-04')).toEqual(rule(1))
})

test('whoever sends much and long is kept in as many bytes as somebody who has only a card', async () => {
  const store = memoryStore()
  const sealing = sealingBy({ secret: 'a support secret for tests' })
  const bare = { networkId: 'n', madeOn: today, tokenHash: 'h'.repeat(64), rules: [], sent: [] }
  const parts = Array.from({ length: partsMax }, () => ({
    use: 'savings' as const,
    reference: 'RF18539007547034',
    shares: 1000,
  }))
  let full = { ...bare, digits: 'd'.repeat(200) } as Parameters<typeof withRule>[0]
  for (let i = 1; i <= 30; i += 1) {
    const on = `2026-01-${String(i).padStart(2, '0')}`
    full = withRule(full, parts, on)
    full = withSent(full, {
      ...sent,
      sentId: 's'.repeat(34) + String(i),
      quotedAt: '14:30',
      midRate: '120.2555',
    })
  }
  for (const [senderId, sender] of [
    ['one', bare],
    ['two', full],
  ] as const)
    await keepSender({ store, sealing }, { fundId: 'f', senderId }, sender)
  const sizes = [...(await store.of('f')).values()].map(({ length }) => length)
  expect(sizes).toHaveLength(2)
  expect(new Set(sizes).size).toBe(1)
})

test('of two members the reference of one is replaced, and what was good before is known for old', async () => {
  const { needs } = await withCards()
  const [one, other] = ['m1', 'm2'].map((key) => ({ kind: 'member' as const, key })) as [
    ReferenceOf,
    ReferenceOf,
  ]
  const first = await referenceNow(needs, fundId, one)
  const others = await referenceNow(needs, fundId, other)
  await renewReference(needs, fundId, one)
  const second = await referenceNow(needs, fundId, one)
  await renewReference(needs, fundId, one)
  expect(await referenceNow(needs, fundId, other)).toBe(others)
  const book = { members: [{ memberId: 'm1' }, { memberId: 'm2' }], loans: [] } as never
  const given = await givenReferences(needs, fundId, book)
  const isOld = (reference: string) => given.get(reference)?.isOld
  expect([first, second, others].map(isOld)).toEqual([true, true, false])
  expect(isOld(await referenceNow(needs, fundId, one))).toBe(false)
})
