import { note, ownSubject } from '#src/app/activity.ts'
import { placesOfUser } from '#src/app/identity/own-places.ts'
import { type OpenedSession, endSession } from '#src/app/identity/sessions.ts'
import type { NotLetIn } from '#src/app/identity/doors.ts'
import type { HttpContext } from '#src/http/env.ts'
import { dropToken, keepToken } from '#src/http/sessions.ts'
import type { EntranceWords } from '#src/words/en/entrance.ts'

/** Where the log of somebody's coming and going is kept: the funds that the person is of, and the network. */
const placesOf = async (
  context: HttpContext,
  { networkId, userId, card }: OpenedSession['session'],
): Promise<readonly { readonly scope: string; readonly subject: string }[]> => {
  if (card) return [{ scope: card.fundId, subject: ownSubject(card.memberId) }]
  const { store, today } = context.get('needs')
  return userId === undefined
    ? [{ scope: networkId, subject: '' }]
    : placesOfUser(store, { networkId, userId, about: '', day: today() })
}

/** Writes down that somebody came, went, or gave the secret again, or a wrong one. */
export const noteOfSession = async (
  context: HttpContext,
  session: OpenedSession['session'],
  action: 'sign-out' | 'step-up' | 'door' | 'set-secret',
  outcome: 'done' | 'refused' = 'done',
): Promise<void> => {
  const { userId, deviceId } = session
  for (const place of await placesOf(context, session))
    await note(context.get('needs'), {
      ...place,
      actor: userId ?? 'card',
      device: deviceId,
      action,
      outcome,
    })
}

/** Lets somebody in: one browser holds one session, so an older one ends. */
export const letIn = async (context: HttpContext, { token }: OpenedSession): Promise<void> => {
  const before = context.get('caller')
  if (before) await endSession(context.get('needs'), before.session)
  keepToken(context, 'session', token)
}

/** Ends the session of the request and takes its token away. */
export const letOut = async (context: HttpContext): Promise<void> => {
  const caller = context.get('caller')
  if (caller) {
    await noteOfSession(context, caller.session, 'sign-out')
    await endSession(context.get('needs'), caller.session)
  }
  dropToken(context, 'session')
}

const minuteMs = 60_000

/** Why somebody is not let in, in words that say what to do next. */
export const refusalInWords = (
  refusal: NotLetIn,
  { words, now, isByCard = false }: { words: EntranceWords; now: string; isByCard?: boolean },
): string => {
  switch (refusal.code) {
    case 'device-not-enrolled':
      return words.notEnrolled
    case 'sign-in-failed':
      return isByCard ? words.cardFailed : words.signInFailed
    case 'wait':
      return words.wait(Math.ceil((Date.parse(refusal.until) - Date.parse(now)) / minuteMs))
    case 'reset-in-person':
      return isByCard ? words.resetCard : words.resetUser
  }
}

/** A guess that came too often is told apart from one that was wrong. */
export const statusOfRefusal = ({ code }: NotLetIn): 401 | 429 =>
  code === 'wait' || code === 'reset-in-person' ? 429 : 401
