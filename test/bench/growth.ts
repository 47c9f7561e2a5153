import { principalAtRisk } from '#domain/health/lively.ts'
import { bookFrom, readParts } from '#src/app/book-parts.ts'
import { type FundBook, standingsOn } from '#domain/health/book.ts'
import { daysBetween, daysCovered } from '#domain/kernel/dates.ts'
import { duesOf } from '#domain/loans/plan/village-convention.ts'
import { cpuOf, medianOf, say, told } from '#test/bench/measure.ts'
import { type Service, app } from '#src/http/app.ts'
import { ourHost } from '#test/support/service.ts'
import { type OldFund, storeAt } from '#test/bench/old-fund.ts'
import type { Curve } from '#test/bench/picture.ts'
import type { Section } from '#test/bench/section.ts'
import { auditAll } from '#src/app/proof/audit.ts'

type Door = 'household' | 'record-keeper'
const pages: readonly (readonly [name: string, door: Door, page: string])[] = [
  ['own page of a household', 'household', 'me'],
  ['first page of a committee', 'record-keeper', 'today'],
  ['register of loans', 'record-keeper', 'loans'],
  ['trial balance', 'record-keeper', 'statements/trial-balance'],
  ['balance sheet', 'record-keeper', 'statements/balance-sheet'],
  ['health', 'record-keeper', 'health'],
  ['loans at risk', 'record-keeper', 'health/par30'],
  ['savings of all members', 'record-keeper', 'savings'],
  ['minutes of the last meeting', 'record-keeper', 'meetings/LAST/minutes'],
  ['what a share-out would do', 'record-keeper', 'share-out'],
]

/** Works so many times a round, and what is done before each turn, of which nothing is counted. */
type Turn = {
  readonly turns: number
  readonly before?: () => Promise<unknown>
  readonly work: () => Promise<unknown>
}

/** The first question to a service that nobody has asked anything; its program is compiled already. */
const afterStart = (fund: OldFund, token: string): Omit<Turn, 'turns'> => {
  let begun: { readonly service: Service; readonly close: () => Promise<void> } | undefined
  return {
    before: async () => {
      await begun?.close()
      const opened = await storeAt(fund.path, false)
      const store = opened as unknown as OldFund['needs']['store']
      begun = { service: app({ ...fund.needs, store }), close: () => opened.close() }
    },
    work: async () => {
      const headers = { host: ourHost, authorization: `Bearer ${token}` }
      const { status } = await begun!.service.request(`/funds/${fund.fundId}/today`, { headers })
      if (status !== 200) throw new Error(`the first question is answered ${status}`)
    },
  }
}

/** What a fund is asked for, by name: each work is one turn. */
export const worksOf = async (fund: OldFund): Promise<Map<string, Turn>> => {
  const by = { actor: 'bench', device: 'bench' }
  const write = () => fund.needs.record(fund.fundId, [fund.next()], by)
  const works = new Map<string, Turn>([['a deposit, recorded', { turns: 100, work: write }]])
  const tokens = {
    household: await fund.as('household'),
    'record-keeper': await fund.as('record-keeper'),
  }
  // Whoever asks as fast as they can is turned away after a minute's share: none of what is measured.
  const service = app(fund.needs, { requestsPerMinute: 1e9 })
  const asking = (door: Door, page: string) => async (): Promise<void> => {
    const path = page.replace('LAST', fund.lastMeeting)
    const headers = { host: ourHost, authorization: `Bearer ${tokens[door]}` }
    const { status } = await service.request(`/funds/${fund.fundId}/${path}`, { headers })
    if (status !== 200) throw new Error(`${path} is answered ${status}`)
  }
  for (const [name, door, page] of pages) {
    const work = asking(door, page)
    works.set(name, { turns: 20, work })
    works.set(`${name}, after a deposit`, { turns: 10, before: write, work })
  }
  works.set('first page of a committee, first question after a start', {
    turns: 2,
    ...afterStart(fund, tokens['record-keeper']),
  })
  return works
}

