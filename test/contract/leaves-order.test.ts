import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { LeafChange } from '#domain/cases/leaves.ts'
import { sqliteLeaves } from '#infra/cases/sqlite-leaves.ts'
import { fresh } from '#test/contract/leaves-suite.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { orderTold } from '#test/support/order-told.ts'

/* Whoever steals the raw file must not see in which order cases came: an order can be held against the village's days. */

const newFile = temporaryFiles()
type Leaf = LeafChange & { readonly sealed: Uint8Array }

/** What lies beside the file, and all of its bytes. */
const rawOf = (path: string) => ({
  file: readFileSync(path),
  beside: readdirSync(dirname(path)).filter((name) => !path.endsWith(name)),
})

/** Where the id, the beginning and the end of each leaf lie in the file. */
const placesIn = (file: Buffer, leaves: readonly Leaf[]): readonly (readonly number[])[] => [
  leaves.map(({ id }) => file.indexOf(id)),
  leaves.map(({ sealed }) => file.indexOf(sealed.subarray(0, 64))),
  leaves.map(({ sealed }) => file.indexOf(sealed.subarray(-64))),
]

const told = (file: Buffer, leaves: readonly Leaf[]): number =>
  Math.max(...placesIn(file, leaves).map(orderTold))

/** Once in a million runs chance is further off. */
const chance = 5

const many = (count: number): Leaf[] => Array.from({ length: count }, () => fresh())

test('the attack reads the order out of a table that is keyed by id and nothing more', () => {
  const path = newFile()
  mkdirSync(dirname(path))
  const database = new Database(path)
  database.exec('create table leaf (id text primary key, sealed blob) without rowid')
  const leaves = many(200)
  for (const { id, sealed } of leaves)
    database.prepare('insert into leaf values (?, ?)').run(id, sealed)
  database.close()
  expect(told(readFileSync(path), leaves)).toBeGreaterThan(2 * chance)
})

test('of 200 leaves kept one after another, or five at once, the live file tells no order', async () => {
  for (const together of [1, 5]) {
    const path = newFile()
    const store = sqliteLeaves({ path, create: true, deadlineMs: 60_000 })
    const leaves = many(200)
    for (let at = 0; at < leaves.length; at += together)
      await store.change(leaves.slice(at, at + together))
    const { file, beside } = rawOf(path)
    expect(told(file, leaves)).toBeLessThan(chance)
    // The journal of the last change lies there, and nothing is in it.
    expect(beside).toEqual(['fund.db-journal'])
    expect(statSync(`${path}-journal`).size).toBe(0)
    await store.close()
  }
})

test('a file that has grown, changed and lost leaves tells no order of those that are left', async () => {
  const path = newFile()
  const store = sqliteLeaves({ path, create: true, deadlineMs: 60_000 })
  const leaves = many(400)
  for (let at = 0; at < leaves.length; at += 4) await store.change(leaves.slice(at, at + 4))
  const gone = leaves.filter((_, at) => at % 3 === 0)
  const stays = leaves.filter((_, at) => at % 3 !== 0)
  await store.change(gone.map(({ id, sealed }) => ({ id, seen: sealed, sealed: undefined })))
  const later = many(100)
  for (let at = 0; at < later.length; at += 4) await store.change(later.slice(at, at + 4))
  const { file } = rawOf(path)
  expect(told(file, [...stays, ...later])).toBeLessThan(chance)
  for (const { id, sealed } of gone) {
    expect(file.includes(id)).toBe(false)
    expect(file.includes(Buffer.from(sealed.subarray(100, 164)))).toBe(false)
    expect(file.includes(Buffer.from(sealed.subarray(-64)))).toBe(false)
  }
  await store.close()
})

test('a leaf that changes lies where it lay, and nothing else in the file moves', async () => {
  const path = newFile()
  const store = sqliteLeaves({ path, create: true, deadlineMs: 60_000 })
  const leaves = many(100)
  await store.change(leaves)
  const before = rawOf(path).file
  const [one] = leaves
  const next = fresh()
  await store.change([{ id: one!.id, seen: one!.sealed, sealed: next.sealed }])
  const after = rawOf(path).file
  const pages = before.length / 4096
  const changed = Array.from({ length: pages }, (_, page) => page).filter(
    (page) =>
      !before
        .subarray(page * 4096, (page + 1) * 4096)
        .equals(after.subarray(page * 4096, (page + 1) * 4096)),
  )
  expect(after.length).toBe(before.length)
  // The head of the file, which counts transactions, and the two pages that the leaf lies on.
  expect(changed.length).toBe(3)
  expect(placesIn(after, [{ ...one!, sealed: next.sealed }])).toEqual(placesIn(before, [one!]))
  await store.close()
})

test('nobody but its owner can read the file, and what lies beside it', async () => {
  const path = newFile()
  const store = sqliteLeaves({ path, create: true, deadlineMs: 60_000 })
  await store.change(many(3))
  for (const file of [path, `${path}-journal`]) expect(statSync(file).mode & 0o777).toBe(0o600)
  await store.close()
})
