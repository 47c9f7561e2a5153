import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { commitOf, dayOfRun } from '#test/support/reached.ts'
import { writeWhole } from '#test/support/whole-file.ts'
import type { Played, Track } from '#test/long/tracks.ts'

/** How far a long run has come, over all the days on which somebody let it run. */
export type Reached = {
  /** The seed that is played next. */
  readonly next: number
  readonly count: number
  readonly broken: number
  readonly cpuSeconds: number
  readonly from: string
  readonly to: string
  readonly commits: readonly string[]
}
export type AllReached = Readonly<Record<string, Reached>>

/** A seed with which something broke: kept for ever, and played again by each test run where it plays the same again. */
export type FailedSeed = {
  readonly track: string
  readonly seed: number
  readonly on: string
  readonly commit: string
  readonly what: string
}

/** Where both stand: in the repository, so that whoever goes on goes on from there. */
export type Places = { readonly reached: string; readonly failed: string }
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
export const places: Places = { reached: here('reached.json'), failed: here('failed-seeds.json') }

export const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T

const write = (path: string, value: unknown): void =>
  writeWhole(path, `${JSON.stringify(value, undefined, 2)}\n`)

/** Long runs begin after the seeds that each test run takes. */
const firstSeed = 1_000_000
/** So often something may break at one commit before nobody plays it any further there: one fault breaks many seeds. */
const brokenMax = 3

export const startOf = (all: AllReached, name: string): Reached =>
  all[name] ?? {
    next: firstSeed,
    count: 0,
    broken: 0,
    cpuSeconds: 0,
    from: dayOfRun(),
    to: dayOfRun(),
    commits: [],
  }

const cpuNow = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const keep = ({ failed }: Places, name: string, seed: number, what: string): void => {
  const one: FailedSeed = {
    track: name,
    seed,
    on: dayOfRun(),
    commit: commitOf(),
    what: what.slice(0, 300),
  }
  write(failed, [...read<FailedSeed[]>(failed), one])
}

const played = async (track: Track, seed: number): Promise<Played> => {
  try {
    return await track.play(seed)
  } catch (error) {
    return { count: 0, broken: String((error as Error).stack) }
  }
}

/** Plays the next seed of one, and writes down how far it has come. */
const playNext = async (
  name: string,
  track: Track,
  { at, commit }: { readonly at: Places; readonly commit: string },
): Promise<Reached> => {
  const before = startOf(read(at.reached), name)
  const began = cpuNow()
  const { count, broken } = await played(track, before.next)
  if (broken !== undefined) keep(at, name, before.next, broken)
  const reached: Reached = {
    next: before.next + 1,
    count: before.count + count,
    broken: before.broken + (broken === undefined ? 0 : 1),
    cpuSeconds: Math.round((before.cpuSeconds + cpuNow() - began) * 1000) / 1000,
    from: before.from,
    to: dayOfRun(),
    commits: [...new Set([...before.commits, commit])],
  }
  write(at.reached, { ...read<AllReached>(at.reached), [name]: reached })
  return reached
}

const brokenAt = ({ failed }: Places, name: string, commit: string): number =>
  read<FailedSeed[]>(failed).filter((one) => one.track === name && one.commit === commit).length

type Playing = {
  readonly tracks: Readonly<Record<string, Track>>
  readonly at: Places
  /** Whether there is time for one more seed. */
  readonly goesOn: () => boolean
  readonly tell: (name: string, track: Track, reached: Reached) => void
}

/** Plays seeds of each in turn until all have come to their goal, too much has broken, or the time is over. */
export const playAll = async ({ tracks, at, goesOn, tell }: Playing): Promise<void> => {
  const commit = commitOf()
  const open = new Map(Object.entries(tracks))
  while (open.size > 0) {
    for (const [name, track] of open) {
      const isThere = startOf(read(at.reached), name).count >= track.goal
      if (isThere || brokenAt(at, name, commit) >= brokenMax) {
        open.delete(name)
        continue
      }
      if (!goesOn()) return
      tell(name, track, await playNext(name, track, { at, commit }))
    }
  }
}
