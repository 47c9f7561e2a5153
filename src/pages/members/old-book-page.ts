import { officeNamed } from '#src/desk/officers.ts'
import { type TaskName, placeOf, taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Unexplained } from '#domain/health/unexplained.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { OldBook } from '#src/app/members/old-book.ts'
import { type At, fact, figure, heading, warning } from '#src/pages/desk/parts.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import { loanBookAt, loanBookPlace } from '#src/pages/imports/loan-book-pages.ts'
import { importsAt, sheetPlace } from '#src/pages/imports/members-pages.ts'
import type { Html } from '#src/pages/layout.ts'
import { membersAt, membersLayout } from '#src/pages/members/parts.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

const resultPart = (at: At, { left }: OldBook, currency: Currency): Html => {
  const words = membersAt(at)
  if (left === 0)
    return html`<p>${mark('good', words.adds)}</p>
      <p>${words.addsMeaning}</p>`
  const sum = moneyInFigures({ amount: Math.abs(left), currency })
  return warning(words.leftOver(sum), [left > 0 ? words.moreThan : words.lessThan, words.thenVote])
}

const boxPart = (at: At, { old, currency, explained, may }: OldBookShown): Html => {
  const { cash, counted, unexplained } = old
  const words = membersAt(at)
  const money = (amount: number): Html => html`<b>${figure({ amount, currency })}</b>`
  return html`<dl class="facts">
      ${fact(words.boxCounted, money(counted))} ${fact(words.boxDifference, money(counted - cash))}
      ${fact(words.standsUnexplained, money(unexplained))}
    </dl>
    ${
      explained === undefined
        ? ''
        : html`<p>
              ${words.standsMeaning(
                officeNamed(at, explained.owner),
                dateInWords(explained.nextOn, at.language),
              )}
            </p>
            ${
              may.includes('explaining')
                ? html`<p class="screen-only">
                    <a class="button" href="${taskPath(at, 'explaining', { fund: at.fundId })}"
                      >${words.writeExplaining}</a
                    >
                  </p>`
                : ''
            }`
    }`
}

type OldBookShown = {
  readonly old: OldBook
  readonly currency: Currency
  /** Who answers for what is unexplained today; undefined where nothing is. */
  readonly explained: Unexplained | undefined
  readonly may: readonly TaskName[]
  readonly mayTakeMembers: boolean
  readonly mayTakeLoans: boolean
  /** Whoever comes here has just written a sheet of members. */
  readonly isDone: boolean
}

/** Whether what was taken over from an older book adds up, and what to do where it does not. */
export const oldBookPage = (at: At, shown: OldBookShown): Html => {
  const { old, currency, may } = shown
  const words = membersAt(at)
  const money = (amount: number): Html => figure({ amount, currency })
  const together = (amount: number): Html => html`<b class="figure">${money(amount)}</b>`
  const link = (task: TaskName, href: string, label: string): Html | string =>
    may.includes(task) ? html`<a class="button" href="${href}">${label}</a>` : ''
  return membersLayout(
    at,
    html`${heading('book', words.oldBook)} ${shown.isDone ? goodBox(importsAt(at).written) : ''}
      <p>${words.oldBookLead(dateInWords(old.openedOn, at.language))}</p>
      <h2>${words.oldHas}</h2>
      <dl class="facts">
        ${fact(words.cashInBook, money(old.cash))}
        ${fact(words.loansOwed(String(old.loans.count)), money(old.loans.owed))}
        ${old.provision === 0 ? '' : fact(words.setAside, money(old.provision))}
        ${fact(words.hasTogether, together(old.cash + old.loans.owed - old.provision))}
      </dl>
      <h2>${words.oldOwes}</h2>
      <dl class="facts">
        ${fact(words.savingsOf(String(old.savings.count)), money(old.savings.saved))}
        ${fact(words.socialFund, money(old.social))}
        ${fact(words.restricted, money(old.restricted))} ${fact(words.reserve, money(old.reserve))}
        ${fact(words.owesTogether, together(old.savings.saved + old.social + old.restricted + old.reserve))}
      </dl>
      ${resultPart(at, old, currency)} ${boxPart(at, shown)}
      <p class="buttons screen-only">
        ${
          shown.mayTakeMembers
            ? html`<a class="button" href="${sheetPlace(at)}">${importsAt(at).fromSheet}</a>`
            : ''
        }
        ${
          shown.mayTakeLoans
            ? html`<a class="button" href="${loanBookPlace(at)}">${loanBookAt(at).fromLoans}</a>`
            : ''
        }
        ${link('new-member', taskPath(at, 'new-member', { fund: at.fundId }), words.newMember)}
        ${link('opening-savings', placeOf.record(at, 'opening-savings'), words.writeSavings)}
        ${link('opening-loan', placeOf.record(at, 'opening-loan'), words.writeLoan)}
        ${
          old.left === 0
            ? ''
            : link(
                'settlement',
                taskPath(at, 'settlement', { fund: at.fundId }),
                words.writeSettlement,
              )
        }
        <a class="button" href="${placeOf.members(at)}">${words.toMembers}</a>
      </p>`,
  )
}
