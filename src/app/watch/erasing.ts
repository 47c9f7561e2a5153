import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { NamingNeeds } from '#src/app/identity/identity.ts'
import type { CaseNeeds } from '#src/app/cases/team.ts'
import { textOf, textsOf, writeText, writeTexts } from '#src/app/cases/kept-texts.ts'
import {
  type KeptReport,
  type ReportNeeds,
  changeReportAt,
  reportAt,
  reportOf,
} from '#src/app/watch/reports.ts'
import { eraseParts, part } from '#src/app/watch/sealed-parts.ts'
import { type SealedReport, takesTwo, withCustody } from '#src/app/watch/sealed-report.ts'

/*
 * How a report goes for ever. Whoever has its receipt takes it back alone, as long as the receipt stood on no other screen and
 * nothing follows from what was told; the team reads how many went so, since whoever typed in for somebody on the page could have
 * kept the receipt. What one of the team typed in, that one has seen the receipt of; what was checked, others
 * rely on. Both go once the receipt asks for it and two of the team do it. What they erased stands in a sealed log, with nothing
 * of who spoke (ADR 174).
 */

/** That a report was erased, and nothing of what stood in it. */
export type ErasedLine = Pick<SealedReport, 'channel' | 'typedBy'> & {
  readonly on: LocalDate
  /** The two of the team; nobody where its receipt alone took it back. */
  readonly by: readonly string[]
  readonly wasChecked: boolean
  /** Taken back before anybody of the team had read it. */
  readonly isUnread?: true
  /** So many of one day, where they are taken back by receipts alone: they differ in nothing that may be told. */
  readonly count?: number
}

const logName = 'log'
/** So many stay of what two have erased, and of days on which receipts alone took back: who takes back much pushes out none of the rest. */
const linesMax = { two: 400, alone: 100 } as const

const isAlone = ({ by }: ErasedLine): boolean => by.length === 0

/** The list with one more; what receipts alone took back on one day is one line. */
const withLine = (lines: readonly ErasedLine[], line: ErasedLine): readonly ErasedLine[] => {
  const isSame = (one: ErasedLine): boolean =>
    isAlone(one) && isAlone(line) && one.on === line.on && one.isUnread === line.isUnread
  const same = lines.find(isSame)
  const after = same
    ? lines.map((one) => (one === same ? { ...one, count: (one.count ?? 1) + 1 } : one))
    : [...lines, line]
  const left: Record<'two' | 'alone', number> = { ...linesMax }
  return after
    .toReversed()
    .filter((one) => (left[isAlone(one) ? 'alone' : 'two'] -= 1) >= 0)
    .toReversed()
}

/** So long it stands out that receipts alone took reports back. */
const standsOutDays = 30

/** How many a receipt alone took back of late: whoever types in for somebody on the page, and keeps the receipt, is one of them. */
export const takenBackLately = (lines: readonly ErasedLine[], today: LocalDate): number =>
  lines
    .filter((one) => isAlone(one) && one.on > daysAfter(today, -standsOutDays))
    .reduce((sofar, { count = 1 }) => sofar + count, 0)

const linesIn = (text: string | undefined): readonly ErasedLine[] =>
  text === undefined ? [] : (JSON.parse(text) as readonly ErasedLine[])

/** What was erased, the last of it last. */
export const erasedOf = async (needs: CaseNeeds): Promise<readonly ErasedLine[]> =>
  linesIn(await textOf(needs, part(needs, 'erased'), logName))

const isUnread = ({ custody }: SealedReport): boolean => !custody.some(({ did }) => did === 'read')

type Begun = Parameters<typeof eraseParts>[1]

/** Erases what lies apart from a report that is gone, and forgets then that this was begun. */
const finish = async (needs: CaseNeeds, begun: Begun): Promise<void> => {
  await eraseParts(needs, begun)
  await writeText(needs, part(needs, 'erasing'), { name: begun.code, text: undefined })
}

/** Finishes what was begun and cut off: what is done twice does no harm. Tells how many. */
export const finishErasing = async (needs: CaseNeeds): Promise<number> => {
  const begun = await textsOf(needs, part(needs, 'erasing'))
  for (const [code, kept] of begun)
    await finish(needs, { code, evidence: JSON.parse(kept) as Begun['evidence'] })
  return begun.size
}

/**
 * Erases a report as it was read, with all that came with it, and says so in the same stroke. What lies
 * apart from it goes after it: that stroke says too what has to, so that a round finishes what is cut off.
 */
export const eraseReport = async (
  needs: ReportNeeds,
  report: KeptReport,
  by: readonly string[],
): Promise<'kept' | 'stale'> => {
  const { code, seen, channel, typedBy, checked } = report
  const gone = { place: part(needs, 'reports'), name: code, text: undefined, over: seen }
  const evidence = report.evidence.map(({ kept }) => ({ kept }))
  const begun = { place: part(needs, 'erasing'), name: code, text: JSON.stringify(evidence) }
  const line: ErasedLine = {
    on: needs.today,
    channel,
    ...(typedBy === undefined ? {} : { typedBy }),
    by,
    wasChecked: checked !== undefined,
    ...(by.length === 0 && isUnread(report) && { isUnread: true }),
  }
  for (;;) {
    const place = part(needs, 'erased')
    const log = await textOf(needs, place, logName)
    const text = JSON.stringify(withLine(linesIn(log), line))
    const told = { place, name: logName, text, over: log }
    if ((await writeTexts(needs, [gone, begun, told])) === 'kept') break
    if ((await reportAt(needs, code))?.seen !== seen) return 'stale'
  }
  await finish(needs, { code, evidence })
  return 'kept'
}

/** What comes of a receipt that takes back: gone, asked of the team, or there is nothing. */
export const takeBack = async (
  needs: ReportNeeds & NamingNeeds,
  receipt: string,
): Promise<'gone' | 'asked' | 'none'> => {
  for (;;) {
    const report = await reportOf(needs, receipt)
    if (!report) return 'none'
    if (takesTwo(report)) {
      const on = needs.today
      await changeReportAt(needs, report.code, (now) =>
        now.erasure ? now : withCustody({ ...now, erasure: { on } }, { on, did: 'erasure-asked' }),
      )
      return 'asked'
    }
    if ((await eraseReport(needs, report, [])) === 'kept') return 'gone'
  }
}
