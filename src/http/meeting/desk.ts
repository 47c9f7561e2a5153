import { behindDesk } from '#src/pages/desk/parts.ts'
import { dayTyped } from '#src/desk/typed-day.ts'
import { notFound, visitOf } from '#src/http/desk/visit.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { type Action, scopeFor } from '#domain/access/table.ts'
import { isAwayCountDue } from '#domain/fund/meeting/away.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import { meetingOn } from '#domain/health/meetings.ts'
import { openDisputes } from '#domain/health/trust-findings.ts'
import { codeNow } from '#src/app/meeting/meeting-code.ts'
import { boxKeepersOn } from '#src/app/meeting/minutes.ts'
import { attendanceOn } from '#src/app/meeting/view.ts'
import { withNames } from '#src/http/desk/names.ts'
import type { HttpContext } from '#src/http/env.ts'
import { cardOf } from '#src/desk/desk.ts'
import { type MeetingVisit, meetingVisitOf } from '#src/http/meeting/day.ts'
import { lineOf, lineRights, withdrawalsDueIn } from '#src/http/meeting/line.ts'
import type { Pages } from '#src/http/page.ts'
import { type MeetingShown, meetingPage } from '#src/pages/meeting/desk.ts'
import { meetingListPage } from '#src/pages/meeting/list.ts'
import { partOf } from '#src/pages/list-parts.ts'
import { type Html } from '#src/pages/layout.ts'

const may = (context: HttpContext, action: Action): boolean =>
  scopeFor(action, context.get('fund').held) === 'all'

const newestFirst = whileSame((meetings: FundBook['meetings']) =>
  meetings.toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1)),
)

const list = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await visitOf(context)
  if (!visit) return notFound(context)
  const { at, book, today } = visit
  const typed = context.req.query('on') ?? ''
  const asked = dayTyped(typed)
  const isDay = asked !== undefined && asked <= today && asked >= book.fund.openedOn
  if (isDay) return context.redirect(meetingPlace.of(at, asked), 303)
  const { rows, ...part } = partOf(newestFirst(book.meetings), context.req.query('part'))
  const meetings = rows.map((meeting) => ({
    ...meeting,
    members: attendanceOn(book, meeting.heldOn).members,
  }))
  return meetingListPage(behindDesk(at), {
    today,
    currency: charterOf(book, today).currency,
    meetings,
    part,
    mayLead: may(context, 'OpenMeeting'),
    isAwayDue: isAwayCountDue(book.fund, today),
    disputesOpen: openDisputes(book, today).length,
    isDayWrong: typed !== '',
  })
}

const codeOf = async ({ book, on, at, context }: MeetingVisit): Promise<MeetingShown['code']> => {
  const code = meetingOn(book, on)?.closing?.code
  if (!code) return undefined
  const { store, hash } = context.get('needs')
  const now = await codeNow({ journal: store, hash }, { book, fundId: at.fundId, on })
  return { digits: code.digits, stands: now?.digits === code.digits && now.head === code.head }
}

const desk = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await meetingVisitOf(context)
  if (visit instanceof Response) return visit
  const { book, on, today } = visit
  const { view, table, now } = await lineOf(visit)
  const { opening, closing } = view.meeting ?? {}
  const { keyHolders = [] } = opening ?? {}
  const isMine = closing === undefined && lineRights(context)[now.step]
  // The way on says who comes next; whoever may not go on is shown no name.
  const { at } = isMine && 'memberId' in now ? await withNames(visit) : visit
  return meetingPage(at, {
    view,
    today,
    now: isMine ? now : undefined,
    boxKeepers: boxKeepersOn(book, on),
    keyHolders: keyHolders.map((memberId) => cardOf(book, memberId)),
    code: await codeOf(visit),
    atTable: { been: table.here.length - table.waiting.length, of: table.here.length },
    withdrawalsDue: await withdrawalsDueIn(visit),
    rights: {
      mayCount: may(context, 'OpenMeeting'),
      mayList: may(context, 'RecordAttendance'),
      mayTakeMoney: may(context, 'BuyShares'),
      mayAnswer: may(context, 'AnswerDispute'),
      mayCountAway: may(context, 'RecordAwayCount'),
      mayTalk: may(context, 'RecordTalk'),
      mayCompare: may(context, 'ComparePaper'),
    },
  })
}

/** The list of meetings, and the desk of one. */
export const meetingDeskPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/meetings', 'read-members', list)
  pages.get('/funds/:fundId/meetings/:day', 'read-members', desk)
}
