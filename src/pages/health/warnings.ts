import { html } from 'hono/html'
import { countsPeople } from '#src/app/health/finding-units.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Finding, FindingCode } from '#domain/health/finding.ts'
import {
  type HealthPlace,
  behindReport,
  healthLayout,
  dayText,
  entryLinks,
  mark,
  healthPlace,
  healthWordsAt,
} from '#src/pages/health/parts.ts'
import { type ListPart, partWays } from '#src/pages/list-parts.ts'
import { inFolds } from '#src/pages/folds.ts'
import type { Html } from '#src/pages/layout.ts'
import { findingInWords } from '#src/words/finding-words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

/** What findings are about: loans by number lead to their pages. */
export type Subjects = {
  readonly loanIds: ReadonlyMap<string, string>
  readonly currency: Currency
}

/** What a finding is about, with a way to it where there is one. */
export const subjectPart = (
  { subject }: Finding,
  { loanIds }: Subjects,
  place: HealthPlace,
): Html => {
  const words = healthWordsAt(place)
  const loanId = subject.kind === 'loan' ? loanIds.get(subject.number) : undefined
  const number =
    subject.kind === 'meeting' ? dayText(subject.number, place) : html`<bdi>${subject.number}</bdi>`
  const name = html`${words[`subject_${subject.kind}`]} ${number}`
  return loanId === undefined
    ? name
    : html`<a href="${healthPlace.loan(place, loanId)}"><span>${name}</span></a>`
}

/** Where what stands beside what was found is a limit, and no sum that should have been found: from above, or from below. */
const limits: Partial<Record<FindingCode, 'atMost' | 'atLeast'>> = {
  'cash-above-box-limit': 'atMost',
  'loan-above-ceiling': 'atMost',
  'loan-above-fund-share': 'atMost',
  'saved-for-the-loan-alone': 'atMost',
  'committee-share-high': 'atMost',
  'largest-borrower-high': 'atMost',
  'rate-above-cap': 'atMost',
  'borrowed-above-limit': 'atMost',
  'fine-above-limit': 'atMost',
  'fine-above-charter': 'atMost',
  'more-hands-than-people': 'atMost',
  'restricted-money-lent': 'atLeast',
  'lent-beyond-lendable': 'atLeast',
  'vote-without-a-list': 'atLeast',
}

/** Day, sums and entry of one finding. */
export const detailsPart = (
  { on, subject, seq, column, expected, found, code }: Finding,
  { currency }: Subjects,
  place: HealthPlace,
): Html => {
  const words = healthWordsAt(place)
  const sum = (amount: number): string =>
    countsPeople(code) ? String(amount) : moneyInFigures({ amount, currency })
  const parts = [
    ...(subject.kind === 'meeting' && subject.number === on ? [] : [dayText(on, place)]),
    ...(column === null ? [] : [`${words.column} ${column}`]),
    ...(found === null ? [] : [words.found(sum(found))]),
    ...(expected === null ? [] : [`${words[limits[code] ?? 'expected']} ${sum(expected)}`]),
  ]
  const dot = parts.length > 0 && seq !== null ? ' · ' : ''
  return html`<span class="quiet">${parts.join(' · ')}${dot}</span> ${
      seq === null ? '' : entryLinks(place, [seq])
    }`
}

/** So many stand open on a phone, and of each so many of the newest; all of them have a page of their own. */
const [signsTogether, newestShown] = [6, 20]

const placesPart = (found: readonly Finding[], subjects: Subjects, place: HealthPlace): Html =>
  html`<ul>
    ${found.map(
      (one) =>
        html`<li>${subjectPart(one, subjects, place)} ${detailsPart(one, subjects, place)}</li>`,
    )}
  </ul>`

/** Warning signs, put together by what they say; each one with its subject, day and entry. */
export const warnings = (
  findings: readonly Finding[],
  subjects: Subjects,
  place: HealthPlace,
): Html => {
  const words = healthWordsAt(place)
  const byCode = [...Map.groupBy(findings, ({ code }) => code)]
  const sign = ([code, found]: (typeof byCode)[number]): Html =>
    html`<li>
      <p>
        ${mark('bad', html`<b>${words.times(found.length)}</b>`)}
        ${findingInWords(code, place.language)}
      </p>
      <details class="fold">
        <summary>${words.openList}</summary>
        ${placesPart(found.slice(-newestShown), subjects, place)}
        ${
          found.length > newestShown
            ? html`<p>
                <a href="${healthPlace.sign(place, code)}">${words.allSigns(found.length)}</a>
              </p>`
            : ''
        }
      </details>
    </li>`
  return html`<section class="warnings">
    <h2>${words.warnings}</h2>
    <p class="quiet">${words.warningsMeaning}</p>
    ${
      findings.length === 0
        ? html`<p>${mark('good', words.noWarnings)}</p>`
        : inFolds(byCode, {
            size: signsTogether,
            called: ([code]) => findingInWords(code, place.language).split(/(?<=[.។])/)[0]!,
            draw: (some) =>
              html`<ul class="signs">
                ${some.map(sign)}
              </ul>`,
          })
    }
  </section>`
}

/** The page under the figures that lists one sign. */
export const signsKey = 'signs'

type ShownSign = Subjects & {
  readonly code: FindingCode
  readonly count: number
  readonly asOf: LocalDate
} & ListPart<Finding>

/** Everything that one warning sign is seen in, the newest first. */
export const signPage = (shown: ShownSign, place: HealthPlace): Html => {
  const words = healthWordsAt(place)
  const { code, count, asOf, rows } = shown
  return healthLayout(
    { ...behindReport(place), query: { sign: code } },
    html`<h1>${words.warnings}</h1>
      <p>
        ${mark('bad', html`<b>${words.times(count)}</b>`)} ${findingInWords(code, place.language)}
      </p>
      <p class="quiet"><bdi>${place.fundName}</bdi> · ${words.onDay(dayText(asOf, place))}</p>
      <section class="warnings">${placesPart(rows, shown, place)}</section>
      ${partWays(place.language, shown, (part) => healthPlace.sign(place, code, part))}`,
  )
}
