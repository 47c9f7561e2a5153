import { placeIn } from '#domain/kernel/blocks.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Pieces } from '#domain/fund/meeting/banknotes.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

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
type MeetingSetting = {
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

/** A vote of a meeting by hands or slips, whatever it was about. */
export type Raised = {
  readonly present: number
  /** Hands, or slips for one seat, that were counted. */
  readonly cast: number
  /** Who stepped out. */
  readonly out: readonly string[]
  /** Whose own matter it was: nobody of that household raises a hand either. */
  readonly whose?: string
  readonly among?: 'women'
  /** Which list of the meeting is the last that it is held against as it was written down, counted from 1; absent for the first. */
  readonly listed?: number
  /** The day by the clock on which it was written down where no list had anybody; a list that is written on that day makes it good. */
  readonly unlistedOn?: LocalDate
  /** Of one on paper behind which a second officer stands, the loan that was paid out by it. */
  readonly loanId?: string
}

/** Who was there by one list of a meeting, and who wrote it down. */
export type Listed = {
  readonly entryId: EntryId
  readonly by: string
  readonly present: readonly string[]
  readonly absent: readonly string[]
  readonly isTakenBack?: true
  /** How many had a vote on the day, and how many women of them, by what the book said when it was written down; of an older book nobody asks. */
  readonly voters?: { readonly all: number; readonly women: number }
  /** Of those present, whom the one who wrote the list had written in alone, and nobody else had listed yet. */
  readonly unseen?: readonly string[]
}

export type Meeting = {
  readonly heldOn: LocalDate
  readonly present: readonly string[]
  readonly absent: readonly string[]
  readonly opening: (MadeCount & MeetingSetting) | undefined
  readonly closing: (MadeCount & { readonly code?: MeetingCode }) | undefined
  readonly written: WrittenTotals | undefined
  /** Counts by note in whose place another was put later, with what was written of them. */
  readonly countedBefore?: readonly CountedBefore[]
  /** What was voted on the day, whoever was said to be there. */
  readonly votes?: readonly Raised[]
  /** Each list, also where it was taken back. */
  readonly lists?: readonly Listed[]
  /** Members who kept the box, by what the book said when the first count by note of the day was written down. */
  readonly keepers?: readonly string[]
}

type CountedBefore = MadeCount & { readonly at: CountPoint; readonly written?: WrittenTotals }

export const emptyMeeting = (heldOn: LocalDate): Meeting => ({
  heldOn,
  present: [],
  absent: [],
  opening: undefined,
  closing: undefined,
  written: undefined,
})

type Meetings = ReadonlyMap<LocalDate, Meeting>

/** Days of so many meetings, and those that were counted by note; the earliest first. */
type Known = { size: number; readonly days: LocalDate[]; readonly noted: LocalDate[] }

const knownOf = new WeakMap<Meetings, Known>()

const isByNote = ({ opening, closing }: Meeting): boolean | undefined =>
  opening?.isByNote || closing?.isByNote

/** Put in order again where there are more meetings than are known, since none ever goes. */
const knownIn = (meetings: Meetings): Known => {
  const before = knownOf.get(meetings)
  if (before?.size === meetings.size) return before
  const days = [...meetings.keys()].toSorted()
  const known = {
    size: days.length,
    days,
    noted: days.filter((day) => isByNote(meetings.get(day)!)),
  }
  knownOf.set(meetings, known)
  return known
}

/** The days of meetings, the earliest first. */
export const meetingDays = (meetings: Meetings): readonly LocalDate[] => knownIn(meetings).days

/** Those that were counted by note: such a count stays, whatever is counted after it. */
export const notedDays = (meetings: Meetings): readonly LocalDate[] => knownIn(meetings).noted

const put = (days: LocalDate[], day: LocalDate): void => {
  const at = placeIn(days, (one) => one < day)
  if (days[at] !== day) days.splice(at, 0, day)
}

/** Puts a meeting with what was counted at it in its place; what is known of the days of meetings is known on. */
export const putMeeting = (meetings: Map<LocalDate, Meeting>, meeting: Meeting): void => {
  const known = knownIn(meetings)
  const { heldOn } = meeting
  put(known.days, heldOn)
  if (isByNote(meeting)) put(known.noted, heldOn)
  meetings.set(heldOn, meeting)
  known.size = meetings.size
}

/** A count by note stands before a written total; of two alike the one that was written down last. */
const standing = <Made extends MadeCount>(before: Made | undefined, next: Made): Made =>
  before?.isByNote && !next.isByNote ? before : next

/** What was counted before stays known where another count takes its place. */
const keptBefore = (
  { countedBefore = [], opening, closing, written }: Meeting,
  at: CountPoint,
  next: MadeCount,
): Pick<Meeting, 'countedBefore'> => {
  const before = at === 'opening' ? opening : closing
  if (!before?.isByNote || !next.isByNote) return countedBefore.length > 0 ? { countedBefore } : {}
  const { entryId, amount, isByNote } = before
  const told = at === 'closing' && written ? { written } : {}
  return { countedBefore: [...countedBefore, { at, entryId, amount, isByNote, ...told }] }
}

const settingOf = ({ place, keyHolders, among }: MeetingSetting): MeetingSetting => ({
  ...(place === undefined ? {} : { place }),
  ...(keyHolders === undefined ? {} : { keyHolders }),
  ...(among === undefined ? {} : { among }),
})

/** False where all that was written down of a day has been taken back: nobody met. */
export const wasHeld = ({ present, absent, opening, closing }: Meeting): boolean =>
  present.length + absent.length > 0 || opening !== undefined || closing !== undefined

/** Whoever any list of a meeting marks as absent, whatever another one says and whether it was taken back. */
export const everAbsent = ({ absent, lists = [] }: Meeting): readonly string[] => [
  ...new Set([...absent, ...lists.flatMap((list) => list.absent)]),
]

/** Of those, whoever another list has as present: both statements stand. */
export const saidBoth = (meeting: Meeting): readonly string[] => {
  const present = new Set(meeting.lists?.flatMap((list) => list.present))
  return everAbsent(meeting).filter((memberId) => present.has(memberId))
}

/** What an entry tells of a meeting. */
type MeetingFact =
  | ({ readonly type: 'MeetingOpened'; readonly count: Count } & MeetingSetting)
  | ({ readonly type: 'AttendanceRecorded' } & Pick<Meeting, 'present' | 'absent'>)
  | {
      readonly type: 'MeetingClosed'
      readonly count: Count
      readonly written?: WrittenTotals
      readonly code?: MeetingCode
    }

/** A meeting after one more fact about it; facts may come in any order. */
export const meetingAfter = (
  before: Meeting | undefined,
  body: MeetingFact,
  { entryId, on }: { readonly entryId: EntryId; readonly on: LocalDate },
): Meeting => {
  const meeting = before ?? emptyMeeting(on)
  switch (body.type) {
    case 'MeetingOpened': {
      const made = { ...body.count, entryId, ...settingOf(body) }
      const before = keptBefore(meeting, 'opening', made)
      return { ...meeting, ...before, opening: standing(meeting.opening, made) }
    }
    case 'MeetingClosed': {
      const code = body.code === undefined ? {} : { code: body.code }
      const closing = standing(meeting.closing, { ...body.count, entryId, ...code })
      return {
        ...meeting,
        ...keptBefore(meeting, 'closing', { ...body.count, entryId }),
        closing,
        written: closing.entryId === entryId ? body.written : meeting.written,
      }
    }
    case 'AttendanceRecorded': {
      const present = new Set([...meeting.present, ...body.present])
      const saidAbsent = [...meeting.absent, ...body.absent]
      const absent = saidAbsent.filter((memberId) => !present.has(memberId))
      return {
        ...meeting,
        present: [...present].toSorted(),
        absent: [...new Set(absent)].toSorted(),
      }
    }
  }
}
