import { type Rounding, leastOf, mostOf, roundedTo } from '#test/support/oracle/fractions.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'

type Step = { readonly mode: Rounding['mode']; readonly step: bigint }

/** What the principal parts are computed from; `growth[i] / unit` is 1 + the rate for the share of row i. */
type PartsInput = {
  readonly principal: bigint
  readonly balloon: bigint
  readonly rows: number
  readonly grace: number
  readonly repayment: PlanTerms['repayment']
  readonly remainder: PlanTerms['remainder']
  readonly rounding: Step
  readonly growth: readonly bigint[]
  readonly unit: bigint
  /** The rounded interest of a balance in a row, 0 where it is forgiven. */
  readonly interestOf: (row: number, balance: bigint) => bigint
}

/** The wanted parts one after the other, none more than what is left; the last row takes all that is left. */
const filled = (toPay: bigint, wanted: readonly bigint[]): bigint[] => {
  let left = toPay
  return wanted.map((want, i) => {
    const part = i === wanted.length - 1 ? left : leastOf(want, left)
    left -= part
    return part
  })
}

const equalPrincipal = (toPay: bigint, paying: number, input: PartsInput): bigint[] => {
  const { step } = input.rounding
  const count = BigInt(paying)
  const part = mostOf(roundedTo(toPay, count, input.rounding), leastOf(step, toPay))
  const same = Array.from({ length: paying }, () => part)
  switch (input.remainder) {
    case 'last':
      return filled(toPay, same)
    case 'first':
      return filled(toPay, same).toReversed()
    case 'spread': {
      const missing = toPay - count * part
      const steps = (missing < 0n ? -missing : missing) / step
      const other = missing < 0n ? mostOf(part - step, 0n) : part + step
      return filled(
        toPay,
        same.map((each, i) => (BigInt(i) < steps ? other : each)),
      )
    }
  }
}

/** The instalment after which the balloon is left, as a fraction. */
const exactInstalment = (input: PartsInput): { over: bigint; under: bigint } => {
  let grown = 1n
  let sum = 0n
  let units = 1n
  // With f = growth / unit, both sides are multiplied by unit^m: grown is f_1 ... f_m and sum is S.
  for (let row = input.grace; row < input.rows; row += 1) {
    const growth = input.growth[row]!
    units *= input.unit
    grown *= growth
    sum = sum * growth + units
  }
  return { over: input.principal * grown - input.balloon * units, under: sum }
}

/** The parts that instalments give, and what they leave of the principal above the balloon. */
const partsOfInstalments = (
  input: PartsInput,
  instalmentOf: (payingRow: number) => bigint,
): { readonly parts: bigint[]; readonly left: bigint } => {
  let left = input.principal - input.balloon
  const parts: bigint[] = []
  for (let row = input.grace; row < input.rows; row += 1) {
    const interest = input.interestOf(row, input.balloon + left)
    const part = leastOf(mostOf(instalmentOf(row - input.grace) - interest, 0n), left)
    parts.push(part)
    left -= part
  }
  return { parts, left }
}

/**
 * The smallest whole number from `least` on for which `isEnough`, which stays true once it is. A larger instalment
 * leaves a smaller balance, and that balance never more interest, so both searches below may halve.
 */
const smallest = (least: bigint, start: bigint, isEnough: (x: bigint) => boolean): bigint => {
  let low = least - 1n
  let high = start
  let stride = 1n
  if (isEnough(start)) {
    while (high > least && isEnough(mostOf(start - stride, least))) {
      high = mostOf(start - stride, least)
      stride *= 2n
    }
    if (high === least) return least
    low = mostOf(start - stride, least)
  } else {
    low = start
    while (!isEnough(start + stride)) {
      low = start + stride
      stride *= 2n
    }
    high = start + stride
  }
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (isEnough(middle)) high = middle
    else low = middle
  }
  return high
}

const equalInstalments = (paying: number, input: PartsInput): bigint[] => {
  const { mode, step } = input.rounding
  const { over, under } = exactInstalment(input)
  const isSpread = input.remainder === 'spread'
  const instalment = mostOf(roundedTo(over, under, { mode: isSpread ? 'down' : mode, step }), step)
  const paid = (first: bigint, rows: bigint) =>
    partsOfInstalments(input, (i) => (BigInt(i) < rows ? instalment + first * step : instalment))
  const chosen = (): { readonly parts: bigint[]; readonly left: bigint } => {
    switch (input.remainder) {
      case 'last':
        return paid(0n, 0n)
      case 'first':
        return paid(
          smallest(-(instalment / step), 0n, (x) => paid(x, 1n).left === 0n),
          1n,
        )
      case 'spread': {
        const isEnough = (rows: bigint): boolean =>
          rows >= BigInt(paying) || paid(1n, rows).left === 0n
        return paid(1n, smallest(0n, 0n, isEnough))
      }
    }
  }
  const { parts, left } = chosen()
  return parts.with(-1, parts.at(-1)! + left)
}

/** The principal part of every row, the balloon with the last. */
export const principalParts = (input: PartsInput): bigint[] => {
  const toPay = input.principal - input.balloon
  const paying = input.rows - input.grace
  const partsPaid = (): bigint[] => {
    switch (input.repayment) {
      case 'bullet':
        return [toPay]
      case 'equal-principal':
        return equalPrincipal(toPay, paying, input)
      case 'equal-instalment':
        return equalInstalments(paying, input)
    }
  }
  const parts = partsPaid()
  return [
    ...Array.from({ length: input.rows - parts.length }, () => 0n),
    ...parts.with(-1, parts.at(-1)! + input.balloon),
  ]
}
