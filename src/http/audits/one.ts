import { charterOf } from '#domain/health/book.ts'
import { lastTests } from '#domain/network/audits/audit.ts'
import { auditMarks } from '#domain/network/audits/marks.ts'
import { headFound, sampleIn } from '#src/app/audits/audits.ts'
import { expectedRows, unlikeBook } from '#src/app/audits/test-rows.ts'
import { bookOf } from '#src/app/queries.ts'
import { type AuditVisit, auditVisitOf, behindAudits, bookAt } from '#src/http/audits/visit.ts'
import type { HttpContext } from '#src/http/env.ts'
import { doneText, notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { type AuditShown, type Mark, auditPage } from '#src/pages/audits/one-page.ts'
import { auditReportPage } from '#src/pages/audits/report-page.ts'
import type { Html } from '#src/pages/layout.ts'

/** How many figures are told as the book's that it does not say up to the entry that the test quotes. */
const unlikeIn = async (
  visit: AuditVisit,
  sample: AuditShown['sample'],
): Promise<readonly Mark[]> => {
  const { audit, fundId } = visit
  if (!sample) return []
  let count = 0
  for (const test of lastTests(audit)) {
    const read = await bookAt(visit, test.head)
    if (!read) {
      count += test.rows.length
      continue
    }
    const source = { ...read, sample, from: audit.from, asOf: test.on }
    count += unlikeBook(test, await expectedRows(test.test, source, fundId)).length
  }
  return count === 0 ? [] : [{ code: 'book-unlike', count }]
}

/** Everything that an audit is told by, counted anew from the journals. */
export const auditShownOf = async (visit: AuditVisit): Promise<AuditShown | undefined> => {
  const { context, audit, audits, fundId, fundName, isAuditor, today } = visit
  const { store, hash, isPractice } = context.get('needs')
  const book = await bookOf(store, fundId)
  if (!book) return undefined
  const sample = await sampleIn(store, hash, audit)
  const { opinion } = audit
  return {
    audit,
    fundName,
    currency: charterOf(book, today).currency,
    isAuditor,
    sample,
    planHead: await headFound(store, fundId, audit.head),
    opinionHead: opinion && (await headFound(store, fundId, opinion.head)),
    marks: [...auditMarks(audit, audits), ...(await unlikeIn(visit, sample))],
    notes: await store.of(fundId),
    isSigning: !isPractice,
    done: doneText(context, visit.words.done),
  }
}

const one = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await auditVisitOf(context)
  if (visit instanceof Response) return visit
  const shown = await auditShownOf(visit)
  return shown ? auditPage(await behindAudits(visit), shown) : notHere(context)
}

const report = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await auditVisitOf(context)
  if (visit instanceof Response) return visit
  const shown = await auditShownOf(visit)
  return shown ? auditReportPage(await behindAudits(visit, visit.audit), shown) : notHere(context)
}

/** An audit to work on, and its report to read and print. */
export const onePages = (pages: Pages): void => {
  pages.get('/funds/:fundId/audits/:auditId', 'read-audits', one)
  pages.get('/funds/:fundId/audits/:auditId/report', 'read-audits', report)
}
