import { placeOf, supportPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type Support, isAwarded, paidOn, stageOf } from '#domain/grants/support.ts'
import { reportYearOf } from '#domain/grants/report.ts'
import type { WindowView } from '#src/app/support/reports.ts'
import { type At, deskLayout, fact, heading, wayBack } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { sumInCell, sumShown, sumText, tableOf, supportWordsAt } from '#src/pages/support/parts.ts'
import { quarterSaid } from '#src/pages/support/report-pages.ts'
import { dateInWords } from '#src/words/locale.ts'

/** What a donor agreed about a window, or that nothing is agreed. */
export const termsPart = (
  at: Pick<At, 'language'>,
  { terms }: Pick<WindowView, 'terms'>,
  currency: Currency,
): Html => {
  const words = supportWordsAt(at)
  if (!terms) return html`<p class="quiet">${words.noTerms}</p>`
  const [from, until] = [terms.from, terms.until].map((day) => dateInWords(day, at.language))
  const rule =
    terms.unspent === 'given-back' ? words.unspent_given_back : words.unspent_kept_for_the_same
  const whole = terms.lines.reduce((all, { amount }) => all + amount, 0)
  return html`<p>${words.termsUntil(from!, until!)}. ${rule}</p>
    ${tableOf(
      at,
      [words.budget, words.amount],
      [
        ...terms.lines.map(({ kind, amount }) => [
          words[`kind_${kind}`],
          sumInCell(amount, currency),
        ]),
        [words.together, sumInCell(whole, currency)],
      ],
      currency,
    )}`
}

const windowPart = (at: At, view: WindowView, { currency, today }: GrantShown): Html => {
  const words = supportWordsAt(at)
  const { windowId, held, promised, received, spent, returned } = view
  return html`<section class="desk-part">
    <h3><bdi>${windowId}</bdi></h3>
    <dl class="facts">
      ${fact(words.held, html`<b class="figure">${sumShown(held, currency)}</b>`)}
      ${fact(words.promised, sumShown(promised, currency))}
      ${fact(words.received, sumShown(received, currency))}
      ${fact(words.spent, sumShown(spent, currency))}
      ${fact(words.returned, sumShown(returned, currency))}
    </dl>
    ${termsPart(at, view, currency)}
    ${wayBack(supportPath.report(at, windowId, reportYearOf(view.terms, today)), words.toReport)}
  </section>`
}

type May = {
  readonly ask: boolean
  readonly open: boolean
  readonly vote: boolean
  readonly terms: boolean
}

const supportPart = (at: At, one: Support, { currency, may }: GrantShown): Html => {
  const words = supportWordsAt(at)
  const task = (name: 'support-vote' | 'support-part'): string =>
    `${placeOf.record(at, name)}?support=${one.code}`
  const isForVote = one.state === 'checked' || one.state === 'awarded-at-once'
  return html`<li>
    <span>
      <b><bdi>${one.code}</bdi></b>
      <span class="quiet">${words[`state_${stageOf(one)}`]}</span>
      ${one.broughtBy === 'team' ? html`<span class="quiet">${words.broughtBy_team}</span>` : ''}
    </span>
    <span class="sum"
      ><b class="together">${sumText(one.amount, currency)}</b>
      <span class="quiet"
        >${words.paidOf(sumText(paidOn(one), currency), sumText(one.amount, currency))},
        ${words.partsTold(one.parts)}</span
      >
    </span>
    ${may.open ? wayBack(supportPath.file(at, one.code), words.open) : ''}
    ${may.vote && isForVote ? wayBack(task('support-vote'), words.toVote) : ''}
    ${may.vote && isAwarded(one) ? wayBack(task('support-part'), words.toPay) : ''}
  </li>`
}

type GrantShown = {
  readonly windows: readonly WindowView[]
  readonly supports: readonly Support[]
  readonly currency: Currency
  readonly today: LocalDate
  readonly may: May
}

/** Donors' windows and every grant as a code and a sum: nothing of what it is for, to nobody. */
export const supportPage = (at: At, told: GrantShown): Html => {
  const words = supportWordsAt(at)
  const { windows, supports, may } = told
  const back = `${placeOf.record(at, 'donation-back')}?fund=${at.fundId}`
  return deskLayout(
    at,
    html`${heading('person', words.heading)}
      <p>${words.lead}</p>
      ${may.ask ? wayBack(supportPath.ask(at), words.ask) : ''}
      ${wayBack(supportPath.village(at), words.toVillage)}
      <section>
        <h2>${words.list}</h2>
        ${
          supports.length === 0
            ? html`<p>${words.none}</p>`
            : html`<ul class="queue rows">
                ${supports.map((one) => supportPart(at, one, told))}
              </ul>`
        }
      </section>
      <section>
        <h2>${words.windows}</h2>
        ${windows.length === 0 ? html`<p>${words.noWindow}</p>` : ''}
        ${windows.map((view) => windowPart(at, view, told))}
        ${may.terms ? wayBack(supportPath.terms(at), words.toTerms) : ''}
        ${may.vote && windows.length > 0 ? wayBack(back, words['act_donation-back']) : ''}
      </section>`,
  )
}

/** One total of all support for each quarter that is over. */
export const villagePage = (
  at: At,
  {
    quarters,
    currency,
  }: {
    readonly quarters: readonly { readonly quarter: string; readonly total: number }[]
    readonly currency: Currency
  },
): Html => {
  const words = supportWordsAt(at)
  return deskLayout(
    at,
    html`${heading('house', words.villageHeading)}
      <p>${words.villageLead}</p>
      ${
        quarters.length === 0
          ? html`<p><b>${words.villageNone}</b></p>`
          : tableOf(
              at,
              [words.quarter, words.total],
              quarters.map(({ quarter, total }) => [
                quarterSaid(at, quarter),
                sumInCell(total, currency),
              ]),
              currency,
            )
      }
      <p class="quiet screen-only">${words.print}</p>`,
  )
}
