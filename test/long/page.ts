import type { AllReached } from '#test/long/playing.ts'
import { type Track, tracks } from '#test/long/tracks.ts'

export const marks = ['<!-- long runs -->', '<!-- end of long runs -->'] as const

export const inGroups = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')

const rowOf = (name: string, { promise, tried, goal }: Track, all: AllReached): string => {
  const start = `| ${promise} | \`${name}\`: ${tried} | ${inGroups(goal)} `
  const reached = all[name]
  if (reached === undefined) return `${start}| 0 | | not run yet | |`
  const { count, broken, from, to, commits, cpuSeconds } = reached
  const days = from === to ? to : `${from} to ${to}`
  const minutes = (cpuSeconds / 60).toFixed(1)
  return `${start}| ${inGroups(count)} | ${broken} | ${days}, at ${commits.join(', ')} | ${minutes} |`
}

/** What long runs have come to, as the page of guarantees tells it. */
export const longTable = (all: AllReached): string =>
  [
    '| | tried by `npm run test:long` | wanted | reached | seeds that broke, each mended since | when | minutes of CPU, without programs that it starts |',
    '|---|---|--:|--:|--:|---|--:|',
    ...Object.entries(tracks).map(([name, track]) => rowOf(name, track, all)),
  ].join('\n')
