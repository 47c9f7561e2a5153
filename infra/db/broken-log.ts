import { constants, copyFileSync, existsSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/*
 * SQLite reads its write-ahead log up to the first part that does not hold and says nothing of what follows: what was
 * acknowledged is gone, and the journal ends one entry earlier, sound. So the log is looked at before SQLite opens it.
 */

const headerBytes = 32
const frameHeaderBytes = 24
const magic = 0x377f_0682

/** SQLite's own sum over pairs of words, going on from `sums`. */
const summed = (
  bytes: DataView,
  isLittle: boolean,
  [start0, start1]: readonly [number, number],
): readonly [number, number] => {
  let [one, two] = [start0, start1]
  for (let at = 0; at < bytes.byteLength; at += 8) {
    one = (one + bytes.getUint32(at, isLittle) + two) >>> 0
    two = (two + bytes.getUint32(at + 4, isLittle) + one) >>> 0
  }
  return [one, two]
}

const viewOf = (bytes: Uint8Array, from: number, length: number): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset + from, length)

const bytesIn = (path: string): Uint8Array | undefined => {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

type Header = {
  readonly isLittle: boolean
  readonly pageBytes: number
  /** How often the log had begun anew; each time its first salt counts one on and its second is drawn. */
  readonly begun: number
  readonly salts: readonly [number, number]
  readonly sums: readonly [number, number]
}

const headerOf = (log: Uint8Array): Header | undefined => {
  const header = viewOf(log, 0, headerBytes)
  const at = (place: number): number => header.getUint32(place)
  const isLittle = at(0) === magic
  const pageBytes = at(8) === 1 ? 65_536 : at(8)
  const sums = summed(viewOf(log, 0, 24), isLittle, [0, 0])
  const isSound = (isLittle || at(0) === magic + 1) && sums[0] === at(24) && sums[1] === at(28)
  return isSound ? { isLittle, pageBytes, begun: at(12), salts: [at(16), at(20)], sums } : undefined
}

/** Whether a part that does not hold was acknowledged: it ends a write of this log, or nothing of ours ever stood there. */
const isLost = (frame: DataView, { begun, salts }: Header): boolean => {
  const [salt, other] = [frame.getUint32(8), frame.getUint32(12)]
  const isEndOfWrite = frame.getUint32(4) !== 0
  if (salt === salts[0] || other === salts[1]) return isEndOfWrite
  // What an earlier log left there counts down from this one, and a place that was never written is empty.
  return (salts[0] - salt) >>> 0 > begun && salt + other !== 0
}

/**
 * Whether a part of a log does not hold, and a write ends there or after it: where the power went in the middle of a write
 * its last part does not hold either, and nothing of it was acknowledged.
 */
export const isBroken = (log: Uint8Array): boolean => {
  if (log.byteLength < headerBytes + frameHeaderBytes) return false
  const header = headerOf(log)
  if (!header) return true
  const { isLittle, pageBytes, salts } = header
  let { sums } = header
  let holds = true
  const length = frameHeaderBytes + pageBytes
  for (let at = headerBytes; at + length <= log.byteLength; at += length) {
    const frame = viewOf(log, at, frameHeaderBytes)
    if (frame.getUint32(8) !== salts[0] || frame.getUint32(12) !== salts[1]) holds = false
    if (holds) {
      sums = summed(viewOf(log, at, 8), isLittle, sums)
      sums = summed(viewOf(log, at + frameHeaderBytes, pageBytes), isLittle, sums)
      holds = sums[0] === frame.getUint32(16) && sums[1] === frame.getUint32(20)
    }
    if (!holds && isLost(frame, header)) return true
  }
  return false
}

const keptPath = (path: string): string => `${path}-wal-broken`

/** Whether a log that did not hold was found beside a database, and still lies there for somebody to look at. */
export const hasBrokenLog = (path: string): boolean => existsSync(keptPath(path))

/** As long as another program may need for a write that is under way. */
const writeMs = 100

/** Looks at the log of a database before SQLite does, and keeps one that does not hold, because SQLite writes over it. */
export const keepBrokenLog = async (path: string): Promise<void> => {
  const looksBroken = (): boolean => {
    const log = bytesIn(`${path}-wal`)
    return log !== undefined && isBroken(log)
  }
  if (!looksBroken()) return
  await setTimeout(writeMs)
  if (!looksBroken()) return
  try {
    copyFileSync(`${path}-wal`, keptPath(path), constants.COPYFILE_EXCL)
  } catch {
    // It was kept before; or there is no room, and the database itself will say so.
  }
}

/** In words for whoever has the machine. */
export const brokenLogSaid = (path: string): string =>
  `the write-ahead log did not hold, and what was recorded last may be gone though it was acknowledged: hold the book against receipts, then move ${keptPath(path)} away (docs/proof.md)`
