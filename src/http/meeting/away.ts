import { notFound, roomOf } from '#src/http/desk/room.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { type Action, scopeFor } from '#domain/access/table.ts'
import { isAwayCountDue } from '#domain/fund/away.ts'
import {
  type AwayCount,
  awayCommandOf,
  awayCountsOf,
  eraseAwayCount,
  safeFigures,
} from '#src/app/meeting/away-counts.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import { formOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type MeetingRoom, meetingRoomOf } from '#src/http/meeting/day.ts'
import { sendAll } from '#src/http/meeting/sending.ts'
import { stopped } from '#src/http/meeting/stopped.ts'
import type { Pages } from '#src/http/page.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import { type AwayForm, awayFormPage } from '#src/pages/meeting/away-form.ts'
import { awayIn } from '#src/pages/meeting/away-typed.ts'
import { type AwayListed, awayPage, awayQuestion, eraseAwayPage } from '#src/pages/meeting/away.ts'
import type { Html } from '#src/pages/layout.ts'
import { codeSaid } from '#src/words/code-words.ts'

const may = (context: HttpContext, action: Action): boolean =>
  scopeFor(action, context.get('fund').held) === 'all'

/** What of a count somebody is told: the village's committee all of it, everybody else what points at nobody. */
const toldTo = (isSafe: boolean, { figures, ...count }: AwayCount): AwayListed => {
  if (figures === undefined) return { ...count, figures }
  const told = isSafe ? { isSafe, told: safeFigures(figures) } : { isSafe, told: figures }
  return { ...count, figures: told }
}

const list = async (context: HttpContext): Promise<Html | Response> => {
  const room = await roomOf(context)
  if (!room) return notFound(context)
  const { at, book, today } = room
  const counts = await awayCountsOf(context.get('needs'), { book, fundId: at.fundId })
  const isSafe = !may(context, 'read-away-count')
  return awayPage(at, {
    counts: counts.map((count) => toldTo(isSafe, count)),
    isDue: isAwayCountDue(book.fund, today),
    isSafe,
    mayCount: may(context, 'RecordAwayCount'),
    mayErase: may(context, 'erase-away-count'),
    today,
  })
}

type Sent = {
  readonly room: MeetingRoom
  readonly formId: string
  readonly typed: ReadonlyMap<string, string>
}

const formPage = ({ room, formId, typed }: Sent, more: Partial<AwayForm> = {}): Html =>
  awayFormPage(room.at, {
    formId,
    on: room.on,
    of: (name) => typed.get(name) ?? '',
    faults: new Map(),
    refused: undefined,
    ...more,
  })

const form = async (context: HttpContext): Promise<Html | Response> => {
  const room = await meetingRoomOf(context)
  if (room instanceof Response) return room
  return formPage({ room, formId: context.get('needs').ids(), typed: new Map() })
}

/** Tries the count, shows it, and on a yes keeps figures and salt before the entry that vouches for them. */
const taken = async (sent: Sent): Promise<Html | Response> => {
  const { room, formId, typed } = sent
  const { context, at, on } = room
  const { figures, faults } = awayIn((name) => typed.get(name) ?? '')
  if (faults.size > 0) return context.html(formPage(sent, { faults }), 400)
  const asked = { fundId: at.fundId, id: formId, on, figures }
  const { command, keep } = await awayCommandOf(context.get('needs'), asked)
  const [would] = await sendAll(room, [{ command }], { dryRun: true })
  if (would && !isAccepted(would)) {
    if (would.outcome === 'conflict') return stopped(context, { why: 'used-before', status: 409 })
    const refused = codeSaid(would.code, at.language) ?? deskWordsAt(at).notAllowedByRule
    return context.html(formPage(sent, { refused }), 409)
  }
  if (typed.get('step') !== 'save') {
    const carried = [...typed].filter(([name, text]) => name !== 'step' && text !== '')
    return awayQuestion(at, { on, figures }, carried)
  }
  await keep()
  await sendAll(room, [{ command }], { dryRun: false })
  return context.redirect(meetingPlace.away(at), 303)
}

const save = async (context: HttpContext): Promise<Html | Response> => {
  const room = await meetingRoomOf(context)
  if (room instanceof Response) return room
  const typed = await formOf(context)
  const formId = typed?.get('id')
  if (!typed || !isUuid(formId)) return stopped(context, { why: 'odd-form', status: 400 })
  const sent = { room, formId, typed }
  if (typed.get('step') === 'change') return formPage(sent)
  try {
    return await taken(sent)
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    return context.html(formPage(sent, { refused: deskWordsAt(room.at).busy }), 503)
  }
}

const counted = async (context: HttpContext) => {
  const room = await roomOf(context)
  const entryId = context.req.param('entryId')
  const count = room?.book.fund.awayCounts?.find((one) => one.entryId === entryId)
  return room && count ? { room, count } : undefined
}

const askErase = async (context: HttpContext): Promise<Html | Response> => {
  const found = await counted(context)
  return found ? eraseAwayPage(found.room.at, found.count) : notFound(context)
}

const erase = async (context: HttpContext): Promise<Response> => {
  const found = await counted(context)
  if (!found) return notFound(context)
  const { at } = found.room
  const { entryId } = found.count
  await eraseAwayCount(context.get('needs'), { fundId: at.fundId, entryId })
  return context.redirect(meetingPlace.away(at), 303)
}

/** Who is away: counted at a meeting, read by the village, and by others only where it points at nobody. */
export const awayPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/away', 'read-reports', list)
  pages.get('/funds/:fundId/meetings/:day/away', 'RecordAwayCount', form)
  pages.post('/funds/:fundId/meetings/:day/away', 'RecordAwayCount', save)
  pages.get('/funds/:fundId/away/:entryId/erase', 'erase-away-count', askErase)
  pages.post('/funds/:fundId/away/:entryId/erase', 'erase-away-count', erase)
}
