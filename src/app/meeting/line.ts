import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundBook } from '#domain/health/book.ts'
import { meetingOn } from '#domain/health/meetings.ts'
import { tableOrder } from '#src/app/meeting/pass.ts'
import type { MeetingView } from '#src/app/meeting/view.ts'

/** A meeting from its first count to its last, as one line. */
export const lineSteps = ['count-in', 'who-is-here', 'at-the-table', 'loans', 'count-out'] as const
export type LineStep = (typeof lineSteps)[number]

/** Where a meeting goes on. */
export type MeetingNow =
  | { readonly step: Exclude<LineStep, 'at-the-table'> }
  | {
      readonly step: 'at-the-table'
      readonly memberId: string
      readonly card: string
      readonly place: number
      readonly of: number
    }

/** What each member brought on the day, in the order in which they came to the table; nobody who was only handed money. */
export type Brought = ReadonlyMap<string, number>

/** Members by id in card order: everybody on the sheet, who is here, and who of those has brought nothing yet. */
export type Table = {
  readonly order: readonly string[]
  readonly here: readonly string[]
  readonly waiting: readonly string[]
}

/** Before the list is taken nobody is known to be missing. */
export const tableOf = (book: FundBook, on: LocalDate, brought: Brought): Table => {
  const present = new Set(meetingOn(book, on)?.present)
  const order = tableOrder(book, on)
  const here = present.size === 0 ? order : order.filter((memberId) => present.has(memberId))
  return { order, here, waiting: here.filter((memberId) => !brought.has(memberId)) }
}

/** Who of those that wait comes next after somebody, or first; those who were passed over stay behind. */
export const nextOf = (
  { order, waiting }: Table,
  after: string | undefined,
): string | undefined => {
  const from = after === undefined ? -1 : order.indexOf(after)
  return waiting.find((memberId) => order.indexOf(memberId) > from)
}

/** How much waits beside the table. */
type Beside = Pick<MeetingView, 'requestsWaiting' | 'payoutsWaiting' | 'disputesOpen' | 'isAwayDue'>

const isAnythingBeside = (beside: Beside): boolean =>
  beside.requestsWaiting + beside.payoutsWaiting + beside.disputesOpen > 0 || beside.isAwayDue

/** What comes after the table: what waits beside it and who was passed over, or the last count where nothing does. */
export const afterTable = (
  { waiting }: Pick<Table, 'waiting'>,
  { withdrawalsDue = 0, ...beside }: Beside & { readonly withdrawalsDue?: number },
): MeetingNow =>
  waiting.length > 0 || withdrawalsDue > 0 || isAnythingBeside(beside)
    ? { step: 'loans' }
    : { step: 'count-out' }

/** A member at the table, as the place where a meeting goes on. */
export const turnNow = (book: FundBook, { here }: Table, memberId: string): MeetingNow => ({
  step: 'at-the-table',
  memberId,
  card: book.members.find((member) => member.memberId === memberId)!.card,
  place: here.indexOf(memberId) + 1,
  of: here.length,
})

/** Where a meeting goes on after an interruption: behind whoever was at the table last. */
export const meetingNow = (book: FundBook, view: MeetingView, brought: Brought): MeetingNow => {
  if (!view.meeting?.opening) return { step: 'count-in' }
  if (!view.attendance.isTaken) return { step: 'who-is-here' }
  const table = tableOf(book, view.on, brought)
  const last = [...brought.keys()].findLast((memberId) => table.here.includes(memberId))
  const next = nextOf(table, last)
  return next === undefined ? afterTable(table, view) : turnNow(book, table, next)
}
