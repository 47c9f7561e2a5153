import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importInto } from '#src/cli/importing.ts'
import { folderSource } from '#src/cli/folder.ts'
import { stepsOn } from '#src/cli/progress.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { fund } from '#test/support/command-line.ts'
import { zipOf } from '#test/support/hand-made-workbook.ts'

const inFolder = async <T>(work: (folder: string) => T | Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'import-progress-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const importSaid = (isTTY: boolean, dryRun: boolean): Promise<string> =>
  inFolder(async (folder) => {
    let said = ''
    const told = { isTTY, write: (text: string) => (said += text) }
    const url = `sqlite:${join(folder, 'village.db')}`
    await importInto(url, folderSource(paperBookFolder), dryRun, stepsOn(told))
    return said
  })

test('a terminal is told what an import is doing and how many entries, and the line is gone at the end', async () => {
  const said = (await importSaid(true, false)).split('\r\u001b[K')
  expect(said).toEqual([
    '',
    'Reading the book …',
    expect.stringMatching(/^Writing \d+ entries …$/),
    '',
  ])
  const tried = (await importSaid(true, true)).split('\r\u001b[K')
  expect(tried.at(-2)).toMatch(/^Trying \d+ entries …$/)
})

test('a file or another program is told nothing of how far an import is', async () => {
  expect(await importSaid(false, false)).toBe('')
  await inFolder(async (folder) => {
    const ran = await fund(['import', 'paper-book', paperBookFolder], { folder })
    expect([ran.status, ran.err]).toEqual([0, ''])
  })
})

test('a zip of a book is the same book as its folder', async () => {
  await inFolder(async (folder) => {
    const names = readdirSync(paperBookFolder).filter((name) => /^fund\.json$|\.csv$/.test(name))
    const parts = names.map((name) => ({
      name: `book/${name}`,
      text: readFileSync(join(paperBookFolder, name)),
    }))
    writeFileSync(join(folder, 'book.zip'), zipOf(parts))
    const args = ['import', 'paper-book', 'book.zip', '--dry-run', '--json']
    const ran = await fund(args, { folder })
    const url = `sqlite:${join(folder, 'none.db')}`
    expect(JSON.parse(ran.out)).toEqual(await importInto(url, folderSource(paperBookFolder), true))
  })
})
