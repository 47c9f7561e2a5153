import { Decimal } from 'decimal.js'
import { isRate } from '#domain/kernel/money.ts'
import {
  type Said,
  described,
  group,
  optional,
  sumOrZero,
  text,
  word,
} from '#domain/kernel/shape.ts'
import { lifetimeChargesMaxPercent } from '#domain/fund/charter/law.ts'
import type { Security } from '#domain/loans/request/request-state.ts'

/** How an older book charged: on what is left, on what was lent until the end, or interest alone until the end. */
export const methods = ['declining', 'flat', 'interest-only'] as const
export type Method = (typeof methods)[number]

const cannotHold = 'loan-cannot-hold'

/** What an older book says of a loan's price; facts, also where no charter allows them. Method and rate come together. */
const price = {
  method: optional(
    described(
      word(methods, cannotHold),
      'On what is left, on what was lent until the end, or interest alone until the end',
    ),
  ),
  rateMonthlyPercent: optional(text(/^\d{1,3}(\.\d{1,6})?$/, { code: cannotHold, example: '1.5' })),
  fee: optional(sumOrZero),
}
export const pricedAsWritten = group(price)
export const takenOverAsWritten = group({
  ...price,
  interestPaidBefore: optional(
    described(sumOrZero, 'Interest that was paid before these books began'),
  ),
})
export type AsWritten = Said<typeof takenOverAsWritten.of>

/** A hundred per cent a month: beyond that a rate is a slip of the pen. */
const rateMax = 100

/** The field of it that cannot hold, as a JSON pointer; undefined where all can. */
const asWrittenFault = (written: AsWritten, isTakenOver: boolean): string | undefined => {
  const { method, rateMonthlyPercent, interestPaidBefore } = written
  if (rateMonthlyPercent !== undefined && !isRate(rateMonthlyPercent, rateMax))
    return '/rateMonthlyPercent'
  if ((method === undefined) !== (rateMonthlyPercent === undefined))
    return method === undefined ? '/method' : '/rateMonthlyPercent'
  return interestPaidBefore === undefined || isTakenOver ? undefined : '/interestPaidBefore'
}

type Lent = {
  readonly principal: number
  readonly months: number
  readonly product: string
  readonly asWritten?: AsWritten
}

/** Whether all of the principal falls due at the end: a season, or a loan of which interest alone was paid. */
export const isBullet = ({ product, asWritten }: Pick<Lent, 'product' | 'asWritten'>): boolean =>
  product === 'seasonal' || asWritten?.method === 'interest-only'

/** Months of its whole principal that a loan bears interest on, by its plan: half of them and a half, or all. */
const monthsOfPrincipal = (lent: Lent): Decimal =>
  isBullet(lent) ? new Decimal(lent.months) : new Decimal(lent.months + 1).div(2)

const rateDecimals = 6
const rounded = (rate: Decimal): string =>
  rate.toDecimalPlaces(rateDecimals, Decimal.ROUND_DOWN).toString()

/**
 * The monthly rate on what is left that comes to as much as the written one: a flat rate on equal parts is
 * 2n / (n + 1) times as much, because on average little more than half is owed. Undefined where the book says none.
 */
export const equivalentPercent = (lent: Lent): string | undefined => {
  const { method, rateMonthlyPercent } = lent.asWritten ?? {}
  if (rateMonthlyPercent === undefined) return undefined
  const rate = new Decimal(rateMonthlyPercent)
  return method === 'flat'
    ? rounded(rate.times(lent.months).div(monthsOfPrincipal(lent)))
    : rounded(rate)
}

/** A cap a year in per cent as the most that a month may bear. */
export const capOfMonth = (capYearlyPercent: number): string =>
  rounded(new Decimal(capYearlyPercent).div(12))

export const isRateAbove = (rate: string | undefined, other: string): boolean =>
  rate !== undefined && new Decimal(rate).gt(other)

