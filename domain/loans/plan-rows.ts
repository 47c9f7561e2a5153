import { Decimal } from 'decimal.js'
import { type PlanPeriod, type PlanTerms, planPeriods, roundedBy } from '#domain/loans/plan.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { lifetimeChargesMaxPercent } from '#domain/fund/law.ts'

export type PlanRow = {
  readonly n: number
  readonly dueOn: LocalDate
  readonly principal: number
  readonly interest: number
  readonly total: number
  readonly balance: number
}

/** What a balance bears in a period, unrounded: never on anything but principal. */
const exactInterest = (
  { interest }: PlanTerms,
  balance: Decimal.Value,
  { share }: PlanPeriod,
): Decimal =>
  new Decimal(interest.per === 'day' ? interest.yearlyPercent : interest.ratePercent)
    .times(share)
    .times(balance)
    .div(100)

const isForgiven = ({ graceOnInterest }: PlanTerms, i: number): boolean =>
  graceOnInterest?.is === 'forgiven' && i < graceOnInterest.instalments

const interestOf = (terms: PlanTerms, balance: number, { period, i }: Place): number =>
  isForgiven(terms, i)
    ? 0
    : roundedBy(exactInterest(terms, balance, period), terms.interestRounding)

type Place = { readonly period: PlanPeriod; readonly i: number }

/** Rows before the first that carries principal. */
const graceOf = ({ repayment, instalments, graceOnPrincipal = 0 }: PlanTerms): number =>
  repayment === 'bullet' ? instalments - 1 : graceOnPrincipal

/** Parts with what the rounding left over on the first, on the last, or step by step on as many as it takes. */
const settled = (parts: readonly number[], terms: PlanTerms, whole: number): number[] => {
  const { remainder, instalmentRounding } = terms
  const gap = whole - parts.reduce((all, part) => all + part, 0)
  if (remainder !== 'spread') {
    const order = remainder === 'first' ? parts.toReversed() : [...parts]
    let left = whole
    const taken = order.map((part, i) => {
      const sum = i === order.length - 1 ? left : Math.min(part, left)
      left -= sum
      return sum
    })
    return remainder === 'first' ? taken.toReversed() : taken
  }
  const { step } = instalmentRounding
  const steps = Math.trunc(gap / step)
  const even = parts.map((part, i) =>
    Math.max(part + (i < Math.abs(steps) ? Math.sign(steps) * step : 0), 0),
  )
  return settled(even, { ...terms, remainder: 'last' }, whole)
}

const equalParts = (terms: PlanTerms, paying: number): number[] => {
  const { principal, balloon = 0, instalmentRounding } = terms
  const sum = principal - balloon
  const exact = new Decimal(sum).div(paying)
  const part = Math.max(
    roundedBy(exact, instalmentRounding),
    Math.min(instalmentRounding.step, sum),
  )
  return settled(
    Array.from({ length: paying }, () => part),
    terms,
    sum,
  )
}

/** What is left of the principal after paying an instalment in every period, nothing rounded. */
const leftAfter = (terms: PlanTerms, paying: readonly Place[], instalment: number): Decimal =>
  paying.reduce(
    (balance, { period, i }) =>
      balance
        .plus(isForgiven(terms, i) ? 0 : exactInterest(terms, balance, period))
        .minus(instalment),
    new Decimal(terms.principal),
  )

/**
 * The instalment that leaves the balloon after the last period. What is left falls by the same for each
 * unit of the instalment, so that two trials give it exactly, whatever the days of the periods are.
 */
const equalInstalment = (terms: PlanTerms, paying: readonly Place[]): number => {
  const without = leftAfter(terms, paying, 0)
  const perUnit = without.minus(leftAfter(terms, paying, 1))
  return roundedBy(without.minus(terms.balloon ?? 0).div(perUnit), terms.instalmentRounding)
}

