import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import { type At, fact, figure } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import { importsAt, leftPart } from '#src/pages/imports/members-pages.ts'
import { scrolled } from '#src/pages/imports/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { LoanBookWords } from '#src/words/en/loan-book.ts'
import { loanBookWords } from '#src/words/report-words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

export const loanBookAt = ({ language }: Pick<At, 'language'>): LoanBookWords =>
  loanBookWords.in(language)

export const loanBookPlace = (at: Pick<At, 'fundId'>): string => `${placeOf.oldBook(at)}/loans`

type Figure = 'principal' | 'interest' | 'principal-late' | 'interest-late'
type Reason = 'convention-unknown' | 'not-of-that-system' | 'no-plan-holds' | 'nothing-told'

/** How a loan's figures stand to its system's own convention. */
type LoanCompared =
  | { readonly verdict: 'same' }
  | {
      readonly verdict: 'differs'
      readonly differences: readonly {
        readonly figure: Figure
        readonly told: number
        readonly computed: number
      }[]
    }
  | { readonly verdict: 'not-computed'; readonly reason: Reason }

type LoanTried = {
  readonly row: number
  readonly loan: string
  readonly owed: number
  readonly isHere: boolean
  readonly compared: LoanCompared
  readonly flags: readonly string[]
}

/** What a book of loans would write. Sums are smallest units of the fund's currency. */
type LoansTried = {
  readonly loans: number
  readonly owed: number
  readonly interestLeft: number
  readonly same: number
  readonly differing: number
  readonly notComputed: number
  /** What the older book does not explain with it. */
  readonly left: number
  readonly rows: readonly LoanTried[]
}

const comparedPart = (at: At, compared: LoanCompared, currency: Currency): Html => {
  const words = loanBookAt(at)
  switch (compared.verdict) {
    case 'same':
      return html`${mark('good', words.same)}`
    case 'not-computed':
      return html`${mark('calm', words[compared.reason])}`
    case 'differs':
      return html`${compared.differences.map(({ figure: of, told, computed }) => {
        const sum = moneyInFigures({ amount: Math.abs(told - computed), currency })
        const said = told > computed ? words.more : words.less
        return html`<div>${mark('bad', said(words[of], sum))}</div>`
      })}`
  }
}

const owedPart = (at: At, { owed, isHere }: LoanTried, currency: Currency): Html => {
  const words = loanBookAt(at)
  if (owed === 0) return html`<span class="quiet">${words.repaid}</span>`
  const sum = figure({ amount: owed, currency })
  return isHere ? html`${sum} <span class="quiet">${words.isHere}</span>` : sum
}

const loansPart = (at: At, { rows }: LoansTried, currency: Currency): Html => {
  const words = loanBookAt(at)
  const told = rows.map(
    (one) =>
      html`<tr>
        <th scope="row">${one.row}</th>
        <td><bdi class="together">${one.loan}</bdi></td>
        <td>${owedPart(at, one, currency)}</td>
        <td>${comparedPart(at, one.compared, currency)}</td>
      </tr>`,
  )
  const heads = [importsAt(at).colRow, words.colLoan, words.colOwed, words.colThere]
  return html`<h2>${words.loanByLoan}</h2>
    ${scrolled(words.loanByLoan, heads, told)}`
}

const saidOf = (words: unknown): string | undefined =>
  typeof words === 'string' ? words : undefined

/** Each rule that loans of the book break, once, with how many loans break it. */
const flagsPart = (at: At, { rows }: LoansTried): Html | string => {
  const counted = new Map<string, number>()
  for (const flag of rows.flatMap(({ flags }) => flags))
    counted.set(flag, (counted.get(flag) ?? 0) + 1)
  if (counted.size === 0) return ''
  const words: Readonly<Record<string, unknown>> = loanBookAt(at)
  const told = [...counted].map(
    ([flag, count]) => html`<li>${saidOf(words[flag]) ?? importsAt(at).flaggedIn} (${count})</li>`,
  )
  return html`<h2>${loanBookAt(at).willBeMarked}</h2>
    <ul>
      ${told}
    </ul>`
}

const countsPart = (at: At, tried: LoansTried, currency: Currency): Html => {
  const words = loanBookAt(at)
  const { loans, owed, same, differing, notComputed, interestLeft } = tried
  return html`<dl class="facts">
      ${fact(words.newLoans(String(loans)), figure({ amount: owed, currency }))}
      ${fact(words.countSame, String(same))} ${fact(words.countDiffers, String(differing))}
      ${fact(words.countNotComputed, String(notComputed))}
      ${
        interestLeft === 0
          ? ''
          : fact(words.interestLeft, figure({ amount: interestLeft, currency }))
      }
    </dl>
    ${interestLeft === 0 ? '' : html`<p>${words.interestLeftMeaning}</p>`}`
}

/** What a book of loans would write, loan by loan. */
export const triedLoansPart = (at: At, tried: LoansTried, currency: Currency): Html =>
  html`${countsPart(at, tried, currency)}
    <p>${loanBookAt(at).notCorrected}</p>
    ${loansPart(at, tried, currency)} ${flagsPart(at, tried)} ${leftPart(at, tried.left, currency)}`
