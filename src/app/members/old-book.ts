import { postedOf } from '#domain/ledger/balance-list.ts'
import { balanceOfKind } from '#domain/ledger/balances.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FundBook, total } from '#domain/health/book.ts'
import type { AccountKind } from '#domain/ledger/accounts.ts'
import { kindOf } from '#domain/ledger/accounts.ts'

/** Whether an older book adds up: what it says the fund has, what it says the fund owes, and the rest. */
export type OldBook = {
  readonly openedOn: LocalDate
  /** What the older book said was in the box, and what was counted, where it was. */
  readonly cash: number
  readonly counted: number
  readonly loans: { readonly count: number; readonly owed: number }
  readonly provision: number
  readonly savings: { readonly count: number; readonly saved: number }
  readonly social: number
  readonly restricted: number
  readonly reserve: number
  /** What it has beyond what it owes and owns: not explained where it is not zero. */
  readonly left: number
  /** What the meeting has agreed to leave unexplained, the counted difference with it. */
  readonly unexplained: number
}

const openingTypes: readonly string[] = ['FundFounded', 'SavingsTakenOver', 'LoanTakenOver']

/** Read from what was posted against the take-over, entry by entry. */
export const oldBookOf = (
  { fund, balances, loans }: Pick<FundBook, 'fund' | 'balances' | 'loans'>,
  postings: readonly {
    readonly account: string
    readonly amount: number
    readonly entryType: string
  }[],
): OldBook => {
  const opening = postings.filter(({ entryType }) => openingTypes.includes(entryType))
  const of = (kind: AccountKind): number =>
    total(
      opening.filter((one) => kindOf(one.account as 'asset:bank') === kind).map((p) => p.amount),
    )
  const standing = (kind: AccountKind): number => balanceOfKind(postedOf(balances), kind)
  const taken = loans.filter(({ origin }) => origin.kind === 'taken-over')
  // The other side of each is the take-over itself, which is nobody's account.
  const savers = new Set(
    opening
      .map((p) => p.account)
      .filter((account) => kindOf(account as 'asset:bank') === 'liability:savings'),
  )
  const counted = of('asset:cash-box')
  const beyond = 0 - of('equity:unexplained')
  return {
    openedOn: fund.openedOn,
    cash: counted - beyond,
    counted,
    loans: { count: taken.length, owed: of('asset:loan') },
    provision: 0 - of('asset:loan-loss-provision'),
    savings: { count: savers.size, saved: 0 - of('liability:savings') },
    social: 0 - of('liability:social-fund'),
    restricted: 0 - of('liability:grant-window'),
    reserve: 0 - of('equity:reserve'),
    left: 0 - standing('equity:takeover'),
    unexplained: 0 - standing('equity:unexplained'),
  }
}
