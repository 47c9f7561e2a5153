import { placeOf, taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type {
  Jumper,
  LendingQueue,
  PromisedLine,
  QueueLine,
  QueuePlace,
  RefusedLine,
} from '#src/app/lending/lending-queue.ts'
import { type At, deskLayout, fact, figure, wayBack } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import { inFolds } from '#src/pages/folds.ts'
import type { Html } from '#src/pages/layout.ts'
import { cardText, stateMark, stepLink, lendingWordsAt } from '#src/pages/lending/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import type { QueueWords } from '#src/words/en/queue.ts'
import { queueWords } from '#src/words/words.ts'

type ShownQueue = { readonly queue: LendingQueue; readonly mayRecord: boolean }

type Part = ShownQueue & { readonly at: At; readonly words: QueueWords }

/** Why a request stands where it stands, in plain words. */
const reasonText = ({ reasons }: Pick<QueueLine, 'reasons'>, words: QueueWords): string =>
  reasons.length === 0
    ? words.reason_none
    : reasons.map((reason) => words[`reason_${reason}`]).join(' ')

const reachText = ({ queue: { lines }, words }: Part): string => {
  const reached = lines.filter(({ isReached }) => isReached).length
  if (reached === 0) return words.reachesNone
  return reached === lines.length ? words.reachesAll : words.reaches(String(reached))
}

/** First the sum that a vote can give out, then how it is counted, to be checked against the box. */
const cashPart = (part: Part): Html => {
  const { queue, words } = part
  const { cash, currency, lines } = queue
  const money = (amount: number): Html => figure({ amount, currency })
  const { mustStayPercent } = cash
  return html`<section class="check loans">
    <h2>${words.lendable}</h2>
    <p class="figure">${money(cash.lendable)}</p>
    ${lines.length === 0 ? '' : html`<p>${reachText(part)}</p>`}
    <details class="fold">
      <summary>${words.howCounted}</summary>
      <dl class="facts">
        ${fact(words.cash, money(cash.cash))} ${fact(words.earmarked, money(cash.earmarked))}
        ${fact(words.mustStay(String(mustStayPercent)), money(cash.mustStay))}
        ${cash.pledged > 0 ? fact(words.pledged, money(cash.pledged)) : ''}
        ${fact(words.askedBySavers, money(cash.askedBySavers))}
        ${fact(words.promised, money(cash.promised))}
        ${fact(words.lendable, html`<b>${money(cash.lendable)}</b>`)}
      </dl>
    </details>
  </section>`
}

/** Who was served before a request that comes first by the rule. */
const jumpedText = ({ at, words }: Part, jumpedBy: readonly Jumper[]): Html | string =>
  jumpedBy.length === 0
    ? ''
    : html`<ul class="flags">
        ${jumpedBy.map(
          ({ card, on }) => html`<li>${words.jumpedBy(card, dateInWords(on, at.language))}</li>`,
        )}
      </ul>`

const promisedOf = (part: Part, line: PromisedLine): Html => {
  const { at, queue, words } = part
  const life = lendingWordsAt(at)
  return html`<li>
    <a class="name" href="${placeOf.loan(at, line.loanId)}">
      <b>${cardText(at, line.card)}</b>
      <span>${words.approvedOn(dateInWords(line.approvedOn, at.language))}</span>
    </a>
    <span class="pair">
      <b>
        ${figure({ amount: line.principal, currency: queue.currency })}
        ${life.overMonths(String(line.months))}
      </b>
    </span>
    ${jumpedText(part, line.jumpedBy)}
  </li>`
}

const lineOf = (part: Part, line: QueueLine): Html => {
  const { at, queue, words, mayRecord } = part
  const { loanId, principal, months, next } = line
  const { currency } = queue
  const life = lendingWordsAt(at)
  return html`<li>
    <a class="name" href="${placeOf.loan(at, loanId)}">
      <b>${words.place(String(line.place))}</b> ${cardText(at, line.card)}
      <span>${life.askedOn(dateInWords(line.requestedOn, at.language))}</span>
    </a>
    <span class="pair">
      <b>${figure({ amount: principal, currency })} ${life.overMonths(String(months))}</b>
    </span>
    <span class="pair"
      ><span class="quiet">${words.why}</span> <span>${reasonText(line, words)}</span></span
    >
    <span class="marks">
      ${line.isReached ? mark('good', words.isReached) : mark('eased', words.notReached)}
      ${stateMark(at, line.state)}
    </span>
    ${jumpedText(part, line.jumpedBy)}
    ${mayRecord && next ? html`<span class="step">${stepLink(at, { loanId, next })}</span>` : ''}
  </li>`
}

const refusedOf = ({ at, queue, words, mayRecord }: Part, line: RefusedLine): Html => {
  const { loanId, principal, months, reason, appealUntil } = line
  const { currency } = queue
  const life = lendingWordsAt(at)
  return html`<li>
    <a class="name" href="${placeOf.loan(at, loanId)}">
      <b>${cardText(at, line.card)}</b>
      <span>${words.refusedOn(dateInWords(line.refusedOn, at.language))}</span>
    </a>
    <span class="pair"
      ><b>${figure({ amount: principal, currency })} ${life.overMonths(String(months))}</b></span
    >
    <span class="pair">
      <span class="quiet">${words.reason}</span>
      <b>${life[`reason_${reason ?? 'no-majority'}`]}</b>
    </span>
    <span class="pair">
      <span>
        ${
          appealUntil === undefined
            ? words.appealOver
            : words.appealUntil(dateInWords(appealUntil, at.language))
        }
      </span>
    </span>
    ${
      mayRecord && appealUntil !== undefined
        ? html`<span class="step"
            ><a class="button" href="${taskPath(at, 'appeal', { loan: loanId })}"
              >${words.writeAppeal}</a
            ></span
          >`
        : ''
    }
  </li>`
}

const listOf = <Line extends { readonly card: string }>(
  { at }: Part,
  lines: readonly Line[],
  { none, line }: { readonly none: string; readonly line: (one: Line) => Html },
): Html =>
  lines.length === 0
    ? html`<p>${none}</p>`
    : inFolds(lines, {
        size: 3,
        called: ({ card }) => at.nameOf?.(card) ?? card,
        draw: (some) =>
          html`<ol class="register queue">
            ${some.map(line)}
          </ol>`,
      })

/** Where one request stands among all that wait, and why. */
export const queuePlacePart = (at: At, place: QueuePlace): Html => {
  const words = queueWords.in(at.language)
  return html`<section>
    <p>
      <b>${words.ofQueue(String(place.place), String(place.of))}</b> ${reasonText(place, words)}
    </p>
    ${place.place === 1 ? '' : html`<p>${words.wouldJump(String(place.place - 1))}</p>`}
    ${wayBack(placeOf.queue(at), words.toQueue)}
  </section>`
}

/** All requests that wait for a vote, in the order of the rule, each with its reason; then those refused. */
export const queuePage = (at: At, shown: ShownQueue): Html => {
  const words = queueWords.in(at.language)
  const part: Part = { ...shown, at, words }
  const { queue } = shown
  const content = html`<h1>${words.queue}</h1>
    <p>${lendingWordsAt(at).onDay(dateInWords(queue.asOf, at.language))}</p>
    <p class="quiet">${words.rule}</p>
    ${cashPart(part)}
    ${
      queue.approved.length === 0
        ? ''
        : html`<section>
            <h2>${words.approved}</h2>
            <p class="quiet">${words.approvedMeaning}</p>
            ${listOf(part, queue.approved, { none: '', line: (line) => promisedOf(part, line) })}
          </section>`
    }
    <section>
      <h2>${lendingWordsAt(at).waiting}</h2>
      ${listOf(part, queue.lines, { none: words.noneWaits, line: (line) => lineOf(part, line) })}
    </section>
    <section>
      <h2>${words.refused}</h2>
      ${listOf(part, queue.refused, { none: words.noneRefused, line: (line) => refusedOf(part, line) })}
    </section>
    ${wayBack(placeOf.loans(at), lendingWordsAt(at).backToRegister)}`
  return deskLayout(at, content)
}
