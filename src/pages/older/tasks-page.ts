import { placeOf, taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { CommitteeTask, TaskKind } from '#domain/health/tasks.ts'
import { type At, deskLayout, figure, deskWordsAt } from '#src/pages/desk/parts.ts'
import { figureFact } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { cardText } from '#src/pages/lending/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { securityNamed } from '#src/words/older-task-words.ts'
import { olderWords } from '#src/words/report-words.ts'

const tasksPath = ({ fundId }: Pick<At, 'fundId'>): string => `/funds/${fundId}/tasks`

type ShownTasks = {
  readonly tasks: readonly (CommitteeTask & { readonly card: string })[]
  readonly currency: Currency
  readonly asOf: LocalDate
  readonly mayRecord: boolean
}

type Shown = ShownTasks & { readonly at: At }
type Task = ShownTasks['tasks'][number]

/** What is held, or how much is not demanded. */
const about = ({ at, currency }: Shown, { security, notDemanded }: Task): Html => {
  const words = olderWords.in(at.language)
  if (security !== null) return html`<b>${securityNamed(security, at.language)}</b>`
  return html`${words.notDemanded} <b>${figure({ amount: notDemanded ?? 0, currency })}</b>`
}

const line = (shown: Shown, task: Task): Html => {
  const { at, mayRecord } = shown
  const words = olderWords.in(at.language)
  const { kind, loanId, number, card, since } = task
  const act = kind === 'give-back' ? 'giving-back' : 'conversion'
  return html`<li>
    <a class="name" href="${placeOf.loan(at, loanId)}">
      <b><bdi>${deskWordsAt(at).loanOf(number)}</bdi></b> ${cardText(at, card)}
    </a>
    <span>${about(shown, task)}</span>
    <span>${words.since(dateInWords(since, at.language))}</span>
    ${
      mayRecord
        ? html`<a class="button step" href="${taskPath(at, act, { loan: loanId })}"
            >${kind === 'give-back' ? words.giveBackNow : words.convertNow}</a
          >`
        : ''
    }
  </li>`
}

const section = (shown: Shown, kind: TaskKind): Html | string => {
  const tasks = shown.tasks.filter((task) => task.kind === kind)
  if (tasks.length === 0) return ''
  const words = olderWords.in(shown.at.language)
  const name = kind === 'give-back' ? 'give_back' : 'convert'
  return html`<section>
    <h2>${words[name]} (${tasks.length})</h2>
    <p>${words[`${name}Meaning`]}</p>
    <ul class="register todo">
      ${tasks.map((task) => line(shown, task))}
    </ul>
  </section>`
}

/** What the committee has still to do about loans of an older book, each with the way to do it. */
export const tasksPage = (at: At, tasks: ShownTasks): Html => {
  const words = olderWords.in(at.language)
  const shown = { ...tasks, at }
  return deskLayout(
    at,
    html`<h1>${words.tasksHeading}</h1>
      <p>${words.tasksMeaning}</p>
      ${tasks.tasks.length === 0 ? html`<p>${words.noTasks}</p>` : ''}
      ${section(shown, 'give-back')} ${section(shown, 'convert')}`,
  )
}

/** How many things are still to do, as the way to them; nothing where there is none. */
export const openTasksPart = (
  at: Pick<At, 'fundId' | 'language'>,
  openTasks: number,
): Html | string =>
  openTasks === 0
    ? ''
    : html`<p class="way-back">
        <a class="button" href="${tasksPath(at)}"
          >${olderWords.in(at.language).openTasks(String(openTasks))}</a
        >
      </p>`

/** How much of each kind is still to do, and the way to it, for whoever looks at the fund from outside. */
export const countsPart = (
  at: Pick<At, 'fundId' | 'language'>,
  tasks: Readonly<Record<TaskKind, number>>,
): Html | string => {
  const words = olderWords.in(at.language)
  const open = tasks['give-back'] + tasks.convert
  if (open === 0) return ''
  return html`<section>
    <h2>${words.countsHeading}</h2>
    <dl class="figures">
      ${figureFact(words.give_back, String(tasks['give-back']))}
      ${figureFact(words.convert, String(tasks.convert))}
    </dl>
    ${openTasksPart(at, open)}
  </section>`
}
