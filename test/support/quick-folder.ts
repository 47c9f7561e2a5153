import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'

const memory = '/dev/shm'
const bytesMin = 4 * 2 ** 30

const isRoomy = (): boolean => {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= bytesMin
  } catch {
    return false
  }
}

/**
 * A place for the files of a run that no disk has to wait for, where this machine has one with room; gone with the process.
 * What a disk loses is not tried by waiting for one, but by `test/power` and `test/contract/full-disk`.
 */
export const quickFolder = (): string | undefined => {
  if (!isRoomy()) return undefined
  const folder = mkdtempSync(`${memory}/village-fund-`)
  // PostgreSQL runs as nobody where the tests run as root.
  chmodSync(folder, 0o1777)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
