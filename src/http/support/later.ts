import type { ItemAnswer } from '#src/app/submit.ts'
import { type Wanted, askForSomebody, teamRefusal } from '#src/app/support/asking.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type Door, needsAt, sourceIn } from '#src/http/support/acts.ts'
import { askerIn } from '#src/http/support/rows.ts'

/** Asks for somebody in the name of a worker of the team who asked before; undefined where there is no such place any more. */
export const askInNameOf = async (
  context: HttpContext,
  { fundId, userId, wanted }: { fundId: string; userId: string; wanted: Wanted },
): Promise<ItemAnswer | undefined> => {
  const needs = needsAt(context, fundId, userId)
  const book = await sourceIn(context, fundId)
  if (needs instanceof Response || !book) return undefined
  const asker = { ...askerIn(context, undefined), userId }
  return askForSomebody(needs, book, { fundId, asker, wanted })
}

/** Why the rules would refuse what the team asks for later; nothing is written. */
export const wouldRefuse = async (
  context: HttpContext,
  { fundId }: Door,
  wanted: Wanted,
): Promise<string | Response | undefined> => {
  const needs = needsAt(context, fundId)
  if (needs instanceof Response) return needs
  const book = await sourceIn(context, fundId)
  const asker = askerIn(context, undefined)
  return book ? teamRefusal(needs, book, { fundId, asker, wanted }) : 'window-unknown'
}
