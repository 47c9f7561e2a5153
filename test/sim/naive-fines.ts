import { type NaiveLoan, naiveAccount } from '#test/sim/naive-loan.ts'
import type { Sum } from '#test/sim/naive-loan-facts.ts'
import { naiveStanding } from '#test/sim/naive-standing.ts'
import { textOf } from '#test/support/oracle/calendar.ts'

type NaiveFine = Sum & { readonly allowed: number; readonly dueOn: number }

/** What 1.5 % a month on the very same balances would have come to, to the riel, by months. */
export const atTheCap = (loan: NaiveLoan, on: number): number => {
  const { splits } = naiveAccount(loan, on)
  const payments = splits.map(({ id, on: day, principal }) => ({
    id,
    on: day,
    amount: principal,
    written: { interest: 0, principal },
  }))
  const { principal, months, firstDueOn, dueDay, isBullet } = loan
  const plan: NaiveLoan['plan'] = {
    principal,
    paidOutOn: textOf(loan.paidOutOn),
    instalments: months,
    due: { every: { n: 1, unit: 'months' }, firstDueOn: textOf(firstDueOn), dayOfMonth: dueDay },
    interest: { per: 'period', ratePercent: '1.5' },
    repayment: isBullet ? 'bullet' : 'equal-principal',
    interestRounding: { mode: 'down', step: 1 },
    instalmentRounding: { mode: 'down', step: loan.instalmentStep },
    remainder: 'last',
  }
  const asIf = { ...loan, plan, isPlain: true, payments, conversions: [] }
  // A fee has taken its part of it.
  return naiveAccount(asIf, on).interestCounted - (loan.asWritten?.fee ?? 0)
}

const total = (fines: readonly NaiveFine[]): number =>
  fines.reduce((sum, { allowed }) => sum + allowed, 0)

const judged = (loan: NaiveLoan, earlier: readonly NaiveFine[], fine: Sum): NaiveFine => {
  const { on, amount } = fine
  const before = {
    ...loan,
    payments: loan.payments.filter((payment) => payment.on < on),
    writeOffs: loan.writeOffs.filter((writeOff) => writeOff.on < on),
  }
  const standing = naiveStanding(before, on)
  const isStopped = loan.windows.some(
    ({ decidedAs, from, to }) => decidedAs !== undefined && from <= on && on <= to,
  )
  if (!standing?.late || standing.daysLate === 0 || standing.isUnderRelief || isStopped)
    return { ...fine, allowed: 0, dueOn: on }
  const { late } = standing
  const ofDay =
    (loan.currency === 'KHR' ? 1000 : 25) - total(earlier.filter((one) => one.on === on))
  const ofInstalment =
    Math.floor(late.amount / 20) - total(earlier.filter((one) => one.dueOn === late.on))
  const ofCap = atTheCap(loan, on) - naiveAccount(loan, on).interestCounted - total(earlier)
  const most = Math.max(Math.min(ofDay, ofInstalment, ofCap), 0)
  return { ...fine, allowed: Math.min(amount, most), dueOn: late.on }
}

/** Each fine of a loan in the order of their days, with what the rules allow of it. */
export const naiveFines = (loan: NaiveLoan): NaiveFine[] => {
  const list: NaiveFine[] = []
  for (const fine of loan.fines.toSorted((a, b) => a.on - b.on || (a.id < b.id ? -1 : 1)))
    list.push(judged(loan, list, fine))
  return list
}
