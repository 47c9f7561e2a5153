import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import { type At, fact, figure, warning } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import { scrolled } from '#src/pages/imports/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { membersAt } from '#src/pages/members/parts.ts'
import type { ImportWords } from '#src/words/en/import.ts'
import { importWords } from '#src/words/words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

export const importsAt = ({ language }: Pick<At, 'language'>): ImportWords =>
  importWords.in(language)

export const sheetPlace = (at: Pick<At, 'fundId'>): string => `${placeOf.oldBook(at)}/sheet`

/** What the older book does not explain with what would be written. */
export const leftPart = (at: At, left: number, currency: Currency): Html => {
  const words = importsAt(at)
  if (left === 0) return html`<p>${mark('good', words.explained)}</p>`
  const sum = moneyInFigures({ amount: Math.abs(left), currency })
  const { moreThan, lessThan } = membersAt(at)
  const where = left > 0 ? moreThan : lessThan
  return warning(words.notExplained(sum), [where, words.notExplainedMeaning])
}

/** What a sheet would write. Sums are smallest units of the fund's currency. */
type SheetTried = {
  readonly members: number
  readonly savings: number
  readonly loans: number
  readonly loansOwed: number
  readonly flagged: number
  /** What the older book does not explain with it. */
  readonly left: number
  readonly rows: readonly {
    readonly row: number
    readonly isNewMember: boolean
    readonly savings: number
    readonly loanOwed: number
  }[]
}

const rowsPart = (at: At, { rows }: SheetTried, currency: Currency): Html => {
  const words = importsAt(at)
  const sum = (amount: number): Html | string => (amount === 0 ? '–' : figure({ amount, currency }))
  const told = rows.map(
    ({ row, isNewMember, savings, loanOwed }) =>
      html`<tr>
        <th scope="row">${row}</th>
        <td>${isNewMember ? words.isNew : words.isHere}</td>
        <td>${sum(savings)}</td>
        <td>${sum(loanOwed)}</td>
      </tr>`,
  )
  const heads = [words.colRow, words.colMember, words.colSavings, words.colLoan]
  return html`<h2>${words.rowByRow}</h2>
    ${scrolled(words.rowByRow, heads, told)}`
}

/** What a sheet would write, row by row. */
export const triedMembersPart = (at: At, tried: SheetTried, currency: Currency): Html => {
  const words = importsAt(at)
  return html`<dl class="facts">
      ${fact(words.newMembers, String(tried.members))}
      ${fact(words.savingsIn, figure({ amount: tried.savings, currency }))}
      ${fact(words.loansIn(String(tried.loans)), figure({ amount: tried.loansOwed, currency }))}
      ${tried.flagged === 0 ? '' : fact(words.flaggedIn, String(tried.flagged))}
    </dl>
    ${leftPart(at, tried.left, currency)} ${rowsPart(at, tried, currency)}`
}
