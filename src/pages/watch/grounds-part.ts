import { html } from 'hono/html'
import type { CheckedReport } from '#domain/network/watch/report.ts'
import type { Grounds, SourceSaid } from '#src/app/watch/sealed-report.ts'
import { fact } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { paragraph } from '#src/pages/watch/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { watchGroundsWords } from '#src/words/watch-words.ts'

export type GroundsShown = {
  /** Nothing where it is not sealed to the key of whoever looks, or nothing was kept. */
  readonly grounds: Grounds | undefined
  /** Whether anything was kept at all. */
  readonly isKept: boolean
  readonly checkedBy: string
  /** What the journal has of it; nothing while it is not checked. */
  readonly report?: CheckedReport | undefined
  /** The mark that these words make. */
  readonly mark?: string | undefined
  /** Other checked reports about the same one that bear the mark of the same household. */
  readonly others?: number
}

const sourceLine = (language: Language, { kind, whose, on }: SourceSaid): Html => {
  const words = watchGroundsWords.in(language)
  return html`<li>
    ${words[`source_${kind}`]}: <bdi>${whose}</bdi>, ${dateInWords(on, language)}
  </li>`
}

/** What the book makes of the household, and whether it is what was written. */
const householdPart = (
  language: Language,
  { grounds, report, mark, others = 0 }: GroundsShown,
): Html | string => {
  const words = watchGroundsWords.in(language)
  if (!report) return ''
  const isSame = grounds === undefined || mark === report.household
  const counted =
    report.household === undefined
      ? words.householdUnknown
      : others === 0
        ? words.householdOwn
        : words.householdOthers(others)
  return html`<p>${counted}</p>
    ${isSame ? '' : html`<p class="mark"><b>${words.otherWords}</b></p>`}`
}

/** What stands behind a check, in full: whoever stands behind what follows from it reads it first. */
export const groundsPart = (language: Language, shown: GroundsShown): Html => {
  const { grounds, isKept, checkedBy } = shown
  const words = watchGroundsWords.in(language)
  return html`<section>
    <h2>${words.heading}</h2>
    ${isKept ? '' : paragraph(words.none)} ${isKept && !grounds ? paragraph(words.shut) : ''}
    <dl class="facts">
      ${fact(words.checkedBy, html`<bdi>${checkedBy}</bdi>`)}
      ${grounds && grounds.household !== '' ? fact(words.household, html`<bdi>${grounds.household}</bdi>`) : ''}
    </dl>
    ${householdPart(language, shown)}
    ${
      grounds && grounds.sources.length > 0
        ? html`<ul>
            ${grounds.sources.map((one) => sourceLine(language, one))}
          </ul>`
        : ''
    }
    ${grounds ? html`<p class="quiet">${words.lead}</p>` : ''}
  </section>`
}
