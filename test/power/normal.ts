import Database from 'better-sqlite3'

/*
 * The same program on connections that let a commit go before it is on the disk. What a store sets is read back by it, so
 * that this is done behind its back, when it begins to write.
 */
const { prepare } = Database.prototype
const seen = new WeakSet<Database.Database>()

Database.prototype.prepare = function (this: Database.Database, sql: string) {
  if (/^begin/i.test(sql) && !seen.has(this)) {
    seen.add(this)
    this.pragma('synchronous = normal')
  }
  return prepare.call(this, sql)
} as typeof prepare
