import type { LocalDate } from '#domain/kernel/dates.ts'
import { liquidityPercentOn } from '#domain/fund/charter/savings-rules.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { type Loan, isLent, lentSoFar } from '#domain/loans/loan.ts'
import { type LoanRequest, stoodFor } from '#domain/loans/request/request-state.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { lineLeft } from '#domain/relief/emergency-line.ts'
import type { CashAtHand } from '#domain/savings/queue.ts'
import { heldOf } from '#domain/savings/saving.ts'

/*
 * The one word for what can be lent: the queue, a vote, a pay-out and what is found afterwards all ask here.
 */

/** What can be lent on a day, and what of the cash is spoken for. Sums in smallest units. */
export type Lendable = {
  readonly cash: number
  /** Social fund, grants, and money that waits for its owner. */
  readonly earmarked: number
  readonly mustStay: number
  readonly mustStayPercent: number
  /** Savings that guarantors stand with for loans, as far as they are more than what must stay anyhow. */
  readonly pledged: number
  /** Own savings that members have asked for and not been given yet. */
  readonly askedBySavers: number
  /** Approved loans that are not paid out yet, and emergency lines that are open. */
  readonly promised: number
  readonly lendable: number
}

/** What the charter keeps in cash of what is saved: its reserve. */
export const reserveOn = (
  charter: Charter,
  savings: number,
  on: LocalDate,
): Pick<Lendable, 'mustStay' | 'mustStayPercent'> => {
  const mustStayPercent = liquidityPercentOn(charter, on)
  return { mustStayPercent, mustStay: Math.ceil((savings * mustStayPercent) / 100) }
}

type Spoken = Pick<Lendable, 'askedBySavers' | 'promised'> & {
  /** All that guarantors stand with. */
  readonly held: number
}

export const lendableOf = (
  { cash, earmarked, savings }: CashAtHand,
  { mustStay, mustStayPercent }: ReturnType<typeof reserveOn>,
  { askedBySavers, promised, held }: Spoken,
): Lendable => {
  const pledged = Math.max(Math.min(held, savings) - mustStay, 0)
  const left = cash - earmarked - mustStay - pledged - askedBySavers - promised
  return {
    cash,
    earmarked,
    mustStay,
    mustStayPercent,
    pledged,
    askedBySavers,
    promised,
    lendable: Math.max(left, 0),
  }
}

/** What loans that were asked for, and those that there are, are looked up in. */
export type Lent = {
  readonly requests: Iterable<LoanRequest>
  readonly loans: ReadonlyMap<string, Loan>
}

/** What of a loan that was voted for has not been paid out; nothing of one that is over before its last part went. */
export const stillToPay = (
  { loans }: Lent,
  { loanId, asked, state, decision }: LoanRequest,
  on: LocalDate,
): number => {
  if (!isLent(loans, loanId)) return state === 'approved' ? asked.principal : 0
  const loan = loans.get(loanId)!
  if (loan.origin.kind !== 'paid-out' || loan.origin.amount === undefined) return 0
  if (decision?.outcome !== 'approved') return 0
  const isOver = on >= loan.origin.on && (standingOf(loan, on)?.owed ?? 0) === 0
  return isOver ? 0 : Math.max(loan.terms.principal - lentSoFar(loan), 0)
}

/**
 * What was promised and is not paid out: loans that were voted for, whatever day their vote names, and what is left of
 * emergency lines that an event has opened. A vote on a day looks at all of them, so that it does not matter which was
 * written down first.
 */
export const promisedIn = (
  state: Lent & Omit<Parameters<typeof lineLeft>[0], 'loans'>,
  on: LocalDate,
  isKnown: (request: LoanRequest) => boolean = () => true,
): number => {
  const voted = [...state.requests].filter(isKnown)
  const loans = voted.reduce((sum, one) => sum + stillToPay(state, one, on), 0)
  const opened = [...state.seasons.values()].filter((season) => season.opened.length > 0)
  const members = new Set(opened.flatMap(({ lines }) => lines.map(({ memberId }) => memberId)))
  return [...members].reduce((sum, memberId) => sum + lineLeft(state, memberId, on), loans)
}

/** What a loan comes to for whoever stands for it: all that was voted for until it is paid out, then what is owed. */
const stoodForOn = ({ loans }: Lent, { loanId, asked, state }: LoanRequest, on: LocalDate) => {
  if (!isLent(loans, loanId)) return state === 'approved' ? asked.principal : 0
  return standingOf(loans.get(loanId)!, on)?.owed ?? 0
}

/** What each guarantor stands with for loans of others on a day: of savings so much is held. */
export const pledgesOn = (state: Lent, on: LocalDate): ReadonlyMap<string, number> => {
  const pledges = new Map<string, number>()
  for (const request of state.requests)
    if (request.guarantees.length > 0) {
      const owed = stoodForOn(state, request, on)
      for (const one of request.guarantees)
        pledges.set(one.memberId, (pledges.get(one.memberId) ?? 0) + stoodFor(one, owed))
    }
  return pledges
}

/** The same, as far as there are savings to hold. */
export const heldOfAll = (
  state: Lent,
  on: LocalDate,
  savedOf: (memberId: string) => number,
): number =>
  [...pledgesOn(state, on)].reduce(
    (sum, [memberId, pledged]) => sum + heldOf(savedOf(memberId), pledged),
    0,
  )
