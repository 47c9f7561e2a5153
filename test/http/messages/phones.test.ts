import { expect, test } from 'vitest'
import { sendAllMessages } from '#src/app/messages/carrying.ts'
import { silentDays } from '#src/app/messages/gathering.ts'
import { sealedRow } from '#src/app/messages/rows.ts'
import {
  chosen,
  day,
  deposit,
  hour,
  other,
  phone,
  same,
  texting,
} from '#test/http/messages/village.ts'

test('a phone that is linked hears by default that something was written, without any sum, once', async () => {
  const its = await texting()
  expect(await its.link('M07', phone)).toContain('ទូរស័ព្ទនេះបានភ្ជាប់')
  await deposit(its, 'M07')
  expect(await its.send()).toEqual({ sent: 1, waiting: 0, givenUp: 0 })
  expect(await its.send()).toEqual({ sent: 0, waiting: 0, givenUp: 0 })
  expect(its.texts).toHaveLength(1)
  expect(its.texts[0]).toMatchObject({ to: same })
  expect(its.texts[0]!.text).toContain('31/12/2025')
  expect(its.texts[0]!.text).not.toMatch(/12,000|រៀល/)
})

test('a phone that is linked says sums where they were chosen; private savings and what others do, never', async () => {
  const its = await texting()
  await its.link('M07', phone)
  await chosen(its, 'M07', { withAmounts: true, language: 'en' })
  const token = await its.as('record-keeper')
  const json = {
    id: its.needs.ids(),
    effectiveOn: '2025-12-22',
    memberId: await its.memberIdOf('M07'),
    direction: 'in',
    amount: 77_000,
  }
  its.pass(1000)
  await its.ask(`/v1/funds/${its.fundId}/private-savings`, { token, json })
  await deposit(its, 'M08', 55_000)
  await its.send()
  expect(its.texts).toEqual([])
  await deposit(its, 'M07', 12_000)
  const wrong = await deposit(its, 'M07', 3000)
  await its.send()
  expect(its.texts.map(({ text }) => text)).toEqual([
    'Village book, 31/12/2025: Saved 15,000 riel. If this is not right, say so at the next meeting.',
  ])
  const approvedBy = await its.memberIdOf('M02')
  const reason = 'wrong-amount'
  await its.enter({ type: 'ReverseEntry', reverses: wrong, reason, approvedBy })
  await its.send()
  expect(its.texts.at(-1)!.text).toContain('a line on your card was taken back')
})

test('a phone that is linked is told of its own card, once a day, where security is chosen', async () => {
  const its = await texting()
  await its.link('M07', phone)
  await its.link('M08', other)
  await chosen(its, 'M08', { kinds: ['summary'] })
  its.pass(1000)
  const subject = `member:${await its.memberIdOf('M07')}`
  const line = { actor: 'x', device: 'x', outcome: 'done', subject } as const
  const at = its.needs.clock()
  const noted = { ...line, scope: its.fundId, at, action: 'manage-cards' } as const
  for (const activityId of [its.needs.ids(), its.needs.ids()])
    await its.needs.store.noteActivity([{ ...noted, activityId }])
  await its.send()
  await its.send()
  expect(its.texts.map(({ to }) => to)).toEqual([same])
  expect(its.texts[0]!.text).toContain('កាត')
})

test('a phone that is linked is left alone at once by STOP in either language, with what was on its way', async () => {
  for (const word of ['stop', ' STOP. ', 'ឈប់', '០', '0']) {
    const its = await texting()
    await its.link('M07', phone)
    await deposit(its, 'M07')
    its.gateway.isUp = false
    expect(await its.send()).toMatchObject({ waiting: 1 })
    expect(await its.write(phone, word)).toContain('លែងទទួលសារ')
    its.gateway.isUp = true
    its.pass(hour)
    expect(await its.send()).toEqual({ sent: 0, waiting: 0, givenUp: 0 })
    expect(its.texts).toEqual([])
  }
})

test('a phone that is linked is forgotten when nothing came from it for a year: its number may be another person’s', async () => {
  const its = await texting()
  await its.link('M07', phone)
  its.pass(silentDays * day)
  await deposit(its, 'M07')
  await its.send()
  expect(its.texts).toEqual([])
  expect(await its.write(phone, '1')).toContain('ask for a code')
})

