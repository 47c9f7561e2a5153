import { type LocalDate, later } from '#domain/kernel/dates.ts'
import { type Judged, judge } from '#domain/health/visit.ts'
import { type BookViews, bookFrom, readParts } from '#src/app/book-parts.ts'
import type { FundInList } from '#src/app/network/fund-list.ts'
import { pauses } from '#src/app/turns.ts'

type Asked = Pick<FundInList, 'fundId' | 'summary'>

/** Whole books of many funds, read one after the other for whether somebody should go there. */
export type Judging = {
  /** What was found when the book was last read; it may be of an earlier day or entry. */
  readonly of: (fundId: string) => Judged | undefined
  /** Whether that is still what would be found today. */
  readonly isFresh: (fund: Asked, today: LocalDate) => boolean
  /** Reads behind the answer what is not: books that nobody has read first, then those that were read longest ago. */
  readonly begin: (funds: readonly Asked[], today: LocalDate) => void
  /** How many wait to be read. */
  readonly waiting: () => number
  /** When all that was begun is done. */
  readonly settled: () => Promise<void>
}

/** The book is read for this alone and not kept: a thousand of them would drive out those that people work with. */
const judgedOf = async (
  views: BookViews,
  { fundId, summary }: Asked,
  today: LocalDate,
): Promise<Judged | undefined> => {
  const book = bookFrom(await readParts(views, fundId))
  return book && judge(Object.freeze(book), later(today, book.fund.openedOn), summary!.seq)
}

const judgingOf = (views: BookViews): Judging => {
  const known = new Map<string, Judged>()
  let waiting: readonly Asked[] = []
  let running: Promise<void> = Promise.resolve()
  let isRunning = false

  const isFresh = ({ fundId, summary }: Asked, today: LocalDate): boolean => {
    const judged = known.get(fundId)
    return !summary || (judged?.seq === summary.seq && judged.on >= today)
  }

  const readAll = async (today: LocalDate): Promise<void> => {
    const pause = pauses()
    // Whoever asked is answered first.
    await new Promise((go) => setTimeout(go, 0))
    for (let next = waiting[0]; next; next = waiting[0]) {
      waiting = waiting.slice(1)
      await pause()
      if (isFresh(next, today)) continue
      const judged = await judgedOf(views, next, today)
      if (judged) known.set(next.fundId, judged)
    }
  }

  const dayOf = ({ fundId }: Asked): LocalDate => known.get(fundId)?.on ?? ''
  return {
    of: (fundId) => known.get(fundId),
    isFresh,
    begin: (funds, today) => {
      waiting = funds
        .filter((fund) => !isFresh(fund, today))
        .toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
      if (isRunning || waiting.length === 0) return
      isRunning = true
      // A store that cannot be read now is read at the next asking; nobody waits for it.
      running = readAll(today)
        .catch(() => undefined)
        .finally(() => {
          isRunning = false
        })
    },
    waiting: () => waiting.length,
    settled: () => running,
  }
}

const keepers = new WeakMap<BookViews, Judging>()

/** One a store: what was read for one auditor is read for all of them. */
export const judgingIn = (views: BookViews): Judging => {
  const keeper = keepers.get(views) ?? judgingOf(views)
  keepers.set(views, keeper)
  return keeper
}
