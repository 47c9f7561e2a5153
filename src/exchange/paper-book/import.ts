import type { Fund } from '#domain/fund/fund.ts'
import type { FundViews, Hasher, Journal, Notes } from '#domain/ports.ts'
import type { Recorder } from '#src/app/record.ts'
import type { Session } from '#src/app/standing.ts'
import { type PaperBook, readBook } from '#src/exchange/paper-book/book.ts'
import { commandsOf, fundIdOf, notesOf } from '#src/exchange/paper-book/commands.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import type { BookSource } from '#src/exchange/paper-book/files.ts'

export type ImportWarning = 'village-already-here' | 'grant-payees-not-kept'

export type Imported = {
  readonly fundId: string
  readonly villageCode: string
  readonly openedOn: string
  readonly isDryRun: boolean
  /** True when this very book had been imported before, so that nothing changed. */
  readonly wasHere: boolean
  readonly entries: number
  readonly flagged: number
  readonly members: number
  readonly loans: number
  readonly meetings: number
  readonly warnings: readonly ImportWarning[]
}

export type ImportNeeds = {
  readonly record: Recorder
  readonly store: Journal & FundViews & Notes
  readonly hash: Hasher
}

/** Villages of the funds that are here already, one code a fund. */
const villagesHere = async (store: Journal & FundViews, except: string): Promise<string[]> => {
  const others = (await store.fundIds()).filter((fundId) => fundId !== except)
  const found = await Promise.all(others.map((fundId) => store.subject(fundId, 'fund', 'fund')))
  return found.flatMap((row) => (row ? [(JSON.parse(row.data) as Fund).villageCode] : []))
}

/**
 * Takes a whole paper book into the ledger, all or none; with `dryRun` it only says what would happen.
 * A book with faults writes nothing and answers all of them. The same files again change nothing.
 */
export const importPaperBook = async (
  { record, store, hash }: ImportNeeds,
  source: BookSource,
  options: Session & { readonly dryRun: boolean },
): Promise<Imported | { readonly faults: readonly BookFault[] }> =>
  importRead({ record, store, hash }, await readBook(source, hash), options)

/** The same for a book that has been read already, from wherever it stood. */
export const importRead = async (
  { record, store, hash }: ImportNeeds,
  book: PaperBook | readonly BookFault[],
  options: Session & { readonly dryRun: boolean },
): Promise<Imported | { readonly faults: readonly BookFault[] }> => {
  if (!('hash' in book)) return { faults: book }
  const fundId = fundIdOf(book, hash)
  const wasHere = (await store.fundIds()).includes(fundId)
  const here = await villagesHere(store, fundId)
  const answers = await record(fundId, commandsOf(book, hash), { ...options, atomic: true })
  const failed = answers.find((answer) => 'code' in answer)
  if (failed && 'code' in failed)
    throw new Error(`a book that was read whole was not recorded: ${failed.code}`)
  if (!options.dryRun) await store.keep(fundId, notesOf(book, hash))
  return {
    fundId,
    villageCode: book.fund.villageCode,
    openedOn: book.openedOn,
    isDryRun: options.dryRun,
    wasHere,
    entries: answers.length,
    flagged: answers.filter(({ outcome }) => outcome === 'flagged').length,
    members: book.lines['members.csv'].length,
    loans: book.lines['loans.csv'].length,
    meetings: book.lines['cash_book.csv'].length,
    warnings: [
      ...(here.includes(book.fund.villageCode) ? (['village-already-here'] as const) : []),
      ...(book.lines['grants.csv'].length > 0 ? (['grant-payees-not-kept'] as const) : []),
    ],
  }
}
