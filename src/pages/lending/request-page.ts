import { html } from 'hono/html'
import type { Ruling } from '#domain/fairness/ruling.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import type { RequestView } from '#src/app/lending/loan-view.ts'
import { comesWith } from '#src/desk/comes-with.ts'
import type { Content } from '#src/desk/content.ts'
import { placeOf } from '#src/desk/places.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import { type At, deskWordsAt, figure } from '#src/pages/desk/parts.ts'
import {
  type HealthPlace,
  figureFact,
  dayText,
  healthLayout,
  mark,
} from '#src/pages/health/parts.ts'
import { rulingsPart } from '#src/pages/fair/rulings-part.ts'
import { ownPlace } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { type Act, actsPart } from '#src/pages/lending/acts.ts'
import { type OpenGate, gatesPart } from '#src/pages/lending/gates.ts'
import { type Telling, guarantorsPart } from '#src/pages/lending/loan-life.ts'
import { lendingWordsAt, stateMark } from '#src/pages/lending/parts.ts'
import { refusalBox } from '#src/pages/forms/form.ts'
import { whoHeading } from '#src/pages/people/face.ts'
import { gatesWords, healthWords } from '#src/words/words.ts'

type ShownRequest = Pick<Telling, 'currency' | 'isOwn'> & {
  readonly view: RequestView
  readonly hasPhoto: boolean
  readonly open: OpenGate | undefined
  readonly asOf: string
  /** What is open to it beside the next gate. */
  readonly acts: readonly Act[]
  /** Its price and what else is known before the next gate; nothing of it to a household. */
  readonly beside: Content
  /** What the borrower owes already; told to nobody else than officers and auditors. */
  readonly owing: readonly LoanStanding[]
  /** What no vote lends, before everything that is asked. */
  readonly refusing: readonly Ruling[]
  /** Why something was not taken that is none of the next gate. */
  readonly refusal: Html | undefined
}

type Part = ShownRequest & { readonly at: At & Telling; readonly place: HealthPlace }

/** What was asked for, in a line under whose it is. */
const askedLine = ({ at, view, currency }: Part): Html => {
  const { principal, months } = view.request.asked
  const time = gatesWords.in(at.language).overMonths(String(months))
  return html`<b>${figure({ amount: principal, currency })}</b> · ${time}`
}

const headingPart = (part: Part): Html => {
  const { at, view, isOwn, hasPhoto } = part
  const words = lendingWordsAt(at)
  const { memberId } = view.request.asked
  if (!isOwn)
    return whoHeading(
      at,
      { memberId, card: view.card, hasPhoto },
      { more: askedLine(part), hear: words.requestHeading },
    )
  return html`<h1>${words.requestHeading}</h1>
    <p>${askedLine(part)}</p>`
}

/** What is owed on other loans, and whether it is late: whoever looks into another one must see it. */
const owingPart = ({ at, owing, currency }: Part): Html | '' => {
  const words = lendingWordsAt(at)
  if (owing.length === 0) return ''
  return html`<ul class="owing">
    ${owing.map(
      ({ loan: { loanId, number }, owed, daysPastDue }) =>
        html`<li>
          <a href="${placeOf.loan(at, loanId)}"><bdi>${deskWordsAt(at).loanOf(number)}</bdi></a>
          · ${words.left} <b>${figure({ amount: owed, currency })}</b> ·
          ${daysPastDue > 0 ? mark('bad', words.daysLate(String(daysPastDue))) : mark('good', words.onTime)}
        </li>`,
    )}
  </ul>`
}

/** When it was asked for and how it stands; what came with it and who stands for it, a phone opens. */
const termsPart = ({ at, view, place, currency, open }: Part): Html => {
  const { request } = view
  const words = lendingWordsAt(at)
  const { product, purpose } = request.asked
  const state = html`<p>
    ${stateMark(at, request.state)} · ${words.askedOn(dayText(request.requestedOn, place))}
  </p>`
  // While a gate is open the gates say how it stands.
  return html`${open === undefined ? state : ''}
    <details class="fold wide-open">
      <summary>${words.requestHeading}</summary>
      ${open === undefined ? '' : state}
      <dl class="figures">
        ${figureFact(words.product, words[`product_${product}`])}
        ${figureFact(words.purpose, words[`purpose_${purpose}`])}
        ${comesWith(request.asked, { language: at.language, currency }).map(([label, said]) =>
          figureFact(label, said),
        )}
      </dl>
      ${guarantorsPart(at, view)}
    </details>`
}

/** A request until it is paid out: one page with four gates. From then on the same address shows the loan. */
export const requestPage = (shown: ShownRequest, at: At, place: HealthPlace): Html => {
  const { view, isOwn, currency, open, acts, beside, asOf } = shown
  const { language, fundId } = place
  const telling = { ...at, language, currency, isOwn }
  const part = { ...shown, at: telling, place }
  const { loanId } = view.request
  const back = isOwn
    ? { href: ownPlace.own(fundId), label: healthWords.in(language).backToOwn }
    : { href: `/funds/${fundId}/loans`, label: lendingWordsAt(place).backToRegister }
  return healthLayout(
    { ...place, back, at: `/funds/${fundId}/loans/${loanId}`, isLeftAtOnce: isOwn },
    html`<div class="desk loan-gates">
      ${headingPart(part)} ${shown.refusal === undefined ? '' : refusalBox(shown.refusal)}
      ${shown.refusing.length === 0 ? '' : rulingsPart(shown.refusing, at)} ${owingPart(part)}
      <div class="gate-columns">
        ${gatesPart(telling, { view, open, asOf })}
        <div>${contentPart(at, beside)} ${termsPart(part)}</div>
      </div>
      ${actsPart(place, { loanId, acts, isBeside: true })}
    </div>`,
  )
}
