import { afterAll, beforeAll, expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { migrateUpPostgres } from '#infra/db/postgres.ts'
import { postgresStore } from '#infra/db/postgres-store.ts'
import type { Store } from '#infra/db/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import {
  admission,
  chainFaults,
  founding,
  idOf,
  officer,
  recorderOn,
  shares,
} from '#test/contract/village-life.ts'
import { inCommit, slowCommit } from '#test/support/postgres/slow-commit.ts'
import { type Server, startPostgres } from '#test/support/postgres/start.ts'

/* A server that is really stopped, as when its machine is, and started again: its own recovery, and ours. */

const fund = 'fund-a'
let server: Server
let store: Store

beforeAll(async () => {
  server = await startPostgres({ isDurable: true })
  await migrateUpPostgres(server.url)
  store = await postgresStore({ url: server.url, create: false, poolMax: 4, deadlineMs: 60_000 })
  await recorderOn(store)(fund, [founding(1), admission(2, 1)], officer)
})
afterAll(async () => {
  await store?.close()
  await server?.stop()
})

/** Sends one command until it is answered, as a phone does. */
const sentUntilAnswered = async (n: number): Promise<string> => {
  for (let tried = 0; tried < 200; tried += 1)
    try {
      const [told] = await recorderOn(store)(fund, [shares(n, 1)], officer)
      return told!.outcome
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  return 'never answered'
}

const idsThere = async (): Promise<string[]> =>
  (await store.read(fund, 0, 1000)).map(({ id }) => id)

test('a command whose COMMIT was under way when the server ended is recorded once, and what was acknowledged is there', async () => {
  expect(await sentUntilAnswered(100)).toMatch(/recorded|flagged/)
  await slowCommit(server.url, 5)
  const answer = sentUntilAnswered(101)
  await inCommit(server.url)
  await server.again()
  expect(await answer).toMatch(/recorded|flagged/)
  expect((await idsThere()).filter((id) => [idOf(100), idOf(101)].includes(id))).toEqual([
    idOf(100),
    idOf(101),
  ])
})

test('of many that are sent while the server ends and starts, three times, each is in the book once and the audit holds', async () => {
  const sent: number[] = []
  const answers: Promise<string>[] = []
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 8; n += 1) {
      const number = 200 + round * 10 + n
      sent.push(number)
      answers.push(sentUntilAnswered(number))
    }
    await server.again()
  }
  expect((await Promise.all(answers)).filter((told) => !/recorded|flagged/.test(told))).toEqual([])
  const ids = await idsThere()
  expect(new Set(ids).size).toBe(ids.length)
  expect(sent.map(idOf).filter((id) => !ids.includes(id))).toEqual([])
  expect(chainFaults(await store.read(fund, 0, 1000))).toEqual([])
  expect((await auditAll(store, sha256)).problems).toEqual([])
})
