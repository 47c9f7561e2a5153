import type { LocalDate } from '#domain/kernel/dates.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { type Rounding, type Share, roundedQuotient } from '#domain/loans/plan/plan-figures.ts'
import {
  type BigQuotient,
  type Counting,
  graceOf,
  interestOf,
  isForgiven,
  regularOf,
} from '#domain/loans/plan/plan-parts.ts'
import { daysPassedOver, firstPart } from '#domain/loans/plan/plan-periods.ts'
import { type WorkedPlan, workedPlan } from '#domain/loans/plan/plan-rows.ts'

/**
 * One step of how a plan was counted, as figures; the words are looked up by `of`. `exact` is what it was
 * before the rounding, with two decimals, and with more where two would round to another figure.
 */
export type Explanation =
  | { readonly of: 'first-period'; readonly days: number; readonly whole: number }
  | {
      readonly of: 'part' | 'instalment'
      readonly exact: string
      readonly rounded: number
      readonly rounding: Rounding
    }
  | {
      readonly of: 'interest'
      readonly dueOn: LocalDate
      readonly base: number
      readonly ratePercent: string
      readonly share: Share
      readonly exact: string
      readonly rounded: number
      readonly rounding: Rounding
    }
  /** A row takes so much more, or less, than the others: what the rounding left over. */
  | { readonly of: 'remainder'; readonly dueOn: LocalDate; readonly by: number }
  | { readonly of: 'balloon'; readonly dueOn: LocalDate; readonly amount: number }
  | { readonly of: 'forgiven'; readonly instalments: number }
  | { readonly of: 'deferred'; readonly dueOn: LocalDate; readonly amount: number }
  | {
      readonly of: 'cut'
      readonly dueOn: LocalDate
      readonly from: number
      readonly to: number
    }
  | { readonly of: 'passed-over'; readonly on: LocalDate }
  | { readonly of: 'moved'; readonly from: LocalDate; readonly to: LocalDate }

const decimalsLeast = 2
const decimalsMost = 12

/** A quotient with so many decimals, half up, without zeros at its end. */
const withDecimals = (digits: bigint, decimals: number): string => {
  const text = String(digits).padStart(decimals + 1, '0')
  const after = text.slice(-decimals).replace(/0+$/, '')
  return `${text.slice(0, -decimals)}${after === '' ? '' : `.${after}`}`
}

/** 4,999.995 is not shown as 5,000.00 where it was rounded down to 4,900: a reader must come to the same figure. */
const shown = ({ numerator, denominator }: BigQuotient, rounding: Rounding): string => {
  const rounded = roundedQuotient(numerator, denominator, rounding)
  for (let decimals = decimalsLeast; ; decimals += 1) {
    const scale = 10n ** BigInt(decimals)
    const digits = (numerator * scale * 2n + denominator) / (denominator * 2n)
    if (decimals === decimalsMost || roundedQuotient(digits, scale, rounding) === rounded)
      return withDecimals(digits, decimals)
  }
}

const regularSteps = ({ counted }: WorkedPlan): Explanation[] => {
  const { repayment } = counted.terms
  if (repayment === 'bullet') return []
  const { exact, rounded, rounding } = regularOf(counted)
  const of = repayment === 'equal-instalment' ? 'instalment' : 'part'
  return [{ of, exact: shown(exact, rounding), rounded, rounding }]
}

const rateText = ({ interest }: PlanTerms): string =>
  interest.per === 'day' ? interest.yearlyPercent : interest.ratePercent

/** What the i-th period bears before its rounding. */
const exactInterest = (
  { terms, periods, rate }: Counting,
  i: number,
  base: number,
): BigQuotient => {
  const { share } = periods[i]!
  if (isForgiven(terms, i)) return { numerator: 0n, denominator: 1n }
  return {
    numerator: BigInt(base) * BigInt(rate.parts) * BigInt(share.parts),
    denominator: BigInt(rate.of) * BigInt(share.of),
  }
}

