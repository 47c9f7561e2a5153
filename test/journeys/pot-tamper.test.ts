import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'

test('a line of the pot that was altered is found and named, and so is a view of it', async () => {
  const { store, a } = await twoNetworks()
  expect((await auditAll(store, sha256)).ok).toBe(true)
  const rows = await store.networks.read(a.networkId, 0, 5000)
  const gift = rows.find(({ id }) => id === a.potMove)!
  const altered = rows.map((row) =>
    row.id === gift.id ? { ...row, data: row.data.replaceAll('10000', '90000') } : row,
  )
  const networks = {
    ...store.networks,
    read: async (id: string, after: number) =>
      (id === a.networkId ? altered : await store.networks.read(id, 0, 5000)).filter(
        ({ seq }) => seq > after,
      ),
  }
  const { problems } = await auditAll({ ...store, networks }, sha256)
  expect(problems).toContainEqual({
    fundId: a.networkId,
    seq: gift.seq,
    id: gift.id,
    field: 'row',
    check: 'hash',
  })
  expect(problems).toContainEqual(
    expect.objectContaining({ fundId: a.networkId, field: 'pot-window', check: 'view' }),
  )
})

test('postings of the pot that do not sum to zero are named', async () => {
  const { store, a } = await twoNetworks()
  const rows = await store.networks.read(a.networkId, 0, 5000)
  const altered = rows.map((row) =>
    row.id === a.potMove ? { ...row, data: row.data.replace('-10000', '-9000') } : row,
  )
  const networks = {
    ...store.networks,
    read: async (id: string, after: number) =>
      (id === a.networkId ? altered : await store.networks.read(id, 0, 5000)).filter(
        ({ seq }) => seq > after,
      ),
  }
  const { problems } = await auditAll({ ...store, networks }, sha256)
  expect(problems).toContainEqual(expect.objectContaining({ id: a.potMove, check: 'sum-to-zero' }))
})
