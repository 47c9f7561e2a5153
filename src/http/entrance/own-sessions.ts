import { rolesInNetwork } from '#domain/access/person.ts'
import { scopeFor } from '#domain/access/table.ts'
import type { SessionRow } from '#domain/ports.ts'
import { endSession, isAlive } from '#src/app/identity/sessions.ts'
import { villageTimeOf } from '#src/app/village-time.ts'
import { letOut, noteOfSession } from '#src/http/entrance/enter.ts'
import { answerMessage, frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { sessionsPage } from '#src/pages/entrance/sessions-page.ts'
import { type Html, behindFirstPage } from '#src/pages/layout.ts'
import { entranceWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

const isOf = (mine: SessionRow, other: SessionRow): boolean =>
  mine.card === undefined
    ? other.userId !== undefined && other.userId === mine.userId
    : other.card?.fundId === mine.card.fundId && other.card.memberId === mine.card.memberId

/** The caller's sessions that still let somebody in. */
const ownSessions = async (context: HttpContext): Promise<readonly SessionRow[]> => {
  const { store, clock } = context.get('needs')
  const { session } = context.get('caller')!
  const now = clock()
  return (await store.openSessions(session.networkId)).filter(
    (other) => isOf(session, other) && isAlive(other, now),
  )
}

/** An instant as the wall clock and the calendar of the village say it. */
export const timeInWords = (context: HttpContext, instant: string): string => {
  const { day, time } = villageTimeOf(instant, context.get('needs').timeZone)
  return `${dateInWords(day, context.get('language'))}, ${time}`
}

const showSessions = async (context: HttpContext): Promise<Html> => {
  const { store } = context.get('needs')
  const { session } = context.get('caller')!
  const words = entranceWords.in(context.get('language'))
  const rows = await ownSessions(context)
  const shown = await Promise.all(
    rows.map(async ({ networkId, sessionId, deviceId, card, startedAt, seenAt }) => ({
      sessionId,
      device: card
        ? words.byCardDevice
        : ((await store.device(networkId, deviceId))?.label ?? words.unknownDevice),
      startedAt: timeInWords(context, startedAt),
      seenAt: timeInWords(context, seenAt),
      isThis: sessionId === session.sessionId,
    })),
  )
  const { provider } = context.get('needs')
  const { person } = context.get('caller')!
  const mayLink =
    provider !== undefined &&
    scopeFor('LinkSignIn', rolesInNetwork(person, person.networkId)) === 'all'
  const frame = await frameOf(context, { back: behindFirstPage })
  return sessionsPage(frame, shown, mayLink)
}

const takeEnd = async (context: HttpContext): Promise<Response> => {
  const asked = context.req.param('sessionId')
  const { session } = context.get('caller')!
  const found = (await ownSessions(context)).find(({ sessionId }) => sessionId === asked)
  if (!found) {
    const words = entranceWords.in(context.get('language'))
    return answerMessage(context, 404, {
      shown: 'stop',
      heading: words.deniedNotFound,
      lines: [words.deniedNotFoundNext],
      links: [{ href: '/me', label: words.toMySessions }],
    })
  }
  if (found.sessionId === session.sessionId) {
    await letOut(context)
    return context.redirect('/', 303)
  }
  await noteOfSession(context, found, 'sign-out')
  await endSession(context.get('needs'), found)
  return context.redirect('/me', 303)
}

export const ownSessionPages = (pages: Pages): void => {
  pages.get('/me', 'signed-in', showSessions)
  pages.post('/me/sessions/:sessionId/end', 'signed-in', takeEnd)
}
