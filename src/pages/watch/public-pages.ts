import { html } from 'hono/html'
import type { DutyCount } from '#domain/network/watch/by-duty.ts'
import type { ReportedAgency } from '#src/app/watch/reported.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { onPaper } from '#src/pages/papers/paper.ts'
import { reportPath } from '#src/pages/watch/intake-pages.ts'
import { table } from '#src/pages/table.ts'
import { officialSaid } from '#src/pages/watch/watch-parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { watchPaperWords, watchWords } from '#src/words/watch-words.ts'

const reportedRow = (language: Language, one: ReportedAgency): Html => {
  const words = watchPaperWords.in(language)
  const said = watchWords.in(language)
  const { name, isReported, households, kinds, duties, official } = one
  const shown = language === 'km' ? (name.km ?? name.latin) : (name.latin ?? name.km)
  return html`<li>
    <p>
      <b><bdi>${shown ?? ''}</bdi></b>
    </p>
    ${
      isReported
        ? html`<p>${words.reportedBy(households)}</p>
            <ul>
              ${kinds.map((kind) => html`<li>${said[`kind_${kind}`]}</li>`)}
              ${duties.map((duty) => html`<li>${said[`duty_${duty}`]}</li>`)}
            </ul>`
        : ''
    }
    ${official.map((each) => html`<p>${words.ruled}: ${officialSaid(language, each)}</p>`)}
  </li>`
}

/** Which duties were broken, of all agencies together; nothing while no figure is large enough. */
const dutiesPart = (language: Language, duties: readonly DutyCount[]): Html | string => {
  if (duties.length === 0) return ''
  const words = watchPaperWords.in(language)
  return html`<section>
    <h2>${words.byDuty}</h2>
    <p>${words.byDutyLead}</p>
    ${table({
      rows: duties,
      columns: [
        { heading: words.quarter, of: ({ quarter }) => html`<span dir="ltr">${quarter}</span>` },
        { heading: words.what, of: ({ duty }) => watchWords.in(language)[`duty_${duty}`] },
        { heading: words.households, of: ({ households }) => String(households), look: 'sum' },
      ],
    })}
  </section>`
}

/** What anybody reads of agencies: the same for everybody in every byte. */
export const reportedPage = (
  frame: PageFrame,
  {
    agencies,
    duties,
  }: {
    readonly agencies: readonly ReportedAgency[]
    readonly duties: readonly DutyCount[]
  },
): Html => {
  const { language } = frame
  const words = watchPaperWords.in(language)
  return layout({
    ...frame,
    isLeftAtOnce: true,
    content: html`<div class="own desk">
      <h1>${words.reportedHeading}</h1>
      <p>${words.reportedLead}</p>
      ${agencies.length === 0 ? html`<p>${words.reportedNone}</p>` : ''}
      <ul class="kept">
        ${agencies.map((one) => reportedRow(language, one))}
      </ul>
      ${dutiesPart(language, duties)}
      <p><b>${words.reportedOff}</b></p>
      <p class="buttons">
        <a class="button" href="${reportPath.intake}">${watchWords.in(language).slip}</a>
      </p>
    </div>`,
  })
}

/** For whom a complaint is. */
export const complaintForms = ['own', 'family', 'group'] as const
export type ComplaintForm = (typeof complaintForms)[number]

const line = (label: string, lines: number): Html =>
  html`<div class="by-hand">
    <p>${label}</p>
    ${Array.from({ length: lines }, () => html`<div class="dotted"></div>`)}
  </div>`

const asks = ['money', 'wage', 'papers', 'home', 'punish'] as const
const rights = ['free', 'helper', 'answer', 'papers', 'fee', 'safe', 'court'] as const

const whoSaid = { own: 'who', family: 'whoFamily', group: 'whoGroup' } as const

/** The paper, to be filled in by hand: nothing of it is typed, so that nothing of it is kept. */
const complaintPaper = (language: Language, form: ComplaintForm): Html => {
  const words = watchPaperWords.in(language)
  return html`<h1>${words.complaintHeading}</h1>
    <p>${words.complaintTo}</p>
    <p><b>${words[`form_${form}`]}</b></p>
    ${line(words[whoSaid[form]], form === 'own' ? 1 : 3)} ${line(words.reach, 1)}
    ${line(words.against, 2)} ${line(words.happened, 5)} ${line(words.paid, 2)}
    <p>${words.asked}</p>
    <ul class="boxes">
      ${asks.map((one) => html`<li><span class="box"></span> ${words[`ask_${one}`]}</li>`)}
    </ul>
    ${line(words.proof, 2)}
    <div class="pair">${line(words.date, 1)} ${line(words.sign, 2)}</div>
    ${line(words.taken, 1)}
    <p class="quiet">${words.takenHint}</p>
    <section class="rights">
      <h2>${words.rightsHeading}</h2>
      <ul>
        ${rights.map((one) => html`<li>${words[`right_${one}`]}</li>`)}
      </ul>
      <p class="quiet">${words.checked}</p>
    </section>`
}

/** A complaint to print, with the rights of whoever makes it. */
export const complaintPage = (frame: PageFrame, form: ComplaintForm): Html => {
  const { language } = frame
  const words = watchPaperWords.in(language)
  return layout({
    ...frame,
    isLeftAtOnce: true,
    content: html`<div class="own desk">
      <p class="screen-only">${words.complaintLead}</p>
      <nav class="papers screen-only">
        ${complaintForms.map(
          (one) =>
            html`<a
              href="${reportPath.complaint}?form=${one}&lang=${language}"
              ${one === form ? html` aria-current="true"` : ''}
              >${words[`form_${one}`]}</a
            > `,
        )}
      </nav>
      ${onPaper('a4', 'complaint', complaintPaper(language, form))}
    </div>`,
  })
}
