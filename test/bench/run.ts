import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { audits } from '#test/bench/audits.ts'
import { country, countryOnPostgres } from '#test/bench/country.ts'
import { edge } from '#test/bench/edge.ts'
import { growth, risk } from '#test/bench/growth.ts'
import { journal } from '#test/bench/journal.ts'
import { manyFunds } from '#test/bench/many-funds.ts'
import { machine, say } from '#test/bench/measure.ts'
import { type OldFund, keptFund, oldFund } from '#test/bench/old-fund.ts'
import { pg } from '#test/bench/pg.ts'
import { schedules } from '#test/bench/schedules.ts'
import { type Section, keep } from '#test/bench/section.ts'
import { short } from '#test/bench/short.ts'
import { sizes, start } from '#test/bench/sizes.ts'
import { throughHttp } from '#test/bench/through-http.ts'

/*
 * What the service does beside what the machine and other programs do, in rounds of all of them, and what it costs as a fund
 * grows old; written into docs/benchmarks.md between its marks.
 *
 *   npm run bench -- [--only http,audit] [--sizes 10000,100000] [--rounds 5]
 *   npm run bench -- --only growth --books FOLDER    old funds are made there once, and copies of them are measured
 *   npm run bench -- --only country,country-postgres [--funds 1,100,1000] [--members 12] [--years 1]
 *   npm run bench -- --short [--keep]    ratios alone, in a minute: fails where one has halved
 */

const argument = (name: string, usual: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? usual : (process.argv[at + 1] ?? usual)
}
const has = (name: string): boolean => process.argv.includes(`--${name}`)

type Parts = Readonly<Record<string, () => Promise<Section>>>

/** The parts by name. Funds are made when the first part asks for them. */
const partsOn = (folder: string, rounds: number) => {
  const counts = argument('sizes', '10000,100000').split(',').map(Number)
  const made: { readonly fund: OldFund; readonly path: string; readonly folder: string }[] = []
  const funds = async (count = counts.length) => {
    while (made.length < count) {
      const least = counts[made.length]!
      const path = join(folder, `${least}.db`)
      const books = argument('books', '')
      say(`a fund of ${least} entries is made`)
      const fund = books ? keptFund(books, { folder, least }) : oldFund(path, least)
      made.push({ fund: await fund, path, folder })
    }
    return made
  }
  const all = async (): Promise<OldFund[]> => (await funds()).map(({ fund }) => fund)
  const parts: Parts = {
    http: async () => throughHttp((await funds(1))[0]!, { rounds, ms: 2000 }),
    journal: async () => journal((await funds(1))[0]!.fund, folder, rounds),
    audit: async () => audits((await funds()).at(-1)!, Math.min(rounds, 3)),
    growth: async () => growth(await all(), rounds),
    risk: async () => risk(await all(), rounds),
    schedules: () => schedules(rounds * 2),
    sizes: async () => sizes((await funds(1))[0]!.fund),
    start: () => start(join(folder, 'data'), rounds),
    country: () =>
      country(folder, {
        counts: argument('funds', '1,100,1000').split(',').map(Number),
        members: Number(argument('members', '12')),
        years: Number(argument('years', '1')),
        rounds,
      }),
    'country-postgres': () =>
      countryOnPostgres({
        counts: argument('funds', '100,1000').split(',').map(Number),
        members: Number(argument('members', '12')),
        years: Number(argument('years', '1')),
        rounds,
      }),
    pg: () => pg({ rounds, ms: 2000 }),
    edge: () => edge({ rounds }),
    'many-funds': () => manyFunds(folder, { counts: [1, 100, 1000], rounds }),
  }
  return { parts, close: () => Promise.all(made.map(({ fund }) => fund.close())) }
}

const main = async (folder: string): Promise<void> => {
  if (has('short')) return short(folder, has('keep'))
  const { parts, close } = partsOn(folder, Number(argument('rounds', '5')))
  const usual = Object.keys(parts).filter((name) => !name.startsWith('country'))
  for (const name of argument('only', usual.join(',')).split(',')) {
    const part = parts[name]
    if (!part)
      throw new Error(`no part is called ${name}; there are ${Object.keys(parts).join(', ')}`)
    say(`part ${name}`)
    const on = machine()
    keep(await part(), on)
  }
  await close()
}

const folder = mkdtempSync(join(tmpdir(), 'village-fund-bench-'))
try {
  await main(folder)
} finally {
  rmSync(folder, { recursive: true })
}
