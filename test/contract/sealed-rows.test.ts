import { StorageUnavailable } from '#domain/ports.ts'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Marks } from '#domain/access/marks.ts'
import { particularParts } from '#domain/fund/people/particulars.ts'
import { sealedTables } from '#infra/db/sealed-cells.ts'
import { marksBy } from '#infra/system/marks.ts'
import { sealAllAnew } from '#src/app/identity/at-rest.ts'
import {
  allCanaries,
  canaries,
  canariesIn,
  fund,
  keepCanaries,
  kin,
  login,
  loginKey,
  readCanaries,
} from '#test/contract/canary-people.ts'
import { nameRow } from '#test/contract/particulars-life.ts'
import { network, userRow } from '#test/contract/people-life.ts'
import {
  atRest,
  bytesOf,
  faults,
  newFile,
  next,
  now,
  open,
  rowsInAll,
  secret,
  village,
  villageOfBefore,
  withFile,
} from '#test/contract/sealed-village.ts'

test('no name, nominee, relation, note, login or photo stands in a byte of the file or its log', async () => {
  const path = newFile()
  const store = await open(path, marksBy({ secret }))
  await keepCanaries(store)
  expect(canariesIn(bytesOf(path))).toEqual([])
  expect(existsSync(`${path}-wal`)).toBe(true)
  const read = await readCanaries(store)
  expect(await atRest(store)).toEqual({ open: 0, now: rowsInAll, older: 0, shut: 0 })
  await store.close()
  expect(canariesIn(bytesOf(path))).toEqual([])
  // The measure finds what lies in clear, in the log and in the file; and both stores say the same.
  const clear = newFile()
  const plain = await open(clear)
  await keepCanaries(plain)
  expect(canariesIn(bytesOf(clear))).toEqual(allCanaries)
  expect(read).toStrictEqual(await readCanaries(plain))
  await plain.close()
  expect(canariesIn(bytesOf(clear))).toEqual(allCanaries)
})

test('rows of kin and nominees say neither of whom they are nor what, and all texts of a table are of one length', async () => {
  const path = await village(marksBy({ secret }))
  withFile(path, (database) => {
    const rows = (table: string) => JSON.stringify(database.prepare(`select * from ${table}`).all())
    for (const table of ['kinship', 'nominee'])
      for (const said of ['member-1', 'member-2', 'in-law', 'same-household', 'half', 'the-rest'])
        expect([table, said, rows(table).includes(said)]).toEqual([table, said, false])
  })
  const store = await open(path, marksBy({ secret }))
  const [shortest, longest] = ['ក', 'កខគ'.repeat(26)]
  await store.keepNames(fund, [
    nameRow({ khmer: shortest, latin: undefined }),
    nameRow({ memberId: 'member-2', khmer: longest.slice(0, 60), latin: 'Sok' }),
  ])
  await store.close()
  withFile(path, (database) => {
    for (const [table, column] of [
      ['member_name', 'khmer'],
      ['nominee', 'name'],
      ['kinship', 'declared_at'],
      ['note', 'text'],
    ] as const) {
      const lengths = database.prepare(`select distinct length(${column}) from ${table}`).pluck()
      expect([table, lengths.all()]).toEqual([table, [lengths.get()]])
    }
  })
})

test('the same declaration is one row, and is taken away by saying it again', async () => {
  const path = await village(marksBy({ secret }))
  const store = await open(path, marksBy({ secret }))
  const later = { ...kin, declaredAt: now }
  await store.keepKinships(fund, [later])
  expect(await store.kinships(fund)).toStrictEqual([later, { ...kin, relation: 'same-household' }])
  await store.dropKinship(kin)
  await store.dropKinship({ ...kin, relation: 'same-household' })
  expect(await store.kinships(fund)).toEqual([])
  expect(await faults(store)).toEqual([])
  await store.close()
})

