import { formWordsAt } from '#src/pages/lending/parts.ts'
import { type TaskName, placeOf, meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { type LineStep, lineSteps } from '#src/app/meeting/line.ts'
import type { MeetingView } from '#src/app/meeting/view.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import { stepPage } from '#src/pages/meeting/line.ts'
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
  readonly mayTalk: boolean
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

/** The five steps of the line, under the names and numbers that the bar gives them. */
const onLine = (at: At, { view, rights, atTable }: StepFacts): readonly Step[] => {
  const words = meetingWordsAt(at)
  const { on, meeting, attendance } = view
  const { been, of } = atTable
  const waiting = view.requestsWaiting + view.payoutsWaiting
  const facts: Readonly<Record<LineStep, Omit<Step, 'href' | 'text'> & { readonly may: boolean }>> =
    {
      'count-in': { may: rights.mayCount, is: meeting?.opening ? 'done' : 'open' },
      'who-is-here': { may: rights.mayList, is: attendance.isTaken ? 'done' : 'open' },
      'at-the-table': {
        may: rights.mayTakeMoney,
        is: been > 0 && been >= of ? 'done' : 'open',
        more: words.beenAtTable(String(been), String(of)),
      },
      loans: {
        may: rights.mayTakeMoney,
        is: waiting === 0 ? 'nothing' : 'open',
        ...(waiting > 0 && { more: words.waiting(String(waiting)) }),
      },
      'count-out': { may: rights.mayCount, is: meeting?.closing ? 'done' : 'open' },
    }
  return lineSteps.flatMap((step, i): readonly Step[] => {
    const { may, ...fact } = facts[step]
    const href = meetingPlace.step(at, on, stepPage[step])
    const text = words.lineNamed(String(i + 1), words[`line_${step}`])
    return may ? [{ ...fact, href, text }] : []
  })
}

/** What belongs to a meeting beside its line, in no order. */
const besideLine = (at: At, { view, rights, withdrawalsDue }: StepFacts): readonly Step[] => {
  const words = meetingWordsAt(at)
  const given = (isGiven: boolean, step: Step) => (isGiven ? [step] : [])
  const paper = (name: 'minutes' | 'wall'): Step => ({
    href: meetingPlace.step(at, view.on, name),
    text: words[`step_${name}`],
    is: view.meeting?.closing === undefined ? 'nothing' : 'open',
  })
  const handOut = [words.step_queue, withdrawalsDue] as const
  const answer = [words.step_disputes, view.disputesOpen] as const
  return [
    ...given(rights.mayTakeMoney, waitingStep(at, placeOf.savings(at), handOut)),
    ...given(rights.mayAnswer, waitingStep(at, meetingPlace.disputes(at), answer)),
    ...given(rights.mayCountAway && view.isAwayDue, {
      href: meetingPlace.step(at, view.on, 'away'),
      text: words.step_away,
      is: 'open',
    }),
    ...given(rights.mayTalk, {
      href: meetingPlace.step(at, view.on, 'talk'),
      text: words.step_talk,
      is: 'nothing',
    }),
    paper('minutes'),
    paper('wall'),
  ]
}

const stateOf = (at: At, { is, href }: Step): Html | string => {
  const words = meetingWordsAt(at)
  if (is === 'done') return mark('good', words.stepDone)
  const isPaper = href.endsWith('/minutes') || href.endsWith('/wall')
  if (is === 'nothing') return mark('calm', isPaper ? words.afterClosing : words.nothingWaits)
  return ''
}

const stepList = (at: At, heading: string, steps: readonly Step[]): Html =>
  steps.length === 0
    ? html``
    : html`<h2>${heading}</h2>
        <ul class="steps">
          ${steps.map((step) => {
            const { href, text, more } = step
            return html`<li>
              <a class="task meeting" href="${href}">
                <span><b>${text}</b> ${more === undefined ? '' : html`<span>${more}</span>`}</span>
                ${stateOf(at, step)}
              </a>
            </li>`
          })}
        </ul>`

/** The meeting from the opening to the minutes: each step a page of its own, with how far it has come. */
export const stepsPart = (at: At, facts: StepFacts): Html =>
  html`<section class="screen-only">
    ${stepList(at, meetingWordsAt(at).steps, onLine(at, facts))}
    ${stepList(at, meetingWordsAt(at).beside, besideLine(at, facts))}
  </section>`

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