/** Principal of equal instalments: each row's instalment less its interest. */
const annuityParts = (
  terms: PlanTerms,
  paying: readonly Place[],
  instalmentAt: (row: number) => number,
): number[] => {
  let balance = terms.principal
  return paying.map((place, row) => {
    const part = Math.max(instalmentAt(row) - interestOf(terms, balance, place), 0)
    balance -= Math.min(part, balance)
    return part
  })
}

const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0)

/** As many rows one step higher as it takes for the last one to ask no more than they do. */
const spreadParts = (terms: PlanTerms, paying: readonly Place[], instalment: number): number[] => {
  const { principal, balloon = 0, instalmentRounding } = terms
  const { step } = instalmentRounding
  const low = Math.floor(instalment / step) * step
  const partsOf = (raised: number): number[] =>
    annuityParts(terms, paying, (row) => (row < raised ? low + step : low))
  let raised = 0
  while (raised < paying.length && sum(partsOf(raised)) < principal - balloon) raised += 1
  return settled(partsOf(raised), { ...terms, remainder: 'last' }, principal - balloon)
}

/** The principal of each paying row, a balloon with the last: computed without relief, which never changes it. */
const principalParts = (terms: PlanTerms): number[] => {
  const { principal, balloon = 0, repayment, remainder, instalments } = terms
  const grace = graceOf(terms)
  const paying = planPeriods({ ...terms, relief: [] })
    .map((period, i) => ({ period, i }))
    .slice(grace)
  if (repayment !== 'equal-instalment') {
    const parts = equalParts(terms, instalments - grace)
    return parts.with(-1, parts.at(-1)! + balloon)
  }
  const instalment = equalInstalment(terms, paying)
  const parts =
    remainder === 'spread'
      ? spreadParts(terms, paying, instalment)
      : settled(
          annuityParts(terms, paying, () => instalment),
          terms,
          principal - balloon,
        )
  return parts.with(-1, parts.at(-1)! + balloon)
}

/** Interest that the first rows bear and do not pay; a bullet pays it all at its end. */
const deferredRows = ({ repayment, instalments, graceOnInterest }: PlanTerms): number =>
  repayment === 'bullet'
    ? instalments - 1
    : graceOnInterest?.is === 'deferred'
      ? graceOnInterest.instalments
      : 0

/**
 * What each row bears, within half of the principal over the loan's life (hard). Relief never makes a row
 * bear more than it would have.
 */
const borneRows = (terms: PlanTerms, parts: readonly number[]): number[] => {
  const { principal, relief = [] } = terms
  const grace = graceOf(terms)
  const half = new Decimal(principal).times(lifetimeChargesMaxPercent).div(100)
  const atMost = relief.length > 0 ? borneRows({ ...terms, relief: [] }, parts) : undefined
  let mayBear = roundedBy(half, { mode: 'down', step: 1 })
  let balance = principal
  return planPeriods(terms).map((period, i) => {
    const counted = Math.min(interestOf(terms, balance, { period, i }), mayBear)
    const borne = Math.min(counted, atMost?.[i] ?? counted)
    mayBear -= borne
    balance -= i < grace ? 0 : parts[i - grace]!
    return borne
  })
}

/**
 * The rows of a plan. Rows on which nothing falls due are left out; interest that was deferred falls due
 * with the first row after it, and bears none.
 */
export const planRows = (terms: PlanTerms): PlanRow[] => {
  const grace = graceOf(terms)
  const parts = principalParts(terms)
  const deferredUntil = Math.min(deferredRows(terms), terms.instalments - 1)
  const rows: PlanRow[] = []
  let balance = terms.principal
  let deferred = 0
  const borne = borneRows(terms, parts)
  for (const [i, { dueOn }] of planPeriods(terms).entries()) {
    deferred += borne[i]!
    const interest = i < deferredUntil ? 0 : deferred
    if (interest > 0) deferred = 0
    const principal = i < grace ? 0 : parts[i - grace]!
    balance -= principal
    const total = principal + interest
    if (total > 0) rows.push({ n: rows.length + 1, dueOn, principal, interest, total, balance })
  }
  return rows
}
