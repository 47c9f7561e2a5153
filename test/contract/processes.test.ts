import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { admission, founding, officer, recorderOn } from '#test/contract/village-life.ts'

const newFile = temporaryFiles()
const script = fileURLToPath(new URL('recording-life.ts', import.meta.url))
const each = 40

type Recording = {
  readonly child: ChildProcess
  readonly answered: () => readonly string[]
  readonly ended: Promise<number | null>
}

const recording = (path: string, fundId: string, member: number, count = each): Recording => {
  const args = [script, path, fundId, String(member), String(count)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return {
    child,
    // A line that was cut off was not said.
    answered: () => said.split('\n').slice(0, -1),
    ended: new Promise((resolve) => child.once('close', resolve)),
  }
}

const withFunds = async (path: string, fundIds: readonly string[]) => {
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
  const record = recorderOn(store)
  for (const fundId of fundIds)
    await record(fundId, [founding(1), admission(2, 1), admission(3, 2)], officer)
  return store
}

const untilSaid = async ({ answered }: Recording, lines: number): Promise<void> => {
  while (answered().length < lines) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('of two programs on one file, each writing to a fund of its own and to one they share, nothing is lost or doubled', async () => {
  const path = newFile()
  const store = await withFunds(path, ['shared', 'fund-1', 'fund-2'])
  const all = [
    recording(path, 'shared', 1),
    recording(path, 'shared', 2),
    recording(path, 'fund-1', 1),
    recording(path, 'fund-2', 2),
  ]
  expect(await Promise.all(all.map(({ ended }) => ended))).toEqual([0, 0, 0, 0])
  for (const { answered } of all) {
    // One member buys more shares in a day than a meeting allows: that is marked, and recorded.
    const outcomes = answered().map((line) => line.split(' ')[1])
    expect(outcomes.filter((one) => one === 'recorded' || one === 'flagged')).toHaveLength(each)
    expect(outcomes).toHaveLength(each)
  }
  const countOf = async (fundId: string) => (await store.read(fundId, 0, 1000)).length - 3
  expect(await Promise.all(['shared', 'fund-1', 'fund-2'].map(countOf))).toEqual([
    2 * each,
    each,
    each,
  ])
  expect(await auditAll(store, sha256)).toMatchObject({ ok: true, problems: [] })
  await store.close()
})

test('a program that is killed while it writes leaves all that it had answered, and the other goes on', async () => {
  const path = newFile()
  const store = await withFunds(path, ['shared'])
  // More than it can be through with before it is killed; the ids of the other one begin behind it.
  const killed = recording(path, 'shared', 1, 900)
  const other = recording(path, 'shared', 2)
  await untilSaid(killed, 5)
  killed.child.kill('SIGKILL')
  await killed.ended
  expect(await other.ended).toBe(0)
  const ids = (await store.read('shared', 0, 1000)).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const line of [...killed.answered(), ...other.answered()])
    expect(ids).toContain(line.split(' ')[0])
  expect(killed.child.signalCode).toBe('SIGKILL')
  expect(await auditAll(store, sha256)).toMatchObject({ ok: true, problems: [] })
  await store.close()
})
