import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FundBook, balancesOn, charterOf } from '#domain/health/book.ts'
import { classOf } from '#domain/ledger/accounts.ts'
import type { StatementLine } from '#domain/ledger/statements.ts'
import type { Hasher } from '#domain/ports.ts'

/** What an officer signs for: what the fund has and what it owes on a day, and the mark of that paper. */
export type SignedBalance = {
  readonly on: LocalDate
  readonly has: readonly StatementLine[]
  /** Cash of other currencies, which counts as what it cost; nobody's rate stands in the book. */
  readonly foreign: readonly StatementLine[]
  readonly owes: readonly StatementLine[]
  /** What is the fund's own: results of the year too, closed or not. */
  readonly own: number
  readonly booked: number
  /** SHA-256 over all of it; the paper shows its first eight digits. */
  readonly hash: string
}

const total = (lines: readonly StatementLine[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0)

/** The balance of a day as it is printed; the same books give the same mark. */
export const signedBalanceOf = (
  {
    fundId,
    book,
    hash,
  }: { readonly fundId: string; readonly book: FundBook; readonly hash: Hasher },
  on: LocalDate,
): SignedBalance => {
  const { currency } = charterOf(book, on)
  const all = balancesOn(book, on).filter(({ amount }) => amount !== 0)
  const lines = all.filter((line) => line.currency === currency)
  const foreign = all.filter(({ kind }) => kind === 'asset:foreign-box')
  const ofClass = (wanted: 'asset' | 'liability'): StatementLine[] =>
    lines.filter(({ kind }) => classOf(kind as `asset:bank`) === wanted)
  const has = ofClass('asset')
  const owes = ofClass('liability').map((line) => ({ ...line, amount: 0 - line.amount }))
  const booked = total(has.filter(({ kind }) => kind === 'asset:cash-box'))
  const told = { fundId, villageCode: book.fund.villageCode, on, has, foreign, owes }
  return {
    on,
    has,
    foreign,
    owes,
    own: total(has) - total(owes),
    booked,
    hash: hash(canonicalJson(told as unknown as Json)),
  }
}
