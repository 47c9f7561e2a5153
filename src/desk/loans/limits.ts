import { charterOf } from '#domain/health/book.ts'
import { ceilingFor } from '#domain/loans/request/ceiling.ts'
import type { Purpose } from '#domain/loans/request/request-state.ts'
import type { LoanTerms } from '#domain/loans/loan.ts'
import { lendingCashOf } from '#src/app/lending/lending-queue.ts'
import { ceilingOf } from '#src/app/lending/quoting.ts'
import { isBoxOpen } from '#src/app/today.ts'
import { boxLine } from '#src/desk/box-line.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { type Content, type Fact, type Part, facts, note } from '#src/desk/content.ts'
import { lendingFormWords, lendingWords, queueWords } from '#src/words/words.ts'

/** What can still be lent today: what a vote above it would promise is not there. */
export const lendableFact = async (desk: Desk): Promise<Fact | false> => {
  const { book, today, fundId, needs } = desk
  // It says what must lie in a box that is still to be counted.
  if (isBoxOpen(book, today)) return false
  const { lendable: amount } = await lendingCashOf(
    book,
    (accounts) => needs.store.postings(fundId, { accounts }),
    today,
  )
  const label = queueWords.in(desk.language).lendable
  return { label, money: { amount, currency: currencyOf(desk) } }
}

/** What lies in the box, before money is handed out of it. */
export const boxPart = (desk: Desk): Part => facts(boxLine(desk))

/**
 * The most that a member may borrow, each sort by its own rule, and what can be lent: told before anything is typed. It
 * is counted from savings that the record-keeper sees anyhow; private ones of nobody are among them.
 */
export const borrowingLimits = async (desk: Desk, memberId: string): Promise<Content> => {
  const { book, today, language } = desk
  const words = lendingFormWords.in(language)
  const life = lendingWords.in(language)
  const charter = charterOf(book, today)
  const inputs = ceilingOf(book, memberId, today)
  const most = (label: string, product: LoanTerms['product'], purpose?: Purpose): Fact => ({
    label: words.atMost(label),
    money: {
      amount: ceilingFor(charter, { product, purpose, inputs: { ...inputs, isFirstCycle: false } }),
      currency: charter.currency,
    },
  })
  return [
    facts(
      await lendableFact(desk),
      most(life.product_normal, 'normal'),
      most(life.product_emergency, 'emergency'),
      most(life['purpose_papers-and-travel'], 'normal', 'papers-and-travel'),
      most(life['purpose_buy-out'], 'normal', 'buy-out'),
    ),
    note(words.emergencyAtMost(String(charter.ceiling.emergencyMonthsMax))),
  ]
}
