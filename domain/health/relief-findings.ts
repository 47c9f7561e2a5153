import type { LocalDate } from '#domain/kernel/dates.ts'
import { missedOn } from '#domain/relief/after.ts'
import { declaredIn } from '#domain/relief/event.ts'
import { type FundBook, charterOf, meetingsByDay, membersById } from '#domain/health/book.ts'
import { type Finding, finding } from '#domain/health/finding.ts'

/**
 * Relief that officers gave and no meeting has spoken of, though thirty days are over and one was held that could.
 * Once it has spoken, or somebody has written down that it never did, there is nothing to look at any more.
 */
export const reliefFindings = (book: FundBook, asOf: LocalDate): Finding[] => {
  const state = {
    members: membersById(book.members),
    meetings: meetingsByDay(book.meetings),
    charter: charterOf(book, asOf),
  }
  const events = new Map(book.events.map((one) => [one.eventId, one]))
  return [...events.keys()].flatMap((eventId) => {
    const event = declaredIn(events, eventId)
    const missed = event && missedOn(state, event, asOf)
    if (!missed) return []
    const { given, since } = missed
    return [
      finding('relief-not-ratified', since, { kind: 'event', number: eventId }, { seq: given.seq }),
    ]
  })
}
