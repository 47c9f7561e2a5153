import type { Act } from '#src/desk/act.ts'
import { ventureCount } from '#src/desk/ventures/count.ts'
import { ventureLeave, ventureShares } from '#src/desk/ventures/holders.ts'
import { venture, ventureEnd, ventureLine, ventureProfit } from '#src/desk/ventures/meeting.ts'

/** All that is done with a pot for one purpose. */
export const ventureActs: readonly Act[] = [
  venture,
  ventureShares,
  ventureLine,
  ventureCount,
  ventureProfit,
  ventureLeave,
  ventureEnd,
]
