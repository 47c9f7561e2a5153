import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { folderSource } from '#src/cli/folder.ts'
import { importInto } from '#src/cli/importing.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { fund } from '#test/support/command-line.ts'
import { withPaperBook } from '#test/support/imported-book.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const head =
  'card,loan,system,principal,rate_percent,method,instalments,disbursed,principal_paid,principal_owed,interest_paid,interest_owed'
const good = 'M05,F-1,fineract,1200000,18,flat,12,2024-06-15,500000,700000,90000,126000'
const other = 'M06,F-2,fineract,1200000,18,flat,12,2024-06-15,500000,700000,90000,120000'

test('the command line tries a book of loans, tells each difference, takes it in and nothing a second time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loans-'))
  const run = (...args: string[]) => fund(['--db', 'sqlite:a.db', 'import', ...args], { folder })
  await importInto(`sqlite:${join(folder, 'a.db')}`, folderSource(paperBookFolder), false)
  writeFileSync(join(folder, 'l.csv'), `${[head, good, other].join('\n')}\n`)
  const tried = await run('loans', 'l.csv', '--dry-run')
  expect(tried.out).toContain('Dry run: nothing was written. It would take in 2 loans with 1400000')
  expect(tried.out).toContain('row 3, loan F-2: interest: 6000 less than by its own rules')
  expect(tried.out).not.toContain('loan F-1:')
  const taken = await run('loans', 'l.csv', '--json')
  expect(JSON.parse(taken.out)).toMatchObject({ loans: 2, same: 1, differing: 1, wasHere: false })
  const again = await run('loans', 'l.csv', '--language', 'km')
  expect([again.status, again.out]).toEqual([0, expect.stringContaining('nothing changed')])
  expect(again.out).toContain('F-2: ការប្រាក់៖ ខ្វះ 6000')
  writeFileSync(join(folder, 'l.csv'), `${head.replace('method', 'methd')}\n${good}\n`)
  const bad = await run('loans', 'l.csv')
  expect([bad.status, bad.out]).toEqual([
    1,
    expect.stringMatching(/loan_book!F1, methd: .*The nearest known heading: method/),
  ])
  rmSync(folder, { recursive: true })
})

const kept = newFolder()
beforeAll(() => withPaperBook(kept, 'a.db'))
afterAll(() => dropFolder(kept))

test('what is more than by its own rules, less, or not to be compared is told of each loan by its row', async () => {
  const more = 'M07,F-3,fineract,1200000,18,flat,12,2024-06-15,500000,700000,90000,130000'
  const bare = 'M08,F-4,fineract,1200000,18,flat,12,2024-06-15,,700000,,'
  writeFileSync(join(kept, 'l.csv'), `${[head, other, more, bare].join('\n')}\n`)
  const args = ['--db', 'sqlite:a.db', 'import', 'loans', 'l.csv', '--dry-run']
  const { out } = await fund(args, { folder: kept })
  expect(out.split('\n').filter((line) => line.startsWith('row'))).toEqual([
    'row 2, loan F-2: interest: 6000 less than by its own rules',
    'row 3, loan F-3: interest: 4000 more than by its own rules',
    'row 4, loan F-4: not compared: only the balance is told',
  ])
  expect(out).toContain('By their own convention: 0 the same, 2 different, 1 not computed.')
})
