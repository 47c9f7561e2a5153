import type { Action } from '#domain/access/table.ts'
import { hasAskedAgain, leavesSumsOut } from '#src/app/household/own-choices.ts'
import type { HttpContext } from '#src/http/env.ts'
import { ownPlace } from '#src/pages/household/parts.ts'

/** Whether a member who reads the own page wants it without sums, and has not just asked for them. */
export const keepsSumsBack = async (context: HttpContext): Promise<boolean> => {
  const { fundId, ownMemberId: memberId } = context.get('fund')
  const needs = context.get('needs')
  return (
    memberId !== undefined &&
    (await leavesSumsOut(needs.store, { fundId, memberId })) &&
    !hasAskedAgain(needs, context.get('caller')!.session)
  )
}

/** What a household reads of its own money: by the right that it takes, so that a page that comes later is in it too. */
const sumRules: readonly string[] = ['read-member', 'read-loan', 'read-receipt'] satisfies Action[]

/**
 * Where a household is sent that reads a page of sums and wants none shown: to the own page, which leaves
 * them out by itself. Saying that something is not right takes no sum.
 */
export const awayFromSums = async (
  context: HttpContext,
  rule: string,
): Promise<string | undefined> => {
  if (context.req.method !== 'GET' || !sumRules.includes(rule)) return undefined
  const { fundId, scope } = context.get('fund')
  const isFree = [ownPlace.own(fundId), ownPlace.notRight(fundId)].includes(context.req.path)
  return scope === 'own' && !isFree && (await keepsSumsBack(context))
    ? ownPlace.own(fundId)
    : undefined
}
