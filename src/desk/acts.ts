import type { Act } from '#src/desk/act.ts'
import { correctionActs } from '#src/desk/corrections/acts.ts'
import { auditorActs, boxActs, peopleActs } from '#src/desk/fund/acts.ts'
import { grantActs } from '#src/desk/grants/acts.ts'
import { loanActs } from '#src/desk/loans/acts.ts'
import { reliefActs } from '#src/desk/relief/acts.ts'
import { savingsActs } from '#src/desk/savings/acts.ts'
import { ventureActs } from '#src/desk/ventures/acts.ts'

/** Everything that is written down at a desk. */
export const acts: readonly Act[] = [
  ...savingsActs,
  ...loanActs,
  ...reliefActs,
  ...grantActs,
  ...boxActs,
  ...ventureActs,
  ...peopleActs,
  ...auditorActs,
  ...correctionActs,
]
