import type { LocalDate } from '#domain/kernel/dates.ts'
import { carriedOver } from '#domain/fund/charter/periods.ts'
import { type FundBook, charterOf, standingsOn } from '#domain/health/book.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import { provisionOfAll } from '#domain/loans/provision.ts'
import { postedIn } from '#src/app/members/savings-view.ts'

/** What closing the book through a day would carry over, as its decision counts it. */
export const closingOf = (book: FundBook, on: LocalDate) => {
  const posted = postedIn(book)
  const charter = charterOf(book, on)
  const provision = provisionOfAll(charter, standingsOn(book, on))
  return {
    provision,
    surplus: carriedOver({ posted, provision, currency: charter.currency, on }).surplus,
    isOldBookOpen: balanceOf(posted, 'equity:takeover', on) !== 0,
  }
}
