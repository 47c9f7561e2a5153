import { type Room, notFound, roomOf } from '#src/http/desk/room.ts'
import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import type { HttpContext } from '#src/http/env.ts'

/** A room with the day of the meeting that the address names. */
export type MeetingRoom = Room & { readonly on: LocalDate }

/** The meeting of a day that has come, within the life of the fund; anything else is nothing. */
export const meetingRoomOf = async (context: HttpContext): Promise<MeetingRoom | Response> => {
  const room = await roomOf(context)
  const on = context.req.param('day')
  const isDay =
    room !== undefined && isLocalDate(on) && on <= room.today && on >= room.book.fund.openedOn
  return room && isDay ? { ...room, on } : notFound(context)
}
