import type { Card } from '#domain/ports.ts'
import { hasOwnWord, printCodes, voidCodes } from '#src/app/identity/paper-codes.ts'
import { revokeCard } from '#src/app/identity/cards.ts'
import type { HttpContext } from '#src/http/env.ts'
import { noteBy } from '#src/http/identity/answers.ts'

/** Writes down that a card was made or stopped, by the caller or by the officer who vouched. */
const noteOnCard = (
  context: HttpContext,
  { fundId, memberId }: Pick<Card, 'fundId' | 'memberId'>,
  approver?: string,
): Promise<void> => {
  const caller = context.get('caller')!
  const actor = approver ?? caller.by.actor
  return noteBy(
    context,
    { ...caller, by: { ...caller.by, actor } },
    { scope: fundId, action: 'manage-cards', subject: `member:${memberId}`, outcome: 'done' },
  )
}

/** Writes down that two have made a card: codes on paper of before are no word beside it any more. */
export const noteMade = async (
  context: HttpContext,
  card: Pick<Card, 'fundId' | 'memberId'>,
  approver: string,
): Promise<void> => {
  const { networkId } = context.get('caller')!.session
  await voidCodes(context.get('needs'), { networkId, ...card })
  await noteOnCard(context, card)
  await noteOnCard(context, card, approver)
}

/** Codes on paper for a member, by the caller and whoever vouched; nothing for whoever has a word already. */
export const printedFor = async (
  context: HttpContext,
  memberId: string,
  approver: string,
): Promise<readonly string[] | undefined> => {
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const caller = context.get('caller')!
  const owner = { networkId: caller.session.networkId, fundId, memberId }
  if (await hasOwnWord(needs, owner)) return undefined
  // Before they are given, so that nobody has had a hand in them that is written nowhere.
  await noteOnCard(context, owner)
  await noteOnCard(context, owner, approver)
  return printCodes(needs, owner, [caller.by.actor, approver])
}

/** Stops a card that was lost; one that is stopped already stays so. */
export const stopCard = async (context: HttpContext, card: Card): Promise<void> => {
  await revokeCard(context.get('needs'), context.get('caller')!.session.networkId, card)
  await noteOnCard(context, card)
}
