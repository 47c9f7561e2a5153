import { beforeEach, expect, test } from 'vitest'
import type { NetworkCommand } from '#domain/network.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking, paperOf, wanted } from '#test/http/support/team.ts'

/* The same is not paid by a fund's window and by the network's own pot, and nobody is named to find it. */

let village: Village
let on: ReturnType<typeof asking>

beforeEach(async () => {
  village = await twoNetworks()
  on = asking(village)
})

/** The team asks, of a fund or of the pot, by what is shown alone. */
const bring = async (of: 'fund' | 'pot', number = '000 111 222', more: object = {}) => {
  const { a, f1, store } = village
  const users = await store.users(a.networkId)
  const checkerId = users.find(({ login }) => login === `${a.canary} case-supervisor`)!.userId
  const { memberId: _, ...rest } = wanted(f1)
  const place = of === 'pot' ? a.networkId : f1.fundId
  const own = of === 'pot' ? { windowId: a.potWindow, amount: 4000 } : {}
  const papers = paperOf(number)
  const json = { ...on.envelope(), ...rest, checkerId, papers, ...own, ...more }
  const path = `/v1/networks/${a.networkId}/funds/${place}/support`
  return on.one(await on.send(on.find('migration-worker'), path, { json }))
}

/** Officers ask of their own fund. */
const ask = async () =>
  on.one(
    await on.send(on.find('record-keeper'), `/v1/funds/${village.f1.fundId}/support`, {
      json: { ...on.envelope(), ...wanted(village.f1) },
    }),
  )

const potCode = async (): Promise<string> =>
  (await village.store.supportFiles(village.a.networkId))[0]!.code

const say = async (...said: readonly object[]) => {
  const commands = said.map((one) => ({
    id: village.needs.ids(),
    v: 1,
    effectiveOn: '2025-12-31',
    ...one,
  })) as unknown as NetworkCommand[]
  const by = { actor: 'test', device: 'test' }
  const answers = await village.needs.recordNetwork(village.a.networkId, commands, by)
  for (const { outcome } of answers) expect(outcome).toBe('recorded')
}

const deciders = async () => {
  const users = await village.store.users(village.a.networkId)
  return ['administrator', 'case-supervisor'].map(
    (way) => users.find(({ login }) => login === `${village.a.canary} ${way}`)!.userId,
  )
}

const held = { code: 'already-helped' }

test('whom the team has helped by a fund’s window is not helped by the pot, nor the other way', async () => {
  expect(await bring('fund')).toMatchObject({ outcome: 'recorded' })
  expect(await bring('pot')).toMatchObject(held)
  expect(await bring('pot', 'other paper')).toMatchObject({ outcome: 'recorded' })
  expect(await bring('fund', 'OTHER  paper')).toMatchObject(held)
  // Another kind for the same papers is another thing.
  expect(await bring('pot', 'other paper', { kind: 'safe-return' })).toMatchObject({
    outcome: 'recorded',
  })
})

test('whom officers have helped the pot does not help again; officers learn nothing of the pot', async () => {
  expect(await ask()).toMatchObject({ outcome: 'recorded' })
  expect(await bring('pot')).toMatchObject(held)
  village = await twoNetworks()
  on = asking(village)
  expect(await bring('pot')).toMatchObject({ outcome: 'recorded' })
  expect(await ask()).toMatchObject({ outcome: 'recorded' })
})

test('what is kept to find it tells neither paper nor person', async () => {
  await bring('pot', 'quagga umbrella')
  const { store, a } = village
  const all = [
    await store.potSubjects(a.networkId),
    await store.supportFiles(a.networkId),
    await store.networks.read(a.networkId, 0, 5000),
    await store.activities(a.networkId, { limit: 1000 }),
  ]
  expect(JSON.stringify(all)).not.toMatch(/quagga\W*umbrella/i)
})

test.each<[string, (code: string) => Promise<unknown>]>([
  [
    'two of the staff have said no to',
    async (code) =>
      say(
        { type: 'TakePotStep', code, step: 'checked' },
        { type: 'DecideFromPot', code, isApproved: false, deciders: await deciders() },
      ),
  ],
  [
    'the second of the team turned down',
    (code) => say({ type: 'TakePotStep', code, step: 'turned-down' }),
  ],
  [
    'was ended before anything was paid',
    (code) => say({ type: 'TakePotStep', code, step: 'closed' }),
  ],
])('what %s frees whom it was for', async (_, end) => {
  await bring('pot')
  expect(await bring('fund')).toMatchObject(held)
  await end(await potCode())
  expect(await bring('fund')).toMatchObject({ outcome: 'recorded' })
  expect(await bring('pot')).toMatchObject(held)
})

test('what the pot has paid is held when it is closed', async () => {
  await bring('pot')
  const code = await potCode()
  await say(
    { type: 'TakePotStep', code, step: 'checked' },
    { type: 'DecideFromPot', code, isApproved: true, deciders: await deciders() },
    { type: 'RecordPotPart', code, amount: 4000 },
    { type: 'TakePotStep', code, step: 'closed' },
  )
  expect(await bring('fund')).toMatchObject(held)
})