export const lowerRate = (a: string, b: string): string => (new Decimal(a).lte(b) ? a : b)

/** What a month may cost at most, and what it costs by the charter where the book says nothing. */
type RateGround = {
  readonly capYearlyPercent: number
  readonly charterPercent: string
}

/** What is asked for from the day on: as much as was written, on what is left, and never above the cap. */
export const demandedPercent = (
  lent: Lent,
  { capYearlyPercent, charterPercent }: RateGround,
): string => lowerRate(equivalentPercent(lent) ?? charterPercent, capOfMonth(capYearlyPercent))

/** Whether it cost more than the cap as it was written, its fee spread over the months of principal. */
export const isAboveCap = (
  lent: Lent,
  { capYearlyPercent, charterPercent }: RateGround,
): boolean => {
  const { asWritten: { fee = 0 } = {}, principal } = lent
  const ofFee = new Decimal(fee).times(100).div(monthsOfPrincipal(lent).times(principal))
  const all = ofFee.plus(equivalentPercent(lent) ?? charterPercent)
  return all.times(12).toDecimalPlaces(2).gt(capYearlyPercent)
}

/** What of the papers and people that are named a family can lose. */
export const heldOf = (securities: readonly Security[] = []): readonly Security[] =>
  securities.filter((one) => one !== 'none' && one !== 'group-guarantee')

/** What an older book says of a loan, as commands and entries tell it. */
export type OlderTerms = {
  readonly asWritten?: AsWritten
  /** What the lender took for it. */
  readonly securities?: readonly Security[]
}

type OlderFlag = 'flat-rate' | 'above-cap' | 'fee-taken' | 'security-held'

/** What of a loan's older terms no vote would lend by: recorded all the same, because it has happened. */
export const olderFlags = (
  lent: Lent & Pick<OlderTerms, 'securities'>,
  ground: RateGround,
): OlderFlag[] => {
  const { asWritten: { method, fee = 0 } = {}, securities } = lent
  return [
    ...(method === 'flat' ? (['flat-rate'] as const) : []),
    ...(lent.asWritten && isAboveCap(lent, ground) ? (['above-cap'] as const) : []),
    ...(fee > 0 ? (['fee-taken'] as const) : []),
    ...(heldOf(securities).length > 0 ? (['security-held'] as const) : []),
  ]
}

/** Where an older book's terms cannot hold; undefined where they can, and where there are none. */
export const olderFault = (
  { asWritten, securities = [] }: OlderTerms,
  isTakenOver: boolean,
): string | undefined => {
  const fault = asWritten && asWrittenFault(asWritten, isTakenOver)
  if (fault !== undefined) return `/asWritten${fault}`
  return new Set(securities).size === securities.length ? undefined : '/securities'
}

/** Sums of a debt that was carried over with interest in it. */
export type Carried = {
  /** Old interest that is asked for; it bears none. */
  readonly oldInterest: number
  /** Old interest beyond half of the principal: no vote makes it due. */
  readonly beyondHalf: number
  /** All that was charged before the fund counts a first month, old interest that is asked for with it. */
  readonly chargedBefore: number
}

/**
 * What a debt carried over is made of. More than was ever lent is interest that was added to it: it bears
 * none, and with fee and interest paid before it is asked for up to half of the principal (a hard rule).
 */
export const carriedOf = ({ principal, asWritten }: Lent, owed: number): Carried => {
  if (!asWritten) return { oldInterest: 0, beyondHalf: 0, chargedBefore: 0 }
  const paid = (asWritten.fee ?? 0) + (asWritten.interestPaidBefore ?? 0)
  const most = Math.floor((principal * lifetimeChargesMaxPercent) / 100)
  const old = Math.max(owed - principal, 0)
  const oldInterest = Math.min(old, Math.max(most - paid, 0))
  return { oldInterest, beyondHalf: old - oldInterest, chargedBefore: paid + oldInterest }
}
