import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import {
  type DutyTerm,
  type RequiredRole,
  type Trained,
  type TrainedRole,
  competenceOfRole,
  trainedRoles,
} from '#domain/network/training/trained.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingAfter } from '#src/pages/network/parts.ts'
import { trainingPath } from '#src/pages/training/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { trainingWords } from '#src/words/training-words.ts'
import { entranceWords } from '#src/words/words.ts'

/** Somebody of the network with what was learnt, and which duties stand. */
export type TrainedPerson = {
  readonly login: string
  readonly trainings: readonly Trained[]
  readonly duties: readonly (DutyTerm & { readonly isValid: boolean })[]
}

/** So many days before it is over a refresher is asked for. */
const soonDays = 60

const goodSaid = (language: Language, { refreshBy, struckOn }: Trained, today: LocalDate): Html => {
  const words = trainingWords.in(language)
  const day = dateInWords(refreshBy, language)
  if (struckOn !== undefined) return html`<span class="mark">${words.struck}</span>`
  if (refreshBy < today) return html`<span class="mark">${words.over(day)}</span>`
  return refreshBy < daysAfter(today, soonDays)
    ? html`<span class="mark">${words.soon(day)}</span>`
    : html`<span class="quiet">${words.goodUntil(day)}</span>`
}

const trainingRow = (
  language: Language,
  one: Trained,
  { today, mayWrite }: Pick<TrainingShown, 'today' | 'mayWrite'>,
): Html => {
  const words = trainingWords.in(language)
  const what = words[`competence_${one.competence}`]
  return html`<li>
    <span
      >${words.trained(what, dateInWords(one.on, language))} ${goodSaid(language, one, today)}</span
    >
    ${
      mayWrite && one.struckOn === undefined
        ? html`<p class="button-row">
            <a class="button" href="${trainingPath.log}/${one.trainingId}/strike"
              >${words.toStrike}</a
            >
          </p>`
        : ''
    }
  </li>`
}

const personPart = (
  language: Language,
  { login, trainings, duties }: TrainedPerson,
  shown: TrainingShown,
): Html => {
  const words = trainingWords.in(language)
  return html`<section class="desk-part">
    <h2><bdi>${login}</bdi></h2>
    <ul class="kept">
      ${trainings.map((one) => trainingRow(language, one, shown))}
      ${duties.map(
        ({ userId, duty, until, isValid }) =>
          html`<li>
            <span>
              <b>${words.dutyUntil(words[`duty_${duty}`], dateInWords(until, language))}</b>
              ${isValid ? '' : html`<span class="mark">${words.dutyRests}</span>`}
            </span>
            ${
              shown.mayWrite
                ? html`<p class="button-row">
                    <a class="button" href="${trainingPath.log}/duties/${userId}/${duty}/end"
                      >${words.toEnd}</a
                    >
                  </p>`
                : ''
            }
          </li>`,
      )}
    </ul>
  </section>`
}

const rulePart = (
  language: Language,
  role: TrainedRole,
  { required, mayWrite }: TrainingShown,
): Html => {
  const words = trainingWords.in(language)
  const rule = required.find((one) => one.role === role && one.isRequired)
  const name = entranceWords.in(language).roleName(role)
  const what = words[`competence_${competenceOfRole[role]}`]
  const [act, label] = rule ? ['let-go', words.toLetGo] : ['require', words.toRequire]
  return html`<li>
    <span
      >${
        rule
          ? words.needed(name, what, dateInWords(rule.from, language))
          : words.notNeeded(name, what)
      }</span
    >
    ${
      mayWrite
        ? html`<p class="button-row">
            <a class="button" href="${trainingPath.log}/rules/${role}/${act}">${label}</a>
          </p>`
        : ''
    }
  </li>`
}

type TrainingShown = {
  readonly people: readonly TrainedPerson[]
  readonly required: readonly RequiredRole[]
  readonly today: LocalDate
  readonly mayWrite: boolean
  readonly done: string | undefined
}

/** What the network's own people have learnt, by login, and which roles ask for it. */
export const trainingPage = (frame: PageFrame, shown: TrainingShown): Html => {
  const { language } = frame
  const words = trainingWords.in(language)
  const { people, mayWrite, done } = shown
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingAfter('person', words.heading, done)}
      <p>${words.lead}</p>
      ${
        mayWrite
          ? html`<div class="buttons">
              <a class="button" href="${trainingPath.log}/record">${words.toRecord}</a>
              <a class="button" href="${trainingPath.log}/duties">${words.toGive}</a>
            </div>`
          : ''
      }
      ${people.length === 0 ? html`<p>${words.none}</p>` : ''}
      ${people.map((one) => personPart(language, one, shown))}
      <section class="desk-part">
        <h2>${words.rules}</h2>
        <p>${words.rulesLead}</p>
        <ul class="kept">
          ${trainedRoles.map((role) => rulePart(language, role, shown))}
        </ul>
      </section>
    </div>`,
  })
}
