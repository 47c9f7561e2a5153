import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Random } from '#domain/ports.ts'
import { changesOf, readPage, untilKept } from '#src/app/cases/leaf-pages.ts'
import { textOf, textsAnew, textsOf, writeText } from '#src/app/cases/kept-texts.ts'
import type { CaseNeeds } from '#src/app/cases/team.ts'
import { takeRooms } from '#src/app/watch/day-rooms.ts'
import type { NamingNeeds } from '#src/app/identity/identity.ts'
import { type SentFile, keepEvidence, keepReporter, part } from '#src/app/watch/sealed-parts.ts'
import { type Evidence, type SealedReport, withCustody } from '#src/app/watch/sealed-report.ts'

export type ReportNeeds = CaseNeeds & {
  readonly random: Pick<Random, 'below'>
  readonly today: LocalDate
} & NamingNeeds

/** A report with the name that it is kept under, and the text as it was read: what changed meanwhile is not written over. */
export type KeptReport = SealedReport & { readonly code: string; readonly seen: string }

const receiptDigits = 16

const digitsIn = (typed: string): string => typed.replaceAll(/\D/g, '')

/** Sixteen digits in fours, of which the service keeps nothing but what its own secret makes of them. */
const drawReceipt = ({ random }: Pick<ReportNeeds, 'random'>): string =>
  Array.from({ length: receiptDigits / 4 }, () =>
    String(random.below(10_000)).padStart(4, '0'),
  ).join(' ')

const codeDigits = 32

/** By the first key of all, so that a receipt leads to its report whatever secrets were changed since. */
const codeOf = (
  { signer, hash, networkId }: NamingNeeds & Pick<CaseNeeds, 'networkId'>,
  receipt: string,
): string => {
  const text = lengthPrefixed(['village-fund/report-receipt/1', digitsIn(receipt)])
  return hash(signer.mark(networkId, text)).slice(0, codeDigits)
}

const opened = (code: string, seen: string): KeptReport => ({
  ...(JSON.parse(seen) as SealedReport),
  code,
  seen,
})

const asText = ({
  code: _c,
  seen: _s,
  ...report
}: SealedReport & Partial<Pick<KeptReport, 'code' | 'seen'>>): string => JSON.stringify(report)

/** How many a day: a disk is not filled up, and nobody can be kept out by somebody who sends many from one line. */
export const reportsADay = { own: 2000, first: 2000, more: 200 } as const

const megabyte = 1_000_000
/** And how much of photos and recordings. Whoever fills that keeps out files alone: what somebody has to say goes in without. */
export const fileBytesADay = {
  own: 300 * megabyte,
  first: 100 * megabyte,
  more: 20 * megabyte,
} as const

/** By what way a report came in. */
type Way = keyof typeof reportsADay

/**
 * What comes with a slip, or from the team, has rooms of its own, which whoever has a thousand lines does not fill; and what
 * comes first from a line has some that the rest does not.
 */
const fullRoom = (
  needs: Pick<ReportNeeds, 'networkId' | 'today'>,
  { way, filesWay = way, files }: Pick<Sent, 'way' | 'filesWay' | 'files'>,
): 'full' | 'files-full' | undefined => {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  const reports = { name: `reports ${way}`, most: reportsADay[way] }
  const ofFiles = { name: `files ${filesWay}`, most: fileBytesADay[filesWay], by: bytes }
  const full = takeRooms(needs, [reports, ofFiles])
  return full && (full === reports ? 'full' : 'files-full')
}

/** What is sent in, by its maker or by one of the staff for somebody else. */
export type Sent = Pick<
  SealedReport,
  | 'channel'
  | 'typedBy'
  | 'kind'
  | 'about'
  | 'text'
  | 'month'
  | 'province'
  | 'mayBeCounted'
  | 'mayBeAsked'
> & {
  readonly way: Way
  /** Whose room its files take; left out, that of the report. */
  readonly filesWay?: Way
  readonly files: readonly SentFile[]
  /** How whoever spoke is reached, in own words; empty where that is not wanted. */
  readonly reach: string
  /** Who of the staff may read that. */
  readonly team: readonly string[]
}

/** What its maker is told once. */
export type TakenReport = {
  readonly receipt: string
  readonly hasReporter: boolean
  readonly digests: readonly string[]
}

