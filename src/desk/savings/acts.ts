import type { Act } from '#src/desk/act.ts'
import { savingsInterest } from '#src/desk/savings/interest.ts'
import { leaveSaved } from '#src/desk/savings/left-saved.ts'
import { askSavings, deposit, takeOut } from '#src/desk/savings/moving.ts'
import { privateSavings } from '#src/desk/savings/private.ts'
import { saving } from '#src/desk/savings/saving.ts'
import { shareOut } from '#src/desk/savings/share-out.ts'

/** Everything about savings that the record-keeper writes down. */
export const savingsActs: readonly Act[] = [
  saving,
  deposit,
  askSavings,
  takeOut,
  leaveSaved,
  privateSavings,
  savingsInterest,
  shareOut,
]
