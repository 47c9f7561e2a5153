import Database from 'better-sqlite3'

/**
 * What SQLite itself finds wrong with a file: broken pages and indexes. It sees nothing of altered
 * content, which only the hash chain does. Its own connection, because the file may not be usable.
 */
export const fileProblems = (path: string): readonly string[] => {
  let database: Database.Database | undefined
  try {
    database = new Database(path, { readonly: true, fileMustExist: true })
    const rows = database.pragma('integrity_check(20)') as { readonly integrity_check: string }[]
    return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : ''
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return []
    return ['the file cannot be read as a database']
  } finally {
    database?.close()
  }
}