test('under a new PEPPER all is read by the older one, is sealed anew, and then the older one may go', async () => {
  const path = await village(marksBy({ secret }))
  const before = await open(path, marksBy({ secret }))
  const read = await readCanaries(before)
  await before.close()
  const store = await open(path, marksBy({ secret: next, older: [secret] }))
  expect(await readCanaries(store)).toStrictEqual(read)
  expect(await atRest(store)).toEqual({ open: 0, now: 0, older: rowsInAll, shut: 0 })
  // A login stays taken, and a declaration one row, although each would stand under another hash now.
  expect(await store.keepUser(userRow({ userId: 'user-2', login, loginKey }))).toBe('login-taken')
  await store.keepKinships(fund, [kin])
  await store.keepNominees(fund, 'member-1', read.nominees)
  expect(await readCanaries(store)).toStrictEqual(read)
  for (const scope of [fund, network]) {
    await store.markAnew(scope, { at: now, how: 'renews' })
    expect(await store.sealAnew(scope)).toBeGreaterThan(0)
    expect(await store.sealAnew(scope)).toBe(0)
    expect(await store.sealAnew(scope, { thorough: true })).toBe(0)
  }
  expect(await atRest(store)).toEqual({ open: 0, now: rowsInAll, older: 0, shut: 0 })
  expect(await readCanaries(store)).toStrictEqual(read)
  expect(await faults(store)).toEqual([])
  await store.close()
  const alone = await open(path, marksBy({ secret: next }))
  expect(await readCanaries(alone)).toStrictEqual(read)
  expect(await faults(alone)).toEqual([])
  await alone.close()
})

test('a row that is moved to another member is not believed, even where no mark is looked at', async () => {
  const path = await village(marksBy({ secret }))
  withFile(path, (database) => {
    database.exec(`update member_name set khmer = (select khmer from member_name where member_id = 'member-1'),
      mark = (select mark from member_name where member_id = 'member-1') where member_id = 'member-2'`)
    database.exec(`update nominee set name = (select name from nominee where place = 1)`)
    database.exec(`update kinship set declared_at = (select max(declared_at) from kinship)`)
  })
  const store = await open(path, marksBy({ secret }))
  expect((await store.names(fund)).map(({ memberId }) => memberId)).toEqual(['member-1'])
  expect((await store.nominees(fund)).map(({ place }) => place)).toEqual([1])
  expect(await store.kinships(fund)).toHaveLength(1)
  expect(await faults(store)).toEqual(
    expect.arrayContaining(['member_name member-2 not-ours', 'member_name  not-complete']),
  )
  await store.close()
})

test('another PEPPER, or none, is told by that name, and nothing is as if there were no names', async () => {
  const path = await village(marksBy({ secret }))
  for (const marks of [marksBy({ secret: next }), undefined]) {
    const store = await open(path, marks)
    const reads = [
      () => store.names(fund),
      () => store.photo(fund, 'member-1'),
      () => store.nominees(fund),
      () => store.kinships(fund),
      () => store.of(fund),
      () => store.noteOf(fund, 'fund'),
      () => store.users(network),
      () => store.user(network, 'user-1'),
    ]
    for (const read of reads) {
      const told = await read().catch((error: unknown) => error)
      expect(told).toBeInstanceOf(StorageUnavailable)
      expect(String(told)).toContain('PEPPER')
    }
    expect(await atRest(store)).toEqual({ open: 0, now: 0, older: 0, shut: rowsInAll })
    // Nor is it taken in as a book of before the marks.
    if (marks)
      await expect(store.markAnew(fund, { at: now, how: 'first' })).rejects.toThrow('PEPPER')
    await store.close()
  }
})

test('a row that somebody put beside ours under a key of theirs stops nobody, and is named', async () => {
  const path = await village(marksBy({ secret }))
  const theirs = marksBy({ secret: next }).seal.seal(fund, 'a place', '["Broker",null]')
  withFile(path, (database) =>
    database
      .prepare('insert into member_name (fund_id, member_id, khmer) values (?, ?, ?)')
      .run(fund, 'member-9', theirs),
  )
  const store = await open(path, marksBy({ secret }))
  expect(await store.names(fund)).toHaveLength(2)
  expect(await faults(store)).toEqual(['member_name member-9 not-ours'])
  await store.close()
})

test('what a version before wrote in clear is read, sealed in the file and its log, and sound before and after', async () => {
  const { path, store } = await villageOfBefore()
  expect(canariesIn(bytesOf(path))).toEqual(allCanaries)
  const read = await readCanaries(store)
  expect(read.byLogin?.login).toBe(login)
  expect(await atRest(store)).toEqual({ open: rowsInAll, now: 0, older: 0, shut: 0 })
  expect(await faults(store)).toEqual([])
  expect(await sealAllAnew(store)).toBe(rowsInAll)
  expect(canariesIn(bytesOf(path))).toEqual([])
  expect(await faults(store)).toEqual([])
  expect(await readCanaries(store)).toStrictEqual(read)
  await store.close()
  expect(canariesIn(bytesOf(path))).toEqual([])
})

