import { principalAtRisk } from '#domain/health/health.ts'
import { bookFrom, readParts } from '#src/app/book-parts.ts'
import { standingsOn } from '#domain/health/book.ts'
import { cpuOf, medianOf, told } from '#test/bench/measure.ts'
import type { OldFund } from '#test/bench/old-fund.ts'
import type { Curve } from '#test/bench/picture.ts'
import type { Section } from '#test/bench/section.ts'
import { auditAll } from '#src/app/proof/audit.ts'

type Door = 'household' | 'record-keeper'
const pages: readonly (readonly [name: string, door: Door, page: string, turns: number])[] = [
  ['own page of a household', 'household', 'me', 20],
  ['first page of a committee', 'record-keeper', 'today', 20],
  ['register of loans', 'record-keeper', 'loans', 10],
  ['trial balance', 'record-keeper', 'statements/trial-balance', 10],
  ['balance sheet', 'record-keeper', 'statements/balance-sheet', 10],
  ['health, asked again', 'record-keeper', 'health', 5],
]

/** What a fund is asked for, by name: each work is one turn. */
export const worksOf = async (
  fund: OldFund,
): Promise<Map<string, readonly [number, () => Promise<unknown>]>> => {
  const by = { actor: 'bench', device: 'bench' }
  const write = () => fund.needs.record(fund.fundId, [fund.next()], by)
  const works = new Map<string, readonly [number, () => Promise<unknown>]>()
  works.set('a deposit, recorded', [100, write])
  for (const [name, door, page, turns] of pages) {
    const token = await fund.as(door)
    const ask = async (): Promise<void> => {
      const { status } = await fund.ask(`/funds/${fund.fundId}/${page}`, { token })
      if (status !== 200) throw new Error(`${page} is answered ${status}`)
    }
    works.set(name, [turns, ask])
    if (page === 'me')
      works.set(`${name}, after a deposit`, [
        turns,
        async () => {
          await write()
          await ask()
        },
      ])
  }
  return works
}

/** CPU in microseconds of each work, a list of rounds a fund; the funds take turns in each round. */
export const grown = async (
  funds: readonly OldFund[],
  rounds: number,
  names?: readonly string[],
): Promise<Map<string, number[][]>> => {
  const works = await Promise.all(funds.map(worksOf))
  const found = new Map<string, number[][]>()
  for (const name of names ?? works[0]!.keys()) {
    const each = funds.map((): number[] => [])
    const most: number[] = []
    for (let round = 0; round <= rounds; round += 1)
      for (const [i, own] of works.entries()) {
        const [turns, work] = own.get(name)!
        const cpu = await cpuOf(most[i] ?? Math.ceil(turns / 4), work)
        // What takes long is asked less often: two seconds a round tell enough.
        if (round === 0) most[i] = Math.max(1, Math.min(turns, Math.floor(2e6 / cpu)))
        else each[i]!.push(cpu)
      }
    found.set(name, each)
  }
  return found
}

const sizesOf = (funds: readonly OldFund[]): number[] => funds.map(({ entries }) => entries)

const curvesOf = (found: ReadonlyMap<string, number[][]>, sizes: readonly number[]): Curve[] =>
  [...found].map(([name, each]) => ({
    name,
    points: each.map((rounds, i) => [sizes[i]!, medianOf(rounds)] as const),
  }))

const growthOf = (each: readonly number[][]): string =>
  (medianOf(each.at(-1)!) / medianOf(each[0]!)).toFixed(2)

/** What a fund's age costs: B6 and B9. */
export const growth = async (funds: readonly OldFund[], rounds: number): Promise<Section> => {
  const found = await grown(funds, rounds)
  for (const { needs } of funds) {
    const { problems } = await auditAll(needs.store, needs.hash)
    if (problems.length > 0) throw new Error(JSON.stringify(problems[0]))
  }
  const sizes = sizesOf(funds)
  return {
    name: 'growth',
    title: 'What a fund’s age costs (B6, B9)',
    heads: ['CPU, µs', ...sizes.map((size) => `${size} entries`), 'growth'],
    rows: [
      ...[...found].map(([name, each]) => [name, ...each.map((of) => told(of, 0)), growthOf(each)]),
      [
        'bytes of the file an entry',
        ...funds.map((fund) => `${Math.round(fund.bytes() / fund.entries)}`),
        '',
      ],
    ],
    notes: [
      'Goals: a deposit at most 1.3, a trial balance, a balance sheet and health at most 1.1. Pages are made, not sent. Every fund was audited at the end: no problem.',
    ],
    curves: { title: 'CPU in µs by entries of the fund', of: curvesOf(found, sizes) },
  }
}

type AtRisk = { readonly loans: number; readonly first: number[]; readonly again: number[] }

/** Money at risk and interest due of all loans on a day: of a book just read, and once more of the same book. */
const atRisk = async ({ needs, fundId, today }: OldFund, rounds: number): Promise<AtRisk> => {
  const first: number[] = []
  const again: number[] = []
  let loans = 0
  for (let round = 0; round <= rounds; round += 1) {
    const book = bookFrom(await readParts(needs.store, fundId))!
    loans = book.loans.length
    const work = async (): Promise<number> => {
      const standings = standingsOn(book, today)
      const interest = standings.reduce((sum, one) => sum + one.interestDue, 0)
      return principalAtRisk(standings, 30) + interest
    }
    const fresh = bookFrom(await readParts(needs.store, fundId))!
    const cpu = await cpuOf(1, async () => standingsOn(fresh, today))
    const kept = await cpuOf(20, work)
    if (round === 0) continue
    first.push(cpu)
    again.push(kept)
  }
  return { loans, first, again }
}

/** What is at risk and what interest is due today, over all loans and with no nightly job: B8. */
export const risk = async (funds: readonly OldFund[], rounds: number): Promise<Section> => {
  const found: AtRisk[] = []
  for (const fund of funds) found.push(await atRisk(fund, rounds))
  const each = (rounds: number[], loans: number): string => (medianOf(rounds) / loans).toFixed(2)
  return {
    name: 'risk',
    title: 'At risk and due today, over all loans (B8)',
    heads: ['CPU, µs', ...found.map(({ loans }) => `${loans} loans`)],
    rows: [
      ['of a book just read', ...found.map(({ first }) => told(first, 0))],
      ['of the same book, asked again', ...found.map(({ again }) => told(again, 0))],
      ['a loan, just read', ...found.map(({ first, loans }) => each(first, loans))],
      ['a loan, asked again', ...found.map(({ again, loans }) => each(again, loans))],
    ],
    notes: ['Goal: at most 5 ms for a million loans, which is 0.005 µs a loan.'],
  }
}
