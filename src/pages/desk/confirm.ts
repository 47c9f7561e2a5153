import { type TaskName, placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { AskAgain, RepaymentEffect, SavingEffect } from '#src/app/before-after.ts'
import type { Subject } from '#src/pages/desk/form.ts'
import {
  type At,
  amountTold,
  behindDesk,
  deskLayout,
  fact,
  figure,
  warning,
  warningSign,
  whose,
  wordsAt,
} from '#src/pages/desk/parts.ts'
import {
  type PracticeSecond,
  practiceSecondPart,
  secondFields,
} from '#src/pages/entrance/second-part.ts'
import { type Html, hiddenFields } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { lendingFormWords } from '#src/words/words.ts'
import { dateInWords, daysFromToday, moneyInFigures } from '#src/words/locale.ts'

/** What the form carries on, so that what was checked is what is recorded. */
export type Carried = {
  readonly id: string
  readonly subject: Subject
  readonly texts: Readonly<Record<string, string>>
  readonly day: LocalDate
}

/** The second person behind an act: how the practice fund's is reached, and what was wrong with the word given. */
export type Second = { readonly practice: PracticeSecond; readonly fault?: string | undefined }

/** The fields of a filled form, hidden. */
export const carriedFields = ({ id, subject, texts, day }: Carried): Html => {
  const [year, month, date] = day.split('-')
  const fields = {
    id,
    [subject.field]: subject.id,
    ...texts,
    day: date!,
    month: month!,
    year: year!,
  }
  return hiddenFields(fields)
}

const askedAgain = (at: At, asks: readonly AskAgain[], currency: Currency): Html | string => {
  if (asks.length === 0) return ''
  const words = wordsAt(at)
  const lines = asks.map(({ why, than }) => {
    const sum = moneyInFigures({ amount: than, currency })
    if (why === 'ten-times-usual') return words.askTenTimes(sum)
    return why === 'three-times-instalment' ? words.askThreeTimes(sum) : words.askAlready(sum)
  })
  const isLarge = asks.some(({ why }) => why !== 'already-that-day')
  return warning(words.askHeading, isLarge ? [...lines, words.askNought] : lines)
}

export const flagsTold = (lines: readonly string[]): Html | string =>
  lines.length === 0
    ? ''
    : html`<div class="flags">
        ${warningSign}
        <div>${lines.map((line) => html`<p>${line}</p>`)}</div>
      </div>`

export const beforeAfter = (
  at: At,
  {
    label,
    before,
    after,
    currency,
  }: { label: string; before: number; after: number; currency: Currency },
): Html => {
  const words = wordsAt(at)
  return html`<section class="before-after">
    <h2>${label}</h2>
    <dl>
      ${fact(words.before, figure({ amount: before, currency }))}
      ${fact(words.after, html`<b>${figure({ amount: after, currency })}</b>`)}
    </dl>
  </section>`
}

const givenOn = (at: At, { day, today }: { day: LocalDate; today: LocalDate }): Html =>
  fact(
    wordsAt(at).given,
    html`<span class="together">${dateInWords(day, at.language)}</span>`,
    html` (${daysFromToday({ day, today }, at.language)})`,
  )

type Question = {
  readonly task: TaskName
  readonly title: string
  readonly told: Html
  readonly asks?: readonly AskAgain[]
  readonly currency: Currency
  readonly amount?: number
  readonly carried: Carried
  readonly second?: Second | undefined
  /** Whom it is read to, where that is not the member. */
  readonly readAloud?: string | undefined
}

/** Where the second person gives the own name and secret, on this device and for this act alone. */
export const secondPart = ({ language }: At, second: Second): Html => {
  const words = lendingFormWords.in(language)
  return html`<section class="second">
    <h2>${words.secondHeading}</h2>
    <p>${words.secondMeaning}</p>
    ${practiceSecondPart(language, second.practice)}
    ${second.fault === undefined ? '' : html`<p class="fault" role="alert">${second.fault}</p>`}
    ${secondFields(language)}
  </section>`
}

/** Two buttons, the safe one first; a sum that is asked about again has a button that says so. */
export const questionPage = (at: At, question: Question): Html => {
  const words = wordsAt(at)
  const { task, title, told, asks = [], currency, amount = 0, carried, second } = question
  const place = placeOf.record(at, task)
  const yes =
    asks.length === 0 ? words.yesRecord : words.yesCounted(moneyInFigures({ amount, currency }))
  const content = html`<h1>${title}</h1>
    <p>${question.readAloud ?? words.readAloud} ${words.notYet}</p>
    ${told} ${askedAgain(at, asks, currency)}
    <form class="record" method="post" action="${place}" autocomplete="off" novalidate>
      ${carriedFields(carried)} ${second === undefined ? '' : secondPart(at, second)}
      <p class="buttons">
        <button type="submit" formaction="${place}/confirm" name="change" value="yes">
          ${words.noChange}
        </button>
        <button class="go" type="submit">${yes}</button>
      </p>
    </form>`
  const query = { [carried.subject.field]: carried.subject.id }
  return deskLayout({ ...behindDesk(at), at: place, query }, content)
}

const repaymentFlags = (at: At, effect: RepaymentEffect, flags: readonly string[]): string[] => {
  const words = wordsAt(at)
  const { excess, currency, movesLater, isExcessSaved } = effect
  const rest = moneyInFigures({ amount: excess, currency })
  const known: Readonly<Record<string, string>> = {
    overpaid: isExcessSaved ? words.flagOverpaidSaved(rest) : words.flagOverpaid(rest),
    'before-payout': words.flagBeforePayout,
  }
  return [
    ...flags.map((flag) => known[flag] ?? codeSaid(flag, at.language) ?? words.flagOther),
    ...(movesLater ? [words.movesLater] : []),
  ]
}

/** Principal, interest and what the loan does not need, as parts of one sum. */
export const splitTold = (
  at: At,
  {
    interest,
    principal,
    excess,
    currency,
  }: Pick<RepaymentEffect, 'interest' | 'principal' | 'excess' | 'currency'>,
): Html => {
  const words = wordsAt(at)
  const money = (amount: number): Html => figure({ amount, currency })
  return html`${fact(words.principal, money(principal))} ${fact(words.interest, money(interest))}
  ${excess > 0 ? fact(words.excess, money(excess)) : ''}`
}

/** Good news looks like it, but not beside a warning to count again. */
const paidOff = (at: At, { asksAgain }: RepaymentEffect): Html =>
  asksAgain.length > 0
    ? html`<p>${wordsAt(at).loanPaidOff}</p>`
    : html`<p class="done">${picture('on-time')} <b>${wordsAt(at).loanPaidOff}</b></p>`

type Asked<Effect> = {
  readonly effect: Effect
  readonly flags: readonly string[]
  readonly card: string
  readonly today: LocalDate
  readonly carried: Carried
  /** What else was said of the money. */
  readonly more?: Html
}

/** Shows what a repayment will do, before it does it. */
export const confirmRepaymentPage = (
  at: At,
  { effect, flags, card, today, carried, more = html`` }: Asked<RepaymentEffect>,
): Html => {
  const words = wordsAt(at)
  const { amount, currency, owedBefore: before, owedAfter: after, on: day, loan } = effect
  const told = html`<section class="check loans">
      ${whose(at, { card, number: loan.number })}
      <h2>${picture('loans')} <span>${words.amountPaid}</span></h2>
      ${amountTold({ amount, currency }, at.language)}
      <dl class="facts">${givenOn(at, { day, today })} ${splitTold(at, effect)}</dl>
    </section>
    ${beforeAfter(at, { label: words.loanLeft, before, after, currency })}
    ${after === 0 && before > 0 ? paidOff(at, effect) : ''}
    ${
      effect.isExcessSaved && effect.excess > 0
        ? ''
        : html`<p class="unchanged">${words.savingsUnchanged}</p>`
    }
    ${more} ${flagsTold(repaymentFlags(at, effect, flags))}`
  return questionPage(at, {
    task: 'repayment',
    title: words.checkRepayment,
    told,
    asks: effect.asksAgain,
    currency,
    amount,
    carried,
  })
}

/** Shows what bought shares will do, before they do it. */
export const confirmSavingPage = (
  at: At,
  { effect, flags, card, today, carried }: Asked<SavingEffect>,
): Html => {
  const words = wordsAt(at)
  const { amount, currency, savedBefore: before, savedAfter: after, on: day } = effect
  const many = words.flagManyShares(String(effect.sharesMax))
  const told = html`<section class="check savings">
      ${whose(at, { card })}
      <h2>${picture('savings')} <span>${words.amountSaved}</span></h2>
      ${amountTold({ amount, currency }, at.language)}
      <p>${sharesTold(at, effect)}</p>
      <dl class="facts">${givenOn(at, { day, today })}</dl>
    </section>
    ${beforeAfter(at, { label: words.savings, before, after, currency })}
    <p class="unchanged">${words.loansUnchanged}</p>
    ${flagsTold(
      flags.map((flag) => (flag === 'more-shares-than-a-meeting-allows' ? many : words.flagOther)),
    )}`
  return questionPage(at, {
    task: 'saving',
    title: words.checkSaving,
    told,
    asks: effect.asksAgain,
    currency,
    amount,
    carried,
  })
}

export const sharesTold = (
  at: At,
  { shares, shareValue, currency }: { shares: number; shareValue: number; currency: Currency },
): string =>
  wordsAt(at).sharesTimes(String(shares), moneyInFigures({ amount: shareValue, currency }))
