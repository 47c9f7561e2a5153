import { createHmac, hkdfSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { markedNames } from '#infra/db/marked-tables.ts'
import { inMemory } from '#infra/db/sqlite-file.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { marksBy } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import {
  aVillageForEach,
  faults,
  fund,
  next,
  now,
  open,
  path,
  reading,
  secret,
  withFile,
} from '#test/contract/marked-village.ts'
import { nameRow } from '#test/contract/particulars-life.ts'
import { activityRow, keyRow, network } from '#test/contract/people-life.ts'

aVillageForEach()

/** As the version before left a database: no row bears a mark, and nothing is counted. */
const unmarked = (): void =>
  withFile((database) => {
    for (const table of markedNames) database.exec(`update ${table} set mark = null`)
    database.exec('delete from register')
  })

test('a database of the version before is taken in once, whoever was signed in is not, and never again', async () => {
  unmarked()
  expect(await reading((store) => store.users(network))).toEqual([])
  const takeIn = (how: 'first' | 'again') =>
    reading(async (store) => {
      const told = []
      for (const scope of [fund, network]) told.push(await store.markAnew(scope, { at: now, how }))
      return told.map(({ takenIn }) => takenIn)
    })
  expect((await takeIn('first')).every((count) => count > 3)).toBe(true)
  expect(await faults()).toEqual([])
  expect(await reading((store) => store.users(network))).toHaveLength(1)
  expect(await reading((store) => store.openSessions(network))).toEqual([])
  expect(await reading((store) => store.key(network, keyRow({}).keyHash))).toMatchObject({
    usedAt: now,
  })
  await reading((store) => store.noteActivity([activityRow(4)]))
  expect(await faults()).toEqual([])
  const planted = `insert into device select network_id, 'planted', 'theirs', label, enrolled_at, enrolled_by, null, null from device`
  withFile((database) => database.exec(planted))
  expect(await takeIn('first')).toEqual([0, 0])
  expect(await faults()).toEqual(['device planted not-ours'])
  withFile((database) => database.exec('delete from register'))
  expect(await takeIn('first')).toEqual([0, 0])
  expect(await reading((store) => store.deviceByToken(network, 'theirs'))).toBeUndefined()
  await takeIn('again')
  expect(await faults()).toEqual([])
})

test('to mark again what bears the mark of now changes nothing that is counted', async () => {
  const counts = () => reading((store) => store.tableCounts(fund))
  const before = await counts()
  await reading((store) => store.markAnew(fund, { at: now, how: 'renews' }))
  await reading((store) => store.markAnew(fund, { at: now, how: 'first' }))
  expect(await counts()).toEqual(before)
  await reading((store) => store.markAnew(fund, { at: now, how: 'again' }))
  expect(await faults()).toEqual([])
})

test('by where another program says that a book ended nothing is renewed: it stays named', async () => {
  withFile((database) =>
    database.exec(`update register set digest = 'theirs' where kind = 'entry'`),
  )
  const named = await faults()
  expect(named).toEqual([expect.stringContaining('not-ours')])
  await reading((store) => store.markAnew(fund, { at: now, how: 'renews' }))
  expect(await faults()).toEqual(named)
})

test('under a new pepper rows hold by the older one, are marked anew, and then the older one may go', async () => {
  const both = marksBy({ secret: next, older: [secret] })
  const only = marksBy({ secret: next })
  expect(await faults(both)).toEqual([])
  expect((await faults(only)).length).toBeGreaterThan(10)
  const store = await open(path, both)
  await store.noteActivity([activityRow(4)])
  const told = []
  for (const scope of [fund, network])
    told.push(await store.markAnew(scope, { at: now, how: 'renews' }))
  expect(told.reduce((sum, { renewed }) => sum + renewed, 0)).toBe(15 + 3)
  expect(await store.openSessions(network)).toHaveLength(1)
  await store.noteActivity([activityRow(5)])
  await store.close()
  expect(await faults(both)).toEqual([])
  expect(await faults(only)).toEqual([])
})

test('each time that lines of the log are kept together is counted, so that an older copy is told', async () => {
  const keptUnder = async (secrets: readonly [string, ...string[]]) => {
    const [newest, ...older] = secrets
    const store = await open(path, marksBy({ secret: newest, older }))
    const kept = []
    for (const scope of [fund, network]) {
      await store.markAnew(scope, { at: now, how: 'renews' })
      const counts = await store.tableCounts(scope)
      kept.push(...counts.filter(({ kind }) => kind === 'activity-before'))
    }
    await store.close()
    return kept.map(({ changes }) => changes)
  }
  const first = await keptUnder([next, secret])
  expect(first.length).toBeGreaterThan(0)
  const second = await keptUnder(['a third secret of the service', next, secret])
  expect(second).toEqual(first.map((count) => count + 1))
})

test('a store that was given no key looks at no mark, opens nothing that is sealed and finds nothing', async () => {
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
  expect(await store.devices(network)).toHaveLength(1)
  await expect(store.users(network)).rejects.toThrow('PEPPER')
  expect(await store.markFaults(network)).toEqual([])
  expect(await store.markAnew(network, { at: now, how: 'first' })).toEqual({
    renewed: 0,
    takenIn: 0,
  })
  await store.close()
})

test('a mark is HMAC-SHA-256 of a key that is made of the secret', () => {
  const key = hkdfSync('sha256', secret, 'village-fund/row-mark/1', 'rows and heads', 32)
  const hmac = (text: string) =>
    createHmac('sha256', Buffer.from(key)).update(text, 'utf8').digest('hex')
  for (const text of ['', 'a row', 'សុខ'.repeat(500)])
    expect(marksBy({ secret }).mark(text)).toBe(hmac(text))
})

test('each name and note is held against its mark once', async () => {
  const real = marksBy({ secret })
  let held = 0
  const marks = {
    ...real,
    ageOf: (text: string, mark: string) => {
      held += 1
      return real.ageOf(text, mark)
    },
  }
  const store = await sqliteStore({
    path: inMemory,
    create: true,
    hash: sha256,
    deadlineMs: 60_000,
    marks,
  })
  const names = Array.from({ length: 500 }, (_, i) => nameRow({ memberId: `m${i}` }))
  await store.keepNames(fund, names)
  const text = 'rice for the feast'
  await store.keep(
    fund,
    Array.from({ length: 2000 }, (_, i) => ({ subject: `entry/${i}`, text })),
  )
  held = 0
  expect(await store.names(fund)).toHaveLength(500)
  expect((await store.of(fund)).size).toBe(2000)
  await store.close()
  expect(held).toBe(2500)
})
