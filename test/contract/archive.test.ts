import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { type MemoryStore, memoryStore } from '#infra/memory/store.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { exportArchive } from '#src/exchange/archive/export.ts'
import { importArchive } from '#src/exchange/archive/import.ts'
import { activityRow, cardRow } from '#test/contract/people-life.ts'
import { keepPeople } from '#test/contract/particulars-life.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { admission, founding, officer, recorderOn, shares } from '#test/contract/village-life.ts'
import { allOf, archiveOf, linesIn, pieces, takeIn } from '#test/support/archives.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'
import { laidOut } from '#test/support/laid-out.ts'

const newFile = temporaryFiles()
const openSqlite = async () =>
  sqliteStore({ path: await laidOut(newFile()), create: true, hash: sha256, deadlineMs: 60_000 })

/** The fund of the paper book with cards, a log and a name, in memory. */
const wholeFund = async (): Promise<{ store: MemoryStore; fundId: string }> => {
  const { store: kept, fundId } = await bookFrom(paperBookFolder)
  const store = kept as MemoryStore
  await store.keepCard(cardRow({ fundId }))
  await keepPeople(store, fundId)
  const log = Array.from({ length: 1_203 }, (_, i) => ({ ...activityRow(i + 1), scope: fundId }))
  await store.noteActivity(log)
  return { store, fundId }
}

/** As much as needs several batches, of entries that are quickly folded. */
const plainFund = async (): Promise<{ store: MemoryStore; fundId: string }> => {
  const fundId = 'fund-a'
  const store = memoryStore()
  const savings = Array.from({ length: 1_098 }, (_, i) => shares(10 + i, 1))
  await recorderOn(store)(fundId, [founding(1), admission(2, 1), ...savings], officer)
  await store.keep(fundId, [{ subject: 'fund:', text: 'ភូមិសាកល្បង' }])
  await store.keepCard(cardRow({ fundId }))
  await keepPeople(store, fundId)
  await store.noteActivity(Array.from({ length: 1_203 }, (_, i) => activityRow(i + 1)))
  return { store, fundId }
}

const sound = async (store: MemoryStore) => (await auditAll(store, sha256)).problems

test('a fund goes from memory to SQLite and back, and is the same fund with the same archive', async () => {
  const { store, fundId } = await wholeFund()
  const archive = await archiveOf(store, fundId)
  const sqlite = await openSqlite()
  const head = { seq: 2002, hash: (await store.read(fundId, 2001, 1))[0]!.hash }
  expect(await takeIn(sqlite, archive)).toMatchObject({ here: 'nothing', entriesAdded: 2002, head })
  const held = await allOf(store, fundId)
  expect(await allOf(sqlite, fundId)).toStrictEqual(held)
  expect(await archiveOf(sqlite, fundId)).toEqual(archive)
  const back = memoryStore()
  await takeIn(back, await archiveOf(sqlite, fundId))
  expect(await allOf(back, fundId)).toStrictEqual(held)
  expect(await sound(back)).toEqual([])
  await sqlite.close()
})

test('the log stands in the archive from what was done first to what was done last', async () => {
  const { store, fundId } = await wholeFund()
  const log = linesIn(await archiveOf(store, fundId))
    .map((line) => JSON.parse(line) as { kind: string; activityId: string })
    .filter(({ kind }) => kind === 'activity')
  const newestFirst = await store.activities(fundId, { limit: 5_000 })
  expect(log.map(({ activityId }) => activityId)).toEqual(
    newestFirst.map(({ activityId }) => activityId).toReversed(),
  )
  expect(log).toHaveLength(1_203)
})

test('the same archive again changes nothing, not even a note that was corrected since', async () => {
  const { store, fundId } = await wholeFund()
  const archive = await archiveOf(store, fundId)
  await store.keep(fundId, [{ subject: 'fund:', text: 'a name that was corrected' }])
  const before = await allOf(store, fundId)
  expect(await takeIn(store, archive)).toMatchObject({ here: 'same', entriesAdded: 0 })
  expect(await allOf(store, fundId)).toStrictEqual(before)
})

test('an archive that is older than the fund here is told so and changes nothing', async () => {
  const store = memoryStore()
  const record = recorderOn(store)
  await record('fund-a', [founding(1), admission(2, 1)], officer)
  const archive = await archiveOf(store, 'fund-a')
  await record('fund-a', [shares(3, 1)], officer)
  const before = await allOf(store, 'fund-a')
  expect(await takeIn(store, archive)).toMatchObject({ here: 'further', entriesAdded: 0 })
  expect(await allOf(store, 'fund-a')).toStrictEqual(before)
})

