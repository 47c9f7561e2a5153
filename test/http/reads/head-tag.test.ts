import { beforeAll, expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

let village: Practice
let books = 0

beforeAll(async () => {
  const store = memoryStore()
  const { subjects, changesSince, viewsHead } = store
  Object.assign(store, {
    subjects: (fundId: string) => {
      books += 1
      return subjects(fundId)
    },
    changesSince: (...asked: Parameters<typeof changesSince>) => {
      books += 1
      return changesSince(...asked)
    },
    viewsHead,
  })
  village = await practice({}, paperBookFolder, practiceDay, store)
})

const at = (path: string): string => `/v1/funds/${village.fundId}${path}`

const asked = async (path: string, token: string, tag?: string) => {
  const headers = tag === undefined ? {} : { 'if-none-match': tag }
  const answer = await village.ask(at(path), { token, headers })
  return { status: answer.status, tag: answer.headers.get('etag')!, text: await answer.text() }
}

let n = 0
const saved = async (): Promise<void> => {
  const { items } = JSON.parse((await asked('/members', await village.as('auditor'))).text) as {
    readonly items: readonly { readonly memberId: string }[]
  }
  n += 1
  const command = {
    id: village.needs.ids(),
    v: 1,
    type: 'RecordDeposit',
    effectiveOn: practiceDay,
    memberId: items[0]!.memberId,
    amount: 1000 * n,
  }
  const by = { actor: 'test', device: 'test' }
  await village.needs.record(village.fundId, [command as never], by)
}

test('whoever has read the book as far as it has come is told so, and the book is not read for it', async () => {
  const auditor = await village.as('auditor')
  for (const path of ['/members', '/savings', '/accounts']) {
    const first = await asked(path, auditor)
    expect(first.status, path).toBe(200)
    const before = books
    const again = await asked(path, auditor, first.tag)
    expect([again.status, again.text, again.tag], path).toEqual([304, '', first.tag])
    expect((await asked(path, auditor, `"x", W/${first.tag}`)).status, path).toBe(304)
    expect(books, path).toBe(before)
  }
})

test('with one line more in the book, another day or other words it is another answer', async () => {
  const auditor = await village.as('auditor')
  const first = await asked('/savings', auditor)
  await saved()
  const after = await asked('/savings', auditor, first.tag)
  expect(after.status).toBe(200)
  expect(after.text).not.toBe(first.text)
  expect((await asked(`/savings?asOf=${practiceDay}`, auditor, after.tag)).status).toBe(200)
  expect((await asked('/members', auditor, after.tag)).status).toBe(200)
})

test('a household is told nothing of when others write: its own answer has the same name as long as it is the same', async () => {
  const household = await village.as('household')
  const auditor = await village.as('auditor')
  const { items } = JSON.parse((await asked('/members', auditor)).text) as {
    readonly items: readonly { readonly memberId: string }[]
  }
  for (const { memberId } of items) {
    const own = await asked(`/members/${memberId}`, household)
    if (own.status !== 200) continue
    // Only the first member saves here, and this is another one.
    expect(memberId).not.toBe(items[0]!.memberId)
    await saved()
    expect((await asked(`/members/${memberId}`, household, own.tag)).status).toBe(304)
  }
  expect.hasAssertions()
})
