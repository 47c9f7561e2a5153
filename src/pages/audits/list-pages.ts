import { html } from 'hono/html'
import type { PortfolioLine } from '#domain/health/villages.ts'
import { type Audit, isFindingOpen, isOver } from '#domain/network/audits/audit.ts'
import type { HeadFound } from '#src/app/audits/audits.ts'
import { auditPath, auditWordsIn, reasonSaid } from '#src/pages/audits/parts.ts'
import { faultBox, goodBox } from '#src/pages/entrance/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import { icon } from '#src/pages/icons.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingWith } from '#src/pages/network/parts.ts'
import { codeOfReason } from '#domain/health/visit.ts'
import type { Language } from '#src/words/catalogue.ts'
import { fundNameSaid } from '#src/words/fund-name.ts'
import { dateInWords } from '#src/words/locale.ts'

/** An audit in one line of a list. */
const auditLine = (language: Language, audit: Audit, name?: string): Html => {
  const words = auditWordsIn(language)
  const state = audit.opinion ? 'over' : audit.cancelled ? 'cancelled' : 'open'
  const open = audit.findings.filter(isFindingOpen).length
  return html`<li>
    <a href="${auditPath.one(audit)}"
      ><span
        >${name === undefined ? '' : html`<bdi>${name}</bdi>: `}${words.visitOn(dateInWords(audit.visitOn, language))}
        <small
          >${words[`state_${state}`]}${audit.opinion ? `: ${words[`opinion_${audit.opinion.opinion}`]}` : ''}
          ${open === 0 ? '' : html`· ${mark('bad', words.openFindings(open))}`}</small
        ></span
      >
      ${icon('go-on')}</a
    >
  </li>`
}

type FundAuditsShown = {
  readonly fundId: string
  readonly fundName: string
  readonly audits: readonly Audit[]
  readonly isAuditor: boolean
}

/** Audits of one fund, the newest first. */
export const fundAuditsPage = (frame: PageFrame, shown: FundAuditsShown): Html => {
  const { language } = frame
  const words = auditWordsIn(language)
  const { fundId, audits, isAuditor, fundName } = shown
  const mayPlan = isAuditor && audits.every(isOver)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingWith('glass', words.ofFund(fundName))}
      ${audits.length === 0 ? html`<p>${words.none}</p>` : ''}
      <ul class="ways-list">
        ${audits.map((one) => auditLine(language, one))}
      </ul>
      <div class="buttons">
        ${mayPlan ? html`<a class="button go" href="${auditPath.plan(fundId)}">${words.toPlan}</a>` : ''}
        <a class="button" href="/funds/${fundId}/paper-comparisons">${words.toCompare}</a>
        <a class="button" href="/funds/${fundId}/confirmations">${words.toAsk}</a>
        <a class="button" href="${auditPath.head(fundId)}">${words.toHead}</a>
      </div>
    </div>`,
  })
}

type AllShown = {
  readonly audits: readonly { readonly audit: Audit; readonly name: string }[]
  readonly wanted: readonly PortfolioLine[]
}

const pastShown = 20

/** The plan of visits: those that are planned by day, villages that want one, and what was done. */
export const allAuditsPage = (frame: PageFrame, { audits, wanted }: AllShown): Html => {
  const { language } = frame
  const words = auditWordsIn(language)
  const open = audits
    .filter(({ audit }) => !isOver(audit))
    .toSorted((a, b) => (a.audit.visitOn < b.audit.visitOn ? -1 : 1))
  const past = audits.filter(({ audit }) => isOver(audit)).slice(0, pastShown)
  const part = (heading: string, lines: readonly Html[]): Html | string =>
    lines.length === 0
      ? ''
      : html`<section class="desk-part">
          <h2>${heading}</h2>
          <ul class="ways-list">
            ${lines}
          </ul>
        </section>`
  const want = ({ fundId, name, need }: PortfolioLine): Html =>
    html`<li>
      <a href="${auditPath.plan(fundId)}"
        ><span
          ><bdi>${fundNameSaid(name, language)}</bdi>
          <small
            >${words.reason_points(need.points)}${need.reasons[0] ? ` · ${reasonSaid(codeOfReason(need.reasons[0]), language)}` : ''}</small
          ></span
        >
        ${icon('go-on')}</a
      >
    </li>`
  const line = ({ audit, name }: AllShown['audits'][number]): Html =>
    auditLine(language, audit, fundNameSaid(name, language))
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingWith('glass', words.all)}
      <p>${words.allLead}</p>
      ${part(words.planned, open.map(line))} ${part(words.wanted, wanted.map(want))}
      ${part(words.past, past.map(line))}
      <div class="buttons">
        <a class="button" href="${auditPath.bring}">${words.toBring}</a>
      </div>
    </div>`,
  })
}

type HeadShown = {
  readonly fundId: string
  readonly seq: string
  readonly hash: string
  readonly fault: string | undefined
  readonly found: HeadFound | undefined
}

/** Whether an entry that somebody quotes is in the book. */
export const headPage = (
  frame: PageFrame,
  { fundId, seq, hash, fault, found }: HeadShown,
): Html => {
  const words = auditWordsIn(frame.language)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingWith('key', words.headHeading)}
      <p>${words.headLead}</p>
      ${faultBox(fault)}
      ${found === undefined ? '' : found === 'in-book' ? goodBox(words[`head_${found}`]) : faultBox(words[`head_${found}`])}
      <form class="record" method="get" action="${auditPath.head(fundId)}">
        <label for="seq">${words.headSeq}</label>
        <input id="seq" name="seq" inputmode="numeric" value="${seq}" />
        <label for="hash">${words.headHash}</label>
        <input id="hash" name="hash" autocomplete="off" spellcheck="false" value="${hash}" />
        <p class="buttons"><button class="go" type="submit">${words.headButton}</button></p>
      </form>
    </div>`,
  })
}
