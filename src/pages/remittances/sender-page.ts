import { html } from 'hono/html'
import { decimalText } from '#domain/kernel/money.ts'
import { grouped } from '#domain/remittances/reference.ts'
import type { SenderArrival, SenderSent, SenderView } from '#src/app/remittances/sender-view.ts'
import { fact, figure } from '#src/pages/desk/parts.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { paymentCodePart, referenceFigure } from '#src/pages/remittances/code-part.ts'
import { remittancePath } from '#src/pages/remittances/parts.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'

type Shown = {
  readonly view: SenderView
  /** What was just done, in words. */
  readonly done?: string | undefined
  /** Where it is said, without a name, that money did not arrive. */
  readonly lostAt: string
}

const riel = 'KHR'

const rulePart = (frame: PageFrame, { rule, currency }: SenderView): Html => {
  const words = remittanceWords.in(frame.language)
  const said = ({ fixed, shares = 0 }: { fixed?: number; shares?: number }): string =>
    fixed === undefined
      ? words.ruleShares(shares)
      : words.ruleFixed(moneyInFigures({ amount: fixed, currency }))
  return html`<section>
    <h2>${words.ruleHeading}</h2>
    ${
      rule
        ? html`<p>${words.ruleFrom(dateInWords(rule.from, frame.language))}</p>
            <dl class="facts">
              ${rule.parts.map((part) =>
                fact(
                  html`${words[`use_${part.use}`]}
                    <span class="quiet" dir="ltr">${grouped(part.reference)}</span>`,
                  said(part),
                ),
              )}
            </dl>`
        : html`<p>${words.ruleNone}</p>`
    }
    <p class="buttons">
      <a class="button" href="${remittancePath.sentRule}">${words.ruleChange}</a>
    </p>
  </section>`
}

const hundredth = 2

const sentPart = (frame: PageFrame, one: SenderSent): Html => {
  const { language } = frame
  const words = remittanceWords.in(language)
  const { sent, promised, came, hasArrived, isOverdue } = one
  const told = [dateInWords(sent.quotedOn, language), sent.quotedAt].filter(Boolean).join(' ')
  const money = (amount: number) => figure({ amount, currency: riel })
  return html`<li>
    <p><b>${dateInWords(sent.on, language)}</b> ${words[`channel_${sent.channel}`]}</p>
    <dl class="facts">
      ${fact(words.paid, figure({ amount: sent.paid, currency: sent.currency }))}
      ${fact(words.fee, figure({ amount: sent.fee, currency: sent.currency }))}
      ${fact(words.rate, words.quoted(sent.rate, told))} ${fact(words.promised, money(promised))}
      ${fact(words.arrived, came ? money(came.arrived) : hasArrived ? words.arrivedBelow : words.notYet)}
      ${came && came.lost > 0 ? fact(words.lostOnWay, html`<b>${money(came.lost)}</b>`) : ''}
      ${
        came?.cost === undefined
          ? ''
          : fact(words.cost, words.costOf(decimalText(came.cost, hundredth)))
      }
    </dl>
    ${isOverdue ? html`<p>${words.overdue}</p>` : ''}
  </li>`
}

const arrivalPart = (frame: PageFrame, { currency }: SenderView, one: SenderArrival): Html => {
  const words = remittanceWords.in(frame.language)
  return html`<li>
    <p><b>${dateInWords(one.on, frame.language)}</b> ${figure({ amount: one.amount, currency })}</p>
    <dl class="facts">
      ${one.parts.map(({ use, amount }) => fact(words[`use_${use}`], figure({ amount, currency })))}
    </dl>
    ${one.isUnlikeRule ? html`<p><b>${words.unlikeRule}</b></p>` : ''}
  </li>`
}

/** What somebody abroad has in the own hand of the money they send: seen by nobody else, and showing nobody else. */
export const senderPage = (frame: PageFrame, { view, done, lostAt }: Shown): Html => {
  const words = remittanceWords.in(frame.language)
  return layout({
    ...frame,
    content: html`<div class="desk">
      <h1>${words.sentHeading}</h1>
      ${done === undefined ? '' : goodBox(done)}
      <p>${words.sentLead}</p>
      <section>
        <h2>${words.ownReference}</h2>
        ${referenceFigure(view.reference)}
        <p>${words.referenceMeaning}</p>
        ${paymentCodePart(frame.language, view)}
        <p><a class="button" href="${remittancePath.sentRenew}">${words.renew}</a></p>
        <p><a class="button" href="${remittancePath.sentEnd}">${words.endCard}</a></p>
      </section>
      ${rulePart(frame, view)}
      <section>
        <h2>${words.sendingHeading}</h2>
        ${view.sent.length === 0 ? html`<p>${words.sendingNone}</p>` : ''}
        <ul class="kept">
          ${view.sent.map((one) => sentPart(frame, one))}
        </ul>
        <p class="buttons">
          <a class="button" href="${remittancePath.sentMore}">${words.sendingAdd}</a>
          <a class="button" href="${remittancePath.prices}">${words.prices}</a>
        </p>
      </section>
      <section>
        <h2>${words.arrivals}</h2>
        ${view.arrivals.length === 0 ? html`<p>${words.arrivalsNone}</p>` : ''}
        <ul class="kept">
          ${view.arrivals.map((one) => arrivalPart(frame, view, one))}
        </ul>
        <p><a class="button" href="${lostAt}">${words.lost}</a></p>
      </section>
    </div>`,
  })
}