/** Takes a report in. The receipt is told once; `full` where no more is taken today, `files-full` where no more files are. */
export const takeReport = async (
  needs: ReportNeeds,
  { files, reach, team, way, filesWay, ...said }: Sent,
): Promise<TakenReport | 'full' | 'files-full'> => {
  const { today: on } = needs
  const full = fullRoom(needs, { way, ...(filesWay && { filesWay }), files })
  if (full) return full
  const receipt = drawReceipt(needs)
  const code = codeOf(needs, receipt)
  const hasReporter = reach !== '' && (await keepReporter(needs, { code, reach, team }))
  const evidence: Evidence[] = []
  for (const file of files) evidence.push(await keepEvidence(needs, file))
  const by = said.typedBy === undefined ? {} : { by: said.typedBy }
  const custody = [
    { on, ...by, did: 'came' as const },
    ...files.map(({ digest }) => ({ on, ...by, did: 'evidence-added' as const, digest })),
  ]
  const report: SealedReport = {
    is: 'report',
    on,
    ...said,
    isFirst: way !== 'more',
    hasReporter,
    evidence,
    custody,
    answers: [],
  }
  await writeText(needs, part(needs, 'reports'), { name: code, text: asText(report) })
  return { receipt, hasReporter, digests: files.map(({ digest }) => digest) }
}

/** The report of a receipt. */
export const reportOf = async (
  needs: CaseNeeds & NamingNeeds,
  receipt: string,
): Promise<KeptReport | undefined> =>
  digitsIn(receipt).length === receiptDigits ? reportAt(needs, codeOf(needs, receipt)) : undefined

/** A report by the name that it is kept under. */
export const reportAt = async (needs: CaseNeeds, code: string): Promise<KeptReport | undefined> => {
  const seen = await textOf(needs, part(needs, 'reports'), code)
  return seen === undefined ? undefined : opened(code, seen)
}

const readOrder = (one: KeptReport): string =>
  `${one.checked || one.aside?.confirmedBy ? 1 : 0} ${one.isFirst ? 0 : 1} ${one.on} ${one.code}`

/** All reports of a network: what waits first, of that what came first from its line, of that the oldest. */
export const reportsIn = async (needs: CaseNeeds): Promise<readonly KeptReport[]> => {
  const all = await textsOf(needs, part(needs, 'reports'))
  return [...all]
    .map(([code, seen]) => opened(code, seen))
    .toSorted((a, b) => (readOrder(a) < readOrder(b) ? -1 : 1))
}

/** Writes a report in place of the one that was read; `stale` where it is another one by now. */
export const changeReport = (
  needs: ReportNeeds,
  { code, seen }: KeptReport,
  after: SealedReport,
): Promise<'kept' | 'stale'> =>
  writeText(needs, part(needs, 'reports'), { name: code, text: asText(after), over: seen })

const triesMax = 8

/** The same of whatever stands there, read anew where somebody was quicker. */
export const changeReportAt = async (
  needs: ReportNeeds,
  code: string,
  change: (report: SealedReport) => SealedReport,
): Promise<KeptReport | undefined> => {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const now = await reportAt(needs, code)
    if (!now) return undefined
    const { code: _c, seen: _s, ...report } = now
    const after = change(report)
    if (asText(after) === now.seen) return now
    if ((await changeReport(needs, now, after)) === 'kept') return opened(code, asText(after))
  }
  throw new Error('a report is written too often at once')
}

/** Writes down that somebody of the staff did something with a report. */
export const noteCustody = async (
  needs: ReportNeeds,
  report: KeptReport,
  line: Omit<SealedReport['custody'][number], 'on'>,
): Promise<KeptReport> =>
  (await changeReportAt(needs, report.code, (now) =>
    withCustody(now, { on: needs.today, ...line }),
  )) ?? report

/** Where it stands on which day all reports of a network have moved. */
export const reportsMovedName = (networkId: string): string => `reports moved/${networkId}`

/**
 * Once a day all reports lie under other ids: of two copies of the store nobody can say which of them came or were read in
 * between. A round of the service does it and nobody's writing, which would take the longer the more there is, and tell by its
 * time that nobody had written before (ADR 184).
 */
export const moveReports = async (needs: CaseNeeds): Promise<void> => {
  const today = needs.clock().slice(0, 10)
  const name = reportsMovedName(needs.networkId)
  if ((await readPage<string>(needs, name)).value === today) return
  for (const one of ['reports', 'reporters', 'evidence', 'erased', 'erasing'] as const)
    await textsAnew(needs, part(needs, one))
  // Only now: what was cut off half-way begins again with the next round, and to move twice does no harm.
  await untilKept(needs, async () => {
    const page = await readPage<string>(needs, name)
    return { answer: undefined, changes: await changesOf(needs, page, today) }
  })
}
