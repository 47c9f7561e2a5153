import { heldWithin, meetingOn } from '#domain/health/meetings.ts'
import { type Future, futureOn } from '#domain/fund/future.ts'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type FundBook, balancesOn, cashIn, owingOn, savedIn, total } from '#domain/health/book.ts'
import { tasksOf } from '#domain/health/tasks.ts'
import { isHeldOn, isOfCommittee } from '#domain/fund/people/tenures.ts'
import { deskDayOf } from '#src/app/desk-day.ts'
import { type Brought, type MeetingNow, meetingNow } from '#src/app/meeting/line.ts'
import { meetingViewOf } from '#src/app/meeting/view.ts'

/** What whoever keeps a fund's book has before them on a day. Sums in smallest units. */
export type Today = {
  readonly today: LocalDate
  readonly currency: Currency
  readonly nextMeeting: LocalDate
  /** The meeting that is open; else the day itself. */
  readonly meetingOn: LocalDate
  /** Given while a meeting is open. */
  readonly open: MeetingNow | undefined
  /** The meeting of the day was held and its box counted. */
  readonly isHeld: boolean
  readonly late: { readonly count: number; readonly days: number }
  /** Loans of which something falls due by the next meeting, late ones left out. */
  readonly due: number
  readonly requests: number
  readonly payouts: number
  readonly disputes: number
  /** Loans of an older book about which something is to be done. */
  readonly tasks: number
  /** Members who hold an office in this book, and whom no meeting of this book has elected. */
  readonly unelected: number
  /** Whether the fund goes on, rests or ends. */
  readonly future: Future
  /** What must lie in the box; while it is open nobody is told before they count. */
  readonly cash: number
  readonly cameIn: number
  readonly savings: number
  readonly lent: number
}

/** A meeting that nobody has closed for so long is no longer waited for. */
const openDays = 7

/** The day of the meeting that is open, or of today where none is. */
export const meetingDayOf = (book: FundBook, today: LocalDate): LocalDate =>
  heldWithin(book, { from: daysAfter(today, 1 - openDays), to: today })
    .filter(({ opening, closing }) => opening && !closing)
    .map(({ heldOn }) => heldOn)
    .toSorted()
    .at(-1) ?? today

/** Whether the box of today's meeting is open: whoever counts it at the end is not to know what should come out. */
export const isBoxOpen = (book: FundBook, today: LocalDate): boolean => {
  const meeting = meetingOn(book, meetingDayOf(book, today))
  return meeting?.opening !== undefined && meeting.closing === undefined
}

/** Offices came along with an older book, or were given by the committee: who holds one that no meeting here elected. */
const unelectedOn = ({ members, fund }: FundBook, day: LocalDate): number => {
  const elected = new Set(
    (fund.elections ?? []).filter(({ on }) => on <= day).flatMap(({ offices }) => offices),
  )
  return members.filter((member) =>
    member.offices.some(
      (tenure) => isOfCommittee(tenure) && isHeldOn(tenure, day) && !elected.has(tenure.office),
    ),
  ).length
}

/** The first page of whoever keeps a fund's book; what each member has brought on the day is given. */
export const todayOf = (book: FundBook, today: LocalDate, brought: Brought): Today => {
  const day = deskDayOf(book, today)
  const meetingOn = meetingDayOf(book, today)
  const view = meetingViewOf(book, meetingOn)
  const late = [...day.dueByMeeting, ...day.dueLater].filter(({ daysLate }) => daysLate > 0)
  const lines = balancesOn(book, today)
  const { closing } = view.meeting ?? {}
  return {
    today,
    currency: day.currency,
    nextMeeting: day.nextMeeting,
    meetingOn,
    open: isBoxOpen(book, today) ? meetingNow(book, view, brought) : undefined,
    isHeld: closing !== undefined,
    late: { count: late.length, days: Math.max(0, ...late.map(({ daysLate }) => daysLate)) },
    due: day.dueByMeeting.filter(({ daysLate }) => daysLate === 0).length,
    requests: view.requestsWaiting,
    payouts: view.payoutsWaiting,
    disputes: view.disputesOpen,
    tasks: tasksOf(book, today).length,
    unelected: unelectedOn(book, today),
    future: futureOn(book.fund.futures, today),
    cash: cashIn(lines),
    cameIn: total(view.moves.map(({ amount }) => Math.max(0, amount))),
    savings: savedIn(lines),
    lent: total(owingOn(book.loans, today).map(({ owed }) => owed)),
  }
}
