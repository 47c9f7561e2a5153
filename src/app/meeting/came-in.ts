import { cashMoved } from '#domain/fund/meeting/cash.ts'
import { type FundBook, total } from '#domain/health/book.ts'
import type { Body, Entry } from '#domain/village.ts'
import { memberOf, standing } from '#src/app/meeting/day-rows.ts'

/** For what money comes into the box at a meeting, in the order in which minutes tell of it. */
const kinds = ['savings', 'repayments', 'social', 'fines', 'gifts'] as const

/** For what each kind of entry brings it in. */
export const cameInFor: Partial<Readonly<Record<Body['type'], (typeof kinds)[number]>>> = {
  SharesBought: 'savings',
  SavingsDeposited: 'savings',
  RepaymentRecorded: 'repayments',
  PaymentSpread: 'repayments',
  RecoveryRecorded: 'repayments',
  SocialContributionPaid: 'social',
  FinePaid: 'fines',
  LateFinePaid: 'fines',
  DonationReceived: 'gifts',
}

/** A sum of fewer would be somebody's own. */
const membersMin = 3

/** What came into the box that day for one thing; undefined where the sum would tell of somebody. */
export type CameIn = {
  readonly kind: (typeof kinds)[number]
  readonly amount: number | undefined
}

/**
 * What came into the box that day, by kind; nothing of what was taken back. Private savings are not among it, and what
 * went out is not told beside it: this list alone says nothing of them. Who takes it from two counts of the box on the same
 * page, and knows all else that moved, is left with what they came to together.
 */
export const cameInOf = (book: FundBook, entries: readonly Entry[]): readonly CameIn[] => {
  const all = standing(entries)
  return kinds.flatMap((kind): CameIn[] => {
    // What arrived at the bank is not in the box.
    const own = all.filter(
      ({ body }) => cameInFor[body.type] === kind && cashMoved(body.postings) !== 0,
    )
    if (own.length === 0) return []
    const payers = new Set(own.map((entry) => memberOf(book, entry)))
    const isOfMany = kind === 'gifts' || payers.size >= membersMin
    const amount = total(own.map(({ body }) => cashMoved(body.postings)))
    return [{ kind, amount: isOfMany ? amount : undefined }]
  })
}
