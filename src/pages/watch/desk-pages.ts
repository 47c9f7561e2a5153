import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type ErasedLine, takenBackLately } from '#src/app/watch/erasing.ts'
import type { KeptReport } from '#src/app/watch/reports.ts'
import { type Grounds, type SealedReport, stateOf } from '#src/app/watch/sealed-report.ts'
import { written } from '#src/pages/box/box-pages.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingAfter } from '#src/pages/network/parts.ts'
import { groundsPart } from '#src/pages/watch/grounds-part.ts'
import { deskPath } from '#src/pages/watch/paths.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { watchGroundsWords, watchWords } from '#src/words/watch-words.ts'
import { caseCostWords, directoryWords, reportIntakeWords, roadWords } from '#src/words/words.ts'

type ReportInList = { readonly report: KeptReport; readonly isLate: boolean }

const isOpen = (report: SealedReport): boolean => ['waits', 'read'].includes(stateOf(report))

const row = (language: Language, { report, isLate }: ReportInList): Html => {
  const words = watchWords.in(language)
  const { code, on, channel, kind, about, aside, erasure, fee } = report
  return html`<li>
    <p>
      <b>${reportIntakeWords.in(language)[`kind_${kind}`]}</b>
    </p>
    <p>${words.about}: <bdi>${fee ? words.fee : about === '' ? words.aboutNothing : about}</bdi></p>
    <p class="quiet">
      ${words.cameOn(dateInWords(on, language))}, ${words[`channel_${channel}`]} ·
      ${words[`state_${stateOf(report)}`]}
    </p>
    ${isLate ? html`<p><b>${words.late}</b></p>` : ''}
    ${aside && aside.confirmedBy === undefined ? html`<p><b>${words.asideWaits}</b></p>` : ''}
    ${erasure ? html`<p><b>${words.eraseAsked}</b></p>` : ''}
    <p><a class="button" href="${deskPath.report(code)}">${words.open}</a></p>
  </li>`
}

type ListShown = {
  readonly reports: readonly ReportInList[]
  readonly erased: readonly ErasedLine[]
  readonly loginOf: (userId: string) => string
  readonly today: LocalDate
  readonly done: string | undefined
}

/** What was erased, by whom: nothing of who spoke, and nothing of what was said. */
const erasedPart = (language: Language, { erased, loginOf, today }: ListShown): Html | '' => {
  const words = watchWords.in(language)
  if (erased.length === 0) return ''
  const said = ({ on, channel, typedBy, by, wasChecked, isUnread, count = 1 }: ErasedLine) =>
    [
      `${dateInWords(on, language)}: ${words[`channel_${channel}`]}`,
      ...(count > 1 ? [words.erasedCount(count)] : []),
      by.length === 0
        ? isUnread
          ? words.erasedUnread
          : words.erasedByReceipt
        : words.erasedBy(by.map(loginOf).join(', ')),
      ...(typedBy === undefined ? [] : [words.erasedTyped(loginOf(typedBy))]),
      ...(wasChecked ? [words.erasedChecked] : []),
    ].join(' · ')
  const alone = takenBackLately(erased, today)
  return html`${alone === 0 ? '' : html`<p class="mark">${words.erasedAlone(alone)}</p>`}
    <details class="fold">
      <summary>${words.erased} (${erased.length})</summary>
      <ul>
        ${erased.toReversed().map((line) => html`<li><bdi>${said(line)}</bdi></li>`)}
      </ul>
    </details>`
}

