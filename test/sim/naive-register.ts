/* The loan register and the wind-up, column by column, from the second count of loans and of postings. */
import type { Charter } from '#domain/fund/charter/charter.ts'
import type { Command } from '#domain/village.ts'
import { naiveBeyond } from '#test/sim/naive-older.ts'
import type { NaiveLoan, Split } from '#test/sim/naive-loan.ts'
import { type NaiveStanding, naiveStanding } from '#test/sim/naive-standing.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'

const namesOf = (log: readonly Command[]) => {
  const cards = new Map<string, string>()
  const numbers = new Map<string, string>()
  for (const command of log) {
    if (command.type === 'AdmitMember') cards.set(command.memberId, command.card)
    if (command.type === 'RecordPayout' || command.type === 'TakeOverLoan')
      numbers.set(command.loanId, command.number)
  }
  return { cards, numbers }
}

const paidOf = (splits: readonly Split[], what: 'principal' | 'interest'): number =>
  splits.reduce((sum, split) => sum + split[what], 0)

/** The first instalment from the day on that is not paid in full. */
const nextDueOf = ({ dues, account }: NaiveStanding, on: number): string | null => {
  let soFar = 0
  for (const due of dues) {
    soFar += due.amount
    if (due.on >= on && soFar > account.settled) return textOf(due.on)
  }
  return null
}

const classOf = ({ account, daysLate }: NaiveStanding, { provisioning }: Charter): string => {
  if (account.owed === 0) return account.writtenOff.length > 0 ? 'written_off' : 'closed'
  return provisioning.classes.find(({ toDays }) => toDays === null || daysLate <= toDays)!.name
}

const reliefOf = ({ windows }: NaiveLoan, on: number): string => {
  const known = windows.filter(({ declaredOn }) => declaredOn <= on)
  const events = known.map(({ isDeath, event }) => (isDeath ? 'death' : event!))
  return [...new Set(events)].toSorted().join('+')
}

const heldOf = ({ taken, returns }: NaiveLoan, on: number): string =>
  taken.filter((one) => !returns.some((back) => back.what === one && back.on <= on)).join(' ')

type Asked = {
  readonly log: readonly Command[]
  readonly loans: ReadonlyMap<string, NaiveLoan>
  readonly asOf: string
  readonly charter: Charter
}

/** Every row of the register by the number of its loan, purposes left out. */
export const naiveRegister = ({ log, loans, asOf, charter }: Asked) => {
  const { cards, numbers } = namesOf(log)
  const on = dayOf(asOf)
  return [...loans].flatMap(([loanId, loan]) => {
    const standing = naiveStanding(loan, on)
    if (!standing) return []
    const { account, overdue, daysLate } = standing
    const isOlder = loan.asWritten?.method !== undefined || loan.gone > 0
    return {
      loan: numbers.get(loanId)!,
      card: cards.get(loan.memberId) ?? '',
      type: loan.product,
      paid_out: textOf(loan.paidOutOn),
      principal: loan.principal,
      months: loan.months,
      principal_paid: paidOf(account.splits, 'principal'),
      interest_paid: paidOf(account.splits, 'interest'),
      owed: account.owed,
      interest_due: account.owed > 0 ? Math.max(account.interestDue, 0) : 0,
      overdue,
      days_past_due: daysLate,
      next_due: nextDueOf(standing, on),
      class: classOf(standing, charter),
      relief: reliefOf(loan, on),
      not_demanded: isOlder ? naiveBeyond(loan, on) : null,
      held: heldOf(loan, on),
    }
  })
}

/** What each is owed, in their turn, and what of cash and of loans is left for them. */
export const naiveWindUp = (
  owed: readonly (readonly [claim: string, sum: number])[],
  { cash, back }: { readonly cash: number; readonly back: number },
) => {
  const before = owed.reduce((sum, [, one]) => sum + one, 0)
  const all = [...owed, ['claim-members', Math.max(0, cash + back - before)] as const]
  let gone = 0
  return all.map(([claim, sum]) => {
    // Riel by riel the cash goes first: of what lies between two marks, that below the cash is cash.
    const [from, to] = [gone, gone + sum]
    gone = to
    const cashPart = Math.min(to, cash) - Math.min(from, cash)
    const paid = Math.min(to, cash + back) - Math.min(from, cash + back)
    return {
      claim,
      owed: sum,
      from_cash: cashPart,
      from_loans: paid - cashPart,
      short: sum - paid,
    }
  })
}
