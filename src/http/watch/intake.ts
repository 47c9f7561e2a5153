import { type ReportKind, reportKinds } from '#domain/network/watch/report.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { takeBack } from '#src/app/watch/erasing.ts'
import { type ReportNeeds, reportOf, takeReport } from '#src/app/watch/reports.ts'
import { takeSlip } from '#src/app/watch/slips.ts'
import { type Field, lineField } from '#src/desk/fields.ts'
import { unfilled } from '#src/desk/filling.ts'
import { askedNow } from '#src/http/asked-again.ts'
import type { Lines, Senders } from '#src/http/box/senders.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Typed, formPages, sentForm } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import { reportNeeds, sentFiles, watchTeamOf } from '#src/http/watch/needs.ts'
import {
  reportFields,
  reportLines,
  reportPrefilled,
  saidIn,
} from '#src/http/watch/report-fields.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { type FormText, formPart } from '#src/pages/forms/form.ts'
import type { PageFrame } from '#src/pages/layout.ts'
import {
  intakePage,
  keepPage,
  ownReportPage,
  reportPath,
  reportSentPage,
} from '#src/pages/watch/intake-pages.ts'
import type { Language } from '#src/words/catalogue.ts'
import { reportIntakeWords } from '#src/words/words.ts'

type IntakeVisit = {
  readonly context: HttpContext
  readonly language: Language
  readonly needs: ReportNeeds
  readonly place: PageFrame
}

/** Nobody is looked up: a report is taken before the service asks who somebody is. */
const placeOf = (context: HttpContext, networkId?: string): PageFrame => ({
  language: context.get('language'),
  isPractice: context.get('needs').isPractice,
  isLeftAtOnce: true,
  query: networkId === undefined ? {} : { n: networkId },
})

const noIntake = (context: HttpContext, status: 404 | 503): Response | Promise<Response> => {
  const words = reportIntakeWords.in(context.get('language'))
  const page = messagePage(
    { ...placeOf(context), at: '/' },
    {
      shown: 'stop',
      heading: words.closed,
      lines: [status === 404 ? words.whichNetwork : words.closedMeaning],
      links: [],
    },
  )
  return context.html(page, status)
}

/** Of the network that the address names; of a service with one network that one. */
const visitAt = async (context: HttpContext, of: Typed): Promise<IntakeVisit | Response> => {
  const all = await context.get('needs').store.networks.fundIds()
  const asked = of('n') || (context.req.query('n') ?? '')
  const networkId = all.find((id) => id === asked) ?? (all.length === 1 ? all[0] : undefined)
  if (networkId === undefined) return noIntake(context, 404)
  const needs = reportNeeds(context, networkId)
  if (!needs) return noIntake(context, 503)
  const language = context.get('language')
  return { context, language, needs, place: placeOf(context, networkId) }
}

const slipField = (language: Language): Field => {
  const words = reportIntakeWords.in(language)
  return lineField({
    name: 'slip',
    label: words.slip,
    hint: words.slipHint,
    fold: words.slipFold,
    rule: (typed) => latinDigits(typed).slice(0, 30),
    fault: words.slipHint,
    inputmode: 'numeric',
    isOptional: true,
  })
}

/** What a page that leads here says it is about: nothing of who comes. */
const kindAsked = (context: HttpContext): { readonly kind?: ReportKind } => {
  const kind = reportKinds.find((one) => one === context.req.query('kind'))
  return kind === undefined ? {} : { kind }
}

const writingForm = ({ context, language, needs }: IntakeVisit): FormText => {
  const words = reportIntakeWords.in(language)
  return {
    heading: words.heading,
    action: reportPath.intake,
    hidden: { n: needs.networkId },
    fields: [...reportFields(language), slipField(language)],
    prefilled: { ...reportPrefilled, ...kindAsked(context) },
    submit: words.send,
  }
}

const readingForm = ({ context, language, needs }: IntakeVisit): FormText => {
  const words = reportIntakeWords.in(language)
  return {
    heading: words.readHeading,
    action: reportPath.read,
    hidden: { n: needs.networkId, ...askedNow(context.get('needs')) },
    fields: [
      lineField({
        name: 'receipt',
        label: words.receipt,
        rule: (typed) => latinDigits(typed).slice(0, 60),
        fault: words.noReport,
        inputmode: 'numeric',
        isOptional: true,
        isGivenAnew: true,
      }),
    ],
    submit: words.readButton,
    isPlain: true,
  }
}

