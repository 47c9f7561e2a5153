import { html } from 'hono/html'
import type { Role } from '#domain/access/roles.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { firstStepsWords } from '#src/words/first-steps-words.ts'
import { bookPageWords, entranceWords, foundingWords, networkWords } from '#src/words/words.ts'

/** One who leads a fund and has no sign-in yet. */
export type Leader = {
  readonly fundId: string
  readonly fundName: string
  readonly card: string
  readonly office: Role
}

export type FirstSteps = { readonly hasFund: boolean; readonly leaders: readonly Leader[] }

/** The form that gives somebody a sign-in, with fund and card in it. */
export const signInFormOf = ({ fundId, card }: Pick<Leader, 'fundId' | 'card'>): string =>
  `/network/add/member?${new URLSearchParams({ fund: fundId, card }).toString()}`

/** What is to be done next comes first as a button; what was done is said. */
const firstStepsPart = (language: Language, { hasFund, leaders }: FirstSteps): Html => {
  const words = firstStepsWords.in(language)
  const { roleName } = entranceWords.in(language)
  const begin = html`${words.fund}
    <div class="buttons">
      <a class="button main" href="/network/found">${foundingWords.in(language).toFound}</a>
      <a class="button" href="/network/book">${bookPageWords.in(language).bring}</a>
    </div>`
  const rows = leaders.map(
    (leader, i) =>
      html`<a class="button${i === 0 ? ' main' : ''}" href="${signInFormOf(leader)}"
        >${words.signInOf(roleName(leader.office), leader.card, leader.fundName)}</a
      >`,
  )
  return html`<section class="desk-part">
    <h2>${words.heading}</h2>
    <p>${words.lead}</p>
    <ol class="next">
      <li>${hasFund ? words.fundDone : begin}</li>
      <li>${words.signIns} ${rows.length === 0 ? '' : html`<div class="buttons">${rows}</div>`}</li>
      <li>${words.theirs}</li>
      <li>
        ${words.second}
        ${hasFund ? html`<div class="buttons"><a class="button" href="/network/add/staff">${networkWords.in(language).toAddStaff}</a></div>` : ''}
      </li>
    </ol>
  </section>`
}

/** What the administrator's desk is for, and what is to be done first while something is. */
export const networkLead = (language: Language, steps: FirstSteps | undefined): Html =>
  html`<p>${networkWords.in(language).networkLead}</p>
    ${steps ? firstStepsPart(language, steps) : ''}`
