import type { LocalDate } from '#domain/kernel/dates.ts'
import { group, list, optional, type Said, uuid, whole, word } from '#domain/kernel/shape.ts'
import { province } from '#domain/network/places.ts'
import { talkId } from '#domain/network/training/talks.ts'
import { ageBands, sexes } from '#domain/kernel/bands.ts'
import { safeTables } from '#domain/statistics/releasing.ts'
import { type PublishedTable, releaseKinds } from '#domain/statistics/tables.ts'

/** How people heard a talk. */
export const reachedWays = ['meeting', 'visit', 'school', 'peer-group', 'text'] as const

const people = whole(1, 2000, 'people-unreadable')

/** What is counted: how many, and nobody. */
export const reachedSays = {
  talkId,
  way: word(reachedWays, 'way-unknown'),
  /** Of a peer group nobody says where it meets. */
  province: optional(province),
  groups: list(
    group(
      { sex: word(sexes, 'sex-unknown'), ageBand: word(ageBands, 'age-unknown'), people },
      'groups-missing',
    ),
    { min: 1, max: sexes.length * ageBands.length, code: 'groups-missing' },
  ),
} as const

export const countId = uuid('count')

type ReachedSaid = Said<typeof reachedSays>

/** A count of those who heard a talk, with the day on which it was written down. */
export type Reached = ReachedSaid & {
  readonly countId: string
  readonly writtenOn: LocalDate
  readonly struckOn?: LocalDate
}

/** Fewer are not written down by themselves: they are counted together with others. */
export const fewestTogether = 5

export const inAll = (groups: ReachedSaid['groups']): number =>
  groups.reduce((sum, one) => sum + one.people, 0)

/** Nobody outside learns of fewer than this: survivors may be among those who hear a talk (domain facts 8.6). */
export const reachedMin = releaseKinds.survivors.k

/** The half-year of a day: `2026-1`, `2026-2`. */
export const halfYearOf = (day: LocalDate): string =>
  `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? 1 : 2}`

/** A figure that is told, rounded; null where it is hidden. */
export type SafeCell = number | null

/** What is told of a half-year that is over. */
export type ReachedRelease = {
  readonly halfYear: string
  readonly total: SafeCell
  readonly bySex: readonly SafeCell[]
  readonly byAge: readonly SafeCell[]
}

type Key = 'sex' | 'ageBand'

const tableBy = (id: Key, values: readonly string[], groups: ReachedSaid['groups']) => ({
  id,
  dimensions: [{ id, categories: values.map((value) => ({ id: value })) }],
  counts: values.map((value) => ({
    at: { [id]: value },
    people: inAll(groups.filter((one) => one[id] === value)),
  })),
})

/**
 * Who was reached, by half-years that are over, the latest first. A count belongs to the half-year in which it was written
 * down, and what is struck out later changes nothing: no release is ever told twice with other figures, so that nothing can
 * be found by subtracting one from another.
 */
export const reachedReleases = (
  counts: Iterable<Reached>,
  today: LocalDate,
): readonly ReachedRelease[] => {
  const now = halfYearOf(today)
  const standing = [...counts].filter(
    ({ writtenOn, struckOn }) =>
      halfYearOf(writtenOn) < now &&
      (struckOn === undefined || halfYearOf(struckOn) > halfYearOf(writtenOn)),
  )
  return [...Map.groupBy(standing, ({ writtenOn }) => halfYearOf(writtenOn))]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([halfYear, some]) => {
      const groups = some.flatMap((one) => one.groups)
      const [bySex, byAge] = safeTables(
        [tableBy('sex', sexes, groups), tableBy('ageBand', ageBands, groups)],
        'survivors',
      )
      const told = (of: PublishedTable | undefined, key: Key, value?: string): SafeCell =>
        of?.cells.find(({ at }) => at[key] === value)?.people ?? null
      return {
        halfYear,
        total: told(bySex, 'sex'),
        bySex: sexes.map((sex) => told(bySex, 'sex', sex)),
        byAge: ageBands.map((band) => told(byAge, 'ageBand', band)),
      }
    })
}
