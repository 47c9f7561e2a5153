import { createServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { bytesOf } from '#infra/db/digits.ts'
import { openFor } from '#src/cli/service/listening.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { type Recorder, recorder } from '#src/app/record.ts'
import { app } from '#src/http/app.ts'
import { disk, interleaved, medianOf, over, told } from '#test/bench/measure.ts'
import type { OldFund } from '#test/bench/old-fund.ts'
import { type Asked, type Deposits, newClient } from '#test/bench/requests.ts'
import type { Section } from '#test/bench/section.ts'
import { ourHost } from '#test/support/service.ts'

const portOf = (server: Server): number => (server.address() as AddressInfo).port

const listening = (server: Server): Promise<Server> =>
  new Promise((resolve) => {
    if (server.listening) resolve(server)
    else server.on('listening', () => resolve(server))
  })

/** The same answer without anything around it: one statement, one header, one text. */
const bareServer = (path: string, { fundId, owner }: OldFund): Promise<Server> => {
  const database = new Database(path, { readonly: true })
  // Without CROSS the planner goes through all balances of the fund.
  const sum = database.prepare(
    `select sum(amount) as sum from account a
      cross join balance b on b.fund_id = a.fund_id and b.account = a.number
      where a.fund_id = ? and a.account = ?`,
  )
  const server = createServer((_, answer) => {
    const found = sum.get(bytesOf(fundId), `liability:savings:${owner}`) as { sum: number }
    answer.setHeader('content-type', 'application/json')
    answer.end(JSON.stringify({ saved: -found.sum }))
  })
  server.listen(0, '127.0.0.1')
  server.on('close', () => database.close())
  return listening(server)
}

/** The same service, in which every list of commands has a commit of its own. */
const recorderAlone = ({ needs: { store, clock, hash } }: OldFund): Recorder =>
  recorder({ journal: store, clock, hash }, { togetherMax: 1 })

const serving = ({ needs }: OldFund, record: Recorder): Promise<Server> => {
  const service = app({ ...needs, record, log: () => undefined }, { requestsPerMinute: 1e9 })
  return listening(openFor(service, { host: '127.0.0.1', port: 0, listens: () => undefined }))
}

/** Requests for a member's balance and for one deposit more, with the tokens of those who may. */
const askedOf = async (fund: OldFund, ours: Server): Promise<{ read: Asked; post: Asked }> => {
  const household = await fund.as('household')
  const keeper = await fund.as('record-keeper')
  const port = portOf(ours)
  const headers = (token: string) => ({ host: ourHost, authorization: `Bearer ${token}` })
  const at = `/v1/funds/${fund.fundId}`
  return {
    read: { port, path: `${at}/members/${fund.owner}`, headers: headers(household) },
    post: {
      port,
      path: `${at}/commands`,
      headers: { ...headers(keeper), 'content-type': 'application/json' },
    },
  }
}

/** What this process spent on each of so many requests, in microseconds of CPU. */
const spent = async (work: () => Promise<number[]>): Promise<readonly [number, number]> => {
  const before = process.cpuUsage()
  const [rate, count] = await work()
  const { user, system } = process.cpuUsage(before)
  return [rate!, (user + system) / count!]
}

type Measured = Readonly<
  Record<'syncs' | 'posts' | 'alone' | 'lone' | 'reads' | 'bare', number[]>
> & {
  readonly cpu: Readonly<Record<'read' | 'post', number[]>>
}

/** Rates, milliseconds and CPU round by round, asked by another process. */
const measured = async (
  {
    fund,
    path,
    folder,
  }: { readonly fund: OldFund; readonly path: string; readonly folder: string },
  { rounds, ms }: { readonly rounds: number; readonly ms: number },
): Promise<Measured> => {
  const ours = await serving(fund, fund.needs.record)
  const unshared = await serving(fund, recorderAlone(fund))
  const bare = await bareServer(path, fund)
  const client = newClient()
  const { read, post } = await askedOf(fund, ours)
  const deposits: Deposits = { on: fund.today, members: fund.members }
  const cpu: Record<'read' | 'post', number[]> = { read: [], post: [] }
  const counted = async (of: 'read' | 'post', work: () => Promise<number[]>) => {
    const [rate, each] = await spent(work)
    cpu[of].push(each)
    return rate
  }
  const found = await interleaved(rounds, {
    syncs: () => 1000 / medianOf(disk(join(folder, 'disk'), 500)),
    posts: () =>
      counted('post', () =>
        client.ask({ kind: 'rate', asked: post, deposits, connections: 64, ms }),
      ),
    alone: async () => {
      const asked = { ...post, port: portOf(unshared) }
      return (await client.ask({ kind: 'rate', asked, deposits, connections: 64, ms }))[0]!
    },
    lone: async () =>
      medianOf(await client.ask({ kind: 'lone', asked: post, deposits, turns: 100 })),
    reads: () =>
      counted('read', () => client.ask({ kind: 'rate', asked: read, connections: 32, ms })),
    bare: async () => {
      const asked = { ...read, port: portOf(bare) }
      return (await client.ask({ kind: 'rate', asked, connections: 32, ms }))[0]!
    },
    // A fast round in which something went wrong is none.
    check: async () => {
      const { problems } = await auditAll(fund.needs.store, fund.needs.hash)
      if (problems.length > 0) throw new Error(JSON.stringify(problems[0]))
      return 0
    },
  })
  client.stop()
  for (const server of [ours, unshared, bare]) server.close()
  return { ...found, cpu: { read: cpu.read.slice(1), post: cpu.post.slice(1) } }
}

const perSecond = (rates: number[]): string => `${told(rates, 0)} a second`

/** Rates through HTTP beside the disk's and a bare server's: B1, B2 and B4. */
export const throughHttp = async (
  on: { readonly fund: OldFund; readonly path: string; readonly folder: string },
  much: { readonly rounds: number; readonly ms: number },
): Promise<Section> => {
  const { syncs, posts, alone, lone, reads, bare, cpu } = await measured(on, much)
  const waited = lone.map((ms, i) => (ms * syncs[i]!) / 1000)
  return {
    name: 'http',
    title: 'Beside the machine (B1, B2, B4)',
    heads: ['what', 'ratio', 'goal', 'seen'],
    rows: [
      [
        'B1 deposits over HTTP, 64 connections / fdatasync a second',
        told(over(posts, syncs)),
        '1.0, then 3',
        `${perSecond(posts)}, ${told(cpu.post, 0)} µs of CPU each`,
      ],
      [
        'B1 the same / each deposit in a commit of its own',
        told(over(posts, alone)),
        'at least 6',
        perSecond(alone),
      ],
      [
        'B2 a lone deposit over HTTP, median / fdatasync, median',
        told(waited),
        'at most 2',
        `${told(lone)} ms`,
      ],
      [
        'B4 a member read over HTTP / bare node:http with one SELECT',
        told(over(reads, bare)),
        '0.25, then 0.60',
        `${perSecond(reads)}, ${told(cpu.read, 0)} µs of CPU each; bare ${perSecond(bare)}`,
      ],
    ],
    notes: [
      `A fund of ${on.fund.entries} entries; the disk kept 4 KiB ${told(syncs, 0)} times a second. The client is a process of its own. After each round the whole fund was audited: no problem.`,
    ],
  }
}
