import { expect, test } from 'vitest'
import { inMemory } from '#infra/db/sqlite-file.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { marksBy } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import { doors } from '#src/app/practice/practice-people.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { practice, practiceDay } from '#test/support/service.ts'

/*
 * A service whose rows bear marks, as every one has them: whatever its people and it itself wrote is counted, or its audit
 * would name what nobody has touched.
 */

test('everybody’s first day leaves nothing that the service’s own key does not know', async () => {
  const marks = marksBy({ secret: 'a pepper of a test, long enough to be one' })
  const kept = { path: inMemory, create: true, hash: sha256, deadlineMs: 60_000, marks }
  const store = await sqliteStore(kept)
  const village = await practice({}, paperBookFolder, practiceDay, store as never)
  for (const door of doors) {
    const token = await village.as(door)
    const { status } = await village.ask('/', { token })
    expect([200, 303], door).toContain(status)
  }
  expect(await store.of(village.networkId)).not.toEqual(new Map())
  const { problems } = await auditAll(store, sha256, { signer: village.needs.signer })
  expect(problems).toEqual([])
  await store.close()
})