const atIntake = {
  rule: 'public',
  find: visitAt,
  frame: async ({ place }: IntakeVisit) => place,
} as const

/** Whether a report still has a way in: by its slip, or by its line. */
const wayOf = async (
  { context, needs }: IntakeVisit,
  of: Typed,
  senders: Senders,
): Promise<'own' | 'first' | 'more' | 'too-many'> => {
  if (of('slip') !== '' && takeSlip(needs, of('slip'))) return 'own'
  return senders(context)
}

/** Who sends how often: counted by line, in memory. */
type Counted = { readonly senders: Senders; readonly filesBy: Lines }

/** So many a day with files from one line have the room of what comes first; those after it share that of the rest. */
const firstWithFiles = 3

const writingBy = ({ senders, filesBy }: Counted): FormOf<IntakeVisit> => ({
  ...atIntake,
  path: reportPath.intake,
  hasFiles: true,
  // Whatever somebody wrote comes back to be mended, be the rest of it odd.
  lines: [...reportLines, 'kind', 'province'],
  form: writingForm,
  page: (visit, form, filling) =>
    intakePage(visit.place, {
      writing: formPart(visit.language, form, filling),
      reading: formPart(visit.language, readingForm(visit), unfilled()),
      isTakenBack: visit.context.req.query('done') === 'back',
    }),
  take: async (visit, of, files) => {
    const { context, language, needs, place } = visit
    const words = reportIntakeWords.in(language)
    const sent = await sentFiles(context, files('files'))
    if (!sent) return { faults: new Map([['files', words.filesFault]]), status: 400 }
    const way = await wayOf(visit, of, senders)
    if (way === 'too-many') return { fault: words.tooMany, status: 429 }
    const { networkId } = needs
    const said = saidIn(of)
    const team = said.reach === '' ? [] : await watchTeamOf(context, networkId)
    const isOften = way !== 'own' && sent.length > 0 && filesBy(context) > firstWithFiles
    const done = await takeReport(needs, {
      ...said,
      channel: 'page',
      way,
      ...(isOften && { filesWay: 'more' }),
      files: sent,
      team,
    })
    if (done === 'full') return { fault: words.full, status: 429 }
    if (done === 'files-full') return { faults: new Map([['files', words.filesFull]]), status: 429 }
    const isReachLost = said.reach !== '' && !done.hasReporter
    return context.html(reportSentPage(place, { ...done, isReachLost }))
  },
})

const reading: FormOf<IntakeVisit> = {
  ...atIntake,
  path: reportPath.read,
  lines: 'receipt',
  form: readingForm,
  page: (visit, form, filling) =>
    intakePage(visit.place, {
      writing: formPart(visit.language, writingForm(visit), unfilled(reportPrefilled)),
      reading: formPart(visit.language, form, filling),
    }),
  take: async ({ context, language, needs, place }, of) => {
    const report = await reportOf(needs, of('receipt'))
    if (report) {
      const sentWith = { receipt: of('receipt'), ...askedNow(context.get('needs')) }
      return context.html(ownReportPage(place, report, sentWith))
    }
    return { fault: reportIntakeWords.in(language).noReport, status: 404 }
  },
}

/** Sent by a button below the report, with what it was read by. What one receipt must not erase alone is asked of the team. */
const takingBack: FormOf<IntakeVisit> = {
  ...reading,
  path: reportPath.takeBack,
  take: async (visit, of) => {
    const { needs } = visit
    if ((await takeBack(needs, of('receipt'))) === 'asked') return reading.take(visit, of, () => [])
    return { next: `${reportPath.at(needs.networkId)}&done=back` }
  },
}

/** What anybody can tell, for which nobody is asked who they are, and of which no log knows. */
export const intakePages = (pages: Pages, counted: Counted): void => {
  formPages(pages, writingBy(counted))
  for (const one of [reading, takingBack]) pages.post(one.path, one.rule, sentForm(one))
  pages.get(reportPath.keep, 'public', (context) =>
    keepPage({ ...placeOf(context), back: { href: reportPath.intake } }),
  )
}
