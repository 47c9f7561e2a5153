import { html, raw } from 'hono/html'
import { dueSum } from '#src/pages/due.ts'
import { squareSvg } from '#src/pages/square-modules.ts'
import type { Leaf, LeafLine, PassbookLeaf } from '#src/app/proof/leaf.ts'
import { type At, deskLayout, fact, figure } from '#src/pages/desk/parts.ts'
import { ownLayout, said } from '#src/pages/household/parts.ts'
import { type Html, pageLink } from '#src/pages/layout.ts'
import { partWays } from '#src/pages/list-parts.ts'
import { type Paper, onPaper, paperKept, paperLinks, paperSigns } from '#src/pages/papers/paper.ts'
import {
  currencyName,
  dateInWords,
  moneyInFigures,
  moneyInTable,
  monthAndYear,
} from '#src/words/locale.ts'
import { statementCodes } from '#src/words/report-words.ts'
import { printWords, proofWords } from '#src/words/words.ts'

/** Where a paper of one member stands. */
export type LeafPlace = At & {
  readonly fundName: string
  readonly memberId: string
  readonly paper: Paper
  /** A household reads its own, with the way out on top. */
  readonly isHousehold: boolean
}

type MemberIn = Pick<At, 'fundId'> & { readonly memberId: string }

export const leafPath = {
  passbook: ({ fundId, memberId }: MemberIn): string =>
    `/funds/${fundId}/members/${memberId}/passbook`,
  month: ({ fundId, memberId }: MemberIn): string => `/funds/${fundId}/members/${memberId}/month`,
}

/** A passbook is half a sheet; a whole one holds it too. */
export const passbookPapers: readonly Paper[] = ['a5', 'a4']
export const monthPapers: readonly Paper[] = ['a4', 'a5']

/** The square code of the balance, and where anybody can hold it against the book. */
type Signed = { readonly code: string; readonly checkAt: string }

type Shown = { readonly leaf: Leaf; readonly isSigned: boolean }

const lineRow = (place: LeafPlace, { leaf, isSigned }: Shown, line: LeafLine): Html => {
  const { currency } = leaf
  // Nothing is written where nothing moved, as in a passbook.
  const sum = (amount: number): Html =>
    html`<td>${amount === 0 ? '' : moneyInTable({ amount, currency })}</td>`
  const { on, what, loan, shares, saved, principal, interest, savings, owed } = line
  return html`<tr>
    <th scope="row">${on}</th>
    <td class="words">
      ${statementCodes.in(place.language)[what]}
      ${loan === undefined ? '' : html`<bdi>${loan}</bdi>`}
    </td>
    <td>${shares === 0 ? '' : String(shares)}</td>
    ${sum(saved)} ${sum(Math.max(principal, 0))} ${sum(Math.max(0 - principal, 0))} ${sum(interest)}
    <td>${moneyInTable({ amount: savings, currency })}</td>
    <td>${moneyInTable({ amount: owed, currency })}</td>
    ${isSigned ? html`<td class="signed"></td>` : ''}
  </tr>`
}

