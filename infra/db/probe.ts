import Database from 'better-sqlite3'
import { inMemory } from '#infra/db/sqlite.ts'

/**
 * Whether a new connection of its own can read the journal's table. The service's own connection may
 * hang after a full disk, so that it must not be the one that is asked.
 */
export const canRead = (path: string): boolean => {
  if (path === inMemory) return true
  let database: Database.Database | undefined
  try {
    database = new Database(path, { readonly: true, fileMustExist: true, timeout: 200 })
    database.prepare('select seq from entry limit 1').get()
    return true
  } catch {
    return false
  } finally {
    database?.close()
  }
}
