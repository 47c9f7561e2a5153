import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '#domain/village.ts'
import { postgresStore } from '#infra/db/postgres-store.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import type { Store } from '#infra/db/store.ts'
import type { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { type MadeNetwork, inventNetwork } from '#src/app/demo/network.ts'
import { issueCard } from '#src/app/identity/cards.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { judgingIn } from '#src/app/network/judging.ts'
import { bookOf } from '#src/app/queries.ts'
import { cpuOf, medianOf, told, wallOf } from '#test/bench/measure.ts'
import type { Section } from '#test/bench/section.ts'
import { served } from '#test/bench/sizes.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { startPostgres } from '#test/support/postgres/start.ts'
import { type Practice, practice } from '#test/support/service.ts'

type Size = {
  readonly counts: readonly number[]
  readonly members: number
  readonly years: number
  readonly rounds: number
}

/** A network of so many invented funds in a store, made in so many seconds, and a service on it. */
type Country = {
  readonly made: MadeNetwork
  readonly seconds: number
  readonly service: Practice
  readonly next: () => Command
  readonly fundId: string
}

const until = '2026-03-01'
const by = { actor: 'bench', device: 'bench' }

const planOf = (funds: number, { members, years }: Size) => ({
  funds,
  years,
  seed: '7',
  until,
  members: { least: Math.max(5, Math.ceil(members / 2)), most: Math.max(5, members) },
})

/** The fund that is asked is the first one of the seed: the same in each network. */
const countryIn = async (store: Store, funds: number, size: Size): Promise<Country> => {
  const began = performance.now()
  const made = await inventNetwork(store, sha256, planOf(funds, size))
  const seconds = (performance.now() - began) / 1000
  const kept = store as unknown as ReturnType<typeof memoryStore>
  const service = await practice({}, paperBookFolder, until, kept)
  const { needs, networkId } = service
  const keeper = (await needs.store.userByLogin(networkId, 'practicerecord-keeper'))!
  const [first] = await needs.store.memberships(networkId, keeper.userId)
  const { fundId, memberId } = first!
  await issueCard(needs, { fundId, memberId })
  const members = (await bookOf(needs.store, fundId))!.members
  let turn = 0
  const next = (): Command => {
    turn += 1
    const { memberId: saver } = members[turn % members.length]!
    const said = { type: 'RecordDeposit', memberId: saver, amount: 1_000 + turn }
    return { ...said, id: needs.ids(), v: 1, effectiveOn: until } as Command
  }
  return { made, seconds, service, next, fundId }
}

type Work = () => Promise<unknown>

const ofAllVillages = 'an auditor’s villages, all books read'

/** What is asked of one fund, and of the whole network. */
const worksOf = async ({ service, next, fundId }: Country): Promise<ReadonlyMap<string, Work>> => {
  const { ask, as, needs } = service
  const page = async (door: Parameters<typeof as>[0], path: string): Promise<Work> => {
    const token = await as(door)
    return async () => {
      const answer = await ask(path, { token })
      if (answer.status !== 200) throw new Error(`${path} is answered ${answer.status}`)
      await answer.arrayBuffer()
    }
  }
  return new Map<string, Work>([
    ['a deposit, recorded', () => needs.record(fundId, [next()], by)],
    ['own page of a household', await page('household', `/funds/${fundId}/me`)],
    ['first page of a committee', await page('record-keeper', `/funds/${fundId}/today`)],
    ['an auditor’s first page', await page('auditor', '/')],
    [ofAllVillages, await page('auditor', '/portfolio')],
    ['/network', await page('administrator', '/network')],
    ['/network, looked through for a name', await page('administrator', '/network?name=svay')],
  ])
}

/** In each round all networks take their turn; the first warms up. */
const measured = async (countries: readonly Country[], rounds: number) => {
  const works = await Promise.all(countries.map(worksOf))
  for (const [i, own] of works.entries()) {
    await own.get(ofAllVillages)!()
    await judgingIn(countries[i]!.service.needs.store).settled()
  }
  const found = new Map<string, { readonly cpu: number[][]; readonly wall: number[][] }>()
  for (const name of works[0]!.keys()) {
    const cpu = countries.map((): number[] => [])
    const wall = countries.map((): number[] => [])
    for (let round = 0; round <= rounds; round += 1)
      for (const [i, own] of works.entries()) {
        const work = own.get(name)!
        const used = await cpuOf(round === 0 ? 3 : 8, work)
        const each = await wallOf(3, work)
        if (round > 0) {
          cpu[i]!.push(used)
          wall[i]!.push(medianOf(each))
        }
      }
    found.set(name, { cpu, wall })
  }
  return found
}

const heads = (what: string, counts: readonly number[]): string[] => [
  what,
  ...counts.map((count) => `${count.toLocaleString('en')} funds`),
]

const tableOf = (found: Awaited<ReturnType<typeof measured>>): string[][] =>
  [...found].flatMap(([name, { cpu, wall }]) => [
    [`${name}, CPU µs`, ...cpu.map((each) => told(each, 0))],
    [`${name}, ms by the clock`, ...wall.map((each) => told(each, 1))],
  ])

const madeOf = (countries: readonly Country[]): string[][] => [
  ['members', ...countries.map(({ made }) => made.members.toLocaleString('en'))],
  ['entries', ...countries.map(({ made }) => made.entries.toLocaleString('en'))],
  ['s by the clock to make it', ...countries.map(({ seconds }) => seconds.toFixed(0))],
]

const curvesOf = (
  found: Awaited<ReturnType<typeof measured>>,
  counts: readonly number[],
): NonNullable<Section['curves']>['of'] =>
  [...found].map(([name, { cpu }]) => ({
    name,
    points: cpu.map((each, i) => [counts[i]!, medianOf(each)] as const),
  }))

const sound = async (countries: readonly Country[]): Promise<void> => {
  for (const { service } of countries) {
    const { problems } = await auditAll(service.needs.store, service.needs.hash)
    if (problems.length > 0) throw new Error(JSON.stringify(problems[0]))
  }
}

/** Opening a file until it answers, and looking at the last entries of all its journals, which is done behind the first answers. */
const opened = async (path: string): Promise<{ open: number; tails: number }> => {
  const [cpu, began] = [() => process.cpuUsage(), process.cpuUsage()]
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
  await store.fundIds(1)
  const open = process.cpuUsage(began)
  const later = cpu()
  const broken = await store.lookAtTails()
  const tails = process.cpuUsage(later)
  await store.close()
  if (broken.length > 0) throw new Error(`the tail of ${broken[0]} does not hold`)
  const ms = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000
  return { open: ms(open), tails: ms(tails) }
}

/** A generated network in one file of SQLite, by number of funds. */
export const country = async (folder: string, size: Size): Promise<Section> => {
  const { counts, rounds } = size
  const countries: Country[] = []
  const closing: Store['close'][] = []
  const paths: string[] = []
  for (const count of counts) {
    mkdirSync(join(folder, `${count}`))
    const path = join(folder, `${count}`, 'practice.db')
    const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 600_000 })
    countries.push(await countryIn(store, count, size))
    closing.push(store.close)
    paths.push(path)
  }
  const found = await measured(countries, rounds)
  await sound(countries)
  for (const close of closing) await close()
  const bytes = paths.map((path) => statSync(path).size / 2 ** 20)
  const starts = paths.map((): { open: number; tails: number }[] => [])
  const ready = paths.map((): (readonly [number, number])[] => [])
  for (let round = 0; round < 3; round += 1)
    for (const [i, path] of paths.entries()) {
      starts[i]!.push(await opened(path))
      ready[i]!.push(await served(join(path, '..')))
    }
  const row = (what: string, of: (i: number) => number[], digits: number) => [
    what,
    ...paths.map((_, i) => told(of(i), digits)),
  ]
  return {
    name: 'country',
    title: 'A generated network in one file of SQLite, by number of funds',
    heads: heads('', counts),
    rows: [
      ...madeOf(countries),
      ['MiB of the file', ...bytes.map((each) => each.toFixed(0))],
      ...tableOf(found),
      row(
        'opening the file until it answers, CPU ms',
        (i) => starts[i]!.map(({ open }) => open),
        0,
      ),
      row(
        'looking at the last fifty entries of all, CPU ms',
        (i) => starts[i]!.map(({ tails }) => tails),
        0,
      ),
      row('service started until ready, ms by the clock', (i) => ready[i]!.map(([ms]) => ms), 0),
      row(
        'its memory when nobody has asked anything, MiB',
        (i) => ready[i]!.map(([, mib]) => mib),
        0,
      ),
    ],
    notes: [
      `Seed 7, ${size.years} year(s), ${planOf(1, size).members.least} to ${planOf(1, size).members.most} members a fund, a meeting a month. Beside the network the paper book of the tests (2,002 entries) is in the file. The fund that is asked is the same in each. All funds were audited after the rounds: no problem.`,
    ],
    curves: { title: 'CPU in µs by number of funds in the file', of: curvesOf(found, counts) },
  }
}

