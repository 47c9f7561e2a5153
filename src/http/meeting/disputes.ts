import { notFound, visitOf } from '#src/http/desk/visit.ts'
import { scopeFor } from '#domain/access/table.ts'
import { disputedIn, disputesOf } from '#src/app/meeting/disputes.ts'
import { cardOf } from '#src/desk/desk.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { disputesPage } from '#src/pages/meeting/disputes.ts'

const list = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await visitOf(context)
  if (!visit) return notFound(context)
  const { at, book, today } = visit
  const { held } = context.get('fund')
  const { store } = context.get('needs')
  const may = (action: 'AnswerDispute' | 'RaiseDispute'): boolean =>
    scopeFor(action, held) === 'all'
  const disputes = await Promise.all(
    disputesOf(book, today).map(async (one) => {
      const { about } = book.disputes.find(({ disputeId }) => disputeId === one.disputeId)!
      // Whoever has to look into it needs to know whose it is: an officer, and an NGO that was asked.
      const isNeeded = may('AnswerDispute') || one.isWithNgo
      const { memberId } = isNeeded
        ? await disputedIn(store, { book, fundId: at.fundId, about })
        : { memberId: undefined }
      return { ...one, card: memberId === undefined ? undefined : cardOf(book, memberId) }
    }),
  )
  return disputesPage(at, {
    disputes,
    mayAnswer: may('AnswerDispute'),
    mayRaise: may('RaiseDispute'),
  })
}

export const disputePages = (pages: Pages): void => {
  pages.get('/funds/:fundId/disputes', 'read-members', list)
}
