import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { buttons, faultBox, goodBox, hidden, warningBox } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { type FormTold, headingWith, lastDayFields, stepUpFirst } from '#src/pages/network/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { networkWords } from '#src/words/words.ts'

/** Through which day a network may read the fund's book; a network has no name, it is the own one or another. */
type AccessTold = {
  readonly isOwn: boolean
  readonly from: LocalDate
  readonly until: LocalDate
  readonly endedOn: LocalDate | undefined
  readonly isOpen: boolean
}

/** The day that is offered; or through which day the own network reads already, and whether none is later. */
export type LettingIn =
  | { readonly lastDay: LocalDate }
  | { readonly until: LocalDate; readonly isLongest: boolean }

type AuditorsTold = FormTold & {
  readonly fundId: string
  readonly accesses: readonly AccessTold[]
  readonly letIn: LettingIn
  readonly id: string
  readonly isDone?: boolean
}

const letInForm = (language: Language, told: AuditorsTold, lastDay: LocalDate): Html => {
  const words = networkWords.in(language)
  return html`<p>${words.letInLead}</p>
    ${warningBox(words.onlyAVoteEndsIt)} ${stepUpFirst(language, told.stepUpTo)}
    <form class="entry" method="post" action="/funds/${told.fundId}/auditors">
      ${hidden('id', told.id)} ${lastDayFields(language, lastDay, told.typed)}
      ${buttons(words.letInButton, { href: '/', label: words.leaveIt })}
    </form>`
}

const letInPart = (language: Language, told: AuditorsTold): Html => {
  const words = networkWords.in(language)
  const { letIn, fundId } = told
  if ('lastDay' in letIn) return letInForm(language, told, letIn.lastDay)
  return html`<p>${words.mayReadAlready(dateInWords(letIn.until, language))}</p>
    ${
      letIn.isLongest
        ? html`<p>${words.nothingLonger}</p>`
        : html`<div class="buttons">
            <a class="button" href="/funds/${fundId}/auditors?longer=1">${words.toLetInLonger}</a>
          </div>`
    }`
}

/** Who may read the fund's book, and letting the own network in until a day. */
export const auditorsPage = (frame: PageFrame, told: AuditorsTold): Html => {
  const { language } = frame
  const words = networkWords.in(language)
  const row = ({ isOwn, from, until, endedOn, isOpen }: AccessTold): Html =>
    html`<li class="card ${isOpen ? 'cash' : 'plain'}">
      <h2>${isOwn ? words.ownNetwork : words.otherNetwork}</h2>
      <p>${words.mayReadFrom(dateInWords(from, language))}</p>
      <p class="count">${words.mayReadUntil(dateInWords(until, language))}</p>
      ${endedOn === undefined ? '' : html`<p>${words.endedByVote(dateInWords(endedOn, language))}</p>`}
      <p>${isOpen ? words.isOpenNow : words.isClosedNow}</p>
    </li>`
  return layout({
    ...frame,
    content: html`${headingWith('glass', words.auditorsHeading)}
      ${told.isDone ? goodBox(words.letInDone) : ''} ${faultBox(told.fault)}
      <p>${words.auditorsLead}</p>
      ${
        told.accesses.length === 0
          ? html`<p><strong>${words.nobodyReads}</strong></p>`
          : html`<ul class="cards">
              ${told.accesses.map(row)}
            </ul>`
      }
      <section class="desk-part">
        <h2>${words.letInHeading}</h2>
        ${letInPart(language, told)}
      </section>`,
  })
}
