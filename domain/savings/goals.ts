import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import { isAmount } from '#domain/kernel/money.ts'

/** What members save for, by picture. None of them tells of somebody who leaves or has come back. */
export const goalKinds = [
  'school',
  'health',
  'house',
  'animals',
  'seeds',
  'tools',
  'ceremony',
  'other',
] as const

export type GoalKind = (typeof goalKinds)[number]

/** What somebody saves for: beside the journal, for its owner alone. The sum in smallest units. */
export type SavingsGoal = {
  readonly kind: GoalKind
  readonly amount: number
  readonly by?: LocalDate
}

/** What is wrong with a goal on a day, field by field; empty for one that can be kept. */
export const goalFaults = (
  { kind, amount, by }: SavingsGoal,
  today: LocalDate,
): readonly (keyof SavingsGoal)[] => [
  ...(goalKinds.includes(kind) ? [] : (['kind'] as const)),
  ...(isAmount(amount) ? [] : (['amount'] as const)),
  ...(by === undefined || (isLocalDate(by) && by > today) ? [] : (['by'] as const)),
]

/** How far savings have come towards a goal: whole per cent, never said to be reached before it is. */
export const progressOf = (
  { amount }: Pick<SavingsGoal, 'amount'>,
  saved: number,
): { readonly percent: number; readonly left: number } => {
  if (saved >= amount) return { percent: 100, left: 0 }
  const percent = Number((BigInt(Math.max(saved, 0)) * 100n) / BigInt(amount))
  return { percent, left: amount - Math.max(saved, 0) }
}
