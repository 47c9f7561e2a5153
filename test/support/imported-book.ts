import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderSource } from '#src/cli/folder.ts'
import { importInto } from '#src/cli/importing.ts'
import { paperBookFolder } from '#test/support/books-in.ts'

const imported = async (): Promise<string> => {
  const place = mkdtempSync(join(tmpdir(), 'imported-'))
  process.once('exit', () => rmSync(place, { recursive: true, force: true }))
  const path = join(place, 'fund.db')
  await importInto(`sqlite:${path}`, folderSource(paperBookFolder), false)
  return path
}

let once: Promise<string> | undefined

/** Puts the database of the invented year where commands look for it, as `import paper-book` makes it; it is imported once. */
export const withPaperBook = async (folder: string, db = 'data/fund.db'): Promise<void> => {
  once ??= imported()
  const from = await once
  mkdirSync(join(folder, db, '..'), { recursive: true })
  copyFileSync(from, join(folder, db))
}
