import { html } from 'hono/html'
import { sealedBehind } from '#src/app/watch/checked.ts'
import type { HttpContext } from '#src/http/env.ts'
import { householdMark } from '#src/http/watch/checking.ts'
import { openGrounds } from '#src/http/watch/grounds.ts'
import type { ReportDesk } from '#src/http/watch/place.ts'
import type { WatchVisit } from '#src/http/watch/watch-place.ts'
import type { Html } from '#src/pages/layout.ts'
import { groundsPart } from '#src/pages/watch/grounds-part.ts'
import { paragraph } from '#src/pages/watch/parts.ts'
import { deskPath } from '#src/pages/watch/paths.ts'

/** What one of the staff is called. */
const loginOf = async (context: HttpContext, userId: string): Promise<string> => {
  const { networkId } = context.get('network')
  return (await context.get('needs').store.user(networkId, userId))?.login ?? ''
}

/**
 * What was told, what stands behind its check, and of which household it is, for whoever is to stand behind a ruling: it is
 * read with the own key of the desk, so that a desk that is shut is opened first. A service that keeps no cases has nothing.
 */
export const behindRuling = async (
  { context, words, book }: WatchVisit,
  { reportId }: { readonly reportId: string },
  visit: ReportDesk | undefined,
): Promise<Html> => {
  const report = book.reports.get(reportId)
  if (!visit || !report) return paragraph(words.sealedGone)
  const { needs } = visit
  const sealed = await sealedBehind(needs, reportId)
  const grounds = sealed?.grounds && (await openGrounds({ ...visit, report: sealed }))
  const { household } = report
  const others = [...book.reports.values()].filter(
    (one) =>
      one.partyId === report.partyId &&
      one.reportId !== reportId &&
      household !== undefined &&
      one.household === household,
  ).length
  const mark =
    grounds && grounds.household !== ''
      ? householdMark(context.get('needs'), needs.networkId, grounds.household)
      : undefined
  return html`${groundsPart(context.get('language'), {
    grounds,
    isKept: sealed?.grounds !== undefined,
    checkedBy: await loginOf(context, report.by),
    report,
    mark,
    others,
  })}
  ${
    sealed
      ? html`<p>
          <a class="button" href="${deskPath.report(sealed.code)}">${words.toSealed}</a>
        </p>`
      : paragraph(words.sealedGone)
  }`
}
