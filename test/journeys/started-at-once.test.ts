import { afterEach, beforeEach, expect, test } from 'vitest'
import { inFoundersTurnOfFile } from '#infra/db/founders-turn.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { secretsOnNode } from '#infra/system/secrets-on-node.ts'
import { randomIds, randomOnNode, sha256, systemClock } from '#infra/system/system.ts'
import { firstLink, shutNetworks } from '#src/app/identity/first-administrator.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { fund } from '#test/support/command-line.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

/* An ordinary deployment starts two of the service at one moment, on a database where nobody has been. */

let folder = ''
let path = ''
beforeEach(() => {
  folder = newFolder()
  path = `${folder}/fund.db`
})
afterEach(() => dropFolder(folder))

const by = { actor: 'command-line', device: 'command-line' }
const url = 'https://fund.example.org'

/** One of several processes, each with a store of its own. */
const starting = async () => {
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
  const world = { clock: systemClock, hash: sha256 }
  return {
    ...world,
    store,
    secrets: secretsOnNode({ pepper: 'only for this test, thirty-two characters', older: [] }),
    random: randomOnNode,
    ids: randomIds,
    recordNetwork: networkRecorder({ ...world, networks: store.networks }),
    today: () => '2026-11-30' as const,
  }
}

test('of four that start at once one founds the network, and all appoint one administrator once', async () => {
  const all = await Promise.all(Array.from({ length: 4 }, starting))
  const said = await Promise.all(
    all.map((needs) => inFoundersTurnOfFile(path, () => firstLink(needs, { url, by }))),
  )
  const { store } = all[0]!
  const networks = await store.networks.fundIds()
  const entries = await store.networks.read(networks[0]!, 0, 99)
  for (const needs of all) await needs.store.close()
  expect(networks).toHaveLength(1)
  expect(entries.map(({ type }) => type)).toEqual(['NetworkFounded', 'StaffAppointed'])
  for (const text of said) expect(text).toMatch(/\/begin\?key=/)
})

test('whoever has the turn is alone in it, also where the one before has failed', async () => {
  let inside = 0
  let most = 0
  const work = async (i: number): Promise<void> => {
    inside += 1
    most = Math.max(most, inside)
    await new Promise((resolve) => void setImmediate(resolve))
    inside -= 1
    if (i === 0) throw new Error('this one fails')
  }
  const ended = await Promise.allSettled(
    [0, 1, 2, 3].map((i) => inFoundersTurnOfFile(path, () => work(i))),
  )
  expect(most).toBe(1)
  expect(ended.map(({ status }) => status).toSorted()).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
  ])
})

test('two networks that an earlier version has founded so are told by the doctor and the start, and can be got into', async () => {
  const needs = await starting()
  for (const id of [randomIds(), randomIds()])
    await needs.recordNetwork(
      id,
      [{ id: randomIds(), v: 1, effectiveOn: '2026-11-30', type: 'FoundNetwork' }],
      by,
    )
  const [first] = await shutNetworks(needs)
  const said = await firstLink(needs, { url, by })
  await needs.store.close()
  expect(said).toContain('nobody gets into 2 of them: see doctor')
  const run = (...args: string[]) => fund(['--db', `sqlite:${path}`, ...args], { folder })
  const doctor = await run('doctor')
  expect(doctor).toMatchObject({ status: 3, out: expect.stringContaining(`gets into ${first}, `) })
  const asked = ['user', 'add', '--login', 'Dara', '--role', 'administrator']
  expect((await run(...asked)).err).toContain('name one with --network')
  const elsewhere = await run(...asked, '--network', 'nowhere')
  expect([elsewhere.status, elsewhere.err]).toEqual([1, expect.stringContaining('no such network')])
  const added = await run(...asked, '--network', first!)
  expect(added).toMatchObject({ status: 0, out: expect.stringContaining('/begin?key=') })
})