test('a fund of the same id with another history is refused, and the first other entry named', async () => {
  const [mine, theirs] = [memoryStore(), memoryStore()]
  await recorderOn(mine)('fund-a', [founding(1), admission(2, 1), shares(3, 1)], officer)
  await recorderOn(theirs)('fund-a', [founding(1), admission(2, 1), shares(3, 1, 4)], officer)
  const before = await allOf(mine, 'fund-a')
  const answer = await takeIn(mine, await archiveOf(theirs, 'fund-a'))
  expect(answer).toEqual({ problem: { code: 'history-differs', line: 4, seq: 3 } })
  expect(await allOf(mine, 'fund-a')).toStrictEqual(before)
})

test('a dry run finds the same and writes nothing', async () => {
  const { store, fundId } = await wholeFund()
  const empty = memoryStore()
  const answer = await takeIn(empty, await archiveOf(store, fundId), true)
  expect(answer).toMatchObject({ here: 'nothing', entriesAdded: 2002, isDryRun: true })
  expect(await empty.fundIds()).toEqual([])
  expect(await allOf(empty, fundId)).toStrictEqual(await allOf(memoryStore(), fundId))
})

type Writing =
  | 'append'
  | 'keep'
  | 'keepCard'
  | 'keepNames'
  | 'keepPhoto'
  | 'keepNominees'
  | 'keepKinships'
  | 'forget'
  | 'noteActivity'

/** A store whose n-th write fails, before or after it was done: the power goes off at that moment. */
const failing = (store: MemoryStore, n: number, isDone: boolean) => {
  let count = 0
  const cut =
    <Args extends readonly unknown[], Answer>(write: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      count += 1
      if (count === n && !isDone) throw new StorageUnavailable('cut off')
      const answer = await write(...args)
      if (count === n) throw new StorageUnavailable('cut off')
      return answer
    }
  const cutStore: Pick<MemoryStore, Writing> = {
    append: cut(store.append),
    keep: cut(store.keep),
    keepCard: cut(store.keepCard),
    keepNames: cut(store.keepNames),
    keepPhoto: cut(store.keepPhoto),
    keepNominees: cut(store.keepNominees),
    keepKinships: cut(store.keepKinships),
    forget: cut(store.forget),
    noteActivity: cut(store.noteActivity),
  }
  return { ...store, ...cutStore }
}

const writes = 16
const isLong = process.env['TEST_BUDGET'] === 'ci'

test('an import that is cut off at any write is ended by the same command', async () => {
  const { store, fundId } = await plainFund()
  const archive = await archiveOf(store, fundId)
  const held = await allOf(store, fundId)
  let cuts = 0
  // The power goes off before each write, and after it but before the answer; with little time at every fourth place either of them.
  const places = Array.from({ length: writes }, (_, place) => place + 1)
  const tried = (isDone: boolean) => places.filter((n) => isLong || n % 4 === (isDone ? 0 : 2))
  for (const isDone of [false, true]) {
    for (const n of tried(isDone)) {
      const target = memoryStore()
      const cut = await takeIn(failing(target, n, isDone), archive).catch((error: unknown) => error)
      if (cut instanceof StorageUnavailable) cuts += 1
      // Lines of the log that are there although nobody was told so are no reason to stop.
      else expect([isDone, 'entriesAdded' in (cut as object)]).toEqual([true, true])
      const lastSeq = (await target.read(fundId, 0, 5_000)).at(-1)?.seq ?? 0
      const here = lastSeq === 1_100 ? 'same' : lastSeq > 0 ? 'beginning' : 'nothing'
      expect(await takeIn(target, archive)).toMatchObject({ here })
      expect(await allOf(target, fundId)).toStrictEqual(held)
    }
    const untouched = failing(memoryStore(), writes + 1, isDone)
    expect(await takeIn(untouched, archive)).toMatchObject({ entriesAdded: 1_100 })
  }
  expect(cuts).toBe(isLong ? 2 * writes - 3 : writes / 2 - 1)
})

