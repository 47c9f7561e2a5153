import { type Outermost, outermostBy, reasonsAcross } from '#domain/health/across.ts'
import { type PortfolioLine, peersOf, totalsOf } from '#domain/health/villages.ts'
import { openFindingsIn } from '#domain/network/audits/waiting.ts'
import { auditsOf } from '#src/app/audits/audits.ts'
import type { HttpContext } from '#src/http/env.ts'
import { auditedPortfolio, openLines } from '#src/http/network/audited.ts'
import { behindStart } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { findingsAcrossPage, peopleAcrossPage } from '#src/pages/network/across-pages.ts'
import { acrossPath } from '#src/pages/network/portfolio-parts.ts'

/** So many findings of audits are shown; the page of audits has them all. */
const findingsShown = 20

const known = (lines: readonly PortfolioLine[]) => ({
  all: lines.length,
  read: lines.filter(({ isFresh }) => isFresh).length,
})

/** What the books of all villages show, and what is open of their audits; rights are held against the journals of those that are named. */
const findings = async (context: HttpContext): Promise<Html> => {
  const { store, today } = context.get('needs')
  const lines = await auditedPortfolio(context)
  const lineOf = new Map(lines.map((line) => [line.fundId, line]))
  const audits = await auditsOf(store, context.get('network').networkId)
  const open = openFindingsIn(audits.filter(({ fundId }) => lineOf.has(fundId)))
  const first = open.slice(0, findingsShown)
  const asked = [...new Set(first.map(({ audit }) => lineOf.get(audit.fundId)!))]
  const names = new Map((await openLines(context, asked)).map(({ fundId, name }) => [fundId, name]))
  return findingsAcrossPage(await behindStart(context), {
    ...known(lines),
    reasons: reasonsAcross(lines),
    today: today(),
    open: open.length,
    findings: first.flatMap((one) => {
      const name = names.get(one.audit.fundId)
      return name === undefined ? [] : [{ ...one, name }]
    }),
  })
}

/** Members of all villages together, and the villages that stand at an end. */
const people = async (context: HttpContext): Promise<Html> => {
  const lines = await auditedPortfolio(context)
  const ends = [
    outermostBy(lines, 'attendance_percent', 'least'),
    outermostBy(lines, 'dropped_out_percent', 'most'),
  ] as const
  const shown = [...new Set(ends.flatMap((end) => end.map(({ line }) => line)))]
  const open = new Set(await openLines(context, shown))
  const told = (end: readonly Outermost[]) => end.filter(({ line }) => open.has(line))
  return peopleAcrossPage(await behindStart(context), {
    ...known(lines),
    totals: totalsOf(lines),
    peers: peersOf(lines),
    fewestCome: told(ends[0]),
    mostLeft: told(ends[1]).filter(({ value }) => value > 0),
  })
}

export const acrossPages = (pages: Pages): void => {
  pages.get(acrossPath.findings, 'read-portfolio', findings)
  pages.get(acrossPath.people, 'read-portfolio', people)
}
