import { whileSame } from '#domain/kernel/kept.ts'
import type { FlagRow } from '#domain/ledger/rows.ts'
import { type FundBook, standingFlags } from '#domain/health/book.ts'

/** The flags of entries that stand and are about one thing, `loan:<id>`. */
export type FlagsOf = (subject: string) => readonly string[]

const none: readonly string[] = Object.freeze([])

const bySubject = whileSame((flags: readonly FlagRow[]): FlagsOf => {
  const all = Map.groupBy(flags, ({ subject }) => subject)
  const codes = new Map([...all].map(([of, rows]) => [of, rows.map(({ flag }) => flag)]))
  return (subject) => codes.get(subject) ?? none
})

/** Flags of entries that stand, by what they are about. */
export const flagsOf = (book: Pick<FundBook, 'flags'>): FlagsOf => bySubject(standingFlags(book))
