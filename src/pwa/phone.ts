import { instantAfterLast, opened, seal } from '#src/app/rows.ts'
import type { Answer } from '#src/app/answer.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Clock, Hasher, Journal } from '#domain/ports.ts'
import { type Kept, type Outbox, type SealedWord, unsent } from '#domain/phone/outbox.ts'
import { type Command, decide } from '#domain/village.ts'
import { type PhoneBook, type Reads, bookAfter, bookCopy, emptyBook } from '#src/pwa/book.ts'
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
  /** Which entries this edition of the app reads; all that it has words for, where nothing is said. */
  readonly reads?: Reads
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
const foldedFrom = async ({ journal, fundId, reads }: PhoneNeeds): Promise<PhoneBook> => {
  let book = emptyBook()
  for (;;) {
    const rows = await journal.read(fundId, book.last?.seq ?? 0, readMax)
    book = bookAfter(book, rows, reads)
    if (rows.length < readMax) return book
  }
}

/** What was written here and stands in no book of this phone yet, in its order; what the service turned down is left out. */
const waitingIn = async (
  { journal, fundId }: PhoneNeeds,
  kept: readonly Kept[],
): Promise<readonly Command[]> => {
  const open = kept.filter(({ told }) => told === undefined || 'seq' in told)
  const commands = open.map(({ command }) => command)
  const standing = await journal.find(
    fundId,
    commands.map(({ id }) => id),
  )
  const inBook = new Set(standing.map(({ id }) => id))
  return commands.filter(({ id }) => !inBook.has(id))
}

/** Rows as they are shown: those of the book, and then this phone's own. */
const rowsShown = (
  { journal, fundId }: PhoneNeeds,
  shown: () => Pick<Shown, 'sealed' | 'own'>,
): Pick<Journal, 'read' | 'find'> => ({
  read: async (_, after, limit) => {
    const { sealed, own } = shown()
    const from = sealed.last?.seq ?? 0
    const ofBook = await journal.read(fundId, after, Math.min(limit, Math.max(from - after, 0)))
    return [...ofBook, ...own.slice(Math.max(after - from, 0))].slice(0, limit)
  },
  find: async (_, ids) => [
    ...(await journal.find(fundId, ids)),
    ...shown().own.filter(({ id }) => ids.includes(id)),
  ],
})

/** Runs works one after another, so that nothing is decided on a book that is being replaced. */
const oneAfterAnother = () => {
  let turn: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }
}

/** What changes on a phone: its sealed book, what is laid on it, and what became of what was written here. */
const changing = async (needs: PhoneNeeds) => {
  const { fundId, outbox } = needs
  const layAnew = async (sealed: PhoneBook): Promise<Shown> => {
    const kept = await outbox.all(fundId)
    const start = { book: bookCopy(sealed), own: [] }
    return { sealed, kept, ...laidOn(needs, start, await waitingIn(needs, kept)) }
  }
  let now = await layAnew(await foldedFrom(needs))
  return {
    now: (): Shown => now,
    /** Where the service said nothing new, what is laid already stays: a phone without a network tries again and again. */
    layAnew: async (sealed: PhoneBook): Promise<void> => {
      const isAsBefore =
        sealed === now.sealed && unsent(await outbox.all(fundId)).length === unsent(now.kept).length
      if (!isAsBefore) now = await layAnew(sealed)
    },
    lay: async (commands: readonly Command[]): Promise<void> => {
      now = { ...now, kept: await outbox.all(fundId), ...laidOn(needs, now, commands) }
    },
  }
}

/** A phone of a fund. */
export const phoneOf = async (needs: PhoneNeeds) => {
  const { fundId, outbox } = needs
  const state = await changing(needs)
  const inTurn = oneAfterAnother()

  /** What this phone says to commands now, without writing anything down. */
  const tried = (commands: readonly Command[]): readonly Answer[] => {
    const { book, own } = state.now()
    return laidOn(needs, { book: bookCopy(book), own }, commands).turnedDown
  }

  return {
    shown: state.now,
    tried,
    /** Which rules something would break that is taken all the same. */
    flagsOf: (command: Command): readonly string[] => {
      const { book, own } = state.now()
      const laid = laidOn(needs, { book: bookCopy(book), own }, [command]).own.at(own.length)
      return laid ? opened(laid).body.flags : []
    },
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
        await state.lay(commands)
        return []
      }),
    /** Follows the journal, sends what waits, follows it again. */
    sync: (): Promise<Synced> =>
      inTurn(async () => {
        const waiting = unsent(await outbox.all(fundId))
        const done = await syncing(needs, { sealed: state.now().sealed, waiting })
        await state.layAnew(done.sealed)
        return done.synced
      }),
    /** Somebody has read why it was turned down. */
    see: (id: string): Promise<void> =>
      inTurn(async () => {
        await outbox.see(fundId, id)
        await state.lay([])
      }),
    rows: rowsShown(needs, state.now),
  }
}

export type Phone = Awaited<ReturnType<typeof phoneOf>>
