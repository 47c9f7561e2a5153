import { findingPages } from '#src/http/audits/findings.ts'
import { auditListPages } from '#src/http/audits/lists.ts'
import { onePages } from '#src/http/audits/one.ts'
import { auditPaperPages } from '#src/http/audits/papers.ts'
import { planPages } from '#src/http/audits/plan.ts'
import { testPages } from '#src/http/audits/tests.ts'
import type { Pages } from '#src/http/page.ts'

/** An auditor's workspace, and what a fund's officers see of it. Words that are no id stand before what is one. */
export const auditPages = (pages: Pages): void => {
  auditListPages(pages)
  planPages(pages)
  onePages(pages)
  testPages(pages)
  findingPages(pages)
  auditPaperPages(pages)
}
