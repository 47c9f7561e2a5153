import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Period, releaseDayOf, unitOf } from '#domain/statistics/calendar.ts'

/** A release of figures, as the journal of a network tells it. */
export type NetworkRelease = {
  readonly releaseId: string
  readonly period: Period
  /** SHA-256 of what is told, which stands beside the journal. */
  readonly digest: string
  readonly proposedBy: string
  readonly proposedOn: LocalDate
  /** By somebody else; until then nobody outside reads it. */
  readonly confirmed?: { readonly by: string; readonly on: LocalDate; readonly seq: number }
}

export type ConfirmedRelease = NetworkRelease & Required<Pick<NetworkRelease, 'confirmed'>>

/** Releases that two stand behind, in the order in which they were. */
export const confirmedReleases = (
  releases: Iterable<NetworkRelease>,
): readonly ConfirmedRelease[] =>
  [...releases]
    .flatMap((one) => (one.confirmed ? [{ ...one, confirmed: one.confirmed }] : []))
    .toSorted((a, b) => a.confirmed.seq - b.confirmed.seq)

/**
 * Why a period cannot be released on a day; undefined where it can. It is told once and for good, and none that lies before
 * one that was told.
 */
export const releaseFault = (
  releases: ReadonlyMap<string, NetworkRelease>,
  { period, on }: { readonly period: Period; readonly on: LocalDate },
): 'release-before-its-day' | 'period-released-already' | undefined => {
  if (on < releaseDayOf(period)) return 'release-before-its-day'
  const ofUnit = confirmedReleases(releases.values()).filter(
    (one) => unitOf(one.period) === unitOf(period),
  )
  return ofUnit.some((one) => one.period >= period) ? 'period-released-already' : undefined
}
