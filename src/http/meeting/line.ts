import { type Action, scopeFor } from '#domain/access/table.ts'
import type { Entry } from '#domain/village.ts'
import { broughtBy, entriesOfDay, tookBy } from '#src/app/meeting/day-rows.ts'
import {
  type Brought,
  type LineStep,
  type MeetingNow,
  type Table,
  afterTable,
  meetingNow,
  nextOf,
  tableOf,
  turnNow,
} from '#src/app/meeting/line.ts'
import { type MeetingView, meetingViewOf } from '#src/app/meeting/view.ts'
import { savingsViewOf } from '#src/app/members/savings-view.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { savingsFacts } from '#src/desk/savings/facts.ts'
import { deskIn } from '#src/http/desk/desk-in.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type MeetingVisit, meetingVisitOf } from '#src/http/meeting/day.ts'
import { nowPlace } from '#src/pages/meeting/line.ts'

const rules: Readonly<Record<LineStep, Action>> = {
  'count-in': 'OpenMeeting',
  'who-is-here': 'RecordAttendance',
  'at-the-table': 'BuyShares',
  loans: 'BuyShares',
  'count-out': 'CloseMeeting',
}

/** Which steps of a meeting are the caller's to do. */
export const lineRights = (context: HttpContext): Readonly<Record<LineStep, boolean>> => {
  const { held } = context.get('fund')
  const may = (step: LineStep): boolean => scopeFor(rules[step], held) === 'all'
  return {
    'count-in': may('count-in'),
    'who-is-here': may('who-is-here'),
    'at-the-table': may('at-the-table'),
    loans: may('loans'),
    'count-out': may('count-out'),
  }
}

/** What was entered for the day of a meeting. */
export const entriesIn = ({ context, book, at, on }: MeetingVisit): Promise<readonly Entry[]> =>
  entriesOfDay(context.get('needs').store, { book, fundId: at.fundId, on })

/** Savings that were asked for and can be handed out by the day. */
export const withdrawalsDueIn = async (visit: MeetingVisit): Promise<number> => {
  const { queue } = savingsViewOf(await savingsFacts(deskIn(visit)), visit.on)
  return queue.filter(({ expectedOn }) => expectedOn === undefined || expectedOn <= visit.on).length
}

/** How far a meeting has come. */
export type Line = {
  readonly view: MeetingView
  readonly entries: readonly Entry[]
  readonly brought: Brought
  /** What each was handed. */
  readonly took: Brought
  readonly table: Table
  readonly now: MeetingNow
}

export const lineOf = async (visit: MeetingVisit): Promise<Line> => {
  const { book, on } = visit
  const entries = await entriesIn(visit)
  const brought = broughtBy(book, entries)
  const view = meetingViewOf(book, on)
  const table = tableOf(book, on, brought)
  const now = meetingNow(book, view, brought)
  return { view, entries, brought, took: tookBy(book, entries), table, now }
}

/** The turn after somebody's, else what comes after the table. */
export const turnAfter = async (
  visit: MeetingVisit,
  { view, table }: Pick<Line, 'view' | 'table'>,
  memberId: string,
): Promise<MeetingNow> => {
  const next = nextOf(table, memberId)
  if (next !== undefined) return turnNow(visit.book, table, next)
  const waiting = table.waiting.filter((one) => one !== memberId)
  return afterTable({ waiting }, { ...view, withdrawalsDue: await withdrawalsDueIn(visit) })
}

/**
 * Where a yes leads: to the next step of the line as the book stands by now, after somebody's turn to the next one's; to
 * the meeting itself where that step is somebody else's to do.
 */
export const goOn = async (
  { context, at, on }: MeetingVisit,
  { after }: { readonly after?: string } = {},
): Promise<string> => {
  const visit = await meetingVisitOf(context)
  if (visit instanceof Response) return meetingPlace.of(at, on)
  const line = await lineOf(visit)
  const now = after === undefined ? line.now : await turnAfter(visit, line, after)
  if (!lineRights(context)[now.step]) return meetingPlace.of(at, on)
  const place = nowPlace(at, on, now)
  return after === undefined ? place : `${place}?after=${after}`
}