test('of many rows that grow as they are sealed nothing is left in the gaps of the pages', async () => {
  const path = await village()
  const plain = await open(path)
  const names = Array.from({ length: 400 }, (_, i) =>
    nameRow({ memberId: `member-${i}`, latin: `${canaries.latin} ${i}` }),
  )
  await plain.keepNames(fund, names)
  await plain.close()
  const store = await open(path, marksBy({ secret }))
  for (const scope of [fund, network]) await store.markAnew(scope, { at: now, how: 'first' })
  for (const scope of [fund, network]) await store.sealAnew(scope)
  // SQLite writes over what is deleted, and not over what a page was before it was parted in two.
  expect(canariesIn(bytesOf(path))).toContain('latin')
  await store.layAnew!()
  expect(canariesIn(bytesOf(path))).toEqual([])
  expect(await store.names(fund)).toHaveLength(400)
  await store.close()
})

test('a book of before the marks is left alone until it is taken in', async () => {
  const path = await village()
  withFile(path, (database) => database.exec('delete from register'))
  const store = await open(path, marksBy({ secret }))
  expect(await sealAllAnew(store)).toBe(0)
  expect(await store.tableCounts(fund)).toEqual([])
  await store.close()
})

test('what lies in clear is corrected, found and erased like what is sealed', async () => {
  const { path, store } = await villageOfBefore()
  expect(await store.keepUser(userRow({ userId: 'user-2', login, loginKey }))).toBe('login-taken')
  await store.keepKinships(fund, [kin])
  expect(await store.kinships(fund)).toHaveLength(2)
  await store.dropKinship({ ...kin, relation: 'same-household' })
  const own = (await store.nominees(fund)).slice(0, 1)
  await store.keepNominees(fund, 'member-1', own)
  expect(await store.nominees(fund)).toStrictEqual(own)
  await store.forget(fund, 'member-2', particularParts)
  expect(await store.kinships(fund)).toEqual([])
  await store.forget(fund, 'member-1', particularParts)
  expect(await faults(store)).toEqual([])
  await store.close()
  withFile(path, (database) => {
    for (const table of sealedTables.filter((one) => !['note', 'user_account'].includes(one)))
      expect([table, database.prepare(`select count(*) from ${table}`).pluck().get()]).toEqual([
        table,
        0,
      ])
  })
  expect(canariesIn(bytesOf(path)).filter((one) => !/note|login|latin/.test(one))).toEqual([])
})

/** The same, and how many texts it has opened. */
const counting = (marks: Marks) => {
  let opened = 0
  const seal: Marks['seal'] = {
    ...marks.seal,
    open: (...said) => {
      opened += 1
      return marks.seal.open(...said)
    },
  }
  return { marks: { ...marks, seal }, opened: (): number => opened }
}

test('names of a fund are opened once, and again when one of them was written', async () => {
  const { marks, opened } = counting(marksBy({ secret }))
  const store = await open(newFile(), marks)
  const names = Array.from({ length: 300 }, (_, i) => nameRow({ memberId: `member-${i}` }))
  await store.keepNames(fund, names)
  const took: number[] = []
  for (let i = 0; i < 10; i += 1) {
    const began = process.threadCpuUsage()
    expect(await store.names(fund)).toHaveLength(300)
    const { user, system } = process.threadCpuUsage(began)
    took.push((user + system) / 1000)
  }
  console.log(`300 names: ${took[0]} ms opened, ${Math.min(...took.slice(1))} ms kept`)
  expect(opened()).toBe(300)
  await store.keepNames(fund, [nameRow({ memberId: 'member-7', khmer: canaries.khmer })])
  expect((await store.names(fund)).filter(({ khmer }) => khmer === canaries.khmer)).toHaveLength(1)
  expect(opened()).toBe(600)
  await store.close()
})

test('a name that another service on the same file put right is read as it is now, by one that had it open', async () => {
  const path = newFile()
  const mine = await open(path, marksBy({ secret }))
  const theirs = await open(path, marksBy({ secret }))
  await mine.keepNames(fund, [nameRow({ latin: 'Sok Dara' })])
  const read = async () => (await mine.names(fund)).map(({ latin }) => latin)
  expect(await read()).toEqual(['Sok Dara'])
  await theirs.keepNames(fund, [nameRow({ latin: 'Sok Darany' })])
  expect(await read()).toEqual(['Sok Darany'])
  await theirs.forget(fund, nameRow().memberId, ['name'])
  expect(await read()).toEqual([])
  await mine.close()
  await theirs.close()
})
