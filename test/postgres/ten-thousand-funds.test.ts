import type { Client } from 'pg'
import { expect, test } from 'vitest'
import { postgresStore } from '#infra/db/postgres-store.ts'
import type { memoryStore } from '#infra/memory/store.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { joinFunds, portfolioWaits, writtenFunds } from '#test/support/listed-funds.ts'
import { asking, newDatabases } from '#test/support/postgres/databases.ts'
import { practice, practiceDay } from '#test/support/service.ts'

const newDatabase = newDatabases()

/** Written once by the store, and copied under other ids by the server itself. */
const [written, copies] = [100, 99]

const ofFund = `select table_name, array_agg(quote_ident(column_name)) as columns
  from information_schema.columns where table_schema = 'public' and table_name in
    (select table_name from information_schema.columns where column_name = 'fund_id')
  group by table_name`

/** Copies all rows of some funds, and gives the ids of the copies. */
const copied = async (client: Client, fundIds: readonly string[]): Promise<readonly string[]> => {
  await client.query('set session_replication_role = replica')
  const copyId = `overlay(overlay(md5(fund_id || n) placing '8' from 13) placing '8' from 17)::uuid::text`
  const from = `from generate_series(1, ${copies}) as n`
  const { rows: tables } = await client.query<{ table_name: string; columns: string[] }>(ofFund)
  for (const { table_name: table, columns } of tables) {
    const values = columns.map((name) => (name === 'fund_id' ? copyId : `t.${name}`))
    await client.query(
      `insert into ${table} (${columns.join(',')}) select ${values.join(',')} ${from}, ${table} as t
        where fund_id = any($1)`,
      [fundIds],
    )
  }
  const { rows } = await client.query<{ id: string }>(
    `select ${copyId} as id ${from}, unnest($1::text[]) as t(fund_id)`,
    [fundIds],
  )
  await client.query('analyze')
  return rows.map(({ id }) => id)
}

test('an auditor of ten thousand villages on a server waits less than two seconds for all of them, while their books are being read', async () => {
  const url = await newDatabase()
  const store = await postgresStore({ url, create: false, deadlineMs: 60_000 })
  const kept = store as unknown as ReturnType<typeof memoryStore>
  const village = await practice({}, paperBookFolder, practiceDay, kept)
  const first = await writtenFunds(village, written, practiceDay)
  const all = [...first, ...(await asking(url, (client) => copied(client, first)))]
  await joinFunds(village, all, practiceDay)
  const { page, own, said } = await portfolioWaits(village, async () => undefined)
  console.log(`10,001 villages on PostgreSQL: ${said}`)
  expect(page).toContain('10001 villages')
  expect(page.match(/\/health"/g)).toHaveLength(5)
  expect(own).toBeLessThan(2000)
  await store.close()
})
