import { scopeFor } from '#domain/access/table.ts'
import { loanRegisterOf } from '#src/app/loan-register.ts'
import { dayToShow } from '#src/app/own-view.ts'
import { notFound, recordPages, roomOf } from '#src/http/desk/record.ts'
import type { HttpContext } from '#src/http/env.ts'
import { lendingTasks } from '#src/http/lending/acts.ts'
import { loan } from '#src/http/lending/loan.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { isShownState, registerPage } from '#src/pages/lending/register.ts'
import { deskWords } from '#src/words/desk-words.ts'

const register = async (context: HttpContext): Promise<Html | Response> => {
  const room = await roomOf(context)
  if (!room) return notFound(context)
  const { at, book, today } = room
  const { held } = context.get('fund')
  const mayRecord = scopeFor('RequestLoan', held) === 'all'
  const asked = context.req.query('show')
  const only = isShownState(asked) ? asked : undefined
  const back = mayRecord
    ? { href: `/funds/${at.fundId}/desk`, label: deskWords.in(at.language).backToDesk }
    : { href: '/', label: deskWords.in(at.language).backToFund }
  return registerPage(
    { ...at, back },
    { register: loanRegisterOf(book, dayToShow(book, today)), only, mayRecord },
  )
}

/** The life of loans: the register, each loan or request, and everything that is written down of them. */
export const lendingPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/loans', 'read-loans', register)
  pages.get('/funds/:fundId/loans/:loanId', 'read-loan', loan)
  for (const task of lendingTasks) recordPages(pages, task)
}
