import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { longTable, marks } from '#test/long/page.ts'
import {
  type AllReached,
  type FailedSeed,
  type Places,
  places,
  playAll,
  read,
  startOf,
} from '#test/long/playing.ts'
import { type Track, tracks } from '#test/long/tracks.ts'
import { wanted, wantedMarks, wantedTable } from '#test/long/wanted.ts'
import { page, promised, withTable } from '#test/support/guarantees.ts'

let at: Places
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'long-'))
  at = { reached: join(folder, 'reached.json'), failed: join(folder, 'failed.json') }
  writeFileSync(at.reached, '{}')
  writeFileSync(at.failed, '[]')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A run that counts seven a seed, and what it has played. */
const counting = (broken: (seed: number) => string | undefined = () => undefined) => {
  const played: number[] = []
  const track: Track = {
    promise: 'P7',
    tried: 'things',
    goal: 50,
    isSame: true,
    play: (seed) => {
      played.push(seed)
      return Promise.resolve({ count: 7, broken: broken(seed) })
    },
  }
  return { played, track }
}

const play = (track: Track, seedsMax = Infinity): Promise<void> => {
  let left = seedsMax
  return playAll({
    tracks: { things: track },
    at,
    goesOn: () => (left -= 1) >= 0,
    tell: () => undefined,
  })
}

test('a long run goes on where it was ended, plays no seed twice, and ends at its goal', async () => {
  const { played, track } = counting()
  for (const seeds of [3, 1, Infinity, Infinity]) await play(track, seeds)
  const first = startOf({}, 'things').next
  expect(played).toEqual(Array.from({ length: 8 }, (_, i) => first + i))
  expect(read(at.reached)).toMatchObject({ things: { next: first + 8, count: 56, broken: 0 } })
})

test('a seed that was under way when the run was ended is played again', async () => {
  const first = startOf({}, 'things').next
  const { track } = counting()
  await play(track, 2)
  const ended = counting()
  const never = { ...ended.track, play: () => new Promise<never>(() => undefined) }
  void play(never, 1)
  await play(ended.track, 1)
  expect(ended.played).toEqual([first + 2])
})

test('a seed with which something breaks, or that throws, is kept, and at the third of them the run stops', async () => {
  const first = startOf({}, 'things').next
  const { played, track } = counting((seed) => {
    if (seed === first + 1) throw new Error('thrown')
    return seed % 2 === 0 ? 'a riel is gone' : undefined
  })
  await play(track)
  expect(played).toEqual([first, first + 1, first + 2])
  const failed = read<FailedSeed[]>(at.failed)
  expect(failed.map(({ seed }) => seed)).toEqual(played)
  expect(failed[0]).toMatchObject({ track: 'things', what: 'a riel is gone' })
  expect(failed[1]!.what).toContain('thrown')
  await play(track)
  expect(read<FailedSeed[]>(at.failed)).toEqual(failed)
  // What broke before it was mended holds nobody back.
  writeFileSync(at.failed, JSON.stringify(failed.map((one) => ({ ...one, commit: 'before' }))))
  await play(track, 1)
  expect(played).toHaveLength(4)
})

test('each long run belongs to a promise, and the page tells how far it is', () => {
  const ids = promised.map(({ id }) => id)
  for (const { promise } of Object.values(tracks))
    for (const id of promise.split(', ')) expect(ids).toContain(id)
  const text = readFileSync(page, 'utf8')
  expect(withTable(text, longTable(read(places.reached)), marks)).toBe(text)
})

test('what a promise lacks of what was wanted is told with its reason, and what is there is not said to be missing', () => {
  expect(Object.keys(wanted)).toEqual(promised.map(({ id }) => id))
  const all: AllReached = read(places.reached)
  const text = readFileSync(page, 'utf8')
  expect(withTable(text, wantedTable(all), wantedMarks)).toBe(text)
  const [none, whole] = [
    {},
    Object.fromEntries(
      Object.entries(tracks).map(([name, { goal }]) => [
        name,
        { ...startOf({}, name), count: goal },
      ]),
    ),
  ]
  const lacking = (reached: AllReached): readonly string[] =>
    wantedTable(reached)
      .split('\n')
      .flatMap((row) => (row.includes('the long run') ? [row.split(' ')[1]!] : []))
  expect(lacking(whole)).toEqual([])
  expect(lacking(none)).toEqual(
    Object.keys(wanted).filter((id) =>
      Object.values(tracks).some(({ promise }) => promise.split(', ').includes(id)),
    ),
  )
})

test('whatever seed has broken something holds now, wherever it plays the same again', async () => {
  for (const { track, seed } of read<FailedSeed[]>(places.failed)) {
    const { isSame, play: again } = tracks[track]!
    if (isSame) expect((await again(seed)).broken, `${track} ${seed}`).toBeUndefined()
  }
})
