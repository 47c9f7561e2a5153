import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { medianOf, told } from '#test/bench/measure.ts'
import type { OldFund } from '#test/bench/old-fund.ts'
import type { Section } from '#test/bench/section.ts'

const zipped = (bytes: Uint8Array): number => gzipSync(bytes, { level: 9 }).length

const bytesOf = async (answer: Response): Promise<Uint8Array> =>
  new Uint8Array(await answer.arrayBuffer())

/** Bytes of a page as it is sent compressed, of its scripts and of its styles; a font comes later and is kept. */
export const weigh = async (fund: OldFund, door: 'household' | 'record-keeper', page: string) => {
  const token = await fund.as(door)
  const answer = await fund.ask(`/funds/${fund.fundId}/${page}`, { token })
  if (answer.status !== 200) throw new Error(`${page} is answered ${answer.status}`)
  const html = await answer.text()
  const linked = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, path]) => path!)
  const sum = async (paths: readonly string[]): Promise<number> => {
    let all = 0
    for (const path of paths) all += zipped(await bytesOf(await fund.ask(path, { token })))
    return all
  }
  return {
    html: zipped(Buffer.from(html)),
    styles: await sum(linked(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)),
    scripts: await sum(linked(/<script[^>]+src="([^"]+)"/g)),
  }
}

const kib = (bytes: number): string => (bytes / 1024).toFixed(1)

/** What comes over the line at first: B10. */
export const sizes = async (fund: OldFund): Promise<Section> => {
  const own = await weigh(fund, 'household', 'me')
  const table = await weigh(fund, 'record-keeper', 'today')
  const row = (what: string, one: typeof own, goal: string) => [
    what, kib(one.html), kib(one.styles), kib(one.scripts), kib(one.html + one.styles + one.scripts), goal,
  ] // prettier-ignore
  return {
    name: 'sizes',
    title: 'What comes over the line at first (B10)',
    heads: ['KiB, gzip', 'page', 'styles', 'scripts', 'together', 'goal'],
    rows: [
      row('own page of a household', own, '14 together'),
      row('first page of a committee', table, '60 of scripts'),
    ],
    notes: ['Without the font, which comes once, after the page can be read, and is kept.'],
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

const mibOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** What a process holds once that does not change any more, or after many looks. */
const atRest = async (pid: number): Promise<number> => {
  let [mib, same] = [mibOf(pid), 0]
  for (let look = 0; look < 100 && same < 20; look += 1) {
    await setTimeout(50)
    const now = mibOf(pid)
    same = Math.abs(now - mib) < 0.5 ? same + 1 : 0
    mib = now
  }
  return mib
}

const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )

/** Milliseconds until a practice service is ready, and MiB that it holds when nobody has asked anything. */
export const served = async (folder: string): Promise<readonly [number, number]> => {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, ['src/begin.js', 'serve'], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), MODE: 'practice' },
    stdio: 'ignore',
  })
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error('the service ended')
    await setTimeout(10)
  }
  const ms = performance.now() - began
  const mib = await atRest(child.pid!)
  child.kill()
  await new Promise((resolve) => child.once('close', resolve))
  return [ms, mib]
}

/** From nothing to the first answer, and what it takes of memory: B11. */
export const start = async (folder: string, rounds: number): Promise<Section> => {
  // The first one makes the practice fund.
  await served(folder)
  const ready: number[] = []
  const idle: number[] = []
  const help: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const [ms, mib] = await served(folder)
    ready.push(ms)
    idle.push(mib)
    const began = performance.now()
    execFileSync(process.execPath, ['src/begin.js', '--help'], { stdio: 'ignore' })
    help.push(performance.now() - began)
  }
  const row = (what: string, found: number[], goal: string) => [what, told(found, 0), goal]
  return {
    name: 'start',
    title: 'Start and memory (B11)',
    heads: ['what', 'seen', 'goal'],
    rows: [
      row('start to ready, ms', ready, 'at most 1,000'),
      row('idle memory with the practice fund, MiB', idle, 'at most 150'),
      row('help of the command line, ms', help, 'at most 300'),
    ],
    notes: [
      `By the clock on the wall, beside whatever else the machine does; median of help ${medianOf(help).toFixed(0)} ms.`,
    ],
  }
}
