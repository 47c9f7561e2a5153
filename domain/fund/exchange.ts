import { Decimal } from 'decimal.js'
import { type Currency, cashStepOf, decimalsOf } from '#domain/kernel/money.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'

/** A sum of a currency, in its smallest recorded unit. */
type Sum = { readonly currency: Currency; readonly amount: number }

/** "1 USD = 4,050 KHR": what one of a currency is in another. */
type ExchangeRate = {
  readonly of: Currency
  readonly in: Currency
  readonly value: string
}

/** Where cash of a currency lies: the box is the fund's own currency's, each other has one of its own. */
export const boxOf = (currency: Currency, own: Currency): AccountId =>
  currency === own ? 'asset:cash-box' : `asset:foreign-box:${currency}`

/** True for a rate of two currencies that is one between these sums. */
export const isRateOf = ({ of, in: unit, value }: ExchangeRate, from: Sum, to: Sum): boolean =>
  of !== unit &&
  [from.currency, to.currency].includes(of) &&
  [from.currency, to.currency].includes(unit) &&
  new Decimal(value).gt(0)

const whole = ({ currency, amount }: Sum): Decimal =>
  new Decimal(amount).div(new Decimal(10).pow(decimalsOf(currency)))

/** Whether the two sums are what the rate says, to the smallest note. */
export const isByRate = (rate: ExchangeRate, from: Sum, to: Sum): boolean => {
  const [one, other] = rate.of === from.currency ? [from, to] : [to, from]
  const note = whole({ currency: other.currency, amount: cashStepOf(other.currency) })
  return whole(one).times(rate.value).minus(whole(other)).abs().lt(note)
}
