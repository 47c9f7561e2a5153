import type { Command } from 'commander'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundBook } from '#domain/health/book.ts'
import { bookKnownAt } from '#src/app/known-at.ts'
import { atOneHead } from '#src/app/heads.ts'
import { type BookViews, lastDayOf } from '#src/app/queries.ts'
import { dayOption, exitCodes, groupOf, stop } from '#src/cli/context.ts'
import type { Store } from '#infra/db/store.ts'

/** Which book, on which day, as it was known when. */
export type BookOptions = {
  readonly fund?: string
  readonly asOf?: LocalDate
  readonly knownAt?: string
}

type BookOnDay = {
  readonly book: FundBook
  readonly views: BookViews
  /** The day asked, else the last one in the book. */
  readonly asOf: LocalDate
}

/** The book that was asked for; stops where there is none, or none on that day. */
export const bookFrom = async (
  store: Store,
  fundId: string,
  { asOf: day, knownAt }: BookOptions,
): Promise<BookOnDay> => {
  const known = await bookKnownAt(store, fundId, knownAt)
  if (!known)
    throw knownAt === undefined
      ? stop('the fund has no views: run rebuild', exitCodes.broken)
      : stop('nothing was recorded of this fund by then', exitCodes.refused)
  const { book, views } = known
  const asOf = day ?? lastDayOf(book)
  if (asOf < book.fund.openedOn)
    throw stop(`these books begin on ${book.fund.openedOn}`, exitCodes.refused)
  return { book, views, asOf }
}

/** What is read of one state of the books; stops where something was recorded meanwhile. */
export const ofOneState = async <T>(
  store: Store,
  fundId: string,
  read: () => Promise<T>,
): Promise<T> => {
  const told = await atOneHead(store, fundId, read)
  if (told === undefined)
    throw stop('something was recorded meanwhile: try again', exitCodes.refused)
  return told
}

type Exported = {
  readonly name: string
  readonly about: string
  /** The option that says where to, and an invented place for the example. */
  readonly out: readonly [string, string]
}

/** `export NAME`, with what every export is asked with: which fund, through which day, where to. */
export const exportCommand = (program: Command, { name, about, out }: Exported): Command =>
  groupOf(program, 'export', 'carry what is here elsewhere')
    .command(name)
    .description(about)
    .option('--fund <id>', 'which fund, where there are several')
    .option('--as-of <date>', 'through which day (default: the last in the book)', dayOption)
    .requiredOption(out[0], 'where to write it; must not be there yet')
    .addHelpText('after', `\nExample:\n  npm run --silent fund -- export ${name} --out ${out[1]}`)
