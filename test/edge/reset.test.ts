import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import {
  admission,
  chainFaults,
  everythingOf,
  founding,
  idOf,
  officer,
  shares,
} from '#test/contract/village-life.ts'
import { openWorld } from '#test/edge/remote-store.ts'
import { type Running, dropFolder, newFolder, startWorker } from '#test/edge/worker.ts'

const folder = newFolder()
const start = () => startWorker({ entry: 'store-worker.ts', folder })
let running: Running
beforeAll(async () => {
  running = await start()
})
afterAll(async () => {
  await running?.stop()
  dropFolder(folder)
})

const fund = 'fund-a'
/** Places in a write, evenly between its first statement and its last. */
const tries = 10

test('an object that is thrown out before one of the statements of a write has all of that write or nothing, and the audit holds after each', async () => {
  const world = await openWorld(running, 'broken')
  const { record, store, ask } = world
  await record(fund, [founding(1), admission(2, 1)], officer)
  // How many statements one such write is, by one that is not broken.
  await record(fund, [shares(99, 1)], officer)
  await ask('breakAt', fund, 10_000)
  await record(fund, [shares(100, 1)], officer)
  const statements = 10_000 - Number(await ask('stillToCome', fund))
  expect(statements).toBeGreaterThan(tries)
  const answers: string[] = []
  for (let tried = 1; tried <= tries; tried += 1) {
    const statement = Math.ceil((tried * statements) / (tries + 1))
    const n = 100 + statement
    const before = await everythingOf(store, fund)
    await ask('breakAt', fund, statement)
    const answered = await record(fund, [shares(n, 1)], officer).then(
      ([answer]) => answer!.outcome,
      () => 'no answer',
    )
    const after = await everythingOf(store, fund)
    const isThere = after.rows.some(({ id }) => id === idOf(n))
    if (!isThere) expect(after).toStrictEqual(before)
    if (answered === 'recorded') expect(isThere).toBe(true)
    answers.push(answered)
    // Whoever had no answer asks again, and it counts once.
    const [again] = await record(fund, [shares(n, 1)], officer)
    expect(again).toMatchObject({ outcome: 'recorded' })
    const rows = await store.read(fund, 0, 1000)
    expect(rows.filter(({ id }) => id === idOf(n))).toHaveLength(1)
    expect(chainFaults(rows)).toEqual([])
  }
  // Each of them was really cut off: a write that the object was not thrown out of is answered.
  expect(answers).toEqual(Array.from({ length: tries }, () => 'no answer'))
  const { problems, entries } = await auditAll(store, sha256)
  await world.close()
  await running.stop()
  running = await start()
  const later = await openWorld(running, 'broken')
  const audit = await auditAll(later.store, sha256)
  await later.close()
  expect([problems, audit.problems, audit.entries]).toEqual([[], [], entries])
})
