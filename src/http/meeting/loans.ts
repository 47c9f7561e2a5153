import { meetingViewOf } from '#src/app/meeting/view.ts'
import { loanRegisterOf } from '#src/app/lending/loan-register.ts'
import { cardOf } from '#src/desk/desk.ts'
import { withNames } from '#src/http/desk/names.ts'
import type { HttpContext } from '#src/http/env.ts'
import { meetingVisitOf } from '#src/http/meeting/day.ts'
import { lineOf, withdrawalsDueIn } from '#src/http/meeting/line.ts'
import { beforeOf } from '#src/http/meeting/turn.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { loansStepPage } from '#src/pages/meeting/loans.ts'

const step = async (context: HttpContext): Promise<Html | Response> => {
  const bare = await meetingVisitOf(context)
  if (bare instanceof Response) return bare
  const visit = { ...bare, ...(await withNames(bare)) }
  const { at, book, on } = visit
  const line = await lineOf(visit)
  const { waiting } = loanRegisterOf(book, on, { closed: () => [] })
  const passedOver = line.table.waiting
  return loansStepPage(at, {
    on,
    view: meetingViewOf(book, on),
    before: beforeOf(visit, line),
    withdrawalsDue: await withdrawalsDueIn(visit),
    // Whether to ask once more is the borrower's to say.
    requests: waiting.filter(({ next }) => next !== 'appeal'),
    passedOver: passedOver.map((memberId) => ({ memberId, card: cardOf(book, memberId) })),
  })
}

/** What waits beside the table before the box is counted at the end. */
export const loansStepPages = (pages: Pages): void =>
  pages.get('/funds/:fundId/meetings/:day/loans', 'BuyShares', step)
