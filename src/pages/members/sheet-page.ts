import { taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { StatementLine } from '#domain/ledger/statements.ts'
import type { SignedBalance } from '#src/app/household/signed-balance.ts'
import { type At, fact, figure, heading } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { membersAt, membersLayout } from '#src/pages/members/parts.ts'
import { kindWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

/** The first eight signs of a hash, in two groups that can be read aloud. */
const markOf = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`

const linesPart = (at: At, title: string, lines: readonly StatementLine[]): Html => {
  const names = kindWords.in(at.language)
  return html`<h2>${title}</h2>
    <dl class="facts">
      ${lines.map(({ kind, amount, currency }) =>
        fact(names[kind as keyof typeof names], figure({ amount, currency })),
      )}
    </dl>`
}

const signs = ['sign_office', 'sign_from', 'sign_to', 'sign_witness1', 'sign_witness2'] as const

type SheetShown = {
  readonly balance: SignedBalance
  readonly fundName: string
  readonly currency: Currency
  readonly mayHandOver: boolean
}

/** The balance that is printed, counted against and signed when an office goes from hand to hand. */
export const sheetPage = (
  at: At,
  { balance, fundName, currency, mayHandOver }: SheetShown,
): Html => {
  const words = membersAt(at)
  const { on, has, foreign, owes, own, booked, hash } = balance
  return membersLayout(
    at,
    html`${heading('key', words.sheet)}
      <p><b>${words.sheetLead(fundName, dateInWords(on, at.language))}</b></p>
      <p class="screen-only">${words.sheetPrint}</p>
      ${linesPart(at, words.has, [...has, ...foreign])} ${linesPart(at, words.owes, owes)}
      <dl class="facts">${fact(words.own, html`<b>${figure({ amount: own, currency })}</b>`)}</dl>
      <h2>${words.inBox}</h2>
      <p class="figure">${figure({ amount: booked, currency })}</p>
      <p class="by-hand">${words.counted}</p>
      <p class="by-hand">${words.difference}</p>
      <h2>${words.sheetMark}</h2>
      <p><b class="code" translate="no">${markOf(hash)}</b></p>
      <p class="quiet">${words.sheetMarkMeaning}</p>
      <h2>${words.sheetSigns}</h2>
      ${signs.map((sign) => html`<p class="by-hand">${words[sign]}</p>`)}
      ${
        mayHandOver
          ? html`<p class="buttons screen-only">
              <a class="button" href="${taskPath(at, 'hand-over', { fund: at.fundId })}"
                >${words.toHandOver}</a
              >
            </p>`
          : ''
      }`,
  )
}
