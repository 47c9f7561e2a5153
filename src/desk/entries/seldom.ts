import type { Body } from '#domain/village.ts'
import { decimalsOf } from '#domain/kernel/money.ts'
import { currencyOf } from '#src/desk/desk.ts'
import type { Line, Telling } from '#src/desk/entries/line.ts'
import { currencyName, dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { boxWords, seldomWords } from '#src/words/words.ts'

type Changed = Extract<Body, { readonly type: 'MoneyExchanged' }>

/** "$1.00 = 4050 riel": one of the dearer in the other. */
export const rateSaid = (
  { language }: Pick<Telling, 'language'>,
  { of, in: unit, value }: Changed['rate'],
): string => {
  const one = moneyInFigures({ amount: 10 ** decimalsOf(of), currency: of })
  return `${one} = ${value} ${currencyName(unit, language)}`
}

/** What entries say that come once or twice a year; undefined for all others. */
export const seldomLines = (telling: Telling, body: Body): readonly Line[] | undefined => {
  const { language, book } = telling
  const words = seldomWords.in(language)
  const places = boxWords.in(language)
  const money = (amount: number): string =>
    moneyInFigures({ amount, currency: currencyOf(telling) })
  switch (body.type) {
    case 'MoneyBorrowed':
      return [
        [words.lender, words[`lender_${body.lender}`]],
        [words.rate, `${body.ratePercent} %`],
        [words.where, places[`place_${body.place}`]],
      ]
    case 'BorrowingRepaid':
      return [
        [words.paidBack, money(body.principal)],
        [words.interestPaid, money(body.interest)],
        [words.where, places[`place_${body.place}`]],
      ]
    case 'MoneyExchanged':
      return [
        [words.given, moneyInFigures(body.from)],
        [words.got, moneyInFigures(body.to)],
        [words.exchangeRate, rateSaid(telling, body.rate)],
      ]
    case 'InterestOnSavingsPaid':
      return [
        [words.rate, `${body.ratePercent} %`],
        [words.interestFrom, dateInWords(body.from, language)],
        [words.interestTo, dateInWords(body.to, language)],
      ]
    case 'DeathSettled':
      return body.loans.map(({ loanId, netted, writtenOff }) => {
        const number = book.loans.find((loan) => loan.loanId === loanId)?.number ?? '?'
        return [number, words.endsSo(money(netted), money(writtenOff))]
      })
    case 'SavingsPaidToHeirs':
      return [[words.heirsTo, words[`heir_${body.to}`]]]
    case 'PeriodClosed':
      return [
        [words.broughtSurplus, money(body.surplus)],
        [words.setAside, money(body.provision)],
      ]
    default:
      return undefined
  }
}
