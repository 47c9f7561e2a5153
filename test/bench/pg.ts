import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { migrateUpPostgres } from '#infra/db/postgres.ts'
import type { Store } from '#infra/db/store.ts'
import type { memoryStore } from '#infra/memory/store.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { interleaved, medianOf, over, told } from '#test/bench/measure.ts'
import { agedFund } from '#test/bench/old-fund.ts'
import { benchMarks, openStore } from '#test/bench/pg-books.ts'
import { type Asked, newClient } from '#test/bench/requests.ts'
import type { Section } from '#test/bench/section.ts'
import { proxyTo } from '#test/support/postgres/proxy.ts'
import { startPostgres } from '#test/support/postgres/start.ts'
import { ourHost } from '#test/support/service.ts'

type Fund = Awaited<ReturnType<typeof agedFund>>
type Service = {
  readonly port: number
  /** Microseconds of CPU so far. */
  readonly cpu: () => Promise<number>
  readonly stop: () => void
}

const answered = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T))
    child.once('exit', () => reject(new Error('a service has ended')))
  })

const service = async (url: string, now: string): Promise<Service> => {
  const script = fileURLToPath(new URL('pg-service.ts', import.meta.url))
  const child = fork(script, [url, now])
  const { port } = await answered<{ readonly port: number }>(child)
  return {
    port,
    cpu: async () => {
      child.send('cpu')
      return (await answered<{ readonly cpu: number }>(child)).cpu
    },
    stop: () => child.disconnect(),
  }
}

/** What the server itself does: rows of 600 bytes, each committed by itself, over so many connections. */
const rawRows = async (url: string) => {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client({ connectionString: url })
      await client.connect()
      return client
    }),
  )
  await clients[0]!.query('create table raw_row (id bigserial primary key, data text)')
  const query = { name: 'raw', text: 'insert into raw_row (data) values ($1)' }
  const values = ['x'.repeat(600)]
  return {
    commits: async (ms: number): Promise<number> => {
      const began = performance.now()
      let count = 0
      const one = async (client: Client): Promise<void> => {
        for (; performance.now() - began < ms; count += 1) await client.query({ ...query, values })
      }
      await Promise.all(clients.map(one))
      return (count * 1000) / (performance.now() - began)
    },
    close: () => Promise.all(clients.map((client) => client.end())),
  }
}

const connections = 16

const askedOf = async (fund: Fund) => {
  const at = `/v1/funds/${fund.fundId}`
  const keeper = { host: ourHost, authorization: `Bearer ${await fund.as('record-keeper')}` }
  const household = { host: ourHost, authorization: `Bearer ${await fund.as('household')}` }
  const path = `${at}/members/${fund.owner}`
  const json = { ...keeper, 'content-type': 'application/json' }
  return {
    post: ({ port }: Service): Asked => ({ port, path: `${at}/commands`, headers: json }),
    read: ({ port }: Service): Asked => ({ port, path, headers: household }),
  }
}

/** Transactions and statements of one request, asked alone, on the line to the server. */
const counted = async (
  { url, now }: { readonly url: string; readonly now: string },
  ask: (own: Service, turns: number) => Promise<unknown>,
) => {
  const line = await proxyTo(url)
  const own = await service(line.url, now)
  await ask(own, 20)
  line.asked()
  const turns = 50
  await ask(own, turns)
  // The last one is left open for whoever comes next.
  await new Promise((go) => setTimeout(go, 100))
  const { transactions, statements } = line.asked()
  own.stop()
  await line.vanish()
  return { transactions: transactions / turns, statements: statements / turns }
}

type Much = { readonly rounds: number; readonly ms: number }