/** How the interest of a period was rounded, to zero too; none where there was nothing to round. */
const interestStep = (
  counted: Counting,
  { i, balance, rounded }: { readonly i: number; readonly balance: number; rounded: number },
): Explanation[] => {
  const { terms, periods } = counted
  const { share, dueOn } = periods[i]!
  const base = terms.interest.isFlat ? terms.principal : balance
  const quotient = exactInterest(counted, i, base)
  if (quotient.numerator === 0n) return []
  const rounding = terms.interestRounding
  const exact = shown(quotient, rounding)
  const ratePercent = rateText(terms)
  return [{ of: 'interest', dueOn, base, ratePercent, share, exact, rounded, rounding }]
}

/** Interest of every period, and what a limit or relief took off it. */
const interestSteps = ({ counted, principal, interest }: WorkedPlan): Explanation[] => {
  let balance = counted.terms.principal
  return principal.flatMap((part, i) => {
    const [rounded, to] = [interestOf(counted, balance, i), interest[i]!]
    const steps = interestStep(counted, { i, balance, rounded })
    if (to < rounded) steps.push({ of: 'cut', dueOn: counted.periods[i]!.dueOn, from: rounded, to })
    balance -= part
    return steps
  })
}

/** Rows whose part, or instalment, is not the one that the others have. */
const remainderSteps = ({ counted, principal }: WorkedPlan, bare: WorkedPlan): Explanation[] => {
  const { terms, periods } = counted
  if (terms.repayment === 'bullet') return []
  const { rounded } = regularOf(bare.counted)
  let balance = terms.principal
  return principal.flatMap((part, i): Explanation[] => {
    const interest = interestOf(bare.counted, balance, i)
    balance -= part
    if (i < graceOf(terms)) return []
    const own = i === principal.length - 1 ? part - (terms.balloon ?? 0) : part
    const by = (terms.repayment === 'equal-instalment' ? own + interest : own) - rounded
    return by === 0 ? [] : [{ of: 'remainder', dueOn: periods[i]!.dueOn, by }]
  })
}

const graceSteps = ({ counted, interest, deferredUntil }: WorkedPlan): Explanation[] => {
  const { graceOnInterest, repayment, balloon = 0 } = counted.terms
  const steps: Explanation[] = []
  if (graceOnInterest?.is === 'forgiven' && graceOnInterest.instalments > 0)
    steps.push({ of: 'forgiven', instalments: graceOnInterest.instalments })
  const amount = interest.slice(0, deferredUntil).reduce((all, one) => all + one, 0)
  if (amount > 0)
    steps.push({ of: 'deferred', dueOn: counted.periods[deferredUntil]!.dueOn, amount })
  if (balloon > 0 && repayment !== 'bullet')
    steps.push({ of: 'balloon', dueOn: counted.periods.at(-1)!.dueOn, amount: balloon })
  return steps
}

const daySteps = ({ counted }: WorkedPlan): Explanation[] => {
  const { terms, periods } = counted
  const passed = daysPassedOver(terms, periods)
  return [
    ...passed.map((on): Explanation => ({ of: 'passed-over', on })),
    ...periods
      .filter(({ dueOn, ruleDay }) => dueOn !== ruleDay)
      .map(({ ruleDay, dueOn }): Explanation => ({ of: 'moved', from: ruleDay, to: dueOn })),
  ]
}

const firstSteps = (terms: PlanTerms): Explanation[] => {
  const { parts, of } = firstPart(terms)
  return terms.interest.per === 'period' && parts < of
    ? [{ of: 'first-period', days: parts, whole: of }]
    : []
}

/** How a plan came about: every rounding, every limit and every day that moved, in the order of the rows. */
export const explanationOf = (terms: PlanTerms): Explanation[] => {
  const worked = workedPlan(terms)
  const bare = (terms.relief?.length ?? 0) === 0 ? worked : workedPlan({ ...terms, relief: [] })
  return [
    ...firstSteps(terms),
    ...regularSteps(bare),
    ...remainderSteps(worked, bare),
    ...graceSteps(worked),
    ...interestSteps(worked),
    ...daySteps(worked),
  ]
}
