import { html } from 'hono/html'
import { type AlarmStep, alarmOf, needsOtherRhythm } from '#domain/cases/alarm.ts'
import { type Due, duesFor } from '#domain/cases/dues.ts'
import type { Item } from '#domain/cases/file.ts'
import type { CaseCommand } from '#domain/cases/operations/all.ts'
import { addTask } from '#domain/cases/operations/plan.ts'
import { offerReferral } from '#domain/cases/operations/referrals.ts'
import { type CaseShown, toldItem } from '#src/pages/cases/told.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseWords } from '#src/words/words.ts'

/** What can be done at once about something that is due; the first is what is usual. */
const stepWays = {
  task: ['FinishTask'],
  'follow-up': ['RecordFollowUp'],
  'check-in': ['RecordCheckIn'],
  answer: ['SetReferralState', 'RemindReferral'],
  'child-route': ['OfferReferral'],
  'left-behind': ['SetLeftBehind'],
} as const satisfies Readonly<Record<Due['what'], readonly CaseCommand[]>>
type StepCommand = (typeof stepWays)[Due['what']][number]

/** What somebody who is late, or of whom nothing is heard, must not overlook. */
type Step = {
  readonly what: Due['what']
  readonly says: Html | string
  readonly more?: string | undefined
  readonly on: string
  readonly item?: Item | undefined
}

const lists = { task: addTask, answer: offerReferral } as const

const ofDue = (shown: CaseShown, { what, on, item: id }: Due): Step => {
  const words = caseWords.in(shown.language)
  const operation = what === 'task' || what === 'answer' ? lists[what] : undefined
  const item = operation && shown.file.lists[operation.name]?.find((one) => one.item === id)
  const says = item && operation ? toldItem(shown, operation, item) : words[`due_${what}`]
  return { what, on, says, item }
}

/** An alarm comes before all that is late: somebody may be in need. */
const ofAlarm = ({ file, language, today }: CaseShown): Step | undefined => {
  const alarm = alarmOf(file, today)
  if (!alarm) return undefined
  const words = caseWords.in(language)
  const reached = alarm.reached.at(-1) as AlarmStep
  const doubted = needsOtherRhythm(file) ? ` ${words.needsOtherRhythm}` : ''
  return {
    what: 'check-in',
    on: alarm.since,
    says: words[`alarm_${alarm.why}`],
    more: `${words[`alarm_reached_${reached}`]}${doubted}`,
  }
}

const buttons = (shown: CaseShown, { what, item }: Step): Html => {
  const words = caseWords.in(shown.language)
  const route = item?.value['route']
  const isDanger = route === 'danger-numbers-first'
  const commands: readonly StepCommand[] =
    route === 'child-protection-route' ? ['OfferReferral', 'FinishTask'] : stepWays[what]
  const hrefOf = (command: StepCommand): string =>
    shown.path(command, command === 'OfferReferral' ? undefined : item?.item)
  return html`<div class="buttons">
    ${isDanger ? html`<a class="button main" href="${shown.numbersAt}">${words.toNumbers}</a>` : ''}
    ${commands.map(
      (command, i) =>
        html`<a class="button${i === 0 && !isDanger ? ' main' : ''}" href="${hrefOf(command)}"
          >${words[`do_${command}`]}</a
        >`,
    )}
  </div>`
}

/** What comes next, with what can be done about it at once; or the way to write down what comes next. */
export const nextStep = (shown: CaseShown): Html | string => {
  const { file, language, today, reader } = shown
  if (file.closed) return ''
  const words = caseWords.in(language)
  const [due] = duesFor(file, reader)
  const step = ofAlarm(shown) ?? (due && ofDue(shown, due))
  if (!step)
    return html`<section class="case-next">
      <h2>${words.nothingDue}</h2>
      <div class="buttons">
        <a class="button main" href="${shown.path(addTask.command)}">${words.planNext}</a>
      </div>
    </section>`
  const isLate = step.on < today
  return html`<section class="case-next${isLate ? ' is-late' : ''}">
    <p class="quiet">${isLate ? words.late : words.next} · ${dateInWords(step.on, language)}</p>
    <h2>${step.says}</h2>
    ${step.more === undefined ? '' : html`<p>${step.more}</p>`} ${buttons(shown, step)}
  </section>`
}
