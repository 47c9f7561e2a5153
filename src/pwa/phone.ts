import { instantAfterLast, seal } from '#src/app/rows.ts'
import type { Answer } from '#src/app/answer.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Clock, Hasher, Journal } from '#domain/ports.ts'
import { type Kept, type Outbox, type SealedWord, unsent } from '#domain/phone/outbox.ts'
import { type Command, decide } from '#domain/village.ts'
import { type PhoneBook, bookAfter, bookCopy, emptyBook } from '#src/pwa/book.ts'
import { isDecidedHere } from '#src/pwa/decides.ts'
import type { Service } from '#src/pwa/service.ts'
import { type Synced, syncing } from '#src/pwa/syncing.ts'

/** Who writes on this phone, as the service will say it. */
type Hand = { readonly actor: string; readonly device: string }

export type PhoneNeeds = {
  readonly fundId: string
  readonly journal: Journal
  readonly outbox: Outbox
  readonly service: Service
  readonly clock: Clock
  readonly hash: Hasher
  readonly by: Hand
}

/** What a phone shows: the sealed book, on top of it what waits, and what became of all that was written here. */
export type Shown = {
  readonly sealed: PhoneBook
  readonly book: PhoneBook
  /** Rows that this phone has made itself of what waits: they stand in no book yet. */
  readonly own: readonly JournalRow[]
  readonly kept: readonly Kept[]
}

export type Written = { readonly command: Command; readonly word?: SealedWord }

type Laid = { readonly book: PhoneBook; readonly own: readonly JournalRow[] }

/** The row that a command would become after the last one; what this phone does not decide becomes none. */
const rowOf = (
  { fundId, clock, hash, by }: PhoneNeeds,
  { village, last, isBehind }: PhoneBook,
  command: Command,
): JournalRow | Answer | undefined => {
  if (isBehind || !isDecidedHere(command)) return undefined
  const recordedAt = instantAfterLast(clock(), last)
  const decision = decide(village, command, { at: recordedAt, by: by.actor })
  if (decision.outcome !== 'recorded') return { id: command.id, ...decision }
  return seal({ hash }, command, { fundId, body: decision.body, last, recordedAt, ...by })
}

const isRow = (made: JournalRow | Answer | undefined): made is JournalRow =>
  made !== undefined && 'prevHash' in made

/** Commands laid on a book one after another, in place; what is not taken here leaves it as it was. */
const laidOn = (needs: PhoneNeeds, laid: Laid, commands: readonly Command[]) => {
  let { book } = laid
  const own = [...laid.own]
  const turnedDown: Answer[] = []
  for (const command of commands) {
    const made = rowOf(needs, book, command)
    if (isRow(made)) {
      book = bookAfter(book, [made])
      own.push(made)
    } else if (made !== undefined) turnedDown.push(made)
  }
  return { book, own, turnedDown }
}

const readMax = 1000

/** The sealed book as the journal on this phone has it. */
const foldedFrom = async ({ journal, fundId }: PhoneNeeds): Promise<PhoneBook> => {
  let book = emptyBook()
  for (;;) {
    const rows = await journal.read(fundId, book.last?.seq ?? 0, readMax)
    book = bookAfter(book, rows)
    if (rows.length < readMax) return book
  }
}

/** A phone of a fund. All that changes goes one after another, so that nothing is decided on a book that is being replaced. */
export const phoneOf = async (needs: PhoneNeeds) => {
  const { fundId, journal, outbox } = needs
  let sealed = await foldedFrom(needs)
  let laid: Laid = { book: sealed, own: [] }
  let kept: readonly Kept[] = []

  /** What waits, laid anew on the sealed book. What the service took and the journal has is laid no more. */
  const layAnew = async (): Promise<void> => {
    kept = await outbox.all(fundId)
    const open = kept.filter(({ told }) => told === undefined || 'seq' in told)
    const standing = await journal.find(
      fundId,
      open.map(({ command }) => command.id),
    )
    const inBook = new Set(standing.map(({ id }) => id))
    const waiting = open.filter(({ command }) => !inBook.has(command.id))
    const commands = waiting.map(({ command }) => command)
    laid = laidOn(needs, { book: bookCopy(sealed), own: [] }, commands)
  }
  await layAnew()

  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }

  /** What this phone says to commands now, without writing anything down. */
  const tried = (commands: readonly Command[]): readonly Answer[] =>
    laidOn(needs, { book: bookCopy(laid.book), own: laid.own }, commands).turnedDown

  return {
    shown: (): Shown => ({ sealed, kept, ...laid }),
    tried,
    /**
     * Writes commands down, all or none: what one of them is refused for is answered and nothing is kept. What this phone
     * does not decide is kept for the service. They stand on the phone before anything is shown as written.
     */
    write: (some: readonly Written[]): Promise<readonly Answer[]> =>
      inTurn(async () => {
        const commands = some.map(({ command }) => command)
        const down = tried(commands)
        if (down.length > 0) return down
        const madeAt = needs.clock()
        await outbox.add(
          fundId,
          some.map((one) => ({ madeAt, ...one })),
        )
        kept = await outbox.all(fundId)
        laid = laidOn(needs, laid, commands)
        return []
      }),
    /** Follows the journal, sends what waits, follows it again. */
    sync: (): Promise<Synced> =>
      inTurn(async () => {
        const done = await syncing(needs, { sealed, waiting: unsent(await outbox.all(fundId)) })
        ;({ sealed } = done)
        await layAnew()
        return done.synced
      }),
    /** Somebody has read why it was turned down. */
    see: (id: string): Promise<void> =>
      inTurn(async () => {
        await outbox.see(fundId, id)
        kept = await outbox.all(fundId)
      }),
    /** Rows as they are shown: those of the book, and then this phone's own. */
    rows: {
      read: async (_: string, after: number, limit: number): Promise<readonly JournalRow[]> => {
        const from = sealed.last?.seq ?? 0
        const ofBook = await journal.read(fundId, after, Math.min(limit, Math.max(from - after, 0)))
        const rest = laid.own.slice(Math.max(after - from, 0))
        return [...ofBook, ...rest].slice(0, limit)
      },
      find: async (_: string, ids: readonly string[]): Promise<readonly JournalRow[]> => [
        ...(await journal.find(fundId, ids)),
        ...laid.own.filter(({ id }) => ids.includes(id)),
      ],
    } satisfies Pick<Journal, 'read' | 'find'>,
  }
}

export type Phone = Awaited<ReturnType<typeof phoneOf>>