const measured = async (url: string, { rounds, ms }: Much) => {
  const store: Store = await openStore(url, benchMarks)
  const fund = await agedFund(store as unknown as ReturnType<typeof memoryStore>, 2_300)
  const now = fund.needs.clock()
  const deposits = { on: fund.today, members: fund.members }
  const { post, read } = await askedOf(fund)
  const clients = [newClient(), newClient()]
  const [client, other] = clients as [(typeof clients)[0], (typeof clients)[0]]
  const lone = async (own: Service, turns: number, of: typeof post, more: object) =>
    client.ask({ kind: 'lone', asked: of(own), turns, ...more })
  const perPost = await counted({ url, now }, (own, turns) => lone(own, turns, post, { deposits }))
  const perRead = await counted({ url, now }, (own, turns) => lone(own, turns, read, {}))
  const [one, two] = [await service(url, now), await service(url, now)]
  const raw = await rawRows(url)
  const cpu: Record<'posts' | 'reads', number[]> = { posts: [], reads: [] }
  const rateOf = async (of: 'posts' | 'reads') => {
    const before = await one.cpu()
    const asked = of === 'posts' ? { asked: post(one), deposits } : { asked: read(one) }
    const [rate, count] = await client.ask({ kind: 'rate', connections, ms, ...asked })
    cpu[of].push(((await one.cpu()) - before) / count!)
    return rate!
  }
  const found = await interleaved(rounds, {
    raw: () => raw.commits(ms),
    posts: () => rateOf('posts'),
    both: async () => {
      const half = { kind: 'rate', connections: connections / 2, ms, deposits } as const
      const rates = await Promise.all([
        client.ask({ ...half, asked: post(one) }),
        other.ask({ ...half, asked: post(two) }),
      ])
      return rates.reduce((sum, [rate]) => sum + rate!, 0)
    },
    reads: () => rateOf('reads'),
    lone: async () => medianOf(await lone(one, 100, post, { deposits })),
    check: async () => {
      const { problems } = await auditAll(store, fund.needs.hash)
      if (problems.length > 0) throw new Error(JSON.stringify(problems[0]))
      return 0
    },
  })
  for (const each of [one, two, ...clients]) each.stop()
  await raw.close()
  await store.close()
  return { ...found, cpu, perPost, perRead, entries: fund.entries }
}

const perSecond = (rates: number[]): string => `${told(rates, 0)} a second`
const asked = ({ transactions, statements }: { transactions: number; statements: number }) =>
  `${statements.toFixed(1)} statements, of which ${transactions.toFixed(2)} begin a transaction`

/** A fund on a PostgreSQL server: what a request costs there, beside the server's own commits. */
export const pg = async (much: Much): Promise<Section> => {
  const server = await startPostgres({ isDurable: true })
  await migrateUpPostgres(server.url)
  const seen = await measured(server.url, much)
  await server.stop()
  const { raw, posts, both, reads, lone, cpu, perPost, perRead, entries } = seen
  return {
    name: 'pg',
    title: 'On PostgreSQL',
    heads: ['what', 'ratio', 'goal', 'seen'],
    rows: [
      ['transactions a lone deposit', perPost.transactions.toFixed(2), '1', asked(perPost)],
      [
        'transactions a lone read of a member',
        perRead.transactions.toFixed(2),
        '1',
        asked(perRead),
      ],
      [
        'deposits over HTTP, 16 connections / rows of 600 bytes, each its own commit, 16 connections',
        told(over(posts, raw), 3),
        '0.25',
        `${perSecond(posts)}, ${told(cpu.posts, 0)} µs of CPU each; rows ${perSecond(raw)}`,
      ],
      [
        'the same by two processes on one fund / by one, nobody refused',
        told(over(both, posts)),
        'at least 1',
        perSecond(both),
      ],
      ['a lone deposit, ms', told(lone), '', ''],
      [
        'a member read over HTTP, 16 connections',
        '',
        '',
        `${perSecond(reads)}, ${told(cpu.reads, 0)} µs of CPU each`,
      ],
    ],
    notes: [
      `A fund of ${entries} entries on the embedded PostgreSQL, which keeps each commit on the disk; server, services and clients share the two cores, so that a service which works all the time leaves the server half of what the rows had for themselves. Beside the server's commits a deposit is held back by the processor of the service and not by the line: what it costs there is in the last column. A request that was refused ends the bench; after each round the fund was audited: no problem.`,
    ],
  }
}
