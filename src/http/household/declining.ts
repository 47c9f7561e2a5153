import { isAccepted } from '#src/http/commands/answers.ts'
import { formOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendForService } from '#src/http/gate.ts'
import type { OwnRoom } from '#src/http/household/disputing.ts'
import { deniedPage } from '#src/pages/denied.ts'
import { ownPlace } from '#src/pages/household/parts.ts'

/** A household says of its own loans that it wants no relief; said again it is the same. */
export const declineOwn = async (
  context: HttpContext,
  { place, memberId }: OwnRoom,
): Promise<Response> => {
  const needs = context.get('needs')
  const eventId = (await formOf(context))?.get('event') ?? ''
  const envelope = { id: needs.ids(), v: 1, effectiveOn: needs.today() } as const
  const command = { ...envelope, type: 'DeclineRelief', eventId, memberId } as const
  const answer = await sendForService(context, place.fundId, command)
  const isSaid = isAccepted(answer) || ('code' in answer && answer.code === 'declined-before')
  return isSaid
    ? context.redirect(ownPlace.own(place.fundId), 303)
    : context.html(deniedPage('not-found', place), 404)
}
