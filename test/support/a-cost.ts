import type { recordExpense } from '#domain/fund/operations/money.ts'
import type { CommandOf } from '#domain/operations/operation.ts'

/** What is said of a cost beside its sum. */
export const ofCost = {
  kind: 'paper-and-print',
  purpose: 'book',
  payee: 'shop',
} as const satisfies Partial<CommandOf<typeof recordExpense>>
