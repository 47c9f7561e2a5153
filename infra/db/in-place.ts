import { statSync } from 'node:fs'
import { StorageUnavailable } from '#domain/ports.ts'
import { inMemory } from '#infra/db/sqlite-file.ts'

/*
 * A file can be deleted, or another one laid in its place, while a program has it open: the program goes on writing into
 * what nobody will find again. So the path is held against the file that was opened, at each write.
 */

/** Which file lies at a path; nothing where there is none. */
const fileAt = (path: string): string | undefined => {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev}:${found.ino}`
}

export type InPlace = {
  /** Whether the file may be made: only as long as none was opened. */
  readonly mayMake: () => boolean
  /** Before an opening: throws where another file lies there now than the one that was opened first. */
  readonly beforeOpening: () => void
  /** After an opening: this file it is, for as long as the store lives. */
  readonly opened: () => void
  readonly isThere: () => boolean
  /** Before what was written is made to last: throws where it would not be found at the path, nor in the log beside it. */
  readonly assertWhole: () => void
  /** After it: throws where it will not be found. */
  readonly assertThere: () => void
}

const always: InPlace = {
  mayMake: () => true,
  beforeOpening: () => undefined,
  opened: () => undefined,
  isThere: () => true,
  assertWhole: () => undefined,
  assertThere: () => undefined,
}

/** With a code, as a failure of the store's own: the connection is closed, and what its log holds is brought into the file. */
const gone = (): StorageUnavailable =>
  Object.assign(new StorageUnavailable('the database file is gone, or another one'), {
    code: 'FILE_GONE',
  })

/** Holds a path against the file that was first opened there, and its write-ahead log against that of the connection. */
export const inPlace = (path: string): InPlace => {
  if (path === inMemory) return always
  let own: string | undefined
  let log: string | undefined

  const isThere = (): boolean => own === undefined || fileAt(path) === own
  const hasLog = (): boolean => {
    const now = fileAt(`${path}-wal`)
    // It is made by the first who reads or writes, and stays until the last connection closes.
    log ??= now
    return now === log
  }
  const assertThere = (): void => {
    if (!isThere()) throw gone()
  }
  return {
    mayMake: () => own === undefined,
    beforeOpening: () => {
      assertThere()
      log = undefined
    },
    opened: () => {
      own ??= fileAt(path)
    },
    isThere,
    assertWhole: () => {
      if (!isThere() || !hasLog()) throw gone()
    },
    assertThere,
  }
}
