import { html, raw } from 'hono/html'
import { auditTests, lastTests, resultOf } from '#domain/network/audits/audit.ts'
import { findingLine, findingStory } from '#src/pages/audits/finding-part.ts'
import {
  type AuditShown,
  isDrawnTold,
  marksPart,
  opinionPart,
  planPart,
  testTable,
} from '#src/pages/audits/one-page.ts'
import { auditWordsIn, resultMark } from '#src/pages/audits/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { onPaper, paperSigns } from '#src/pages/papers/paper.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'

const testsPart = (language: Language, shown: AuditShown): Html => {
  const words = auditWordsIn(language)
  const { audit } = shown
  const last = lastTests(audit)
  return html`<section>
    <h2>${words.tests}</h2>
    ${auditTests.map((kind) => {
      const test = last.find((one) => one.test === kind)
      return html`<h3>${words[`test_${kind}`]}</h3>
        ${
          test
            ? html`<p>
                  ${resultMark(resultOf(test), language)}
                  ${words.seenOn(dateInWords(test.on, language))}
                </p>
                ${testTable(language, test, shown)}`
            : html`<p>${words.notYet}</p>`
        }`
    })}
  </section>`
}

/** What was drawn stands in a report once nothing can be got ready for it any more. */
const drawnPart = (language: Language, shown: AuditShown): Html | string => {
  const { sample } = shown
  if (!sample || !isDrawnTold(shown)) return ''
  const words = auditWordsIn(language)
  return html`<section>
    <h2>${words.sample}</h2>
    <p>${words.cards}: <bdi>${sample.cards.join(' · ')}</bdi></p>
    <p>${words.entries}: ${sample.entries.join(' · ')}</p>
    <p class="quiet">${words.sampleLead}</p>
  </section>`
}

/** The report itself: the same on a page, on paper and in the archive. */
const reportContent = (language: Language, shown: AuditShown): Html => {
  const words = auditWordsIn(language)
  const { audit, fundName, currency } = shown
  return html`<h1>${words.reportHeading(fundName)}</h1>
    <p>${words.visitOn(dateInWords(audit.visitOn, language))}</p>
    ${opinionPart(language, shown)} ${marksPart(language, shown)}
    <section>
      <h2>${words.findings}</h2>
      ${audit.findings.length === 0 ? html`<p>${words.noFindings}</p>` : ''}
      ${audit.findings.map(
        (one) =>
          html`${findingLine(language, one, { currency })} ${findingStory(language, one, shown)}`,
      )}
    </section>
    ${testsPart(language, shown)} ${drawnPart(language, shown)} ${planPart(language, shown)}
    ${paperSigns([words.signed, words.signedFund])}`
}

/** The report of an audit, to read and to print. */
export const auditReportPage = (frame: PageFrame, shown: AuditShown): Html =>
  layout({
    ...frame,
    printedFor: shown.fundName,
    content: html`<div class="desk audit">
      ${onPaper('a4', 'audit-report', reportContent(frame.language, shown))}
    </div>`,
  })

const fileStyle = `body{font:16px/1.6 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #999;padding:.25rem;text-align:right}
th:first-child{text-align:left}code{overflow-wrap:anywhere}.differs{font-weight:700}`

/** The same as a file of its own, which needs no service to be read. */
export const reportFile = (language: Language, shown: AuditShown): string =>
  String(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <title>${auditWordsIn(language).reportHeading(shown.fundName)}</title>
          <style>
            ${raw(fileStyle)}
          </style>
        </head>
        <body>
          ${reportContent(language, shown)}
        </body>
      </html>`,
  )
