import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookOf } from '#src/app/queries.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import type { memoryStore } from '#infra/memory/store.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { practice, practiceDay } from '#test/support/service.ts'

const newFile = temporaryFiles()

/* Every statement that SQLite is given to prepare: to prepare one takes longer than to run it. */
const { prepare } = Database.prototype
let made: string[] = []
beforeEach(() => {
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    made.push(sql)
    return prepare.call(this, sql)
  } as typeof prepare
})
afterEach(() => {
  Database.prototype.prepare = prepare
})

const village = async () => {
  const store = await sqliteStore({
    path: newFile(),
    create: true,
    hash: sha256,
    deadlineMs: 60_000,
  })
  const kept = store as unknown as ReturnType<typeof memoryStore>
  return { store, ...(await practice({}, paperBookFolder, practiceDay, kept)) }
}

test('a deposit like the one before it, and a look like the one before it, prepare no statement anew', async () => {
  const { store, ask, as, fundId, needs } = await village()
  const token = await as('record-keeper')
  const { memberId } = (await bookOf(needs.store, fundId))!.members[0]!
  const deposit = { type: 'RecordDeposit', v: 1, effectiveOn: practiceDay, memberId, amount: 1000 }
  const once = async (): Promise<void> => {
    const json = { commands: [{ ...deposit, id: needs.ids() }] }
    const recorded = await ask(`/v1/funds/${fundId}/commands`, { token, json })
    const looked = await ask(`/v1/funds/${fundId}/members/${memberId}`, { token })
    expect([recorded.status, looked.status]).toEqual([200, 200])
  }
  await once()
  await once()
  made = []
  await once()
  expect(made).toEqual([])
  await store.close()
})

/* How often SQLite is asked or told something, by whichever statement. */
const countedRuns = () => {
  const statement = Object.getPrototypeOf(new Database(':memory:').prepare('select 1')) as Record<
    'all' | 'run',
    (...values: unknown[]) => unknown
  >
  const { all, run } = statement
  let runs = 0
  const counting = (was: typeof all) =>
    function (this: unknown, ...values: unknown[]) {
      runs += 1
      return was.apply(this, values)
    }
  Object.assign(statement, { all: counting(all), run: counting(run) })
  const stop = (): number => {
    Object.assign(statement, { all, run })
    return runs
  }
  return { stop }
}

test('a deposit like the one before it runs fifteen statements, beginning and end of its transaction among them', async () => {
  const { store, ask, as, fundId, needs } = await village()
  const token = await as('record-keeper')
  const { memberId } = (await bookOf(needs.store, fundId))!.members[0]!
  const deposit = { type: 'RecordDeposit', v: 1, effectiveOn: practiceDay, memberId, amount: 1000 }
  const once = () =>
    ask(`/v1/funds/${fundId}/commands`, {
      token,
      json: { commands: [{ ...deposit, id: needs.ids() }] },
    })
  await once()
  await once()
  const { stop } = countedRuns()
  const answer = await once()
  const runs = stop()
  expect(answer.status).toBe(200)
  expect(runs).toBeLessThanOrEqual(15)
  await store.close()
})

test('an answer is known by the hash of its text, and whoever has it is told so', async () => {
  const { store, ask, as, fundId, needs } = await village()
  const token = await as('household')
  const { memberId } = (await store.cards(fundId))[0]!
  expect((await bookOf(needs.store, fundId))!.members.map((one) => one.memberId)).toContain(
    memberId,
  )
  const path = `/v1/funds/${fundId}/members/${memberId}`
  const answer = await ask(path, { token })
  const tag = `"${createHash('sha256')
    .update(await answer.text())
    .digest('hex')}"`
  expect(answer.headers.get('etag')).toBe(tag)
  const again = await ask(path, { token, headers: { 'if-none-match': tag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  await store.close()
})
