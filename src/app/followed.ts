import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Journal } from '#domain/ports.ts'
import { lastKept } from '#src/app/turns.ts'

type Reads = Pick<Journal, 'read'>

/** What was worked out of a journal so far, and its last entry by then. */
type Kept<Made> = { readonly made: Made; seq: number; hash: string }

const portion = 5000

type Following<Made> = {
  readonly begin: () => Made
  /** Takes in one entry, in place. */
  readonly take: (made: Made, row: JournalRow) => void
  /** Of how many journals it is kept. */
  readonly most: number
}

/**
 * What is worked out of a journal entry by entry: of each journal once, and read on from where it had come. It is a copy that
 * can be thrown away at any time: a journal whose last known entry has another hash is read from its beginning.
 */
export const followed = <Made>({ begin, take, most }: Following<Made>) => {
  const keptBy = new WeakMap<object, ReturnType<typeof lastKept<Kept<Made>>>>()
  const begun = (): Kept<Made> => ({ made: begin(), seq: 0, hash: '' })
  return async (journal: Reads, fundId: string): Promise<Made> => {
    const ofJournal = keptBy.get(journal) ?? lastKept<Kept<Made>>(most)
    keptBy.set(journal, ofJournal)
    let kept = ofJournal.get(fundId) ?? begun()
    for (;;) {
      // The last known one is read again: the news follow on it, or nothing that is kept holds.
      const { seq, hash } = kept
      const rows = await journal.read(fundId, Math.max(seq - 1, 0), portion)
      if (seq > 0 && rows[0]?.hash !== hash) {
        kept = begun()
        continue
      }
      // Where taking in fails, nothing half taken in is kept.
      ofJournal.take(fundId)
      for (const row of rows) {
        // Somebody else who asked meanwhile may have taken it in.
        if (row.seq !== kept.seq + 1) continue
        take(kept.made, row)
        kept.seq = row.seq
        kept.hash = row.hash
      }
      ofJournal.keep(fundId, kept)
      if (rows.length < portion) return kept.made
    }
  }
}
