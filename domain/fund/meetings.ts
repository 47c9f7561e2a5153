import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Currency, isAmountOrNought } from '#domain/kernel/money.ts'
import { type Pieces, notesFault } from '#domain/fund/banknotes.ts'
import { isCode } from '#domain/fund/members.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'

/**
 * The cash at a point of a meeting. Counted by note it is a fact about the box, and a difference to
 * the books is booked by name. A total that is only written in a past book moves nothing.
 */
export type Count = {
  readonly amount: number
  readonly isByNote: boolean
  /** How many of each note and coin; they come to the amount. Absent where only the sum was said. */
  readonly notes?: readonly Pieces[]
}
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

/** What is said of a meeting when its box is opened. Members by id, places by a code of the fund's own. */
export type MeetingSetting = {
  readonly place?: string
  /** Who brought the keys. */
  readonly keyHolders?: readonly string[]
  /** A meeting of women alone. */
  readonly among?: 'women'
}

/**
 * What is read aloud when a meeting has closed and again when the next one opens: eight digits of a hash over
 * the last head that had been synced before it, and over the meeting's commands in their order.
 */
export type MeetingCode = { readonly digits: string; readonly head: string }

export type Meeting = {
  readonly heldOn: LocalDate
  readonly present: readonly string[]
  readonly absent: readonly string[]
  readonly opening: (MadeCount & MeetingSetting) | undefined
  readonly closing: (MadeCount & { readonly code?: MeetingCode }) | undefined
  readonly written: WrittenTotals | undefined
}

type CountFlag = 'box-differs-from-books'

export type MeetingOpened = {
  readonly type: 'MeetingOpened'
  readonly v: 1
  readonly count: Count
  readonly flags: readonly CountFlag[]
  readonly postings: readonly Posting[]
} & MeetingSetting

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
  readonly code?: MeetingCode
  readonly flags: readonly CountFlag[]
  readonly postings: readonly Posting[]
}

export type OpenMeeting = Envelope &
  MeetingSetting & { readonly type: 'OpenMeeting'; readonly count: Count }
export type CloseMeeting = Envelope & {
  readonly type: 'CloseMeeting'
  readonly count: Count
  readonly written?: WrittenTotals
  readonly code?: MeetingCode
}
export type RecordAttendance = Envelope & {
  readonly type: 'RecordAttendance'
  readonly present: readonly string[]
  readonly absent: readonly string[]
}

/** What a count is judged by: the difference between box and books is worked out by `cash.ts`. */
export type Counting = { readonly postings: readonly Posting[]; readonly currency: Currency }

const countFault = ({ amount, isByNote, notes }: Count, currency: Currency) => {
  if (!isAmountOrNought(amount)) return invalid('amount-not-whole', '/count/amount')
  if (notes === undefined) return undefined
  if (!isByNote) return invalid('notes-not-counted', '/count/notes')
  const fault = notesFault(notes, { amount, currency })
  return fault && invalid(fault.code, `/count/notes${fault.at}`)
}

const settingFault = (
  isMember: (memberId: string) => boolean,
  { place, keyHolders = [], among }: MeetingSetting,
) => {
  if (place !== undefined && !isCode(place)) return invalid('place-not-a-code', '/place')
  const stranger = keyHolders.findIndex((memberId) => !isMember(memberId))
  if (stranger >= 0) return invalid('member-unknown', `/keyHolders/${stranger}`)
  return among !== undefined && among !== 'women' ? invalid('word-unknown', '/among') : undefined
}

export const openMeeting = (
  { isMember, postings, currency }: Counting & { readonly isMember: (id: string) => boolean },
  command: OpenMeeting,
): Decision<MeetingOpened, never> => {
  const { count } = command
  const fault = countFault(count, currency) ?? settingFault(isMember, command)
  if (fault) return fault
  return recorded({
    type: 'MeetingOpened',
    v: 1,
    count,
    ...settingOf(command),
    flags: countFlags(postings),
    postings,
  })
}

const codeFault = (code: MeetingCode | undefined) => {
  if (code === undefined) return undefined
  if (!/^\d{8}$/.test(code.digits)) return invalid('code-not-8-digits', '/code/digits')
  return /^([0-9a-f]{64})?$/.test(code.head) ? undefined : invalid('head-not-a-hash', '/code/head')
}

export const closeMeeting = (
  { postings, currency }: Counting,
  command: CloseMeeting,
): Decision<MeetingClosed, never> => {
  const { count, written, code } = command
  const bad = Object.entries(written ?? {}).find(([, amount]) => !isAmountOrNought(amount))
  const fault =
    countFault(count, currency) ??
    (bad && invalid('amount-not-whole', `/written/${bad[0]}`)) ??
    codeFault(code)
  if (fault) return fault
  return recorded({
    type: 'MeetingClosed',
    v: 1,
    count,
    ...(written === undefined ? {} : { written }),
    ...(code === undefined ? {} : { code }),
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
const standing = <Made extends MadeCount>(a: Made | undefined, b: Made): Made => {
  if (a === undefined || (b.isByNote && !a.isByNote)) return b
  return (a.isByNote && !b.isByNote) || a.entryId > b.entryId ? a : b
}

const settingOf = ({ place, keyHolders, among }: MeetingSetting): MeetingSetting => ({
  ...(place === undefined ? {} : { place }),
  ...(keyHolders === undefined ? {} : { keyHolders }),
  ...(among === undefined ? {} : { among }),
})

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
    case 'MeetingOpened': {
      const made = { ...body.count, entryId, ...settingOf(body) }
      return { ...meeting, opening: standing(meeting.opening, made) }
    }
    case 'MeetingClosed': {
      const code = body.code === undefined ? {} : { code: body.code }
      const closing = standing(meeting.closing, { ...body.count, entryId, ...code })
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
