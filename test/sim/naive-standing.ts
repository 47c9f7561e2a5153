import {
  type NaiveAccount,
  type NaiveLoan,
  type Part,
  type Split,
  naiveAccount,
} from '#test/sim/naive-loan.ts'
import { isIn } from '#test/sim/naive-days.ts'

export type NaiveStanding = {
  readonly account: NaiveAccount
  readonly dues: readonly Part[]
  readonly overdue: number
  readonly daysLate: number
  /** The oldest instalment that has fallen due and is not paid. */
  readonly late: Part | undefined
  /** Principal and interest that have fallen due. */
  readonly due: number
  readonly isUnderRelief: boolean
}

const touchedDuesPaid = 3

/** Whether three instalments after the last window have each been paid by their day. */
const hasLeftRelief = (
  dues: readonly Part[],
  splits: readonly Split[],
  { ended, on }: { readonly ended: number; readonly on: number },
): boolean => {
  const paidBy = (day: number): number =>
    splits.reduce((sum, split) => (split.on <= day ? sum + split.principal : sum), 0)
  const dueBy = (n: number): number =>
    dues.slice(0, n + 1).reduce((sum, { amount }) => sum + amount, 0)
  const onTime = dues.filter(
    (due, n) => due.on > ended && due.on <= on && paidBy(due.on) >= dueBy(n),
  )
  return onTime.length >= touchedDuesPaid
}

/** What falls due on one day is one instalment. */
const fallingDue = (dues: readonly Part[], on: number): number =>
  dues.reduce((sum, due) => (due.on === on ? sum + due.amount : sum), 0)

/** A loan on a day: books know every window, due dates those that had been declared. */
export const naiveStanding = (loan: NaiveLoan, on: number): NaiveStanding | undefined => {
  if (loan.isVoid || on < loan.beganOn) return undefined
  const account = naiveAccount(loan, on)
  const windows = loan.windows.filter(({ declaredOn }) => declaredOn <= on)
  const { dues } =
    windows.length === loan.windows.length ? account : naiveAccount(loan, on, windows)
  let left = account.settled
  let [overdue, due, daysLate] = [0, Math.max(account.interestDue, 0), 0]
  let late: Part | undefined
  for (const one of dues) {
    const unpaid = Math.max(one.amount - left, 0)
    left = Math.max(left - one.amount, 0)
    if (unpaid === 0) continue
    if (one.on <= on) due += unpaid
    if (one.on >= on) continue
    overdue += unpaid
    late ??= { on: one.on, amount: fallingDue(dues, one.on) }
  }
  if (late) for (let day = late.on + 1; day <= on; day += 1) if (!isIn(windows, day)) daysLate += 1
  const ended = Math.max(...windows.map(({ to }) => to))
  const isUnderRelief =
    account.owed > 0 && windows.length > 0 && !hasLeftRelief(dues, account.splits, { ended, on })
  return { account, dues, overdue, daysLate, late, due, isUnderRelief }
}

/** What settles a loan on a day, the days of the running period included. */
export const naiveSettlement = (loan: NaiveLoan, on: number): number => {
  const standing = naiveStanding(loan, on)
  if (!standing) return 0
  const { owed } = standing.account
  if (owed === 0) return standing.due
  const all = { id: '~', on, amount: Number.MAX_SAFE_INTEGER }
  const { splits } = naiveAccount({ ...loan, payments: [...loan.payments, all] }, on)
  return owed + splits.at(-1)!.interest
}
