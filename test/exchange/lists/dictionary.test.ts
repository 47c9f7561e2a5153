import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accountKinds } from '#domain/ledger/accounts.ts'
import { listNames, lists } from '#src/lists/all.ts'
import { statementCodes } from '#src/words/report-words.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'
import { dataDictionary, dictionaryPage, entryMeanings } from '#test/support/data-dictionary.ts'

test('the dictionary is what the code gives: node test/support/data-dictionary.ts prints it anew', async () => {
  expect(readFileSync(dictionaryPage, 'utf8')).toBe(await dataDictionary())
})

test('every column says in words what it means, once', () => {
  for (const name of listNames) {
    const { columns } = lists[name]
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
    for (const { meaning } of columns) expect(meaning).toMatch(/^\S.{2,}/)
  }
})

test('no account, and no kind of entry of the practice year, is without words', async () => {
  for (const kind of accountKinds) expect(statementCodes.in('en')).toHaveProperty([kind])
  const { store, fundId } = await bookFrom(paperBookFolder)
  const types = new Set((await store.read(fundId, 0, 10_000)).map(({ type }) => type))
  expect([...types].filter((type) => !(type in entryMeanings))).toEqual([])
})
