import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresStore } from '#infra/db/postgres-store.ts'
import type { Store } from '#infra/db/store.ts'
import type { memoryStore } from '#infra/memory/store.ts'
import { marksBy } from '#infra/system/marks.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { asking, newDatabases } from '#test/support/postgres/databases.ts'
import { type Proxy, proxyTo } from '#test/support/postgres/proxy.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

const newDatabase = newDatabases()
let url: string
let line: Proxy
let store: Store
let its: Practice
let members: readonly string[]
let tokens: Readonly<Record<'record-keeper' | 'household' | 'auditor', string>>

beforeAll(async () => {
  url = await newDatabase()
  line = await proxyTo(url)
  const marks = marksBy({ secret: 'a pepper of a test' })
  store = await postgresStore({ url: line.url, create: false, deadlineMs: 60_000, marks })
  its = await practice(
    {},
    paperBookFolder,
    practiceDay,
    store as unknown as ReturnType<typeof memoryStore>,
  )
  members = (await store.subjects(its.fundId))
    .filter(({ kind }) => kind === 'member')
    .map(({ key }) => key)
  tokens = {
    'record-keeper': await its.as('record-keeper'),
    household: await its.as('household'),
    auditor: await its.as('auditor'),
  }
})
afterAll(async () => {
  await store.close()
  await line.vanish()
})

/** Until no transaction is left open for whoever comes next. */
const quiet = (): Promise<void> =>
  asking(url, async (client) => {
    for (;;) {
      const { rowCount } = await client.query(`select 1 from pg_stat_activity
        where datname = current_database() and application_name = 'village-fund' and state <> 'idle'`)
      if (rowCount === 0) return
      await setTimeout(5)
    }
  })

const triesMax = 4

/**
 * What a request asked of the server, once nothing that was asked before is open there. On a machine that is busy a request
 * may come back to its transaction too late: it is the least of some tries that counts.
 */
const askedBy = async (request: () => Promise<Response>, most = 1) => {
  await request()
  for (let tries = 1; ; tries += 1) {
    await quiet()
    line.asked()
    const answer = await request()
    const text = await answer.text()
    await quiet()
    const asked = { ...line.asked(), status: answer.status, text }
    if (asked.transactions <= most || tries === triesMax) return asked
  }
}

const deposit = (memberId: string) => ({
  type: 'RecordDeposit',
  id: its.needs.ids(),
  v: 1,
  effectiveOn: practiceDay,
  memberId,
  amount: 1_000,
})

const post =
  (commands: () => readonly object[], query = '') =>
  () =>
    its.ask(`/v1/funds/${its.fundId}/commands${query}`, {
      token: tokens['record-keeper'],
      json: { commands: commands() },
    })

test('whatever is sent to a fund is one transaction on the server: one deposit, a whole meeting, what is refused, what comes again', async () => {
  const again = deposit(members[0]!)
  const lists: Readonly<Record<string, () => readonly object[]>> = {
    'one deposit': () => [deposit(members[0]!)],
    'a meeting': () => members.slice(0, 30).map(deposit),
    'nobody’s deposit': () => [deposit(its.needs.ids())],
    'the same again': () => [again],
    'a payout': () => [
      {
        ...deposit(members[1]!),
        type: 'RecordPayout',
        amount: undefined,
        loanId: its.needs.ids(),
        number: its.needs.ids().slice(-8),
        product: 'normal',
        principal: 100_000,
        months: 10,
      },
    ],
  }
  for (const [name, commands] of Object.entries(lists)) {
    const asked = await askedBy(post(commands))
    expect([name, asked.status]).toEqual([name, 200])
    expect([name, asked.transactions, asked.text]).toEqual([name, 1, asked.text])
    expect([name, asked.statements <= 20, asked.statements]).toEqual([name, true, asked.statements])
    // Alone it would be eleven, were each statement waited for before the next one is sent.
    expect([name, asked.turns <= 9, asked.turns]).toEqual([name, true, asked.turns])
  }
})

test('sixteen who send at the same time have at most one transaction each, and most of them share one', async () => {
  await post(() => [deposit(members[0]!)])()
  await quiet()
  line.asked()
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, i) => post(() => [deposit(members[i % 16]!)])()),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  await quiet()
  expect(line.asked().transactions).toBeLessThanOrEqual(answers.length)
})

/** Every list and subject of a fund that the API reads, as the description has them. */
const readsOf = async (): Promise<readonly string[]> => {
  const described = (await (await its.ask('/openapi.json')).json()) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  }
  const values: Readonly<Record<string, string>> = { fundId: its.fundId, memberId: members[0]! }
  return Object.entries(described.paths).flatMap(([path, methods]) => {
    const isFilled = [...path.matchAll(/\{(\w+)\}/g)].every(([, name]) => name! in values)
    if (!('get' in methods) || !path.startsWith('/v1/funds/{fundId}') || !isFilled) return []
    return [path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name]!)]
  })
}

/** Whoever reads a log finds that it is read on top of it, and whoever takes names along is written down before: that comes first. */
const isWrittenFirst = (path: string): boolean => path.includes('/log') || path.endsWith('/phone')

test('whatever is read of a fund by the API is one transaction, with its line in the log', async () => {
  const told: Record<string, unknown> = {}
  let asked = 0
  for (const path of await readsOf())
    for (const [who, token] of Object.entries(tokens)) {
      const most = isWrittenFirst(path) ? 2 : 1
      const { status, transactions } = await askedBy(() => its.ask(path, { token }), most)
      asked += 1
      if (status < 400 && transactions > most) told[`${who} ${path}`] = transactions
    }
  expect(told).toEqual({})
  expect(asked).toBeGreaterThan(50)
})
