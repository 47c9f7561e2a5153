import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FundBook, standingFlags, total } from '#domain/health/book.ts'
import { type Finding, type FindingCode, finding } from '#domain/health/finding.ts'
import { standingOf } from '#domain/loans/standing.ts'

/** What is seen of a payment when it is written may be true of another one of the loan once an earlier one comes late. */
const ofPayments = ['loan-overpaid', 'split-differs'] as const satisfies readonly FindingCode[]

const flagOf = { 'loan-overpaid': 'overpaid', 'split-differs': 'split-differs' } as const

type Flagged = ReadonlySet<string>

/** What the payments of a loan come to as they stand. */
const ofLoans = (book: FundBook, asOf: LocalDate, flagged: Flagged): Finding[] =>
  book.loans.flatMap((loan) => {
    const splits = standingOf(loan, asOf)?.splits ?? []
    const written = new Map(loan.repayments.map((one) => [one.id, one.written]))
    const about = { kind: 'loan', number: loan.number } as const
    return ofPayments.flatMap((code) => {
      if (flagged.has(`${flagOf[code]} loan:${loan.loanId}`)) return []
      const first = splits.find(({ id, excess, ruled }) => {
        const said = written.get(id)
        if (code === 'loan-overpaid') return excess > 0
        return said && (said.interest !== ruled.interest || said.principal !== ruled.principal)
      })
      return first ? [finding(code, first.on, about)] : []
    })
  })

/** Members whose savings were below zero at the end of a day. */
const ofSavings = (book: FundBook, flagged: Flagged): Finding[] =>
  book.members.flatMap(({ memberId, card }) => {
    if (flagged.has(`more-than-saved member:${memberId}`)) return []
    const own = book.balances.filter(({ account }) => account === `liability:savings:${memberId}`)
    const days = [...new Set(own.map(({ on }) => on))].toSorted()
    const first = days.find(
      (day) => total(own.map(({ on, amount }) => (on <= day ? amount : 0))) > 0,
    )
    return first === undefined
      ? []
      : [finding('more-than-saved', first, { kind: 'member', number: card })]
  })

/** What no entry was flagged with when it was written, because another one of an earlier day came after it. */
export const laterFindings = (book: FundBook, asOf: LocalDate): Finding[] => {
  const flagged = new Set(standingFlags(book).map(({ flag, subject }) => `${flag} ${subject}`))
  return [...ofLoans(book, asOf, flagged), ...ofSavings(book, flagged)]
}
