import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'

const made = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'laid-out-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'fund.db')
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
  await store.fundIds()
  await store.close()
  return path
}

let once: Promise<string> | undefined

/**
 * Puts a database with all tables and nothing in them where there is none, as the first opening makes it, and answers with
 * its path. To make the tables by all migrations takes three times as long as to open them: it is done once, and shown by
 * `test/contract/sqlite` and whatever else begins without this.
 */
export const laidOut = async (path: string): Promise<string> => {
  if (existsSync(path)) return path
  once ??= made()
  const from = await once
  mkdirSync(dirname(path), { recursive: true })
  copyFileSync(from, path)
  return path
}
