import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { renewed } from '#test/bench/section.ts'
import {
  costHosts,
  costOnHost,
  dollars,
  sizeIn,
  usual,
  workOf,
} from '#src/pages/cost/arithmetic.ts'

/*
 * What a fund's year costs, as tables: `npm run cost -- --funds 250 --members 60`. With `--write` the tables of docs/cost.md are
 * made anew.
 */

export const page = join(import.meta.dirname, '../../docs/cost.md')

const names = {
  board: 'a board in each village',
  server: 'one server, one file',
  database: 'a server and a database of a provider (PostgreSQL)',
  workers: 'Cloudflare Workers',
} as const

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A fund's year on each host, by how many funds share it. */
export const yearTable = (counts: readonly number[], members: number): string =>
  [
    row(['a fund’s year', ...counts.map((funds) => (funds === 1 ? '1 fund' : `${funds} funds`))]),
    row(['---', ...counts.map(() => '---:')]),
    ...costHosts.map((host) =>
      row([
        names[host],
        ...counts.map((funds) => dollars(costOnHost(host, { funds, members }).each)),
      ]),
    ),
  ].join('\n')

/** What that year asks of a machine. */
export const workTable = (counts: readonly number[], members: number): string => {
  const works = counts.map((funds) => workOf({ funds, members }))
  const whole = (count: number): string => Math.round(count).toLocaleString('en-US')
  return [
    row(['a year of', ...counts.map((funds) => (funds === 1 ? '1 fund' : `${funds} funds`))]),
    row(['---', ...counts.map(() => '---:')]),
    row(['entries', ...works.map(({ entries }) => whole(entries))]),
    row(['requests', ...works.map(({ requests }) => whole(requests))]),
    row(['seconds of one core', ...works.map(({ cpuSeconds }) => whole(cpuSeconds))]),
    row(['new megabytes', ...works.map(({ megabytes }) => whole(megabytes))]),
  ].join('\n')
}

/** The page with its tables as they come out now. */
export const withTables = (text: string): string => {
  const counts = [1, 10, 100, 1_000]
  const work = renewed(text, 'work', workTable(counts, usual.members))
  return renewed(work, 'year', yearTable(counts, usual.members))
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      funds: { type: 'string', default: String(usual.funds) },
      members: { type: 'string', default: String(usual.members) },
      write: { type: 'boolean', default: false },
    },
  })
  const size = sizeIn(values.funds, values.members)
  if (size === undefined) {
    process.stderr.write('Give --funds from 1 to 10000 and --members from 1 to 1000.\n')
    process.exitCode = 1
  } else if (values.write) writeFileSync(page, withTables(readFileSync(page, 'utf8')))
  else
    process.stdout.write(
      `${workTable([size.funds], size.members)}\n\n${yearTable([size.funds], size.members)}\n`,
    )
}
