import { notFound, visitOf } from '#src/http/desk/visit.ts'
import { scopeFor } from '#domain/access/table.ts'
import { charterOf } from '#domain/health/book.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { comparisonSummary, comparisonsSummary } from '#src/app/health/comparisons.ts'
import { compare, comparingForm } from '#src/http/comparing/form.ts'
import { withNames } from '#src/http/desk/names.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { comparisonPage, comparisonPapers, comparisonsPage } from '#src/pages/comparing/pages.ts'
import type { Html } from '#src/pages/layout.ts'
import { behindMeetings } from '#src/pages/meeting/parts.ts'
import { paperOf } from '#src/pages/papers/paper.ts'

const list = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await visitOf(context)
  if (!visit) return notFound(context)
  const { at, book, today } = visit
  return comparisonsPage(behindMeetings(at), {
    told: comparisonsSummary(book, today),
    currency: charterOf(book, today).currency,
    today,
    mayCompare:
      today >= book.fund.openedOn && scopeFor('ComparePaper', context.get('fund').held) === 'all',
  })
}

const one = async (context: HttpContext): Promise<Html | Response> => {
  const plain = await visitOf(context)
  const id = context.req.param('entryId')
  const comparison = plain?.book.fund.comparisons?.find((found) => found.id === id)
  if (!plain || !comparison) return notFound(context)
  const { at, book } = await withNames(plain)
  return comparisonPage(at, {
    told: comparisonSummary(book, comparison),
    currency: charterOf(book, comparison.on).currency,
    fundName: await fundNameIn(context, at.fundId),
    paper: paperOf({ asked: context.req.query('paper'), papers: comparisonPapers }),
  })
}

/** The paper book beside the software: typed in and signed by two, read by whoever reads balances. */
export const comparingPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/paper-comparisons', 'read-reports', list)
  pages.get('/funds/:fundId/paper-comparisons/:entryId', 'read-reports', one)
  pages.get('/funds/:fundId/meetings/:day/paper', 'ComparePaper', comparingForm)
  pages.post('/funds/:fundId/meetings/:day/paper', 'ComparePaper', compare)
}
