import { html } from 'hono/html'
import { type CheckedReport, householdsOf } from '#domain/network/watch/report.ts'
import type { Official, StepDecision, WatchDecision } from '#domain/network/watch/watch.ts'
import type { WatchBook } from '#src/app/watch/watch-book.ts'
import { fact } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { partySaid } from '#src/pages/watch/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { watchGroundsWords, watchWords } from '#src/words/watch-words.ts'

/** What a report is about: its kind, and which duties. */
export const kindSaid = (
  language: Language,
  { kind, duties }: Pick<CheckedReport, 'kind' | 'duties'>,
): string => {
  const words = watchWords.in(language)
  return [words[`kind_${kind}`], ...duties.map((duty) => words[`duty_${duty}`])].join(' · ')
}

export const officialSaid = (language: Language, { authority, on }: Official): string =>
  `${watchWords.in(language)[`authority_${authority}`]}, ${dateInWords(on, language)}`

/** A checked report: codes alone. */
export const reportFacts = (
  language: Language,
  { parties }: Pick<WatchBook, 'parties'>,
  report: CheckedReport,
): Html => {
  const words = watchWords.in(language)
  return html`<dl class="facts">
    ${fact(words.party, html`<bdi>${partySaid(parties.get(report.partyId), language)}</bdi>`)}
    ${fact(words.kind, kindSaid(language, report))}
    ${fact(words.month, html`<span dir="ltr">${report.month}</span>`)}
    ${fact(words.basis, words[`basis_${report.basis}`])}
    ${fact(words.evidence, String(report.evidence.length))}
  </dl>`
}

const householdsIn = ({ reports }: WatchBook, { reportIds }: StepDecision): number =>
  householdsOf(reportIds.flatMap((id) => reports.get(id) ?? []))

/** What somebody proposes, in full: whoever confirms it reads it first. */
export const decisionSaid = (
  language: Language,
  book: WatchBook,
  decision: WatchDecision,
): Html => {
  const words = watchWords.in(language)
  if (decision.what === 'step')
    return html`<dl class="facts">
      ${fact(words.party, html`<bdi>${partySaid(book.parties.get(decision.partyId), language)}</bdi>`)}
      ${fact(words.due, words[`step_${decision.step}`])}
      ${fact(words.basis, `${words.rests(decision.reportIds.length)}, ${watchGroundsWords.in(language).households(householdsIn(book, decision))}`)}
    </dl>`
  const report = book.reports.get(decision.reportId)
  return html`${report ? reportFacts(language, book, report) : ''}
    <dl class="facts">
      ${fact(words.outcome, html`<b>${words[`outcome_${decision.found}`]}</b>`)}
      ${decision.official ? fact(words.official, officialSaid(language, decision.official)) : ''}
    </dl>`
}
