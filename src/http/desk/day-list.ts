import type { Visit } from '#src/http/desk/visit.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { deskDayOf } from '#src/app/desk-day.ts'
import { searchIn } from '#src/http/desk/search.ts'
import type { DayList } from '#src/pages/desk/desk.ts'

const byCard = (a: Member, b: Member): number => (a.card < b.card ? -1 : 1)

/** The day's list, of those alone who were looked for, where somebody was. */
export const dayListOf = (visit: Visit, mayRecord: boolean): DayList => {
  const { book, today } = visit
  const day = deskDayOf(book, today)
  const { isNarrowed, isByName, isFound } = searchIn(visit)
  const cards = book.members
    .filter((one) => isMemberOn(one, today) && isFound(one))
    .toSorted(byCard)
  return {
    ...day,
    dueByMeeting: day.dueByMeeting.filter(isFound),
    dueLater: day.dueLater.filter(isFound),
    mayRecord,
    isNarrowed,
    isByName,
    cards,
  }
}
