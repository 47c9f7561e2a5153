import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { type Currency, percentOf } from '#domain/kernel/money.ts'
import { type PayOut, payOuts } from '#domain/savings/share-out.ts'
import type { ShareOutChoices, ShareOutView } from '#src/app/members/savings-view.ts'
import {
  type At,
  deskLayout,
  fact,
  figure,
  heading,
  warning,
  wayBack,
} from '#src/pages/desk/parts.ts'
import { inFolds } from '#src/pages/folds.ts'
import type { Html } from '#src/pages/layout.ts'
import { called } from '#src/pages/meeting/line.ts'
import { type TableColumn, amounts, table } from '#src/pages/table.ts'
import { dateInWords } from '#src/words/locale.ts'
import { groupDigits } from '#src/words/money-words.ts'
import type { SavingWords } from '#src/words/en/saving.ts'
import { savingWords } from '#src/words/words.ts'

const sumsPart = (words: SavingWords, view: ShareOutView, currency: Currency): Html => {
  const { pool, members, reserve, runningCosts } = view.plan
  const money = (amount: number): Html => figure({ amount, currency })
  return html`<dl class="facts">
    ${fact(words.pool, html`<b class="figure">${money(pool)}</b>`)}
    ${fact(words.members, money(members))} ${fact(words.reserve, money(reserve))}
    ${fact(words.runningCosts, money(runningCosts))}
  </dl>`
}

const totalOf = (view: ShareOutView, of: 'part' | 'payNow' | 'queued'): number =>
  view.rows.reduce((sum, row) => sum + row[of], 0)

/** What is paid in all, now and later, and why some of it is paid later. */
export const totalsPart = (at: At, view: ShareOutView, currency: Currency): Html => {
  const words = savingWords.in(at.language)
  const total = (amount: number): Html =>
    html`<b class="figure">${figure({ amount, currency })}</b>`
  const { expectedOn, why } = view.plan
  const later = totalOf(view, 'queued')
  const day = expectedOn === undefined ? '' : words.expected(dateInWords(expectedOn, at.language))
  return html`<dl class="facts totals">
      ${fact(words.payNow, total(totalOf(view, 'payNow')))}
      ${fact(words.later, total(later), day === '' ? '' : html`<div>${day}</div>`)}
    </dl>
    ${later === 0 ? '' : html`<p>${words.whyLater}</p>`}
    ${why === 'not-before-loans-return' ? html`<p>${words[`why_${why}`]}</p>` : ''}`
}

/** True where nobody would get or be credited anything. */
const isEmpty = (view: ShareOutView): boolean =>
  totalOf(view, 'part') + totalOf(view, 'payNow') + totalOf(view, 'queued') === 0

type Row = ShareOutView['rows'][number]

/** Where a sum stands in the two short rows of a phone. */
const looks = { part: 'surplus', payNow: 'now-paid', queued: 'later-paid' } as const

/** One row a member, with a place to sign; on a narrow screen the rows stand as cards. */
export const planTable = (at: At, view: ShareOutView, currency: Currency): Html => {
  const words = savingWords.in(at.language)
  const money = (amount: number): Html => figure({ amount, currency })
  const digits = (amount: number): string => groupDigits(String(amount))
  const paid = (heading: string, key: 'part' | 'payNow' | 'queued'): TableColumn<Row> =>
    amounts<Row>(heading, (row) => row[key], money, looks[key])
  const columns: TableColumn<Row>[] = [
    { heading: words.card, of: ({ card }) => html`<bdi>${called(at, card)}</bdi>` },
    { heading: words.shares, of: ({ shares }) => digits(shares), look: 'shares' },
    {
      heading: words.shareMonths,
      of: ({ shareMonths }) => digits(shareMonths),
      look: 'wide',
    },
    paid(words.part, 'part'),
    paid(words.payNow, 'payNow'),
    paid(words.later, 'queued'),
    amounts(
      words.owed,
      ({ owed }) => owed,
      (owed) => (owed === 0 ? '–' : money(owed)),
      'owed',
    ),
    { heading: words.signature, of: () => '', look: 'sign' },
  ]
  return html`${view.plan.pool === 0 ? '' : sumsPart(words, view, currency)}
    ${totalsPart(at, view, currency)}
    ${inFolds(view.rows, {
      size: 12,
      called: ({ card }) => at.nameOf?.(card) ?? card,
      draw: (rows) => table({ look: 'sheet plan', columns, rows }),
    })}
    <p class="quiet">${words.shareMonthsHint} ${words.owedHint}</p>`
}

type Shown = {
  readonly view: ShareOutView
  readonly asked: ShareOutChoices
  readonly currency: Currency
  readonly asOf: string
  readonly mayVote: boolean
}

const choosing = (at: At, { isSurplusSplit, payOut }: ShareOutChoices): Html => {
  const words = savingWords.in(at.language)
  const radio = (name: string, value: string, label: string, isOn: boolean): Html =>
    html`<label class="tick"
      ><input type="radio" name="${name}" value="${value}" ${isOn ? 'checked' : ''} />
      <span>${label}</span></label
    >`
  return html`<form class="choose screen-only" method="get" action="${placeOf.shareOut(at)}">
    <fieldset>
      <legend>${words.isSplit}</legend>
      ${radio('split', 'yes', words.split_yes, isSurplusSplit)}
      ${radio('split', 'no', words.split_no, !isSurplusSplit)}
    </fieldset>
    <fieldset>
      <legend>${words.what}</legend>
      ${payOuts.map((one: PayOut) => radio('payOut', one, words[`payOut_${one}`], one === payOut))}
    </fieldset>
    <button class="button">${words.show}</button>
  </form>`
}

const signPart = (words: SavingWords): Html =>
  html`<dl class="facts sign-off">
      ${fact(words.witnesses, html`<span class="line"></span><span class="line"></span>`)}
    </dl>
    <p class="quiet screen-only">${words.print}</p>`

/** Above this part of the loans at risk the surplus stays where it is. */
const isHeld = ({ atRisk, lent }: ShareOutView): boolean => atRisk * 5 > lent

/** What a share-out of today would do: seen by everybody before the vote, printed and signed after it. */
export const shareOutPage = (at: At, { view, asked, currency, asOf, mayVote }: Shown): Html => {
  const words = savingWords.in(at.language)
  const percent = String(percentOf(view.atRisk, view.lent) ?? 0)
  const held =
    asked.isSurplusSplit && isHeld(view) ? warning(words.held(percent, '30', '20'), []) : ''
  const none =
    asked.isSurplusSplit && view.plan.pool === 0 ? html`<p><b>${words.noSurplus}</b></p>` : ''
  const split = asked.isSurplusSplit ? 'yes' : 'no'
  const chosen = `split=${split}&payOut=${asked.payOut}`
  const vote = `${placeOf.record(at, 'share-out')}?fund=${at.fundId}&${chosen}`
  const isNothing = isEmpty(view)
  const content = html`${heading('savings', words.shareOutHeading)}
    <p>${words.shareOutLead}</p>
    <p><b>${dateInWords(asOf, at.language)}</b></p>
    ${choosing(at, asked)} ${held} ${none}
    ${isNothing ? '' : html`${planTable(at, view, currency)} ${signPart(words)}`}
    ${mayVote && !isNothing ? html`<div class="screen-only">${wayBack(vote, words.toVote)}</div>` : ''}`
  return deskLayout(
    { ...at, back: { href: placeOf.savings(at), label: words.backToSavings } },
    content,
  )
}
