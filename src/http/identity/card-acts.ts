import type { Card } from '#domain/ports.ts'
import { mayStopAlone } from '#src/app/identity/card-stops.ts'
import { issueCardByTwo, revokeCard } from '#src/app/identity/cards.ts'
import { noteHands } from '#src/app/identity/hands.ts'
import { type PrintedCode, hasOwnWord, printCodes } from '#src/app/identity/paper-codes.ts'
import { areDigitsOfAnother } from '#src/app/members/owners-word.ts'
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

/** Makes a card; the second officer has vouched for it, and draws the other half. Both are written down before it is told. */
export const makeCard = async (
  context: HttpContext,
  whose: Pick<Card, 'fundId' | 'memberId'>,
  { drawer, second }: { readonly drawer: 'owner' | 'second'; readonly second: string },
): Promise<{ readonly token: string; readonly card: Card }> => {
  const needs = context.get('needs')
  const made = await issueCardByTwo(needs, whose, drawer)
  const { session, by } = context.get('caller')!
  await noteHands(
    needs,
    { networkId: session.networkId, userId: made.card.cardId },
    { action: 'give-secret', by: by.actor, second, device: by.device },
  )
  await noteOnCard(context, whose)
  await noteOnCard(context, whose, second)
  return made
}

/** Codes on paper for a member, by the caller and whoever vouched; nothing for whoever has a word already. */
export const printedFor = async (
  context: HttpContext,
  memberId: string,
  approver: string,
): Promise<readonly PrintedCode[] | undefined> => {
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

/** Codes on paper that a member draws by the card or login that the caller is signed in by; nothing where that is no own word. */
export const drawnFor = async (
  context: HttpContext,
  memberId: string,
): Promise<readonly PrintedCode[] | undefined> => {
  const { fundId } = context.get('fund')
  // What is drawn by digits that somebody else drew would be that one's word.
  if (await areDigitsOfAnother(context.get('needs'), { fundId, memberId })) return undefined
  const { networkId, userId, deviceId } = context.get('caller')!.session
  const owner = { networkId, fundId, memberId }
  // Before they are given: a thief at her own page leaves a line that stays there.
  await noteOnCard(context, owner)
  return printCodes(context.get('needs'), owner, [userId ?? deviceId])
}

/** Stops a card that was lost; one that is stopped already stays so. Whoever else stands behind it is written down too. */
export const stopCard = async (
  context: HttpContext,
  card: Card,
  second?: string,
): Promise<void> => {
  await revokeCard(context.get('needs'), context.get('caller')!.session.networkId, card)
  await noteOnCard(context, card)
  if (second !== undefined) await noteOnCard(context, card, second)
}

/** Whether an officer may stop this card alone: a few a day, and the own; a `look` takes none of the few. */
export const mayStopHere = async (
  context: HttpContext,
  { memberId, revokedAt }: Card,
  isLook = false,
): Promise<boolean> => {
  const { fundId, ownMemberId } = context.get('fund')
  if (revokedAt !== undefined || memberId === ownMemberId) return true
  const by = ownMemberId ?? context.get('caller')!.by.actor
  return mayStopAlone(context.get('needs'), { fundId, by }, isLook)
}
