import Database from 'better-sqlite3'

/* Loaded before a program: its machine takes long to make each table, as a small or busy one does. */

const eachMs = 40
const cell = new Int32Array(new SharedArrayBuffer(4))
const prepare = Database.prototype.prepare

Database.prototype.prepare = function (this: Database.Database, source: string) {
  if (/^\s*create\b/i.test(source)) Atomics.wait(cell, 0, 0, eachMs)
  return prepare.call(this, source)
} as typeof prepare
