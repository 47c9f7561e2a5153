import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { ComparisonSummary, ComparisonsSummary } from '#src/app/health/comparisons.ts'
import { type At, deskLayout, fact, heading } from '#src/pages/desk/parts.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import {
  behindComparisons,
  comparedCard,
  comparingAt,
  comparingPlace,
  comparisonPart,
} from '#src/pages/comparing/parts.ts'
import { confirmingAt, confirmingPlace } from '#src/pages/confirming/parts.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import type { PracticeSecond } from '#src/pages/entrance/second-part.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import { secondQuestion } from '#src/pages/forms/second.ts'
import type { Html } from '#src/pages/layout.ts'
import { type Paper, onPaper, paperKept, paperSigns } from '#src/pages/papers/paper.ts'
import { dateInWords, moneyInTable } from '#src/words/locale.ts'
import { lendingFormWords, printWords } from '#src/words/words.ts'

type ComparingQuestion = {
  readonly told: ComparisonSummary
  readonly currency: Currency
  readonly carried: Readonly<Record<string, string>>
  /** Who stands beside in the practice fund. */
  readonly practice: PracticeSecond
}

/** Shows what would be signed, and takes the second officer's word for it. */
export const comparingQuestion = (at: At, asked: ComparingQuestion): FormText => {
  const words = comparingAt(at)
  const { told, currency, carried, practice } = asked
  const place = comparingPlace.form(at, told.on)
  const { secondHeading, secondMeaning } = lendingFormWords.in(at.language)
  const begins = { heading: secondHeading, text: secondMeaning }
  const second = secondQuestion(at.language, practice, begins)
  return {
    shown: 'book',
    heading: words.question,
    told: html`<p><b>${words.formOf(dateInWords(told.on, at.language))}</b></p>
      ${comparisonPart(at, told, currency)}
      <p>${words.signMeaning}</p>
      <dl class="facts">
        ${fact(words.signSecond, html`<b>${comparedCard(at, told.confirmedBy)}</b>`)}
      </dl>
      ${contentPart(at, second.told)}`,
    action: place,
    hidden: { ...carried, step: 'save' },
    fields: second.fields,
    submit: words.sign,
    back: { label: words.noChange, change: place },
  }
}

const trendRow = (at: At, one: ComparisonSummary, currency: Currency): Html => {
  const words = comparingAt(at)
  const sum = (amount: number): string => moneyInTable({ amount, currency })
  return html`<tr>
    <th scope="row">
      <a class="card-link" href="${comparingPlace.one(at, one.entryId)}"
        >${dateInWords(one.on, at.language)}</a
      >
    </th>
    <td class="sum" data-label="${words.membersCompared}">${String(one.members)}</td>
    <td class="sum" data-label="${words.notComparedCount}">${String(one.notCompared.length)}</td>
    <td class="sum" data-label="${words.lines}"><b>${String(one.differences.length)}</b></td>
    <td class="sum" data-label="${words.savingsDiffer}">${sum(one.savingsDiffer)}</td>
    <td class="sum" data-label="${words.loansDiffer}">${sum(one.loansDiffer)}</td>
  </tr>`
}

const trendPart = (at: At, { comparisons }: ComparisonsSummary, currency: Currency): Html => {
  const words = comparingAt(at)
  if (comparisons.length === 0) return html`<p>${words.none}</p>`
  const heads = [
    words.membersCompared,
    words.notComparedCount,
    words.lines,
    words.savingsDiffer,
    words.loansDiffer,
  ]
  return html`<table class="grid read trend" aria-label="${words.heading}">
    <thead>
      <tr>
        <th scope="col">${words.day}</th>
        ${heads.map((title) => html`<th scope="col" class="sum">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${comparisons.map((one) => trendRow(at, one, currency))}
    </tbody>
  </table>`
}

type ComparisonsShown = {
  readonly told: ComparisonsSummary
  readonly currency: Currency
  readonly today: LocalDate
  readonly mayCompare: boolean
}

/** All comparisons, the newest first, and whether the paper may be laid down. */
export const comparisonsPage = (at: At, shown: ComparisonsShown): Html => {
  const words = comparingAt(at)
  const { told, currency, today, mayCompare } = shown
  const { cleanDays, cleanDaysNeeded } = told
  const isReady = cleanDays >= cleanDaysNeeded
  const content = html`${heading('book', words.heading)}
    <p>${words.lead}</p>
    <p><b>${words.cleanDays(String(cleanDays), String(cleanDaysNeeded))}</b></p>
    ${isReady ? goodBox(words.ready) : html`<p>${words.notReady}</p>`}
    ${
      mayCompare
        ? html`<p class="buttons screen-only">
            <a class="button go" href="${comparingPlace.form(at, today)}">${words.compareToday}</a>
          </p>`
        : ''
    }
    ${trendPart(at, told, currency)}
    <p class="buttons screen-only">
      <a class="button" href="${confirmingPlace.all(at)}">${confirmingAt(at).heading}</a>
    </p>`
  return deskLayout({ ...at, at: comparingPlace.all(at) }, content)
}

export const comparisonPapers: readonly Paper[] = ['a4']

type ComparisonShown = {
  readonly told: ComparisonSummary
  readonly currency: Currency
  readonly fundName: string
  readonly paper: Paper
}

/** One comparison as it was signed, to be read or printed. */
export const comparisonPage = (at: At, shown: ComparisonShown): Html => {
  const words = comparingAt(at)
  const { told, currency, fundName, paper } = shown
  const { language } = at
  const query = paperKept(paper, comparisonPapers)
  return deskLayout(
    { ...behindComparisons(at), at: comparingPlace.one(at, told.entryId), query },
    onPaper(
      paper,
      'comparison',
      html`${heading('book', words.oneHeading)}
        <p>
          <b><bdi>${fundName}</bdi></b> · ${words.formOf(dateInWords(told.on, language))}
        </p>
        <p class="quiet screen-only">${printWords.in(language).print}</p>
        ${comparisonPart(at, told, currency)}
        <p>${words.signedBy(told.confirmedBy)}</p>
        <p class="quiet">${words.asSigned}</p>
        ${paperSigns([words.signWriter, words.signSecond, words.signMember])}`,
    ),
  )
}
