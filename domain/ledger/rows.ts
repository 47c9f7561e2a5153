import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'

/** A posting as a view keeps it: with the entry that made it. */
export type PostingRow = {
  readonly seq: number
  readonly line: number
  readonly entryType: string
  readonly effectiveOn: LocalDate
  readonly account: AccountId
  readonly currency: Currency
  readonly on: LocalDate
  readonly amount: number
}

/** What was posted to an account on a day; period closes apart, so that income can be read after them. */
export type BalanceRow = {
  readonly account: AccountId
  readonly currency: Currency
  readonly on: LocalDate
  readonly isClosing: boolean
  readonly amount: number
}

/** The flag by which views know that an entry, the row's subject, was taken back: no rule was broken. */
export const takesBack = 'takes-back'

/** A rule that an entry broke. */
export type FlagRow = {
  readonly seq: number
  readonly flag: string
  readonly entryType: string
  readonly effectiveOn: LocalDate
  /** Kind and id of what the entry is about, `loan:<id>`; empty where it is about the fund. */
  readonly subject: string
}

/** A posting where it belongs: of an entry that takes one back, with the day and the kind of that one. */
export type SettledRow = PostingRow & { readonly isBack?: true }

/** Postings by what they are about, whenever it was taken back; `all` are all there that the entries have. */
export const settled = (
  postings: readonly PostingRow[],
  flags: readonly FlagRow[],
  all: readonly PostingRow[] = postings,
): readonly SettledRow[] => {
  const back = new Map(
    flags.flatMap(({ seq, flag, subject }) =>
      flag === takesBack ? [[seq, Number(subject.slice('entry:'.length))] as const] : [],
    ),
  )
  if (back.size === 0) return postings
  const originals = new Set(back.values())
  const first = new Map<number, PostingRow>()
  for (const row of all) if (originals.has(row.seq) && !first.has(row.seq)) first.set(row.seq, row)
  return postings.map((row) => {
    const original = first.get(back.get(row.seq) ?? 0)
    if (!original) return row
    const { effectiveOn, entryType } = original
    return { ...row, effectiveOn, entryType, isBack: true }
  })
}

/** Entries by their number: those after one and through another; without an end, all that there are on that side. */
export type Stretch = { readonly after?: number; readonly through?: number }
