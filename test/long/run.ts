import { readFileSync } from 'node:fs'
import { page, withTable } from '#test/support/guarantees.ts'
import { inGroups, longTable, marks } from '#test/long/page.ts'
import {
  type AllReached,
  type Reached,
  places,
  playAll,
  read,
  startOf,
} from '#test/long/playing.ts'
import { type Track, tracks } from '#test/long/tracks.ts'
import { wantedMarks, wantedTable } from '#test/long/wanted.ts'
import { writeWhole } from '#test/support/whole-file.ts'

/*
 * Runs that take days, a piece at a time. Whoever ends it (Ctrl-C) loses the seed that was under way and nothing else:
 * npm run test:long -- [village|loans|phones|kills|power|requests|restores ...] [--minutes=60] [--seed=1000007]
 */

const asked = process.argv.slice(2)
const numberOf = (flag: string): number | undefined => {
  const told = asked.find((one) => one.startsWith(`--${flag}=`))?.slice(flag.length + 3)
  return told === undefined ? undefined : Number(told)
}
const names = asked.filter((one) => !one.startsWith('--'))
const [minutes, seed] = [numberOf('minutes'), numberOf('seed')]
const unknown = [
  ...names.filter((name) => !Object.hasOwn(tracks, name)),
  ...asked.filter((one) => one.startsWith('--') && !/^--(minutes|seed)=\d+$/.test(one)),
]
if (unknown.length > 0) {
  console.error(
    `There is no such run or flag as number ${asked.indexOf(unknown[0]!) + 1} of what was asked. Runs: ${Object.keys(tracks).join(', ')}. Flags: --minutes=60, --seed=1000007.`,
  )
  process.exit(2)
}
const chosen = Object.fromEntries(
  Object.entries(tracks).filter(([name]) => names.length === 0 || names.includes(name)),
)

const began = performance.now()
let toldAt = began
const before: AllReached = read(places.reached)

/** A line now and then: how far it is, and how long it takes at this pace. */
const tell = (name: string, { goal, tried }: Track, { count, broken }: Reached): void => {
  const now = performance.now()
  if (now - toldAt < 10_000) return
  toldAt = now
  const pace = (count - (before[name]?.count ?? 0)) / ((now - began) / 1000)
  const hours = (goal - count) / pace / 3600
  const share = ((100 * count) / goal).toFixed(2)
  console.error(
    `${name}: ${inGroups(count)} of ${inGroups(goal)} ${tried} (${share} %), ${broken} broken, ${pace.toFixed(1)} a second, ${hours.toFixed(1)} h left at this pace`,
  )
}

const writePage = (): void => {
  const all: AllReached = read(places.reached)
  const text = withTable(readFileSync(page, 'utf8'), longTable(all), marks)
  writeWhole(page, withTable(text, wantedTable(all), wantedMarks))
}

if (seed === undefined) {
  const until = began + (minutes ?? Infinity) * 60_000
  process.once('SIGINT', () => {
    writePage()
    process.exit(130)
  })
  await playAll({ tracks: chosen, at: places, goesOn: () => performance.now() < until, tell })
  writePage()
  const all: AllReached = read(places.reached)
  for (const name of Object.keys(chosen)) {
    const broke = startOf(all, name).broken - startOf(before, name).broken
    console.log(`${name}: ${inGroups(startOf(all, name).count)}, ${broke} broken in this run`)
    if (broke > 0) process.exitCode = 1
  }
} else
  for (const [name, track] of Object.entries(chosen)) {
    const { count, broken } = await track.play(seed)
    console.log(`${name}, seed ${seed}: ${inGroups(count)}, ${broken ?? 'nothing broke'}`)
    if (broken !== undefined) process.exitCode = 1
  }
