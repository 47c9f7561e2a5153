import { entryByNumber, receipt } from '#src/http/desk/receipt.ts'
import { recordPages } from '#src/http/desk/record.ts'
import { acts } from '#src/desk/acts.ts'
import type { Pages } from '#src/http/page.ts'

/** Everything that is written down, and the receipts of it. */
export const deskPages = (pages: Pages): void => {
  for (const act of acts) recordPages(pages, act)
  pages.get('/funds/:fundId/entries/:seq', 'read-journal', entryByNumber)
  pages.get('/funds/:fundId/receipts/:entryId', 'read-receipt', receipt)
}
