import { type Json, canonicalJson, lengthPrefixed } from '#domain/kernel/canonical.ts'
import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import { releaseDayOf } from '#domain/statistics/calendar.ts'
import type { Release } from '#domain/statistics/releasing.ts'

type Hash = (text: string) => string

/** A release as the log has it: what was told, when, after which one. */
export type LoggedRelease = Release & {
  readonly on: LocalDate
  /** The hash of the release before; empty for the first. */
  readonly before: string
  readonly hash: string
}

/** Vouches for all that was told and for everything that was told before. */
const hashOf = (hash: Hash, { before, on, kind, period, tables }: Omit<LoggedRelease, 'hash'>) =>
  hash(
    lengthPrefixed([
      'village-fund/release/1',
      before,
      on,
      kind,
      period,
      canonicalJson(tables as unknown as Json),
    ]),
  )

/** Why a release cannot be logged on a day. */
export type LogRefusal = 'release-too-early' | 'release-before-the-last' | 'day-unreadable'

/** The log with one release more, or why it cannot have it: it is too early for it, or the log has a later day. */
export const logged = (
  log: readonly LoggedRelease[],
  { kind, period, tables }: Release,
  { on, hash }: { readonly on: LocalDate; readonly hash: Hash },
):
  | { readonly outcome: 'logged'; readonly log: readonly LoggedRelease[] }
  | { readonly outcome: 'refused'; readonly code: LogRefusal } => {
  if (!isLocalDate(on)) return { outcome: 'refused', code: 'day-unreadable' }
  if (on < releaseDayOf(period)) return { outcome: 'refused', code: 'release-too-early' }
  const last = log.at(-1)
  if (last && on < last.on) return { outcome: 'refused', code: 'release-before-the-last' }
  const entry = { kind, period, tables, on, before: last?.hash ?? '' }
  return { outcome: 'logged', log: [...log, { ...entry, hash: hashOf(hash, entry) }] }
}

/** The first release that was changed, left out or put between after it was logged; undefined where none was. */
export const logFault = (log: readonly LoggedRelease[], hash: Hash): LoggedRelease | undefined =>
  log.find((one, n) => one.before !== (log[n - 1]?.hash ?? '') || one.hash !== hashOf(hash, one))
