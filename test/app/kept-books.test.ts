import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { bookFrom, readParts } from '#src/app/book-parts.ts'
import { forgetBooks } from '#src/app/kept-books.ts'
import { bookOf } from '#src/app/queries.ts'
import { plainly } from '#test/support/plainly.ts'
import { rebuildViews } from '#src/app/rebuild.ts'
import {
  admission,
  founding,
  idOf,
  officer,
  recorderOn,
  shares,
} from '#test/contract/village-life.ts'

const fundId = 'fund-a'

/** A fund with three members, its store, and how often the whole book was read out of it. */
const opened = async () => {
  const kept = memoryStore()
  const count = { whole: 0, changes: 0, heads: 0 }
  const store = {
    ...kept,
    subjects: (id: string) => {
      count.whole += 1
      return kept.subjects(id)
    },
    changesSince: (id: string, after: number, through: number) => {
      count.changes += 1
      return kept.changesSince(id, after, through)
    },
    viewsHead: (id: string) => {
      count.heads += 1
      return kept.viewsHead(id)
    },
  }
  const record = recorderOn(kept)
  await record(fundId, [founding(1), admission(2, 1), admission(3, 2), admission(4, 3)], officer)
  const whole = async () => bookFrom(await readParts(kept, fundId))
  return { kept, store, count, record, whole }
}

test('a book is read whole once; after that only what has changed', async () => {
  const { store, count, record, whole } = await opened()
  await bookOf(store, fundId)
  expect(count.whole).toBe(1)
  const first = await bookOf(store, fundId)
  for (let n = 10; n < 40; n += 1) {
    await record(fundId, [shares(n, (n % 3) + 1, 2)], officer)
    expect(plainly(await bookOf(store, fundId))).toEqual(await whole())
  }
  expect(count).toMatchObject({ whole: 1, changes: 30 })
  // Nothing new: the very same book, and one question.
  const [book, heads] = [await bookOf(store, fundId), count.heads]
  expect(await bookOf(store, fundId)).toBe(book)
  expect(count.heads).toBe(heads + 1)
  expect(first).not.toEqual(book)
})

test('who was handed a book keeps it as it was, and nobody can change it', async () => {
  const { store, record } = await opened()
  const before = (await bookOf(store, fundId))!
  const text = JSON.stringify(before)
  await record(fundId, [shares(10, 1, 2), shares(11, 2, 3)], officer)
  await bookOf(store, fundId)
  expect(JSON.stringify(before)).toBe(text)
  expect(() => {
    ;(before.members[0] as { card: string }).card = 'another'
  }).toThrow(TypeError)
})

test('what another process wrote is seen, a little or more than is read on by', async () => {
  const { kept, store, whole } = await opened()
  await bookOf(store, fundId)
  const elsewhere = recorderOn(kept)
  await elsewhere(fundId, [shares(20, 1, 1)], officer)
  expect(plainly(await bookOf(store, fundId))).toEqual(await whole())
  const many = Array.from({ length: 501 }, (_, i) => shares(100 + i, (i % 3) + 1, 1))
  await elsewhere(fundId, many, officer)
  expect(plainly(await bookOf(store, fundId))).toEqual(await whole())
})

test('views that were made anew or lost are read anew, and so is a journal that is another one', async () => {
  const { kept, store, count, whole } = await opened()
  await bookOf(store, fundId)
  await kept.replace(fundId, { postings: [], flags: [], subjects: [] })
  expect(await bookOf(store, fundId)).toBeUndefined()
  await rebuildViews(kept, fundId)
  expect(plainly(await bookOf(store, fundId))).toEqual(await whole())
  expect(count.whole).toBe(3)
  const other = await opened()
  await other.record(fundId, [shares(10, 1, 1)], { actor: 'somebody else', device: 'd' })
  const swapped = { ...other.store }
  Object.assign(store, swapped)
  expect(plainly(await bookOf(store, fundId))).toEqual(await other.whole())
})

test('a book that is thrown away is read again, and of a fund that is not there none is kept', async () => {
  const { store, count, whole } = await opened()
  await bookOf(store, fundId)
  forgetBooks(store)
  expect(plainly(await bookOf(store, fundId))).toEqual(await whole())
  expect(count.whole).toBe(2)
  expect(await bookOf(store, idOf(9))).toBeUndefined()
})

test('somebody who writes while it is read holds nobody up', async () => {
  const { kept, store, record, whole } = await opened()
  let n = 200
  const busy = {
    ...store,
    subjects: async (id: string) => {
      const rows = await kept.subjects(id)
      n += 1
      await record(fundId, [shares(n, 1, 1)], officer)
      return rows
    },
  }
  expect(plainly(await bookOf(busy, fundId))).toEqual(await whole())
})
