import type { reportBases } from '#domain/network/watch/report.ts'
import {
  type Grounds,
  type SourceSaid,
  sourceKinds,
  withCustody,
} from '#src/app/watch/sealed-report.ts'
import { eraseParts, groundsOf, isSealedToAll, keepGrounds } from '#src/app/watch/sealed-parts.ts'
import { changeReportAt } from '#src/app/watch/reports.ts'
import { type Field, choiceField, choicesOf, lineField } from '#src/desk/fields.ts'
import { dateField } from '#src/desk/day-fields.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { watchTeamOf } from '#src/http/watch/needs.ts'
import type { OneReport } from '#src/http/watch/place.ts'
import { plainLine } from '#src/http/watch/report-fields.ts'
import type { Language } from '#src/words/catalogue.ts'
import { watchGroundsWords } from '#src/words/watch-words.ts'

/*
 * What one of the team writes down of a check, and another one reads before standing behind what follows from it: by which words
 * the household is known again, and which the two sources are. It can name whoever spoke, so it is sealed to the own keys of the
 * team, beside how a reporter is reached; the report has the mark alone, and a check is taken that says the same (ADR 184).
 */

const sources = ['first', 'second'] as const
type Which = (typeof sources)[number]

/** Words as they are compared, whatever signs and spaces stand between them. */
export const markable = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s.,-]+/g, ' ')
    .trim()

const whoseMax = 120
const whoseIn = (typed: string): string | undefined =>
  typed.length <= whoseMax ? plainLine(typed) : undefined

const fieldsOf = (language: Language, which: Which): readonly Field[] => {
  const words = watchGroundsWords.in(language)
  const said = {
    fold: which === 'first' ? words.firstSource : words.secondSource,
    openWhile: { name: 'basis', is: 'two-sources' },
    isOptional: true,
  }
  return [
    choiceField({
      ...said,
      name: `${which}-kind`,
      label: words.kind,
      choices: choicesOf(sourceKinds, (kind) => words[`source_${kind}`]),
      fault: words.kindFault,
    }),
    lineField({
      ...said,
      name: `${which}-whose`,
      label: words.whose,
      hint: words.whoseHint,
      rule: whoseIn,
      fault: words.whoseFault,
      lengthMax: whoseMax,
      keepsTyped: true,
    }),
    dateField(
      { language },
      { ...said, name: `${which}-on`, label: words.on, fault: words.onFault },
    ),
  ]
}

/** Asks for the two sources, where a check rests on two. */
export const twoSourceFields = (language: Language): readonly Field[] =>
  sources.flatMap((which) => fieldsOf(language, which))

/** What was typed of the two sources; or what is missing, by field. */
export const sourcesIn = (
  { context, needs }: Pick<OneReport, 'context' | 'needs'>,
  of: Typed,
): readonly SourceSaid[] | ReadonlyMap<string, string> => {
  if (of('basis') !== 'two-sources') return []
  const words = watchGroundsWords.in(context.get('language'))
  const faults = new Map<string, string>()
  const found = sources.map((which): SourceSaid => {
    const kind = sourceKinds.find((one) => one === of(`${which}-kind`))
    const [whose, on] = [of(`${which}-whose`), of(`${which}-on`)]
    if (!kind) faults.set(`${which}-kind`, words.kindFault)
    if (whose === '') faults.set(`${which}-whose`, words.whoseFault)
    if (on === '' || on > needs.today) faults.set(`${which}-on`, words.onFault)
    return { kind: kind ?? 'paper', whose, on }
  })
  const [first, second] = found.map(({ whose }) => markable(whose))
  if (first === second && first !== '' && !faults.has('second-whose'))
    faults.set('second-whose', words.sameSource)
  return faults.size > 0 ? faults : found
}

/** Seals what stands behind a check, and writes into the report by whom, and the mark that the check has to have. */
export const noteGrounds = async (
  { context, needs, desk, report }: OneReport,
  {
    mark,
    basis,
    ...grounds
  }: Grounds & {
    readonly mark: string | undefined
    readonly basis: (typeof reportBases)[number]
  },
): Promise<void> => {
  const { code } = report
  const on = needs.today
  await keepGrounds(needs, { code, grounds, team: await watchTeamOf(context, needs.networkId) })
  const noted = await changeReportAt(needs, code, (now) => ({
    ...now,
    grounds: { by: desk.userId, on, basis, ...(mark !== undefined && { household: mark }) },
  }))
  // Erased meanwhile: nothing of it stays behind.
  if (!noted) await eraseParts(needs, { code, evidence: [] })
}

/**
 * What stands behind a check, for somebody whose own key is open. It is written down who has opened it, and by its seal what lay
 * there: a ruling is confirmed by nobody else. Whoever joined the team since is let in by whoever could open it.
 */
export const openGrounds = async (
  at: Pick<OneReport, 'context' | 'needs' | 'desk' | 'report'>,
): Promise<Grounds | undefined> => {
  const { context, needs, desk } = at
  const { code } = at.report
  const before = await groundsOf(needs, desk, { code })
  if (!before) return undefined
  const team = await watchTeamOf(context, needs.networkId)
  if (!(await isSealedToAll(needs, code, team))) {
    const { grounds, lies: over } = before
    await keepGrounds(needs, { code, grounds, team, over })
    // Where it was erased or written anew meanwhile, that is what is opened.
    return openGrounds(at)
  }
  const line = { on: needs.today, by: desk.userId, did: 'grounds-opened' } as const
  await changeReportAt(needs, code, (now) => withCustody(now, { ...line, digest: before.seal }))
  return before.grounds
}
