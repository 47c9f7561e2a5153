import { notFound, visitOf } from '#src/http/desk/visit.ts'
import { scopeFor } from '#domain/access/table.ts'
import { entryByNumber, receipt } from '#src/http/desk/receipt.ts'
import { recordPages } from '#src/http/desk/record.ts'
import { acts } from '#src/desk/acts.ts'
import { repayment } from '#src/desk/loans/repayment.ts'
import { saving } from '#src/desk/savings/saving.ts'
import { dayListOf } from '#src/http/desk/day-list.ts'
import { goneFromBook } from '#src/http/proof/kept-here.ts'
import type { Pages } from '#src/http/page.ts'
import { deskPage } from '#src/pages/desk/desk.ts'

/** The record-keeper's door: the day's list, everything that is written down, and the receipts of it. */
export const deskPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/desk', 'read-members', async (context) => {
    const visit = await visitOf(context)
    const { held } = context.get('fund')
    const mayRecord = [repayment, saving].every(({ rule }) => scopeFor(rule, held) === 'all')
    if (!visit) return notFound(context)
    return deskPage(visit.at, { ...dayListOf(visit, mayRecord), gone: await goneFromBook(context) })
  })
  for (const act of acts) recordPages(pages, act)
  pages.get('/funds/:fundId/entries/:seq', 'read-journal', entryByNumber)
  pages.get('/funds/:fundId/receipts/:entryId', 'read-receipt', receipt)
}
