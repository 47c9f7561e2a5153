import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { day, type Said, uuid, word } from '#domain/kernel/shape.ts'

/** Who comes to a village: a team that lives near, one that comes by, or nobody. */
export const covers = ['team', 'visits', 'none'] as const
export type Cover = (typeof covers)[number]

export const coverSays = {
  fundId: uuid('fund'),
  cover: word(covers, 'cover-unknown'),
  /** After this day somebody has to say it again. */
  until: day,
} as const

export type TeamCover = Said<typeof coverSays> & { readonly saidOn: LocalDate }

const longest = 366

export const coverTooLong = (on: LocalDate, until: LocalDate): boolean =>
  until > daysAfter(on, longest)

export type CoverNow = Cover | 'not-known'

/** Who comes to a village on a day; what was said for a time that is over is not known. */
export const coverOn = (said: TeamCover | undefined, today: LocalDate): CoverNow =>
  said && said.saidOn <= today && today <= said.until ? said.cover : 'not-known'

export const isUncovered = (cover: CoverNow): boolean => cover === 'none' || cover === 'not-known'

/** A village of the network, as the map knows it: nothing of its people or of any case. */
export type Village = {
  readonly fundId: string
  readonly name: string
  readonly villageCode: string
}

export type DistrictCover = {
  /** Four digits of the gazetteer; a code of another kind as it is. */
  readonly code: string
  readonly villages: readonly (Village & { readonly cover: CoverNow })[]
  readonly uncovered: number
}

/** The districts of the villages, those first that have most villages without a team. */
export const coverageOf = (
  villages: readonly Village[],
  said: ReadonlyMap<string, TeamCover>,
  today: LocalDate,
): readonly DistrictCover[] =>
  [...Map.groupBy(villages, ({ villageCode }) => villageCode.slice(0, 4))]
    .map(([code, some]) => {
      const own = some
        .map((one) => ({ ...one, cover: coverOn(said.get(one.fundId), today) }))
        .toSorted(
          (a, b) =>
            Number(isUncovered(b.cover)) - Number(isUncovered(a.cover)) ||
            (a.name < b.name ? -1 : 1),
        )
      return {
        code,
        villages: own,
        uncovered: own.filter(({ cover }) => isUncovered(cover)).length,
      }
    })
    .toSorted((a, b) => b.uncovered - a.uncovered || (a.code < b.code ? -1 : 1))
