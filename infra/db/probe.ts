import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { inMemory, statusOf } from '#infra/db/sqlite-file.ts'
import { isOfNewerVersion } from '#infra/db/steps.ts'

/**
 * Whether a new connection of its own can read the journal's table, in a schema that this version knows. The service's own connection may
 * hang after a full disk, so that it must not be the one that is asked.
 */
const canRead = (path: string): boolean => {
  let database: Database.Database | undefined
  try {
    database = new Database(path, { readonly: true, fileMustExist: true, timeout: 200 })
    database.prepare('select seq from entry limit 1').get()
    return !isOfNewerVersion(statusOf(database).done)
  } catch {
    return false
  } finally {
    database?.close()
  }
}

/** As much as a meeting writes. */
const room = new Uint8Array(64 * 1024).fill(1)

/** Whether as much as a meeting can be written beside the database: it is written, brought to the disk and taken away. */
export const hasRoom = (path: string): boolean => {
  const beside = `${path}-room`
  try {
    // What an ended program left lying there is none of anybody's.
    rmSync(beside, { force: true })
    const file = openSync(beside, 'wx', 0o600)
    try {
      let written = 0
      while (written < room.length) written += writeSync(file, room, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
      rmSync(beside, { force: true })
    }
    return true
  } catch {
    return false
  }
}

const roomEveryMs = 5000

type Asked = {
  readonly path: string
  /** Whether the file that the service has open is the one that lies there. */
  readonly isInPlace: () => boolean
  readonly now?: () => number
}

/**
 * Whether the database can be read and written now. Every look at a book is written down first, so that a service on a
 * full disk serves nobody; a write is tried every five seconds at most, however often it is asked.
 */
export const readiness = ({ path, isInPlace, now = Date.now }: Asked): (() => boolean) => {
  if (path === inMemory) return () => true
  let tried: { readonly at: number; readonly hasRoom: boolean } | undefined
  return () => {
    if (!isInPlace() || !canRead(path)) return false
    if (!tried || now() - tried.at >= roomEveryMs) tried = { at: now(), hasRoom: hasRoom(path) }
    return tried.hasRoom
  }
}
