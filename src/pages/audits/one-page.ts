import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import {
  type Audit,
  type AuditTest,
  type AuditTestKind,
  auditTests,
  isOver,
  lastTests,
  resultOf,
} from '#domain/network/audits/audit.ts'
import type { AuditMark } from '#domain/network/audits/marks.ts'
import type { Sample } from '#domain/network/audits/sample.ts'
import type { HeadFound } from '#src/app/audits/audits.ts'
import {
  type Words,
  findingLine,
  findingStory,
  findingWays,
} from '#src/pages/audits/finding-part.ts'
import {
  auditPath,
  auditWordsIn,
  headPart,
  reasonSaid,
  resultMark,
  rowAmount,
  rowSaid,
} from '#src/pages/audits/parts.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingWith } from '#src/pages/network/parts.ts'
import { table } from '#src/pages/table.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'

export type Mark = AuditMark | { readonly code: 'book-unlike'; readonly count: number }

/** An audit as whoever reads it is told of it. */
export type AuditShown = {
  readonly audit: Audit
  readonly fundName: string
  readonly currency: Currency
  readonly isAuditor: boolean
  /** Undefined where the entry that it was drawn on is gone. */
  readonly sample: Sample | undefined
  readonly planHead: HeadFound
  readonly opinionHead: HeadFound | undefined
  readonly marks: readonly Mark[]
  readonly notes: Words
  readonly isSigning: boolean
  readonly done: string | undefined
}

/** By the seed whoever keeps the book could draw the same, and get ready: officers are told when the audit is over. */
export const isDrawnTold = ({
  audit,
  isAuditor,
}: Pick<AuditShown, 'audit' | 'isAuditor'>): boolean => isAuditor || isOver(audit)

/** What was planned, why, and on which state of the book. */
export const planPart = (language: Language, shown: AuditShown): Html => {
  const words = auditWordsIn(language)
  const { audit, planHead } = shown
  const { why, from, visitOn, head, seed } = audit
  return html`<section class="desk-part">
    <h2>${words.audited}</h2>
    <dl class="facts">
      ${fact(words.visitDay, dateInWords(visitOn, language))}
      ${fact(words.fromDay, dateInWords(from, language))}
    </dl>
    <ul>
      ${why.map((code) => html`<li>${reasonSaid(code, language)}</li>`)}
    </ul>
    <details class="fold">
      <summary>${words.headSaid(String(head.seq))}</summary>
      ${headPart(head, { found: planHead, language })}
      ${isDrawnTold(shown) ? html`<p>${words.seed}<br /><code class="hash">${seed}</code></p>` : ''}
    </details>
  </section>`
}

const samplePart = (language: Language, { sample, audit }: AuditShown): Html => {
  const words = auditWordsIn(language)
  if (!sample)
    return html`<section class="desk-part">
      <h2>${words.sample}</h2>
      <p class="warning">${words.sampleGone}</p>
    </section>`
  return html`<section class="desk-part">
    <h2>${words.sample}</h2>
    <p class="quiet">${words.sampleLead}</p>
    <h3>${words.cards}</h3>
    <p>${sample.cards.map((card, i) => html`${i > 0 ? ' · ' : ''}<bdi>${card}</bdi>`)}</p>
    <h3>${words.entries}</h3>
    <ul class="drawn">
      ${sample.entries.map(
        (seq) => html`<li><a href="/funds/${audit.fundId}/entries/${seq}">${seq}</a></li>`,
      )}
    </ul>
  </section>`
}

/** What a test saw, row by row beside the book; rows that name members who were drawn once that is told. */
export const testTable = (
  language: Language,
  { rows, test }: AuditTest,
  shown: AuditShown,
): Html => {
  const words = auditWordsIn(language)
  if (test === 'passbook' && !isDrawnTold(shown))
    return html`<p class="quiet">${words.rowsLater}</p>`
  return table({
    look: 'sheet close',
    columns: [
      { heading: words.what, of: (row) => html`<bdi>${rowSaid(row, language)}</bdi>` },
      { heading: words.book, of: (row) => rowAmount(row.book, row) },
      { heading: words.seen, of: (row) => rowAmount(row.seen, row) },
    ],
    rows,
    rowLook: ({ book, seen }) => (seen === undefined || seen === book ? '' : 'differs'),
  })
}

