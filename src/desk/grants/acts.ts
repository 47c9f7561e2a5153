import type { Act } from '#src/desk/act.ts'
import { donationBack, supportPart, supportVote } from '#src/desk/grants/support.ts'

/** What is voted on and paid out of donors' money by the code of a grant, and what goes back. */
export const grantActs: readonly Act[] = [supportVote, supportPart, donationBack]
