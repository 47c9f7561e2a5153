import type { Keep } from '#src/cli/backups/settings.ts'

/** What is in a backup: the books, or the migration team's cases. */
export type Kind = 'fund' | 'cases'

export type Named = {
  readonly name: string
  /** When it was made, by the clock of the machine that made it. */
  readonly at: number
}

const pattern = /^village-(fund|cases)-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup$/

/** `village-fund-2026-11-30T170000Z.backup`: names that sort as they were made. */
export const nameOf = (kind: Kind, at: number): string =>
  `village-${kind}-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '')}Z.backup`

/** The files of a folder that bear such a name, the newest first; whatever else lies there is nobody's business here. */
export const namedIn = (names: readonly string[], kind: Kind): readonly Named[] =>
  names
    .flatMap((name): Named[] => {
      const [, of, day, hour, minute, second] = pattern.exec(name) ?? []
      const at = Date.parse(`${day}T${hour}:${minute}:${second}Z`)
      return of === kind && !Number.isNaN(at) ? [{ name, at }] : []
    })
    .toSorted((a, b) => b.at - a.at)

const dayMs = 86_400_000
/** The first of January 1970 was a Thursday: weeks begin on a Monday. */
const weekOf = (at: number): number => Math.floor((at / dayMs + 3) / 7)

/**
 * Which backups are kept: the newest of each of so many days, weeks and months that have one, and the newest of all. They are
 * counted and not measured by age, so that a clock that ran ahead, or a machine that was off for a year, drops nothing.
 */
export const keptOf = (files: readonly Named[], { days, weeks, months }: Keep): Set<string> => {
  const kept = new Set<string>(files.slice(0, 1).map(({ name }) => name))
  const newestOf = (count: number, part: (at: number) => number | string): void => {
    const seen = new Set<number | string>()
    for (const { name, at } of files) {
      const of = part(at)
      if (seen.has(of)) continue
      if (seen.size === count) return
      seen.add(of)
      kept.add(name)
    }
  }
  newestOf(days, (at) => Math.floor(at / dayMs))
  newestOf(weeks, weekOf)
  newestOf(months, (at) => new Date(at).toISOString().slice(0, 7))
  return kept
}

/** Cases are kept for three months at most, because what was erased is in each of them. */
export const casesKeep = ({ days, weeks }: Keep): Keep => ({
  days: Math.min(days, 90),
  weeks: Math.min(weeks, 12),
  months: 0,
})
