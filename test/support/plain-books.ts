import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryStore } from '#infra/memory/store.ts'
import { viewChanges } from '#src/app/views.ts'
import { folderSource } from '#src/cli/folder.ts'
import { bookOf } from '#src/app/queries.ts'
import type { PlainBook } from '#src/exchange/plain-text/ledgers.ts'
import { bookFrom, importing, paperBookFolder, uglyBookFolder } from '#test/support/books-in.ts'
import { randomBook, writeBook } from '#test/support/books.ts'
import { admitted, founded, fundBookOf, storyOf } from '#test/support/village.ts'

/** The year of an invented paper book. */
export const paperYear = async (
  through = '2025-12-31',
  folder = paperBookFolder,
): Promise<PlainBook> => {
  const { store, fundId, book } = await bookFrom(folder)
  return { book, postings: await store.postings(fundId, { through }), through }
}

export const uglyYear = (): Promise<PlainBook> => paperYear('2025-12-31', uglyBookFolder)

/** The year of a random book. */
export const randomYear = async (seed: number): Promise<PlainBook> => {
  const folder = mkdtempSync(join(tmpdir(), 'plain-'))
  try {
    writeBook(randomBook(seed), folder)
    const store = memoryStore()
    const imported = await importing(store, folderSource(folder))
    if ('faults' in imported) throw new Error('a random book has faults')
    const { fundId } = imported
    const through = '2027-12-31'
    const book = (await bookOf(store, fundId))!
    return { book, postings: await store.postings(fundId, { through }), through }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Cards that look alike once they are names of accounts, in Khmer and in small letters, and two currencies. */
const oddCards = ['M01', 'm01', 'M 01', 'M.01', 'កាត ១', 'កាត-១', 'é/1', '1'] as const

export const oddYear = (): PlainBook => {
  const ids = oddCards.map((_, i) => `m${i}`)
  const story = storyOf([
    founded({ opening: { cash: 10_000_000, reserve: 10_000_000 } }),
    ...ids.map((memberId, i) => ({ ...admitted(memberId), card: oddCards[i]! })),
    ...ids.map((memberId, i) => ({
      type: 'RecordDeposit' as const,
      effectiveOn: '2025-02-01',
      memberId,
      amount: 1_000 + i,
    })),
    {
      type: 'RecordExchange',
      effectiveOn: '2025-02-01',
      from: { currency: 'KHR', amount: 405_000 },
      to: { currency: 'USD', amount: 10_005 },
      rate: { of: 'USD', in: 'KHR', value: '4050' },
    },
  ])
  const { postings } = viewChanges(story.village, story.entries)
  return { book: fundBookOf(story), postings, through: '2025-12-31' }
}
