import { boxRowsOn } from '#domain/ledger/box-list.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { cashMoved } from '#domain/fund/meeting/cash.ts'
import { type FundBook, loansById } from '#domain/health/book.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Journal } from '#domain/ports.ts'
import type { Entry } from '#domain/village.ts'
import { meetingOn } from '#domain/health/meetings.ts'
import { closedBefore } from '#src/app/meeting/meetings.ts'
import { isOfOneForm } from '#src/app/meeting/sheet-commands.ts'
import { followed } from '#src/app/followed.ts'
import { opened } from '#src/app/rows.ts'

type Reads = Pick<Journal, 'read' | 'find'>

const portion = 500

type OfDay = { readonly book: FundBook; readonly fundId: string; readonly on: LocalDate }

/**
 * The line of the journal before which nothing of a day's meeting can stand: the end of the one before it. Where anything
 * that is known of the day stands before that one was closed, it was closed late, and all is looked through.
 */
const startOf = async (journal: Reads, { book, fundId, on }: OfDay): Promise<number> => {
  const last = closedBefore(book, on)?.closing?.entryId
  if (last === undefined) return 0
  const { opening, closing, lists = [] } = meetingOn(book, on) ?? {}
  const own = [opening, closing, ...lists].flatMap((one) => one?.entryId ?? [])
  const rows = await journal.find(fundId, [last, ...own])
  const end = rows.find(({ id }) => id === last)?.seq ?? 1
  const ofBox = boxRowsOn(book.cashPostings, on)
  return [...rows, ...ofBox].some(({ seq }) => seq < end) ? 0 : end - 1
}

const entriesAfter = async (
  journal: Reads,
  fundId: string,
  {
    after,
    until = Number.MAX_SAFE_INTEGER,
    isAsked,
  }: {
    readonly after: number
    readonly until?: number
    readonly isAsked: (row: JournalRow) => boolean
  },
): Promise<readonly Entry[]> => {
  const entries: Entry[] = []
  for (let last = after; ; last += portion) {
    const rows = await journal.read(fundId, last, Math.min(portion, until - last))
    entries.push(...rows.filter(isAsked).map((row) => opened(row)))
    if (rows.length < portion || last + portion >= until) return entries
  }
}

/** What was entered for a day since the meeting before it closed, in the order of the journal. */
export const entriesOfDay = async (journal: Reads, asked: OfDay): Promise<readonly Entry[]> =>
  entriesAfter(journal, asked.fundId, {
    after: await startOf(journal, asked),
    isAsked: ({ effectiveOn }) => effectiveOn === asked.on,
  })

/** What was entered for a day until its meeting was closed, as it was read out there; nothing of a meeting that is open. */
export const entriesReadOut = async (journal: Reads, asked: OfDay): Promise<readonly Entry[]> => {
  const closedBy = meetingOn(asked.book, asked.on)?.closing?.entryId
  const [closing] = closedBy === undefined ? [] : await journal.find(asked.fundId, [closedBy])
  if (!closing) return []
  return entriesAfter(journal, asked.fundId, {
    after: await startOf(journal, asked),
    until: closing.seq,
    isAsked: ({ effectiveOn }) => effectiveOn === asked.on,
  })
}

type Places = {
  /** Entries by the day that they are about. */
  readonly byDay: Map<LocalDate, { readonly seq: number; readonly id: string }[]>
  /** Of an entry, those that took it back. */
  readonly takenBackBy: Map<string, number[]>
}

const added = <Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Where in a journal the entries of each day stand, on whatever day they were written. */
const placesIn = followed<Places>({
  begin: () => ({ byDay: new Map(), takenBackBy: new Map() }),
  take: ({ byDay, takenBackBy }, row) => {
    const { seq, id, effectiveOn, type } = row
    added(byDay, effectiveOn, { seq, id })
    if (type !== 'EntryReversed') return
    const { body } = opened(row)
    if (body.type === 'EntryReversed') added(takenBackBy, body.reverses, seq)
  },
  most: 8,
})

/** The entries at some places of a journal; those that follow each other are read together. */
const rowsAt = async (
  journal: Reads,
  fundId: string,
  places: readonly number[],
): Promise<readonly JournalRow[]> => {
  const rows: JournalRow[] = []
  for (let from = 0; from < places.length;) {
    let to = from + 1
    while (places[to] === places[from]! + to - from) to += 1
    rows.push(...(await journal.read(fundId, places[from]! - 1, to - from)))
    from = to
  }
  return rows
}

/**
 * What was ever entered for a day, whichever meetings were written down before it, and that something of it was taken
 * back, on whatever day: minutes that are printed again do not tell as done what did not happen.
 */
export const entriesForMinutes = async (
  journal: Reads,
  { fundId, on }: Pick<OfDay, 'fundId' | 'on'>,
): Promise<readonly Entry[]> => {
  const { byDay, takenBackBy } = await placesIn(journal, fundId)
  const own = byDay.get(on) ?? []
  const back = own.flatMap(({ id }) => takenBackBy.get(id) ?? [])
  const places = new Set([...own.map(({ seq }) => seq), ...back])
  const rows = await rowsAt(
    journal,
    fundId,
    [...places].toSorted((a, b) => a - b),
  )
  return rows.map((row) => opened(row))
}

/** Whose entry it is, where it is one member's. */
export const memberOf = ({ loans }: FundBook, { body }: Entry): string | undefined => {
  if ('memberId' in body) return body.memberId
  return 'loanId' in body ? loansById(loans).get(body.loanId)?.memberId : undefined
}

/** Entries that still stand: those that were taken back are gone with what took them back. */
export const standing = (entries: readonly Entry[]): readonly Entry[] => {
  const gone = new Set(
    entries.flatMap(({ id, body }) => (body.type === 'EntryReversed' ? [id, body.reverses] : [])),
  )
  return entries.filter(({ id }) => !gone.has(id))
}

type Sums = ReadonlyMap<string, number>

const sumsOf = (
  book: FundBook,
  entries: readonly Entry[],
  counted: (cash: number) => number,
): Sums => {
  const sums = new Map<string, number>()
  for (const entry of standing(entries)) {
    const memberId = memberOf(book, entry)
    const amount = counted(cashMoved(entry.body.postings))
    if (memberId !== undefined && amount > 0) sums.set(memberId, (sums.get(memberId) ?? 0) + amount)
  }
  return sums
}

/** What each member brought into the box that day; whoever was only handed money brought nothing. */
export const broughtBy = (book: FundBook, entries: readonly Entry[]): Sums =>
  sumsOf(book, entries, (cash) => cash)

/** What each member took out of the box that day: savings, or a loan. */
export const tookBy = (book: FundBook, entries: readonly Entry[]): Sums =>
  sumsOf(book, entries, (cash) => -cash)

/** Of what moved the box for a member that day and still stands, what was written down last, by one form. */
export const lastTurnOf = (
  book: FundBook,
  entries: readonly Entry[],
  memberId: string,
): readonly Entry[] => {
  const own = standing(entries).filter(
    (entry) => memberOf(book, entry) === memberId && cashMoved(entry.body.postings) !== 0,
  )
  return own.filter(({ id }) => isOfOneForm(id, own.at(-1)!.id))
}