const testState = (language: Language, kind: AuditTestKind, shown: AuditShown): Html => {
  const words = auditWordsIn(language)
  const { audit, isAuditor } = shown
  const last = lastTests(audit).find(({ test }) => test === kind)
  const isOpen = isAuditor && !isOver(audit)
  return html`<li>
    <p>
      <b>${words[`test_${kind}`]}</b>:
      ${last ? html`${resultMark(resultOf(last), language)} ${words.seenOn(dateInWords(last.on, language))}` : words.notYet}
    </p>
    ${
      last
        ? html`<details class="fold">
            <summary>${words.seen}</summary>
            ${testTable(language, last, shown)}
          </details>`
        : ''
    }
    ${isOpen ? html`<p><a class="button" href="${auditPath.one(audit)}/tests/${kind}">${last ? words.again : words.toTest}</a></p>` : ''}
  </li>`
}

const findingsPart = (language: Language, shown: AuditShown): Html => {
  const words = auditWordsIn(language)
  const { audit, isAuditor, currency } = shown
  return html`<section class="desk-part">
    <h2>${words.findings}</h2>
    ${audit.findings.length === 0 ? html`<p>${words.noFindings}</p>` : ''}
    <ul class="kept">
      ${audit.findings.map(
        (one) =>
          html`<li>
            ${findingLine(language, one, { currency })} ${findingStory(language, one, shown)}
            ${findingWays(language, one, shown)}
          </li>`,
      )}
    </ul>
    ${
      isAuditor && !isOver(audit)
        ? html`<p class="buttons">
            <a class="button" href="${auditPath.one(audit)}/findings/new">${words.toFinding}</a>
          </p>`
        : ''
    }
  </section>`
}

/** What the auditor makes of the book, and whether the book still holds the entry that it was given on. */
export const opinionPart = (
  language: Language,
  { audit, opinionHead, notes }: AuditShown,
): Html | string => {
  const { opinion, auditId } = audit
  if (!opinion || !opinionHead) return ''
  const words = auditWordsIn(language)
  const said = notes.get(`audit-opinion:${auditId}`)
  return html`<section class="desk-part opinion">
    <h2>${words.opinionHeading}</h2>
    <p class="figure words">${words[`opinion_${opinion.opinion}`]}</p>
    ${said === undefined || said === '' ? '' : html`<blockquote>${said}</blockquote>`}
    <p>${words.givenOn(dateInWords(opinion.on, language))}</p>
    ${headPart(opinion.head, { found: opinionHead, language })}
  </section>`
}

/** What must be known of how it was made. */
export const marksPart = (language: Language, { marks }: AuditShown): Html | string => {
  if (marks.length === 0) return ''
  const words = auditWordsIn(language)
  return html`<section class="desk-part">
    <h2>${words.marks}</h2>
    <ul>
      ${marks.map(
        ({ code, count }) =>
          html`<li>${words[`mark_${code}`]}${code === 'one-auditor' ? '' : ` ${count}`}</li>`,
      )}
    </ul>
  </section>`
}

const waysPart = (language: Language, { audit, isAuditor, isSigning }: AuditShown): Html => {
  const isSealed = isSigning && isDrawnTold({ audit, isAuditor })
  const words = auditWordsIn(language)
  const at = auditPath.one(audit)
  const way = (to: string, label: string): Html =>
    html`<a class="button" href="${at}/${to}">${label}</a>`
  const isOpen = isAuditor && !isOver(audit)
  return html`<div class="buttons">
      ${isOpen ? html`<a class="button go" href="${at}/opinion">${words.toOpinion}</a>` : ''}
      ${way('report', words.toReport)} ${isSealed ? way('report.zip', words.toArchive) : ''}
      ${isOpen ? html`${way('take-along', words.toTakeAlong)} ${way('move', words.toMove)} ${way('cancel', words.toCancel)}` : ''}
    </div>
    ${isSigning ? '' : html`<p class="quiet">${words.archiveNone}</p>`}`
}

/** One audit: what was planned and drawn, what was seen and found, what the fund says, and the opinion. */
export const auditPage = (frame: PageFrame, shown: AuditShown): Html => {
  const { language } = frame
  const words = auditWordsIn(language)
  const { audit, done, fundName } = shown
  const state = audit.opinion ? 'over' : audit.cancelled ? 'cancelled' : 'open'
  return layout({
    ...frame,
    content: html`<div class="desk audit">
      ${headingWith('glass', html`${words.all}: <bdi>${fundName}</bdi>`)}
      ${done === undefined ? '' : goodBox(done)}
      <p>
        <b>${words[`state_${state}`]}</b> · ${words.visitOn(dateInWords(audit.visitOn, language))}
      </p>
      ${opinionPart(language, shown)} ${marksPart(language, shown)}
      ${isDrawnTold(shown) ? samplePart(language, shown) : ''}
      <section class="desk-part">
        <h2>${words.tests}</h2>
        <ul class="kept">
          ${auditTests.map((kind) => testState(language, kind, shown))}
        </ul>
      </section>
      ${findingsPart(language, shown)} ${planPart(language, shown)} ${waysPart(language, shown)}
    </div>`,
  })
}
