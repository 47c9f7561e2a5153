import type { Visit } from '#src/http/desk/visit.ts'
import { charterOf } from '#domain/health/book.ts'
import { memberLinesOf } from '#src/app/members/member-lines.ts'
import { takenBackBy } from '#src/app/reversal-effect.ts'
import type { Act } from '#src/desk/act.ts'
import { dayListOf } from '#src/http/desk/day-list.ts'
import { sumOfEntry } from '#src/desk/entries/entry-lines.ts'
import { chooseLoanPage, chooseMemberPage } from '#src/pages/desk/desk.ts'
import type { Html } from '#src/pages/layout.ts'
import { memberLinesPage } from '#src/pages/lending/lines.ts'

/** Whoever came without a line of the book chooses a member, and then a line of the member's. */
const chooseLine = async (act: Act, visit: Visit): Promise<Html> => {
  const { context, at, book, today } = visit
  const asked = context.req.query('member')
  const member = book.members.find(({ memberId }) => memberId === asked)
  if (!member) return chooseMemberPage(at, act.name, dayListOf(visit, true))
  const { memberId, card } = member
  const { store } = context.get('needs')
  const lines = await memberLinesOf(store, at.fundId, { book, memberId })
  return memberLinesPage(at, {
    card,
    memberId,
    currency: charterOf(book, today).currency,
    lines: lines.map((entry) => ({
      entryId: entry.id,
      seq: entry.seq,
      type: entry.body.type,
      on: entry.effectiveOn,
      amount: sumOfEntry(entry.body),
      takenBackBy: takenBackBy(book, entry),
    })),
  })
}

/** Where it is chosen what an act is about: a page of members, loans or lines, or a list with an address of its own. */
export const chosen = (act: Act, visit: Visit): Html | Response | Promise<Html> => {
  const { at, context } = visit
  if (typeof act.choose === 'function') return context.redirect(act.choose(at, act.name), 303)
  if (act.choose === 'line') return chooseLine(act, visit)
  return act.choose === 'loan'
    ? chooseLoanPage(at, dayListOf(visit, true))
    : chooseMemberPage(at, act.name, dayListOf(visit, true))
}
