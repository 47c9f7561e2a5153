import { beforeEach, expect, test } from 'vitest'
import { charterOf } from '#domain/health/book.ts'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import { nameKeyOf } from '#domain/kernel/names.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { bookOf } from '#src/app/queries.ts'
import { app } from '#src/http/app.ts'
import { today, twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking, chairIn, paperOf, wanted } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'
import { failingRecord } from '#test/support/failing-record.ts'

/* What is asked for again, at once, later or elsewhere: it is paid once, and what stands in the book keeps its file. */

let village: Village
let on: ReturnType<typeof asking>

beforeEach(async () => {
  village = await twoNetworks()
  on = asking(village)
})

const place = (fund = village.f1): string => `/v1/funds/${fund.fundId}/support`
const ask = async (more: object = {}, fund = village.f1) =>
  on.one(
    await on.send(on.find('record-keeper', fund), place(fund), {
      json: { ...on.envelope(), ...wanted(fund, more) },
    }),
  )
const files = () => village.store.supportFiles(village.f1.fundId)
const held = { code: 'already-helped' }

test('the same form pressed twice at once is one grant, and its file and its claims stay', async () => {
  const json = { ...on.envelope(), ...wanted(village.f1) }
  const press = async () => on.one(await on.send(on.find('record-keeper'), place(), { json }))
  const [first, second] = await Promise.all([press(), press()])
  expect(first).toMatchObject({ outcome: 'recorded' })
  expect(second).toEqual(first)
  expect(await files()).toHaveLength(1)
  expect(await ask({}, village.f2)).toMatchObject(held)
  // The entry still vouches for what is kept.
  expect(await press()).toEqual(first)
})

test('a day that is picked in the past does not make a claim end sooner', async () => {
  const early = '2025-02-01'
  expect(await ask({ kind: 'school', effectiveOn: early })).toMatchObject({ outcome: 'recorded' })
  const shown = lengthPrefixed(['id-card', nameKeyOf('000 111 222')])
  const name = lengthPrefixed(['fund', 'school', shown])
  const { networkId } = village.a
  const claim = await village.needs.sealing!.mark(networkId, name)
  const holders = (day: string) => village.store.claimHolders(networkId, [claim], day)
  // Twelve months from the day on which it was asked, and not from the one that was written.
  expect(await holders('2026-12-31')).toHaveLength(1)
  expect(await holders('2027-01-01')).toEqual([])
})

test('a limit is that of today, whatever day is picked', async () => {
  const { needs, f1 } = village
  const charter = { ...charterOf((await bookOf(village.store, f1.fundId))!, today) }
  const votes = { present: 9, yes: 9, no: 0 }
  const lower = { ...charter, support: { papers: 50_000 } }
  const change = { ...on.envelope(), v: 1, type: 'AmendCharter', charter: lower, votes }
  const by = { actor: 'test', device: 'test' }
  const [changed] = await needs.record(f1.fundId, [change as never], by)
  expect(changed).toMatchObject({ outcome: 'recorded' })
  expect(await ask({ effectiveOn: '2025-12-01' })).toMatchObject({ code: 'above-its-kind' })
})

test('where writing fails nobody is held by what was never written', async () => {
  const { needs, f1 } = village
  const broken = app({
    ...needs,
    record: failingRecord(needs.record),
  })
  const failed = await broken.request(place(), {
    method: 'POST',
    headers: {
      host: ourHost,
      'content-type': 'application/json',
      authorization: `Bearer ${await on.find('record-keeper').token()}`,
    },
    body: JSON.stringify({ ...on.envelope(), ...wanted(f1) }),
  })
  expect(failed.status).toBe(503)
  expect(await files()).toEqual([])
  expect(await ask({}, village.f2)).toMatchObject({ outcome: 'recorded' })
})

const loginId = async (login: string): Promise<string> =>
  (await village.store.users(village.a.networkId)).find((one) => one.login === login)!.userId

