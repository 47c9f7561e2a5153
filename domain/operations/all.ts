import { correctionOperations } from '#domain/corrections/operations.ts'
import { fundOperations } from '#domain/fund/operations.ts'
import { peopleOperations } from '#domain/fund/people-operations.ts'
import { grantOperations } from '#domain/grants/operations.ts'
import { loanOperations } from '#domain/loans/operations.ts'
import { reliefOperations } from '#domain/relief/operations.ts'
import { savingsOperations } from '#domain/savings/operations.ts'
import { ventureOperations } from '#domain/ventures/operations.ts'

/** Everything that is described as an operation. Lists of what can be done are made of it. */
export const operations = [
  ...fundOperations.list,
  ...peopleOperations.list,
  ...savingsOperations.list,
  ...loanOperations.list,
  ...grantOperations.list,
  ...reliefOperations.list,
  ...ventureOperations.list,
  ...correctionOperations.list,
] as const

export type Operations = (typeof operations)[number]
