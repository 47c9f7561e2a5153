import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import {
  admission,
  chainFaults,
  founding,
  idOf,
  officer,
  shares,
} from '#test/contract/village-life.ts'
import { openWorld } from '#test/edge/remote-store.ts'
import { dropFolder, newFolder, startWorker } from '#test/edge/worker.ts'
import { chanceOf } from '#test/support/oracle/chance.ts'

const folder = newFolder()
afterAll(() => dropFolder(folder))

const statOf = (pid: string): { readonly name: string; readonly parent: string } | undefined => {
  try {
    const [, name = '', parent = ''] = /^\d+ \((.*)\) \S (\d+)/.exec(
      readFileSync(`/proc/${pid}/stat`, 'utf8'),
    )!
    return { name, parent }
  } catch {
    // It has ended meanwhile.
    return undefined
  }
}

/** The runtimes that this process has started and that still run. */
const runtimes = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const stat = statOf(pid)
      return stat?.name === 'workerd' && stat.parent === `${process.pid}`
    })
    .map(Number)

const fund = 'fund-a'
const kills = 3
/** So many write at once, each the next as soon as one is answered. */
const writers = 4

test.runIf(process.platform === 'linux')(
  'whatever was acknowledged is there, and nothing by halves, after the runtime itself was killed while it wrote',
  async () => {
    const chance = chanceOf(20)
    const acknowledged: string[] = []
    let next = 100
    for (let kill = 0; kill < kills; kill += 1) {
      const before = new Set(runtimes())
      const running = await startWorker({ entry: 'store-worker.ts', folder })
      const pids = runtimes().filter((pid) => !before.has(pid))
      expect(pids.length).toBeGreaterThan(0)
      const { record } = await openWorld(running, 'killed')
      if (kill === 0) await record(fund, [founding(1), admission(2, 1)], officer)
      let isOver = false
      let answered = 0
      const write = async (): Promise<void> => {
        while (!isOver) {
          const n = (next += 1)
          const [answer] = await record(fund, [shares(n, 1), shares(n + 100_000, 1)], officer)
          if (answer!.outcome === 'recorded') acknowledged.push(idOf(n), idOf(n + 100_000))
          answered += 1
        }
      }
      for (let n = 0; n < writers; n += 1) void write().catch(() => undefined)
      await expect.poll(() => answered, { timeout: 60_000 }).toBeGreaterThan(writers)
      await setTimeout(chance.whole(0, 40))
      for (const pid of pids) process.kill(pid, 'SIGKILL')
      isOver = true
      await Promise.race([running.stop().catch(() => undefined), setTimeout(5_000)])
    }
    const running = await startWorker({ entry: 'store-worker.ts', folder })
    const { store, record, close } = await openWorld(running, 'killed')
    const rows = await store.read(fund, 0, 100_000)
    const ids = new Set(rows.map(({ id }) => id))
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(kills * writers)
    // Two that were sent together came together.
    const halves = rows
      .map(({ id }) => Number(id.slice(-12)))
      .filter((n) => n >= 100 && !ids.has(idOf(n < 100_000 ? n + 100_000 : n - 100_000)))
    expect(halves).toEqual([])
    expect(chainFaults(rows)).toEqual([])
    expect((await auditAll(store, sha256)).problems).toEqual([])
    // It goes on, and what is sent again counts once.
    const [again] = await record(fund, [shares(101, 1)], officer)
    expect([again!.outcome, (await store.read(fund, 0, 100_000)).length]).toEqual([
      'recorded',
      rows.length,
    ])
    console.log(
      `runtime killed ${kills} times, ${acknowledged.length} acknowledged, ${rows.length} there`,
    )
    await close()
    await running.stop()
  },
)
