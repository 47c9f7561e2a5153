import { couldBeOne } from '#src/app/identity/hands.ts'
import { asRuled } from '#src/app/watch/checked.ts'
import type { ReportNeeds, KeptReport } from '#src/app/watch/reports.ts'
import { reportAt } from '#src/app/watch/reports.ts'
import { type WatchBook, watchBookOf } from '#src/app/watch/watch-book.ts'
import type { DeskVisit } from '#src/http/cases/opening.ts'
import { deskVisit } from '#src/http/cases/opening.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Taken } from '#src/http/form-pages.ts'
import { notHere } from '#src/http/network/place.ts'
import { reportNeeds } from '#src/http/watch/needs.ts'
import type { PageFrame } from '#src/pages/layout.ts'
import { deskPath } from '#src/pages/watch/paths.ts'
import type { WatchWords } from '#src/words/en/watch.ts'
import { watchWords } from '#src/words/watch-words.ts'

/** Somebody of the team at the desk of reports, whose own key is open. */
export type ReportDesk = {
  readonly context: HttpContext
  readonly words: Readonly<WatchWords>
  readonly needs: ReportNeeds
  readonly desk: DeskVisit['desk']
}

/** Reports are as near to a case as anything: they open with the key of the desk of cases, and to no officer of a fund. */
export const reportDesk = async (context: HttpContext): Promise<ReportDesk | Response> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const needs = reportNeeds(context, context.get('network').networkId)!
  return { context, needs, desk: visit.desk, words: watchWords.in(context.get('language')) }
}

/** A report as it lies and as what was ruled leaves it. */
export type OneReport = ReportDesk & { readonly report: KeptReport; readonly book: WatchBook }

const isCode = (code: string): boolean => /^[0-9a-f]{32}$/.test(code)

/** One report, by the name in the path. */
export const oneReport = async (context: HttpContext): Promise<OneReport | Response> => {
  const visit = await reportDesk(context)
  if (visit instanceof Response) return visit
  const code = context.req.param('code') ?? ''
  const report = isCode(code) ? await reportAt(visit.needs, code) : undefined
  if (!report) return notHere(context)
  const book = await watchBookOf(context.get('needs').store, visit.needs.networkId)
  return { ...visit, book, report: asRuled(book, report) }
}

/** Where it goes on once a report was written; what somebody else has written meanwhile is looked at again. */
export const keptOr = async (
  { words }: OneReport,
  kept: Promise<'kept' | 'stale'>,
  next: string,
): Promise<Taken> =>
  (await kept) === 'kept' ? { next: `${next}?done=1` } : { fault: words.notTaken, status: 409 }

/** Why whoever is here cannot be the second one: it is whoever asked, or one who gave the other a secret or a device of late. */
export const secondFault = async (
  { context, needs, desk, words }: OneReport,
  { by, oneself }: { readonly by: string; readonly oneself: string },
): Promise<string | undefined> => {
  if (by === desk.userId) return oneself
  const { networkId, today: day } = needs
  const asked = { networkId, userIds: [by, desk.userId] as const, day }
  return (await couldBeOne(context.get('needs').store, asked))
    ? words['approver-reset-lately']
    : undefined
}

/** The frame of a page behind the list of reports, left at once. */
export const behindReports = (
  context: HttpContext,
  more: Partial<PageFrame> = {},
): Promise<PageFrame> => {
  const label = watchWords.in(context.get('language')).toReports
  return frameOf(context, {
    isLeftAtOnce: true,
    back: { href: deskPath.reports, label },
    ...(context.req.method === 'GET' ? {} : { at: deskPath.reports }),
    ...more,
  })
}

/** The frame of a page behind one report. */
export const behindOneReport = ({ context, words, report }: OneReport): Promise<PageFrame> =>
  behindReports(context, {
    back: { href: deskPath.report(report.code), label: words.oneHeading },
    ...(context.req.method === 'GET' ? {} : { at: deskPath.report(report.code) }),
  })

/** What the rules answered, in words. */
export const refusedSaid = (words: Readonly<WatchWords>, code: string): string => {
  const known = words as unknown as Readonly<Record<string, unknown>>
  const said = Object.hasOwn(known, code) ? known[code] : undefined
  return typeof said === 'string' ? said : words.notTaken
}
