import { charterOf, total } from '#domain/health/book.ts'
import { atTable } from '#src/app/meeting/pass.ts'
import { cardOf } from '#src/desk/desk.ts'
import { withNames } from '#src/http/desk/names.ts'
import type { HttpContext } from '#src/http/env.ts'
import { formPages } from '#src/http/form-pages.ts'
import { meetingVisitOf } from '#src/http/meeting/day.ts'
import { lineOf, lineRights } from '#src/http/meeting/line.ts'
import { takingBack } from '#src/http/meeting/take-back.ts'
import { oneTurn } from '#src/http/meeting/turn.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { passListPage } from '#src/pages/meeting/pass.ts'

const list = async (context: HttpContext): Promise<Html | Response> => {
  const bare = await meetingVisitOf(context)
  if (bare instanceof Response) return bare
  const visit = { ...bare, ...(await withNames(bare)) }
  const { at, book, on } = visit
  const { view, brought, took, table, now } = await lineOf(visit)
  const members = table.order.map((memberId) => ({
    memberId,
    card: cardOf(book, memberId),
    brought: brought.get(memberId) ?? 0,
    took: took.get(memberId) ?? 0,
    due: total(atTable(book, { on, memberId })!.loans.map(({ due }) => due.total)),
    is: table.waiting.includes(memberId)
      ? ('waiting' as const)
      : brought.has(memberId)
        ? ('been' as const)
        : ('away' as const),
  }))
  const { currency } = charterOf(book, on)
  const isMine = view.meeting?.closing === undefined && lineRights(context)[now.step]
  return passListPage(at, {
    on,
    currency,
    members,
    now: isMine ? now : undefined,
  })
}

/** One pass over the members, in card order: savings, repayments and what else is laid on the table. */
export const passPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/meetings/:day/pass', 'BuyShares', list)
  formPages(pages, oneTurn)
  formPages(pages, takingBack)
}
