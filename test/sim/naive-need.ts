/* Relief that was decided in the village, told a second time: windows are put on loans, cut and taken off. */
import type { CommandOf } from '#test/sim/kinds.ts'
import type { LoanWindow } from '#test/sim/naive-days.ts'
import type { NaiveFacts } from '#test/sim/naive-facts.ts'
import { isCarried } from '#test/sim/naive-lending.ts'
import { type NaiveLoan, naiveAccount } from '#test/sim/naive-loan.ts'
import { dayOf } from '#test/support/oracle/calendar.ts'

export const give = (
  told: NaiveFacts,
  { eventId, touched, effectiveOn }: CommandOf<'ActivateRelief'> | CommandOf<'RenewRelief'>,
): void => {
  for (const { loanId, from, to } of touched)
    told.loans.get(loanId)!.windows.push({
      from: dayOf(from),
      to: dayOf(to),
      declaredOn: dayOf(effectiveOn),
      decidedAs: eventId,
      event: eventId,
    })
}

const put = (loan: NaiveLoan, windows: readonly LoanWindow[]): void =>
  void loan.windows.splice(0, Infinity, ...windows)

/** What of an event's windows lies in days through the last one. */
const cut = (windows: readonly LoanWindow[], eventId: string, last: number): LoanWindow[] =>
  windows.flatMap((one) => {
    if (one.decidedAs !== eventId) return [one]
    return one.from > last ? [] : [{ ...one, to: Math.min(one.to, last) }]
  })

const without = (loan: NaiveLoan, eventId: string): LoanWindow[] =>
  loan.windows.filter(({ decidedAs }) => decidedAs !== eventId)

/** Dues and interest in days far behind the last of them. */
const told = (loan: NaiveLoan, windows: readonly LoanWindow[], end: number): string => {
  const { dues, counted } = naiveAccount(loan, end, windows)
  return JSON.stringify([dues, counted.filter(({ amount }) => amount !== 0)])
}

const lastDue = (loan: NaiveLoan, windows: readonly LoanWindow[]): number => {
  const facts = [...loan.payments, ...loan.writeOffs, ...loan.draws, ...loan.changes]
  const through = Math.max(loan.beganOn, ...[...facts, ...loan.conversions].map(({ on }) => on))
  return Math.max(loan.beganOn, ...naiveAccount(loan, through, windows).dues.map(({ on }) => on))
}

export const decline = (
  { loans }: NaiveFacts,
  { eventId, memberId, effectiveOn }: CommandOf<'DeclineRelief'>,
): void => {
  for (const loan of loans.values()) {
    if (loan.memberId !== memberId) continue
    if (!loan.windows.some(({ decidedAs }) => decidedAs === eventId)) continue
    const bare = without(loan, eventId)
    const rest = cut(loan.windows, eventId, dayOf(effectiveOn) - 1)
    // What fell due before a window bears interest through it, and a plan agreed anew hides what fell due before that.
    const own = rest.filter(({ decidedAs }) => decidedAs === eventId)
    const ends = own.map(({ to }) => to)
    const last = Math.max(lastDue(loan, bare), lastDue(loan, rest), ...ends)
    const days = [...loan.changes.map(({ on }) => on - 1), last]
    const isSame = days.every((day) => told(loan, bare, day) === told(loan, rest, day))
    put(loan, isSame ? bare : rest)
  }
}

const end = ({ loans }: NaiveFacts, eventId: string, last: number): void => {
  for (const loan of loans.values()) put(loan, cut(loan.windows, eventId, last))
}

export const ratify = (
  all: NaiveFacts,
  { eventId, ballot, effectiveOn }: CommandOf<'RatifyRelief'>,
): void => {
  if (!isCarried(ballot)) end(all, eventId, dayOf(effectiveOn))
}

export const lapse = (all: NaiveFacts, { eventId, effectiveOn }: CommandOf<'LapseRelief'>): void =>
  end(all, eventId, dayOf(effectiveOn))

export const undo = ({ loans }: NaiveFacts, { eventId }: CommandOf<'UndoRelief'>): void => {
  for (const loan of loans.values()) put(loan, without(loan, eventId))
}
