import { balancesOn } from '#domain/health/book.ts'
import { amountOf } from '#domain/ledger/statements.ts'
import { isBoxOpen } from '#src/app/today.ts'
import type { Fact } from '#src/desk/content.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { boxWords } from '#src/words/words.ts'

/** What the book says lies in the box; nothing while it is open: whoever counts it is not to know what should come out. */
export const boxLine = (desk: Desk): Fact | false =>
  !isBoxOpen(desk.book, desk.today) && {
    label: boxWords.in(desk.language).boxHolds,
    tone: 'main',
    money: {
      amount: amountOf(balancesOn(desk.book, desk.today), 'asset:cash-box'),
      currency: currencyOf(desk),
    },
  }
