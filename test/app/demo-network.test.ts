import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import type { FundSummary } from '#domain/health/summary.ts'
import { inventNetwork } from '#src/app/demo/network.ts'
import { fraudKinds } from '#src/app/demo/frauds.ts'
import { lifeKinds } from '#src/app/demo/lives.ts'
import { headsOf } from '#src/app/heads.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { bookOf } from '#src/app/queries.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { visitSigns } from '#domain/health/visit.ts'
import { foundAmongFirst, precisions, rankedBy } from '#test/support/ranking.ts'
import { toldBy, toldByBook } from '#test/support/summary-law.ts'

const newFile = temporaryFiles()
const until = '2026-03-01'
const small = { seed: '7', until, years: 1, members: { least: 5, most: 9 } }

test('the same seed gives the same network to the last hash, in whichever store', async () => {
  const memory = memoryStore()
  const made = await inventNetwork(memory, sha256, { ...small, funds: 3 })
  const file = await sqliteStore({
    path: newFile(),
    create: true,
    hash: sha256,
    deadlineMs: 60_000,
  })
  expect(await inventNetwork(file, sha256, { ...small, funds: 3 })).toEqual(made)
  expect(await headsOf(file)).toEqual(await headsOf(memory))
  const { problems } = await auditAll(file, sha256)
  expect(problems).toEqual([])
  const other = memoryStore()
  await inventNetwork(other, sha256, { ...small, funds: 3, seed: '8' })
  expect(await headsOf(other)).not.toEqual(await headsOf(memory))
  await file.close()
})

test('in a network of some size there is a fund of each kind, with loans, late payers and floods', async () => {
  const store = memoryStore()
  const made = await inventNetwork(store, sha256, { ...small, funds: 100 })
  const { networkId, kinds } = made
  expect(Object.keys(kinds).toSorted()).toEqual([...lifeKinds].toSorted())
  const listed = await store.networkFunds(networkId)
  expect(listed).toHaveLength(100)
  expect(listed.every(({ name }) => / \d+ \/ \w+ \w+ \d+$/.test(name!))).toBe(true)
  const summaries = listed.map(({ summary }) => JSON.parse(summary!) as FundSummary)
  expect(summaries.filter(({ loans }) => loans > 0).length).toBeGreaterThan(80)
  const late = (share: number) =>
    summaries.filter((one) => toldBy(one, until).par30 > one.owed * share).length
  expect(late(0)).toBeGreaterThan(5)
  expect(late(0)).toBeLessThan(60)
  const silent = summaries.filter(({ lastMeeting }) => lastMeeting! < '2026-01-01').length
  expect([silent > 5, silent < 12]).toEqual([true, true])
  let events = 0
  for (const { fundId, summary } of listed) {
    const book = (await bookOf(store, fundId))!
    const told = JSON.parse(summary!) as FundSummary
    expect(toldBy(told, until), fundId).toEqual(toldByBook(book, until))
    events += book.events.length
  }
  expect(events).toBeGreaterThan(2)

  // What somebody did to seven of them stands in the key alone: by their books they are found among the first to be visited.
  expect(made.key.flatMap(({ fraud }) => fraud ?? []).toSorted()).toEqual(
    [...fraudKinds].toSorted(),
  )
  const ranked = await rankedBy(store, made, until)
  expect(foundAmongFirst(ranked, 20)).toBeGreaterThanOrEqual(90)
  // A sign of what is gone is seen in hardly any other fund.
  const seen = precisions(ranked).filter(({ sign }) => visitSigns[sign].points >= 5)
  const right = seen.reduce((sum, one) => sum + one.right, 0)
  expect(right).toBeGreaterThan(2)
  expect(seen.reduce((sum, one) => sum + one.seen, 0) - right).toBeLessThanOrEqual(1)
})
