import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { charterOf } from '#domain/health/book.ts'
import type { Journal } from '#domain/ports.ts'
import { type Glance, glanceOf } from '#src/app/network/home.ts'
import { type BookViews, bookOf } from '#src/app/queries.ts'

type Seen = { readonly glance: Glance; readonly charter: Charter }
type Kept = Seen & { readonly fundId: string; readonly today: LocalDate; readonly seq: number }

const readMax = 5000

const headAfter = async (journal: Journal, fundId: string, from: number): Promise<number> => {
  let seq = from
  for (;;) {
    const rows = await journal.read(fundId, seq, readMax)
    seq = rows.at(-1)?.seq ?? seq
    if (rows.length < readMax) return seq
  }
}

/**
 * A fund at a glance, counted anew only when its journal has grown or the day has turned: the first page
 * is open to anybody, and must not cost as much as a report each time.
 */
export const glanceKeeper = (store: Journal & BookViews) => {
  let kept: Kept | undefined
  return async (fundId: string, today: LocalDate): Promise<Seen | undefined> => {
    const known = kept?.fundId === fundId && kept.today === today ? kept : undefined
    const seq = await headAfter(store, fundId, known?.seq ?? 0)
    if (known?.seq === seq) return known
    const book = await bookOf(store, fundId)
    if (!book) return undefined
    const day = today > book.fund.openedOn ? today : book.fund.openedOn
    kept = { fundId, today, seq, glance: glanceOf(book, day), charter: charterOf(book, day) }
    return kept
  }
}
