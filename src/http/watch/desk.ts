import { daysBetween } from '#domain/kernel/dates.ts'
import { letterText } from '#src/app/box.ts'
import { erasedOf } from '#src/app/watch/erasing.ts'
import { asRuled } from '#src/app/watch/checked.ts'
import { changeReport, noteCustody, reportAt, reportsIn } from '#src/app/watch/reports.ts'
import { evidenceOf, reporterOf } from '#src/app/watch/sealed-parts.ts'
import { type Grounds, withCustody } from '#src/app/watch/sealed-report.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'
import { linesField } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import { doneText, notHere } from '#src/http/network/place.ts'
import type { PageAnswer, Pages } from '#src/http/page.ts'
import { openGrounds } from '#src/http/watch/grounds.ts'
import { digestOf } from '#src/http/watch/needs.ts'
import {
  type OneReport,
  behindOneReport,
  behindReports,
  keptOr,
  oneReport,
  reportDesk,
} from '#src/http/watch/place.ts'
import { reportTextMax } from '#src/http/watch/report-fields.ts'
import { paragraph, partySaid } from '#src/pages/watch/parts.ts'
import { deskPath } from '#src/pages/watch/paths.ts'
import { oneReportPage, reportsPage } from '#src/pages/watch/desk-pages.ts'

/** So many days nobody has read it: then it stands out to everybody. */
const lateDays = 14

const loginsOf = async (context: HttpContext): Promise<(userId: string) => string> => {
  const { networkId } = context.get('network')
  const users = await context.get('needs').store.users(networkId)
  const logins = new Map(users.map(({ userId, login }) => [userId, login] as const))
  return (userId) => logins.get(userId) ?? ''
}

const list = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await reportDesk(context)
  if (visit instanceof Response) return visit
  const { needs, words } = visit
  const book = await watchBookOf(context.get('needs').store, needs.networkId)
  const reports = (await reportsIn(needs)).map((one) => asRuled(book, one))
  return reportsPage(await behindReports(context, { back: { href: '/team' } }), {
    reports: reports.map((report) => ({
      report,
      isLate:
        !report.custody.some(({ did }) => did === 'read') &&
        daysBetween(report.on, needs.today) >= lateDays,
    })),
    erased: await erasedOf(needs),
    loginOf: await loginsOf(context),
    today: needs.today,
    done: doneText(context, words.done),
  })
}

const feeAgencyOf = async ({ context, needs, report }: OneReport): Promise<string> => {
  if (!report.fee) return ''
  const { parties } = await watchBookOf(context.get('needs').store, needs.networkId)
  return partySaid(parties.get(report.fee.partyId), context.get('language'))
}

const shownOf = async (
  visit: OneReport,
  { reach, grounds }: { readonly reach?: string; readonly grounds?: Grounds | 'shut' } = {},
): Promise<Awaited<PageAnswer>> => {
  const { context, report, words } = visit
  return oneReportPage(await behindReports(context, { at: deskPath.report(report.code) }), {
    report,
    loginOf: await loginsOf(context),
    feeAgency: await feeAgencyOf(visit),
    reach,
    grounds,
    done: doneText(context, words.done),
  })
}

/** Whoever opens a report stands in it, once a day. */
const one = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await oneReport(context)
  if (visit instanceof Response) return visit
  const { needs, desk, report, book } = visit
  const read = await noteCustody(needs, report, { by: desk.userId, did: 'read' })
  return shownOf({ ...visit, report: asRuled(book, read) })
}

/** How its maker is reached: opened by a button alone, and written down. */
const reporter = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await oneReport(context)
  if (visit instanceof Response) return visit
  const { needs, desk, report, book, words } = visit
  if (!report.hasReporter) return notHere(context)
  const line = { by: desk.userId, did: 'reporter-opened' } as const
  const noted = await noteCustody(needs, report, line)
  const reach = await reporterOf(needs, desk, report)
  return shownOf({ ...visit, report: asRuled(book, noted) }, { reach: reach ?? words.reporterShut })
}

/** What stands behind its check: opened by a button as well, and written down. */
const grounds = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await oneReport(context)
  if (visit instanceof Response) return visit
  const { needs, report, book } = visit
  if (!report.grounds) return notHere(context)
  const opened = await openGrounds(visit)
  const now = (await reportAt(needs, report.code)) ?? report
  return shownOf({ ...visit, report: asRuled(book, now) }, { grounds: opened ?? 'shut' })
}

const types = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  audio: 'application/octet-stream',
} as const

/** What was sent along, as it came: it is written down first, and what is not what it was is not handed out. */
const evidence = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await oneReport(context)
  if (visit instanceof Response) return visit
  const { needs, desk, report } = visit
  const digest = context.req.param('digest')
  const thing = report.evidence.find((each) => each.digest === digest)
  if (!thing) return notHere(context)
  await noteCustody(needs, report, {
    by: desk.userId,
    did: 'evidence-opened',
    digest: thing.digest,
  })
  const bytes = await evidenceOf(needs, thing, (each) => digestOf(context, each))
  if (!bytes) return notHere(context)
  const name = `${thing.digest.slice(0, 12)}.${thing.kind}`
  // Never shown within the house: what somebody sent is a file, whatever is in it.
  return context.body(bytes, 200, {
    'content-type': types[thing.kind],
    'content-disposition': `attachment; filename="${name}"`,
  })
}

const answering: FormOf<OneReport> = {
  path: deskPath.act(':code', 'answer'),
  rule: 'triage-reports',
  lines: 'text',
  find: oneReport,
  frame: behindOneReport,
  form: ({ report, words }) => ({
    heading: words.answerHeading,
    told: paragraph(words.answerLead),
    action: deskPath.act(report.code, 'answer'),
    fields: [
      linesField({
        name: 'text',
        label: words.answerText,
        rule: letterText,
        fault: words.answerFault(reportTextMax),
        lengthMax: reportTextMax,
      }),
    ],
    submit: words.answerButton,
    back: { href: deskPath.report(report.code), label: words.leave },
  }),
  take: (visit, of) => {
    const { needs, desk, report } = visit
    const on = needs.today
    const line = { on, by: desk.userId, did: 'answered' } as const
    const after = withCustody(
      { ...report, answers: [...report.answers, { on, text: of('text') }] },
      line,
    )
    return keptOr(visit, changeReport(needs, report, after), deskPath.report(report.code))
  },
}

/** Reports as they came, for the migration team. */
export const reportDeskPages = (pages: Pages): void => {
  pages.get(deskPath.reports, 'triage-reports', list)
  pages.get(deskPath.report(':code'), 'triage-reports', one)
  pages.post(deskPath.act(':code', 'reporter'), 'triage-reports', reporter)
  pages.post(deskPath.act(':code', 'grounds'), 'triage-reports', grounds)
  pages.post(deskPath.act(':code', 'evidence/:digest'), 'triage-reports', evidence)
  formPages(pages, answering)
}
