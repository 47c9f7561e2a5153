import { formWordsAt } from '#src/pages/lending/parts.ts'
import { type TaskName, placeOf, type MeetingStep, meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { MeetingView } from '#src/app/meeting/view.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import { meetingWordsAt } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { boxWords } from '#src/words/words.ts'

/** What a meeting's desk may offer, by the rights of whoever looks. */
type MeetingRights = {
  readonly mayCount: boolean
  readonly mayList: boolean
  readonly mayTakeMoney: boolean
  readonly mayAnswer: boolean
  readonly mayCountAway: boolean
  readonly mayCompare: boolean
}

/** What the steps know beside the meeting itself. */
export type StepFacts = {
  readonly view: MeetingView
  readonly rights: MeetingRights
  /** How many have been at the table, of how many. */
  readonly atTable: { readonly been: number; readonly of: number }
  /** Savings asked for that can be handed out by this day. */
  readonly withdrawalsDue: number
}

type Step = {
  readonly href: string
  readonly text: string
  readonly is: 'done' | 'open' | 'nothing'
  readonly more?: string
}

/** Work that comes by itself: so much of it waits, or nothing does. */
const waitingStep = (at: At, href: string, [text, count]: readonly [string, number]): Step => {
  const words = meetingWordsAt(at)
  return count === 0
    ? { href, text, is: 'nothing' }
    : { href, text, is: 'open', more: words.waiting(String(count)) }
}

const ofMoney = (at: At, { view, atTable, withdrawalsDue }: StepFacts): readonly Step[] => {
  const words = meetingWordsAt(at)
  const { been, of } = atTable
  const register = `${placeOf.loans(at)}?show=waiting`
  return [
    {
      href: meetingPlace.step(at, view.on, 'pass'),
      text: words.step_pass,
      is: been > 0 && been >= of ? 'done' : 'open',
      more: words.beenAtTable(String(been), String(of)),
    },
    waitingStep(at, register, [words.step_requests, view.requestsWaiting]),
    waitingStep(at, register, [words.step_payouts, view.payoutsWaiting]),
    waitingStep(at, placeOf.savings(at), [words.step_queue, withdrawalsDue]),
  ]
}

const stepsOf = (at: At, facts: StepFacts): readonly Step[] => {
  const words = meetingWordsAt(at)
  const { view, rights } = facts
  const { on, meeting, attendance } = view
  const step = (name: MeetingStep): string => meetingPlace.step(at, on, name)
  const given = (isGiven: boolean, ...steps: readonly Step[]) => (isGiven ? steps : [])
  const one = (name: 'open' | 'attendance' | 'close', isDone: boolean): Step => {
    return { href: step(name), text: words[`step_${name}`], is: isDone ? 'done' : 'open' }
  }
  const isClosed = meeting?.closing !== undefined
  return [
    ...given(rights.mayCount, one('open', meeting?.opening !== undefined)),
    ...given(rights.mayList, one('attendance', attendance.isTaken)),
    ...(rights.mayTakeMoney ? ofMoney(at, facts) : []),
    ...given(
      rights.mayAnswer,
      waitingStep(at, meetingPlace.disputes(at), [words.step_disputes, view.disputesOpen]),
    ),
    ...given(rights.mayCountAway && view.isAwayDue, {
      href: step('away'),
      text: words.step_away,
      is: 'open',
    }),
    ...given(rights.mayCount, one('close', isClosed)),
    { href: step('minutes'), text: words.step_minutes, is: isClosed ? 'open' : 'nothing' },
    { href: step('wall'), text: words.step_wall, is: isClosed ? 'open' : 'nothing' },
  ]
}

const stateOf = (at: At, { is, href }: Step): Html | string => {
  const words = meetingWordsAt(at)
  if (is === 'done') return mark('good', words.stepDone)
  const isPaper = href.endsWith('/minutes') || href.endsWith('/wall')
  if (is === 'nothing') return mark('calm', isPaper ? words.afterClosing : words.nothingWaits)
  return ''
}

/** The meeting from the opening to the minutes: each step a page of its own, with how far it has come. */
export const stepsPart = (at: At, facts: StepFacts): Html => {
  const words = meetingWordsAt(at)
  return html`<section class="screen-only">
    <h2>${words.steps}</h2>
    <ol class="steps">
      ${stepsOf(at, facts).map((step) => {
        const { href, text, more } = step
        return html`<li>
          <a class="task meeting" href="${href}">
            <span><b>${text}</b> ${more === undefined ? '' : html`<span>${more}</span>`}</span>
            ${stateOf(at, step)}
          </a>
        </li>`
      })}
    </ol>
  </section>`
}

const boxTasks: readonly TaskName[] = [
  'expense',
  'social-support',
  'donation',
  'support-payout',
  'bank',
  'statement',
]

/** What goes in and out of the box that is no member's turn. */
export const otherMoneyPart = (at: At, { rights }: Pick<StepFacts, 'rights'>): Html | string => {
  if (!rights.mayTakeMoney) return ''
  const acts = formWordsAt(at)
  return html`<details class="fold other-money screen-only">
    <summary>${boxWords.in(at.language).otherMoney}</summary>
    <p class="buttons">
      ${boxTasks.map(
        (task) =>
          html`<a class="button" href="${placeOf.record(at, task)}?fund=${at.fundId}"
            >${acts[`act_${task}` as 'act_expense']}</a
          >`,
      )}
    </p>
  </details>`
}
