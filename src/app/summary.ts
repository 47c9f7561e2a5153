import { charterOn } from '#domain/fund/charter/charter.ts'
import { meetingDays, wasHeld } from '#domain/fund/meeting/meetings.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import type { FundSummary, Step } from '#domain/health/summary.ts'
import { type LocalDate, later } from '#domain/kernel/dates.ts'
import type { AccountKind } from '#domain/ledger/accounts.ts'
import { balanceOfKind } from '#domain/ledger/balances.ts'
import { lateFrom } from '#domain/loans/late-from.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { standingOf, unpaidDues } from '#domain/loans/standing.ts'
import type { Entry, Village } from '#domain/village.ts'

/** What is owed on a loan, and from when on it is late and more than thirty days late. */
type OpenLoan = {
  readonly owed: number
  readonly late: LocalDate | undefined
  readonly par30: LocalDate | undefined
}

/** The loans on which anything is owed, as far as the journal had come. */
type OpenLoans = { seq: number; readonly loans: Map<string, OpenLoan> }

/** A fold is followed by what changed in it: most loans of an old book are over. */
const followed = new WeakMap<Village, OpenLoans>()

const openLoanOf = (loan: Loan, on: LocalDate): OpenLoan | undefined => {
  const known = loan.deferrals.map(({ declaredOn }) => declaredOn).reduce(later, on)
  const standing = standingOf(loan, known)
  if (!standing || standing.owed === 0) return undefined
  const due = unpaidDues(standing.dues, standing.settled)[0]?.on
  const from = (days: number) => due && lateFrom(due, loan.deferrals, days)
  return { owed: standing.owed, late: from(0), par30: from(30) }
}

const keep = ({ loans }: OpenLoans, village: Village, loanId: string): void => {
  const loan = village.loans.get(loanId)
  const open = loan && openLoanOf(loan, village.last!.on)
  if (open) loans.set(loanId, open)
  else loans.delete(loanId)
}

const openLoansOf = (village: Village): ReadonlyMap<string, OpenLoan> => {
  const known = followed.get(village)
  if (known?.seq === village.last!.seq) return known.loans
  const made = { seq: village.last!.seq, loans: new Map<string, OpenLoan>() }
  for (const loanId of village.loans.keys()) keep(made, village, loanId)
  followed.set(village, made)
  return made.loans
}

/** Takes in which loans some entries changed, where these are all entries that came since; else all are looked at anew. */
export const followLoans = (
  village: Village,
  entries: readonly Entry[],
  loanIds: Iterable<string>,
): void => {
  const known = followed.get(village)
  if (!known) return
  const { seq } = village.last!
  if (known.seq + entries.length !== seq) {
    followed.delete(village)
    return
  }
  for (const loanId of loanIds) keep(known, village, loanId)
  known.seq = seq
}

const stepsOf = (
  loans: Iterable<OpenLoan>,
  on: LocalDate,
  dayOf: (loan: OpenLoan) => LocalDate | undefined,
): readonly Step[] => {
  const steps = new Map<LocalDate, number>()
  for (const loan of loans) {
    const day = dayOf(loan)
    if (day === undefined) continue
    const from = later(day, on)
    steps.set(from, (steps.get(from) ?? 0) + loan.owed)
  }
  return [...steps].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

const sumOf = (village: Village, ...kinds: readonly AccountKind[]): number =>
  kinds.reduce((sum, kind) => sum + balanceOfKind(village.posted, kind), 0)

const lastMeetingOf = ({ meetings }: Village): LocalDate | undefined =>
  meetingDays(meetings).findLast((day) => wasHeld(meetings.get(day)!))

/** What lists tell of a fund that has been founded, after its last entry. */
export const summaryOf = (village: Village): FundSummary | undefined => {
  const { fund, last } = village
  if (!fund || !last) return undefined
  const { seq, on, writtenOn } = last
  const open = [...openLoansOf(village).values()]
  const lastMeeting = lastMeetingOf(village)
  const grants = village.windows.size + village.supports.size
  return {
    seq,
    writtenOn,
    on,
    openedOn: fund.openedOn,
    villageCode: fund.villageCode,
    currency: charterOn(fund.charters, on).charter.currency,
    members: [...village.members.values()].filter((one) => isMemberOn(one, on)).length,
    cash: sumOf(village, 'asset:cash-box', 'asset:bank', 'asset:wallet'),
    savings: 0 - sumOf(village, 'liability:savings', 'liability:private-savings'),
    owed: open.reduce((sum, { owed }) => sum + owed, 0),
    loans: open.length,
    late: stepsOf(open, on, ({ late }) => late),
    par30: stepsOf(open, on, ({ par30 }) => par30),
    ...(lastMeeting === undefined ? {} : { lastMeeting }),
    unanswered: [...village.disputes.values()].filter(({ answers }) => answers.length === 0).length,
    ...(grants > 0 ? { grants } : {}),
    ...(fund.auditors ? { auditors: fund.auditors } : {}),
  }
}
