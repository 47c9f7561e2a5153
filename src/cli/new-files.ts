import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { link, open, rename } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { callersPath, exitCodes, stop } from '#src/cli/context.ts'

/** Refuses a place that is taken, before any work: nothing that a person has is ever written over. */
export const newFilePath = (out: string): string => {
  const path = callersPath(out)
  if (existsSync(path)) throw stop('there is such a file already: name another', exitCodes.wrongUse)
  return path
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown'

/**
 * Lets a signal that has come be heard. A driver that answers without a turn of the loop would keep Ctrl+C waiting
 * for as long as there is something to read.
 */
export const hearSignals = async (): Promise<void> => {
  // The first turn may begin after the loop has looked for signals; the second begins before.
  await setImmediate()
  await setImmediate()
}

const leftAfterMs = 86_400_000

const numbersOfProcesses = (): string => {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/** By which processes here are told from those of a container or a machine beside it, of which nobody here knows whether they go on. */
const space = createHash('sha256')
  .update(`${hostname()} ${numbersOfProcesses()}`)
  .digest('hex')
  .slice(0, 8)

const isAtWork = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

/** Whether a folder is of a process that ended without a word; where that cannot be known, whether it is a day old. */
const isLeft = (path: string, [pid, of]: readonly (string | undefined)[]): boolean => {
  const { uid, mtimeMs } = lstatSync(path)
  if (uid !== process.getuid?.()) return false
  return of === space ? !isAtWork(Number(pid)) : Date.now() - mtimeMs > leftAfterMs
}

/** Drops what a power cut has left: it may be the plain books, as they were before something of them was erased. */
const dropLeftIn = (parent: string): void => {
  for (const name of readdirSync(parent)) {
    const [of, ...whose] = /^\.village-fund-(?:(\d+)-(\w+)-)?\w{6}$/.exec(name) ?? []
    const path = join(parent, name)
    if (of !== undefined && isLeft(path, whose)) rmSync(path, { recursive: true, force: true })
  }
}

const newFolderIn = (parent: string): string => {
  try {
    dropLeftIn(parent)
  } catch {
    // Nobody's new work waits for what an old one left.
  }
  try {
    return mkdtempSync(join(parent, `.village-fund-${process.pid}-${space}-`))
  } catch (error) {
    throw stop(`nothing can be written there: ${codeOf(error)}`, exitCodes.broken)
  }
}

/**
 * A folder that only its owner can look into, gone when the work is done, has failed or was stopped
 * with Ctrl+C: what lies in it may be the plain books of a fund.
 */
export const withTemporaryFolder = async <T>(
  parent: string,
  work: (folder: string) => Promise<T>,
): Promise<T> => {
  // Nothing waits between the folder and those who drop it, so that no signal comes in between.
  const folder = newFolderIn(parent)
  const drop = (): void => rmSync(folder, { recursive: true, force: true })
  // Every folder of a command is dropped at its exit, of which there may be one within another.
  const onInterrupt = (): void => process.exit(130)
  process.once('exit', drop)
  process.once('SIGINT', onInterrupt)
  process.once('SIGTERM', onInterrupt)
  try {
    return await work(folder)
  } finally {
    drop()
    process.removeListener('exit', drop)
    process.removeListener('SIGINT', onInterrupt)
    process.removeListener('SIGTERM', onInterrupt)
  }
}

/** What a file system says that knows no second name for a file, as those of memory sticks do. */
const knowsNoLinks = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP']

/** Gives a finished file its name, unless somebody has made one there meanwhile. */
export const putInPlace = async (made: string, path: string): Promise<void> => {
  try {
    // A link fails where there is a file; to rename would put that file out of the way.
    await link(made, path)
  } catch (error) {
    if (!knowsNoLinks.includes(codeOf(error)) || existsSync(path)) throw error
    await rename(made, path)
  }
  const folder = await open(dirname(path))
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Writes bytes to a file that only its owner can read, down to the disk; how many they were. */
export const writeFully = async (
  path: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<number> => {
  const file = await open(path, 'wx', 0o600)
  let written = 0
  try {
    for await (const piece of bytes) {
      await file.writeFile(piece)
      written += piece.length
    }
    await file.sync()
    return written
  } finally {
    await file.close()
  }
}

/** Writes a new file that has its name only when all of it is on the disk. */
export const writeNew = (path: string, bytes: AsyncIterable<Uint8Array>): Promise<number> =>
  withTemporaryFolder(dirname(path), async (folder) => {
    const made = join(folder, 'made')
    const written = await writeFully(made, bytes)
    await putInPlace(made, path)
    return written
  })
