import { notFound, roomOf } from '#src/http/desk/room.ts'
import { scopeFor } from '#domain/access/table.ts'
import { receipt } from '#src/http/desk/receipt.ts'
import { recordPages } from '#src/http/desk/record.ts'
import { repayment } from '#src/desk/loans/repayment.ts'
import { saving } from '#src/desk/savings/saving.ts'
import { dayListOf } from '#src/http/desk/day-list.ts'
import { goneFromBook } from '#src/http/proof/kept-here.ts'
import type { Pages } from '#src/http/page.ts'
import { deskPage } from '#src/pages/desk/desk.ts'

/** The record-keeper's door: the day's list, a repayment, a saving, and the receipts of both. */
export const deskPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/desk', 'read-members', async (context) => {
    const room = await roomOf(context)
    const { held } = context.get('fund')
    const mayRecord = [repayment, saving].every(({ rule }) => scopeFor(rule, held) === 'all')
    if (!room) return notFound(context)
    return deskPage(room.at, { ...dayListOf(room, mayRecord), gone: await goneFromBook(context) })
  })
  recordPages(pages, repayment)
  recordPages(pages, saving)
  pages.get('/funds/:fundId/receipts/:entryId', 'read-receipt', receipt)
}
