import { isAccepted } from '#src/app/answer.ts'
import { pressed } from '#src/http/form.ts'
import { sendForHousehold } from '#src/http/gate.ts'
import type { OwnVisit } from '#src/http/household.ts'
import { deniedPage } from '#src/pages/denied.ts'
import { ownPlace } from '#src/pages/household/parts.ts'

/** A household says of its own loans that it wants no relief; said again it is the same. */
export const declineOwn = async ({ context, place, memberId }: OwnVisit): Promise<Response> => {
  const needs = context.get('needs')
  const sent = await pressed(context, ['event'])
  if (!sent) return context.html(deniedPage('not-found', place), 400)
  const envelope = { id: needs.ids(), v: 1, effectiveOn: needs.today() } as const
  const eventId = sent.get('event')!
  // Her own word stands behind it.
  const own = { memberId, approvedBy: memberId } as const
  const command = { ...envelope, type: 'DeclineRelief', eventId, ...own } as const
  const answer = await sendForHousehold(context, place.fundId, command)
  const isSaid = isAccepted(answer) || ('code' in answer && answer.code === 'declined-before')
  return isSaid
    ? context.redirect(ownPlace.own(place.fundId), 303)
    : context.html(deniedPage('not-found', place), 404)
}