/** The same on one PostgreSQL, a database a network. */
export const countryOnPostgres = async (size: Size): Promise<Section> => {
  const { counts, rounds } = size
  const { url, stop } = await startPostgres()
  const countries: Country[] = []
  const closing: Store['close'][] = []
  const { Client } = await import('pg')
  const server = new Client({ connectionString: url })
  await server.connect()
  for (const count of counts) {
    await server.query(`create database country_${count}`)
    const database = new URL(url)
    database.pathname = `/country_${count}`
    const store = await postgresStore({ url: database.href, create: true, deadlineMs: 600_000 })
    countries.push(await countryIn(store, count, size))
    closing.push(store.close)
    await server.query('analyze')
  }
  const found = await measured(countries, rounds)
  const sizes: string[] = []
  for (const count of counts) {
    const { rows } = await server.query(`select pg_database_size('country_${count}') as bytes`)
    sizes.push((Number(rows[0].bytes) / 2 ** 20).toFixed(0))
  }
  for (const close of closing) await close()
  await server.end()
  await stop()
  return {
    name: 'country-postgres',
    title: 'A generated network on one PostgreSQL, by number of funds',
    heads: heads('', counts),
    rows: [...madeOf(countries), ['MiB of the database', ...sizes], ...tableOf(found)],
    notes: [
      `Seed 7, ${size.years} year(s), ${planOf(1, size).members.least} to ${planOf(1, size).members.most} members a fund, a meeting a month. The embedded server of the tests on the same machine, with fsync and autovacuum off and tables analysed once: its clock says nothing of a disk, and CPU is that of the service alone. The whole was not audited.`,
    ],
    curves: {
      title: 'CPU in µs of the service by number of funds in the database',
      of: curvesOf(found, counts),
    },
  }
}
