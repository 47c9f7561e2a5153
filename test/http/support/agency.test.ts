import { beforeAll, expect, test } from 'vitest'
import { registerIds } from '#test/http/access/register-fixture.ts'
import { today, twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking, paperOf, wanted } from '#test/http/support/team.ts'

/* Somebody leaves by an agency, and a fund helps with the papers. Who asks names the agency by its id in the register. */

let village: Village
let on: ReturnType<typeof asking>
let partyId: string
let count = 0

/** Writes into the register of the network by two hands. */
const registered = async (...facts: readonly object[]): Promise<void> => {
  const { needs, a } = village
  const ids = facts.map(() => needs.ids())
  const sourced = { source: 'ministry-list', seenOn: today }
  const said = facts.map((fact, i) => ({ factId: ids[i]!, fact }))
  const named = [partyId, ...ids].map((factId) => ({ partyId, factId }))
  for (const [actor, command] of [
    ['ann', { type: 'RecordPartyFacts', partyId, facts: said, ...sourced }],
    ['bopha', { type: 'CheckPartyFacts', facts: named, how: 'official-page' }],
  ] as const) {
    const full = { id: needs.ids(), v: 1, effectiveOn: today, ...command } as never
    const [answer] = await needs.recordNetwork(a.networkId, [full], { actor, device: 'd' })
    expect(answer?.outcome).toBe('recorded')
  }
}

const send = async (more: object = {}): Promise<Response> => {
  count += 1
  const body = wanted(village.f1, { papers: paperOf(`90${count}`), ...more })
  return on.send(on.find('record-keeper'), `/v1/funds/${village.f1.fundId}/support`, {
    json: { ...on.envelope(), ...body },
  })
}
const ask = async (more: object = {}) => on.one(await send(more))

const granted = (from: string, more: object = {}) => ({
  what: 'licence',
  became: 'granted',
  from,
  number: 'Z-41',
  ...more,
})

const steps = async (code: string, way: string, step: string) =>
  on.one(
    await on.send(on.find(way), `/v1/funds/${village.f1.fundId}/support/${code}/steps`, {
      json: { ...on.envelope(), step },
    }),
  )

const fileOf = async (code: string): Promise<Record<string, unknown>> => {
  const path = `/v1/funds/${village.f1.fundId}/support/${code}/file`
  return (await on.send(on.find('chair'), path)).json() as Promise<Record<string, unknown>>
}

const lastCode = async (): Promise<string> => {
  const rows = await village.store.read(village.f1.fundId, 0, 100_000)
  const row = rows.findLast(({ type }) => type === 'SupportAsked')!
  return (JSON.parse(row.data) as { code: string }).code
}

beforeAll(async () => {
  village = await twoNetworks()
  on = asking(village)
  partyId = registerIds(village.a.canary).partyId
})

test('what one alone has written into the register is no agency that anybody may leave by', async () => {
  expect(await ask({ agencyId: partyId })).toMatchObject({
    outcome: 'refused',
    code: 'agency-not-on-register',
  })
  const nobody = { agencyId: village.needs.ids() }
  expect(await ask(nobody)).toMatchObject({ code: 'agency-not-on-register' })
  const odd = await send({ agencyId: 'golden river' })
  expect([odd.status, await odd.text()]).toEqual([400, expect.stringContaining('party-not-an-id')])
})

test('an agency whose licence is good on that day is taken, and stands in the sealed file alone', async () => {
  await registered(granted('2025-12-01'))
  expect(await ask({ agencyId: partyId })).toMatchObject({ outcome: 'recorded' })
  const code = await lastCode()
  expect(await fileOf(code)).toMatchObject({ kind: 'papers', agencyId: partyId })
  const rows = JSON.stringify(await village.store.read(village.f1.fundId, 0, 100_000))
  const log = JSON.stringify(await village.store.activities(village.f1.fundId, { limit: 10_000 }))
  expect(rows + log).not.toContain(partyId)
  // Of somebody who leaves by none it says nothing.
  expect(await ask({ kind: 'training' })).toMatchObject({ outcome: 'recorded' })
  expect(await fileOf(await lastCode())).toMatchObject({ agencyId: null })
})

test('a licence that begins later is not good on the day that is asked for', async () => {
  const early = { agencyId: partyId, effectiveOn: '2025-11-20' }
  expect(await ask(early)).toMatchObject({ outcome: 'refused', code: 'agency-not-licensed' })
})

test('an agency belongs to what helps to leave, and to nothing else', async () => {
  expect(await ask({ agencyId: partyId, kind: 'reintegration' })).toMatchObject({
    outcome: 'refused',
    code: 'agency-not-for-kind',
  })
})

test('a licence that is taken away stops the check, which only those two read who know what it is for', async () => {
  const passport = { agencyId: partyId, kind: 'passport' }
  expect(await ask(passport)).toMatchObject({ outcome: 'recorded' })
  const code = await lastCode()
  await registered({ what: 'licence', became: 'removed', from: '2025-12-30' })
  expect(await steps(code, 'chair', 'checked')).toMatchObject({
    outcome: 'refused',
    code: 'agency-not-licensed',
  })
  expect(await ask({ agencyId: partyId })).toMatchObject({ code: 'agency-not-licensed' })
  // It can be turned down all the same.
  expect(await steps(code, 'chair', 'turned-down')).toMatchObject({ outcome: 'recorded' })
})

test('a loan to leave may name the agency by its id as well, and number and id have to be of one', async () => {
  await registered({ what: 'licence', became: 'restored', from: '2025-12-31' })
  const loan = (migration: object) => ({
    ...on.envelope(),
    v: 1,
    type: 'RequestLoan',
    loanId: village.needs.ids(),
    memberId: village.f1.memberIds.neighbour,
    product: 'emergency',
    purpose: 'papers-and-travel',
    principal: 20_000,
    months: 1,
    migration: { channel: 'agency', isAdult: true, agencyCheckedOn: today, ...migration },
  })
  const tried = async (migration: object): Promise<string> => {
    const path = `/v1/funds/${village.f1.fundId}/commands?dryRun=true`
    const json = { commands: [loan(migration)] }
    const answer = await on.one(await on.send(on.find('record-keeper'), path, { json }))
    return String(answer['code'] ?? answer['outcome'])
  }
  const ofNobody = village.needs.ids()
  expect(await tried({})).toBe('agency-licence-missing')
  expect(await tried({ agencyId: ofNobody })).toBe('agency-not-on-register')
  expect(await tried({ agencyId: partyId, agencyLicence: 'Z-42' })).toBe('agency-not-on-register')
  const good = [await tried({ agencyId: partyId }), await tried({ agencyLicence: 'Z-41' })]
  expect(good[0]).toBe(good[1])
  expect(good[0]).not.toMatch(/^agency/)
})
