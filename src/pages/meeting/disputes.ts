import { kindText } from '#src/desk/corrections/disputed.ts'
import { placeOf, meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { ListedDispute } from '#src/app/meeting/disputes.ts'
import { type At, deskLayout, heading } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import { behindMeetings } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { disputeWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

export const disputeWordsAt = ({ language }: Pick<At, 'language'>) => disputeWords.in(language)

const statePart = (at: At, dispute: ListedDispute): Html => {
  const words = disputeWordsAt(at)
  const { answer, dueOn, isLate, isWithNgo } = dispute
  const date = dateInWords(answer?.on ?? dueOn, at.language)
  if (answer) return mark('good', `${words[`answer_${answer.answer}`]}, ${words.answeredOn(date)}`)
  const due = isLate ? mark('bad', words.late(date)) : mark('calm', words.dueBy(date))
  return isWithNgo ? html`${mark('eased', words.withNgo)} ${due}` : due
}

type DisputeList = {
  readonly disputes: readonly (ListedDispute & {
    /** Whose it is, where whoever looks has to answer it. */
    readonly card: string | undefined
  })[]
  readonly mayAnswer: boolean
  readonly mayRaise: boolean
}

const line = (at: At, dispute: DisputeList['disputes'][number], mayAnswer: boolean): Html => {
  const words = disputeWordsAt(at)
  const { number, kind, reason, raisedOn, answer, disputeId, card } = dispute
  const about = `${placeOf.record(at, 'dispute-answer')}?dispute=${disputeId}`
  return html`<li>
    <span class="name"
      ><b>${words.numberOf(number)}</b> ${card === undefined ? '' : html`<bdi>${card}</bdi>`}</span
    >
    <span>${kindText(at, kind)}: ${words[`reason_${reason}`]}</span>
    <span>${words.raisedOn(dateInWords(raisedOn, at.language))}</span>
    <span>${statePart(at, dispute)}</span>
    ${
      answer === undefined
        ? mayAnswer
          ? html`<a class="button" href="${about}">${words.answerIt}</a>`
          : html`<span class="quiet">${words.whoAnswers}</span>`
        : ''
    }
  </li>`
}

/** Everything that members have said is not right: what waits, and what was answered. */
export const disputesPage = (at: At, { disputes, mayAnswer, mayRaise }: DisputeList): Html => {
  const words = disputeWordsAt(at)
  const part = (title: string, some: DisputeList['disputes']): Html | string =>
    some.length === 0
      ? ''
      : html`<section>
          <h2>${title}</h2>
          <ul class="register disputes">
            ${some.map((one) => line(at, one, mayAnswer))}
          </ul>
        </section>`
  const content = html`${heading('stop', words.disputes)}
    <p>${words.disputesMeaning}</p>
    ${
      mayRaise
        ? html`<p class="buttons">
            <a class="button" href="${placeOf.record(at, 'dispute')}">${words.raise}</a>
          </p>`
        : ''
    }
    ${disputes.length === 0 ? html`<p>${words.noDisputes}</p>` : ''}
    ${part(
      words.open,
      disputes.filter(({ answer }) => answer === undefined),
    )}
    ${part(
      words.answered,
      disputes.filter(({ answer }) => answer !== undefined),
    )}`
  return deskLayout({ ...behindMeetings(at), at: meetingPlace.disputes(at) }, content)
}
