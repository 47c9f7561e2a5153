import { expect, test } from 'vitest'
import { postgresStore } from '#infra/db/postgres-store.ts'
import { missingGuardsPostgres } from '#infra/db/postgres-looks.ts'
import { marksBy } from '#infra/system/marks.ts'
import { fill, fund, now, secret } from '#test/contract/marked-village.ts'
import { cardRow, network } from '#test/contract/people-life.ts'
import { connected, newDatabases } from '#test/support/postgres/databases.ts'

const newDatabase = newDatabases()

test('on a server too a planted row is named, one that is gone is missed, and so is a guard that was turned off', async () => {
  const url = await newDatabase()
  const marks = marksBy({ secret })
  const store = await postgresStore({ url, create: false, deadlineMs: 30_000, marks })
  await fill(store)
  await store.changeOpenSession(network, 'session-1', { steppedUpAt: now })
  await store.keepCard(cardRow({ revokedAt: now }))
  const faults = async () =>
    [...(await store.markFaults(fund)), ...(await store.markFaults(network))].map(
      ({ kind, key, fault }) => `${kind} ${key} ${fault}`,
    )
  expect(await faults()).toEqual([])
  const client = await connected(url)
  await client.query(`update membership set member_id = 'm7'`)
  await client.query('delete from kinship')
  await client.query('alter table activity disable trigger activity_no_change')
  await client.query(
    'delete from activity where activity_id = (select min(activity_id) from activity)',
  )
  await client.query('drop trigger entry_in_order on entry')
  await client.end()
  expect(await faults()).toEqual([
    'kinship  not-complete',
    'activity  not-complete',
    'membership user-1 fund-a not-ours',
    'membership  not-complete',
  ])
  expect(await store.memberships(network, 'user-1')).toEqual([])
  expect(await missingGuardsPostgres(url)).toEqual(['entry_in_order', 'activity_no_change'])
  await store.close()
})
