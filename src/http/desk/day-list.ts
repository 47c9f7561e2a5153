import type { Visit } from '#src/http/desk/visit.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { cardMatches, deskDayOf } from '#src/app/desk-day.ts'
import type { DayList } from '#src/pages/desk/desk.ts'

const byCard = (a: Member, b: Member): number => (a.card < b.card ? -1 : 1)

/** The day's list, of one card where one was asked for. */
export const dayListOf = ({ context, book, today }: Visit, mayRecord: boolean): DayList => {
  const day = deskDayOf(book, today)
  const asked = (context.req.query('card') ?? '').trim()
  const isNarrowed = asked !== ''
  const cards = book.members
    .filter((one) => isMemberOn(one, today) && (!isNarrowed || cardMatches(one.card, asked)))
    .toSorted(byCard)
  const isShown = ({ card }: { readonly card: string }): boolean =>
    !isNarrowed || cardMatches(card, asked)
  return {
    ...day,
    dueByMeeting: day.dueByMeeting.filter(isShown),
    dueLater: day.dueLater.filter(isShown),
    mayRecord,
    isNarrowed,
    cards,
  }
}