/** Reports of a network: what came first from its line stands before what somebody sent many of. */
export const reportsPage = (frame: PageFrame, shown: ListShown): Html => {
  const { language } = frame
  const { reports, done } = shown
  const words = watchWords.in(language)
  const open = reports.filter(({ report }) => isOpen(report))
  const over = reports.filter(({ report }) => !isOpen(report))
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingAfter('voice', words.heading, done)}
      <p>${words.lead}</p>
      <div class="buttons">
        <a class="button" href="${deskPath.watch}">${words.toWatch}</a>
        <a class="button" href="${deskPath.paper}">${words.toPaper}</a>
        <a class="button" href="${deskPath.slips}">${words.toSlips}</a>
      </div>
      <p><b>${open.length === 0 ? words.none : words.waiting(open.length)}</b></p>
      <ul class="kept">
        ${open.map((one) => row(language, one))}
      </ul>
      ${
        over.length === 0
          ? ''
          : html`<details class="fold">
              <summary>${words.state_checked}, ${words.state_aside} (${over.length})</summary>
              <ul class="kept">
                ${over.map((one) => row(language, one))}
              </ul>
            </details>`
      }
      ${erasedPart(language, shown)}
    </div>`,
  })
}

type OneShown = {
  readonly report: KeptReport
  readonly loginOf: (userId: string) => string
  readonly reach: string | undefined
  /** What stands behind its check, once it was opened. */
  readonly grounds: Grounds | 'shut' | undefined
  /** What the agency is called of which a cost diary tells a fee. */
  readonly feeAgency: string
  readonly done: string | undefined
}

const aboutSaid = (language: Language, { about, fee }: SealedReport, feeAgency: string): Html => {
  const words = watchWords.in(language)
  if (!fee) return fact(words.about, html`<bdi>${about === '' ? words.aboutNothing : about}</bdi>`)
  const band = caseCostWords.in(language)[`band_${fee.band}`]
  return html`${fact(words.about, html`<bdi>${feeAgency}</bdi>`)}
  ${fact(words.fee, roadWords.in(language)[`cost_${fee.item}`])} ${fact(words.feeBand, band)}`
}

const facts = (language: Language, report: SealedReport, feeAgency: string): Html => {
  const words = watchWords.in(language)
  const { kind, month, province, mayBeCounted, mayBeAsked, on, channel } = report
  const yesNo = (is: boolean): string => (is ? words.yes : words.no)
  return html`<dl class="facts">
    ${fact(words.kind, reportIntakeWords.in(language)[`kind_${kind}`])}
    ${aboutSaid(language, report, feeAgency)}
    ${month === undefined ? '' : fact(words.month, html`<span dir="ltr">${month}</span>`)}
    ${
      province === undefined
        ? ''
        : fact(words.province, directoryWords.in(language)[`province_${province}`])
    }
    ${fact(words.counted, yesNo(mayBeCounted))} ${fact(words.asked, yesNo(mayBeAsked))}
    ${fact(words.channel, `${dateInWords(on, language)}, ${words[`channel_${channel}`]}`)}
  </dl>`
}

const sentAlong = (language: Language, { code, evidence }: KeptReport): Html => {
  const words = watchWords.in(language)
  return html`<section>
    <h2>${words.evidence}</h2>
    ${evidence.length === 0 ? html`<p>${words.evidenceNone}</p>` : ''}
    <ul class="kept">
      ${evidence.map(
        ({ digest, kind, bytes, kept }) =>
          html`<li>
            <p><b>${words[`kind_of_${kind}`]}</b>, ${Math.ceil(bytes / 1000)} KB</p>
            <p class="quiet"><code class="digest">${digest}</code></p>
            <p class="quiet">${words.evidenceKept} <code class="digest">${kept}</code></p>
            <form method="post" action="${deskPath.act(code, `evidence/${digest}`)}">
              <button>${words.openEvidence}</button>
            </form>
          </li>`,
      )}
    </ul>
  </section>`
}

const custodyOf = (language: Language, { report, loginOf }: OneShown): Html => {
  const words = watchWords.in(language)
  return html`<details class="fold">
    <summary>${words.custody} (${report.custody.length})</summary>
    <ul>
      ${report.custody.map(
        ({ on, by, did, digest }) =>
          html`<li>
            ${dateInWords(on, language)}: ${by === undefined ? '' : html`<bdi>${loginOf(by)}</bdi>`}
            ${words[`did_${did}`]}
            ${digest === undefined ? '' : html`<code>${digest.slice(0, 12)}</code>`}
          </li>`,
      )}
    </ul>
  </details>`
}

const reporterPart = (language: Language, { report, reach }: OneShown): Html => {
  const words = watchWords.in(language)
  if (reach !== undefined)
    return html`<section>
      <h2>${words.reporter}</h2>
      <p><bdi>${reach}</bdi></p>
    </section>`
  return html`<section>
    <h2>${words.reporter}</h2>
    ${
      report.hasReporter
        ? html`<form method="post" action="${deskPath.act(report.code, 'reporter')}">
            <button>${words.openReporter}</button>
          </form>`
        : html`<p>${words.reporterNone}</p>`
    }
  </section>`
}

/** What stands behind the check: opened by a button alone. */
const checkedPart = (language: Language, { report, grounds, loginOf }: OneShown): Html | string => {
  if (!report.grounds) return ''
  if (grounds !== undefined)
    return groundsPart(language, {
      grounds: grounds === 'shut' ? undefined : grounds,
      isKept: true,
      checkedBy: loginOf(report.grounds.by),
    })
  return html`<section>
    <h2>${watchGroundsWords.in(language).heading}</h2>
    <form method="post" action="${deskPath.act(report.code, 'grounds')}">
      <button>${watchWords.in(language).openReporter}</button>
    </form>
  </section>`
}

/** One report with all that was done with it. */
export const oneReportPage = (frame: PageFrame, shown: OneShown): Html => {
  const { language } = frame
  const { report, done } = shown
  const words = watchWords.in(language)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingAfter('voice', words.oneHeading, done)}
      <p><b>${words[`state_${stateOf(report)}`]}</b></p>
      ${report.erasure ? html`<p><b>${words.eraseAsked}</b></p>` : ''} ${written(report.text)}
      ${facts(language, report, shown.feeAgency)} ${sentAlong(language, report)}
      ${report.answers.map(
        ({ on, text }) =>
          html`<section>
            <h2>${reportIntakeWords.in(language).answerOf(dateInWords(on, language))}</h2>
            ${written(text)}
          </section>`,
      )}
      ${checkedPart(language, shown)} ${reporterPart(language, shown)}
      <div class="buttons">
        <a class="button" href="${deskPath.act(report.code, 'answer')}">${words.toAnswer}</a>
        ${
          report.erasure
            ? html`<a class="button" href="${deskPath.act(report.code, 'erase')}"
                >${words.toErase}</a
              >`
            : ''
        }
        ${
          isOpen(report)
            ? html`<a class="button go" href="${deskPath.act(report.code, 'check')}"
                  >${words.toCheck}</a
                >
                <a class="button" href="${deskPath.act(report.code, 'aside')}">${words.toAside}</a>`
            : ''
        }
      </div>
      ${custodyOf(language, shown)}
    </div>`,
  })
}
