import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import { sha256 } from '#infra/system/system.ts'
import { opened } from '#src/app/rows.ts'
import { figuresOfJournal } from '#test/support/fixture-journal.ts'

const folder = new URL('../fixtures/journals/', import.meta.url)
const journals = readdirSync(fileURLToPath(folder)).filter((file) => file.endsWith('.jsonl'))

const rowsOf = (file: string): JournalRow[] =>
  readFileSync(new URL(file, folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JournalRow)

test('there is a journal of every released version to fold', () => {
  expect(journals).toContain('0.1.0.jsonl')
})

test.each(journals)('the journal %s still folds to the figures of its day', async (file) => {
  const figures = JSON.parse(
    readFileSync(new URL(file.replace('.jsonl', '.figures.json'), folder), 'utf8'),
  ) as unknown
  expect(await figuresOfJournal(rowsOf(file))).toEqual(figures)
})

test.each(journals)('every hash of the journal %s is still what it was', (file) => {
  const rows = rowsOf(file)
  rows.forEach((row, i) => {
    expect(row.prevHash).toBe(rows[i - 1]?.hash ?? '')
    expect(sha256(canonicalEntry({ ...row, reverses: undefined }))).toBe(row.hash)
  })
})

test('the journal of version 0.1.0 holds every type of entry that this version had', () => {
  const types = new Set(rowsOf('0.1.0.jsonl').map((row) => opened(row).body.type))
  expect(types.size).toBe(22)
})
