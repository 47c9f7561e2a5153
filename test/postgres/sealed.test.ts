import { expect, test } from 'vitest'
import { postgresStore } from '#infra/db/postgres-store.ts'
import { marksBy } from '#infra/system/marks.ts'
import {
  allCanaries,
  canariesIn,
  fund,
  keepCanaries,
  readCanaries,
} from '#test/contract/canary-people.ts'
import { network } from '#test/contract/people-life.ts'
import { connected, newDatabases } from '#test/support/postgres/databases.ts'

const newDatabase = newDatabases()
const secret = 'a pepper of a test, long enough to be one'
const now = '2026-01-20T03:00:00.000Z'

/** All rows of all tables, as a dump has them. */
const dumpOf = async (url: string): Promise<Buffer> => {
  const client = await connected(url)
  try {
    const { rows } = await client.query(
      `select table_name from information_schema.tables where table_schema = 'public'`,
    )
    const parts: string[] = []
    for (const { table_name: table } of rows as { table_name: string }[])
      parts.push(JSON.stringify((await client.query(`select * from "${table}"`)).rows))
    return Buffer.from(parts.join('\n'))
  } finally {
    await client.end()
  }
}

test('on a server too no name, nominee, relation, note, login or photo stands in a row, and what did is sealed', async () => {
  const url = await newDatabase()
  const options = { url, create: false, deadlineMs: 30_000 }
  const plain = await postgresStore(options)
  await keepCanaries(plain)
  const read = await readCanaries(plain)
  await plain.close()
  expect(canariesIn(await dumpOf(url))).toEqual(allCanaries)
  const store = await postgresStore({ ...options, marks: marksBy({ secret }) })
  for (const scope of [fund, network]) await store.markAnew(scope, { at: now, how: 'first' })
  expect(await readCanaries(store)).toStrictEqual(read)
  for (const scope of [fund, network]) {
    expect(await store.sealAnew(scope)).toBeGreaterThan(0)
    expect(await store.markFaults(scope)).toEqual([])
  }
  expect(await readCanaries(store)).toStrictEqual(read)
  expect(canariesIn(await dumpOf(url))).toEqual([])
  await store.close()
  const other = await postgresStore({ ...options, marks: marksBy({ secret: `${secret} of now` }) })
  await expect(other.names(fund)).rejects.toThrow('PEPPER')
  await other.close()
  const own = await newDatabase()
  const anew = await postgresStore({ ...options, url: own, marks: marksBy({ secret }) })
  await keepCanaries(anew)
  expect(await readCanaries(anew)).toStrictEqual(read)
  expect(canariesIn(await dumpOf(own))).toEqual([])
  await anew.close()
})
