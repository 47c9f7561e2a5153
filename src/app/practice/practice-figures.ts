import type { LocalDate } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Hasher } from '#domain/ports.ts'
import { awayTablesOf } from '#domain/statistics/away-tables.ts'
import {
  type Period,
  type PeriodUnit,
  daysOf,
  periodOf,
  releaseDayOf,
  unitOf,
} from '#domain/statistics/calendar.ts'
import { dayBefore } from '#domain/kernel/dates.ts'
import { letterTable } from '#domain/statistics/letter-table.ts'
import type { Release } from '#domain/statistics/releasing.ts'
import {
  type FixedTable,
  type ReleaseKind,
  atOf,
  crossed,
  nodesOf,
} from '#domain/statistics/tables.ts'
import { type Figures, figuresText } from '#src/app/figures/book.ts'
import { practiceReferrals, referralsTold } from '#src/app/practice/practice-referrals.ts'
import { practiceLetters, practiceVillages } from '#src/app/practice/practice-villages.ts'

type Cells = Readonly<Record<string, readonly (number | null)[]>>

/* What may be told of the invented villages and letters, cell by cell: one of several safe choices, which a test holds against the room. */

const migration: Cells = {
  place: [
    970,
    null,
    400,
    90,
    55,
    10,
    30,
    null,
    100,
    285,
    55,
    160,
    20,
    null,
    null,
    null,
    null,
    35,
    200,
    null,
    40,
    25,
    20,
    null,
    null,
    null,
    20,
    485,
    140,
    200,
    45,
    null,
    null,
    null,
    null,
    50,
    285,
    55,
    160,
    20,
    null,
    null,
    null,
    null,
    35,
    200,
    null,
    40,
    25,
    20,
    null,
    null,
    null,
    20,
  ],
  sex: [
    970,
    475,
    395,
    100,
    null,
    null,
    null,
    null,
    400,
    null,
    210,
    null,
    90,
    null,
    20,
    null,
    55,
    null,
    40,
    null,
    10,
    null,
    null,
    null,
    30,
    null,
    10,
    null,
    null,
    null,
    null,
    null,
    100,
    null,
    null,
    null,
  ],
  cost: [
    970,
    null,
    null,
    170,
    65,
    40,
    510,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    400,
    40,
    130,
    95,
    30,
    25,
    80,
    90,
    null,
    null,
    null,
    null,
    null,
    null,
    55,
    null,
    null,
    null,
    10,
    null,
    10,
    10,
    null,
    null,
    null,
    null,
    null,
    null,
    30,
    null,
    null,
    null,
    null,
    null,
    10,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    100,
    null,
    null,
    null,
    null,
    null,
    null,
  ],
  age: [970, 20, 295, 305, 160, 70, 20, 100],
  mode: [970, 175, 40, 140, 170, 140, 185, 25, 100],
  work: [970, 215, 290, 150, 30, 95, 65, 10, 10, 100],
  broker: [970, null, 70, 30, 20, 10, null, 685, null, 100],
  debt: [970, null, 230, 295, 30, null, 100],
  sends: [970, null, 235, 115, 50, null, 100],
  reason: [970, 25, 20, 10, null, 35, null, null, 870],
}

const survivors: Cells = {
  'pay-kept': [215, 65, 150, 65, null, null, 40, null, null, 110, 35, 75],
  'papers-kept': [215, 40, 175, 65, null, null, 40, null, null, 110, 20, 85],
  'not-free': [215, 30, 185, 65, null, null, 40, null, null, 110, null, null],
  hurt: [215, 25, 190, 65, null, null, 40, null, null, 110, null, null],
  nothing: [215, 100, 115, 65, 25, 40, 40, 25, 20, 110, 50, 55],
}

const finance: Cells = {
  letters: [35, 15, 5, 15, 15, 10, null, null, 5, null, null, null, 15, null, null, 10],
}

const releaseOf = (
  kind: ReleaseKind,
  { period, tables, told }: { period: Period; tables: readonly FixedTable[]; told: Cells },
): Release => ({
  kind,
  period,
  tables: tables.map(({ id, dimensions }) => ({
    id,
    dimensions,
    cells: crossed(dimensions.map(nodesOf)).map((nodes, i) => ({
      at: atOf(dimensions, nodes),
      people: told[id]![i] ?? null,
    })),
  })),
})

const before = (period: Period): Period => {
  const unit = unitOf(period)!
  return periodOf(dayBefore(daysOf(period).from), unit)
}

/** The last half-year or quarter whose day has come. */
const lastOf = (unit: PeriodUnit, on: LocalDate): Period => {
  const last = before(periodOf(on, unit))
  return releaseDayOf(last) <= on ? last : before(last)
}

/** What a practice network has told: of half a year what meetings counted, of a quarter what was not answered. */
export const practiceFigures = (on: LocalDate): readonly Figures[] => {
  // The half-year after it waits to be told, so that somebody may try it.
  const [half, quarter] = [before(lastOf('half', on)), lastOf('quarter', on)]
  const counted = awayTablesOf(practiceVillages)
  const villages = { all: 15, counted: practiceVillages.length }
  const letters = [letterTable(practiceLetters)]
  return [
    {
      v: 1,
      period: half,
      on,
      villages,
      releases: [
        releaseOf('migration', { period: half, tables: counted.migration, told: migration }),
        releaseOf('survivors', { period: half, tables: counted.survivors, told: survivors }),
      ],
    },
    {
      v: 1,
      period: quarter,
      on,
      villages: { all: 0, counted: 0 },
      releases: [
        releaseOf('finance', { period: quarter, tables: letters, told: finance }),
        releaseOf('referrals', { period: quarter, tables: practiceReferrals, told: referralsTold }),
      ],
    },
  ]
}

/** The half-year after the one that was told: one has proposed it, so that a newcomer may look at it and confirm it. */
const waitingFigures = (on: LocalDate): Figures => {
  const [counted] = practiceFigures(on)
  const period = lastOf('half', on)
  const releases = counted!.releases.map((one) => ({ ...one, period }))
  return { ...counted!, period, releases }
}

/** What is proposed by one and confirmed by another in a practice network, with what stands beside it; the last one waits. */
export const practiceReleases = (
  { ids, hash }: { readonly ids: () => string; readonly hash: Hasher },
  on: LocalDate,
): readonly {
  readonly releaseId: string
  readonly text: string
  readonly proposed: NetworkCommand
  readonly confirmed?: NetworkCommand
}[] =>
  [...practiceFigures(on), waitingFigures(on)].map((figures, place, { length }) => {
    const [releaseId, text] = [ids(), figuresText(figures)]
    const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: on, releaseId })
    const { period } = figures
    return {
      releaseId,
      text,
      proposed: { ...envelope(), type: 'ProposeRelease', period, digest: hash(text) },
      ...(place < length - 1 && { confirmed: { ...envelope(), type: 'ConfirmRelease' } }),
    }
  })
