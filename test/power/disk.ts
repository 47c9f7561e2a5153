import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Chance } from '#test/support/oracle/chance.ts'

/* What a disk may hold after the power went, by what a program had written and forced until then (`writes.c`). */

const kinds = [
  '',
  'opened',
  'written',
  'cut',
  'forced',
  'gone',
  'folder-forced',
  'renamed',
] as const
type Kind = Exclude<(typeof kinds)[number], ''>

/** One thing that a program did to a file; `place` is an offset, or the length that the file is cut to. */
export type Done = {
  readonly kind: Kind
  readonly file: number
  readonly place: number
  readonly bytes: Buffer
}

const headLength = 48

/** What a program did, in its order. What was cut off when it was killed was not done. */
export const doneIn = (log: string): Done[] => {
  const all = readFileSync(log)
  const done: Done[] = []
  for (let at = 0; at + headLength <= all.length;) {
    const [kind, file, place, length] = [0, 8, 16, 24].map((field) =>
      Number(all.readBigUInt64LE(at + field)),
    ) as [number, number, number, number]
    at += headLength
    if (at + length > all.length) break
    done.push({ kind: kinds[kind] as Kind, file, place, bytes: all.subarray(at, at + length) })
    at += length
  }
  return done
}

/** A disk promises to write so many bytes at once or not at all. */
const sector = 512

/** What a file certainly holds, and what was done to it since it was last forced. */
type OneFile = { readonly sure: Buffer; readonly since: readonly Done[] }

const withBytes = (before: Buffer, place: number, bytes: Buffer): Buffer => {
  const end = place + bytes.length
  const after =
    end > before.length ? Buffer.concat([before, Buffer.alloc(end - before.length)]) : before
  bytes.copy(after, place)
  return after
}

const cutTo = (before: Buffer, length: number): Buffer =>
  length <= before.length
    ? before.subarray(0, length)
    : Buffer.concat([before, Buffer.alloc(length - before.length)])

const after = (before: Buffer, { kind, place, bytes }: Done): Buffer =>
  kind === 'cut' ? cutTo(before, place) : withBytes(before, place, bytes)

/** What a file holds for who asks the system, whatever of it is on the disk. */
const held = ({ sure, since }: OneFile): Buffer => since.reduce(after, Buffer.from(sure))

/** How the disk may have gone about what it was not yet made to write. */
export const ways = ['nothing', 'all', 'first', 'last', 'some', 'sectors', 'length-alone'] as const
export type Way = (typeof ways)[number]

/** What of a write reached the disk, sector by sector; a file may have grown and hold nothing there. */
const partsOf = (one: Done, way: Way, chance: Chance): Done[] => {
  if (one.kind !== 'written') return chance.whole(0, 1) === 0 ? [] : [one]
  if (way === 'length-alone') return [{ ...one, bytes: Buffer.alloc(one.bytes.length) }]
  const parts: Done[] = []
  for (let from = 0; from < one.bytes.length;) {
    const to = Math.min(one.bytes.length, from + sector - ((one.place + from) % sector))
    if (chance.whole(0, 1) === 1)
      parts.push({ ...one, place: one.place + from, bytes: one.bytes.subarray(from, to) })
    from = to
  }
  return parts
}

const reaching = (since: readonly Done[], way: Way, chance: Chance): readonly Done[] => {
  const some = chance.whole(0, since.length)
  switch (way) {
    case 'nothing':
      return []
    case 'all':
      return since
    case 'first':
      return since.slice(0, some)
    case 'last':
      return since.slice(some)
    case 'some':
      return since.filter(() => chance.whole(0, 1) === 1)
    default:
      return since.flatMap((one) => partsOf(one, way, chance))
  }
}

/** A name in a folder: the file that it certainly stands for, and what was done to it since the folder was last forced. */
type Name = { sure: number | undefined; now: number | undefined }

/** The disk of one folder, as it follows what a program does. */
export class Disk {
  readonly #files = new Map<number, OneFile>()
  readonly #names = new Map<string, Name>()
  /** Which file each open one is: several may have the same file open. */
  readonly #open = new Map<number, number>()
  readonly #folders = new Map<number, string>()

  take(one: Done): void {
    this[one.kind](one)
  }

  /** What each name holds after the power went now; a name that was not made sure is there or is not. */
  afterCut(way: Way, chance: Chance): Map<string, Buffer> {
    const left = new Map<string, Buffer>()
    for (const [path, { sure, now }] of this.#names) {
      const isNow = way === 'all' || (way !== 'nothing' && chance.whole(0, 1) === 1)
      const file = isNow ? now : sure
      if (file === undefined) continue
      const { sure: before, since } = this.#files.get(file)!
      left.set(path, reaching(since, way, chance).reduce(after, Buffer.from(before)))
    }
    return left
  }

  /** What a file holds for the program itself. */
  now(path: string): Buffer {
    return held(this.#files.get(this.#names.get(path)!.now!)!)
  }

  private opened({ file, place, bytes }: Done): void {
    const path = bytes.toString()
    if (place >= 2) {
      this.#folders.set(file, path)
      return
    }
    const name = this.#named(path)
    if (name.now === undefined) {
      name.now = file
      this.#files.set(file, { sure: Buffer.alloc(0), since: [] })
    }
    this.#open.set(file, name.now)
    if (place === 1) this.cut({ kind: 'cut', file, place: 0, bytes: Buffer.alloc(0) })
  }

  private written(one: Done): void {
    const id = this.#open.get(one.file)!
    const { sure, since } = this.#files.get(id)!
    this.#files.set(id, { sure, since: [...since, one] })
  }

  private cut(one: Done): void {
    this.written(one)
  }

  private forced({ file }: Done): void {
    const id = this.#open.get(file)!
    this.#files.set(id, { sure: held(this.#files.get(id)!), since: [] })
  }

  private 'folder-forced'({ file }: Done): void {
    const folder = this.#folders.get(file)!
    for (const [path, name] of this.#names) if (dirname(path) === folder) name.sure = name.now
  }

  private gone({ bytes }: Done): void {
    this.#named(bytes.toString()).now = undefined
  }

  private renamed({ bytes }: Done): void {
    const [from, to] = bytes
      .toString()
      .split('\n')
      .map((path) => this.#named(path))
    to!.now = from!.now
    from!.now = undefined
  }

  #named(path: string): Name {
    const name = this.#names.get(path) ?? { sure: undefined, now: undefined }
    this.#names.set(path, name)
    return name
  }
}
