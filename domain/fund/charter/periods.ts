import { type LocalDate, dayAfter } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type Posted, accountsIn, balanceOf } from '#domain/ledger/balances.ts'
import { type Posting, merged, transfer } from '#domain/ledger/posting.ts'

type Closing = {
  readonly posted: Posted
  /** What the day needs set aside, by the charter's table. */
  readonly provision: number
  readonly currency: Currency
  readonly on: LocalDate
}

/** What income left over expense since the last close, negative for a loss; and what carries it over. */
export const carriedOver = ({
  posted,
  provision,
  currency,
  on,
}: Closing): { readonly surplus: number; readonly postings: Posting[] } => {
  const missing = provision + balanceOf(posted, 'asset:loan-loss-provision', on)
  const adjustment = transfer({
    from: 'asset:loan-loss-provision',
    to: 'expense:provision',
    amount: missing,
    currency,
    on,
  })
  const results = accountsIn(posted, (kind) => /^(income|expense):/.test(kind)).map(
    (account) => [account, balanceOf(posted, account, on)] as const,
  )
  const postings = merged([
    ...adjustment,
    ...results.flatMap(([account, amount]) =>
      transfer({ from: account, to: 'equity:undistributed-surplus', amount, currency, on }),
    ),
    ...transfer({
      from: 'expense:provision',
      to: 'equity:undistributed-surplus',
      amount: missing,
      currency,
      on,
    }),
  ])
  const surplus = 0 - results.reduce((sum, [, amount]) => sum + amount, 0) - missing
  return { surplus, postings }
}

/** A late entry keeps its true date; what it posts into a closed period goes to the first open day. */
export const inOpenPeriod = (
  postings: readonly Posting[],
  closedThrough: LocalDate | undefined,
): Posting[] => {
  if (closedThrough === undefined) return [...postings]
  const firstOpen = dayAfter(closedThrough)
  return merged(
    postings.map((posting) =>
      posting.on <= closedThrough ? { ...posting, on: firstOpen } : posting,
    ),
  )
}
