import { meetingPlace } from '#src/desk/places.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { stateOn } from '#domain/fund/life.ts'
import type { recordAttendance } from '#domain/fund/operations/meetings.ts'
import type { CommandOf } from '#domain/operations/operation.ts'
import { inCardOrder } from '#src/app/meeting/card-order.ts'
import { meetingOn } from '#src/app/meeting/meetings.ts'
import { membersOn } from '#src/app/meeting/view.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import { formOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type MeetingRoom, meetingRoomOf } from '#src/http/meeting/day.ts'
import { sendAll } from '#src/http/meeting/sending.ts'
import { stopped } from '#src/http/meeting/stopped.ts'
import type { Pages } from '#src/http/page.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import {
  type AttendanceList,
  type Listed,
  attendancePage,
  attendanceQuestion,
  presentField,
} from '#src/pages/meeting/attendance.ts'
import type { Html } from '#src/pages/layout.ts'
import { codeSaid } from '#src/words/code-words.ts'

type IsPresent = (member: { readonly memberId: string; readonly isAway: boolean }) => boolean

const listOf = (
  { book, on }: MeetingRoom,
  { formId, isPresent, refused }: { formId: string; isPresent: IsPresent; refused?: string },
): AttendanceList => {
  const meeting = meetingOn(book, on)
  const members = membersOn(book, on)
    .toSorted(inCardOrder)
    .map((member): Listed => {
      const { memberId, card } = member
      const isAway = stateOn(member, on) === 'away'
      return { memberId, card, isAway, isPresent: isPresent({ memberId, isAway }) }
    })
  const isTaken = (meeting?.present.length ?? 0) + (meeting?.absent.length ?? 0) > 0
  return { formId, on, members, isTaken, refused }
}

/** As the day's list stands, else everybody who is not away. */
const asKnown =
  ({ book, on }: MeetingRoom): IsPresent =>
  ({ memberId, isAway }) => {
    const { present = [], absent = [] } = meetingOn(book, on) ?? {}
    if (present.includes(memberId)) return true
    return !isAway && !absent.includes(memberId)
  }

const form = async (context: HttpContext): Promise<Html | Response> => {
  const room = await meetingRoomOf(context)
  if (room instanceof Response) return room
  const formId = context.get('needs').ids()
  return attendancePage(room.at, listOf(room, { formId, isPresent: asKnown(room) }))
}

const commandOf = ({ formId, on, members }: AttendanceList): CommandOf<typeof recordAttendance> => {
  const of = (isPresent: boolean): string[] =>
    members.filter((member) => member.isPresent === isPresent).map(({ memberId }) => memberId)
  const lists = { present: of(true), absent: of(false) }
  return { type: 'RecordAttendance', id: formId, v: 1, effectiveOn: on, ...lists }
}

const save = async (context: HttpContext): Promise<Html | Response> => {
  const room = await meetingRoomOf(context)
  if (room instanceof Response) return room
  const typed = await formOf(context)
  const formId = typed?.get('id')
  if (!typed || !isUuid(formId)) return stopped(context, { why: 'odd-form', status: 400 })
  const isPresent: IsPresent = ({ memberId }) => typed.get(presentField(memberId)) === 'yes'
  const listed = (refused?: string): AttendanceList =>
    listOf(room, { formId, isPresent, ...(refused === undefined ? {} : { refused }) })
  const step = typed.get('step')
  const { at, on } = room
  if (step === 'change') return attendancePage(at, listed())
  const isSaved = step === 'save'
  try {
    const [answer] = await sendAll(room, [{ command: commandOf(listed()) }], { dryRun: !isSaved })
    if (answer && !isAccepted(answer)) {
      if (answer.outcome === 'conflict')
        return await stopped(context, { why: 'used-before', status: 409 })
      const refused = codeSaid(answer.code, at.language) ?? deskWordsAt(at).notAllowedByRule
      return context.html(attendancePage(at, listed(refused)), 409)
    }
    if (isSaved) return context.redirect(meetingPlace.of(at, on), 303)
    return attendanceQuestion(
      at,
      listed(),
      [...typed].filter(([name]) => name !== 'step'),
    )
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    return context.html(attendancePage(at, listed(deskWordsAt(at).busy)), 503)
  }
}

/** Who is at a meeting. */
export const attendancePages = (pages: Pages): void => {
  pages.get('/funds/:fundId/meetings/:day/attendance', 'RecordAttendance', form)
  pages.post('/funds/:fundId/meetings/:day/attendance', 'RecordAttendance', save)
}
