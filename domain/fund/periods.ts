import { type Decision, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, dayAfter } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { classOf } from '#domain/ledger/accounts.ts'
import { type Posted, balanceOf } from '#domain/ledger/balances.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { type Posting, merged, transfer } from '#domain/ledger/posting.ts'

export type PeriodClosed = {
  readonly type: 'PeriodClosed'
  readonly v: 1
  /** Provision needed on the day, by the charter's table. */
  readonly provision: number
  /** What income left over expense since the last close; negative for a loss. */
  readonly surplus: number
  readonly flags: readonly never[]
  readonly postings: readonly Posting[]
}

/** Closes the books through `effectiveOn`: later entries post from the day after it. */
export type ClosePeriod = Envelope & { readonly type: 'ClosePeriod' }

/**
 * Posts the provision that the day needs and carries income and expense to the undistributed surplus.
 * Balances are read through the day that is closed.
 */
export const closePeriod = (
  {
    posted,
    provisionNeeded,
    closedThrough,
    currency,
  }: {
    readonly posted: Posted
    readonly provisionNeeded: number
    readonly closedThrough: LocalDate | undefined
    readonly currency: Currency
  },
  command: ClosePeriod,
): Decision<PeriodClosed, 'period-already-closed' | 'takeover-unfinished'> => {
  const { effectiveOn: on } = command
  if (closedThrough !== undefined && on <= closedThrough) return refused('period-already-closed')
  if (balanceOf(posted, 'equity:takeover', on) !== 0) return refused('takeover-unfinished')
  const missing = provisionNeeded + balanceOf(posted, 'asset:loan-loss-provision', on)
  const adjustment = transfer({
    from: 'asset:loan-loss-provision',
    to: 'expense:provision',
    amount: missing,
    currency,
    on,
  })
  const results = [...posted.keys()]
    .filter((account) => classOf(account) === 'income' || classOf(account) === 'expense')
    .map((account) => [account, balanceOf(posted, account, on)] as const)
  const carried = merged([
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
  return recorded({
    type: 'PeriodClosed',
    v: 1,
    provision: provisionNeeded,
    surplus,
    flags: [],
    postings: carried,
  })
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
