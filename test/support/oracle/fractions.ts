import type { PlanTerms } from '#domain/loans/plan/plan.ts'

export type Rounding = PlanTerms['interestRounding']

export const leastOf = (a: bigint, b: bigint): bigint => (a < b ? a : b)

export const mostOf = (a: bigint, b: bigint): bigint => (a > b ? a : b)

const goesUp = (mode: Rounding['mode'], rest: bigint, unit: bigint, below: bigint): boolean => {
  switch (mode) {
    case 'down':
      return false
    case 'up':
      return rest > 0n
    case 'half-up':
      return rest * 2n >= unit
    case 'half-even':
      return rest * 2n > unit || (rest * 2n === unit && below % 2n === 1n)
  }
}

/** The multiple of the step that the rounding names for `over / under`, which is not below zero. */
export const roundedTo = (
  over: bigint,
  under: bigint,
  { mode, step }: { readonly mode: Rounding['mode']; readonly step: bigint },
): bigint => {
  const unit = under * step
  const below = over / unit
  return goesUp(mode, over - below * unit, unit, below) ? (below + 1n) * step : below * step
}

/** "1.5" as 15 over 10, exactly as it is written. */
export const decimalOf = (text: string): { readonly over: bigint; readonly under: bigint } => {
  const [whole = '', part = ''] = text.split('.')
  return { over: BigInt(whole + part), under: 10n ** BigInt(part.length) }
}
