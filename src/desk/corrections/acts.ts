import type { Act } from '#src/desk/act.ts'
import { correction } from '#src/desk/corrections/correcting.ts'
import { dispute, disputeAnswer } from '#src/desk/corrections/disputing.ts'

/** Everything that is written down of lines that are not right, or are said not to be. */
export const correctionActs: readonly Act[] = [correction, dispute, disputeAnswer]