const bring = async (checkerId: string, id = village.needs.ids()) => {
  const { a, f1 } = village
  const { memberId: _, ...rest } = wanted(f1)
  const json = { id, effectiveOn: today, ...rest, checkerId, papers: paperOf('999') }
  const path = `/v1/networks/${a.networkId}/funds/${f1.fundId}/support`
  return on.one(await on.send(on.find('migration-worker'), path, { json }))
}

const dismissed = async (userId: string) => {
  const command: NetworkCommand = {
    id: village.needs.ids(),
    v: 1,
    type: 'DismissStaff',
    effectiveOn: '2025-12-01',
    userId,
    role: 'case-supervisor',
  }
  const by = { actor: 'test', device: 'test' }
  await village.needs.recordNetwork(village.a.networkId, [command], by)
}

test('whoever checks what the team brings is of the team today: no officer, no auditor, no stranger', async () => {
  const unknown = { outcome: 'invalid', code: 'user-unknown', at: '/checkerId' }
  const { a, f1 } = village
  for (const login of [`${f1.logins} chair`, `${a.canary} auditor`])
    expect(await bring(await loginId(login)), login).toMatchObject(unknown)
  expect(await bring(village.needs.ids())).toMatchObject(unknown)
  expect(await files()).toEqual([])
  const supervisor = await loginId(`${a.canary} case-supervisor`)
  const id = village.needs.ids()
  const first = await bring(supervisor, id)
  expect(first).toMatchObject({ outcome: 'recorded' })
  await dismissed(supervisor)
  // What was recorded is answered as it was; nothing new is brought to whoever has left.
  expect(await bring(supervisor, id)).toEqual(first)
  expect(await bring(supervisor)).toMatchObject(unknown)
})

/** A grant of the first fund that was voted, paid, closed and erased by both who knew it. */
const paidAndErased = async (more: object = {}) => {
  expect(await ask(more)).toMatchObject({ outcome: 'recorded' })
  const { code } = (await files())[0]!
  const { chair } = village.f1.memberIds
  const hands = { present: 9, yes: 9, no: 0 }
  const ballot = { by: 'meeting', hands, recused: [], confirmedBy: chair }
  const said = [
    { type: 'TakeSupportStep', code, step: 'checked' },
    { type: 'DecideSupport', code, ballot },
    { type: 'RecordSupportPart', code, amount: 100_000 },
    { type: 'TakeSupportStep', code, step: 'closed' },
  ].map((one) => ({ ...on.envelope(), v: 1, ...one }))
  const by = { actor: 'test', device: 'test' }
  const answers = await village.needs.record(village.f1.fundId, said as never, by)
  for (const { outcome } of answers) expect(['recorded', 'flagged']).toContain(outcome)
  const erased = await on.send(on.find('record-keeper'), `${place()}/${code}/erase`, {
    json: { approver: chairIn(village.f1) },
  })
  expect(erased.status).toBe(204)
  expect(await files()).toEqual([])
}

test('what was paid is not paid again once its file is erased', async () => {
  await paidAndErased()
  expect(await ask()).toMatchObject(held)
  expect(await ask({}, village.f2)).toMatchObject(held)
})

test('erasing a file gives no kind its budget back: what was paid counts for each kind of its window', async () => {
  const terms = {
    ...on.envelope(),
    type: 'SetWindowTerms',
    v: 1,
    windowId: village.f1.canary,
    from: '2025-01-01',
    until: '2026-12-31',
    lines: [
      { kind: 'papers', amount: 150_000 },
      { kind: 'school', amount: 150_000 },
      { kind: 'training', amount: 300_000 },
    ],
    unspent: 'given-back',
  }
  const by = { actor: 'test', device: 'test' }
  await village.needs.record(village.f1.fundId, [terms as never], by)
  await paidAndErased()
  const another = { memberId: village.f1.memberIds.counter, papers: paperOf('another') }
  const spent = { code: 'budget-of-its-kind-spent' }
  expect(await ask(another)).toMatchObject(spent)
  expect(await ask({ ...another, kind: 'school' })).toMatchObject(spent)
  expect(await ask({ ...another, kind: 'training' })).toMatchObject({ outcome: 'recorded' })
})
