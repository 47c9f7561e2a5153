import { beforeEach, expect, test } from 'vitest'
import type { Somebody } from '#test/http/access/people.ts'
import { today, twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'

/*
 * Private money of whoever writes it down: her own PIN is nobody else's word, so another officer stands behind it, and the
 * book does not tell. A pool that is short points at nobody.
 */

let village: Village
beforeEach(async () => {
  village = await twoNetworks()
})

const fund = (): string => `/v1/funds/${village.f1.fundId}`

type Move = {
  readonly who: 'household-login' | 'household-card' | 'neighbour' | 'key-holder'
  readonly amount: number
  readonly direction?: 'in' | 'out'
  readonly secret?: string
}

const moved = async ({ who, amount, direction = 'out', secret }: Move) => {
  const on = asking(village)
  const memberId = village.f1.memberIds[who]
  const json = { ...on.envelope(), memberId, direction, amount, ...(secret && { secret }) }
  return on.one(await on.send(on.find('record-keeper'), `${fund()}/private-savings`, { json }))
}

const find = (way: string): Somebody => asking(village).find(way)

const posted = async (who: Somebody, path: string, form: Readonly<Record<string, string>>) => {
  const answer = await village.service.request(path, {
    method: 'POST',
    headers: { host: ourHost, authorization: `Bearer ${await who.token()}` },
    body: new URLSearchParams(form),
  })
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') }
}

/** The record-keeper takes out for the own member, with the own PIN and perhaps a word beside it. */
const forOneself = async (more: object = {}) => {
  const on = asking(village)
  const keeper = on.find('record-keeper')
  const memberId = village.f1.memberIds['record-keeper']
  const own = { memberId, direction: 'out', amount: 4_000, secret: keeper.secret }
  const json = { ...on.envelope(), ...own, ...more }
  return on.one(await on.send(keeper, `${fund()}/private-savings`, { json }))
}

const wordOf = (office: string) => ({
  login: `${village.f1.logins} ${office}`,
  secret: find(office).secret,
})

test('a record-keeper does not take private money out for herself with the own PIN alone', async () => {
  await moved({ who: 'neighbour', direction: 'in', amount: 90_000 })
  expect(await forOneself()).toMatchObject({ outcome: 'refused', code: 'approval-needed' })
  const own = wordOf('record-keeper')
  expect(await forOneself({ approver: own })).toMatchObject({ code: 'approver-not-another' })
  const wrong = { ...wordOf('chair'), secret: 'not the one of the chair' }
  expect(await forOneself({ approver: wrong })).toMatchObject({ code: 'sign-in-failed' })
  const done = await forOneself({ approver: wordOf('chair') })
  expect(done).toMatchObject({ outcome: 'recorded', flags: [] })
  expect(await forOneself({ direction: 'in' })).toMatchObject({ outcome: 'recorded' })
})

test('nothing that is kept of private money for whoever writes it tells that it was hers', async () => {
  await moved({ who: 'household-login', direction: 'in', amount: 90_000 })
  await moved({ who: 'household-login', amount: 4_000, secret: find('household-login').secret })
  await forOneself({ approver: wordOf('chair') })
  const rows = await village.store.read(village.f1.fundId, 0, 10_000)
  const [hers, own] = rows
    .filter(({ type }) => type === 'PrivateSavingsMoved')
    .slice(-2)
    .map((row) => ({ ...row, fields: Object.keys(JSON.parse(row.data) as object).toSorted() }))
  expect(own!.fields).toEqual(hers!.fields)
  expect([own!.recordedBy, own!.device]).toEqual([hers!.recordedBy, hers!.device])
  const lines = await village.store.activities(village.f1.fundId, { limit: 200 })
  const chair = village.f1.memberIds.chair
  expect(own!.data).not.toContain(chair)
  expect(lines.filter(({ action }) => action === 'RecordPrivateSavings')).toHaveLength(3)
})

test('the page asks another officer beside the PIN where the record-keeper takes out for herself', async () => {
  const keeper = find('record-keeper')
  const place = `/funds/${village.f1.fundId}/record/private-savings`
  const [year, month, day] = today.split('-') as [string, string, string]
  const id = village.needs.ids()
  const member = village.f1.memberIds['record-keeper']
  const form = { id, member, amount: '3000', day, month, year, direction: 'out' }
  const asked = await posted(keeper, `${place}/confirm`, form)
  expect(asked.html).toContain('another officer stands behind it too')
  const bare = await posted(keeper, place, { ...form, secret: keeper.secret })
  expect([bare.status, bare.html]).toEqual([403, expect.stringContaining('another officer')])
  const { login, secret: secondSecret } = wordOf('chair')
  const both = { ...form, secret: keeper.secret, login, secondSecret }
  expect((await posted(keeper, place, both)).status).toBe(303)
})

test('where the pool is short the finding points at no one’s line: the last one to come may be honest', async () => {
  const her = find('household-login')
  await moved({ who: 'household-login', direction: 'in', amount: 10_000 })
  await forOneself({ approver: wordOf('chair') })
  const last = await moved({ who: 'household-login', amount: 10_000, secret: her.secret })
  expect(last).toMatchObject({ outcome: 'flagged' })
  const on = asking(village)
  const answer = await on.send(find('chair'), `${fund()}/reports/findings?asOf=${today}`)
  const { findings } = (await answer.json()) as { findings: { code: string; seq: unknown }[] }
  expect(findings.filter(({ code }) => code === 'more-than-all-private')).toMatchObject([
    { seq: null, subject: { kind: 'fund' } },
  ])
})
