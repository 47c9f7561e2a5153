import { villageTimeOf } from '#src/app/village-time.ts'
import {
  cutOutOf,
  districts,
  placeOfCode,
  provinceOfCode,
} from '#domain/network/gazetteer/gazetteer.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { NetworkFund } from '#domain/network.ts'
import type { FundViews, Journal, NetworkViews, Notes } from '#domain/ports.ts'
import { type CountedVillage, awayTablesOf } from '#domain/statistics/away-tables.ts'
import { fewestVillages } from '#domain/statistics/away-places.ts'
import { type Period, countedIn, daysOf, unitOf } from '#domain/statistics/calendar.ts'
import { letterTable } from '#domain/statistics/letter-table.ts'
import { type Release, releaseTables } from '#domain/statistics/releasing.ts'
import type { FixedTable, ReleaseKind } from '#domain/statistics/tables.ts'
import type { StonesNeeds } from '#src/app/meeting/stones.ts'
import { type AwayCount, awayCountsOf } from '#src/app/meeting/away-counts.ts'
import type { ActNeeds } from '#src/app/cases/cases.ts'
import { referralsCounted } from '#src/app/cases/counted-referrals.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { bookOf } from '#src/app/queries.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'
import { type Figures, toldOf } from '#src/app/figures/book.ts'

type Needs = StonesNeeds & {
  readonly store: NetworkViews & FundViews & Notes & Pick<Journal, 'find'>
  /** Where the network keeps cases: what their workers have counted is told too. */
  readonly team?: ActNeeds | undefined
}

/** The count of a village that belongs to a half-year: the last of those whose period it is, by when each was written down. */
const countOf = async (
  needs: Needs,
  fundId: string,
  period: Period,
): Promise<{ readonly count: AwayCount; readonly villageCode: string } | undefined> => {
  const { store } = needs
  const book = await bookOf(store, fundId)
  if (!book) return undefined
  const counts = await awayCountsOf(needs, { book, fundId })
  const rows = await store.find(
    fundId,
    counts.map(({ entryId }) => entryId),
  )
  const recorded = new Map(rows.map(({ id, recordedAt }) => [id, villageTimeOf(recordedAt).day]))
  const isOfIt = ({ entryId, on, state }: AwayCount): boolean => {
    const day = recorded.get(entryId)
    if (day === undefined || state !== 'fits') return false
    return countedIn({ happened: on, recorded: day }, 'half') === period
  }
  const count = counts.find(isOfIt)
  return count && { count, villageCode: book.fund.villageCode }
}

/** Districts in which a village of this code can lie: a person chooses among them, and moves no village elsewhere to single one out. */
const mayLieIn = (villageCode: string): readonly string[] => {
  const placed = placeOfCode(villageCode)
  if ('among' in placed) return placed.among.map(({ code }) => code)
  if ('district' in placed) {
    const { code } = placed.district
    return [code, ...cutOutOf(code).map((young) => young.code)]
  }
  const province = provinceOfCode(villageCode)
  return districts.flatMap(({ code }) =>
    province === undefined || code.startsWith(province) ? [code] : [],
  )
}

/** Where a fund lies: as a person has said, where it can; or else as its code says. */
const liesIn = ({ district }: NetworkFund, villageCode: string) => {
  const isSaid = district !== undefined && mayLieIn(villageCode).includes(district)
  const code = isSaid ? district : villageCode
  const placed = placeOfCode(code)
  const own = 'district' in placed ? placed.district.code : code.slice(0, 4)
  return { province: provinceOfCode(code) ?? own.slice(0, 2), district: own }
}

/** Villages of a network that counted in a half-year. */
const villagesOf = async (
  needs: Needs,
  { networkId, period }: { networkId: string; period: Period },
): Promise<{
  readonly all: number
  readonly villages: readonly CountedVillage[]
  readonly shut: number
}> => {
  const book = await networkBookOf(needs.store, networkId)
  const villages: CountedVillage[] = []
  let shut = 0
  for (const fund of book?.funds ?? []) {
    const found = await countOf(needs, fund.fundId, period)
    const figures = found?.count.figures
    if (found?.count.stones === 'shut') shut += 1
    if (figures) villages.push({ ...liesIn(fund, found.villageCode), figures })
  }
  return { all: book?.funds.length ?? 0, villages, shut }
}

/** In how many villages that counted in a half-year what the stones said cannot be opened: the figures are made without it. */
export const shutStonesOf = async (
  needs: Needs,
  of: { readonly networkId: string; readonly period: Period },
): Promise<number> => (unitOf(of.period) === 'half' ? (await villagesOf(needs, of)).shut : 0)

export type MakingFault = 'too-few-villages' | 'nothing-asked' | 'not-safe-to-tell'

type Tables = {
  readonly villages: Figures['villages']
  readonly byKind: readonly (readonly [ReleaseKind, readonly FixedTable[]])[]
}

/** What was not answered in a quarter: letters about agencies, and those whom the team sent to others. */
const askedTables = async (
  needs: Needs,
  { networkId, period }: { networkId: string; period: Period },
): Promise<Tables['byKind']> => {
  const { letters } = await watchBookOf(needs.store, networkId)
  const { from, to } = daysOf(period)
  const due = [...letters.values()].filter(({ dueOn }) => dueOn >= from && dueOn <= to)
  const referred = needs.team ? await referralsCounted(needs.team, period) : []
  return [
    ...(due.length > 0 ? [['finance', [letterTable(due)]] as const] : []),
    ...(referred.length > 0 ? [['referrals', referred] as const] : []),
  ]
}

/** Of half a year what meetings counted; of a quarter, which letters and referrals were answered. */
const tablesOf = async (
  needs: Needs,
  { networkId, period }: { networkId: string; period: Period },
): Promise<Tables | MakingFault> => {
  if (unitOf(period) === 'half') {
    const { all, villages } = await villagesOf(needs, { networkId, period })
    // One that counted nobody hides no other.
    const some = villages.filter(({ figures }) => figures.total > 0)
    if (some.length < fewestVillages) return 'too-few-villages'
    const { migration, survivors } = awayTablesOf(some)
    const isTold = survivors.some(({ counts }) => counts.length > 0)
    return {
      villages: { all, counted: villages.length },
      byKind: [
        ['migration', migration] as const,
        ...(isTold ? [['survivors', survivors] as const] : []),
      ],
    }
  }
  const byKind = await askedTables(needs, { networkId, period })
  return byKind.length === 0 ? 'nothing-asked' : { villages: { all: 0, counted: 0 }, byKind }
}

/** What a network may tell of a period, made safe together with all that it has told before; or why nothing can be told. */
export const figuresToTell = async (
  needs: Needs,
  { networkId, period, on }: { networkId: string; period: Period; on: LocalDate },
): Promise<Figures | MakingFault> => {
  const made = await tablesOf(needs, { networkId, period })
  if (typeof made === 'string') return made
  const earlier = (await toldOf(needs, networkId)).flatMap(({ figures }) => figures.releases)
  const releases: Release[] = []
  for (const [kind, tables] of made.byKind) {
    const answer = releaseTables(tables, { kind, period, earlier })
    if (answer.outcome === 'refused') return 'not-safe-to-tell'
    releases.push(answer.release)
  }
  return { v: 1, period, on, villages: made.villages, releases }
}
