import type { LocalDate } from '#domain/kernel/dates.ts'
import { amountOf } from '#domain/ledger/statements.ts'
import {
  type FundBook,
  balancesOn,
  briefStandingsOn,
  cashIn,
  charterOf,
  foreignCost,
  savedIn,
  total,
} from '#domain/health/book.ts'
import { provisionOfAll } from '#domain/loans/provision.ts'

/** Who is paid when a fund ends, in this order; whoever comes later gets what is left. */
const claimants = ['savers', 'donors', 'lenders', 'social-fund', 'members'] as const

type Claimant = (typeof claimants)[number]

/** What one of them is owed, and what it is paid from. Smallest units of the fund's currency. */
type Claim = {
  readonly claimant: Claimant
  readonly owed: number
  readonly fromCash: number
  readonly fromLoans: number
  /** What nothing is there for, if the loans bring no more than they are taken to bring. */
  readonly short: number
}

type WindUp = {
  readonly asOf: LocalDate
  /** In the box, at the bank, in the wallet, and what other money has cost. */
  readonly cash: number
  /** As posted: money of a line that came late is in the cash only when it is off the loans. */
  readonly loans: number
  /** What of the loans is taken not to come back. */
  readonly provision: number
  readonly claims: readonly Claim[]
}

/** Pays claims one after another, each from the cash first and from what the loans bring then. */
const paidInTurn = (
  owed: readonly (readonly [Claimant, number])[],
  { cash, loans }: { readonly cash: number; readonly loans: number },
): readonly Claim[] => {
  const left = { cash, loans }
  return owed.map(([claimant, sum]) => {
    const fromCash = Math.min(sum, left.cash)
    const fromLoans = Math.min(sum - fromCash, left.loans)
    left.cash -= fromCash
    left.loans -= fromLoans
    return { claimant, owed: sum, fromCash, fromLoans, short: sum - fromCash - fromLoans }
  })
}

/**
 * What would be paid if the fund ended on a day: savers first, then donors' money that is not spent, then whoever
 * lent to the fund, then the social fund, which goes on to the same purpose; what is left is the members'. It decides
 * nothing: the meeting is shown it before it votes.
 */
export const windUpOf = (book: FundBook, asOf: LocalDate): WindUp => {
  const lines = balancesOn(book, asOf)
  const charter = charterOf(book, asOf)
  const provision = provisionOfAll(charter, briefStandingsOn(book.loans, asOf))
  const loans = amountOf(lines, 'asset:loan')
  const cash = Math.max(0, cashIn(lines) + foreignCost(lines, charter.currency))
  const owes = (kind: Parameters<typeof amountOf>[1]): number =>
    Math.max(0, 0 - amountOf(lines, kind))
  const before: readonly (readonly [Claimant, number])[] = [
    ['savers', Math.max(0, savedIn(lines)) + owes('liability:suspense')],
    ['donors', owes('liability:grant-window')],
    ['lenders', owes('liability:borrowing')],
    ['social-fund', owes('liability:social-fund')],
  ]
  const brought = Math.max(0, loans - provision)
  const rest = Math.max(0, cash + brought - total(before.map(([, sum]) => sum)))
  const claims = paidInTurn([...before, ['members', rest]], { cash, loans: brought })
  return { asOf, cash, loans, provision, claims }
}
