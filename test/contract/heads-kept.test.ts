import { appendFileSync, mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { faultsOfKept, keepAnew, keepingHeads } from '#src/cli/keeping-heads.ts'
import { readHeads } from '#src/cli/heads-file.ts'
import { readConfiguration } from '#src/configuration.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { marksBy } from '#infra/system/marks.ts'
import { fill, fund, open, secret } from '#test/contract/marked-village.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { noChanges, sealedRows } from '#test/contract/village-life.ts'

// How far each book had come is kept beside the secrets, after what was recorded.

const newFile = temporaryFiles()
const other = 'fund-b'
const rows = sealedRows([1, 2, 3, 4].map(() => ({ fundId: fund })))
const others = sealedRows([1, 2].map(() => ({ fundId: other })))

test('what could not be kept when it was recorded is kept with the next, whosever that is', async () => {
  const path = newFile()
  const store = await open(path)
  await fill(store)
  await store.append(other, others.slice(0, 1), noChanges)
  const file = join(`${path}-outside`, 'heads')
  const read = readConfiguration({
    MODE: 'live',
    PEPPER: secret,
    SIGNING_SECRET: 'another one for this test, also long enough to be taken',
    HEADS_FILE: file,
  })
  if ('faults' in read) throw new Error(read.faults.join())
  const record = async (fundId: string) => {
    const { length } = await store.read(fundId, 0, 9)
    await store.append(
      fundId,
      (fundId === fund ? rows : others).slice(length, length + 1),
      noChanges,
    )
    return []
  }
  const needs = { record, recordNetwork: record } as unknown as AppNeeds
  const marks = marksBy({ secret })
  await keepAnew({ path: file, marks, store })
  const keeping = await keepingHeads(read.configuration, { store, url: `sqlite:${path}`, needs })
  const closes = (fundId: string) =>
    keeping.needs.record(fundId, [{ type: 'CloseMeeting' }] as never, {} as never)
  const kept = () =>
    Object.fromEntries(
      readHeads(file, marks)!
        .kept.filter(({ kind }) => kind === 'entry')
        .map(({ scope, changes }) => [scope, changes]),
    )
  expect(kept()).toEqual({ [fund]: 2, [other]: 1 })
  // By nobody but the service: whoever reads it knows how often somebody saves.
  for (const one of [file, dirname(file)]) expect(statSync(one).mode & 0o077).toBe(0)
  await closes(fund)
  expect(kept()).toEqual({ [fund]: 3, [other]: 1 })
  // In the way of the file that is written next.
  mkdirSync(`${file}.new`)
  await closes(fund)
  expect(kept()).toEqual({ [fund]: 3, [other]: 1 })
  rmdirSync(`${file}.new`)
  await closes(other)
  expect(kept()).toEqual({ [fund]: 4, [other]: 2 })
  await keeping.end()
  await store.close()
})

test('a line that somebody else wrote into what was kept is told, and nothing is where none was kept', async () => {
  const path = newFile()
  const store = await open(path)
  await fill(store)
  const marks = marksBy({ secret })
  const keeping = { path: join(`${path}-outside`, 'heads'), marks, store }
  expect(await faultsOfKept(keeping)).toBeUndefined()
  await keepAnew(keeping)
  expect(await faultsOfKept(keeping)).toEqual([])
  const line = { scope: fund, kind: 'entry', changes: 1, digest: '', mark: 'of somebody' }
  appendFileSync(keeping.path, `${JSON.stringify(line)}\na letter\n`)
  expect(await faultsOfKept(keeping)).toEqual([
    { scope: '', kind: 'kept', key: '2', fault: 'not-ours' },
  ])
  await store.close()
})
