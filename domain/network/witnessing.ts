/** So many hexadecimal digits of each hash stand in a trail. */
export const trailDigits = 16
/** The longest trail of one checkpoint: beyond it the entries before are vouched for by the first one's hash alone. */
export const trailMax = 1000

/** As much of a checkpoint as a book is held against. */
type Kept = {
  readonly from: number
  readonly trail: readonly string[]
  readonly seq: number
  readonly hash: string
}

/** A row of a journal as far as it is compared with a trail. */
type Row = { readonly seq: number; readonly hash: string }

/**
 * The number of the first entry that is not what it was when it was witnessed; undefined where all are. `rows` are those
 * of the book from `from` on, as many as there are.
 */
export const firstWrittenAnew = (
  { from, trail, seq, hash }: Kept,
  rows: readonly Row[],
): number | undefined => {
  const bySeq = new Map(rows.map((row) => [row.seq, row.hash]))
  const place = trail.findIndex((beginning, i) => !bySeq.get(from + i)?.startsWith(beginning))
  if (place >= 0) return from + place
  return bySeq.get(seq) === hash ? undefined : seq
}
