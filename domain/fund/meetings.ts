import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { isAmountOrNought } from '#domain/kernel/money.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'

/**
 * The cash at a point of a meeting. Counted by note it is a fact about the box, and a difference to
 * the books is booked by name. A total that is only written in a past book moves nothing.
 */
export type Count = { readonly amount: number; readonly isByNote: boolean }
export type CountPoint = 'opening' | 'closing'
export type MadeCount = Count & { readonly entryId: EntryId }

/** The committee's own totals of a meeting, as their cash book has them; a witness, not the ledger. */
export type WrittenTotals = {
  readonly membersPresent: number
  readonly savingsIn: number
  readonly socialIn: number
  readonly finesIn: number
  readonly loanPrincipalIn: number
  readonly interestIn: number
  readonly donorGrantIn: number
  readonly loansOut: number
  readonly savingsOut: number
  readonly socialOut: number
  readonly migrationGrantsOut: number
  readonly expensesOut: number
}

export type Meeting = {
  readonly heldOn: LocalDate
  readonly present: readonly string[]
  readonly absent: readonly string[]
  readonly opening: MadeCount | undefined
  readonly closing: MadeCount | undefined
  readonly written: WrittenTotals | undefined
}

type CountFlag = 'box-differs-from-books'

export type MeetingOpened = {
  readonly type: 'MeetingOpened'
  readonly v: 1
  readonly count: Count
  readonly flags: readonly CountFlag[]
  readonly postings: readonly Posting[]
}

export type AttendanceRecorded = {
  readonly type: 'AttendanceRecorded'
  readonly v: 1
  readonly present: readonly string[]
  readonly absent: readonly string[]
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

export type MeetingClosed = {
  readonly type: 'MeetingClosed'
  readonly v: 1
  readonly count: Count
  readonly written?: WrittenTotals
  readonly flags: readonly CountFlag[]
  readonly postings: readonly Posting[]
}

export type OpenMeeting = Envelope & { readonly type: 'OpenMeeting'; readonly count: Count }
export type CloseMeeting = Envelope & {
  readonly type: 'CloseMeeting'
  readonly count: Count
  readonly written?: WrittenTotals
}
export type RecordAttendance = Envelope & {
  readonly type: 'RecordAttendance'
  readonly present: readonly string[]
  readonly absent: readonly string[]
}

/** `postings` are the difference between box and books, worked out by `cash.ts`. */
export const openMeeting = (
  command: OpenMeeting,
  postings: readonly Posting[],
): Decision<MeetingOpened, never> => {
  if (!isAmountOrNought(command.count.amount)) return invalid('amount-not-whole', '/count/amount')
  return recorded({
    type: 'MeetingOpened',
    v: 1,
    count: command.count,
    flags: countFlags(postings),
    postings,
  })
}

export const closeMeeting = (
  command: CloseMeeting,
  postings: readonly Posting[],
): Decision<MeetingClosed, never> => {
  const { count, written } = command
  if (!isAmountOrNought(count.amount)) return invalid('amount-not-whole', '/count/amount')
  const bad = Object.entries(written ?? {}).find(([, amount]) => !isAmountOrNought(amount))
  if (bad) return invalid('amount-not-whole', `/written/${bad[0]}`)
  const totals = written === undefined ? {} : { written }
  return recorded({
    type: 'MeetingClosed',
    v: 1,
    count,
    ...totals,
    flags: countFlags(postings),
    postings,
  })
}

const countFlags = (postings: readonly Posting[]): readonly CountFlag[] =>
  postings.length > 0 ? ['box-differs-from-books'] : []

export const recordAttendance = (
  isMember: (memberId: string) => boolean,
  command: RecordAttendance,
): Decision<AttendanceRecorded, never> => {
  const { present, absent } = command
  const stranger = [...present, ...absent].findIndex((memberId) => !isMember(memberId))
  if (stranger >= 0) {
    const list = stranger < present.length ? 'present' : 'absent'
    return invalid(
      'member-unknown',
      `/${list}/${list === 'present' ? stranger : stranger - present.length}`,
    )
  }
  return recorded({ type: 'AttendanceRecorded', v: 1, present, absent, flags: [], postings: [] })
}

const emptyMeeting = (heldOn: LocalDate): Meeting => ({
  heldOn,
  present: [],
  absent: [],
  opening: undefined,
  closing: undefined,
  written: undefined,
})

/** A count by note stands before a written total; of two alike the one made last, whichever came first. */
const standing = (a: MadeCount | undefined, b: MadeCount): MadeCount => {
  if (a === undefined || (b.isByNote && !a.isByNote)) return b
  return (a.isByNote && !b.isByNote) || a.entryId > b.entryId ? a : b
}

/** False where all that was written down of a day has been taken back: nobody met. */
export const wasHeld = ({ present, absent, opening, closing }: Meeting): boolean =>
  present.length + absent.length > 0 || opening !== undefined || closing !== undefined

/** A meeting after one more fact about it; facts may come in any order. */
export const meetingAfter = (
  before: Meeting | undefined,
  body: MeetingBody,
  { entryId, on }: { readonly entryId: EntryId; readonly on: LocalDate },
): Meeting => {
  const meeting = before ?? emptyMeeting(on)
  switch (body.type) {
    case 'MeetingOpened':
      return { ...meeting, opening: standing(meeting.opening, { ...body.count, entryId }) }
    case 'MeetingClosed': {
      const closing = standing(meeting.closing, { ...body.count, entryId })
      return {
        ...meeting,
        closing,
        written: closing.entryId === entryId ? body.written : meeting.written,
      }
    }
    case 'AttendanceRecorded': {
      const present = new Set([...meeting.present, ...body.present])
      const absent = [...meeting.absent, ...body.absent].filter(
        (memberId) => !present.has(memberId),
      )
      return {
        ...meeting,
        present: [...present].toSorted(),
        absent: [...new Set(absent)].toSorted(),
      }
    }
  }
}

/** Everything that can be recorded about a meeting. */
export type MeetingBody = MeetingOpened | AttendanceRecorded | MeetingClosed
export type MeetingCommand = OpenMeeting | RecordAttendance | CloseMeeting
