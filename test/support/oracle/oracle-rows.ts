import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import type { PlanRow } from '#domain/loans/plan/plan-rows.ts'
import { textOf } from '#test/support/oracle/calendar.ts'
import { movedDays, periodsOf, unitedWindows } from '#test/support/oracle/due-days.ts'
import { decimalOf, leastOf, roundedTo } from '#test/support/oracle/fractions.ts'
import { principalParts } from '#test/support/oracle/parts.ts'
import { type Shares, sharesOf } from '#test/support/oracle/shares.ts'

/** Interest of a base for a share, once rounded; `unit` is what `rate x share` is to be divided by. */
type Interest = {
  readonly rate: bigint
  readonly unit: bigint
  readonly of: (base: bigint, share: number) => bigint
}

const interestRule = ({ interest, interestRounding }: PlanTerms, under: number): Interest => {
  const { over: rate, under: decimals } = decimalOf(
    interest.per === 'period' ? interest.ratePercent : interest.yearlyPercent,
  )
  const unit = decimals * 100n * BigInt(under)
  const rounding = { mode: interestRounding.mode, step: BigInt(interestRounding.step) }
  return {
    rate,
    unit,
    of: (base, share) => roundedTo(base * rate * BigInt(share), unit, rounding),
  }
}

const forgivenRows = ({ graceOnInterest }: PlanTerms): number =>
  graceOnInterest?.is === 'forgiven' ? graceOnInterest.instalments : 0

const partsOf = (terms: PlanTerms, { over }: Shares, interest: Interest): bigint[] => {
  const forgiven = forgivenRows(terms)
  const isBullet = terms.repayment === 'bullet'
  return principalParts({
    principal: BigInt(terms.principal),
    balloon: BigInt(terms.balloon ?? 0),
    rows: terms.instalments,
    grace: isBullet ? terms.instalments - 1 : (terms.graceOnPrincipal ?? 0),
    repayment: terms.repayment,
    remainder: terms.remainder,
    rounding: {
      mode: terms.instalmentRounding.mode,
      step: BigInt(terms.instalmentRounding.step),
    },
    growth: over.map((share, row) =>
      row < forgiven ? interest.unit : interest.unit + interest.rate * BigInt(share),
    ),
    unit: interest.unit,
    interestOf: (row, balance) => (row < forgiven ? 0n : interest.of(balance, over[row]!)),
  })
}

/** The principal part of each instalment, those without one among them; relief changes none. */
export const oracleParts = (terms: PlanTerms): number[] => {
  const shares = sharesOf(terms, periodsOf(terms, []), [])
  return partsOf(terms, shares, interestRule(terms, shares.under)).map(Number)
}

/** What each row bears, cut to half of the principal over the life, and to `most` where that is given. */
const borneBy = (
  terms: PlanTerms,
  parts: readonly bigint[],
  interestOf: (row: number, base: bigint) => bigint,
  most?: readonly bigint[],
): bigint[] => {
  const principal = BigInt(terms.principal)
  const forgiven = forgivenRows(terms)
  let balance = principal
  let allowed = principal / 2n
  return parts.map((part, row) => {
    const base = terms.interest.isFlat === true ? principal : balance
    balance -= part
    if (row < forgiven) return 0n
    const counted = interestOf(row, base)
    const cut = terms.isOutside === true ? counted : leastOf(counted, allowed)
    const borne = most === undefined ? cut : leastOf(cut, most[row]!)
    allowed -= borne
    return borne
  })
}

/** Interest where it falls due: what is deferred with the first row after, a bullet's with its last. */
const interestDue = (
  { repayment, graceOnInterest }: PlanTerms,
  borne: readonly bigint[],
): bigint[] => {
  const last = borne.length - 1
  const deferred = graceOnInterest?.is === 'deferred' ? graceOnInterest.instalments : 0
  const until = repayment === 'bullet' ? last : Math.min(deferred, last)
  const waiting = borne.slice(0, until).reduce((sum, interest) => sum + interest, 0n)
  return borne.map((interest, row) =>
    row < until ? 0n : row === until ? interest + waiting : interest,
  )
}

/**
 * The rows of a plan by a second engine. It was written from Part 1 of `docs/conventions/village.md` alone, in fractions
 * of whole numbers without end, and shares no code with the first: not its days, its rounding or its types of number.
 * Where the two differ, the page says which is wrong.
 */
export const oracleRows = (terms: PlanTerms): PlanRow[] => {
  const plain = periodsOf(terms, [])
  const plainShares = sharesOf(terms, plain, [])
  const interest = interestRule(terms, plainShares.under)
  const parts = partsOf(terms, plainShares, interest)
  const without = borneBy(terms, parts, (row, base) => interest.of(base, plainShares.over[row]!))
  const windows = unitedWindows(terms.relief)
  const periods = windows.length === 0 ? plain : periodsOf(terms, windows)
  const { over } = windows.length === 0 ? plainShares : sharesOf(terms, periods, windows)
  const share = (row: number): number => Math.min(over[row]!, plainShares.over[row]!)
  const borne =
    windows.length === 0
      ? without
      : borneBy(terms, parts, (row, base) => interest.of(base, share(row)), without)
  const due = interestDue(terms, borne)
  const moved = movedDays(terms.workingDays)
  const rows: PlanRow[] = []
  let balance = terms.principal
  for (const [row, { endsOn }] of periods.entries()) {
    const principal = Number(parts[row])
    const interestOfRow = Number(due[row])
    balance -= principal
    if (principal === 0 && interestOfRow === 0) continue
    rows.push({
      n: rows.length + 1,
      dueOn: textOf(moved(endsOn)),
      principal,
      interest: interestOfRow,
      total: principal + interestOfRow,
      balance,
    })
  }
  return rows
}
