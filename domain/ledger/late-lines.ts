import { type LocalDate, dayAfter } from '#domain/kernel/dates.ts'
import { type FlagRow, type PostingRow, takesBack } from '#domain/ledger/rows.ts'

/** A posting of an entry that came when the period it belongs to was closed already. */
export type LateLine = PostingRow & {
  /** The day on which it happened; of a line that takes back, the day of what it takes back. */
  readonly trueDay: LocalDate
}

/** What came late so far, and the last day of the last period that was closed by then. */
export type Late = { readonly lines: readonly LateLine[]; readonly closed: LocalDate | undefined }

export const nothingLate: Late = { lines: [], closed: undefined }

/** Seq of the entry that an entry takes back, by its own. */
export const takenBackBy = ({
  flags,
}: {
  readonly flags: readonly FlagRow[]
}): ReadonlyMap<number, number> =>
  new Map(
    flags
      .filter(({ flag }) => flag === takesBack)
      .map(({ seq, subject }) => [seq, Number(subject.slice('entry:'.length))]),
  )

/**
 * What is known of late lines with what was posted since. `days` are those of entries that were taken back since and stood
 * before. A close that had nothing to post has left no trace among postings, and is not seen here.
 */
export const lateWith = (
  before: Late,
  {
    postings,
    flags,
  }: { readonly postings: readonly PostingRow[]; readonly flags: readonly FlagRow[] },
  days: Iterable<readonly [seq: number, day: LocalDate]> = [],
): Late => {
  const back = takenBackBy({ flags })
  const dayOf = new Map(back.size === 0 ? days : [...days, ...postings.map(dayIn)])
  const lines: LateLine[] = []
  let { closed } = before
  for (const line of postings) {
    if (line.entryType === 'PeriodClosed') closed = line.effectiveOn
    else if (closed !== undefined && line.on === dayAfter(closed)) {
      const trueDay = dayOf.get(back.get(line.seq) ?? line.seq) ?? line.effectiveOn
      if (trueDay <= closed) lines.push({ ...line, trueDay })
    }
  }
  return lines.length === 0 && closed === before.closed
    ? before
    : { lines: [...before.lines, ...lines], closed }
}

const dayIn = ({ seq, effectiveOn }: PostingRow) => [seq, effectiveOn] as const

/** All postings that stand on the first open day because their own day was closed when they came. */
export const lateLines = ({
  book,
  postings,
}: {
  readonly book: { readonly flags: readonly FlagRow[] }
  readonly postings: readonly PostingRow[]
}): readonly LateLine[] => lateWith(nothingLate, { postings, flags: book.flags }).lines
