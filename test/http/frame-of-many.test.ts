import { beforeAll, expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { foundUntil } from '#test/support/many-funds.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

/** An auditor who is put to work on so many funds. */
const funds = 12

let village: Practice
const asked = new Set<string>()

/** A store that notes which funds anything is read of. */
const watched = (): ReturnType<typeof memoryStore> => {
  const store = memoryStore()
  const { subject, viewsHead, read } = store
  const noting =
    <Args extends readonly unknown[], Answer>(ask: (fundId: string, ...more: Args) => Answer) =>
    (fundId: string, ...more: Args): Answer => {
      asked.add(fundId)
      return ask(fundId, ...more)
    }
  return Object.assign(store, {
    subject: noting(subject),
    viewsHead: noting(viewsHead),
    read: noting(read),
  })
}

beforeAll(async () => {
  village = await practice({}, paperBookFolder, practiceDay, watched())
  await foundUntil(village, funds, { on: practiceDay })
}, 60_000)

const askedFor = async (path: string): Promise<number> => {
  const token = await village.as('auditor')
  asked.clear()
  expect((await village.ask(path, { token })).status, path).toBe(200)
  // The network is asked by its own journal.
  asked.delete(village.networkId)
  return asked.size
}

test('whoever audits many funds waits for two of them at most on any page that is of none', async () => {
  for (const path of ['/glossary', '/receipt', '/me/notice'])
    expect(await askedFor(path), path).toBeLessThanOrEqual(2)
})

test('a page of one fund asks that fund alone', async () => {
  for (const page of ['health', 'loans', 'meetings', 'members'])
    expect(await askedFor(`/funds/${village.fundId}/${page}`), page).toBe(1)
})

test('the list of a few villages is asked of all of them', async () => {
  expect(await askedFor('/')).toBe(funds)
})
