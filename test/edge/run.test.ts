import { execFileSync, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { dropFolder, newFolder } from '#test/edge/worker.ts'

const script = fileURLToPath(new URL('../../src/edge/run.ts', import.meta.url))

/** All processes below one, as long as it lives. */
const below = (pid: number): number[] => {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number])
  const of = (parent: number): number[] =>
    pairs.filter(([, its]) => its === parent).flatMap(([own]) => [own, ...of(own)])
  return of(pid)
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('one command serves the practice fund and prints its link, and Ctrl+C leaves nothing running', async () => {
  const folder = newFolder()
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  let printed = ''
  let complained = ''
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()))
  try {
    const link = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        const found = /http:\/\/127\.0\.0\.1:\d+\/start\?key=\S+/.exec(printed)?.[0]
        if (found !== undefined && printed.includes('Ctrl+C')) resolve(found)
      })
      void ended.then(() => reject(new Error(`it ended: ${printed}${complained}`)))
    })
    expect(printed).toMatch(/^PRACTICE fund, invented people and money/)
    const opened = await fetch(link, { redirect: 'manual' })
    expect(opened.status).toBe(303)
    expect(opened.headers.get('set-cookie')).toMatch(/^__Host-device=/)
    const started = below(child.pid!)
    expect(started.length).toBeGreaterThan(2)
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    await expect.poll(() => started.filter(isAlive), { timeout: 5_000 }).toEqual([])
  } finally {
    child.kill('SIGTERM')
    await ended
    dropFolder(folder)
  }
})