test('a phone that is linked loses its link to a newer phone of its member, and is told so', async () => {
  const its = await texting()
  await its.link('M07', phone)
  await chosen(its, 'M07', { withAmounts: true })
  await its.link('M07', other)
  await deposit(its, 'M07')
  await its.send()
  expect(its.texts.map(({ to }) => to).toSorted()).toEqual([same, other].toSorted())
  // Sums were chosen on the other phone.
  for (const { text } of its.texts) expect(text).not.toContain('12,000')
})

test('a phone that is linked is one member’s: a second member cannot take it over by a code', async () => {
  const its = await texting()
  await its.link('M07', phone)
  expect(await its.link('M08', phone)).toContain('ភ្ជាប់ឱ្យអ្នកផ្សេង')
  expect(await its.link('M08', other)).toContain('បានភ្ជាប់')
})

test('the rows say nothing: no number, no member, no text, whoever has the database', async () => {
  const its = await texting()
  await its.link('M07', phone)
  await deposit(its, 'M07')
  its.gateway.isUp = false
  await its.send()
  const rows = await its.rows()
  for (const word of [same, '12345678', await its.memberIdOf('M07'), 'សៀវភៅ', '12,000'])
    expect(rows).not.toContain(word)
  const log = await its.needs.store.activities(its.fundId, { limit: 100 })
  expect(JSON.stringify(log)).not.toContain('12345678')
  const lengths = new Set(
    (JSON.parse(rows) as { sealed: string }[]).map(({ sealed }) => sealed.length),
  )
  expect(lengths.size).toBe(1)
})

test('a phone on which sums are left out again gets none in what was still on its way', async () => {
  const its = await texting()
  await its.link('M07', phone)
  await chosen(its, 'M07', { withAmounts: true, language: 'en' })
  its.gateway.isUp = false
  await deposit(its, 'M07')
  expect(await its.send()).toMatchObject({ waiting: 1 })
  await chosen(its, 'M07', { withAmounts: false })
  its.gateway.isUp = true
  its.pass(hour)
  expect(await its.send()).toEqual({ sent: 1, waiting: 0, givenUp: 0 })
  expect(its.texts[0]!.text).not.toContain('12,000')
})

test('a phone that is linked hears its news though two hundred texts to others wait in vain', async () => {
  const its = await texting()
  await its.link('M07', phone)
  const memberId = await its.memberIdOf('M08')
  its.gateway.isUp = false
  for (let i = 0; i < 200; i += 1) {
    const at = its.needs.clock()
    const text = { id: `${i}`, fundId: its.fundId, memberId, address: other, text: 'in vain' }
    const value = { ...text, madeAt: at, tries: 3, nextAt: '2026-01-02T00:00:00.000Z' }
    const kept = { kind: 'waiting', key: `${i}`, fundId: its.fundId, value } as const
    const keep = [await sealedRow(its.with, its.networkId, kept)]
    await its.needs.store.changeMessageRows(its.networkId, { keep })
  }
  its.gateway.isUp = true
  await deposit(its, 'M07')
  expect(await its.send()).toEqual({ sent: 1, waiting: 200, givenUp: 0 })
})

test('a phone that is linked is told though another fund of the network cannot be read', async () => {
  const its = await texting()
  await its.link('M07', phone)
  await deposit(its, 'M07')
  const { needs, networkId } = its
  const others = ['00000000-0000-8000-8000-000000000001', 'ffffffff-ffff-8fff-bfff-ffffffffffff']
  const join = (fundId: string) => ({ id: needs.ids(), v: 1, effectiveOn: needs.today(), fundId })
  const joins = others.map((fundId) => ({
    ...join(fundId),
    type: 'JoinFund' as const,
    v: 1 as const,
  }))
  await needs.recordNetwork(networkId, joins, { actor: 'test', device: 'test' })
  const rows = needs.store.messageRows.bind(needs.store)
  const messageRows: typeof rows = async (network, kind, fundId) => {
    if (others.includes(fundId)) throw new Error('cannot be read')
    return rows(network, kind, fundId)
  }
  const all = { ...its.with, store: { ...its.with.store, messageRows } }
  await expect(sendAllMessages(all)).rejects.toThrow('cannot be read')
  expect(its.texts).toHaveLength(1)
})
