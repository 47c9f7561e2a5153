import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

/** Copies a file of cases as it lies there when its program dies in the middle of a change, half written over. */
export const diedHalfway = (path: string, to: string): void => {
  const database = new Database(path)
  database.pragma('journal_mode = truncate')
  // With no room to keep pages in, they are written over before the change is whole.
  database.pragma('cache_size = 1')
  database.exec('begin exclusive')
  database.prepare('update sealed set bytes = zeroblob(4096)').run()
  mkdirSync(dirname(to), { recursive: true })
  for (const end of ['', '-journal']) copyFileSync(`${path}${end}`, `${to}${end}`)
  database.exec('rollback')
  database.close()
}
