import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { faultIn } from '#domain/kernel/shape.ts'
import { dutyCodes } from '#domain/network/register/duties.ts'
import { reportBases, reportKinds, reportMonth } from '#domain/network/watch/report.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { isAccepted } from '#src/app/answer.ts'
import { checkedIdOf } from '#src/app/watch/checked.ts'
import { changeReportAt } from '#src/app/watch/reports.ts'
import { evidenceMark } from '#src/app/watch/sealed-parts.ts'
import { withCustody } from '#src/app/watch/sealed-report.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'
import { type Field, choiceField, choicesOf, lineField } from '#src/desk/fields.ts'
import { tickedOf, ticksOf } from '#src/http/directory/said-fields.ts'
import { type FormOf, type Typed, formPages } from '#src/http/form-pages.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { decideInNetwork, envelopeOf } from '#src/http/network/deciding.ts'
import type { Pages } from '#src/http/page.ts'
import { markable, noteGrounds, twoSourceFields, sourcesIn } from '#src/http/watch/grounds.ts'
import { type OneReport, behindOneReport, oneReport, refusedSaid } from '#src/http/watch/place.ts'
import { plainLine } from '#src/http/watch/report-fields.ts'
import { paragraph, partySaid } from '#src/pages/watch/parts.ts'
import { deskPath } from '#src/pages/watch/paths.ts'

const monthIn = (typed: string): string | undefined => {
  const month = latinDigits(typed)
  return faultIn({ month: reportMonth }, { month }) === undefined ? month : undefined
}

const fieldsOf = ({ context, words, book }: OneReport): readonly Field[] => {
  const language = context.get('language')
  return [
    choiceField({
      name: 'party',
      label: words.party,
      choices: [...book.parties.values()]
        .map((party) => ({ value: party.partyId, label: partySaid(party, language) }))
        .toSorted((a, b) => (a.label < b.label ? -1 : 1)),
      fault: words.partyFault,
    }),
    choiceField({
      name: 'kind',
      label: words.kind,
      choices: choicesOf(reportKinds, (kind) => words[`kind_${kind}`]),
      fault: words.choose,
    }),
    ...ticksOf('duty', {
      values: dutyCodes,
      label: (duty) => words[`duty_${duty}`],
      fold: words.duties,
    }),
    lineField({
      name: 'month',
      label: words.month,
      hint: words.monthHint,
      rule: monthIn,
      fault: words.monthFault,
      lengthMax: 7,
      keepsTyped: true,
    }),
    choiceField({
      name: 'basis',
      label: words.basis,
      choices: choicesOf(reportBases, (basis) => words[`basis_${basis}`]),
      fault: words.choose,
      as: 'radios',
    }),
    ...twoSourceFields(language),
    lineField({
      name: 'household',
      label: words.household,
      hint: words.householdHint,
      rule: plainLine,
      fault: words.householdFault,
      lengthMax: 200,
      isOptional: true,
      keepsTyped: true,
    }),
  ]
}

const markLength = 32

/** A mark by which a household is known again within its network, and by nobody who has no secret of the service. */
export const householdMark = (
  { signer, hash }: Pick<AppNeeds, 'signer' | 'hash'>,
  networkId: string,
  typed: string,
): string => {
  const text = lengthPrefixed(['village-fund/household/1', latinDigits(markable(typed))])
  return hash(signer.mark(networkId, text)).slice(0, markLength)
}

const commandOf = ({ context, needs, report, book }: OneReport, of: Typed) => {
  const household = of('household')
  return {
    ...envelopeOf(context, of('id')),
    type: 'CheckReport' as const,
    // One sealed report is one of the journal, however often and by whom it is sent.
    reportId: checkedIdOf(needs, book, report.code),
    partyId: of('party'),
    kind: reportKinds.find((kind) => kind === of('kind'))!,
    duties: tickedOf('duty', dutyCodes, of),
    month: of('month'),
    basis: reportBases.find((basis) => basis === of('basis'))!,
    evidence: report.evidence.map((thing) => evidenceMark(context.get('needs'), thing)),
    ...(household === ''
      ? {}
      : { household: householdMark(context.get('needs'), needs.networkId, household) }),
    mayBeCounted: report.mayBeCounted,
    mayBeAsked: report.mayBeAsked,
  } satisfies NetworkCommand
}

/** Writes into a sealed report under which id the journal knows it, as the journal says. */
const tellReport = async ({ context, needs, report }: OneReport, reportId: string) => {
  const book = await watchBookOf(context.get('needs').store, needs.networkId)
  const { on, by } = book.reports.get(reportId)!
  await changeReportAt(needs, report.code, (now) =>
    now.checked?.reportId === reportId
      ? now
      : withCustody({ ...now, checked: { reportId, on, by } }, { on, by, did: 'checked' }),
  )
}

/** Writes down by codes what stands behind a report. */
const checking: FormOf<OneReport> = {
  path: deskPath.act(':code', 'check'),
  rule: 'CheckReport',
  find: oneReport,
  frame: behindOneReport,
  form: (visit) => {
    const { context, words, report, book } = visit
    return {
      shown: 'glass',
      heading: words.checkHeading,
      told: paragraph(book.parties.size === 0 ? words.partyNone : words.checkLead),
      action: deskPath.act(report.code, 'check'),
      hidden: { id: context.get('needs').ids() },
      fields: fieldsOf(visit),
      prefilled: {
        kind: report.kind,
        ...(report.month === undefined ? {} : { month: report.month }),
        ...(report.fee ? { party: report.fee.partyId, 'duty-no-fee-above-ceiling': 'yes' } : {}),
      },
      submit: words.checkButton,
      back: { href: deskPath.report(report.code), label: words.leave },
    }
  },
  take: async (visit, of) => {
    const { context, report, words, book } = visit
    if (report.checked) return { fault: words['report-already-checked'], status: 409 }
    const sources = sourcesIn(visit, of)
    if (!Array.isArray(sources))
      return { faults: sources as ReadonlyMap<string, string>, status: 400 }
    const command = commandOf(visit, of)
    const { household: mark, basis } = command
    if (!book.reports.has(command.reportId))
      await noteGrounds(visit, { household: of('household'), sources, mark, basis })
    const answer = await decideInNetwork(context, command)
    const code = isAccepted(answer) ? undefined : 'code' in answer ? answer.code : ''
    // What somebody else was quicker to check, or was cut off in between, is told to its report all the same.
    if (code === undefined || code === 'report-already-checked')
      await tellReport(visit, command.reportId)
    return code === undefined
      ? { next: `${deskPath.watch}?done=1` }
      : { fault: refusedSaid(words, code), status: 409 }
  },
}

/** The form by which a report is checked. */
export const reportCheckingPages = (pages: Pages): void => formPages(pages, checking)
