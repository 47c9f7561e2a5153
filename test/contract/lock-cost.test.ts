import { expect, test } from 'vitest'
import type { Marks } from '#domain/access/marks.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { marksBy } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import { guess } from '#test/contract/budget-suite.ts'
import { aVillageForEach, fund, path, secret, withFile } from '#test/contract/marked-village.ts'

/* A lock that was taken away is missed; to know that, not all locks are gone through at each guess. */

aVillageForEach()

/** A store that counts how often it looks whether a mark is its own. */
const counting = async () => {
  const marks = marksBy({ secret })
  let looks = 0
  const counted: Marks = {
    ...marks,
    ageOf: (...asked) => {
      looks += 1
      return marks.ageOf(...asked)
    },
  }
  const store = await sqliteStore({
    path,
    create: false,
    hash: sha256,
    deadlineMs: 60_000,
    marks: counted,
  })
  const looksOf = async (act: () => Promise<unknown>): Promise<number> => {
    looks = 0
    await act()
    return looks
  }
  return { store, looksOf }
}

test('a guess at a name that nobody has costs the same after a thousand others', async () => {
  const { store, looksOf } = await counting()
  try {
    const at = (i: number) => () => store.changeBudget(fund, `login:nobody ${i}`, guess)
    await at(0)()
    const first = await looksOf(at(1))
    for (let i = 2; i < 1000; i += 1) await at(i)()
    expect(await looksOf(at(1000))).toBe(first)
  } finally {
    await store.close()
  }
})

test('a lock that was taken away while the service runs is missed, and nobody else is shut out by it', async () => {
  const { store } = await counting()
  try {
    for (const door of ['card:7', 'card:8']) await store.changeBudget(fund, door, guess)
    withFile((database) => database.exec(`delete from budget where subject = 'card:7'`))
    expect(await store.changeBudget(fund, 'card:9', guess)).toBe(0)
    expect(await store.changeBudget(fund, 'card:8', guess)).toBe(1)
    expect(await store.changeBudget(fund, 'card:7', guess)).toBeGreaterThan(1000)
    expect(await store.changeBudget(fund, 'card:10', guess)).toBe(0)
  } finally {
    await store.close()
  }
})

test('what another program of ours writes beside it is learnt', async () => {
  const [one, other] = [await counting(), await counting()]
  try {
    await one.store.changeBudget(fund, 'card:7', guess)
    await other.store.changeBudget(fund, 'card:8', guess)
    await one.store.changeBudget(fund, 'card:9', guess)
    withFile((database) => database.exec(`delete from budget where subject = 'card:8'`))
    expect(await one.store.changeBudget(fund, 'card:8', guess)).toBeGreaterThan(1000)
  } finally {
    await one.store.close()
    await other.store.close()
  }
})
