import { Decimal } from 'decimal.js'
import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import {
  type Currency,
  cashStepOf,
  decimalsOf,
  isAmount,
  isCurrency,
} from '#domain/kernel/money.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { type Posting, transfer } from '#domain/ledger/posting.ts'

/** A sum of a currency, in its smallest recorded unit. */
type Sum = { readonly currency: Currency; readonly amount: number }

/** "1 USD = 4,050 KHR": what one of a currency is in another. */
type ExchangeRate = {
  readonly of: Currency
  readonly in: Currency
  readonly value: string
}

type ExchangeFlag = 'more-than-held' | 'rate-differs'

export type MoneyExchanged = {
  readonly type: 'MoneyExchanged'
  readonly v: 1
  readonly from: Sum
  readonly to: Sum
  readonly rate: ExchangeRate
  readonly flags: readonly ExchangeFlag[]
  readonly postings: readonly Posting[]
}

/** Cash of one currency was given for cash of another: two sums, as they were counted, and their rate. */
export type RecordExchange = Envelope & {
  readonly type: 'RecordExchange'
  readonly from: Sum
  readonly to: Sum
  readonly rate: ExchangeRate
}

/** Where cash of a currency lies: the box is the fund's own currency's, each other has one of its own. */
const boxOf = (currency: Currency, own: Currency): AccountId =>
  currency === own ? 'asset:cash-box' : `asset:foreign-box:${currency}`

const isRateOf = ({ of, in: unit, value }: ExchangeRate, from: Sum, to: Sum): boolean =>
  of !== unit &&
  [from.currency, to.currency].includes(of) &&
  [from.currency, to.currency].includes(unit) &&
  /^\d{1,9}(\.\d{1,9})?$/.test(value) &&
  new Decimal(value).gt(0)

const whole = ({ currency, amount }: Sum): Decimal =>
  new Decimal(amount).div(new Decimal(10).pow(decimalsOf(currency)))

/** Whether the two sums are what the rate says, to the smallest note. */
const isByRate = (rate: ExchangeRate, from: Sum, to: Sum): boolean => {
  const [one, other] = rate.of === from.currency ? [from, to] : [to, from]
  const note = whole({ currency: other.currency, amount: cashStepOf(other.currency) })
  return whole(one).times(rate.value).minus(whole(other)).abs().lt(note)
}

/**
 * An exchange is one entry with two sums: never a conversion. Each currency has its own counter-account,
 * so that every entry comes to nought in each; in the fund's own it holds what foreign cash has cost.
 */
export const recordExchange = (
  {
    currency: own,
    held,
  }: {
    readonly currency: Currency
    readonly held: (account: AccountId) => number
  },
  command: RecordExchange,
): Decision<MoneyExchanged, never> => {
  const { from, to, rate, effectiveOn: on } = command
  if (!isCurrency(from.currency)) return invalid('currency-unknown', '/from/currency')
  if (!isCurrency(to.currency)) return invalid('currency-unknown', '/to/currency')
  if (from.currency === to.currency) return invalid('currencies-the-same', '/to/currency')
  if (!isAmount(from.amount)) return invalid('amount-not-whole', '/from/amount')
  if (!isAmount(to.amount)) return invalid('amount-not-whole', '/to/amount')
  if (!isRateOf(rate, from, to)) return invalid('rate-unreadable', '/rate')
  const isTooMuch = from.amount > held(boxOf(from.currency, own))
  return recorded({
    type: 'MoneyExchanged',
    v: 1,
    from,
    to,
    rate,
    flags: [
      ...(isTooMuch ? (['more-than-held'] as const) : []),
      ...(isByRate(rate, from, to) ? [] : (['rate-differs'] as const)),
    ],
    postings: [
      ...transfer({
        from: boxOf(from.currency, own),
        to: `asset:exchange:${from.currency}`,
        ...from,
        on,
      }),
      ...transfer({
        from: `asset:exchange:${to.currency}`,
        to: boxOf(to.currency, own),
        ...to,
        on,
      }),
    ],
  })
}
