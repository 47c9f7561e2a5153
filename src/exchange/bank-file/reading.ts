import { type LocalDate, later } from '#domain/kernel/dates.ts'
import type { HeldElsewhere } from '#domain/fund/bank.ts'
import { charterOf } from '#domain/health/book.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Statement } from '#domain/ledger/statement.ts'
import type { FundViews, Journal, Notes } from '#domain/ports.ts'
import { bookOf } from '#src/app/queries.ts'
import { type Moved, movedThere, withoutLine } from '#src/exchange/bank-file/book-side.ts'
import { type MarkNeeds, confirmedBy, marksOf } from '#src/exchange/bank-file/marks.ts'
import {
  type Candidate,
  type Proposal,
  type ProposalKind,
  proposalsFor,
} from '#src/exchange/bank-file/propose.ts'
import type { Reader } from '#src/exchange/reader.ts'
import { type BankList, type FileLine, readBankList } from '#src/exchange/bank-file/read.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import { type Beside, reconciliationOf } from '#src/exchange/statements/bank.ts'

type BankNeeds = MarkNeeds & {
  readonly store: Journal & FundViews & Notes
  readonly today: LocalDate
  /** Left out, the list is read in this very thread. */
  readonly reader?: Reader | undefined
}

/** What is asked of a file. */
type BankFile = {
  readonly fundId: string
  readonly place: HeldElsewhere
  readonly bytes: Uint8Array
  /** The day of the statement; the last line's day where it is left out. */
  readonly asOf?: LocalDate | undefined
  /** What the bank says is there on that day, as a person typed it; else the file is asked. */
  readonly balance?: number | undefined
}

/** A line of the file with what it may be. `confirmed` was confirmed before, `before-the-book` is older than the book. */
export type LineRead = FileLine & {
  readonly mark: string
  readonly kind: ProposalKind | 'confirmed' | 'before-the-book'
  readonly choices: readonly (readonly Candidate[])[]
}

export type BankRead = {
  readonly place: HeldElsewhere
  /** Oldest first. */
  readonly lines: readonly LineRead[]
  /** Entries of the book that no line of this or an earlier file tells of. */
  readonly entries: readonly (Moved & { readonly entryId: string })[]
  /** Rows whose balance does not follow from the one before. */
  readonly breaks: readonly number[]
  readonly statement: Statement
}

const pageMax = 1000

/** The rows of the journal with these places. */
const rowsAt = async (
  store: Journal,
  fundId: string,
  places: readonly number[],
): Promise<readonly JournalRow[]> => {
  const wanted = new Set(places)
  const found: JournalRow[] = []
  const last = Math.max(0, ...places)
  for (let after = Math.min(...places, 1) - 1; after < last;) {
    const page = await store.read(fundId, after, pageMax)
    found.push(...page.filter(({ seq }) => wanted.has(seq)))
    if (page.length === 0) break
    after = page.at(-1)!.seq
  }
  return found
}

const candidatesOf = async (
  store: Journal,
  fundId: string,
  free: readonly Moved[],
): Promise<readonly Candidate[]> => {
  const rows = await rowsAt(
    store,
    fundId,
    free.map(({ seq }) => seq),
  )
  const bySeq = new Map(rows.map((row) => [row.seq, row]))
  return free.map(({ seq, on, amount }) => {
    const { id, hash } = bySeq.get(seq)!
    return { entryId: id, seq, on, amount, code: hash.slice(0, 8) }
  })
}

/** Entries that one line alone tells of, whether a person has confirmed it yet or not. */
const linesProposed = (proposals: readonly Proposal[]): ReadonlySet<string> =>
  new Set(
    proposals
      .filter(({ kind }) => kind === 'sure' || kind === 'likely')
      .flatMap(({ choices }) => choices.flat().map(({ entryId }) => entryId)),
  )

const balanceFor = (
  { balance }: BankFile,
  list: BankList,
  asOf: LocalDate,
): Pick<Beside, 'balance' | 'balanceFrom'> =>
  balance === undefined
    ? { balance: list.balanceOn(asOf), balanceFrom: 'file' }
    : { balance, balanceFrom: 'typed' }

/**
 * Reads a bank's or wallet's list beside the book: what each line may be, which entries no line tells of, and the
 * statement of the day. It writes nothing and keeps nothing; `undefined` where there is no such fund.
 */
export const readBankFile = async (
  needs: BankNeeds,
  asked: BankFile,
): Promise<BankRead | { readonly faults: readonly BookFault[] } | undefined> => {
  const { store, today, reader } = needs
  const { fundId, place, bytes } = asked
  const book = await bookOf(store, fundId)
  if (!book) return undefined
  const { openedOn } = book.fund
  const { currency } = charterOf(book, later(today, openedOn))
  const list = await readBankList(bytes, { currency, today }, reader?.bankRows)
  if ('faults' in list) return list
  const postings = await store.postings(fundId, {})
  const marks = marksOf(needs, asked, list.lines)
  const confirmed = confirmedBy(book.bankLines, place)
  const stateOf = (i: number) => {
    if (confirmed.has(marks[i]!)) return 'confirmed' as const
    return list.lines[i]!.on < openedOn ? ('before-the-book' as const) : undefined
  }
  const free = withoutLine(book, movedThere(book, postings, place), place)
  const open = list.lines.filter((_, i) => stateOf(i) === undefined)
  const candidates = await candidatesOf(store, fundId, free)
  const proposals = proposalsFor(open, candidates)
  const asOf = later(asked.asOf ?? list.lines.at(-1)!.on, openedOn)
  let next = 0
  const lines = list.lines.map((line, i): LineRead => {
    const state = stateOf(i)
    const proposal = state === undefined ? proposals[next++]! : { kind: state, choices: [] }
    return { ...line, mark: marks[i]!, ...proposal }
  })
  const told = linesProposed(proposals)
  const beside = { lines, opening: list.opening, ...balanceFor(asked, list, asOf) }
  const notes = await store.of(fundId)
  return {
    place,
    lines,
    entries: free
      .map((one, i) => ({ ...one, entryId: candidates[i]!.entryId }))
      .filter(({ amount, entryId }) => amount !== 0 && !told.has(entryId)),
    breaks: list.breaks,
    statement: reconciliationOf({ book, asOf, knownAt: null, notes, postings }, place, beside),
  }
}