/** CPU in microseconds of one turn, without what is done before it. */
const cpuOfEach = async (turns: number, { before, work }: Omit<Turn, 'turns'>): Promise<number> => {
  if (!before) return cpuOf(turns, work)
  let sum = 0
  for (let turn = 0; turn < turns; turn += 1) {
    await before()
    sum += await cpuOf(1, work)
  }
  return sum / turns
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
    say(name)
    const each = funds.map((): number[] => [])
    const most: number[] = []
    for (let round = 0; round <= rounds; round += 1)
      for (const [i, own] of works.entries()) {
        const { turns, ...turn } = own.get(name)!
        const cpu = await cpuOfEach(most[i] ?? Math.ceil(turns / 4), turn)
        // What takes long is asked less often: a second a round tells enough.
        if (round === 0) most[i] = Math.max(1, Math.min(turns, Math.floor(1e6 / cpu)))
        else each[i]!.push(cpu)
      }
    found.set(name, each)
  }
  return found
}

/** Whatever is older takes too long for each run, and stands in a part of its own. */
const veryOld = 500_000

const sizesOf = (funds: readonly OldFund[]): number[] => funds.map(({ entries }) => entries)

const curvesOf = (found: ReadonlyMap<string, number[][]>, sizes: readonly number[]): Curve[] =>
  [...found].map(([name, each]) => ({
    name,
    points: each.map((rounds, i) => [sizes[i]!, medianOf(rounds)] as const),
  }))

const growthOf = (each: readonly number[][]): string =>
  (medianOf(each.at(-1)!) / medianOf(each[0]!)).toFixed(2)

/** So many curves can be told apart. */
const drawn = (found: ReadonlyMap<string, number[][]>): ReadonlyMap<string, number[][]> =>
  new Map(
    [...found].filter(([name]) =>
      /^(a deposit|own page of a household$|(register|trial|balance sheet|health).*after)/.test(
        name,
      ),
    ),
  )

/** What a fund's age costs: B6 and B9. */
export const growth = async (funds: readonly OldFund[], rounds: number): Promise<Section> => {
  const found = await grown(funds, rounds)
  say('the audit of every fund')
  for (const { needs } of funds) {
    const { problems } = await auditAll(needs.store, needs.hash)
    if (problems.length > 0) throw new Error(JSON.stringify(problems[0]))
  }
  const sizes = sizesOf(funds)
  const isVeryOld = sizes.at(-1)! > veryOld
  return {
    name: isVeryOld ? 'growth-to-a-million' : 'growth',
    title: `What a fund’s age costs${isVeryOld ? ', to a million entries' : ''} (B6, B9)`,
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
      'Goals: a deposit at most 1.3, a trial balance, a balance sheet and health at most 1.1. Pages are made, not sent; of a page after a deposit the deposit itself is not counted. Every fund was audited at the end: no problem.',
    ],
    curves: { title: 'CPU in µs by entries of the fund', of: curvesOf(drawn(found), sizes) },
  }
}

/**
 * The same counted plainly: what is owed is what was posted to the loan, and how long it is late is looked for in its
 * instalments one by one.
 */
const plainlyAtRisk = async (
  { needs, fundId, today }: OldFund,
  book: FundBook,
): Promise<number> => {
  const posted = new Map<string, number>()
  for (const { account, amount, on } of await needs.store.postings(fundId, {}))
    if (on <= today) posted.set(account, (posted.get(account) ?? 0) + amount)
  let atRisk = 0
  for (const loan of book.loans) {
    const owed = posted.get(`asset:loan:${loan.loanId}`) ?? 0
    let left = duesOf(loan).reduce((sum, { principal }) => sum + principal, 0) - owed
    const oldest = duesOf(loan).find(({ principal }) => (left -= principal) < 0)
    if (owed === 0 || !oldest || oldest.on >= today) continue
    const late = daysBetween(oldest.on, today) - daysCovered(loan.deferrals, oldest.on, today)
    if (late > 30) atRisk += owed
  }
  return atRisk
}

type AtRisk = { readonly loans: number; readonly first: number[]; readonly again: number[] }

/** Money at risk and interest due of all loans on a day: of a book just read, and once more of the same book. */
const atRisk = async (fund: OldFund, rounds: number): Promise<AtRisk> => {
  const { needs, fundId, today } = fund
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
    const [ours, plain] = [
      principalAtRisk(standingsOn(book, today), 30),
      await plainlyAtRisk(fund, book),
    ]
    if (ours !== plain) throw new Error(`at risk are ${ours}, and counted plainly ${plain}`)
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
    notes: [
      'Goal: at most 5 ms for a million loans, which is 0.005 µs a loan. In each round what is at risk is what a plain count comes to, of postings and instalments one by one.',
    ],
  }
}
