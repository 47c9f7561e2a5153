import { html } from 'hono/html'
import { meetingPlace } from '#src/desk/places.ts'
import { stateOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { inCardOrder } from '#src/app/meeting/card-order.ts'
import { meetingOn } from '#src/app/meeting/meetings.ts'
import { membersOn } from '#src/app/meeting/view.ts'
import { tickField } from '#src/desk/fields.ts'
import { formPages } from '#src/http/form-pages.ts'
import type { MeetingVisit } from '#src/http/meeting/day.ts'
import { meetingStep } from '#src/http/meeting/step.ts'
import type { Pages } from '#src/http/page.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import { attendancePart } from '#src/pages/meeting/attendance.ts'
import { meetingWordsAt } from '#src/pages/meeting/parts.ts'

const presentField = ({ memberId }: Pick<Member, 'memberId'>): string => `p-${memberId}`

const membersOf = ({ book, on }: MeetingVisit): readonly Member[] =>
  membersOn(book, on).toSorted(inCardOrder)

/** As the day's list stands, else everybody who is not away. */
const isKnownPresent = ({ book, on }: MeetingVisit, member: Member): boolean => {
  const { present = [], absent = [] } = meetingOn(book, on) ?? {}
  if (present.includes(member.memberId)) return true
  return stateOn(member, on) !== 'away' && !absent.includes(member.memberId)
}

/** Everybody in card order with a tick, which whoever is missing loses. */
const listing = meetingStep({
  act: 'attendance',
  rule: 'RecordAttendance',
  more: async (visit) => visit,
  form: (visit) => {
    const { at, book, on } = visit
    const words = meetingWordsAt(at)
    const members = membersOf(visit)
    const { present = [], absent = [] } = meetingOn(book, on) ?? {}
    const isTaken = present.length + absent.length > 0
    return {
      shown: 'meeting',
      heading: words.attendanceHeading,
      told: isTaken ? html`<p class="mended">${words.alreadyPresent}</p>` : undefined,
      fields: members.map((member) => {
        const { card } = member
        const label = stateOn(member, on) === 'away' ? `${card} (${words.isAway})` : card
        const group = words.attendanceMeaning
        return tickField({ name: presentField(member), label, said: card, group })
      }),
      prefilled: Object.fromEntries(
        members
          .filter((member) => isKnownPresent(visit, member))
          .map((member) => [presentField(member), 'yes']),
      ),
      beside: 'grouped',
      submit: words.checkAttendance,
    }
  },
  ready: async (visit, of) => {
    const { at, on } = visit
    const words = meetingWordsAt(at)
    const members = membersOf(visit)
    const isPresent = (member: Member): boolean => of(presentField(member)) === 'yes'
    const present = members.filter(isPresent)
    const absent = members.filter((member) => !isPresent(member))
    const idsOf = (some: readonly Member[]): string[] => some.map(({ memberId }) => memberId)
    const lists = { present: idsOf(present), absent: idsOf(absent) }
    const command = {
      type: 'RecordAttendance',
      id: of('id'),
      v: 1,
      effectiveOn: on,
      ...lists,
    } as const
    return {
      placed: [{ command }],
      readBack: () => ({
        shown: 'meeting',
        heading: words.attendanceQuestion,
        told: attendancePart(at, {
          members: members.length,
          absent: absent.map(({ card }) => card),
        }),
        change: deskWordsAt(at).noChange,
        submit: words.yesAttendance,
      }),
    }
  },
  next: ({ at, on }) => meetingPlace.of(at, on),
})

/** Who is at a meeting. */
export const attendancePages = (pages: Pages): void => formPages(pages, listing)
