import { type CaseFile, withItem } from '#domain/cases/file.ts'
import { type Htcds, htcdsOf } from '#domain/cases/htcds.ts'
import { consentsOn } from '#domain/cases/operations/consent.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'

/*
 * A record of the standard leaves a case when a supervisor has read all of it and lets it go. What went to whom, and who let
 * it go, stands in the case for as long as that does.
 */

/** Receivers of statistics that the person has agreed to, as the consents of a day name them. */
export const statisticsReceivers = (file: CaseFile, on: LocalDate): readonly string[] => {
  const receivers = consentsOn(file, on)
    .filter(({ value }) => value.purpose === 'statistics')
    .map(({ value }) => value.receiver)
  return [...new Set(receivers)]
}

export type Release = {
  readonly receiver: string
  readonly fields: readonly string[]
  readonly releasedBy: string
}

/** What was released of a case, with the day and by whom. */
export const releasesOf = ({ lists }: CaseFile) =>
  (lists['releases'] ?? []) as never as readonly {
    readonly item: string
    readonly on: LocalDate
    readonly by: string
    readonly value: Release
  }[]

type Releasing = {
  readonly receiver: string
  readonly on: LocalDate
  readonly by: string
  readonly releasedBy: string
  readonly item: string
  /** The record as the supervisor has read it. */
  readonly read: string
}

/** What is read before it is let go; the same text for the same record. */
export const readingOf = (record: Htcds): string => JSON.stringify(record)

/** A file that tells of the release, and the record that goes; refused where it is no more what was read. */
export const released = (
  file: CaseFile,
  { receiver, on, by, releasedBy, item, read }: Releasing,
):
  | { readonly file: CaseFile; readonly record: Htcds }
  | 'consent-missing'
  | 'read-another'
  | 'list-full'
  | 'same-person' => {
  if (by === releasedBy) return 'same-person'
  const answer = htcdsOf(file, { receiver, on })
  if (answer.outcome === 'refused') return answer.code
  if (readingOf(answer.record) !== read) return 'read-another'
  const value: Release = { receiver, fields: Object.keys(answer.record), releasedBy }
  const after = withItem(file, 'releases', { item, on, by, value })
  return typeof after === 'string' ? after : { file: after, record: answer.record }
}
