import { type Visit, notFound, visitOf } from '#src/http/desk/visit.ts'
import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import type { HttpContext } from '#src/http/env.ts'

/** A visit with the day of the meeting that the address names. */
export type MeetingVisit = Visit & { readonly on: LocalDate }

/** The meeting of a day that has come, within the life of the fund; anything else is nothing. */
export const meetingVisitOf = async (context: HttpContext): Promise<MeetingVisit | Response> => {
  const visit = await visitOf(context)
  const on = context.req.param('day')
  const isDay =
    visit !== undefined && isLocalDate(on) && on <= visit.today && on >= visit.book.fund.openedOn
  return visit && isDay ? { ...visit, on } : notFound(context)
}
