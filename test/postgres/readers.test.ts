import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '#infra/db/codes.ts'
import { type OpenPostgres, openPostgres } from '#infra/db/postgres.ts'
import { leasesOf } from '#infra/db/postgres-lease.ts'
import { transactionsOn } from '#infra/db/postgres-runs.ts'
import { type Statements, tables } from '#infra/db/tables.ts'
import { newDatabases } from '#test/support/postgres/databases.ts'

const newDatabase = newDatabases()
const deadlineMs = 20_000
let database: OpenPostgres

beforeAll(async () => {
  const bounds = { max: 4, reachMs: 5000, isPipelined: true }
  database = await openPostgres(await newDatabase(), bounds)
})
afterAll(() => database.close())

const transactions = () => transactionsOn(leasesOf(database.pool, { isPrepared: true }), deadlineMs)
const until = (): number => performance.timeOrigin + performance.now() + deadlineMs

type Seen = { readonly scope: string; readonly pid: number }
const seenBy = async (em: Statements): Promise<Seen> => {
  const { rows } = await sql<Seen>`
    select current_setting('village.scope') as scope, pg_backend_pid() as pid`.execute(tables(em))
  return rows[0]!
}

test('of many who ask about two funds at the same time each sees what is of its own, at its first question and at its last', async () => {
  const { read, close } = transactions()
  const scopes = Array.from({ length: 120 }, (_, n) => (n % 7 < 3 ? 'fund-a' : 'fund-b'))
  const seen = await Promise.all(
    scopes.map((scope) =>
      read({
        scope,
        until: until(),
        work: async (em) => [await seenBy(em), await seenBy(em), await seenBy(em)],
      }),
    ),
  )
  expect(seen.map((all) => all.map((one) => one.scope))).toEqual(
    scopes.map((scope) => [scope, scope, scope]),
  )
  await close()
})

test('who asks about the same rows goes on in one transaction, and what one of them met with is no answer to the others', async () => {
  const { read, close } = transactions()
  const ask = <T>(work: (em: Statements) => Promise<T>): Promise<T> =>
    read({ scope: 'fund-a', until: until(), work })
  const together = await Promise.all(Array.from({ length: 8 }, () => ask(seenBy)))
  expect(new Set(together.map(({ pid }) => pid)).size).toBe(1)
  const failing = ask((em) => sql`select 1 / (1 - length('a'))`.execute(tables(em)))
  const others = Array.from({ length: 8 }, () => ask(seenBy))
  expect(await failing.catch(codeOf)).toBe('22012')
  expect((await Promise.all(others)).map(({ scope }) => scope)).toEqual(others.map(() => 'fund-a'))
  await close()
})

test('rows that a rule refuses are refused, though COMMIT was sent with them, and the connection goes on', async () => {
  const { read, write, close } = transactions()
  const row = { fund_id: 'fund-a', number: 1, account: 'cash', currency: 'KHR' }
  const put = (): Promise<void> =>
    write({
      scope: 'fund-a',
      until: until(),
      work: async (em) => {
        await tables(em).insertInto('account').values(row).execute()
      },
    })
  await put()
  expect(await put().catch(codeOf)).toBe('23505')
  const found = await read({
    scope: 'fund-a',
    until: until(),
    work: (em) => tables(em).selectFrom('account').select('number').execute(),
  })
  expect(found).toEqual([{ number: 1 }])
  await close()
})
