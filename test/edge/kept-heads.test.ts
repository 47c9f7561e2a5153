import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import { recorder } from '#src/app/record.ts'
import { faultsOfObject, headsKept } from '#src/edge/kept-heads.ts'
import { operatorFor } from '#src/edge/operator.ts'
import { admission, founding, officer } from '#test/contract/village-life.ts'
import { type World, openWorld } from '#test/edge/remote-store.ts'
import { type Running, dropFolder, newFolder, startWorker } from '#test/edge/worker.ts'

const folder = newFolder()
let running: Running
beforeAll(async () => {
  running = await startWorker({ entry: 'store-worker.ts', folder })
})
afterAll(async () => {
  await running?.stop()
  dropFolder(folder)
})

const inWorld = (work: (world: World) => Promise<void>) => async () => {
  const world = await openWorld(running)
  try {
    await work(world)
  } finally {
    await world.close()
  }
}

const fund = 'fund-a'

test(
  'an object that was put back to what it was is held against what the overview was told',
  inWorld(async (world) => {
    const { record, store, known, hear } = world
    await record(fund, [founding(1), admission(20, 1)], officer)
    await expect.poll(async () => (await known('fund', fund))?.lastSeq, { timeout: 20_000 }).toBe(2)
    const bound = { OVERVIEW: { idFromName: () => '', get: () => ({ known }) } } as never
    expect(await faultsOfObject(bound, store)).toEqual([])
    const { hash } = (await store.read(fund, 1, 1))[0]!
    const recordedAt = '2026-01-20T02:00:00.000Z'
    // Another one stood there when the overview was told: the object had come one entry further.
    await hear({ kind: 'fund', id: fund, after: 2, through: 3, hash, recordedAt, totals: [] })
    const found = await faultsOfObject(bound, store)
    expect(found.map(({ seq, problem }) => [seq, problem])).toEqual([[3, 'ends-before']])
    const asked = (authorization: string) =>
      new Request('http://worker/operator/heads', { headers: { authorization } })
    const secret = 'the secret of an operator, thirty-two signs'
    const keptHeads = () => headsKept(bound, async (kind) => (kind === 'fund' ? [fund] : []))
    const needs = { store } as never
    expect(await operatorFor(asked('Bearer x'), { needs, secret, keptHeads })).toBeUndefined()
    const told = await operatorFor(asked(`Bearer ${secret}`), { needs, secret, keptHeads })
    expect(await told!.json()).toEqual({ kept: 1, problems: found })
  }),
)

test(
  'two clocks that differ by forty days make no entry older than the one before it',
  inWorld(async ({ store }) => {
    const clockAt = (at: string) => recorder({ journal: store, hash: sha256, clock: () => at })
    const [ahead, behind] = [
      clockAt('2026-03-01T00:00:00.000Z'),
      clockAt('2026-01-20T00:00:00.000Z'),
    ]
    await behind(fund, [founding(1)], officer)
    await ahead(fund, [admission(20, 1)], officer)
    await Promise.all(
      [2, 3, 4, 5, 6, 7].map((n) =>
        (n % 2 === 0 ? ahead : behind)(fund, [admission(30 + n, 10 + n)], officer),
      ),
    )
    const times = (await store.read(fund, 0, 100)).map(({ recordedAt }) => recordedAt)
    expect(times).toHaveLength(8)
    expect(times).toEqual(times.toSorted())
  }),
)
