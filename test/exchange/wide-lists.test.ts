import { expect, test } from 'vitest'
import { loanBook } from '#src/exchange/loan-book/sheet.ts'
import { membersSheet } from '#src/exchange/members-sheet/sheet.ts'
import { readList } from '#src/exchange/paper-book/one-sheet.ts'
import { utf8 } from '#test/hostile/file-readers.ts'

test('a list that is wider than any is not read, however its cells are called', async () => {
  for (const kind of [membersSheet, loanBook])
    for (const columns of [200, 201, 1_000_000]) {
      const codes = (await readList(kind, utf8('a,'.repeat(columns - 1)), 'KHR')).faults.map(
        ({ code }) => code,
      )
      const isRead = !codes.includes('file-too-large')
      expect([columns, isRead]).toEqual([columns, columns === 200])
    }
})
