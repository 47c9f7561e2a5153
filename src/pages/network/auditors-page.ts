import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingWith } from '#src/pages/network/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { agreementsWords, networkWords, seldomWords } from '#src/words/words.ts'

/** Through which day a network may read the fund's book; a network has no name, it is the own one or another. */
type AccessSummary = {
  readonly isOwn: boolean
  readonly from: LocalDate
  readonly until: LocalDate
  readonly endedOn: LocalDate | undefined
  readonly isOfAgreement: boolean
  /** When the fund was told of a later term. */
  readonly noticeOn: LocalDate | undefined
  readonly isOpen: boolean
  /** It holds, or will: a meeting can end it. */
  readonly isToEnd: boolean
}

type AuditorsShown = {
  readonly accesses: readonly AccessSummary[]
  /** Where the meeting's vote to end a right is written down. */
  readonly toEnd: string
  readonly isDone: boolean
}

/** Who may read the fund's book, and what letting the own network in begins with. */
export const auditorsPart = (
  language: Language,
  { accesses, isDone, toEnd }: AuditorsShown,
): Html => {
  const words = networkWords.in(language)
  const agreed = agreementsWords.in(language)
  const row = ({ isOwn, from, until, endedOn, isOpen, ...by }: AccessSummary): Html =>
    html`<li class="card ${isOpen ? 'cash' : 'plain'}">
      <h2>${isOwn ? words.ownNetwork : words.otherNetwork}</h2>
      <p>${words.mayReadFrom(dateInWords(from, language))}</p>
      <p class="count">${words.mayReadUntil(dateInWords(until, language))}</p>
      ${by.isOfAgreement ? html`<p>${agreed.isOfAgreement}</p>` : ''}
      ${by.noticeOn === undefined ? '' : html`<p>${agreed.noticeOf(dateInWords(by.noticeOn, language))}</p>`}
      ${endedOn === undefined ? '' : html`<p>${words.endedByVote(dateInWords(endedOn, language))}</p>`}
      <p>${isOpen ? words.isOpenNow : words.isClosedNow}</p>
    </li>`
  return html`${isDone ? goodBox(words.letInDone) : ''}
    <p>${words.auditorsLead}</p>
    ${
      accesses.length === 0
        ? html`<p><strong>${seldomWords.in(language).nobodyReads}</strong></p>`
        : html`<ul class="cards">
            ${accesses.map(row)}
          </ul>`
    }
    ${
      accesses.some(({ isToEnd }) => isToEnd)
        ? html`<p class="buttons">
            <a class="button" href="${toEnd}">${seldomWords.in(language)['act_auditors-end']}</a>
          </p>`
        : ''
    }
    <h2>${words.letInHeading}</h2>`
}

/** What the network asks of this fund by an agreement with many. */
export const askedPart = (language: Language, { until }: { readonly until: LocalDate }): Html => {
  const words = agreementsWords.in(language)
  return html`<p><strong>${words.asks(dateInWords(until, language))}</strong></p>
    <p>${words.asksMeaning}</p>`
}

/** Where the own network reads for a year already nothing is asked; more may be, where a later day can be given. */
export const mayReadPage = (
  frame: PageFrame,
  told: AuditorsShown & { readonly until: LocalDate; readonly longer: string | undefined },
): Html => {
  const { language } = frame
  const words = networkWords.in(language)
  return layout({
    ...frame,
    content: html`${headingWith('glass', words.auditorsHeading)} ${auditorsPart(language, told)}
      <p>${words.mayReadAlready(dateInWords(told.until, language))}</p>
      ${
        told.longer === undefined
          ? html`<p>${words.nothingLonger}</p>`
          : html`<div class="buttons">
              <a class="button" href="${told.longer}">${words.toLetInLonger}</a>
            </div>`
      }`,
  })
}
