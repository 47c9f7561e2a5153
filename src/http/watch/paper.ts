import { takeReport } from '#src/app/watch/reports.ts'
import { channels } from '#src/app/watch/sealed-report.ts'
import { slipsFor } from '#src/app/watch/slips.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import type { PageAnswer, Pages } from '#src/http/page.ts'
import { sentFiles, watchTeamOf } from '#src/http/watch/needs.ts'
import { type ReportDesk, behindReports, reportDesk } from '#src/http/watch/place.ts'
import {
  reportFields,
  reportLines,
  reportPrefilled,
  saidIn,
} from '#src/http/watch/report-fields.ts'
import { reportSentPage, reportSlipsPage } from '#src/pages/watch/intake-pages.ts'
import { paragraph } from '#src/pages/watch/parts.ts'
import { deskPath } from '#src/pages/watch/paths.ts'
import { reportIntakeWords } from '#src/words/words.ts'

const byProxy = channels.filter((channel) => channel !== 'page' && channel !== 'cost-diary')

/** What somebody told on paper, by voice, by text or in person, typed in by one of the team. */
const writingDown: FormOf<ReportDesk> = {
  path: deskPath.paper,
  rule: 'triage-reports',
  hasFiles: true,
  lines: [...reportLines, 'kind', 'province', 'channel'],
  find: reportDesk,
  frame: ({ context }) => behindReports(context),
  form: ({ context, words }) => ({
    shown: 'voice',
    heading: words.paperHeading,
    told: paragraph(words.paperLead),
    action: deskPath.paper,
    fields: [
      choiceField({
        name: 'channel',
        label: words.channel,
        choices: choicesOf(byProxy, (channel) => words[`channel_${channel}`]),
        fault: words.choose,
        as: 'radios',
      }),
      ...reportFields(context.get('language')),
    ],
    prefilled: reportPrefilled,
    submit: words.paperButton,
    back: { href: deskPath.reports, label: words.leave },
  }),
  take: async ({ context, needs, desk }, of, files) => {
    const words = reportIntakeWords.in(context.get('language'))
    const sent = await sentFiles(context, files('files'))
    if (!sent) return { faults: new Map([['files', words.filesFault]]), status: 400 }
    const said = saidIn(of)
    const done = await takeReport(needs, {
      ...said,
      channel: byProxy.find((channel) => channel === of('channel'))!,
      typedBy: desk.userId,
      way: 'own',
      files: sent,
      team: await watchTeamOf(context, needs.networkId),
    })
    if (done === 'full') return { fault: words.full, status: 429 }
    if (done === 'files-full') return { faults: new Map([['files', words.filesFull]]), status: 429 }
    const isReachLost = said.reach !== '' && !done.hasReporter
    const place = await behindReports(context)
    return context.html(reportSentPage(place, { ...done, isReachLost, backTo: deskPath.reports }))
  },
}

const slipsOnASheet = 20

/** A sheet of slips, other ones each time: nothing is kept of who got which. */
const slips = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await reportDesk(context)
  if (visit instanceof Response) return visit
  const { needs } = visit
  return reportSlipsPage(await behindReports(context, { isShownOnce: true }), {
    slips: slipsFor(needs, slipsOnASheet),
    until: String(Number(needs.today.slice(0, 4)) + 1),
  })
}

/** Other ways in than the page that anybody fills in. */
export const proxyPages = (pages: Pages): void => {
  formPages(pages, writingDown)
  pages.get(deskPath.slips, 'triage-reports', slips)
}
