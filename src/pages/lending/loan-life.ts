import { agreementPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { daysAfter } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { appealDaysMax } from '#domain/loans/request/steps.ts'
import type { BurdenBand, LoanRequest } from '#domain/loans/request/request-state.ts'
import type { Decided, RequestView } from '#src/app/lending/loan-view.ts'
import type { Html } from '#src/pages/layout.ts'
import { figureFact, mark } from '#src/pages/health/parts.ts'
import { comesWith } from '#src/desk/comes-with.ts'
import { cardText, stateMark, lendingWordsAt } from '#src/pages/lending/parts.ts'
import { askingWords, gatesWords, lendingWords } from '#src/words/words.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

/** What the parts of a request are told in: a household reads no other member's card. */
export type Telling = {
  readonly language: Language
  readonly currency: Currency
  readonly isOwn: boolean
  /** Given where names may stand beside cards. */
  readonly nameOf?: ((card: string) => string | undefined) | undefined
}

const money = ({ currency }: Telling, amount: number): string =>
  moneyInFigures({ amount, currency })

/** What was asked for. */
export const requestTermsPart = (at: Telling, { request }: RequestView): Html => {
  const words = lendingWordsAt(at)
  const { product, principal, months, purpose, firstDueOn } = request.asked
  const { language } = at
  return html`<section>
    <h2>${words.request}</h2>
    <p class="large">${money(at, principal)}</p>
    <p>${stateMark(at, request.state)}</p>
    <dl class="figures">
      ${figureFact(words.product, words[`product_${product}`])}
      ${figureFact(words.months, String(months))}
      ${figureFact(words.purpose, words[`purpose_${purpose}`])}
      ${firstDueOn === undefined ? '' : figureFact(words.firstDue, dateInWords(firstDueOn, language))}
      ${comesWith(request.asked, at).map(([label, said]) => figureFact(label, said))}
    </dl>
  </section>`
}

type Meaning = BurdenBand | 'nothing-asked' | 'lighter'

/** What the burden that was found means for the vote. */
const burdenMeaning = ({ asked, appraisal }: LoanRequest): Meaning => {
  const burden = appraisal?.burden ?? 'unknown'
  if (asked.product === 'emergency') return 'nothing-asked'
  const isLighter = asked.purpose === 'buy-out' && appraisal?.lightens === true
  return isLighter && burden !== 'unknown' ? 'lighter' : burden
}

/** Somebody by name, where it may be seen, and card, in a sentence. */
const cardSaid = ({ language, nameOf }: Telling, card: string): string => {
  const name = nameOf?.(card)
  const byCard = lendingWords.in(language).theCard(card)
  return name === undefined ? byCard : `${name} (${card})`
}

/** Who looked into it, as far as a reader may know: where somebody else wrote it down and it was not confirmed, so. */
const appraisedBySaid = (
  at: Telling,
  { request: { appraisal }, appraisedBy = '?' }: RequestView,
): string => {
  const words = lendingWordsAt(at)
  if (at.isOwn || !appraisal) return ''
  const who = cardSaid(at, appraisedBy)
  return appraisal.signedBy === undefined ? words.writtenFor(who) : words.byOfficer(who)
}

/** What was found, and what the vote may do with it. */
export const appraisalBody = (at: Telling, view: RequestView): Html => {
  const { request } = view
  const by = appraisedBySaid(at, view)
  const words = lendingWordsAt(at)
  const asking = askingWords.in(at.language)
  const { appraisal } = request
  return html`<dl class="figures">
      ${figureFact(
        asking.burdenFound,
        asking[`band_${appraisal?.burden ?? 'unknown'}`],
        appraisal &&
          mark(
            appraisal.finding === 'sound' ? 'good' : 'eased',
            words[`finding_${appraisal.finding}`],
          ),
      )}
    </dl>
    ${by === '' ? '' : html`<p><bdi>${by}</bdi></p>`}
    <p>${asking.burdenMeans}: <b>${asking[`means_${burdenMeaning(request)}`]}</b></p>`
}

/** For which day of pay-out the whole price was put before the household, and the paper on which it stands. */
export const disclosureBody = (
  at: Telling & { readonly fundId: string },
  { request: { disclosure, loanId } }: RequestView,
): Html =>
  html`<dl class="figures">
      ${
        disclosure === undefined
          ? ''
          : figureFact(
              gatesWords.in(at.language).readFor,
              dateInWords(disclosure.paidOutOn, at.language),
            )
      }
    </dl>
    <p class="screen-only">
      <a class="button" href="${agreementPath(at, loanId)}">${lendingWordsAt(at).toAgreement}</a>
    </p>`

const countedVotes = (at: Telling, decided: Decided): Html => {
  const words = lendingWordsAt(at)
  const { by, yes, no, recused, present, confirmedBy, reason } = decided
  return html`<p>${by === 'officers' ? words.byOfficers : words.byMeeting}</p>
    <dl class="figures">
      ${present === undefined ? '' : figureFact(words.present, String(present))}
      ${figureFact(words.yes, String(yes))} ${figureFact(words.no, String(no))}
      ${recused === 0 ? '' : figureFact(words.steppedOut, String(recused))}
      ${figureFact(words.confirmedBy, at.isOwn ? words.theChair : cardText(at, confirmedBy))}
      ${reason === undefined ? '' : figureFact(words.reason, words[`reason_${reason}`])}
    </dl>`
}

/** How many voted how, who confirmed it, and until when a no may be appealed. */
export const decisionBody = (at: Telling, { request, decided }: RequestView): Html => {
  const words = lendingWordsAt(at)
  if (decided === undefined) return html`<p>${words.notDecided}</p>`
  const mayAppeal = request.state === 'refused' && request.appealedOn === undefined
  const until = dateInWords(daysAfter(decided.on, appealDaysMax), at.language)
  return html`${countedVotes(at, decided)}
  ${mayAppeal ? html`<p>${words.mayAppeal(until)}</p>` : ''}`
}

/** Who stands for it; to a household only how many. */
export const guarantorsPart = (at: Telling, asked: RequestView | undefined): Html => {
  const words = lendingWordsAt(at)
  const guarantors = asked?.guarantors ?? []
  if (guarantors.length === 0)
    return html`<section>
      <h2>${words.guarantors}</h2>
      <p>${words.noGuarantors}</p>
    </section>`
  const named = guarantors.map(({ card, upTo, now }) =>
    figureFact(
      cardText(at, card),
      words.upTo(money(at, upTo)),
      html`<span class="quiet">${words.standsNow(money(at, now))}</span>`,
    ),
  )
  return html`<section>
    <h2>${words.guarantors}</h2>
    ${asked?.request.isGroupGuarantee ? html`<p>${words.groupGuarantee}</p>` : ''}
    ${
      at.isOwn
        ? html`<p>${words.guarantorCount(String(guarantors.length))}</p>`
        : html`<dl class="figures">${named}</dl>`
    }
  </section>`
}
