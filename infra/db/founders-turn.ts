import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { makeFile } from '#infra/db/sqlite-file.ts'

const everyMs = 25
const patienceMs = 60_000

const isTaken = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')

/**
 * Does something while no other process does it on the same file. The turn is a lock on an empty file beside it, which the
 * machine takes back from a process that has ended; the book itself must stay free, because the work writes into it.
 */
export const inFoundersTurnOfFile = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  const beside = `${path}-start`
  makeFile(beside)
  const lock = new Database(beside, { timeout: 0 })
  try {
    const until = Date.now() + patienceMs
    for (;;) {
      try {
        lock.exec('begin exclusive')
        break
      } catch (error) {
        if (!isTaken(error)) throw error
        if (Date.now() > until)
          throw new Error('another start of this book does not come to its end', { cause: error })
      }
      await setTimeout(everyMs)
    }
    return await work()
  } finally {
    lock.close()
  }
}
