import { type MeetingStep, meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { MeetingNow } from '#src/app/meeting/line.ts'
import type { MeetingView } from '#src/app/meeting/view.ts'
import { spokenCode } from '#src/app/meeting/meeting-code.ts'
import {
  type At,
  largeAmount,
  deskLayout,
  fact,
  figure,
  heading,
  warning,
} from '#src/pages/desk/parts.ts'
import { comparingAt } from '#src/pages/comparing/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import { goLarge } from '#src/pages/go-large.ts'
import { goOnPart, lineBar, nowPlace } from '#src/pages/meeting/line.ts'
import { meetingState, reminders } from '#src/pages/meeting/list.ts'
import { type StepFacts, otherMoneyPart, stepsPart } from '#src/pages/meeting/steps.ts'
import { behindMeetings, meetingWordsAt } from '#src/pages/meeting/parts.ts'
import { keeperText } from '#src/pages/meeting/minute-text.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { entryNameOf } from '#src/words/code-words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

export type MeetingShown = StepFacts & {
  readonly today: LocalDate
  /** Where the meeting goes on, for whoever may go on with it. */
  readonly now: MeetingNow | undefined
  /** Cards of who brought the keys. */
  readonly keyHolders: readonly string[]
  /** Cards of who keeps the box. */
  readonly boxKeepers: readonly string[]
  /** The code that the closing carries, and whether the book still gives it. */
  readonly code: { readonly digits: string; readonly stands: boolean } | undefined
}

const attendancePart = (at: At, { view }: MeetingShown): Html => {
  const words = meetingWordsAt(at)
  const { present, members, womenPresent, needed, isQuorum, isTaken } = view.attendance
  if (!isTaken) return html`<p>${words.nobodyYet}</p>`
  const said = isQuorum ? words.quorumThere(String(needed)) : words.quorumMissing(String(needed))
  return html`<p>
    <b class="figure">${words.presentOf(String(present), String(members))}</b>,
    ${words.womenPresent(String(womenPresent))}. ${mark(isQuorum ? 'good' : 'bad', said)}
  </p>`
}

const countText = (
  at: At,
  count: { readonly amount: number; readonly isByNote: boolean } | undefined,
  { currency }: MeetingView,
): Html => {
  const words = meetingWordsAt(at)
  if (count === undefined) return html`–`
  const how = count.isByNote ? words.byNote : words.writtenOnly
  return html`<b>${figure({ amount: count.amount, currency })}</b>
    <span class="quiet">${how}</span>`
}

const movedPart = (at: At, { view }: MeetingShown): Html => {
  const words = meetingWordsAt(at)
  const { moves, currency } = view
  return html`<section>
    <h2>${words.moved}</h2>
    ${
      moves.length === 0
        ? html`<p class="quiet">${words.nothingMoved}</p>`
        : html`<dl class="facts">
            ${moves.map(({ entryType, amount }) =>
              fact(
                entryNameOf(entryType, at.language),
                html`${amount < 0 ? '− ' : '+ '}${figure({ amount: Math.abs(amount), currency })}`,
              ),
            )}
          </dl>`
    }
  </section>`
}

const boxPart = (at: At, shown: MeetingShown): Html => {
  const words = meetingWordsAt(at)
  const { view, keyHolders, boxKeepers } = shown
  const { meeting, currency, expectedNow, missing } = view
  // Whoever counts at the end is not to know what should come out.
  const isBlind = meeting?.closing === undefined
  const sum = moneyInFigures({ amount: Math.abs(missing), currency })
  const keeper = keeperText(at, boxKeepers)
  return html`<section class="check meeting">
      <h2>${picture('box')} <span>${isBlind ? words.box : words.inBox}</span></h2>
      ${
        isBlind
          ? html`<p class="quiet">${words.blindMeaning}</p>`
          : largeAmount({ amount: expectedNow, currency }, at.language)
      }
      <dl class="facts">
        ${fact(words.opened, countText(at, meeting?.opening, view))}
        ${fact(words.closed, countText(at, meeting?.closing, view))}
        ${meeting?.opening?.place === undefined ? '' : fact(words.place, meeting.opening.place)}
        ${keyHolders.length === 0 ? '' : fact(words.keyHolders, keyHolders.join(', '))}
      </dl>
    </section>
    ${
      missing === 0
        ? ''
        : html`<p class="mended">
            ${
              missing > 0 ? words.differenceMissing(sum, keeper) : words.differenceOver(sum, keeper)
            }
          </p>`
    }`
}

const limitPart = (at: At, { view }: MeetingShown): Html | string => {
  const { currency, boxMax, meeting } = view
  const lies = meeting?.closing?.amount
  if (lies === undefined || lies <= boxMax) return ''
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const words = meetingWordsAt(at)
  return warning(words.toBank, [words.aboveLimit(money(lies), money(boxMax))])
}

const codePart = (at: At, { code, view }: MeetingShown): Html | string => {
  const words = meetingWordsAt(at)
  const { last, meeting } = view
  if (code)
    return html`<section class="check meeting code-part">
      <h2>${words.code}</h2>
      <p class="figure code" translate="no">${spokenCode(code.digits)}</p>
      <p class="quiet">${words.codeMeaning}</p>
      ${code.stands ? mark('good', words.codeStands) : mark('bad', words.codeDiffers)}
    </section>`
  const before = last?.closing?.code
  if (meeting?.closing || !before) return ''
  return html`<p>
    ${words.codeOfLast(dateInWords(last!.heldOn, at.language))}:
    <b class="code" translate="no">${spokenCode(before.digits)}</b>
  </p>`
}

const ways = (at: At, { view, rights }: MeetingShown): Html => {
  const words = meetingWordsAt(at)
  const to = (step: MeetingStep): string => meetingPlace.step(at, view.on, step)
  return html`<p class="buttons screen-only">
    <a class="button" href="${to('sheet')}">${words.blankSheet}</a>
    ${
      rights.mayTakeMoney
        ? html`<a class="button" href="${to('catch-up')}">${words.fromPaper}</a>
            <a class="button" href="${meetingPlace.carried(at)}">${words.fromPhone}</a>`
        : ''
    }
    ${view.meeting?.closing ? html`<a class="button" href="${to('text')}">${words.asText}</a>` : ''}
    ${
      rights.mayCompare
        ? html`<a class="button" href="${to('paper')}">${comparingAt(at).toComparisons}</a>`
        : ''
    }
  </p>`
}

/** Step by step, with papers: folded as long as the one large button leads through it. */
const allSteps = (at: At, shown: MeetingShown): Html => {
  const steps = html`${stepsPart(at, shown)} ${ways(at, shown)}`
  return shown.now === undefined
    ? steps
    : html`<details class="fold screen-only">
        <summary>${meetingWordsAt(at).allSteps}</summary>
        ${steps}
      </details>`
}

/** The one large button; of another day's meeting it does not say that it is today's. */
const wayOn = (at: At, { view: { on }, today }: MeetingShown, now: MeetingNow): Html =>
  now.step === 'count-in' && on !== today
    ? goLarge(nowPlace(at, on, now), { done: meetingWordsAt(at).step_open })
    : goOnPart(at, on, now)

/** What the list of steps does not tell already. */
const notInSteps = ({ view, rights }: MeetingShown) => ({
  isAwayDue: view.isAwayDue && !rights.mayCountAway,
  disputesOpen: rights.mayAnswer ? 0 : view.disputesOpen,
})

/** The desk of one meeting: how far it has come, the way on, and each step as a page of its own. */
export const meetingPage = (at: At, shown: MeetingShown): Html => {
  const words = meetingWordsAt(at)
  const { view, now, today } = shown
  const { on, meeting } = view
  const content = html`${heading('meeting', words.meetingOf(dateInWords(on, at.language)))}
    <p>
      ${meetingState(at, meeting ?? {}, on === today)}
      ${meeting?.opening?.among === 'women' ? html`<b>${words.womenOnly}</b>` : ''}
    </p>
    ${now === undefined ? '' : html`${lineBar(at, { step: now.step })} ${wayOn(at, shown, now)}`}
    ${codePart(at, shown)} ${boxPart(at, shown)} ${limitPart(at, shown)}
    ${attendancePart(at, shown)} ${allSteps(at, shown)} ${otherMoneyPart(at, shown)}
    ${movedPart(at, shown)} ${reminders(at, notInSteps(shown))}`
  return deskLayout({ ...behindMeetings(at), at: meetingPlace.of(at, on) }, content)
}
