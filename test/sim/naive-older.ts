/* What an older book's terms come to, counted a second time in millionths of a per cent. */
import type { Charter } from '#domain/fund/charter/charter.ts'
import type { CommandOf } from '#test/sim/kinds.ts'
import { type NaiveLoan, naiveAccount } from '#test/sim/naive-loan.ts'
import { dayInMonth, monthOf } from '#test/support/oracle/calendar.ts'

type Beginning = CommandOf<'RecordPayout'> | CommandOf<'TakeOverLoan'>

const million = 1_000_000n
const cap = 1_500_000n

const millionths = (rate: string): bigint => {
  const [whole = '0', decimals = ''] = rate.split('.')
  return BigInt(whole) * million + BigInt(decimals.padEnd(6, '0'))
}

const written = (rate: bigint): string =>
  `${rate / million}.${String(rate % million).padStart(6, '0')}`

const least = (...rates: bigint[]): bigint => rates.reduce((a, b) => (a < b ? a : b))

export const isAtTheEnd = ({ product, asWritten }: Beginning): boolean =>
  product === 'seasonal' || asWritten?.method === 'interest-only'

/** As much as was written, on what is left: a flat rate twice as much and a little less. */
const alike = (command: Beginning): bigint | undefined => {
  const { asWritten, months } = command
  if (asWritten?.rateMonthlyPercent === undefined) return undefined
  const rate = millionths(asWritten.rateMonthlyPercent)
  const isFlat = asWritten.method === 'flat' && !isAtTheEnd(command)
  return isFlat ? (rate * 2n * BigInt(months)) / BigInt(months + 1) : rate
}

/** What the fund asks for a month: never more than a twelfth of eighteen. */
export const rateAsked = (command: Beginning, charter: Charter): string => {
  if (command.product === 'enterprise') return '0'
  const own = charter.rateMonthlyPercent[command.product]
  return command.asWritten ? written(least(alike(command) ?? millionths(own), cap)) : own
}

/** The charter's rate from the day of a conversion on, where that is not dearer. */
export const rateConverted = ({ product, plan }: NaiveLoan, charter: Charter): string => {
  const now = 'ratePercent' in plan.interest ? plan.interest.ratePercent : '0'
  const own = product === 'enterprise' ? '0' : charter.rateMonthlyPercent[product as 'normal']
  return written(least(millionths(own), millionths(now), cap))
}

/** What of a debt carried over is old interest, what of that nobody may ask for, and what was charged before. */
export const carried = (command: Beginning) => {
  const { asWritten } = command
  if (!asWritten) return { oldInterest: 0, gone: 0, chargedBefore: 0 }
  const before = 'interestPaidBefore' in asWritten ? asWritten.interestPaidBefore : undefined
  const paid = (asWritten.fee ?? 0) + (before ?? 0)
  const owed = command.type === 'TakeOverLoan' ? command.owed : 0
  const old = Math.max(owed - command.principal, 0)
  const gone = Math.max(old - Math.max(Math.floor(command.principal / 2) - paid, 0), 0)
  return { oldInterest: old - gone, gone, chargedBefore: paid + old - gone }
}

type Interest = { readonly on: number; readonly amount: number }
const sum = (all: readonly Interest[], through: number): number =>
  all.reduce((total, { on, amount }) => (on <= through ? total + amount : total), 0)

/** A flat rate: so much a month until the months are over, none in relief. */
const flatAsked = (loan: NaiveLoan): Interest[] => {
  const { asWritten, principal, months, interestStep, isTakenOver, paidOutOn, dueDay } = loan
  const rate = millionths(asWritten!.rateMonthlyPercent!)
  const exact = (BigInt(principal) * rate) / (100n * million)
  const amount = Math.floor(Number(exact) / interestStep) * interestStep
  const here = monthOf(paidOutOn)
  const first = dayInMonth(here, dueDay) > paidOutOn ? here : here + 1
  const from = monthOf(loan.firstDueOn)
  const last = (isTakenOver ? first : from) + months - 1
  const days: Interest[] = []
  for (let month = from; month <= last; month += 1) {
    const on = month === from ? loan.firstDueOn : dayInMonth(month, dueDay)
    if (!loan.windows.some((window) => window.from <= on && on <= window.to))
      days.push({ on, amount })
  }
  return days
}

/** What the older terms ask beyond what the fund counts and what was paid, on a day. */
export const naiveBeyond = (loan: NaiveLoan, on: number): number => {
  const { asWritten, conversions, isVoid, beganOn } = loan
  const account = naiveAccount(loan, on)
  const isConverted = conversions.some((one) => one.on <= on)
  if (!asWritten?.method || isVoid || on < beganOn || isConverted || account.owed === 0) return 0
  const payments = account.splits.map(({ id, on: day, principal }) => ({
    id,
    on: day,
    amount: principal,
    written: { interest: 0, principal },
  }))
  const ratePercent = asWritten.rateMonthlyPercent!
  const plan = { ...loan.plan, interest: { per: 'period' as const, ratePercent } }
  // An older book asks on all that it wrote, interest on interest with it.
  const whole = { owed: loan.owed + loan.gone, oldInterest: 0, gone: 0 }
  const asIf = { ...loan, ...whole, plan, payments, conversions: [], isUncut: true }
  const asked = asWritten.method === 'flat' ? flatAsked(loan) : naiveAccount(asIf, on).counted
  const paid = account.splits.reduce((total, { interest }) => total + interest, 0)
  return Math.max(sum(asked, on) - Math.max(account.interestCounted, paid), 0)
}
