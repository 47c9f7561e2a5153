import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import { type At, deskLayout, fact, figure, heading, warning } from '#src/pages/desk/parts.ts'
import { faultBox, goodBox } from '#src/pages/entrance/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import {
  type FileForm,
  type SheetTold,
  faultsTold,
  fileForm,
  scrolled,
} from '#src/pages/imports/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { membersAt } from '#src/pages/members/parts.ts'
import type { ImportWords } from '#src/words/en/import.ts'
import { importWords } from '#src/words/words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

export const importsAt = ({ language }: Pick<At, 'language'>): ImportWords =>
  importWords.in(language)

export const sheetPlace = (at: Pick<At, 'fundId'>): string => `${placeOf.oldBook(at)}/sheet`

const formOf = (at: At, form: Pick<FileForm, 'action' | 'label' | 'submit'> & Partial<FileForm>) =>
  fileForm(at.language, {
    safe: placeOf.oldBook(at),
    accept: '.csv,.xlsx,text/csv',
    ...form,
  })

/** Asks for the sheet of members, and tells what is to be mended in the one that was sent. */
export const membersSheetPage = (at: At, { fault, good, faults }: SheetTold = {}): Html => {
  const words = importsAt(at)
  return deskLayout(
    at,
    html`${heading('person', words.fromSheet)}
      ${faultBox(faults ? words.toMend(String(faults.length)) : fault)}
      ${good === undefined ? '' : goodBox(good)}
      ${faults ? faultsTold(at.language, faults) : html`<p>${words.sheetLead}</p>`}
      <p>${words.sheetColumns}</p>
      <p>${words.namesUnread}</p>
      ${formOf(at, { action: sheetPlace(at), label: words.sheetFile, submit: words.tryIt })}`,
  )
}

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

type SheetQuestion = {
  readonly tried: SheetTried
  readonly currency: Currency
  readonly seal: string
  /** What was told before was another thing. */
  readonly isAnother: boolean
}

/** What a sheet would write, row by row, and the question whether it is to be written. */
export const membersSheetQuestion = (at: At, question: SheetQuestion): Html => {
  const words = importsAt(at)
  const { tried, currency, seal, isAnother } = question
  return deskLayout(
    at,
    html`${heading('person', words.wouldWrite)}
      ${isAnother ? faultBox(words.anotherFile) : html`<p><b>${words.nothingYet}</b></p>`}
      <dl class="facts">
        ${fact(words.newMembers, String(tried.members))}
        ${fact(words.savingsIn, figure({ amount: tried.savings, currency }))}
        ${fact(words.loansIn(String(tried.loans)), figure({ amount: tried.loansOwed, currency }))}
        ${tried.flagged === 0 ? '' : fact(words.flaggedIn, String(tried.flagged))}
      </dl>
      ${leftPart(at, tried.left, currency)} ${rowsPart(at, tried, currency)}
      ${formOf(at, {
        action: `${sheetPlace(at)}/write`,
        label: words.chooseAgain,
        hint: words.chooseAgainWhy,
        submit: words.writeIt,
        seal,
      })}`,
  )
}