const linesTable = (place: LeafPlace, shown: Shown): Html => {
  const words = printWords.in(place.language)
  const { leaf, isSigned } = shown
  const { currency, opening, lines } = leaf
  const heads = ['shares', 'saved', 'lent', 'paid', 'interest', 'savings', 'owed'] as const
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.passbook}">
    <table class="leaf-lines">
      <caption>
        ${words.sums(currencyName(currency, place.language))}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.day}</th>
          <th scope="col" class="words">${words.what}</th>
          ${heads.map((head) => html`<th scope="col">${words[head]}</th>`)}
          ${isSigned ? html`<th scope="col" class="signed">${words.sign}</th>` : ''}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">${leaf.from}</th>
          <td class="words">${words.opening}</td>
          <td></td>
          <td></td>
          <td></td>
          <td></td>
          <td></td>
          <td>${moneyInTable({ amount: opening.savings, currency })}</td>
          <td>${moneyInTable({ amount: opening.owed, currency })}</td>
          ${isSigned ? html`<td class="signed"></td>` : ''}
        </tr>
        ${lines.map((line) => lineRow(place, shown, line))}
      </tbody>
    </table>
  </div>`
}

/** What stands at the end, in digits and in words. */
const closingPart = (place: LeafPlace, { closing, currency, next }: Leaf): Html => {
  const { language } = place
  const words = printWords.in(language)
  const told = (amount: number): Html =>
    html`<b>${figure({ amount, currency })}</b> ${said({ amount, currency }, language)}`
  return html`<dl class="facts">
    ${fact(words.savedInAll, told(closing.savings))} ${fact(words.owedInAll, told(closing.owed))}
    ${fact(
      words.next,
      next === undefined
        ? words.noNext
        : html`<b
              >${dueSum(
                next,
                words.nextOn(
                  moneyInFigures({ amount: next.amount, currency }),
                  dateInWords(next.on, language),
                ),
              )}</b
            >
            ${said({ amount: next.amount, currency }, language)}`,
    )}
  </dl>`
}

const signedPart = ({ language }: LeafPlace, { code, checkAt }: Signed): Html => {
  const words = printWords.in(language)
  return html`<section class="proof">
    <div class="qr" role="img" aria-label="${words.balanceCode}">${raw(squareSvg(code, 'L'))}</div>
    <div>
      <p>${words.balanceSigned}</p>
      <p class="quiet">${proofWords.in(language).checkAt(checkAt)}</p>
    </div>
  </section>`
}

const whosePart = (place: LeafPlace, card: string): Html => {
  const name = place.nameOf?.(card)
  return html`<p>
    <b><bdi>${printWords.in(place.language).card(card)}</bdi></b>
    ${name === undefined ? '' : html`<b class="called"><bdi>${name}</bdi></b>`} ·
    <bdi>${place.fundName}</bdi>
  </p>`
}

const framed = (place: LeafPlace, content: Html): Html =>
  place.isHousehold
    ? ownLayout(place, content)
    : deskLayout({ ...place, printedFor: place.fundName }, content)

/** A leaf of the passbook: every line with a place to sign it. What is saved and owed now stands on the newest alone. */
export const passbookPage = (
  place: LeafPlace,
  { leaf, part, parts }: PassbookLeaf,
  signed?: Signed,
): Html => {
  const { language, paper } = place
  const words = printWords.in(language)
  const day = (on: string): string => dateInWords(on, language)
  const leafKept = (to: number): Record<string, string> => (to === 1 ? {} : { part: String(to) })
  const query = { ...leafKept(part), ...paperKept(paper, passbookPapers) }
  const isNewest = part === 1
  return framed(
    { ...place, query },
    onPaper(
      paper === 'a5' ? 'a5-lying' : paper,
      'leaf',
      html`<h1>${words.passbook}</h1>
        ${whosePart(place, leaf.card)}
        <p>${isNewest ? words.until(day(leaf.to)) : words.between(day(leaf.from), day(leaf.to))}</p>
        <p class="quiet screen-only">${words.print}</p>
        ${paperLinks({ paper, papers: passbookPapers, language, query })}
        ${linesTable(place, { leaf, isSigned: true })}
        <div class="screen-only">
          ${partWays(language, { part, parts }, (to) =>
            pageLink(language, {
              query: { ...leafKept(to), ...paperKept(paper, passbookPapers) },
            }),
          )}
        </div>
        ${isNewest ? closingPart(place, leaf) : ''}
        ${signed === undefined ? '' : signedPart(place, signed)}
        <p class="quiet">${words.notPrivate}</p>`,
    ),
  )
}

type MonthShown = {
  readonly month: string
  /** All months that can be asked for, the newest first. */
  readonly months: readonly string[]
}

const monthForm = (place: LeafPlace, { month, months }: MonthShown): Html => {
  const words = printWords.in(place.language)
  return html`<form class="choose screen-only" method="get" action="${leafPath.month(place)}">
    <div class="field">
      <label for="month">${words.month}</label>
      <select id="month" name="month">
        ${months.map(
          (one) =>
            html`<option value="${one}" ${one === month ? html` selected` : ''}>
              ${monthAndYear(one, place.language)}
            </option>`,
        )}
      </select>
    </div>
    <button class="button">${words.show}</button>
  </form>`
}

/** A member's statement of one month: what stood before, what happened, what stands and is due. */
export const monthPage = (place: LeafPlace, leaf: Leaf, shown: MonthShown): Html => {
  const { language, paper } = place
  const words = printWords.in(language)
  const day = (on: string): string => dateInWords(on, language)
  const query = { month: shown.month, ...paperKept(paper, monthPapers) }
  return framed(
    { ...place, query },
    onPaper(
      paper,
      'leaf',
      html`<h1>${words.statementOf(monthAndYear(shown.month, language))}</h1>
        ${whosePart(place, leaf.card)}
        <p>${words.between(day(leaf.from), day(leaf.to))}</p>
        ${monthForm(place, shown)} ${paperLinks({ paper, papers: monthPapers, language, query })}
        ${linesTable(place, { leaf, isSigned: false })}
        ${leaf.lines.length === 0 ? html`<p>${words.noLines}</p>` : ''} ${closingPart(place, leaf)}
        <p class="quiet">${words.notPrivate}</p>
        ${paperSigns([words.signOfficer, words.signMember])}`,
    ),
  )
}

/** A month that the books do not have: what is wrong, and the list to choose one from. */
export const wrongMonthPage = (place: LeafPlace, months: readonly string[]): Html => {
  const words = printWords.in(place.language)
  return framed(
    place,
    html`<h1>${words.statement}</h1>
      <p class="fault">${words.monthWrong}</p>
      ${monthForm(place, { month: months[0]!, months })}`,
  )
}
