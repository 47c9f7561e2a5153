import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { auditAll } from '#src/app/proof/audit.ts'
import { openFor } from '#src/cli/service/listening.ts'
import { app } from '#src/http/app.ts'
import { type Rounds, cpuOf, disk, loneOf, medianOf, rateOf, told } from '#test/bench/measure.ts'
import { type OldFund, oldFund } from '#test/bench/old-fund.ts'
import { ourHost } from '#test/support/service.ts'

/*
 * What the service does beside what the machine can do, in one run and in rounds of both; and what it costs as a fund grows
 * old. `node test/bench/run.ts [--sizes 10000,30000,100000] [--rounds 5]` prints tables for docs/benchmarks.md.
 */

const argument = (name: string, usual: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? usual : (process.argv[at + 1] ?? usual)
}
const sizes = argument('sizes', '10000,30000,100000').split(',').map(Number)
const rounds = Number(argument('rounds', '5'))
const folder = mkdtempSync(join(tmpdir(), 'village-fund-bench-'))

const machine = (): string => {
  const [first] = cpus()
  const load = readFileSync('/proc/loadavg', 'utf8').split(' ')[0]
  return `${cpus().length} cores (${first!.model}), Node ${process.version}, load ${load} before`
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port

const listening = (server: Server): Promise<Server> =>
  new Promise((resolve) => {
    if (server.listening) resolve(server)
    else server.on('listening', () => resolve(server))
  })

/** The same answer without anything around it: one statement, one header, one text. */
const bareServer = (path: string, fundId: string, memberId: string): Promise<Server> => {
  const database = new Database(path, { readonly: true })
  const sum = database.prepare(
    'select sum(amount) as sum from balance where fund_id = ? and account = ?',
  )
  const server = createServer((_, answer) => {
    const found = sum.get(fundId, `liability:savings:${memberId}`) as { sum: number }
    answer.setHeader('content-type', 'application/json')
    answer.end(JSON.stringify({ saved: -found.sum }))
  })
  server.listen(0, '127.0.0.1')
  server.on('close', () => database.close())
  return listening(server)
}

type Run = { readonly fund: OldFund; readonly path: string }

const commandsPath = (fund: OldFund): string => `/v1/funds/${fund.fundId}/commands`

/** Rates through HTTP beside the disk's and a bare server's: B1, B2 and B4. */
const throughHttp = async ({ fund, path }: Run): Promise<void> => {
  const service = app({ ...fund.needs, log: () => undefined }, { requestsPerMinute: 1e9 })
  const ours = await listening(
    openFor(service, { host: '127.0.0.1', port: 0, listens: () => undefined }),
  )
  const household = await fund.as('household')
  const keeper = await fund.as('record-keeper')
  const own = (await fund.ask(`/v1/funds/${fund.fundId}`, { token: household })).status
  if (own !== 200) throw new Error(`a household is answered ${own}`)
  const bare = await bareServer(path, fund.fundId, fund.owner)
  const headers = (token: string) => ({ host: ourHost, authorization: `Bearer ${token}` })
  const asked = {
    port: portOf(ours),
    path: `/v1/funds/${fund.fundId}/members/${fund.owner}`,
    headers: headers(household),
  }
  const posting = {
    port: portOf(ours),
    path: commandsPath(fund),
    method: 'POST',
    headers: { ...headers(keeper), 'content-type': 'application/json' },
    body: () => JSON.stringify({ commands: [fund.next()] }),
  }
  const figures: Record<string, number[]> = { b1: [], b2: [], b4: [], posts: [], reads: [] }
  for (let round = 0; round <= rounds; round += 1) {
    const kept = disk(join(folder, 'disk'), 1000)
    const perSecond = 1000 / (kept.reduce((sum, ms) => sum + ms, 0) / kept.length)
    const posts = await rateOf(posting, { connections: 64, ms: 2000 })
    const lone = await loneOf(posting, 100)
    const reads = await rateOf(asked, { connections: 32, ms: 2000 })
    const plain = await rateOf({ ...asked, port: portOf(bare) }, { connections: 32, ms: 2000 })
    // The first round warms up.
    if (round === 0) continue
    figures['b1']!.push(posts / perSecond)
    figures['b2']!.push(medianOf(lone) / medianOf(kept))
    figures['b4']!.push(reads / plain)
    figures['posts']!.push(posts)
    figures['reads']!.push(reads)
  }
  ours.close()
  bare.close()
  const { problems } = await auditAll(fund.needs.store, fund.needs.hash)
  const line = (what: string, rows: Rounds, goal: string): void =>
    console.log(`| ${what} | ${told(rows)} | ${goal} |`)
  console.log(`\n| what | ratio | goal |\n|---|---|---|`)
  line('B1 deposits over HTTP, 64 connections / fdatasync a second', figures['b1']!, '1.0, then 3')
  line('B2 a lone deposit over HTTP, median / fdatasync, median', figures['b2']!, 'at most 2')
  line(
    'B4 a member read over HTTP / bare node:http with one SELECT',
    figures['b4']!,
    '0.25, then 0.60',
  )
  console.log(
    `\nDeposits a second ${told(figures['posts']!, 0)}, reads a second ${told(figures['reads']!, 0)}; audited after it: ${problems.length} problems.`,
  )
}

/** CPU of each thing in microseconds, a column a size: B9. */
const growth = async (runs: readonly Run[]): Promise<void> => {
  const pages: readonly (readonly [string, 'household' | 'record-keeper', string])[] = [
    ['own page of a household', 'household', 'me'],
    ['first page of a committee', 'record-keeper', 'today'],
    ['register of loans', 'record-keeper', 'loans'],
    ['health, asked again', 'record-keeper', 'health'],
  ]
  const rows = new Map<string, string[]>()
  for (const { fund } of runs) {
    const add = async (name: string, turns: number, work: () => Promise<unknown>) => {
      await cpuOf(Math.max(3, turns / 4), work)
      const each: number[] = []
      for (let round = 0; round < rounds; round += 1) each.push(await cpuOf(turns, work))
      rows.set(name, [...(rows.get(name) ?? []), told(each, 0)])
    }
    const by = { actor: 'bench', device: 'bench' }
    const write = () => fund.needs.record(fund.fundId, [fund.next()], by)
    await add('a deposit, recorded', 100, write)
    for (const [name, door, page] of pages) {
      const token = await fund.as(door)
      const ask = () => fund.ask(`/funds/${fund.fundId}/${page}`, { token })
      await add(name, 20, ask)
      if (page === 'me')
        await add(`${name}, after a deposit`, 20, async () => {
          await write()
          return ask()
        })
    }
  }
  const heads = runs.map(({ fund }) => `${fund.entries} entries`)
  console.log(`\n| CPU, µs | ${heads.join(' | ')} |\n|---|${heads.map(() => '---').join('|')}|`)
  for (const [name, cells] of rows) console.log(`| ${name} | ${cells.join(' | ')} |`)
  const bytes = runs.map(({ fund }) => `${Math.round(fund.bytes() / fund.entries)}`)
  console.log(`| bytes of the file an entry | ${bytes.join(' | ')} |`)
}

/** From nothing to the first answer, and what that takes of memory: B11. */
const start = (): void => {
  const from = performance.now()
  execFileSync(process.execPath, ['src/cli.ts', '--help'], { stdio: 'ignore' })
  console.log(`\nHelp of the command line: ${((performance.now() - from) / 1000).toFixed(2)} s.`)
}

const main = async (): Promise<void> => {
  console.log(machine())
  const runs: Run[] = []
  for (const size of sizes) {
    const path = join(folder, `${size}.db`)
    runs.push({ fund: await oldFund(path, size), path })
  }
  await growth(runs)
  await throughHttp(runs[0]!)
  start()
  for (const { fund } of runs) await fund.close()
  rmSync(folder, { recursive: true })
}

await main()
