import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { inBlocks } from '#domain/kernel/blocks.ts'
import { keptWhileSame, whileSame } from '#domain/kernel/kept.ts'
import { everAbsent } from '#domain/fund/meeting/meetings.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import { type Running, nothingRunning } from '#domain/ledger/running.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import { type LoanStanding, standingOf } from '#domain/loans/standing.ts'
import { type Around, onPassingSavings, savingsAround } from '#domain/health/around-a-loan.ts'
import { type FundBook, loansByMember } from '#domain/health/book.ts'
import { type Finding, finding } from '#domain/health/finding.ts'
import { type FlagsOf, flagsOf } from '#domain/health/flags-of.ts'
import { onceADay } from '#domain/health/once.ts'
import { byDaysOf, laterOf } from '#domain/health/later-findings.ts'
import { olderOf } from '#domain/health/older-findings.ts'

const about = ({ number }: Loan) => ({ kind: 'loan', number }) as const

/** Where a loan stands, or the day where it is not in the books by then: as long as it is the same, so is what is found of it. */
type At = LoanStanding | LocalDate

/** What is found of one loan by a day, beside what its entries were flagged with. */
type OfLoan = { readonly byDays: readonly Finding[]; readonly others: readonly Finding[] }

const kept = {
  byItself: keptWhileSame<Loan, OfLoan>(),
  around: keptWhileSame<Loan, Finding[]>(),
}

/** What is found of a loan beside its borrower's savings, which is the same while these move on days that it does not hang on. */
const besideSavings = (loan: Loan, around: Around): Finding[] => {
  const { charters, shareOuts, purpose, savings, isToldThere } = around
  const beside = [
    charters,
    shareOuts,
    purpose,
    savingsAround(loan, savings, shareOuts),
    isToldThere,
  ]
  return kept.around(loan, beside, () => onPassingSavings(loan, around))
}

const byItself = (loan: Loan, asOf: LocalDate, flags: readonly string[]): OfLoan => {
  const standing = standingOf(loan, asOf)
  const at: At = standing ?? asOf
  return kept.byItself(loan, [at, flags.join(' ')], () => ({
    byDays: byDaysOf(loan, asOf),
    others: [...laterOf(loan, asOf, flags), ...(standing ? olderOf(standing, asOf) : [])],
  }))
}

const purposes = whileSame(
  (requests: readonly LoanRequest[]) =>
    new Map(requests.map(({ loanId, asked }) => [loanId, asked.purpose])),
)

const nothingSaved = nothingRunning()

/** What stands beside all loans of one member: as long as it is the same, so is what is found of them. */
type Beside = readonly [
  asOf: LocalDate,
  flags: FlagsOf,
  requests: FundBook['requests'],
  charters: Around['charters'],
  shareOuts: Around['shareOuts'],
  savings: Running,
]

const ofMember = whileSame((loans: readonly Loan[], ...beside: Beside): OfLoan => {
  const [asOf, flags, requests, charters, shareOuts, savings] = beside
  const all = loans.map((loan) => {
    const own = flags(`loan:${loan.loanId}`)
    const { byDays, others } = byItself(loan, asOf, own)
    const purpose = purposes(requests).get(loan.loanId)
    const isToldThere = own.includes('above-ceiling')
    const around = { charters, shareOuts, purpose, savings, isToldThere }
    return { byDays, others: [...others, ...besideSavings(loan, around)] }
  })
  return together(all)
})

const together = (all: readonly OfLoan[]): OfLoan => ({
  byDays: all.flatMap(({ byDays }) => byDays),
  others: all.flatMap(({ others }) => others),
})

/** What is found of loans, each by itself; `byDays` are those that an entry may have been flagged with as well. */
export const loanFindings = (book: FundBook, asOf: LocalDate): OfLoan => {
  const { accounts } = postedOf(book.balances)
  const { loans, requests, fund, shareOuts } = book
  return together(
    [...loansByMember(loans)].map(([memberId, own]) => {
      const savings = accounts.get(`liability:savings:${memberId}`) ?? nothingSaved
      return ofMember(own, asOf, flagsOf(book), requests, fund.charters, shareOuts, savings)
    }),
  )
}

const absences = whileSame(
  (meetings: FundBook['meetings'], unmet: FundBook['unmet']) =>
    new Set(
      [...meetings, ...unmet].flatMap((meeting) =>
        everAbsent(meeting).map((memberId) => `${meeting.heldOn} ${memberId}`),
      ),
    ),
)

const absentOf = inBlocks((loans: FundBook['loans'], absent: ReadonlySet<string>) =>
  loans
    .filter(
      ({ origin, memberId }) =>
        origin.kind === 'paid-out' && absent.has(`${origin.on} ${memberId}`),
    )
    .map((loan) =>
      finding('loan-to-absent-member', loan.origin.on, about(loan), {
        found: loan.terms.principal,
      }),
    ),
)

/** Money that was handed to somebody whom a list of that meeting marks as absent, whatever a later one says. */
export const toAbsentMembers = ({ meetings, unmet, loans }: FundBook): readonly Finding[] =>
  absentOf(loans, absences(meetings, unmet))

const evergreenDays = 7

/** Loans that are paid back by a day, with the day on which they were. */
const settledBy = inBlocks((loans: FundBook['loans'], asOf: LocalDate) =>
  loans.flatMap((loan) => {
    const { loanId, memberId } = loan
    const standing = standingOf(loan, asOf)
    const last = standing?.status === 'closed' ? standing.splits.at(-1)?.on : undefined
    return last === undefined ? [] : [{ loanId, memberId, on: last }]
  }),
)

/** A loan paid back and a new one taken within a week can hide that nothing was really paid. */
export const lentAgain = onceADay((loans: FundBook['loans'], asOf: LocalDate): Finding[] => {
  const byMember = Map.groupBy(settledBy(loans, asOf), ({ memberId }) => memberId)
  return loans.flatMap((loan) => {
    const { origin, loanId, memberId } = loan
    if (origin.kind !== 'paid-out') return []
    const since = daysAfter(origin.on, -evergreenDays)
    const before = (byMember.get(memberId) ?? []).some(
      (other) => other.on <= origin.on && other.on >= since && other.loanId !== loanId,
    )
    return before ? [finding('repaid-and-lent-again', origin.on, about(loan))] : []
  })
})
