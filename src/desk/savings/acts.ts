import type { Act } from '#src/desk/act.ts'
import { askSavings, deposit, takeOut } from '#src/desk/savings/moving.ts'
import { privateSavings } from '#src/desk/savings/private.ts'
import { shareOut } from '#src/desk/savings/share-out.ts'

/** Everything about savings that the record-keeper writes down beside the shares of a meeting. */
export const savingsActs: readonly Act[] = [deposit, askSavings, takeOut, privateSavings, shareOut]
