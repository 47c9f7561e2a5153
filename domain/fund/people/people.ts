import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { ElectionHeld } from '#domain/fund/people/tenures.ts'

/** What decisions about the people of a fund look at. */
export type People = {
  readonly members: ReadonlyMap<string, Member>
  /** The one in force on the command's day. */
  readonly charter: Charter
  readonly currency: Currency
  readonly elections: readonly ElectionHeld[]
  /** What is in the box by the books on a day, smallest units. */
  readonly bookedOn: (on: LocalDate) => number
  /** Who was at which meeting. */
  readonly meetings: ReadonlyMap<LocalDate, Pick<Meeting, 'heldOn' | 'present'>>
  /** What a member owes on a day, and what is saved then; smallest units. */
  readonly owedOn: (memberId: string, on: LocalDate) => number
  readonly savedOn: (memberId: string, on: LocalDate) => number
  /** The day on which it is written down, once the older book has been brought in; undefined before that, and where nobody says. */
  readonly writtenOn?: LocalDate
}
