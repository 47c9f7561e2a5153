import { html } from 'hono/html'
import type { NextStep } from '#src/app/lending/loan-register.ts'
import type { RequestView } from '#src/app/lending/loan-view.ts'
import { type HealthPlace, dayText, healthLayout } from '#src/pages/health/parts.ts'
import { ownPlace, quickExit } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { type Act, actsPart } from '#src/pages/lending/acts.ts'
import {
  type Telling,
  appraisalPart,
  requestTermsPart,
  decisionPart,
  disclosurePart,
  guarantorsPart,
} from '#src/pages/lending/loan-life.ts'
import { cardText, lendingWordsAt } from '#src/pages/lending/parts.ts'
import { healthWords } from '#src/words/words.ts'

/** What may be written down of a request: the step that it waits for, and what else is open to it. */
const actsOnRequest = (next: NextStep | undefined): readonly Act[] => {
  switch (next) {
    case 'appraisal':
      return ['appraisal', 'disclosure', 'guarantee', 'withdrawal']
    case 'disclosure':
      return ['disclosure', 'guarantee', 'withdrawal']
    case 'decision':
      return ['decision', 'disclosure', 'guarantee', 'withdrawal']
    case 'payout':
      return ['payout', 'guarantee', 'withdrawal']
    case 'appeal':
      return ['appeal']
    case undefined:
      return []
  }
}

type ShownRequest = Pick<Telling, 'currency' | 'isOwn'> & {
  readonly view: RequestView
  readonly next: NextStep | undefined
  readonly mayRecord: boolean
}

/** A request until it is paid out: from then on the same address shows the loan. */
export const requestPage = (shown: ShownRequest, place: HealthPlace): Html => {
  const { view, next, mayRecord, isOwn, currency } = shown
  const { language, fundId } = place
  const words = lendingWordsAt(place)
  const at: Telling = { language, currency, isOwn }
  const { loanId } = view.request
  const back = isOwn
    ? { href: ownPlace.own(fundId), label: healthWords.in(language).backToOwn }
    : { href: `/funds/${fundId}/loans`, label: words.backToRegister }
  return healthLayout(
    { ...place, back },
    html`${isOwn ? quickExit(language) : ''}
      <h1>${words.requestHeading}</h1>
      <p>
        <b>${cardText(at, view.card)}</b> · <bdi>${place.fundName}</bdi> ·
        ${words.askedOn(dayText(view.request.requestedOn, place))}
      </p>
      ${mayRecord ? actsPart(place, { loanId, acts: actsOnRequest(next) }) : ''}
      <div class="groups">
        ${requestTermsPart(at, view)} ${appraisalPart(at, view)}
        ${disclosurePart({ ...at, fundId }, view)} ${decisionPart(at, view)}
        ${guarantorsPart(at, view)}
      </div>`,
  )
}
