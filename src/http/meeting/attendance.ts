import { html } from 'hono/html'
import { stateOn } from '#domain/fund/people/life.ts'
import { type Member, hasVoteOn } from '#domain/fund/people/members.ts'
import { inCardOrder } from '#src/app/meeting/card-order.ts'
import { meetingOn } from '#domain/health/meetings.ts'
import { listBefore } from '#src/app/meeting/meetings.ts'
import { attendanceOn, membersOn } from '#src/app/meeting/view.ts'
import { tickField } from '#src/desk/fields.ts'
import { namedVisit, noteNames } from '#src/http/desk/names.ts'
import { formPages } from '#src/http/form-pages.ts'
import type { MeetingVisit } from '#src/http/meeting/day.ts'
import { goOn } from '#src/http/meeting/line.ts'
import { meetingStep } from '#src/http/meeting/step.ts'
import type { Pages } from '#src/http/page.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import { attendancePart } from '#src/pages/meeting/attendance.ts'
import { called } from '#src/pages/meeting/line.ts'
import { meetingWordsAt } from '#src/pages/meeting/parts.ts'

const presentField = ({ memberId }: Pick<Member, 'memberId'>): string => `p-${memberId}`

const membersOf = ({ book, on }: MeetingVisit): readonly Member[] =>
  membersOn(book, on).toSorted(inCardOrder)

/**
 * As the day's list stands, else whoever was at the last meeting: somebody away is not expected, and whom no list had yet is
 * ticked by whoever sees that member.
 */
const isKnownPresent = ({ book, on }: MeetingVisit, member: Member): boolean => {
  const { present = [], absent = [] } = meetingOn(book, on) ?? {}
  if (present.length + absent.length > 0) return present.includes(member.memberId)
  const last = listBefore(book, on)?.present ?? []
  return stateOn(member, on) !== 'away' && last.includes(member.memberId)
}

type Taking = MeetingVisit & { readonly isTaken: boolean }

/** Everybody by name in card order, ticked as is likely; whoever is different is put right. */
const listing = meetingStep<Taking>({
  act: 'attendance',
  rule: 'RecordAttendance',
  more: async (bare) => {
    const visit = { ...bare, ...(await namedVisit(bare)) }
    const { present = [], absent = [] } = meetingOn(visit.book, visit.on) ?? {}
    return { ...visit, isTaken: present.length + absent.length > 0 }
  },
  look: (visit) => noteNames(visit),
  line: () => ({ step: 'who-is-here' }),
  form: (visit) => {
    const { at, book, on, isTaken } = visit
    const words = meetingWordsAt(at)
    const members = membersOf(visit)
    const isAsLast = !isTaken && listBefore(book, on) !== undefined
    const mended = isTaken ? html`<p class="mended">${words.alreadyPresent}</p>` : undefined
    return {
      shown: 'meeting',
      heading: words.attendanceHeading,
      told: isAsLast ? html`<p>${words.asLastTime}</p>` : mended,
      fields: members.map((member) => {
        const who = called(at, member.card)
        const label = stateOn(member, on) === 'away' ? `${who} (${words.isAway})` : who
        const group = words.attendanceMeaning
        return tickField({ name: presentField(member), label, said: member.card, group })
      }),
      prefilled: Object.fromEntries(
        members
          .filter((member) => isKnownPresent(visit, member))
          .map((member) => [presentField(member), 'yes']),
      ),
      beside: 'grouped',
      submit: words.theseAreHere,
    }
  },
  ready: async (visit, of) => {
    const { at, book, on, isTaken } = visit
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
    const votes = present.filter((member) => hasVoteOn(member, on)).length
    const isEnough = votes >= attendanceOn(book, on).needed
    return {
      placed: [{ command }],
      readBack: () =>
        isEnough && !isTaken
          ? undefined
          : {
              shown: 'meeting',
              heading: words.attendanceQuestion,
              told: attendancePart(at, {
                members: members.length,
                absent: absent.map(({ card }) => called(at, card)),
                tooFew: isEnough ? undefined : attendanceOn(book, on).needed,
              }),
              change: deskWordsAt(at).noChange,
              submit: words.yesAttendance,
            },
    }
  },
  next: (visit) => goOn(visit),
})

/** Who is at a meeting. */
export const attendancePages = (pages: Pages): void => formPages(pages, listing)