test('what is recorded while a fund is carried away is not in its archive, which is whole', async () => {
  const { store, fundId } = await wholeFund()
  const exported = (await exportArchive({ store, hash: sha256, digest: sha256Digest }, fundId))!
  const bytes: Uint8Array[] = []
  const [member] = (await store.subjects(fundId)).filter(({ kind }) => kind === 'member')
  const late = { ...shares(1, 1), memberId: member!.key, effectiveOn: '2026-01-20' }
  for await (const piece of exported.bytes) {
    if (bytes.length === 0) {
      const [answer] = await recorderOn(store)(fundId, [late], officer)
      expect(answer).toMatchObject({ seq: 2003 })
      await store.noteActivity([{ ...activityRow(5_000), scope: fundId }])
    }
    bytes.push(piece)
  }
  const empty = memoryStore()
  const answer = await takeIn(empty, Buffer.concat(bytes))
  expect(answer).toMatchObject({ head: { seq: 2002 }, counts: { activities: 1_203 } })
})

test('a journal that does not hold is not carried away', async () => {
  const { store, fundId } = await wholeFund()
  const altered = {
    ...store,
    read: async (...args: Parameters<MemoryStore['read']>) =>
      (await store.read(...args)).map((row) =>
        row.seq === 700 ? { ...row, effectiveOn: '2025-01-02' } : row,
      ),
  }
  await expect(archiveOf(altered, fundId)).rejects.toThrow('entry 700 of the journal does not hold')
})

test('a file that is another one at the second reading is stopped before its entries are written', async () => {
  const other = memoryStore()
  await recorderOn(other)('fund-a', [founding(1, 2_000_000), admission(2, 1)], officer)
  const first = memoryStore()
  await recorderOn(first)('fund-a', [founding(1), admission(2, 1)], officer)
  const files = [await archiveOf(first, 'fund-a'), await archiveOf(other, 'fund-a')]
  const target = memoryStore()
  const answer = await importArchive(
    { store: target, hash: sha256, digest: sha256Digest },
    () => pieces(files.shift()!),
    { dryRun: false },
  )
  expect(answer).toEqual({ problem: { code: 'source-changed', line: 3 } })
  expect(await target.fundIds()).toEqual([])
})

test('a later archive brings an older copy up to date', async () => {
  const { store, fundId } = await plainFund()
  const copy = memoryStore()
  await takeIn(copy, await archiveOf(store, fundId))
  await recorderOn(store)(fundId, [shares(5_000, 1), shares(5_001, 1)], officer)
  await store.keepCard(cardRow({ fundId, revokedAt: '2026-02-01T02:00:00.000Z' }))
  await store.noteActivity([activityRow(5_000)])
  const later = await takeIn(copy, await archiveOf(store, fundId))
  expect(later).toMatchObject({ here: 'beginning', entriesAdded: 2 })
  expect(await allOf(copy, fundId)).toStrictEqual(await allOf(store, fundId))
})

test('two who take in the same archive at once make one fund of it', async () => {
  const small = memoryStore()
  await recorderOn(small)('fund-a', [founding(1), admission(2, 1)], officer)
  await small.noteActivity([activityRow(1), activityRow(2)])
  const funds = [{ store: small, fundId: 'fund-a' }, await plainFund()]
  for (const { store, fundId } of funds) {
    const archive = await archiveOf(store, fundId)
    const sqlite = await openSqlite()
    for (const target of [memoryStore(), sqlite]) {
      const answers = await Promise.all([takeIn(target, archive), takeIn(target, archive)])
      const ends = answers.map((answer) =>
        'problem' in answer ? answer.problem.code : answer.here,
      )
      for (const end of ends) expect(['nothing', 'beginning', 'same', 'fund-busy']).toContain(end)
      expect(await takeIn(target, archive)).toHaveProperty('fundId')
      expect(await allOf(target, fundId)).toStrictEqual(await allOf(store, fundId))
    }
    await sqlite.close()
  }
})

test('lines of the log that another import has written in the same moment are no fault', async () => {
  const { store, fundId } = await plainFund()
  const archive = await archiveOf(store, fundId)
  const target = memoryStore()
  let faster = 0
  const between: MemoryStore = {
    ...target,
    noteActivity: async (rows) => {
      faster += 1
      await target.noteActivity(rows)
      await target.noteActivity(rows)
    },
  }
  expect(await takeIn(between, archive)).toMatchObject({ here: 'nothing', entriesAdded: 1_100 })
  expect(faster).toBe(3)
  expect(await allOf(target, fundId)).toStrictEqual(await allOf(store, fundId))
})
